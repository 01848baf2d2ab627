//! One's own sessions, through the real router.

mod matrix;
mod race;

use axum::Router;
use axum::routing::{get, post};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::config::Preset::Recommended;
use crate::guard::{CurrentUser, auth_token_required};
use crate::i18n::messages as msg;
use crate::request::cx::Cx;
use crate::testing::{Browser, Heard, TestApp};

const JOE: &str = "joe@lp.com";
const EVE: &str = "eve@lp.com";
const PASSWORD: &str = "correct horse battery";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

async fn with(change: impl FnOnce(crate::Builder) -> crate::Builder) -> TestApp {
    let app = TestApp::with(Recommended, change).await;
    app.user(JOE, PASSWORD).await;
    app.user(EVE, PASSWORD).await;
    app.serve(
        Router::new()
            .route("/me", get(async |me: CurrentUser| me.email.clone()))
            .route("/api", get(async || "data").layer(auth_token_required()))
            .route(
                "/note",
                post(async |cx: Cx| cx.session().set("note", &1).unwrap())
                    .get(async |cx: Cx| cx.session().text("note").is_some().to_string()),
            ),
    )
}

async fn app() -> TestApp {
    with(|builder| builder).await
}

async fn signed_in(app: &TestApp, email: &str) -> Browser {
    let mut tab = app.browser();
    tab.sign_in(email, PASSWORD).await;
    tab
}

async fn listed(tab: &mut Browser) -> Vec<Value> {
    let answer = tab.get_json("/sessions").await.is(200).json();
    answer["response"]["sessions"].as_array().unwrap().clone()
}

