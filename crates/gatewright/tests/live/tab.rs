//! A browser's tab without the browser: keeps cookies, follows nothing.

use std::collections::BTreeMap;

use axum::body::Bytes;
use http::{HeaderMap, Request, header};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

pub(crate) struct Tab {
    base: String,
    cookies: BTreeMap<String, String>,
    headers: HeaderMap,
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
    /// Who answered, behind a proxy: `flask` or `rust`.
    pub(crate) side: Option<String>,
}

impl Tab {
    pub(crate) fn new(base: &str) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, "application/json".parse().unwrap());
        headers.insert(header::USER_AGENT, "tab".parse().unwrap());
        Self { base: base.to_owned(), cookies: BTreeMap::new(), headers }
    }

    /// Sends this header from now on.
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.insert(name, value.parse().unwrap());
        self
    }

    /// Brings one cookie along from elsewhere, as the browser of one host does for all its ports.
    pub(crate) fn carrying(mut self, other: &Self, name: &str) -> Self {
        if let Some(value) = other.cookies.get(name) {
            self.cookies.insert(name.to_owned(), value.clone());
        }
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        assert!(self.cookies.remove(name).is_some(), "no cookie `{name}`");
        self
    }

    pub(crate) fn set(mut self, name: &str, value: &str) -> Self {
        self.cookies.insert(name.to_owned(), value.to_owned());
        self
    }

    pub(crate) fn cookie(&self, name: &str) -> &str {
        self.cookies.get(name).unwrap_or_else(|| panic!("no cookie `{name}`"))
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(self.url(path)), Full::default()).await
    }

    pub(crate) async fn post_json(&mut self, path: &str, body: &Value) -> Answer {
        let request =
            Request::post(self.url(path)).header(header::CONTENT_TYPE, "application/json");
        self.send(request, body.to_string().into()).await
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    async fn send(&mut self, mut request: http::request::Builder, body: Full<Bytes>) -> Answer {
        if let Some(headers) = request.headers_mut() {
            headers.extend(self.headers.clone());
            let cookies: Vec<_> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
            if !cookies.is_empty() {
                headers.insert(header::COOKIE, cookies.join("; ").parse().unwrap());
            }
        }
        let client = Client::builder(TokioExecutor::new()).build_http();
        let answer = client.request(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        self.keep(&parts.headers);
        let side = parts.headers.get("x-side").map(|side| side.to_str().unwrap().to_owned());
        Answer {
            status: parts.status.as_u16(),
            body: String::from_utf8(body.into()).unwrap(),
            side,
        }
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

impl Answer {
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {} {}", self.status, self.body))
    }
}
