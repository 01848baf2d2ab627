//! By which credentials somebody comes in.

use async_trait::async_trait;
use axum::Router;
use data_encoding::BASE64;
use jiff::SignedDuration;
use serde_json::json;

use super::guards::{JILL, JOE, PASSWORD, app, basic, behind, routes, session, token};
use crate::config::Preset::{Flask, Recommended};
use crate::guard::http_auth_required;
use crate::hooks::{Hooks, Lock};
use crate::model::User;
use crate::testing::{Answer, Browser, Heard, TestApp};

#[tokio::test]
async fn each_mechanism_opens_its_own_doors() {
    let app = app().await;
    let by_token = app.browser().header("Authentication-Token", &token(&app, JOE).await);
    let by_basic = app.browser().header("Authorization", &basic(JOE, PASSWORD));
    let by_session = session(&app, JOE).await;
    let text = async |tab: &Browser, path| tab.clone().get_json(path).await.text();
    assert_eq!(text(&by_token, "/in").await, "joe@lp.com token");
    assert_eq!(text(&by_token, "/any").await, "joe@lp.com token");
    assert_eq!(text(&by_token, "/token").await, "joe@lp.com token");
    assert_eq!(text(&by_session, "/in").await, "joe@lp.com session");
    assert_eq!(text(&by_basic, "/basic").await, "joe@lp.com basic");
    assert_eq!(text(&by_basic, "/any").await, "joe@lp.com basic");
    by_token.clone().get_json("/session").await.is(401);
    by_basic.clone().get_json("/in").await.is(401);
    by_basic.clone().get_json("/token").await.is(401);
    by_session.clone().get_json("/basic").await.is(401);
}

#[tokio::test]
async fn credentials_of_two_users_in_one_request_open_nothing() {
    let app = app().await;
    let joe = session(&app, JOE).await;
    let jills = token(&app, JILL).await;
    let own = token(&app, JOE).await;
    for path in ["/in", "/any", "/token", "/read-or-write", "/fresh"] {
        joe.clone().header("Authentication-Token", &jills).get_json(path).await.is(401);
        joe.clone().header("Authentication-Token", &own).get_json(path).await.is(200);
    }
    let jill = basic(JILL, PASSWORD);
    joe.clone().header("Authorization", &jill).get_json("/basic").await.is(401);
    joe.clone().header("Authorization", &basic(JOE, PASSWORD)).get_json("/basic").await.is(200);
    // A token that is no good does not stand in the way of the session.
    let mixed = joe.clone().header("Authentication-Token", "rubbish").get_json("/in").await;
    assert_eq!(mixed.text(), "joe@lp.com session");
}

#[tokio::test]
async fn a_token_does_not_make_a_session_fresh() {
    let app = app().await;
    let mut joe = session(&app, JOE).await;
    app.advance(SignedDuration::from_hours(25));
    joe.get_json("/fresh").await.is(401);
    let jills = token(&app, JILL).await;
    joe.clone().header("Authentication-Token", &jills).get_json("/fresh").await.is(401);
    let own = joe.clone().header("Authentication-Token", &token(&app, JOE).await);
    own.clone().get_json("/fresh").await.is(200);
    joe.get_json("/fresh").await.is(401);
    assert!(!app.session(&joe).await.contains_key("fs_gexp"));
}

#[tokio::test]
async fn tokens_end_and_count_only_where_the_settings_look() {
    let app = app().await;
    let joes = token(&app, JOE).await;
    let by_query = format!("/in?auth_token={joes}");
    app.browser().get_json(&by_query).await.is(401);
    let body = json!({ "auth_token": joes });
    app.browser().post_json("/in", &body).await.is(401);
    let tab = app.browser().header("Authentication-Token", &joes);
    app.advance(SignedDuration::from_mins(15));
    tab.clone().get_json("/in").await.is(200);
    app.advance(SignedDuration::from_secs(1));
    tab.clone().get_json("/in").await.is(401);

    let app = TestApp::with(Flask, |builder| builder).await;
    app.user(JOE, PASSWORD).await;
    let app = app.serve(routes());
    let joes = token(&app, JOE).await;
    app.browser().get_json(&format!("/in?auth_token={joes}")).await.is(200);
    app.browser().post_json("/in", &json!({ "auth_token": joes })).await.is(200);
    // A later source decides, even if it is no good.
    let header = app.browser().header("Authentication-Token", &joes);
    header.clone().get_json("/in?auth_token=rubbish").await.is(401);
    header.clone().post_json("/in", &json!({ "auth_token": 7 })).await.is(401);
}

