//! The older pair of forms (`USE_REGISTER_V2 = false`).

use serde_json::{Value, json};

use super::{PASSWORD, app_with, users};
use crate::assembly::Builder;
use crate::config::Preset::{Flask, Recommended};
use crate::i18n::messages as msg;

fn older(builder: Builder) -> Builder {
    builder.setting("SERVER_NAME", "localhost").setting("SECURITY_USE_REGISTER_V2", false)
}

#[tokio::test]
async fn json_types_the_password_once() {
    let app = app_with(Flask, older).await;
    let say = |key| app.text(key);
    let short = app.text(msg::PASSWORD_INVALID_LENGTH.with("length", 8));
    for (body, expected) in [
        (json!({ "email": "a@lp.com", "password": PASSWORD }), Value::Null),
        (
            json!({ "email": "b@lp.com", "password": PASSWORD, "password_confirm": "x" }),
            Value::Null,
        ),
        (
            json!({ "email": "c@lp.com", "password": "   " }),
            json!({ "password": [say(msg::PASSWORD_NOT_PROVIDED), short] }),
        ),
        (
            json!({ "email": "c@lp.com", "password": " ".repeat(10) }),
            json!({ "password": [say(msg::PASSWORD_NOT_PROVIDED)] }),
        ),
        (
            json!({ "email": "bad" }),
            json!({
                "email": [say(msg::INVALID_EMAIL_ADDRESS)],
                "password": [say(msg::PASSWORD_NOT_PROVIDED)],
            }),
        ),
    ] {
        let answer = app.browser().post_json("/register?next=//evil.test", &body).await;
        if expected.is_null() {
            answer.is(200);
        } else {
            assert_eq!(answer.is(400).field_errors(), expected, "{body}");
        }
    }
    assert_eq!(users(&app).await, 2);
}

#[tokio::test]
async fn pages_type_it_twice_and_say_so_last() {
    let app = app_with(Flask, older).await;
    let missing = app.text(msg::PASSWORD_NOT_PROVIDED);
    let invalid = app.text(msg::INVALID_EMAIL_ADDRESS);
    let mismatch = app.text(msg::RETYPE_PASSWORD_MISMATCH);
    let all = [&missing, &invalid, &mismatch];
    for (email, repeat, expected) in [
        ("a@lp.com", "", vec![&missing]),
        ("bad", "", vec![&invalid]),
        ("bad", "x", vec![&invalid, &mismatch]),
    ] {
        let fields = [("email", email), ("password", PASSWORD), ("password_confirm", repeat)];
        let page = app.browser().post_form("/register", fields).await.is(200).text();
        for text in all {
            let shown = page.contains(&format!("<li class=\"fs-error-msg\">{text}"));
            assert_eq!(shown, expected.contains(&text), "{email} {repeat}: {text}");
        }
    }
    let fields = [("email", "a@lp.com"), ("password", PASSWORD), ("password_confirm", PASSWORD)];
    let refused = app.browser().post_form("/register?next=//evil.test", fields).await;
    assert!(refused.is(200).text().contains(&app.text(msg::INVALID_REDIRECT)));
    app.browser().post_form("/register?next=/in", fields).await.redirects_to("/in");
}

#[tokio::test]
async fn who_has_to_confirm_types_it_once() {
    let app = app_with(Flask, |builder| older(builder).setting("SECURITY_CONFIRMABLE", true)).await;
    let page = app.browser().get("/register").await.is(200).text();
    assert!(!page.contains("password_confirm"), "{page}");
    for (path, next, expected) in [
        ("/register", "", "/"),
        ("/register?next=/x", "/y", "/y"),
        ("/register?next=//evil.test", "", "/"),
    ] {
        let email = format!("user{}@lp.com", users(&app).await);
        let fields = [("email", email.as_str()), ("password", PASSWORD), ("next", next)];
        app.browser().post_form(path, fields).await.redirects_to(expected);
    }
}

#[tokio::test]
async fn a_password_typed_once_is_answered_alike_for_taken_and_free_addresses() {
    let app = app_with(Recommended, older).await;
    app.user("taken@lp.com", PASSWORD).await;
    let missing = app.text(msg::PASSWORD_NOT_PROVIDED);
    for email in ["free@lp.com", "taken@lp.com"] {
        let fields = [("email", email), ("password", PASSWORD)];
        let answer = app.browser().post_form("/register", fields).await;
        assert!(answer.is(200).text().contains(&missing), "{email}");
    }
    assert!(app.outbox().is_empty());
}