async fn token(app: &TestApp, email: &str) -> String {
    let credentials = json!({ "email": email, "password": PASSWORD });
    let answer = app.browser().post_json("/login?include_auth_token", &credentials).await;
    let answer = answer.is(200).json();
    answer["response"]["user"]["authentication_token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn sessions_are_listed_with_device_address_and_times() {
    let app = app().await;
    let mut phone = app.browser().header("User-Agent", FIREFOX).at([192, 0, 2, 7]);
    let fields = [("email", JOE), ("password", PASSWORD), ("remember", "y")];
    phone.post_form("/login", fields).await.redirects_to("/");
    signed_in(&app, EVE).await;
    app.advance(SignedDuration::from_hours(3));
    let mut tab = signed_in(&app, JOE).await;
    let listed = listed(&mut tab).await;
    assert_eq!(listed.len(), 2, "{listed:?}");
    let (own, other) = (&listed[0], &listed[1]);
    assert_eq!((&own["current"], &own["agent"]), (&json!(true), &Value::Null));
    assert_eq!((&own["address"], &own["remembered"]), (&json!("127.0.0.1"), &json!(false)));
    assert_eq!((&other["current"], &other["agent"]), (&json!(false), &json!("Firefox, Linux")));
    assert_eq!((&other["address"], &other["remembered"]), (&json!("192.0.2.7"), &json!(true)));
    assert_eq!(other["id"].as_str().unwrap().len(), 24);
    for key in ["created_at", "last_seen_at", "expires_at"] {
        assert!(other[key].as_str().unwrap().parse::<jiff::Timestamp>().is_ok(), "{other}");
    }
    let page = tab.get("/sessions").await.is(200).text();
    for words in ["Firefox, Linux", "3 hours ago", "just now", "192.0.2.7", "Unknown device"] {
        assert!(page.contains(words), "{words} in {page}");
    }
    // What opens a session is not there, in neither shape.
    for secret in [tab.cookie("session").unwrap(), phone.cookie("session").unwrap()] {
        assert!(!page.contains(secret) && !format!("{listed:?}").contains(secret));
    }
    assert!(!page.contains("SESSIONS_"), "a text is missing: {page}");
    let german = tab.send("GET", "/sessions", &[("accept-language", "de")], Vec::new()).await;
    assert!(german.text().contains("3 Stunden her"), "{}", german.text());
    // Those who are signed in find it.
    assert!(tab.get("/verify").await.text().contains("href=\"/account\""));
    assert!(tab.get("/account").await.text().contains("href=\"/sessions\""));
}

#[tokio::test]
async fn nobody_sees_the_page_without_a_sign_in() {
    let app = app().await;
    let mut tab = app.browser();
    tab.get("/sessions").await.redirects_to("/login?next=/sessions");
    tab.get_json("/sessions").await.is(401);
    for what in ["all", "others", "0123456789abcdef01234567"] {
        tab.post_json("/sessions", &json!({ "revoke": what })).await.is(401);
    }
    let cookie = TestApp::with(Recommended, |it| it.setting("SESSION_STORE", "cookie")).await;
    cookie.browser().get("/sessions").await.is(404);
}

#[tokio::test]
async fn one_session_ends_and_the_others_go_on() {
    let heard = Heard::default();
    let app = with(|builder| builder.listen(heard.clone())).await;
    let mut tab = signed_in(&app, JOE).await;
    let mut lost = signed_in(&app, JOE).await;
    let mut third = signed_in(&app, JOE).await;
    let id = listed(&mut lost).await[0]["id"].as_str().unwrap().to_owned();
    heard.take();
    let answer = tab.post_json("/sessions", &json!({ "revoke": id })).await;
    assert_eq!(answer.is(200).json()["response"]["revoked"], 1);
    assert_eq!(heard.take(), ["session_revoked joe@lp.com"]);
    lost.get_json("/me").await.is(401);
    tab.get("/me").await.is(200);
    third.get("/me").await.is(200);
    assert_eq!(listed(&mut tab).await.len(), 2);
    // By a form, and once more.
    let answer = tab.post_form("/sessions", [("revoke", &id)]).await;
    answer.redirects_to("/sessions");
    assert!(tab.get("/sessions").await.text().contains(&app.text(msg::SESSION_GONE)));
}

#[tokio::test]
async fn foreign_and_unknown_sessions_are_answered_as_those_that_are_gone() {
    let heard = Heard::default();
    let app = with(|builder| builder.listen(heard.clone())).await;
    let mut joe = signed_in(&app, JOE).await;
    let mut eve = signed_in(&app, EVE).await;
    let foreign = listed(&mut joe).await[0]["id"].clone();
    heard.take();
    let mut answers = Vec::new();
    for id in [foreign, json!("0123456789abcdef01234567"), json!("no id"), json!("OTHERS")] {
        let answer = eve.post_json("/sessions", &json!({ "revoke": id })).await;
        answers.push((answer.status, answer.json()["response"]["revoked"].clone()));
    }
    assert!(answers.iter().all(|one| *one == answers[0]), "{answers:?}");
    assert_eq!(answers[0].1, 0);
    assert!(heard.take().is_empty());
    joe.get("/me").await.is(200);
    for wrong in [
        json!({}),
        json!({ "revoke": "" }),
        json!({ "revoke": 7 }),
        json!({ "revoke": { "all": true } }),
    ] {
        eve.post_json("/sessions", &wrong).await.is(400);
    }
    eve.get("/me").await.is(200);
}

#[tokio::test]
async fn ending_ones_own_is_signing_out() {
    let app = app().await;
    let mut tab = signed_in(&app, JOE).await;
    let mut copy = tab.clone();
    let own = listed(&mut tab).await[0]["id"].as_str().unwrap().to_owned();
    tab.post_form("/sessions", [("revoke", &own)]).await.redirects_to("/login");
    assert_eq!(tab.cookie("session"), None);
    assert!(tab.get("/login").await.text().contains(&app.text(msg::SESSION_REVOKED)));
    copy.get_json("/me").await.is(401);
}

#[tokio::test]
async fn others_end_with_what_is_not_listed_and_this_one_goes_on() {
    let heard = Heard::default();
    let app = with(|builder| builder.listen(heard.clone())).await;
    let mut tab = signed_in(&app, JOE).await;
    let mut other = signed_in(&app, JOE).await;
    let mut eve = signed_in(&app, EVE).await;
    let mut client = app.browser().header("Authentication-Token", &token(&app, JOE).await);
    client.get("/api").await.is(200);
    tab.post_form("/note", []).await.is(200);
    let began = listed(&mut tab).await[0]["created_at"].clone();
    let mut copy = tab.clone();
    let mut under_way = tab.clone();
    app.advance(SignedDuration::from_mins(5));
    heard.take();
    tab.post_form("/sessions", [("revoke", "others")]).await.redirects_to("/sessions");
    assert_eq!(heard.take(), ["session_revoked joe@lp.com", "message_flashed success"]);
    let page = tab.get("/sessions").await.is(200).text();
    assert!(page.contains(&app.text(msg::SESSIONS_OTHERS_REVOKED)), "{page}");
    tab.get("/me").await.is(200);
    assert_eq!(tab.get("/note").await.text(), "false", "a number is no text");
    assert_eq!(app.session(&tab).await["note"], 1);
    // Of this session there may have been copies.
    for gone in [&mut other, &mut copy, &mut client] {
        gone.get_json("/me").await.is(401);
        gone.get_json("/api").await.is(401);
    }
    // What was under way takes the new cookie from nobody.
    assert!(under_way.post_form("/note", []).await.is(200).set_cookies().is_empty());
    eve.get("/me").await.is(200);
    let listed = listed(&mut tab).await;
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0]["created_at"], began, "it does not live longer for it");
    // Signed in with the new identity, and well.
    app.advance(SignedDuration::from_mins(5));
    tab.get("/me").await.is(200);
}

