//! `/login`: asking for the link.

use serde_json::json;

use super::{JOE, PASSWORD, app, app_with};
use crate::config::Preset::{Flask, Recommended};
use crate::i18n::messages as msg;
use crate::model::UserField;
use crate::testing::Heard;
use crate::testing::asking::are_answered_alike;
use crate::testing::fixture::members;

#[tokio::test]
async fn the_page_asks_for_an_address_alone() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        let mut tab = app.browser();
        let page = tab.get("/login").await.is(200).text();
        assert!(page.contains("name=\"send_login_form\""), "{page}");
        assert!(!page.contains("type=\"password\""), "{page}");
        assert_eq!(members(tab.get_json("/login").await.is(200)), ["csrf_token"]);
        // Guards still lead here.
        tab.get("/verify").await.redirects_to("/login?next=/verify");
    }
}

#[tokio::test]
async fn a_mail_with_the_link_goes_out() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app_with(preset, |builder| builder.listen(heard.clone())).await;
        let mut tab = app.browser();
        let told = tab.post_json("/login", &json!({ "email": "JOE@lp.com" })).await;
        // Whoever types an address is not told whose it is, in the recommended preset.
        let expected: &[&str] =
            if preset == Flask { &["csrf_token", "user"] } else { &["csrf_token"] };
        assert_eq!(members(told.is(200)), expected, "{preset:?}");
        assert_eq!(heard.take(), ["login_instructions_sent joe@lp.com"]);
        let mail = app.outbox().last();
        assert_eq!(mail.subject, "Your link to sign in");
        assert!(mail.text().contains("1 day"), "{}", mail.text());
        let page = tab.post_form("/login", [("email", "JOE@lp.com")]).await.is(200).text();
        let shown = if preset == Flask { JOE } else { "JOE@lp.com" };
        assert!(page.contains(&app.text(msg::LOGIN_EMAIL_SENT.with("email", shown))), "{page}");
    }
}

#[tokio::test]
async fn every_fault_is_named() {
    for generic in [false, true] {
        let app = app_with(Flask, |builder| {
            builder.setting("SECURITY_RETURN_GENERIC_RESPONSES", generic)
        })
        .await;
        app.user("off@lp.com", PASSWORD).await;
        app.change("off@lp.com", &[UserField::Active(false)]).await;
        for (sent, expected) in [
            (json!({}), msg::EMAIL_NOT_PROVIDED),
            (json!({ "email": 7 }), msg::API_ERROR),
            (json!({ "email": "joe" }), msg::INVALID_EMAIL_ADDRESS),
            (json!({ "email": "nobody@lp.com" }), msg::USER_DOES_NOT_EXIST),
            (json!({ "email": "off@lp.com" }), msg::DISABLED_ACCOUNT),
        ] {
            let answer = app.browser().post_json("/login", &sent).await;
            let expected = json!({ "email": [app.text(expected)] });
            assert_eq!(answer.is(400).field_errors(), expected, "{sent}");
        }
        let page = app.browser().post_form("/login", [("email", "nobody@lp.com")]).await;
        assert!(page.is(200).text().contains(&app.text(msg::USER_DOES_NOT_EXIST)));
        assert!(app.outbox().is_empty());
    }
}

#[tokio::test]
async fn in_the_recommended_preset_answers_are_alike_and_cost_alike() {
    let heard = Heard::default();
    let app = app_with(Recommended, |builder| {
        builder
            .setting("SECURITY_RETURN_GENERIC_RESPONSES", true)
            .setting("SECURITY_CONFIRMABLE", true)
            .setting("LIMIT_MAIL_IDENTITY", "100/hour")
            .listen(heard.clone())
    })
    .await;
    app.user("off@lp.com", PASSWORD).await;
    app.change("off@lp.com", &[UserField::Active(false)]).await;
    app.user("new@lp.com", PASSWORD).await;
    app.change("new@lp.com", &[UserField::ConfirmedAt(None)]).await;
    let emails = [JOE, "nobody@lp.com", "off@lp.com", "new@lp.com"];
    let said = |email: &str| msg::LOGIN_EMAIL_SENT.with("email", email);
    are_answered_alike(&app, "/login", &heard, said, &emails).await;
}

#[tokio::test]
async fn mails_are_limited_and_links_keep_their_host() {
    let app =
        app_with(Recommended, |builder| builder.setting("LIMIT_MAIL_IDENTITY", "2/hour")).await;
    for email in [JOE, "nobody@lp.com"] {
        for last in 1..=2 {
            let mut tab = app.browser().at([192, 0, 2, last]).base("http://evil.test");
            tab.post_json("/login", &json!({ "email": email })).await;
        }
        app.browser().post_json("/login", &json!({ "email": email })).await.is(429);
    }
    assert!(app.outbox().all().iter().all(|mail| mail.link().contains("://localhost/login/")));
    assert_eq!(app.outbox().len(), 2);
}

#[tokio::test]
async fn the_form_is_protected_against_other_sites() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| builder.setting("WTF_CSRF_ENABLED", true)).await;
        let mut tab = app.browser();
        let token = tab.csrf_token().await;
        tab.post_form("/login", [("email", JOE)]).await.is(200);
        assert!(app.outbox().is_empty());
        tab.post_form("/login", [("email", JOE), ("csrf_token", &token)]).await.is(200);
        assert_eq!(app.outbox().len(), 1);
    }
}
