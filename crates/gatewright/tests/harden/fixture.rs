//! An application with everything that the rows are about.

use async_trait::async_trait;
use axum::Router;
use axum::routing::get;
use data_encoding::BASE64;
use gatewright::config::Preset;
use gatewright::hooks::Lock;
use gatewright::testing::{Answer, Browser, TestApp};
use gatewright::{
    Builder, CurrentUser, Hooks, Mechanism, User, auth_required, auth_token_required,
    http_auth_required,
};
use serde_json::json;

pub(crate) use Preset::{Flask, Recommended};

pub(crate) const BOTH: [Preset; 2] = [Flask, Recommended];
pub(crate) const JOE: &str = "joe@lp.com";
pub(crate) const EVE: &str = "eve@lp.com";
pub(crate) const PASSWORD: &str = "correct horse battery";
pub(crate) const SECRET: &str = "a secret key that only tests use 9876543210";

/// Locks whoever is called so, without a word.
struct Locks;

#[async_trait]
impl Hooks for Locks {
    async fn locked(&self, user: &User) -> gatewright::Result<Option<Lock>> {
        Ok((user.username.as_deref() == Some("locked")).then(Lock::default))
    }
}

/// Joe and Eve, and an application that asks who they are in every way.
pub(crate) async fn app(preset: Preset, change: impl FnOnce(Builder) -> Builder) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        let mut builder = builder.setting("SECRET_KEY", SECRET).hooks(Locks);
        // Most of what is sent here would be answered with 429.
        for limit in ["SIGN_IN", "SIGN_IN_IDENTITY", "VERIFY", "REGISTER", "REFRESH"] {
            builder = builder.setting(&format!("LIMIT_{limit}"), false);
        }
        change(builder)
    })
    .await;
    app.user(JOE, PASSWORD).await;
    app.user(EVE, PASSWORD).await;
    app.serve(routes())
}

pub(crate) fn routes() -> Router {
    let me = async |me: CurrentUser| me.email.clone();
    let all = [Mechanism::Basic, Mechanism::Session, Mechanism::Token];
    let both = |guard| get(me).post(me).layer(guard);
    Router::new()
        .route("/me", both(auth_required()))
        .route("/any", both(auth_required().mechanisms(&all)))
        .route("/fresh", both(auth_required().fresh()))
        .route("/token", both(auth_token_required()))
        .route("/basic", both(http_auth_required()))
        .route("/quoted", both(http_auth_required().realm(r#"a "b" \ c"#)))
        .route("/bare", get(me).post(me))
        .route("/caf\u{e9}", get(async || "coffee"))
}

/// Signs in and gives the auth token of the answer.
pub(crate) async fn token(app: &TestApp, email: &str) -> String {
    let body = json!({ "email": email, "password": PASSWORD });
    let answer = app.browser().post_json("/login?include_auth_token", &body).await;
    let token = answer.is(200).json()["response"]["user"]["authentication_token"].clone();
    token.as_str().unwrap().to_owned()
}

/// Somebody who signed in with the form.
pub(crate) async fn signed_in(app: &TestApp, email: &str) -> Browser {
    let mut tab = app.browser();
    tab.sign_in(email, PASSWORD).await;
    tab
}

/// Somebody who signed in and wants to be remembered.
pub(crate) async fn remembered(app: &TestApp, agent: &str) -> Browser {
    let mut tab = app.browser().header("User-Agent", agent);
    let fields = [("email", JOE), ("password", PASSWORD), ("remember", "y")];
    tab.post_form("/login", fields).await.is(302);
    tab
}

pub(crate) fn basic(email: &str, password: &str) -> String {
    format!("Basic {}", BASE64.encode(format!("{email}:{password}").as_bytes()))
}

/// HTTP Basic at a page that takes nothing else.
pub(crate) async fn by_basic(app: &TestApp, email: &str, password: &str) -> Answer {
    app.browser().header("Authorization", &basic(email, password)).get_json("/basic").await
}

/// Where the sign-in form leads that has this target.
pub(crate) async fn next(app: &TestApp, base: &str, target: &str) -> Answer {
    let fields = [("email", JOE), ("password", PASSWORD), ("next", target)];
    app.browser().base(base).post_form("/login", fields).await
}

/// How many hashes an answer costs.
pub(crate) async fn cost(app: &TestApp, asked: impl Future<Output = Answer>) -> (Answer, u64) {
    let before = app.security().passwords().jobs();
    let answer = asked.await;
    (answer, app.security().passwords().jobs() - before)
}

/// A database that several applications open.
pub(crate) fn file() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("app.db").display());
    (folder, url)
}
