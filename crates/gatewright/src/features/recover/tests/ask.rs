//! `/reset`: asking for the mail.

use async_trait::async_trait;
use jiff::SignedDuration;
use serde_json::json;

use super::{EVE, JOE, PASSWORD, app, app_with};
use crate::config::Preset::{Flask, Recommended};
use crate::error::Result;
use crate::hooks::{Hooks, Lock};
use crate::i18n::messages as msg;
use crate::model::{User, UserField};
use crate::testing::asking::{are_answered_alike, are_limited, keep_their_host, want_a_token};
use crate::testing::fixture::{Through, members};
use crate::testing::{Heard, SmtpServer, TestApp};

#[tokio::test]
async fn there_is_nothing_unless_it_is_switched_on() {
    let app = TestApp::new(|_| {}).await;
    app.browser().get("/reset").await.is(404);
    app.browser().get("/reset/abc").await.is(404);
}

#[tokio::test]
async fn the_page_asks_for_an_address_and_knows_whoever_is_signed_in() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        let mut tab = app.browser();
        let page = tab.get("/reset").await.is(200).text();
        assert!(page.contains("name=\"forgot_password_form\""), "{page}");
        assert!(!page.contains(JOE));
        assert_eq!(members(tab.get_json("/reset").await.is(200)), ["csrf_token"]);
        assert!(tab.get("/login").await.text().contains("href=\"/reset\""));
        tab.sign_in(JOE, PASSWORD).await;
        let page = tab.get("/reset").await.is(200).text();
        assert!(page.contains("value=\"joe@lp.com\""), "{page}");
        // Whatever they ask for, the page comes back with their own.
        let page = tab.post_form("/reset", [("email", EVE)]).await.is(200).text();
        assert!(page.contains("value=\"joe@lp.com\""), "{page}");
        assert_eq!(app.outbox().last().to.address, EVE);
    }
}

#[tokio::test]
async fn a_mail_with_the_link_goes_out_and_listeners_hear_of_it() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app_with(preset, |builder| builder.listen(heard.clone())).await;
        let mut tab = app.browser();
        let answer = tab.post_json("/reset", &json!({ "email": "Joe@LP.com" })).await;
        assert_eq!(members(answer.is(200)), ["csrf_token"], "{preset:?}");
        assert_eq!(heard.take(), ["reset_password_instructions_sent joe@lp.com"]);
        let mail = app.outbox().last();
        assert_eq!((mail.to.address.as_str(), mail.subject.as_str()), (JOE, "Set a new password"));
        assert!(mail.text().contains("1 day"), "{}", mail.text());
        let html = mail.html.clone().unwrap();
        assert!(html.contains("class=\"button\""), "{html}");
        let page = tab.post_form("/reset", [("email", "JOE@lp.com")]).await.is(200).text();
        let said = app.text(msg::PASSWORD_RESET_REQUEST.with("email", "JOE@lp.com"));
        assert!(page.contains(&said), "{page}");
        assert_eq!(app.outbox().len(), 2);
    }
}

#[tokio::test]
async fn accounts_without_a_password_get_one_this_way() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        app.change(JOE, &[UserField::Password(None)]).await;
        let link = super::link(&app).await;
        let fields = [("password", super::NEW), ("password_confirm", super::NEW)];
        app.browser().post_form(&link, fields).await.redirects_to("/login");
        assert!(super::signs_in(&app, super::NEW).await);
    }
}

#[tokio::test]
async fn without_the_mail_listeners_hear_of_it_all_the_same() {
    let heard = Heard::default();
    let app = app_with(Flask, |builder| {
        builder.setting("SECURITY_SEND_PASSWORD_RESET_EMAIL", false).listen(heard.clone())
    })
    .await;
    app.browser().post_json("/reset", &json!({ "email": JOE })).await.is(200);
    assert_eq!(heard.take(), ["reset_password_instructions_sent joe@lp.com"]);
    assert!(app.outbox().is_empty());
}

#[tokio::test]
async fn every_fault_of_the_address_is_named() {
    let app = app_with(Flask, |builder| builder.setting("SECURITY_CONFIRMABLE", true)).await;
    app.user("off@lp.com", PASSWORD).await;
    app.change("off@lp.com", &[UserField::Active(false), UserField::ConfirmedAt(None)]).await;
    app.user("new@lp.com", PASSWORD).await;
    app.change("new@lp.com", &[UserField::ConfirmedAt(None)]).await;
    for (sent, expected) in [
        (json!({}), msg::EMAIL_NOT_PROVIDED),
        (json!({ "email": " " }), msg::EMAIL_NOT_PROVIDED),
        (json!({ "email": 7 }), msg::API_ERROR),
        (json!({ "email": "joe" }), msg::INVALID_EMAIL_ADDRESS),
        (json!({ "email": "nobody@lp.com" }), msg::USER_DOES_NOT_EXIST),
        (json!({ "email": "off@lp.com" }), msg::DISABLED_ACCOUNT),
        (json!({ "email": "new@lp.com" }), msg::CONFIRMATION_REQUIRED),
    ] {
        let answer = app.browser().post_json("/reset", &sent).await;
        let expected = json!({ "email": [app.text(expected)] });
        assert_eq!(answer.is(400).field_errors(), expected, "{sent}");
    }
    let page = app.browser().post_form("/reset", [("email", "off@lp.com")]).await;
    assert!(page.is(200).text().contains(&app.text(msg::DISABLED_ACCOUNT)));
    assert!(app.outbox().is_empty());
}

