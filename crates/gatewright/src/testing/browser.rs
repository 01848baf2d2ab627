//! A browser: keeps cookies, sends forms and JSON, follows nothing.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::ConnectInfo;
use http::{HeaderMap, Request, StatusCode, header};
use serde_json::Value;
use tower::ServiceExt;

const MOST: usize = 16 * 1024 * 1024;

/// Keeps cookies from answer to request.
#[derive(Debug, Clone)]
pub struct Browser {
    app: Router,
    base: String,
    cookies: BTreeMap<String, String>,
    headers: Vec<(String, String)>,
    address: IpAddr,
}

/// What the application answered.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    body: Bytes,
}

#[allow(clippy::panic, clippy::expect_used, reason = "a request that cannot be made fails a test")]
impl Browser {
    pub(super) fn new(app: Router) -> Self {
        let base = "http://localhost".to_owned();
        let address = Ipv4Addr::LOCALHOST.into();
        Self { app, base, cookies: BTreeMap::new(), headers: Vec::new(), address }
    }

    /// Comes by another scheme or host.
    #[must_use]
    pub fn base(mut self, base: &str) -> Self {
        base.clone_into(&mut self.base);
        self
    }

    /// Comes from another address.
    #[must_use]
    pub fn at(mut self, address: impl Into<IpAddr>) -> Self {
        self.address = address.into();
        self
    }

    /// Sends a header with every request from now on.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The cookie of that name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Sets a cookie, or forgets it.
    pub fn set_cookie(&mut self, name: &str, value: Option<&str>) {
        match value {
            Some(value) => self.cookies.insert(name.to_owned(), value.to_owned()),
            None => self.cookies.remove(name),
        };
    }

    /// GET a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, &[], Vec::new()).await
    }

    /// GET, asking for JSON.
    pub async fn get_json(&mut self, path: &str) -> Answer {
        self.send("GET", path, &[("accept", "application/json")], Vec::new()).await
    }

    /// POST a form as a page does.
    pub async fn post_form<const N: usize>(
        &mut self,
        path: &str,
        fields: [(&str, &str); N],
    ) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let media = [("content-type", "application/x-www-form-urlencoded")];
        self.send("POST", path, &media, body.into_bytes()).await
    }

    /// POST JSON.
    pub async fn post_json(&mut self, path: &str, json: &Value) -> Answer {
        let media = [("content-type", "application/json")];
        self.send("POST", path, &media, json.to_string().into_bytes()).await
    }

    /// POST a form as `multipart/form-data` (RFC 7578).
    pub async fn post_multipart<const N: usize>(
        &mut self,
        path: &str,
        fields: [(&str, &str); N],
    ) -> Answer {
        let mut body = String::new();
        for (name, value) in fields {
            let head = format!("Content-Disposition: form-data; name=\"{name}\"");
            body.push_str(&format!("--edge\r\n{head}\r\n\r\n{value}\r\n"));
        }
        body.push_str("--edge--\r\n");
        let media = [("content-type", "multipart/form-data; boundary=edge")];
        self.send("POST", path, &media, body.into_bytes()).await
    }

    /// The CSRF token of this browser's session, as a client of the API asks for it.
    ///
    /// # Panics
    /// The sign-in endpoint lies elsewhere than at `/login`, or refuses.
    pub async fn csrf_token(&mut self) -> String {
        let answer = self.get_json("/login").await;
        let token = answer.json()["response"]["csrf_token"].as_str().map(str::to_owned);
        token.unwrap_or_else(|| panic!("no token: {}", answer.text()))
    }

    /// Signs in with the form of the sign-in page.
    ///
    /// # Panics
    /// The answer is not a redirect.
    pub async fn sign_in(&mut self, email: &str, password: &str) -> Answer {
        let answer = self.post_form("/login", [("email", email), ("password", password)]).await;
        assert_eq!(answer.status, StatusCode::FOUND, "the sign-in failed: {}", answer.text());
        answer
    }

    /// Sends anything.
    ///
    /// # Panics
    /// The request is not one that HTTP can carry.
    pub async fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Answer {
        let request = self.request(method, path, headers, body);
        let response = match self.app.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let (parts, body) = response.into_parts();
        for line in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(line.to_str().expect("cookies are ASCII"));
        }
        let body = to_bytes(body, MOST).await.expect("the body can be read");
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// The request as it would be sent.
    pub(super) fn request(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Request<Body> {
        let host = self.base.split("://").nth(1).unwrap_or("localhost").to_owned();
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base))
            .header(header::HOST, host);
        if !body.is_empty() || method == "POST" {
            request = request.header(header::CONTENT_LENGTH, body.len());
        }
        let own = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in own.chain(headers.iter().copied()) {
            request = request.header(name, value);
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<_> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, pairs.join("; "));
        }
        let mut request = request.body(Body::from(body)).expect("the request can be made");
        request.extensions_mut().insert(ConnectInfo(self.peer()));
        request
    }

    /// Where it sits.
    pub(super) fn peer(&self) -> SocketAddr {
        SocketAddr::from((self.address, 49152))
    }

    /// GET from another router, with the same cookies.
    pub(super) async fn visit(&mut self, app: Router, path: &str) -> Answer {
        let own = std::mem::replace(&mut self.app, app);
        let answer = self.get(path).await;
        self.app = own;
        answer
    }

    fn keep(&mut self, line: &str) {
        let (pair, attributes) = line.split_once(';').unwrap_or((line, ""));
        let Some((name, value)) = pair.split_once('=') else { return };
        let deleted = attributes.split(';').any(|one| one.trim() == "Max-Age=0");
        self.set_cookie(name, (!deleted).then_some(value));
    }
}

#[allow(clippy::panic, clippy::expect_used, reason = "an unexpected answer fails a test")]
impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    ///
    /// # Panics
    /// It is something else.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| panic!("not JSON: {} {}", self.status, self.text()))
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The `Location`.
    pub fn location(&self) -> Option<&str> {
        self.header("location")
    }

    /// The lines that set cookies.
    pub fn set_cookies(&self) -> Vec<&str> {
        let lines = self.headers.get_all(header::SET_COOKIE).iter();
        lines.filter_map(|line| line.to_str().ok()).collect()
    }

    /// What a form says is wrong, by field; the form as a whole under the empty name.
    ///
    /// # Panics
    /// The answer is not one of JSON.
    pub fn field_errors(&self) -> Value {
        self.json()["response"]["field_errors"].clone()
    }

    /// Fails the test unless this redirects there.
    ///
    /// # Panics
    /// It does not.
    pub fn redirects_to(&self, place: &str) -> &Self {
        assert_eq!(self.status, StatusCode::FOUND, "{}", self.text());
        assert_eq!(self.location(), Some(place));
        self
    }

    /// Fails the test unless the status is this.
    ///
    /// # Panics
    /// It is not.
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }
}
