//! The page, its fields and their errors.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{JOE, NEW, PASSWORD, app, app_with, filled, signed_in, signs_in};
use crate::config::Preset::{Flask, Recommended};
use crate::i18n::messages::{self as msg, Message};
use crate::model::UserField;
use crate::testing::fixture::{faults, members};
use crate::testing::{Heard, TestApp};

#[tokio::test]
async fn there_is_nothing_unless_it_is_switched_on() {
    let app = TestApp::new(|_| {}).await;
    app.browser().get("/change").await.is(404);
}

#[tokio::test]
async fn it_is_for_those_who_are_signed_in() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        let mut tab = app.browser();
        tab.get("/change").await.redirects_to("/login?next=/change");
        tab.get_json("/change").await.is(401);
        tab.post_json("/change", &json!({})).await.is(401);
        let mut tab = signed_in(&app).await;
        let page = tab.get("/change").await.is(200).text();
        assert!(page.contains("name=\"change_password_form\""), "{page}");
        assert!(page.contains("autocomplete=\"current-password\""), "{page}");
        let told = tab.get_json("/change").await;
        assert_eq!(members(told.is(200)), ["active_password", "csrf_token", "user"]);
        assert_eq!(told.json()["response"]["active_password"], true);
        assert!(tab.get("/").await.status == 404);
    }
}

#[tokio::test]
async fn a_form_changes_it() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app_with(preset, |builder| {
            builder.setting("SECURITY_POST_LOGIN_VIEW", "/home").listen(heard.clone())
        })
        .await;
        let mut tab = signed_in(&app).await;
        heard.take();
        tab.post_form("/change", filled(PASSWORD, NEW)).await.redirects_to("/home");
        let events = heard.take();
        let at = |name: &str| events.iter().position(|event| event == name).unwrap();
        let signed_in = at("user_authenticated joe@lp.com change");
        assert!(signed_in < at("password_changed joe@lp.com"), "{events:?}");
        let page = tab.get("/change").await.is(200).text();
        assert!(page.contains(&app.text(msg::PASSWORD_CHANGE)), "{page}");
        assert!(signs_in(&app, NEW).await && !signs_in(&app, PASSWORD).await);
        let notice = app.outbox().last();
        assert_eq!(notice.to.address, JOE);
        assert_eq!(notice.subject, "Your password was changed");
        assert_eq!(app.outbox().len(), 1);
    }
}

#[tokio::test]
async fn json_changes_it_and_gives_a_token_when_asked() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        let mut tab = signed_in(&app).await;
        let body = Value::Object(
            filled(PASSWORD, NEW).map(|(k, v)| (k.to_owned(), json!(v))).into_iter().collect(),
        );
        let told = tab.post_json("/change?include_auth_token", &body).await;
        assert_eq!(members(told.is(200)), ["csrf_token", "user"]);
        let token =
            told.json()["response"]["user"]["authentication_token"].as_str().unwrap().to_owned();
        app.browser().header("authentication-token", &token).get_json("/change").await.is(200);
    }
}

