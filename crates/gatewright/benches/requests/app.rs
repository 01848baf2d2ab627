//! The application that is measured, and what its callers send.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::routing::get;
use data_encoding::BASE64URL_NOPAD;
use gatewright::model::{ServerSession, UserId};
use gatewright::store::Lookup;
use gatewright::{Builder, Security, auth_required, auth_token_required};
use gatewright_wire::digest::sha256;
use gatewright_wire::flask::session::Codec;
use gatewright_wire::itsdangerous::{Derivation, Timed};
use http::{Request, header};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::users::{self, ACTIVE, PASSWORD};

pub(crate) const SECRET: &str = "8jX0sQ4kYpN7cVb2LwRz5TtGmHd9FqKe";
const SALT: &str = "Zr6mB1xWv8uJ3nEo0yLiP5aKgSfDhQtC";

/// The routes that are compared: name, path, and whether the caller signs in.
pub(crate) const ROUTES: [(&str, &str, Caller); 6] = [
    ("plain route, no layer", "/plain", Caller::Nobody),
    ("below the layer, session untouched", "/open", Caller::Session),
    ("guarded, session on the server", "/guarded", Caller::Session),
    ("guarded with a role, session on the server", "/editors", Caller::Session),
    ("guarded with a role, signed cookie", "/signed", Caller::Signed),
    ("guarded, by token", "/token", Caller::Token),
];

/// The cookies of the preset over https.
const SESSION: &str = "__Host-session";
const VISIT: &str = "__Host-session_visit";

/// As whom a request is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caller {
    Nobody,
    Session,
    Signed,
    Token,
}

/// Everything as the preset `recommended` has it.
pub(crate) async fn security(database: &Path) -> Security {
    builder(database).build().await.unwrap()
}

fn builder(database: &Path) -> Builder {
    Security::builder()
        .database(format!("sqlite:{}", database.display()))
        .secret_key(SECRET)
        .setting("SECURITY_PASSWORD_SALT", SALT)
        // One client sends everything here.
        .setting("LIMIT_SIGN_IN", false)
        .setting("LIMIT_SIGN_IN_IDENTITY", false)
}

/// The same with its sessions in signed cookies.
async fn signed(database: &Path) -> Security {
    builder(database).setting("SESSION_STORE", "cookie").build().await.unwrap()
}

/// `/plain` knows nothing of us; the rest stands below the layer. `/signed` has its session in the
/// cookie.
pub(crate) async fn both(security: &Security, database: &Path) -> Router {
    let signed = signed(database).await;
    let guard = auth_required().roles_required(["editor"]);
    let route = Router::new().route("/signed", get(async || "hello").route_layer(guard));
    router(security).merge(route.layer(signed.layer()))
}

/// The same without `/signed`.
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
    sessions: Vec<String>,
    signed: Vec<String>,
    tokens: Vec<String>,
}

