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
use crate::testing::{Heard, TestApp};

#[tokio::test]
async fn the_page_knows_the_address_from_the_query() {
    let app = app(Flask).await;
    let page = app.browser().get("/confirm?email=joe@lp.com").await.is(200).text();
    assert!(page.contains("value=\"joe@lp.com\""), "{page}");
    assert!(page.contains("name=\"send_confirmation_form\""), "{page}");
    let told = app.browser().get_json("/confirm").await.is(200).json();
    let keys: Vec<&String> = told["response"].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["csrf_token"]);
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
        let mut first = None;
        for email in [JOE, "nobody@lp.com", EVE] {
            let mut tab = app.browser();
            let before = app.security().passwords().jobs();
            let told = tab.post_json("/confirm", &json!({ "email": email })).await;
            let cost = app.security().passwords().jobs() - before;
            let keys: Vec<String> =
                told.json()["response"].as_object().unwrap().keys().cloned().collect();
            let page = app.browser().post_form("/confirm", [("email", email)]).await;
            let said = app.text(msg::CONFIRMATION_REQUEST.with("email", email));
            assert!(page.text().contains(&said), "{}", page.text());
            let shown = page.text().replace(email, "");
            let headers: Vec<String> = page.headers.keys().map(ToString::to_string).collect();
            let answer = (told.status, keys, cost, page.status, shown, headers);
            assert_eq!(*first.get_or_insert_with(|| answer.clone()), answer, "{preset:?} {email}");
        }
        assert_eq!(app.outbox().len(), 2, "nobody else gets mail");
        assert_eq!(heard.take().iter().filter(|line| line.contains("confirm")).count(), 2);
        for odd in [json!({}), json!({ "email": 7 }), json!({ "email": "<joe>" })] {
            app.browser().post_json("/confirm", &odd).await.is(200);
        }
        let page = app.browser().post_form("/confirm", [("email", "<b>joe")]).await;
        assert!(page.is(200).text().contains("&lt;b&gt;joe"), "{}", page.text());
    }
}

#[tokio::test]
async fn what_does_not_concern_the_address_is_said_in_generic_answers_too() {
    let app = app_with(Flask, |builder| {
        builder.setting("SECURITY_RETURN_GENERIC_RESPONSES", true).setting("WTF_CSRF_ENABLED", true)
    })
    .await;
    for email in [JOE, "nobody@lp.com"] {
        let answer = app.browser().post_json("/confirm", &json!({ "email": email })).await;
        let faults = answer.is(400).field_errors();
        assert!(faults.get("csrf_token").is_some() && faults.get("email").is_none(), "{faults}");
    }
    assert!(app.outbox().is_empty());
}

#[tokio::test]
async fn mails_are_limited_by_address_and_by_client_for_known_and_unknown_alike() {
    let app = app_with(Recommended, |builder| {
        builder.setting("LIMIT_MAIL_IDENTITY", "2/hour").setting("LIMIT_MAIL", "5/hour")
    })
    .await;
    for email in [JOE, "nobody@lp.com"] {
        let at = |last: u8| app.browser().at([192, 0, 2, last]);
        for last in 1..=2 {
            at(last).post_json("/confirm", &json!({ "email": email })).await.is(200);
        }
        let other_case = email.to_uppercase();
        at(3).post_json("/confirm", &json!({ "email": other_case })).await.is(429);
    }
    for left in (0..5).rev() {
        let body = json!({ "email": format!("user{left}@lp.com") });
        app.browser().at([198, 51, 100, 1]).post_json("/confirm", &body).await.is(200);
    }
    let body = json!({ "email": "last@lp.com" });
    app.browser().at([198, 51, 100, 1]).post_json("/confirm", &body).await.is(429);
    app.browser().at([198, 51, 100, 1]).get("/confirm").await.is(200);
}

#[tokio::test]
async fn a_forged_host_changes_no_link() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| {
            builder.setting("PROXY_FIX", json!({ "x_for": 1, "x_proto": 0, "x_host": 0 }))
        })
        .await;
        let forged = app
            .browser()
            .base("http://evil.test")
            .header("x-forwarded-host", "evil.test")
            .header("x-forwarded-proto", "gopher")
            .header("forwarded", "host=evil.test");
        let mut forged = forged;
        forged.post_json("/confirm", &json!({ "email": JOE })).await.is(200);
        let mail = app.outbox().last();
        assert!(mail.link().contains("://localhost/confirm/"), "{}", mail.link());
        let parts = [mail.text().to_owned(), mail.html.clone().unwrap()];
        assert!(parts.iter().all(|part| !part.contains("evil")), "{}", mail.text());
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
        let keys: Vec<String> =
            answer.json()["response"].as_object().unwrap().keys().cloned().collect();
        (answer.status.as_u16(), json!(keys))
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
