//! Requests that no honest client would make.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::ConnectInfo;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri, header};
use tower::ServiceExt;

const ENOUGH: usize = 16 * 1024 * 1024;
/// Far more than any answer takes, far less than a hang.
const PATIENCE: Duration = Duration::from_secs(60);

/// A request, byte by byte.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    method: Vec<u8>,
    uri: Vec<u8>,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
    chunked: bool,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Ask {
    pub(crate) fn new(method: &str, uri: impl AsRef<[u8]>) -> Self {
        Self {
            method: method.as_bytes().to_vec(),
            uri: uri.as_ref().to_vec(),
            headers: Vec::new(),
            body: Vec::new(),
            chunked: false,
        }
    }

    pub(crate) fn get(uri: impl AsRef<[u8]>) -> Self {
        Self::new("GET", uri)
    }

    pub(crate) fn post(uri: impl AsRef<[u8]>, media: &str, body: impl AsRef<[u8]>) -> Self {
        let mut ask = Self::new("POST", uri).header("content-type", media);
        ask.body = body.as_ref().to_vec();
        ask
    }

    pub(crate) fn json(uri: impl AsRef<[u8]>, body: impl AsRef<[u8]>) -> Self {
        Self::post(uri, "application/json", body)
    }

    pub(crate) fn form(uri: impl AsRef<[u8]>, body: impl AsRef<[u8]>) -> Self {
        Self::post(uri, "application/x-www-form-urlencoded", body)
    }

    pub(crate) fn header(mut self, name: &str, value: impl AsRef<[u8]>) -> Self {
        self.headers.push((name.to_owned(), value.as_ref().to_vec()));
        self
    }

    pub(crate) fn body(mut self, body: Vec<u8>) -> Self {
        self.body = body;
        self
    }

    /// Announces no length.
    pub(crate) fn chunked(mut self) -> Self {
        self.chunked = true;
        self
    }

    /// Sends it; `None` if HTTP itself has no such request.
    pub(crate) async fn try_to(&self, app: &Router) -> Option<Reply> {
        let mut request = Request::new(Body::from(self.body.clone()));
        *request.method_mut() = Method::from_bytes(&self.method).ok()?;
        *request.uri_mut() = Uri::try_from(self.uri.as_slice()).ok()?;
        let headers = request.headers_mut();
        for (name, value) in &self.headers {
            let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
            headers.append(name, HeaderValue::from_bytes(value).ok()?);
        }
        let silent = self.chunked || headers.contains_key(header::CONTENT_LENGTH);
        if !silent && !self.body.is_empty() {
            headers.insert(header::CONTENT_LENGTH, HeaderValue::from(self.body.len()));
        }
        if !headers.contains_key(header::HOST) {
            headers.insert(header::HOST, HeaderValue::from_static("localhost"));
        }
        let peer = SocketAddr::from((Ipv4Addr::LOCALHOST, 49152));
        request.extensions_mut().insert(ConnectInfo(peer));
        let answer = async {
            let response = app.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let body = to_bytes(body, ENOUGH).await.unwrap();
            Reply { status: parts.status.as_u16(), headers: parts.headers, body }
        };
        let reply = tokio::time::timeout(PATIENCE, answer).await;
        Some(reply.unwrap_or_else(|_| panic!("no answer to {}", self.shown())))
    }

    /// Sends it, and fails the test unless it is answered without a failure of ours.
    pub(crate) async fn to(&self, app: &Router) -> Reply {
        let reply = self.try_to(app).await;
        let reply = reply.unwrap_or_else(|| panic!("HTTP cannot carry {}", self.shown()));
        assert!(reply.status < 500, "{} to {}\n{}", reply.status, self.shown(), reply.text());
        reply
    }

    pub(crate) fn shown(&self) -> String {
        let short = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            text.chars().take(300).collect::<String>()
        };
        let headers: Vec<String> =
            self.headers.iter().map(|(name, value)| format!("{name}: {}", short(value))).collect();
        let (method, uri, body) = (short(&self.method), short(&self.uri), short(&self.body));
        format!("{method} {uri} {headers:?} {} bytes: {body}", self.body.len())
    }
}

impl Reply {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The value of a cookie that is set.
    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        let lines = self.headers.get_all(header::SET_COOKIE).iter();
        lines.filter_map(|line| line.to_str().ok()).find_map(|line| {
            let (key, rest) = line.split_once('=')?;
            (key == name).then(|| rest.split(';').next().unwrap_or_default().to_owned())
        })
    }
}

impl Reply {
    /// Fails the test unless the status is this.
    pub(crate) fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    /// Fails the test unless the client is told that it is at fault.
    pub(crate) fn refused(&self) -> &Self {
        assert!((400..500).contains(&self.status), "{}: {}", self.status, self.text());
        self
    }
}
