//! Who need not show a token, and programs that read it from a cookie.

use axum::Router;
use axum::routing::post;
use jiff::SignedDuration;
use serde_json::json;

use super::csrf::{JOE, Mode, PASSWORD, app, app_with, auth_token, signed_in};
use crate::config::Preset::Flask;
use crate::guard::{CurrentUser, auth_required};
use crate::request::state::Mechanism::{Session, Token};
use crate::testing::TestApp;

#[tokio::test]
async fn mechanisms_that_no_browser_sends_by_itself_can_be_let_off() {
    let all = app(Mode::Guards).await;
    let token = auth_token(&all).await;
    let mut client = all.browser().header("Authentication-Token", &token);
    client.post_json("/guarded", &json!({})).await.is(400);

    let mechanisms = ("SECURITY_CSRF_PROTECT_MECHANISMS", json!(["session", "basic"]));
    let app = app_with(Mode::Guards, &[mechanisms]).await;
    let token = auth_token(&app).await;
    app.browser()
        .header("Authentication-Token", &token)
        .post_json("/guarded", &json!({}))
        .await
        .is(200);
    // With a session beside the token, a browser can be tricked into the request.
    let mut beside = signed_in(&app).await.header("Authentication-Token", &token);
    beside.post_json("/guarded", &json!({})).await.is(400);
}

#[tokio::test]
async fn endpoints_before_the_sign_in_can_be_let_off() {
    for mode in [Mode::Form, Mode::Guards] {
        let app = app_with(mode, &[("SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS", json!(true))]).await;
        let mut tab = app.browser();
        tab.post_json("/login", &json!({ "email": JOE, "password": PASSWORD })).await.is(200);
        // Now somebody is signed in.
        tab.post_json("/verify", &json!({ "password": PASSWORD })).await.is(400);
    }
}

#[tokio::test]
async fn switched_off_nothing_is_asked() {
    let app = app(Mode::Off).await;
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    tab.post_json("/guarded", &json!({})).await.is(200);
    assert_eq!(tab.post_json("/mine", &json!({})).await.text(), JOE);
}

#[tokio::test]
async fn single_page_applications_read_the_token_from_a_cookie() {
    let name = ("SECURITY_CSRF_COOKIE_NAME", json!("XSRF-TOKEN"));
    let app = app_with(Mode::Guards, &[name]).await;
    let mut tab = app.browser();
    tab.get_json("/login").await.is(200);
    let before = tab.cookie("XSRF-TOKEN").unwrap().to_owned();
    let mut spa = tab.clone().header("X-XSRF-Token", &before);
    spa.post_json("/login", &json!({ "email": JOE, "password": PASSWORD })).await.is(200);
    let after = spa.cookie("XSRF-TOKEN").unwrap().to_owned();
    // The sign-in brought another token; the page reads it from the cookie again.
    spa.post_json("/guarded", &json!({})).await.is(400);
    let session = spa.cookie("session").map(str::to_owned);
    let mut spa = app.browser().header("X-XSRF-Token", &after);
    spa.set_cookie("session", session.as_deref());
    spa.set_cookie("XSRF-TOKEN", Some(&after));
    spa.post_json("/guarded", &json!({})).await.is(200);
    // It is renewed when it has grown old.
    app.advance(SignedDuration::from_secs(3601));
    spa.post_json("/guarded", &json!({})).await.is(400);
    assert_ne!(spa.cookie("XSRF-TOKEN"), Some(after.as_str()));
    spa.post_json("/logout", &json!({})).await.is(200);
    assert_eq!(spa.cookie("XSRF-TOKEN"), None);
}

#[tokio::test]
async fn the_cookie_follows_the_session_whatever_page_is_asked_for() {
    let name = ("SECURITY_CSRF_COOKIE_NAME", json!("XSRF-TOKEN"));
    let each = ("SECURITY_CSRF_COOKIE_REFRESH_EACH_REQUEST", json!(true));
    let app = app_with(Mode::Guards, &[name.clone(), each]).await;
    // Nobody signed in: nothing is sent to a page that asks for nothing.
    let mut stranger = app.browser();
    assert_eq!(stranger.get("/echo").await.set_cookies(), [""; 0]);
    let mut tab = signed_in(&app).await;
    let line = |answer: &crate::testing::Answer| {
        let lines = answer.set_cookies();
        lines.iter().find(|line| line.starts_with("XSRF-TOKEN=")).map(ToString::to_string)
    };
    // `/echo` asks nobody who is there.
    let sent = line(&tab.get("/echo").await).unwrap();
    assert!(sent.ends_with("; Secure; Path=/; SameSite=Strict"), "{sent}");

    let app = app_with(Mode::Guards, &[name]).await;
    let mut tab = signed_in(&app).await;
    assert_eq!(line(&tab.get("/echo").await), None);
    app.advance(SignedDuration::from_secs(3601));
    assert!(line(&tab.get("/echo").await).is_some());
    assert_eq!(line(&tab.get("/echo").await), None);
    // A remember-me cookie brings the session back, and the token's cookie with it.
    let name = ("SECURITY_CSRF_COOKIE_NAME", json!("XSRF-TOKEN"));
    let app = app_with(Mode::Guards, &[name, ("SESSION_STORE", json!("cookie"))]).await;
    let mut tab = app.browser();
    let token = tab.csrf_token().await;
    let fields =
        [("email", JOE), ("password", PASSWORD), ("remember", "y"), ("csrf_token", &token)];
    tab.post_form("/login", fields).await.redirects_to("/");
    for gone in ["session", "XSRF-TOKEN"] {
        tab.set_cookie(gone, None);
    }
    assert!(line(&tab.get("/echo").await).is_some());
    assert_eq!(app.session(&tab).await["fs_cc"], "sent");
}

/// The reference skips the check for the attacker's token, and then acts for the victim's session.
#[tokio::test]
async fn a_token_of_ones_own_opens_no_way_around_the_check() {
    let settings = |builder: crate::Builder| {
        builder
            .setting("WTF_CSRF_ENABLED", true)
            .setting("CSRF_PROTECT", true)
            .setting("WTF_CSRF_CHECK_DEFAULT", false)
            .setting("SECURITY_CSRF_PROTECT_MECHANISMS", json!(["session", "basic"]))
    };
    let app = TestApp::with(Flask, settings).await;
    app.user(JOE, PASSWORD).await;
    app.user("eve@lp.com", PASSWORD).await;
    let guard = auth_required().mechanisms(&[Session, Token]);
    let mine = post(async |me: CurrentUser| me.email.clone()).layer(guard);
    let app = app.serve(Router::new().route("/mine", mine));
    let mut eve = app.browser();
    let csrf = eve.csrf_token().await;
    let body = json!({ "email": "eve@lp.com", "password": PASSWORD });
    let mut eve = eve.header("X-CSRFToken", &csrf);
    let answer = eve.post_json("/login?include_auth_token", &body).await.json();
    let token = answer["response"]["user"]["authentication_token"].as_str().unwrap().to_owned();
    let path = format!("/mine?auth_token={token}");
    // Alone it is good, and needs no CSRF token.
    assert_eq!(app.browser().post_form(&path, []).await.is(200).text(), "eve@lp.com");
    let mut joe = signed_in(&app).await;
    let tricked = joe.post_form(&path, [("a", "b")]).await;
    assert!(!tricked.text().contains("@lp.com"), "{}", tricked.text());
    assert!(tricked.is(302).location().unwrap().starts_with("/login?next="));
}
