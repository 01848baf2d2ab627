//! A forgotten username, by mail.

use serde_json::{Value, json};

use crate::config::Preset::{self, Flask, Recommended};
use crate::i18n::messages as msg;
use crate::model::UserField;
use crate::testing::fixture::{self, JOE, PASSWORD};
use crate::testing::{Heard, TestApp};

const PATH: &str = "/recover-username";

async fn app(preset: Preset, heard: &Heard, more: &[(&str, Value)]) -> TestApp {
    let app = fixture::app_with(preset, "SECURITY_USERNAME_RECOVERY", |builder| {
        let builder = builder
            .setting("SECURITY_USERNAME_ENABLE", true)
            .setting("LIMIT_MAIL", false)
            .setting("LIMIT_MAIL_IDENTITY", false)
            .listen(heard.clone());
        more.iter().fold(builder, |builder, (key, value)| builder.setting(key, value.clone()))
    })
    .await;
    app.change(JOE, &[UserField::Username(Some("joejoe".into()))]).await;
    app
}

#[tokio::test]
async fn the_name_goes_to_the_address_of_the_account() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app(preset, &heard, &[]).await;
        let mut tab = app.browser();
        tab.get(PATH).await.is(200);
        let told = tab.get_json(PATH).await.is(200).json();
        assert!(told["response"]["csrf_token"].is_string());
        tab.post_form(PATH, [("email", "JOE@LP.com")]).await.redirects_to("/login");
        let asked = app.text(msg::USERNAME_RECOVERY_REQUEST);
        assert!(tab.get("/login").await.text().contains(&asked));
        let mail = app.outbox().last();
        assert_eq!(mail.to.address, JOE);
        assert!(mail.text().contains("joejoe"), "{}", mail.text());
        let heard = heard.take();
        assert!(heard.contains(&"username_recovery_email_sent joe@lp.com".into()), "{heard:?}");
        let told = tab.post_json(PATH, &json!({ "email": JOE })).await.is(200).json();
        assert_eq!(
            told["response"].as_object().unwrap().keys().collect::<Vec<_>>(),
            ["csrf_token"]
        );
        app.change(JOE, &[UserField::Username(None)]).await;
        tab.post_json(PATH, &json!({ "email": JOE })).await.is(200);
        assert!(app.outbox().last().text().contains(JOE));
        tab.sign_in(JOE, PASSWORD).await;
        tab.get_json(PATH).await.is(400);
        tab.get(PATH).await.redirects_to("/");
    }
}

#[tokio::test]
async fn without_generic_answers_it_says_what_is_wrong() {
    let more = [
        ("SECURITY_CONFIRMABLE", json!(true)),
        ("SECURITY_REQUIRES_CONFIRMATION_ERROR_VIEW", json!("/resend")),
    ];
    let app = app(Flask, &Heard::default(), &more).await;
    let mut tab = app.browser();
    for (sent, message) in [
        (json!({}), msg::EMAIL_NOT_PROVIDED),
        (json!({ "email": "joe" }), msg::INVALID_EMAIL_ADDRESS),
        (json!({ "email": ["x", "y"] }), msg::INVALID_EMAIL_ADDRESS),
        (json!({ "email": true }), msg::API_ERROR),
        (json!({ "email": "nobody@lp.com" }), msg::USER_DOES_NOT_EXIST),
    ] {
        let told = tab.post_json(PATH, &sent).await.is(400).json();
        let expected = json!([app.text(message)]);
        assert_eq!(told["response"]["field_errors"]["email"], expected, "{sent}");
    }
    app.change(JOE, &[UserField::ConfirmedAt(None)]).await;
    let told = tab.post_json(PATH, &json!({ "email": JOE })).await.is(400).json();
    assert_eq!(told["response"]["errors"], json!([app.text(msg::CONFIRMATION_REQUIRED)]));
    tab.post_form(PATH, [("email", JOE)]).await.redirects_to("/resend?email=joe%40lp.com");
    app.change(JOE, &[UserField::Active(false)]).await;
    let page = tab.post_form(PATH, [("email", JOE)]).await;
    assert!(page.is(200).text().contains(&app.text(msg::DISABLED_ACCOUNT)));
    assert!(app.outbox().is_empty());
}

#[tokio::test]
async fn generic_answers_are_alike() {
    for (preset, form) in [(Flask, 200), (Recommended, 302)] {
        let more = [
            ("SECURITY_RETURN_GENERIC_RESPONSES", json!(true)),
            ("SECURITY_CONFIRMABLE", json!(true)),
            ("SECURITY_REQUIRES_CONFIRMATION_ERROR_VIEW", json!("/resend")),
        ];
        let app = app(preset, &Heard::default(), &more).await;
        app.user("off@lp.com", PASSWORD).await;
        app.change("off@lp.com", &[UserField::Active(false)]).await;
        app.user("unconfirmed@lp.com", PASSWORD).await;
        app.change("unconfirmed@lp.com", &[UserField::ConfirmedAt(None)]).await;
        let known = app.browser().post_json(PATH, &json!({ "email": JOE })).await;
        assert_eq!(app.outbox().take().len(), 1);
        let unlike = ["csrf_token", "date"];
        let headers = |answer: &crate::testing::Answer| {
            let names = answer.headers.keys().map(ToString::to_string);
            names.filter(|name| !unlike.contains(&&**name)).collect::<Vec<_>>()
        };
        for email in ["nobody@lp.com", "off@lp.com", "unconfirmed@lp.com", "", "joe"] {
            let body = json!({ "email": email });
            let answer = app.browser().post_json(PATH, &body).await;
            assert_eq!(answer.status, known.status, "{email}");
            assert_eq!(headers(&answer), headers(&known), "{email}");
            assert_eq!(answer.text().len(), known.text().len(), "{email}");
            let mut tab = app.browser();
            let page = tab.post_form(PATH, [("email", email)]).await;
            assert_eq!(page.status.as_u16(), form, "{preset:?} {email}");
            let shown = if form == 200 { page.text() } else { tab.get("/login").await.text() };
            assert!(shown.contains(&app.text(msg::USERNAME_RECOVERY_REQUEST)), "{email}");
        }
        assert!(app.outbox().is_empty());
    }
}

#[tokio::test]
async fn mails_to_one_address_are_limited_whoever_it_is() {
    let app =
        app(Recommended, &Heard::default(), &[("LIMIT_MAIL_IDENTITY", json!("2/hour"))]).await;
    for email in [JOE, "nobody@lp.com"] {
        let body = json!({ "email": email });
        for expected in [200, 200, 429] {
            app.browser().post_json(PATH, &body).await.is(expected);
        }
    }
}
