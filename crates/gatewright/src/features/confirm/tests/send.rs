//! `/confirm`: asking for the mail.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{EVE, JOE, PASSWORD, app, app_with, link};
use crate::config::Preset::{Flask, Recommended};
use crate::error::{Error, Result};
use crate::i18n::messages as msg;
use crate::model::{User, UserField};
use crate::outbound::{Mail, Mailer};
use crate::testing::asking::{are_answered_alike, are_limited, keep_their_host, want_a_token};
use crate::testing::fixture::members;
use crate::testing::{Heard, TestApp};

#[tokio::test]
async fn the_page_knows_the_address_from_the_query() {
    let app = app(Flask).await;
    let page = app.browser().get("/confirm?email=joe@lp.com").await.is(200).text();
    assert!(page.contains("value=\"joe@lp.com\""), "{page}");
    assert!(page.contains("name=\"send_confirmation_form\""), "{page}");
    let told = app.browser().get_json("/confirm").await;
    told.is(200);
    assert_eq!(members(&told), ["csrf_token"]);
    let login = app.browser().get("/login").await.text();
    assert!(login.contains("href=\"/confirm\""), "{login}");
}

#[tokio::test]
async fn there_is_nothing_unless_it_is_switched_on() {
    let app = TestApp::new(|_| {}).await;
    app.browser().get("/confirm").await.is(404);
    app.browser().get("/confirm/abc").await.is(404);
}

#[tokio::test]
async fn the_mail_goes_to_whoever_has_yet_to_confirm() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app_with(preset, |builder| builder.listen(heard.clone())).await;
        // Disabled accounts are served as well, and so are people who are signed in.
        app.change(JOE, &[UserField::Active(false)]).await;
        let mut tab = app.browser();
        tab.sign_in(EVE, PASSWORD).await;
        heard.take();
        let answer = tab.post_json("/confirm", &json!({ "email": "Joe@LP.com" })).await;
        let keys: Vec<String> =
            answer.is(200).json()["response"].as_object().unwrap().keys().cloned().collect();
        assert_eq!(keys, ["csrf_token"], "{preset:?}");
        assert_eq!(heard.take(), ["confirm_instructions_sent joe@lp.com"]);
        let mail = app.outbox().last();
        assert_eq!(mail.to.address, JOE);
        assert_eq!(mail.subject, "Please confirm your email address");
        assert!(mail.text().contains("2 days"), "{}", mail.text());
        let html = mail.html.clone().unwrap();
        assert!(html.contains("class=\"button\""), "{html}");
        let page = tab.post_form("/confirm", [("email", "JOE@lp.com")]).await;
        let said = app.text(msg::CONFIRMATION_REQUEST.with("email", "JOE@lp.com"));
        assert!(page.is(200).text().contains(&said), "{}", page.text());
        assert_eq!(app.outbox().len(), 2);
    }
}

#[tokio::test]
async fn every_fault_of_the_address_is_named() {
    let app = app(Flask).await;
    for (sent, expected) in [
        (json!({}), msg::EMAIL_NOT_PROVIDED),
        (json!({ "email": " " }), msg::EMAIL_NOT_PROVIDED),
        (json!({ "email": null }), msg::EMAIL_NOT_PROVIDED),
        (json!({ "email": 7 }), msg::API_ERROR),
        (json!({ "email": "joe" }), msg::INVALID_EMAIL_ADDRESS),
        (json!({ "email": " joe@lp.com" }), msg::INVALID_EMAIL_ADDRESS),
        (json!({ "email": "nobody@lp.com" }), msg::USER_DOES_NOT_EXIST),
        (json!({ "email": EVE }), msg::ALREADY_CONFIRMED),
    ] {
        let answer = app.browser().post_json("/confirm", &sent).await;
        let expected = json!({ "email": [app.text(expected)] });
        assert_eq!(answer.is(400).field_errors(), expected, "{sent}");
    }
    let page = app.browser().post_form("/confirm", [("email", EVE)]).await;
    assert!(page.is(200).text().contains(&app.text(msg::ALREADY_CONFIRMED)));
    assert!(app.outbox().is_empty());
}