#[tokio::test]
async fn faults_come_in_the_contract_s_order() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| builder.setting("LIMIT_VERIFY", false)).await;
        let missing = || msg::PASSWORD_NOT_PROVIDED.into();
        let both = json!({ "new_password": NEW, "new_password_confirm": NEW });
        let with = |mut body: Value, now: Value| {
            body["password"] = now;
            body
        };
        let short = json!({ "new_password": "short", "new_password_confirm": "short" });
        let old = json!({ "new_password": PASSWORD, "new_password_confirm": PASSWORD });
        let cases: Vec<(Value, Vec<(&str, Message)>)> = vec![
            (json!({}), vec![("new_password", missing()), ("new_password_confirm", missing())]),
            // The present one is looked at once the new ones are whole.
            (
                json!({ "password": "wrong", "new_password": NEW, "new_password_confirm": "x" }),
                vec![("new_password_confirm", msg::RETYPE_PASSWORD_MISMATCH.into())],
            ),
            (both.clone(), vec![("password", missing())]),
            (with(both.clone(), json!("  ")), vec![("password", missing())]),
            (with(both.clone(), json!(7)), vec![("password", msg::API_ERROR.into())]),
            (with(both.clone(), json!("wrong")), vec![("password", msg::INVALID_PASSWORD.into())]),
            (with(old, json!(PASSWORD)), vec![("password", msg::PASSWORD_IS_THE_SAME.into())]),
            // The rules come last.
            (with(short.clone(), json!("wrong")), vec![("password", msg::INVALID_PASSWORD.into())]),
            (
                with(short, json!(PASSWORD)),
                vec![("new_password", msg::PASSWORD_INVALID_LENGTH.with("length", 8))],
            ),
        ];
        let mut tab = signed_in(&app).await;
        for (sent, expected) in cases {
            let answer = tab.post_json("/change", &sent).await;
            assert_eq!(answer.is(400).field_errors(), faults(&app, &expected), "{preset:?} {sent}");
            assert_eq!(members(&answer), ["errors", "field_errors"]);
        }
        let page = tab.post_form("/change", filled("wrong", NEW)).await.is(200).text();
        assert!(page.contains(&app.text(msg::INVALID_PASSWORD)), "{page}");
        assert!(app.outbox().is_empty());
        assert!(signs_in(&app, PASSWORD).await);
    }
}

#[tokio::test]
async fn the_same_password_in_another_unicode_form_is_the_same_where_that_is_recommended() {
    for (preset, status) in [(Flask, 200), (Recommended, 400)] {
        let app = app(preset).await;
        let (now, again) = ("Caf\u{e9} au lait, s.v.p.", "Caf\u{e9} au lait, s.v.p.");
        let hash = app.security().passwords().hash(now).await.unwrap();
        app.change(JOE, &[UserField::Password(Some(hash))]).await;
        let mut tab = app.browser();
        tab.sign_in(JOE, now).await;
        let body = json!({ "password": now, "new_password": again, "new_password_confirm": again });
        tab.post_json("/change", &body).await.is(status);
    }
}

/// With the reference no signal is sent, and what hears the events of this preset expects its list.
#[tokio::test]
async fn the_preset_flask_counts_wrong_passwords_and_tells_of_none() {
    let heard = Heard::default();
    let app =
        app_with(Flask, |builder| builder.setting("LOCKOUT_THRESHOLD", 2).listen(heard.clone()))
            .await;
    let mut tab = signed_in(&app).await;
    heard.take();
    for _ in 0..2 {
        tab.post_form("/change", filled("wrong horse", NEW)).await.is(200);
    }
    assert!(!heard.take().iter().any(|event| event.starts_with("user_failed_authn")));
    let page = tab.post_form("/change", filled(PASSWORD, NEW)).await.is(200).text();
    assert!(page.contains(&app.text(msg::INVALID_PASSWORD)), "{page}");
}

#[tokio::test]
async fn wrong_passwords_are_told_and_counted() {
    let heard = Heard::default();
    let app = app_with(Recommended, |builder| {
        builder.setting("LOCKOUT_THRESHOLD", 3).setting("LIMIT_VERIFY", false).listen(heard.clone())
    })
    .await;
    let mut tab = signed_in(&app).await;
    // New passwords that are refused count for nothing once the present one was right.
    for _ in 0..4 {
        tab.post_form("/change", filled(PASSWORD, "short")).await.is(200);
    }
    heard.take();
    for _ in 0..3 {
        tab.post_form("/change", filled("wrong horse", NEW)).await.is(200);
    }
    let failed = "user_failed_authn joe@lp.com password";
    assert_eq!(heard.take().iter().filter(|event| *event == failed).count(), 3);
    // Now the right one is as wrong as any.
    let page = tab.post_form("/change", filled(PASSWORD, NEW)).await.is(200).text();
    assert!(page.contains(&app.text(msg::INVALID_PASSWORD)), "{page}");
    app.advance(SignedDuration::from_hours(1));
    tab.post_form("/change", filled(PASSWORD, NEW)).await.is(302);
}

