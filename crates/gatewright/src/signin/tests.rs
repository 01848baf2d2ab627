//! What a sign-in must not inherit from the session that it finds.

use axum::Router;
use axum::routing::{get, post};
use jiff::SignedDuration;
use serde_json::json;

use crate::config::Preset::{Flask, Recommended};
use crate::config::SessionStore;
use crate::guard::{CurrentUser, Fresh, auth_required};
use crate::model::UserField;
use crate::principal::Identity;
use crate::testing::TestApp;

const JOE: &str = "joe@lp.com";
const EVE: &str = "eve@lp.com";
const PASSWORD: &str = "correct horse battery";

fn vault() -> Router {
    Router::new().route("/vault", get(async || "gold").layer(auth_required().fresh()))
}

/// A remember-me cookie may be a year old: it never counts as credentials shown just now, whatever
/// the session was before.
#[tokio::test]
async fn a_remembered_session_does_not_inherit_somebody_elses_freshness() {
    for preset in [Recommended, Flask] {
        let in_cookie = |builder: crate::Builder| builder.setting("SESSION_STORE", "cookie");
        let app = TestApp::with(preset, in_cookie).await;
        app.user(JOE, PASSWORD).await;
        app.user(EVE, PASSWORD).await;
        let app = app.serve(vault());
        let mut joe = app.browser();
        joe.post_form("/login", [("email", JOE), ("password", PASSWORD), ("remember", "y")]).await;
        let stolen = joe.cookie("remember_token").unwrap().to_owned();
        app.advance(SignedDuration::from_hours(24 * 40));

        let mut eve = app.browser();
        let form = json!({ "email": EVE, "password": PASSWORD });
        let answer = eve.post_json("/login?include_auth_token=", &form).await;
        let token = answer.json()["response"]["user"]["authentication_token"].clone();
        let mut api = app.browser().header("Authentication-Token", token.as_str().unwrap());
        api.post_json("/verify", &json!({ "password": PASSWORD })).await.is(200);

        let mut thief = app.browser();
        thief.set_cookie("session", api.cookie("session"));
        thief.set_cookie("remember_token", Some(&stolen));
        for visit in 1..=3 {
            let answer = thief.get_json("/vault").await;
            assert_eq!(answer.status, 401, "{preset:?}, visit {visit}: {}", answer.text());
        }
        // Remembered all the same.
        let joe = app.find(JOE).await.unwrap();
        assert_eq!(app.session(&thief).await["_user_id"], json!(joe.uniquifier));
    }
}

/// Whoever knew the session before the sign-in (a shared computer, a cookie planted by a sibling
/// host) must not know the CSRF token after it.
#[tokio::test]
async fn a_csrf_token_from_before_the_sign_in_is_worthless_after_it() {
    let csrf = |builder: crate::Builder| builder.setting("WTF_CSRF_ENABLED", true);
    let app = TestApp::with(Recommended, csrf).await;
    app.user(JOE, PASSWORD).await;
    let mut tab = app.browser();
    let known = tab.csrf_token().await;
    let fields = [("email", JOE), ("password", PASSWORD), ("csrf_token", known.as_str())];
    tab.post_form("/login", fields).await.is(302);
    let forged = [("password", PASSWORD), ("csrf_token", known.as_str())];
    let answer = tab.post_form("/verify", forged).await;
    assert_ne!(answer.status, 302, "the old token was good");
    tab.post_form("/logout", [("csrf_token", known.as_str())]).await;
    assert!(app.session(&tab).await.contains_key("_user_id"), "signed out by a forged request");
}

/// Two people at one browser: the second did not ask to be remembered, and the first is not to
/// come back when the second one's session ends.
#[tokio::test]
async fn a_sign_in_ends_what_the_browser_remembers_of_another() {
    let app = TestApp::new(|config| config.session.store = SessionStore::Cookie).await;
    app.user(JOE, PASSWORD).await;
    app.user(EVE, PASSWORD).await;
    let mut tab = app.browser();
    let remember = [("email", JOE), ("password", PASSWORD), ("remember", "y")];
    tab.post_form("/login", remember).await.is(302);
    app.change(JOE, &[UserField::Active(false)]).await;
    tab.sign_in(EVE, PASSWORD).await;
    assert_eq!(tab.cookie("remember_token"), None);
    // One's own stays.
    let remember = [("email", EVE), ("password", PASSWORD), ("remember", "y")];
    tab.set_cookie("session", None);
    tab.post_form("/login", remember).await.is(302);
    let kept = tab.cookie("remember_token").map(str::to_owned);
    assert!(kept.is_some());
}

/// Whoever is disabled and signs out is out, also when the account is enabled again.
#[tokio::test]
async fn signing_out_counts_while_the_account_is_disabled() {
    let app = TestApp::new(|_| {}).await;
    app.user(JOE, PASSWORD).await;
    let mut tab = app.browser();
    let remember = [("email", JOE), ("password", PASSWORD), ("remember", "y")];
    tab.post_form("/login", remember).await.is(302);
    app.change(JOE, &[UserField::Active(false)]).await;
    tab.post_form("/logout", []).await.is(302);
    app.change(JOE, &[UserField::Active(true)]).await;
    tab.get_json("/verify").await.is(401);
    assert_eq!(tab.cookie("remember_token"), None);
}

/// In the mode where guards check CSRF, a handler that asks for the user is guarded by that.
#[tokio::test]
async fn a_handler_that_asks_for_the_user_is_not_open_to_other_sites() {
    let guards = |builder: crate::Builder| {
        builder
            .setting("WTF_CSRF_ENABLED", true)
            .setting("CSRF_PROTECT", true)
            .setting("WTF_CSRF_CHECK_DEFAULT", false)
    };
    let app = TestApp::with(Recommended, guards).await;
    app.user(JOE, PASSWORD).await;
    let routes = Router::new()
        .route("/user", post(async |_: CurrentUser| "done"))
        .route("/identity", post(async |_: Identity| "done"))
        .route("/fresh", post(async |_: Fresh| "done"))
        .route("/open", post(async |_: Option<CurrentUser>| "done"));
    let app = app.serve(routes);
    let mut tab = app.browser();
    let token = tab.csrf_token().await;
    let fields = [("email", JOE), ("password", PASSWORD), ("csrf_token", token.as_str())];
    tab.post_form("/login", fields).await.is(302);
    let token = tab.csrf_token().await;
    for path in ["/user", "/identity", "/fresh"] {
        tab.post_form(path, [("a", "b")]).await.is(400);
        tab.post_form(path, [("csrf_token", token.as_str())]).await.is(200);
    }
    tab.post_form("/open", [("a", "b")]).await.is(200);
}
