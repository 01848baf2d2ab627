//! An application with everything switched on, and what its keys can sign.

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use gatewright::config::Preset;
use gatewright::testing::TestApp;
use gatewright::{
    CurrentUser, Cx, Fresh, Identity, Mechanism, auth_required, http_auth_required, unauth_csrf,
};
use gatewright_wire::itsdangerous::{Derivation, Timed, UrlSafe};
use serde_json::json;

pub(crate) const SECRET: &str = "a secret key that only tests use 9876543210";
pub(crate) const JOE: &str = "joe@lp.com";
pub(crate) const PASSWORD: &str = "correct horse battery";
pub(crate) const JSON: (&str, &str) = ("accept", "application/json");

/// Every path that answers, ours and the application's.
pub(crate) const PATHS: &[&str] = &[
    "/login",
    "/logout",
    "/verify",
    "/refresh-token",
    "/sessions",
    "/unlock/x",
    "/register",
    "/first-administrator/x",
    "/",
    "/user",
    "/fresh",
    "/identity",
    "/perhaps",
    "/any",
    "/basic",
    "/open",
    "/session",
    "/nowhere",
    "/fs-static/gatewright.css",
];

/// How CSRF is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Csrf {
    Off,
    Form,
    Global,
    Guards,
}

/// One of the ways to set the application up.
pub(crate) async fn app(preset: Preset, csrf: Csrf) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        builder
            .setting("SECRET_KEY", SECRET)
            .setting("WTF_CSRF_ENABLED", csrf != Csrf::Off)
            .setting("CSRF_PROTECT", matches!(csrf, Csrf::Global | Csrf::Guards))
            .setting("WTF_CSRF_CHECK_DEFAULT", csrf != Csrf::Guards)
            .setting("SECURITY_REFRESH_TOKEN", true)
            .setting("SECURITY_REFRESH_TOKEN_COOKIE_NAME", false)
            .setting("SECURITY_REGISTERABLE", true)
            .setting("SECURITY_TRACKABLE", true)
            .setting("SECURITY_USERNAME_ENABLE", true)
            .setting("FIRST_ADMINISTRATOR", true)
            .setting("WELCOME_PAGE", true)
            .setting("SECURITY_LOGOUT_METHODS", json!(["GET", "POST"]))
            .setting("SESSION_PROTECTION", "strong")
            // Most of what is sent here would be answered with 429.
            .setting("LIMIT_SIGN_IN", false)
            .setting("LIMIT_SIGN_IN_IDENTITY", false)
            .setting("LIMIT_REGISTER", false)
            .setting("LIMIT_VERIFY", false)
            .setting("LIMIT_REFRESH", false)
    })
    .await;
    app.user(JOE, PASSWORD).await;
    app.role(JOE, "editor", &["read"]).await;
    app.serve(routes())
}

/// Every preset with every mode.
pub(crate) async fn every() -> Vec<TestApp> {
    let mut all = Vec::new();
    for preset in [Preset::Flask, Preset::Recommended] {
        for csrf in [Csrf::Off, Csrf::Form, Csrf::Global, Csrf::Guards] {
            all.push(app(preset, csrf).await);
        }
    }
    all
}

fn routes() -> Router {
    let any = auth_required()
        .mechanisms(&[Mechanism::Basic, Mechanism::Session, Mechanism::Token])
        .fresh();
    Router::new()
        .route("/user", get(async |me: CurrentUser| me.email.clone()))
        .route("/fresh", get(async |Fresh(me): Fresh| me.email.clone()))
        .route("/identity", get(async |id: Identity| id.user().email.clone()))
        .route("/perhaps", get(async |me: Option<CurrentUser>| format!("{}", me.is_some())))
        .route("/any", get(async || "in").post(async |body: String| body).layer(any))
        .route("/basic", get(async || "in").layer(http_auth_required()))
        .route("/open", post(async |body: String| body).layer(unauth_csrf()))
        .route("/session", get(session))
}

/// Reads and writes everything that a session can be asked for.
async fn session(cx: Cx) -> Response {
    let session = cx.session();
    let flashes = cx.flashes().len();
    let read = (
        session.text("a"),
        session.number("a"),
        session.flag("a"),
        session.has("a"),
        session.get::<serde_json::Value>("a"),
        session.get::<Vec<String>>("a"),
    );
    session.set("seen", &true).unwrap();
    let token = cx.csrf_token().unwrap();
    format!("{flashes} {read:?} {}", token.len()).into_response()
}

/// A session cookie around any text, signed as ours are.
pub(crate) fn session_cookie(json: &str, now: i64) -> String {
    let timed = Timed::new(&[SECRET.as_bytes()], "cookie-session", Derivation::Hmac);
    format!("session={}", timed.dumps(json, now))
}

/// An authentication token around any text, signed as ours are.
pub(crate) fn auth_token(json: &str, now: i64) -> String {
    Timed::new(&[SECRET.as_bytes()], "remember-salt", Derivation::DjangoConcat).dumps(json, now)
}

/// A CSRF token around any text, signed as ours are.
pub(crate) fn csrf_token(json: &str, now: i64) -> String {
    Timed::new(&[SECRET.as_bytes()], "wtf-csrf-token", Derivation::DjangoConcat).dumps(json, now)
}

/// A refresh token around any text, signed as ours are.
pub(crate) fn refresh_token(json: &str) -> String {
    UrlSafe::new(&[SECRET.as_bytes()], "refresh-token-salt", Derivation::DjangoConcat).dumps(json)
}