#[tokio::test]
async fn browsers_of_the_unconfirmed_are_sent_where_the_settings_say() {
    for generic in [false, true] {
        let app = app_with(Flask, |builder| {
            builder
                .setting("SECURITY_CONFIRMABLE", true)
                .setting("SECURITY_REQUIRES_CONFIRMATION_ERROR_VIEW", "/confirm?a=1")
                .setting("SECURITY_RETURN_GENERIC_RESPONSES", generic)
        })
        .await;
        app.change(JOE, &[UserField::ConfirmedAt(None)]).await;
        let answer = app.browser().post_form("/reset", [("email", JOE)]).await;
        let told = app.browser().post_json("/reset", &json!({ "email": JOE })).await;
        if generic {
            assert_eq!((answer.status.as_u16(), told.status.as_u16()), (200, 200));
        } else {
            answer.redirects_to("/confirm?a=1&email=joe%40lp.com");
            told.is(400);
        }
        assert!(app.outbox().is_empty());
    }
}

/// Locks Eve's account, in words of its own.
struct Locks;

#[async_trait]
impl Hooks for Locks {
    async fn locked(&self, user: &User) -> Result<Option<Lock>> {
        let text = Some("Come to the desk.".to_owned());
        Ok((user.email == EVE).then_some(Lock { text }))
    }
}

#[tokio::test]
async fn an_account_that_the_application_locks_is_not_served() {
    let app = app_with(Flask, |builder| builder.hooks(Locks)).await;
    let answer = app.browser().post_json("/reset", &json!({ "email": EVE })).await;
    assert_eq!(answer.is(400).field_errors(), json!({ "email": ["Come to the desk."] }));
    assert!(app.outbox().is_empty());
}

#[tokio::test]
async fn generic_answers_are_alike_and_cost_alike() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app_with(preset, |builder| {
            builder
                .setting("SECURITY_RETURN_GENERIC_RESPONSES", true)
                .setting("SECURITY_CONFIRMABLE", true)
                .setting("LIMIT_MAIL_IDENTITY", "100/hour")
                .listen(heard.clone())
                .hooks(Locks)
        })
        .await;
        app.user("off@lp.com", PASSWORD).await;
        app.change("off@lp.com", &[UserField::Active(false)]).await;
        app.user("new@lp.com", PASSWORD).await;
        app.change("new@lp.com", &[UserField::ConfirmedAt(None)]).await;
        let emails = [JOE, "nobody@lp.com", EVE, "off@lp.com", "new@lp.com"];
        let said = |email: &str| msg::PASSWORD_RESET_REQUEST.with("email", email);
        are_answered_alike(&app, "/reset", &heard, said, &emails).await;
    }
}

#[tokio::test]
async fn what_does_not_concern_the_address_is_said_in_generic_answers_too() {
    let app = app_with(Flask, |builder| {
        builder.setting("SECURITY_RETURN_GENERIC_RESPONSES", true).setting("WTF_CSRF_ENABLED", true)
    })
    .await;
    want_a_token(&app, "/reset").await;
}

#[tokio::test]
async fn mails_are_limited_by_address_and_by_client_for_known_and_unknown_alike() {
    let app = app_with(Recommended, |builder| {
        builder.setting("LIMIT_MAIL_IDENTITY", "2/hour").setting("LIMIT_MAIL", "5/hour")
    })
    .await;
    are_limited(&app, "/reset").await;
}

#[tokio::test]
async fn a_forged_host_changes_no_link() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        keep_their_host(&app, "/reset").await;
    }
}

#[tokio::test]
async fn a_mail_server_that_is_down_changes_no_answer_and_loses_no_mail() {
    let mut server = SmtpServer::start();
    let app = app_with(Recommended, |builder| builder.mailer(Through::to(server.port()))).await;
    server.stop();
    let mut answers = Vec::new();
    for email in [JOE, "nobody@lp.com"] {
        let answer = app.browser().post_json("/reset", &json!({ "email": email })).await;
        answers.push((answer.status.as_u16(), members(&answer)));
    }
    assert_eq!(answers[0], (200, vec!["csrf_token".to_owned()]));
    assert_eq!(answers[0], answers[1]);
    server.restart();
    app.advance(SignedDuration::from_mins(2));
    app.security().tidy().await.unwrap();
    assert_eq!(server.received().len(), 1);
    assert!(server.received()[0].data.contains("Set a new password"));
}

#[tokio::test]
async fn a_mail_speaks_the_language_of_its_reader() {
    let app = app(Recommended).await;
    let mut tab = app.browser().header("accept-language", "de");
    tab.post_form("/reset", [("email", JOE)]).await.is(200);
    let mail = app.outbox().last();
    assert_eq!(mail.subject, "Ein neues Passwort festlegen");
    assert!(mail.text().contains("1 Tag lang"), "{}", mail.text());
}
