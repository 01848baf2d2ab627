//! Showing one's password again.

use axum::Router;
use axum::routing::get;
use jiff::SignedDuration;
use serde_json::json;

use crate::config::Preset::Recommended;
use crate::guard::auth_required;
use crate::i18n::messages as msg;
use crate::model::UserField;
use crate::testing::{Heard, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

async fn app() -> TestApp {
    let app = TestApp::new(|_| {}).await;
    app.user(JOE, PASSWORD).await;
    app.serve(Router::new().route("/vault", get(async || "gold").layer(auth_required().fresh())))
}

#[tokio::test]
async fn an_old_session_is_sent_to_verify_and_comes_back() {
    let app = app().await;
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    tab.get("/vault").await.is(200);
    app.advance(SignedDuration::from_hours(25));
    tab.get("/vault").await.redirects_to("/verify?next=/vault");
    let stale = tab.get_json("/vault").await;
    let response = stale.is(401).json()["response"].clone();
    assert_eq!(response["reauth_required"], true);
    assert_eq!(response["errors"], json!([app.text(msg::REAUTHENTICATION_REQUIRED)]));
    let page = tab.get("/verify?next=/vault").await;
    assert!(page.is(200).text().contains("value=\"/vault\""));
    let fields = [("password", PASSWORD), ("next", "/vault")];
    tab.post_form("/verify", fields).await.redirects_to("/vault");
    tab.get("/vault").await.is(200);
}

#[tokio::test]
async fn grace_slides_for_an_hour_and_no_longer() {
    let app = app().await;
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    app.advance(SignedDuration::from_hours(23) + SignedDuration::from_mins(50));
    tab.get("/vault").await.is(200);
    // Beyond the age, within the grace; each visit starts it anew.
    for _ in 0..3 {
        app.advance(SignedDuration::from_mins(50));
        tab.get("/vault").await.is(200);
    }
    app.advance(SignedDuration::from_mins(61));
    tab.get("/vault").await.redirects_to("/verify?next=/vault");
}

#[tokio::test]
async fn faults_are_named_and_heard() {
    let heard = Heard::default();
    let app = TestApp::with(Recommended, |builder| builder.listen(heard.clone())).await;
    app.user(JOE, PASSWORD).await;
    let mut tab = app.browser();
    tab.get("/verify").await.redirects_to("/login?next=/verify");
    tab.get_json("/verify").await.is(401);
    tab.post_json("/verify", &json!({ "password": PASSWORD })).await.is(401);
    tab.sign_in(JOE, PASSWORD).await;
    heard.take();
    let say = |key| json!({ "password": [app.text(key)] });
    for (body, expected) in [
        (json!({}), say(msg::PASSWORD_NOT_PROVIDED)),
        (json!({ "password": "wrong" }), say(msg::INVALID_PASSWORD)),
        (json!({ "password": ["a", "b"] }), say(msg::INVALID_PASSWORD)),
        (json!({ "password": true }), say(msg::API_ERROR)),
        (
            json!({ "password": PASSWORD, "next": "//evil.test" }),
            json!({ "next": [app.text(msg::INVALID_REDIRECT)] }),
        ),
    ] {
        let answer = tab.post_json("/verify", &body).await;
        assert_eq!(answer.is(400).field_errors(), expected, "{body}");
    }
    let failed = heard.take();
    let failed = failed.iter().filter(|line| line.starts_with("user_failed_authn")).count();
    assert_eq!(failed, 2);
    let good = tab.post_json("/verify?include_auth_token=", &json!({ "password": PASSWORD })).await;
    let user = good.is(200).json()["response"]["user"].clone();
    assert!(user["authentication_token"].is_string());
    assert!(!heard.take().iter().any(|line| line.starts_with("user_authenticated")));
}

#[tokio::test]
async fn an_account_without_password_is_told_so_politely() {
    let app = app().await;
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    app.change(JOE, &[UserField::Password(None)]).await;
    let answer = tab.post_json("/verify", &json!({ "password": PASSWORD })).await;
    let expected = json!({ "password": [app.text(msg::INVALID_PASSWORD)] });
    assert_eq!(answer.is(400).field_errors(), expected);
}

#[tokio::test]
async fn freshness_can_be_switched_off() {
    let app = TestApp::with(Recommended, |builder| builder.setting("SECURITY_FRESHNESS", -1)).await;
    app.user(JOE, PASSWORD).await;
    let vault = get(async || "gold").layer(auth_required().fresh());
    let app = app.serve(Router::new().route("/vault", vault));
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    app.advance(SignedDuration::from_hours(24 * 6));
    tab.get("/vault").await.is(200);
}