#[tokio::test]
async fn guesses_of_one_user_are_limited() {
    let app = app_with(Recommended, |builder| builder.setting("LIMIT_VERIFY", "2/minute")).await;
    let mut tab = signed_in(&app).await;
    for _ in 0..2 {
        tab.post_form("/change", filled("wrong horse", NEW)).await.is(200);
    }
    tab.post_form("/change", filled(PASSWORD, NEW)).await.is(429);
    tab.get("/change").await.is(200);
}

#[tokio::test]
async fn a_first_password_needs_a_fresh_sign_in() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        let mut tab = signed_in(&app).await;
        app.change(JOE, &[UserField::Password(None)]).await;
        let told = tab.get_json("/change").await;
        assert_eq!(told.is(200).json()["response"]["active_password"], false);
        let page = tab.get("/change").await.is(200).text();
        assert!(!page.contains("current-password"), "{page}");
        app.advance(SignedDuration::from_hours(25));
        tab.get("/change").await.redirects_to("/verify?next=/change");
        let told = tab.post_json("/change", &json!({})).await.is(401).json();
        assert_eq!(told["response"]["reauth_required"], true);
        let mut tab = app.browser();
        let hash = app.security().passwords().hash(PASSWORD).await.unwrap();
        app.change(JOE, &[UserField::Password(Some(hash))]).await;
        tab.sign_in(JOE, PASSWORD).await;
        app.change(JOE, &[UserField::Password(None)]).await;
        let body = json!({ "new_password": NEW, "new_password_confirm": NEW, "password": 7 });
        tab.post_json("/change", &body).await.is(200);
        assert!(signs_in(&app, NEW).await);
    }
}

#[tokio::test]
async fn accounts_with_a_password_need_no_fresh_sign_in() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        let mut tab = signed_in(&app).await;
        app.advance(SignedDuration::from_hours(6));
        tab.post_form("/change", filled(PASSWORD, NEW)).await.is(302);
    }
}

#[tokio::test]
async fn another_site_cannot_change_it() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| builder.setting("WTF_CSRF_ENABLED", true)).await;
        let mut tab = app.browser();
        let token = tab.csrf_token().await;
        let fields = [("email", JOE), ("password", PASSWORD), ("csrf_token", &token)];
        tab.post_form("/login", fields).await.is(302);
        tab.post_form("/change", filled(PASSWORD, NEW)).await.is(200);
        let body =
            json!({ "password": PASSWORD, "new_password": NEW, "new_password_confirm": NEW });
        let told = tab.post_json("/change", &body).await;
        assert!(told.is(400).field_errors().get("csrf_token").is_some());
        let told = tab.get_json("/change").await.json();
        let token = told["response"]["csrf_token"].as_str().unwrap().to_owned();
        let [one, two, three] = filled(PASSWORD, NEW);
        tab.post_form("/change", [one, two, three, ("csrf_token", &token)]).await.is(302);
    }
}

#[tokio::test]
async fn views_notices_and_subjects_are_settings() {
    let app = app_with(Flask, |builder| {
        builder
            .setting("SECURITY_POST_CHANGE_VIEW", "ui.result")
            .setting("SECURITY_EMAIL_SUBJECT_PASSWORD_CHANGE_NOTICE", "It is done")
    })
    .await;
    let mut tab = signed_in(&app).await;
    tab.post_form("/change", filled(PASSWORD, NEW)).await.redirects_to("/ui/result");
    assert_eq!(app.outbox().last().subject, "It is done");
    let app =
        app_with(Flask, |builder| builder.setting("SECURITY_SEND_PASSWORD_CHANGE_EMAIL", false))
            .await;
    let mut tab = signed_in(&app).await;
    tab.post_form("/change", filled(PASSWORD, NEW)).await.redirects_to("/");
    assert!(app.outbox().is_empty());
}
