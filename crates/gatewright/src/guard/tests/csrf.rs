//! The four modes of CSRF protection.

use axum::Router;
use axum::routing::post;
use jiff::SignedDuration;
use serde_json::json;

use crate::config::Preset::{Flask, Recommended};
use crate::guard::{CsrfChecked, CurrentUser, auth_required, unauth_csrf};
use crate::i18n::messages::{self as msg, Key};
use crate::request::state::Mechanism::{Basic, Session, Token};
use crate::testing::{Browser, TestApp};

pub(super) const JOE: &str = "joe@lp.com";
pub(super) const PASSWORD: &str = "correct horse battery";
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// Form: forms check themselves. Global: before every request. Guards: by the guard.
#[derive(Clone, Copy)]
pub(super) enum Mode {
    Form,
    Global,
    Guards,
    Off,
}

pub(super) async fn app_with(mode: Mode, more: &[(&str, serde_json::Value)]) -> TestApp {
    let app = TestApp::with(Recommended, |mut builder| {
        let (enabled, protect, default) = match mode {
            Mode::Form => (true, false, true),
            Mode::Global => (true, true, true),
            Mode::Guards => (true, true, false),
            Mode::Off => (false, true, true),
        };
        builder = builder
            .setting("WTF_CSRF_ENABLED", enabled)
            .setting("CSRF_PROTECT", protect)
            .setting("WTF_CSRF_CHECK_DEFAULT", default)
            .setting("SECURITY_LOGOUT_CSRF", false);
        for (key, value) in more {
            builder = builder.setting(key, value.clone());
        }
        builder
    })
    .await;
    app.user(JOE, PASSWORD).await;
    let guard = auth_required().mechanisms(&[Basic, Session, Token]);
    app.serve(
        Router::new()
            .route("/echo", post(async |body: String| body))
            .route("/guarded", post(async |body: String| body).layer(guard))
            .route("/mine", post(async |me: CurrentUser| me.email.clone()))
            .merge(asking()),
    )
}

/// Routes that ask for the check themselves.
fn asking() -> Router {
    let asked = post(async |CsrfChecked(body): CsrfChecked<String>| body);
    let layered = post(async |body: String| body).layer(unauth_csrf());
    Router::new().route("/asked", asked).route("/layered", layered)
}

pub(super) async fn app(mode: Mode) -> TestApp {
    app_with(mode, &[]).await
}

pub(super) async fn signed_in(app: &TestApp) -> Browser {
    let mut tab = app.browser();
    let token = tab.csrf_token().await;
    let headers = [FORM, ("X-CSRFToken", token.as_str())];
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("email", JOE), ("password", PASSWORD), ("csrf_token", &token)])
        .finish();
    tab.send("POST", "/login", &headers, body.into_bytes()).await.redirects_to("/");
    tab
}

#[tokio::test]
async fn a_form_checks_its_own_field_whatever_carries_it() {
    let app = app(Mode::Form).await;
    let mut tab = app.browser();
    let token = tab.csrf_token().await;
    let wrong = json!({ "email": JOE, "password": "wrong" });
    // With a good token only the password is wrong.
    let mut with_token = wrong.clone();
    with_token["csrf_token"] = json!(token);
    let generic = json!({ "": [app.text(msg::GENERIC_AUTHN_FAILED)] });
    assert_eq!(tab.post_json("/login", &with_token).await.field_errors(), generic);
    let at_token = async |tab: &mut Browser, sent: serde_json::Value| {
        let mut body = wrong.clone();
        body["csrf_token"] = sent;
        tab.post_json("/login", &body).await.is(400).field_errors()["csrf_token"].clone()
    };
    let expected = |key: Key| json!([app.text(key)]);
    assert_eq!(at_token(&mut tab, json!("")).await, expected(msg::CSRF_TOKEN_MISSING));
    assert_eq!(at_token(&mut tab, json!(null)).await, expected(msg::CSRF_TOKEN_MISSING));
    assert_eq!(at_token(&mut tab, json!("rubbish")).await, expected(msg::CSRF_TOKEN_INVALID));
    let mut stranger = app.browser();
    let foreign = stranger.csrf_token().await;
    assert_eq!(at_token(&mut tab, json!(foreign)).await, expected(msg::CSRF_TOKEN_MISMATCH));
    assert_eq!(
        at_token(&mut app.browser(), json!(token)).await,
        expected(msg::CSRF_TOKEN_MISMATCH)
    );
    // Headers do not count in this mode.
    let header = tab.clone().header("X-CSRFToken", &token).post_json("/login", &wrong).await;
    assert_eq!(header.field_errors()["csrf_token"], expected(msg::CSRF_TOKEN_MISSING));

    let fields = [("email", JOE), ("password", PASSWORD), ("csrf_token", token.as_str())];
    tab.clone().post_form("/login", fields).await.redirects_to("/");
    tab.clone().post_multipart("/login", fields).await.redirects_to("/");
    app.advance(SignedDuration::from_secs(3601));
    assert_eq!(at_token(&mut tab, json!(token)).await, expected(msg::CSRF_TOKEN_EXPIRED));
    // The application's own endpoints are its own affair.
    assert_eq!(tab.post_form("/echo", [("a", "b")]).await.text(), "a=b");
}