impl Credentials {
    pub(crate) async fn new(security: &Security, database: &Path, users: usize) -> Self {
        let (_, answer) = sign_in(&router(security), VISIT).await;
        let (cookie, _) = sign_in(&router(&signed(database).await), SESSION).await;
        let token = answer.pointer("/response/user/authentication_token").unwrap().as_str();
        let token = token.unwrap();

        let (clock, config) = (security.clock().unix(), security.config());
        let codec = Codec::new(&[SECRET.as_bytes()], "cookie-session");
        let salt = &config.token.salt;
        let signer = Timed::new(&[SECRET.as_bytes()], salt, Derivation::DjangoConcat);
        let claims = signer.loads(token, clock, Some(60)).unwrap().json;
        let first = users::uniquifier(users, 0);
        // The row of a real sign-in, with the session that it wrote.
        let store = security.store();
        let owner = store.user(Lookup::Uniquifier(&first)).await.unwrap().unwrap();
        let row = store
            .sessions()
            .unwrap()
            .list(&owner.id, security.clock().utc())
            .await
            .unwrap()
            .remove(0);
        let members = codec.decode(&cookie, clock, 60).unwrap();

        let (mut sessions, mut signed, mut tokens) = (Vec::new(), Vec::new(), Vec::new());
        for active in 0..ACTIVE {
            let uniquifier = users::uniquifier(users, active);
            let user = store.user(Lookup::Uniquifier(&uniquifier)).await.unwrap().unwrap();
            sessions.push(session(security, &row, user.id, &uniquifier, active).await);
            let mut payload = members.clone();
            payload.set_str("_user_id", &uniquifier);
            signed.push(codec.encode(&payload, clock).unwrap());
            tokens.push(signer.dumps(&claims.replace(&first, &uniquifier), clock));
        }
        Self { sessions, signed, tokens }
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
            Caller::Session => {
                Some(("cookie", format!("{SESSION}={}", self.sessions.get(active)?)))
            }
            Caller::Signed => Some(("cookie", format!("{SESSION}={}", self.signed.get(active)?))),
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

/// Signs in the first user, whose anonymous cookie has that name; gives the session's cookie.
async fn sign_in(app: &Router, before: &str) -> (String, Value) {
    let (cookie, csrf) = visit_as(app, before).await;
    let body = json!({ "email": "user0@example.com", "password": PASSWORD });
    let request = request("POST", "/login?include_auth_token")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/json")
        .header("x-csrftoken", &csrf)
        .body(with_csrf(body, &csrf))
        .unwrap();
    let (cookie, answer) = answer(app, request, SESSION).await;
    (cookie.unwrap(), answer)
}

/// A session like that one for another user; the value of its cookie.
async fn session(
    security: &Security,
    like: &ServerSession,
    user_id: UserId,
    uniquifier: &str,
    number: usize,
) -> String {
    let mut token = [0; 48];
    // Spread over the index as random ones are.
    token[..16].copy_from_slice(&sha256(&number.to_le_bytes())[..16]);
    let (key, secret) = token.split_at(16);
    let mut new = like.clone();
    new.key_hash = sha256(key).to_vec();
    new.token_hash = sha256(secret).to_vec();
    new.user_id = Some(user_id);
    new.uniquifier = Some(uniquifier.to_owned());
    security.store().sessions().unwrap().end(&new.key_hash, None).await.unwrap();
    security.store().sessions().unwrap().create(&new, None).await.unwrap();
    BASE64URL_NOPAD.encode(&token)
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

/// The cookie of somebody who has not signed in, and their CSRF token.
pub(crate) async fn visit(app: &Router) -> (String, String) {
    visit_as(app, VISIT).await
}

async fn visit_as(app: &Router, name: &str) -> (String, String) {
    let page = request("GET", "/login").header(header::CONTENT_TYPE, "application/json");
    let (cookie, answer) = answer(app, page.body(String::new()).unwrap(), name).await;
    let csrf = answer.pointer("/response/csrf_token").unwrap().as_str().unwrap().to_owned();
    (format!("{name}={}", cookie.unwrap()), csrf)
}

pub(crate) fn with_csrf(mut body: Value, csrf: &str) -> String {
    if let Some(body) = body.as_object_mut() {
        body.insert("csrf_token".into(), csrf.into());
    }
    body.to_string()
}

/// The cookie of that name that an answer sets, and its JSON.
async fn answer(app: &Router, mut request: Request<String>, name: &str) -> (Option<String>, Value) {
    let length = request.body().len();
    request.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    let response = app.clone().oneshot(request.map(Body::from)).await.unwrap();
    let status = response.status();
    let cookie = response.headers().get_all(header::SET_COOKIE).iter().find_map(|line| {
        let value = line.to_str().ok()?.strip_prefix(name)?.strip_prefix('=')?;
        let value = value.split(';').next()?;
        Some(value.to_owned())
    });
    let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    assert!(status.is_success(), "{status}: {}", String::from_utf8_lossy(&body));
    (cookie, serde_json::from_slice(&body).unwrap())
}
