//! What follows a reset: where it leads, who is signed in, who is told.

use serde_json::json;

use super::follow::{BOTH, shows};
use super::{EVE, JOE, NEW, PASSWORD, app, app_with, link};
use crate::config::Preset::{Flask, Recommended};
use crate::i18n::messages as msg;
use crate::testing::{Browser, Heard, TestApp};

#[tokio::test]
async fn afterwards_the_user_is_signed_in_where_the_settings_say_so() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app_with(preset, |builder| {
            builder
                .setting("SECURITY_AUTO_LOGIN_AFTER_RESET", true)
                .setting("SECURITY_POST_LOGIN_VIEW", "/home")
                .listen(heard.clone())
        })
        .await;
        let path = link(&app).await;
        let mut tab = app.browser();
        heard.take();
        tab.post_form(&path, BOTH).await.redirects_to("/home");
        assert!(heard.take().contains(&"user_authenticated joe@lp.com reset".to_owned()));
        shows(&app, &mut tab, msg::PASSWORD_RESET).await;
        let path = link(&app).await;
        let body =
            json!({ "password": "another one, please", "password_confirm": "another one, please" });
        let told = app.browser().post_json(&format!("{path}?include_auth_token"), &body).await;
        let told = told.is(200).json()["response"].clone();
        assert_eq!(told["tf_required"], false);
        assert!(told["csrf_token"].is_string(), "{told}");
        assert!(told["user"]["authentication_token"].is_string(), "{told}");
    }
}

#[tokio::test]
async fn where_to_go_afterwards_is_a_setting() {
    let app =
        app_with(Flask, |builder| builder.setting("SECURITY_POST_RESET_VIEW", "ui.result")).await;
    let path = link(&app).await;
    app.browser().post_form(&path, BOTH).await.redirects_to("/ui/result");
}

#[tokio::test]
async fn the_form_is_protected_against_other_sites() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| builder.setting("WTF_CSRF_ENABLED", true)).await;
        let mut tab = app.browser();
        let token = tab.csrf_token().await;
        tab.post_form("/reset", [("email", JOE), ("csrf_token", &token)]).await.is(200);
        let path = app.outbox().last().path();
        tab.post_form(&path, BOTH).await.is(200);
        assert!(signs_in_with(&app, &mut app.browser(), PASSWORD).await, "{preset:?}");
        let [one, two] = BOTH;
        tab.post_form(&path, [one, two, ("csrf_token", &token)]).await.redirects_to("/login");
        assert!(signs_in_with(&app, &mut app.browser(), NEW).await);
    }
}

async fn signs_in_with(_: &TestApp, tab: &mut Browser, password: &str) -> bool {
    let token = tab.csrf_token().await;
    let body = json!({ "email": JOE, "password": password, "csrf_token": token });
    tab.post_json("/login", &body).await.status == 200
}

#[tokio::test]
async fn somebody_else_who_is_signed_in_stays_so() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        let path = link(&app).await;
        let mut tab = app.browser();
        tab.sign_in(EVE, PASSWORD).await;
        tab.post_form(&path, BOTH).await.redirects_to("/login");
        let page = tab.get("/reset").await.text();
        assert!(page.contains("value=\"eve@lp.com\""), "{page}");
    }
}

#[tokio::test]
async fn notices_can_be_switched_off_and_named() {
    let app = app_with(Recommended, |builder| {
        builder.setting("SECURITY_SEND_PASSWORD_RESET_NOTICE_EMAIL", false)
    })
    .await;
    let path = link(&app).await;
    app.browser().post_form(&path, BOTH).await.redirects_to("/login");
    assert_eq!(app.outbox().len(), 1);
    let app = app_with(Recommended, |builder| {
        builder
            .setting("SECURITY_EMAIL_SUBJECT_PASSWORD_NOTICE", "It is done")
            .setting("SECURITY_EMAIL_SUBJECT_PASSWORD_RESET", "Here you are")
    })
    .await;
    let path = link(&app).await;
    assert_eq!(app.outbox().last().subject, "Here you are");
    app.browser().post_form(&path, BOTH).await.redirects_to("/login");
    assert_eq!(app.outbox().last().subject, "It is done");
}