#[tokio::test]
async fn the_whole_application_is_checked_before_anything_else() {
    let app = app(Mode::Global).await;
    let mut tab = app.browser();
    let token = tab.csrf_token().await;
    let page = tab.post_form("/echo", [("a", "b")]).await;
    assert!(page.is(400).text().contains(&app.text(msg::CSRF_TOKEN_MISSING)));
    tab.post_form("/logout", []).await.is(400);
    tab.send("PUT", "/echo", &[], Vec::new()).await.is(400);
    tab.send("DELETE", "/nowhere", &[], Vec::new()).await.is(400);
    // The body arrives unchanged behind the check.
    let body = tab.post_form("/echo", [("csrf_token", &token), ("a", "b")]).await.text();
    assert!(body.ends_with("&a=b"), "{body}");
    tab.post_form("/echo", [("login-csrf_token", token.as_str())]).await.is(200);
    let several = [("a-csrf_token", ""), ("b-csrf_token", token.as_str())];
    tab.post_form("/echo", several).await.is(200);
    // The field before those that end like it, and both before the headers.
    let field_first = [("csrf_token", "wrong"), ("a-csrf_token", token.as_str())];
    tab.clone().header("X-CSRFToken", &token).post_form("/echo", field_first).await.is(400);
    tab.post_form("/echo", [("csrf_token2", token.as_str())]).await.is(400);
    tab.clone().header("X-Other-Token", &token).post_form("/echo", []).await.is(400);
    let parts = [("csrf_token", token.as_str()), ("a", "b")];
    assert!(tab.post_multipart("/echo", parts).await.is(200).text().contains("name=\"a\""));
    for name in ["X-CSRFToken", "X-CSRF-Token", "X-XSRF-Token"] {
        let mut tab = tab.clone().header(name, &token);
        assert_eq!(tab.post_json("/echo", &json!({ "a": 1 })).await.text(), r#"{"a":1}"#);
        // Larger than what is looked into: the header speaks for it.
        let large = vec![b'x'; 300 * 1024];
        let media = [("content-type", "multipart/form-data; boundary=edge")];
        let answer = tab.send("POST", "/echo", &media, large).await;
        assert_eq!(answer.is(200).text().len(), 300 * 1024);
    }
    // A token in JSON is not looked for.
    tab.post_json("/echo", &json!({ "csrf_token": token })).await.is(400);
    // Nor is the token of somebody else's session.
    let foreign = app.browser().csrf_token().await;
    let page = tab.post_form("/echo", [("csrf_token", &foreign)]).await;
    assert!(page.is(400).text().contains(&app.text(msg::CSRF_TOKEN_MISMATCH)));
    // Nor is one good without the session that it was made for.
    let mut bare = app.browser().header("X-CSRFToken", &token);
    let page = bare.post_form("/echo", []).await;
    assert!(page.is(400).text().contains(&app.text(msg::CSRF_SESSION_TOKEN_MISSING)));
}

#[tokio::test]
async fn over_https_the_referrer_has_to_fit() {
    let alone = ("CSRF_ORIGIN_CHECK", json!(false));
    let app = app_with(Mode::Global, &[alone]).await;
    let mut tab = app.browser().base("https://app.test:8443");
    let token = tab.csrf_token().await;
    let tab = tab.header("X-CSRFToken", &token);
    for (referrer, status) in [
        (None, 400),
        (Some("https://app.test:8443/page"), 200),
        (Some("HTTPS://APP.TEST:8443"), 200),
        (Some("http://app.test:8443/page"), 400),
        (Some("https://app.test/page"), 400),
        (Some("https://app.test:8443@evil.test/"), 400),
        (Some("https://evil.test/?https://app.test:8443/"), 400),
        (Some("https://"), 400),
        (Some("né"), 400),
    ] {
        let mut tab = tab.clone();
        if let Some(referrer) = referrer {
            tab = tab.header("Referer", referrer);
        }
        tab.post_form("/echo", []).await.is(status);
    }
}

#[tokio::test]
async fn a_guard_checks_by_the_way_somebody_came() {
    let app = app(Mode::Guards).await;
    let mut tab = signed_in(&app).await;
    // Nobody guards this one.
    tab.post_form("/echo", []).await.is(200);
    let refused = tab.send("POST", "/guarded", &[("accept", "application/json")], Vec::new()).await;
    assert_eq!(
        refused.is(400).json()["response"],
        json!({ "errors": [app.text(msg::CSRF_TOKEN_MISSING)] })
    );
    let token = tab.csrf_token().await;
    tab.post_form("/guarded", [("csrf_token", &token)]).await.is(200);
    tab.clone().header("X-CSRFToken", &token).post_json("/guarded", &json!({})).await.is(200);
    // Before the sign-in, forms of ours are checked as well.
    app.browser().post_json("/login", &json!({})).await.is(400);
    // Nobody signed in is told so first.
    app.browser().post_json("/guarded", &json!({})).await.is(401);
}

pub(super) async fn auth_token(app: &TestApp) -> String {
    let mut tab = app.browser();
    let csrf = tab.csrf_token().await;
    let body = json!({ "email": JOE, "password": PASSWORD, "csrf_token": csrf });
    let mut tab = tab.header("X-CSRFToken", &csrf);
    let answer = tab.post_json("/login?include_auth_token", &body).await;
    answer.json()["response"]["user"]["authentication_token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn handlers_and_layers_ask_in_every_mode() {
    for mode in [Mode::Form, Mode::Global, Mode::Guards] {
        let app = app(mode).await;
        let mut tab = app.browser();
        let token = tab.csrf_token().await;
        for path in ["/asked", "/layered"] {
            let page = tab.post_form(path, [("a", "b")]).await;
            assert!(page.is(400).text().contains(&app.text(msg::CSRF_TOKEN_MISSING)), "{path}");
            let good = [("a", "b"), ("csrf_token", token.as_str())];
            // The body arrives whole.
            assert!(tab.post_form(path, good).await.is(200).text().starts_with("a=b&csrf_token="));
            tab.clone().header("X-CSRFToken", &token).post_form(path, []).await.is(200);
            let mut spa = tab.clone().header("X-CSRFToken", &token);
            assert_eq!(spa.post_json(path, &json!({})).await.is(200).text(), "{}");
            let foreign = app.browser().csrf_token().await;
            tab.post_form(path, [("csrf_token", &foreign)]).await.is(400);
            app.browser().post_form(path, [("csrf_token", &token)]).await.is(400);
            let json = tab.post_json(path, &json!({ "csrf_token": token })).await;
            assert_eq!(json.is(400).json()["response"]["errors"].as_array().unwrap().len(), 1);
        }
    }
    let off = app(Mode::Off).await;
    off.browser().post_form("/asked", []).await.is(200);
    // The reference's guards leave forms to the forms; who asks in words is answered.
    let settings = |builder: crate::Builder| builder.setting("WTF_CSRF_ENABLED", true);
    let flask = TestApp::with(Flask, settings).await.serve(asking());
    flask.browser().post_form("/layered", []).await.is(200);
    flask.browser().post_form("/asked", []).await.is(400);
}
