//! The application that is measured, and what its callers send.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::routing::get;
use gatewright::{Security, auth_required, auth_token_required};
use gatewright_wire::flask::session::Codec;
use gatewright_wire::itsdangerous::{Derivation, Timed};
use http::{Request, header};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::users::{self, ACTIVE, PASSWORD};

pub(crate) const SECRET: &str = "8jX0sQ4kYpN7cVb2LwRz5TtGmHd9FqKe";
const SALT: &str = "Zr6mB1xWv8uJ3nEo0yLiP5aKgSfDhQtC";

/// The routes that are compared: name, path, and whether the caller signs in.
pub(crate) const ROUTES: [(&str, &str, Caller); 5] = [
    ("plain route, no layer", "/plain", Caller::Nobody),
    ("below the layer, session untouched", "/open", Caller::Session),
    ("guarded, by session cookie", "/guarded", Caller::Session),
    ("guarded, by token", "/token", Caller::Token),
    ("guarded with a role, by session cookie", "/editors", Caller::Session),
];

/// As whom a request is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caller {
    Nobody,
    Session,
    Token,
}

/// Everything as the preset `recommended` has it.
pub(crate) async fn security(database: &Path) -> Security {
    Security::builder()
        .database(format!("sqlite:{}", database.display()))
        .secret_key(SECRET)
        .setting("SECURITY_PASSWORD_SALT", SALT)
        // One client sends everything here.
        .setting("LIMIT_SIGN_IN", false)
        .setting("LIMIT_SIGN_IN_IDENTITY", false)
        .build()
        .await
        .unwrap()
}

/// `/plain` knows nothing of us; the rest stands below the layer.
pub(crate) fn router(security: &Security) -> Router {
    let hello = || get(async || "hello");
    let app = Router::new()
        .route("/open", hello())
        .route("/guarded", hello().route_layer(auth_required()))
        .route("/token", hello().route_layer(auth_token_required()))
        .route("/editors", hello().route_layer(auth_required().roles_required(["editor"])));
    Router::new().route("/plain", hello()).merge(security.protect(app))
}

/// What the active users send: made from the session and the token of a real sign-in.
pub(crate) struct Credentials {
    cookies: Vec<String>,
    tokens: Vec<String>,
}

impl Credentials {
    pub(crate) async fn new(security: &Security, users: usize) -> Self {
        let app = router(security);
        let (cookie, csrf) = visit(&app).await;
        let body = json!({ "email": "user0@example.com", "password": PASSWORD });
        let request = request("POST", "/login?include_auth_token")
            .header(header::COOKIE, format!("session={cookie}"))
            .header(header::CONTENT_TYPE, "application/json")
            .header("x-csrftoken", &csrf)
            .body(with_csrf(body, &csrf))
            .unwrap();
        let (cookie, answer) = answer(&app, request).await;
        let token = answer.pointer("/response/user/authentication_token").unwrap().as_str();
        let (cookie, token) = (cookie.unwrap(), token.unwrap());

        let (clock, config) = (security.clock().unix(), security.config());
        let sessions = Codec::new(&[SECRET.as_bytes()], "cookie-session");
        let salt = &config.token.salt;
        let tokens = Timed::new(&[SECRET.as_bytes()], salt, Derivation::DjangoConcat);
        let session = sessions.decode(&cookie, clock, 60).unwrap();
        let claims = tokens.loads(token, clock, Some(60)).unwrap().json;
        let first = users::uniquifier(users, 0);
        let each = (0..ACTIVE).map(|active| users::uniquifier(users, active));
        let (cookies, tokens) = each
            .map(|uniquifier| {
                let mut session = session.clone();
                session.set_str("_user_id", &uniquifier);
                let claims = claims.replace(&first, &uniquifier);
                (sessions.encode(&session, clock).unwrap(), tokens.dumps(&claims, clock))
            })
            .unzip();
        Self { cookies, tokens }
    }

    /// The header that a caller sends; the numbers go round so many of the active users.
    pub(crate) fn header(
        &self,
        caller: Caller,
        number: usize,
        among: usize,
    ) -> Option<(&'static str, String)> {
        // A step that is no divisor, so that neighbours do not share pages of the database.
        let active = number * 379 % among;
        match caller {
            Caller::Nobody => None,
            Caller::Session => Some(("cookie", format!("session={}", self.cookies.get(active)?))),
            Caller::Token => Some(("authentication-token", self.tokens.get(active)?.clone())),
        }
    }

    pub(crate) fn request(
        &self,
        path: &str,
        caller: Caller,
        number: usize,
        among: usize,
    ) -> Request<Body> {
        let mut request = request("GET", path);
        if let Some((name, value)) = self.header(caller, number, among) {
            request = request.header(name, value);
        }
        request.body(Body::empty()).unwrap()
    }
}

/// What browsers send with everything.
pub(crate) const HEADERS: [(&str, &str); 5] = [
    ("host", "example.com"),
    ("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
    ("accept", "application/json"),
    ("accept-language", "en-US,en;q=0.5"),
    ("accept-encoding", "gzip, deflate, br, zstd"),
];

fn request(method: &str, path: &str) -> http::request::Builder {
    let peer = SocketAddr::from((Ipv4Addr::LOCALHOST, 40_000));
    let mut request = Request::builder().method(method).uri(path).extension(ConnectInfo(peer));
    for (name, value) in HEADERS {
        request = request.header(name, value);
    }
    request
}

/// The session of somebody who has not signed in, and its CSRF token.
pub(crate) async fn visit(app: &Router) -> (String, String) {
    let page = request("GET", "/login").header(header::CONTENT_TYPE, "application/json");
    let (cookie, answer) = answer(app, page.body(String::new()).unwrap()).await;
    let csrf = answer.pointer("/response/csrf_token").unwrap().as_str().unwrap().to_owned();
    (cookie.unwrap(), csrf)
}

pub(crate) fn with_csrf(mut body: Value, csrf: &str) -> String {
    if let Some(body) = body.as_object_mut() {
        body.insert("csrf_token".into(), csrf.into());
    }
    body.to_string()
}

/// The session that an answer sets, and its JSON.
async fn answer(app: &Router, mut request: Request<String>) -> (Option<String>, Value) {
    let length = request.body().len();
    request.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    let response = app.clone().oneshot(request.map(Body::from)).await.unwrap();
    let status = response.status();
    let cookie = response.headers().get_all(header::SET_COOKIE).iter().find_map(|line| {
        let value = line.to_str().ok()?.strip_prefix("session=")?.split(';').next()?;
        Some(value.to_owned())
    });
    let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    assert!(status.is_success(), "{status}: {}", String::from_utf8_lossy(&body));
    (cookie, serde_json::from_slice(&body).unwrap())
}
