//! The session in a cookie through the real router: what applications keep in it, and when it ends.

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::config::Preset::{Flask, Recommended};
use crate::guard::CurrentUser;
use crate::request::cx::Cx;
use crate::testing::{Browser, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Cart {
    items: Vec<u64>,
    note: Option<String>,
}

async fn fill(cx: Cx) -> Response {
    let session = cx.session();
    assert!(!session.has("cart"));
    assert_eq!(session.get::<Cart>("cart"), None);
    session
        .set("cart", &Cart { items: vec![1, u64::MAX], note: Some("für Jörg \u{1f40e}".into()) })
        .unwrap();
    session.set("count", &3).unwrap();
    session.set("name", &"Jörg").unwrap();
    session.set("yes", &true).unwrap();
    "filled".into_response()
}

async fn look(cx: Cx) -> Response {
    let session = cx.session();
    let cart: Cart = session.get("cart").unwrap();
    assert_eq!(cart.items, [1, u64::MAX]);
    assert_eq!(cart.note.as_deref(), Some("für Jörg \u{1f40e}"));
    assert_eq!(session.number("count"), Some(3.0));
    assert_eq!(session.text("name").as_deref(), Some("Jörg"));
    assert_eq!(session.flag("yes"), Some(true));
    // Of another type than asked for is as good as absent.
    assert_eq!(
        (session.text("count"), session.number("name"), session.flag("cart")),
        (None, None, None)
    );
    assert_eq!(session.get::<Cart>("name"), None);
    "looked".into_response()
}

async fn forget(cx: Cx) -> Response {
    for key in ["cart", "count", "name", "yes"] {
        cx.session().remove(key);
    }
    format!("{}", cx.session().is_empty()).into_response()
}

fn routes() -> Router {
    Router::new()
        .route("/plain", get(async || "plain"))
        .route("/fill", get(fill))
        .route("/look", get(look))
        .route("/forget", get(forget))
        .route("/stay", get(async |cx: Cx| cx.session().set_permanent(true)))
        .route("/touch", get(async |cx: Cx| cx.session().set("touched", &true).unwrap()))
        .route("/me", get(async |me: CurrentUser| me.email.clone()))
}

/// The session is the cookie.
fn in_cookie(builder: crate::Builder) -> crate::Builder {
    builder.setting("SESSION_STORE", "cookie")
}

async fn app() -> TestApp {
    let app = TestApp::with(Recommended, in_cookie).await;
    app.user(JOE, PASSWORD).await;
    app.serve(routes())
}

#[tokio::test]
async fn what_an_application_keeps_comes_back_as_it_was() {
    let app = app().await;
    let mut tab = app.browser();
    assert!(tab.get("/plain").await.set_cookies().is_empty());
    tab.get("/fill").await.is(200);
    let looked = tab.get("/look").await;
    assert_eq!(looked.is(200).text(), "looked");
    assert!(looked.set_cookies().is_empty(), "reading writes nothing");
    assert_eq!(looked.header("vary"), Some("Cookie"));
    assert_eq!(tab.get("/forget").await.text(), "true");
    assert_eq!(tab.cookie("session"), None, "an empty session is no cookie");
    tab.get("/plain").await.is(200);
}

#[tokio::test]
async fn values_that_nobody_here_knows_survive_bit_for_bit() {
    let app = app().await;
    let odd = [
        ("decimal", "0.10"),
        ("exponent", "1E+2"),
        ("long", "123456789012345678901234567890"),
        ("moment", r#"{" d":"Sun, 22 Nov 2026 00:00:00 GMT"}"#),
        ("spaced", "[ 1 ,  2 ]"),
        ("text", r#""\u00fc\/ü""#),
        ("tuple", r#"{" t":[1,{" u":"0123456789abcdef0123456789abcdef"}]}"#),
        ("twice", r#"{"a":1,"a":2}"#),
    ];
    let mut tab = app.browser();
    app.put_session(&mut tab, odd).await;
    tab.get("/touch").await.is(200);
    tab.sign_in(JOE, PASSWORD).await;
    let cookie = tab.cookie("session").unwrap();
    let codec = &app.security().keys().session;
    let payload = codec.decode(cookie, app.clock().unix(), 60).unwrap();
    for (key, json) in odd {
        assert_eq!(payload.get_raw(key), Some(json), "{key}");
    }
}

#[tokio::test]
async fn a_cookie_has_the_attributes_of_the_settings() {
    let app = app().await;
    let line = app.browser().get("/fill").await.set_cookies()[0].to_owned();
    assert!(line.ends_with("; HttpOnly; Path=/; SameSite=Lax"), "{line}");
    let line =
        app.browser().base("https://app.test").get("/fill").await.set_cookies()[0].to_owned();
    assert!(line.starts_with("__Host-session="), "{line}");
    assert!(line.ends_with("; Secure; HttpOnly; Path=/; SameSite=Lax"), "{line}");
    let mut tab = app.browser();
    let line = tab.get("/stay").await.set_cookies()[0].to_owned();
    assert!(line.contains("; Expires="), "{line}");
    // A permanent one is sent again with every answer that looked at it.
    assert_eq!(tab.get("/touch").await.set_cookies().len(), 1);
    assert_eq!(tab.get("/touch").await.set_cookies().len(), 1);
}

#[tokio::test]
async fn a_session_ends_after_its_life() {
    let app = app().await;
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    app.advance(SignedDuration::from_hours(31 * 24));
    tab.get("/me").await.is(200);
    app.advance(SignedDuration::from_hours(31 * 24) + SignedDuration::from_secs(1));
    tab.get("/me").await.redirects_to("/login?next=/me");
}

#[tokio::test]
async fn former_keys_open_sessions_and_tokens_and_new_ones_sign() {
    const OLD: &str = "the former key that only tests use 0123456789";
    const NEW: &str = "the present key that only tests use 0123456789";
    let with = async |key: &'static str, fallbacks: &'static [&'static str]| {
        let app = TestApp::with(Recommended, |builder| {
            in_cookie(builder)
                .setting("SECRET_KEY", key)
                .setting("SECRET_KEY_FALLBACKS", json!(fallbacks))
        })
        .await;
        let mut joe = crate::model::NewUser::new(JOE);
        joe.uniquifier = Some("0123456789abcdef0123456789abcdef".to_owned());
        joe.password = Some(app.security().passwords().hash(PASSWORD).await.unwrap());
        app.security().store().create_user(joe).await.unwrap();
        app.serve(routes())
    };
    let (before, after, strict) =
        (with(OLD, &[]).await, with(NEW, &[OLD]).await, with(NEW, &[]).await);
    let mut tab = before.browser();
    let body = json!({ "email": JOE, "password": PASSWORD, "remember": true });
    let answer = tab.post_json("/login?include_auth_token", &body).await;
    let token = answer.json()["response"]["user"]["authentication_token"].clone();
    let token = token.as_str().unwrap();
    let moved = |app: &TestApp, names: &[&str]| -> Browser {
        let mut other = app.browser();
        for name in names {
            other.set_cookie(name, tab.cookie(name));
        }
        other
    };
    let mut kept = moved(&after, &["session"]);
    kept.get("/me").await.is(200);
    kept.get("/touch").await.is(200);
    // Signed by the new key now: whoever only knows the former one cannot read it.
    let mut back = before.browser();
    back.set_cookie("session", kept.cookie("session"));
    back.get("/me").await.redirects_to("/login?next=/me");
    after.browser().header("Authentication-Token", token).get("/me").await.is(200);
    moved(&strict, &["session"]).get("/me").await.redirects_to("/login?next=/me");
    strict.browser().header("Authentication-Token", token).get_json("/me").await.is(401);
    // Remember-me cookies know the present key alone, as with the reference.
    moved(&after, &["remember_token"]).get("/me").await.redirects_to("/login?next=/me");
    moved(&before, &["remember_token"]).get("/me").await.is(200);
}

async fn protected(mode: &'static str) -> TestApp {
    let strict = |builder: crate::Builder| in_cookie(builder).setting("SESSION_PROTECTION", mode);
    let app = TestApp::with(Recommended, strict).await;
    app.user(JOE, PASSWORD).await;
    app.serve(routes())
}

async fn remembered(app: &TestApp) -> Browser {
    let mut tab = app.browser().header("User-Agent", "one");
    let fields = [("email", JOE), ("password", PASSWORD), ("remember", "y")];
    tab.post_form("/login", fields).await.redirects_to("/");
    tab
}

/// The same cookies in another browser.
fn stolen(app: &TestApp, tab: &Browser, names: &[&str]) -> Browser {
    let mut other = app.browser().header("User-Agent", "two");
    for name in names {
        other.set_cookie(name, tab.cookie(name));
    }
    other
}

#[tokio::test]
async fn strong_protection_ends_a_session_that_changes_hands() {
    let app = protected("strong").await;
    let tab = remembered(&app).await;
    tab.clone().get("/me").await.is(200);
    let mut thief = stolen(&app, &tab, &["session", "remember_token"]);
    thief.get("/me").await.redirects_to("/login?next=/me");
    assert_eq!(thief.cookie("remember_token"), None);
    assert!(!app.session(&thief).await.contains_key("_user_id"));
    // A session that remember-me brings back belongs to the browser that it came from.
    let mut again = stolen(&app, &tab, &["remember_token"]);
    again.get("/me").await.is(200);
    again.get("/me").await.is(200);
}

#[tokio::test]
async fn basic_protection_only_takes_the_freshness_away() {
    let app = protected("basic").await;
    let tab = remembered(&app).await;
    assert_eq!(app.session(&tab).await["_fresh"], true);
    let mut thief = stolen(&app, &tab, &["session"]);
    thief.get("/me").await.is(200);
    assert_eq!(app.session(&thief).await["_fresh"], false);
}

#[tokio::test]
async fn a_strangers_header_does_not_move_a_session() {
    for (preset, trusted) in [(Flask, true), (Recommended, false)] {
        let strong =
            |builder: crate::Builder| in_cookie(builder).setting("SESSION_PROTECTION", "strong");
        let app = TestApp::with(preset, strong).await;
        app.user(JOE, PASSWORD).await;
        let app = app.serve(routes());
        let mut tab = app.browser();
        tab.sign_in(JOE, PASSWORD).await;
        let mut elsewhere = tab.header("X-Forwarded-For", "10.9.8.7");
        // The reference goes by the header; both stacks have to agree on a session.
        elsewhere.get("/me").await.is(if trusted { 302 } else { 200 });
    }
}

#[tokio::test]
async fn a_remembered_browser_is_renewed_where_the_settings_say_so() {
    let app = TestApp::with(Recommended, |builder| {
        in_cookie(builder).setting("REMEMBER_COOKIE_REFRESH_EACH_REQUEST", true)
    })
    .await;
    app.user(JOE, PASSWORD).await;
    let app = app.serve(routes());
    let mut tab = remembered(&app).await;
    let lines = tab.get("/me").await;
    assert!(lines.set_cookies().iter().any(|line| line.starts_with("remember_token=")));
    assert!(tab.get("/plain").await.set_cookies().is_empty(), "nobody asked who is there");
}

#[tokio::test]
async fn flashed_messages_are_bounded_and_taken_once() {
    let app = app().await;
    let mut tab = app.browser();
    for _ in 0..30 {
        tab.get("/me").await.redirects_to("/login?next=/me");
    }
    assert_eq!(app.session(&tab).await["_flashes"].as_array().unwrap().len(), 20);
    tab.get("/login").await.is(200);
    assert!(!app.session(&tab).await.contains_key("_flashes"));
}