#[tokio::test]
async fn generic_answers_are_alike_and_cost_alike() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app_with(preset, |builder| {
            builder
                .setting("SECURITY_RETURN_GENERIC_RESPONSES", true)
                .setting("LIMIT_MAIL_IDENTITY", "100/hour")
                .listen(heard.clone())
        })
        .await;
        let said = |email: &str| msg::CONFIRMATION_REQUEST.with("email", email);
        are_answered_alike(&app, "/confirm", &heard, said, &[JOE, "nobody@lp.com", EVE]).await;
    }
}

#[tokio::test]
async fn what_does_not_concern_the_address_is_said_in_generic_answers_too() {
    let app = app_with(Flask, |builder| {
        builder.setting("SECURITY_RETURN_GENERIC_RESPONSES", true).setting("WTF_CSRF_ENABLED", true)
    })
    .await;
    want_a_token(&app, "/confirm").await;
}

#[tokio::test]
async fn mails_are_limited_by_address_and_by_client_for_known_and_unknown_alike() {
    let app = app_with(Recommended, |builder| {
        builder.setting("LIMIT_MAIL_IDENTITY", "2/hour").setting("LIMIT_MAIL", "5/hour")
    })
    .await;
    are_limited(&app, "/confirm").await;
}

#[tokio::test]
async fn a_forged_host_changes_no_link() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| {
            builder.setting("PROXY_FIX", json!({ "x_for": 1, "x_proto": 0, "x_host": 0 }))
        })
        .await;
        keep_their_host(&app, "/confirm").await;
    }
}

/// Fails until it is told otherwise.
#[derive(Clone, Default)]
struct Down(Arc<AtomicBool>, crate::testing::Outbox);

#[async_trait]
impl Mailer for Down {
    async fn send(&self, mail: &Mail) -> Result<()> {
        if self.0.load(Ordering::Relaxed) {
            return self.1.send(mail).await;
        }
        Err(Error::mail_delayed("the server is down"))
    }
}

#[tokio::test]
async fn a_mail_server_that_is_down_changes_no_answer_and_loses_no_mail() {
    let post = Down::default();
    let app = app_with(Recommended, |builder| builder.mailer(post.clone())).await;
    let answer = async |email: &str| -> (u16, Value) {
        let answer = app.browser().post_json("/confirm", &json!({ "email": email })).await;
        (answer.status.as_u16(), json!(members(&answer)))
    };
    assert_eq!(answer(JOE).await, answer("nobody@lp.com").await);
    assert!(post.1.is_empty());
    post.0.store(true, Ordering::Relaxed);
    app.advance(SignedDuration::from_mins(2));
    app.security().tidy().await.unwrap();
    assert_eq!(post.1.len(), 1);
    app.browser().post_form(&post.1.last().path(), []).await.redirects_to("/login");
}

#[tokio::test]
async fn a_mail_speaks_the_language_of_its_reader() {
    let app = app(Recommended).await;
    let mut tab = app.browser().header("accept-language", "de");
    tab.post_form("/confirm", [("email", JOE)]).await.is(200);
    let mail = app.outbox().last();
    assert_eq!(mail.subject, "Bitte bestätigen Sie Ihre E-Mail-Adresse");
    assert!(mail.text().contains("2 Tage"), "{}", mail.text());
    // The owner's language goes before that of the browser, for all of the mail.
    let app = app_with(Recommended, |builder| builder.hooks(German)).await;
    link(&app).await;
    assert!(app.outbox().last().text().contains("2 Tage"), "{}", app.outbox().last().text());
}

struct German;

impl crate::hooks::Hooks for German {
    fn language(&self, _: &User) -> Option<String> {
        Some("de".to_owned())
    }
}