struct Monday;

#[async_trait]
impl Hooks for Monday {
    async fn locked(&self, user: &User) -> crate::error::Result<Option<Lock>> {
        Ok((user.email == JILL).then(Lock::default))
    }
}

#[tokio::test]
async fn http_basic_is_as_strict_as_the_sign_in() {
    let heard = Heard::default();
    let app = TestApp::with(Recommended, |builder| builder.hooks(Monday).listen(heard.clone()));
    let app = app.await;
    app.user(JOE, PASSWORD).await;
    app.user(JILL, PASSWORD).await;
    let app = app.serve(routes());
    let ask = async |header: &str| -> (u16, u64) {
        let before = app.security().passwords().jobs();
        let tab = app.browser().header("Authorization", header);
        let answer = tab.clone().get_json("/basic").await;
        (answer.status.as_u16(), app.security().passwords().jobs() - before)
    };
    assert_eq!(ask(&basic(JOE, PASSWORD)).await, (200, 1));
    assert_eq!(ask(&basic("JOE@lp.com", PASSWORD)).await, (200, 1));
    heard.take();
    assert_eq!(ask(&basic(JOE, "wrong")).await, (401, 1));
    assert_eq!(heard.take(), ["user_failed_authn joe@lp.com password", "user_unauthenticated"]);
    assert_eq!(ask(&basic("nobody@lp.com", PASSWORD)).await, (401, 1));
    assert_eq!(ask(&basic(JILL, PASSWORD)).await, (401, 1));
    let nothing = BASE64.encode(b":");
    for odd in ["", "Basic", "Basic ", "Basic !", "Bearer x", &format!("Basic {nothing}")] {
        assert_eq!(ask(odd).await, (401, 0), "{odd}");
    }
}

#[tokio::test]
async fn a_challenge_names_the_realm() {
    let app = app().await;
    let header = async |path: &str| -> Vec<Option<String>> {
        let challenge = |answer: &Answer| answer.header("www-authenticate").map(str::to_owned);
        let (html, json) = (app.browser().get(path).await, app.browser().get_json(path).await);
        vec![challenge(html.is(401)), challenge(json.is(401))]
    };
    let usual = Some("Basic realm=\"Login Required\"".to_owned());
    assert_eq!(header("/basic").await, [usual.clone(), usual.clone()]);
    assert_eq!(header("/any").await, [usual.clone(), usual]);
    let quoted = Some(r#"Basic realm="a \"quoted\" \\ realm""#.to_owned());
    assert_eq!(header("/quoted").await, [quoted.clone(), quoted]);
}

#[tokio::test]
async fn a_guard_has_its_own_age() {
    let app = app().await;
    let mut joe = session(&app, JOE).await;
    joe.get("/brief").await.is(200);
    app.advance(SignedDuration::from_mins(59));
    joe.get("/brief").await.is(200);
    app.advance(SignedDuration::from_mins(61));
    joe.get("/brief").await.redirects_to("/verify?next=/brief");
    joe.get("/fresh").await.is(200);
    // Basic shows the password with every request.
    let behind = behind(http_auth_required().within(SignedDuration::from_secs(1), None));
    let app = app.serve(Router::new().route("/basic-brief", behind));
    let by_basic = app.browser().header("Authorization", &basic(JOE, PASSWORD));
    by_basic.clone().get("/basic-brief").await.is(200);
}
