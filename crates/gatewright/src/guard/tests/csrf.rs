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

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// Form: forms check themselves. Global: before every request. Guards: by the guard.
#[derive(Clone, Copy)]
enum Mode {
    Form,
    Global,
    Guards,
    Off,
}

async fn app_with(mode: Mode, more: &[(&str, serde_json::Value)]) -> TestApp {
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

async fn app(mode: Mode) -> TestApp {
    app_with(mode, &[]).await
}

async fn signed_in(app: &TestApp) -> Browser {
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

async fn auth_token(app: &TestApp) -> String {
    let mut tab = app.browser();
    let csrf = tab.csrf_token().await;
    let body = json!({ "email": JOE, "password": PASSWORD, "csrf_token": csrf });
    let mut tab = tab.header("X-CSRFToken", &csrf);
    let answer = tab.post_json("/login?include_auth_token", &body).await;
    answer.json()["response"]["user"]["authentication_token"].as_str().unwrap().to_owned()
}

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