#[tokio::test]
async fn all_leads_to_the_sign_in_page() {
    let app = app().await;
    let mut tab = signed_in(&app, JOE).await;
    let mut other = signed_in(&app, JOE).await;
    let mut eve = signed_in(&app, EVE).await;
    let before = app.find(JOE).await.unwrap().uniquifier;
    tab.post_form("/sessions", [("revoke", "all")]).await.redirects_to("/login");
    assert_ne!(app.find(JOE).await.unwrap().uniquifier, before);
    assert!(tab.get("/login").await.text().contains("You are signed out everywhere."));
    for tab in [&mut tab, &mut other] {
        tab.get_json("/me").await.is(401);
    }
    eve.get("/me").await.is(200);
    tab.sign_in(JOE, PASSWORD).await;
    let answer = tab.post_json("/sessions", &json!({ "revoke": "all" })).await.is(200).json();
    assert_eq!(answer["response"], json!({ "revoked": 1 }));
}

/// A client with a token has no session that could go on.
#[tokio::test]
async fn a_client_with_a_token_may_ask_and_ends_its_own_with_the_others() {
    let app = app().await;
    let mut tab = signed_in(&app, JOE).await;
    let token = token(&app, JOE).await;
    let mut client = app.browser().header("Authentication-Token", &token);
    let sessions = listed(&mut client).await;
    assert_eq!(sessions.len(), 2, "the sign-in that brought the token began a session, too");
    assert!(sessions.iter().all(|one| one["current"] == false));
    let answer = client.post_json("/sessions", &json!({ "revoke": "others" })).await;
    assert_eq!(answer.is(200).json()["response"], json!({ "revoked": 2 }));
    client.get_json("/sessions").await.is(401);
    tab.get_json("/me").await.is(401);
}

/// OWASP ASVS 5.0, 7.5.2: having authenticated again.
#[tokio::test]
async fn ending_others_wants_a_fresh_sign_in_and_ones_own_does_not() {
    let app = app().await;
    let mut tab = signed_in(&app, JOE).await;
    app.advance(SignedDuration::from_hours(26));
    let mut other = signed_in(&app, JOE).await;
    let id = listed(&mut other).await[0]["id"].as_str().unwrap().to_owned();
    for what in [&id, "others", "all"] {
        tab.post_form("/sessions", [("revoke", what)]).await.redirects_to("/verify?next=/sessions");
        let stale = tab.post_json("/sessions", &json!({ "revoke": what })).await.is(401).json();
        assert_eq!(stale["response"]["reauth_required"], true);
    }
    other.get("/me").await.is(200);
    let own = listed(&mut tab).await[0]["id"].as_str().unwrap().to_owned();
    let mut again = tab.clone();
    again.post_json("/verify", &json!({ "password": PASSWORD })).await.is(200);
    again.post_form("/sessions", [("revoke", &id)]).await.redirects_to("/sessions");
    other.get_json("/me").await.is(401);
    app.advance(SignedDuration::from_hours(26));
    again.post_form("/sessions", [("revoke", &own)]).await.redirects_to("/login");
}

#[tokio::test]
async fn forms_need_their_token() {
    let app = with(|builder| builder.setting("WTF_CSRF_ENABLED", true)).await;
    let mut tab = app.browser();
    let csrf = tab.csrf_token().await;
    let fields = [("email", JOE), ("password", PASSWORD), ("csrf_token", &csrf)];
    tab.post_form("/login", fields).await.redirects_to("/");
    let page = tab.post_form("/sessions", [("revoke", "all")]).await.is(200).text();
    assert!(page.contains("CSRF"), "{page}");
    tab.get("/me").await.is(200);
    let csrf = tab.csrf_token().await;
    let fields = [("revoke", "all"), ("csrf_token", csrf.as_str())];
    tab.post_form("/sessions", fields).await.redirects_to("/login");
}
