//! What a sign-in must not inherit from the session that it finds.

use axum::Router;
use axum::routing::get;
use jiff::SignedDuration;
use serde_json::json;

use crate::config::Preset::{Flask, Recommended};
use crate::guard::auth_required;
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
        let app = TestApp::with(preset, |builder| builder).await;
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
        assert_eq!(app.session(&thief)["_user_id"], json!(joe.uniquifier));
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
    assert!(app.session(&tab).contains_key("_user_id"), "signed out by a forged request");
}
