//! Making an account.

mod extra;
mod generic;
mod mails;
mod names;
mod older;

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use serde_json::{Value, json};

use crate::assembly::Builder;
use crate::config::Preset::{self, Flask, Recommended};
use crate::event::{Event, Listener};
use crate::facts::Facts;
use crate::i18n::messages as msg;
use crate::model::UserField;
use crate::testing::{Heard, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

async fn app_with(preset: Preset, more: impl FnOnce(Builder) -> Builder) -> TestApp {
    TestApp::with(preset, |builder| more(builder.setting("SECURITY_REGISTERABLE", true))).await
}

async fn app(preset: Preset) -> TestApp {
    app_with(preset, |builder| builder).await
}

fn body(email: &str, password: &str) -> Value {
    json!({ "email": email, "password": password, "password_confirm": password })
}

async fn users(app: &TestApp) -> u64 {
    app.security().store().count_users().await.unwrap()
}

#[tokio::test]
async fn there_is_no_page_unless_it_is_switched_on() {
    let app = TestApp::new(|_| {}).await;
    app.browser().get("/register").await.is(404);
    app.browser().post_json("/register", &body(JOE, PASSWORD)).await.is(404);
    assert_eq!(users(&app).await, 0);
}

#[tokio::test]
async fn a_new_account_is_signed_in_where_answers_may_differ() {
    let heard = Heard::default();
    let app = app_with(Flask, |builder| builder.listen(heard.clone())).await;
    let mut tab = app.browser();
    let fields = [("email", "Joe@LP.com"), ("password", PASSWORD), ("password_confirm", PASSWORD)];
    tab.post_form("/register?next=/welcome", fields).await.redirects_to("/welcome");
    let joe = app.find(JOE).await.unwrap();
    assert_eq!(joe.email, "Joe@lp.com");
    assert!(joe.active);
    assert_eq!(joe.confirmed_at, None);
    assert_eq!(app.session(&tab).await["_user_id"], json!(joe.uniquifier));
    let expected = [
        "user_registered Joe@lp.com",
        "identity_changed",
        "user_authenticated Joe@lp.com register",
    ];
    assert_eq!(heard.take(), expected);
    app.browser().sign_in(JOE, PASSWORD).await;
    // Whoever is in has an account.
    tab.get("/register").await.redirects_to("/");
    tab.post_json("/register", &body("jill@lp.com", PASSWORD)).await.is(400);
    assert_eq!(users(&app).await, 1);
}

#[tokio::test]
async fn json_registers_and_gives_a_token_when_asked() {
    let app = app(Flask).await;
    let body = body(JOE, PASSWORD);
    let answer = app.browser().post_json("/register?include_auth_token", &body).await;
    let response = answer.is(200).json()["response"].clone();
    assert_eq!(response["tf_required"], false);
    assert!(response["user"]["authentication_token"].is_string());
}

#[tokio::test]
async fn every_fault_is_named_at_its_field_in_the_order_of_the_form() {
    let app = app_with(Flask, |builder| {
        builder
            .setting("SECURITY_USERNAME_ENABLE", true)
            .setting("SECURITY_USERNAME_REQUIRED", true)
    })
    .await;
    let say = |key| app.text(key);
    let short = app.text(msg::PASSWORD_INVALID_LENGTH.with("length", 8));
    let length = app.text(msg::USERNAME_INVALID_LENGTH.with("min", 4).with("max", 32));
    let nothing = app.browser().post_json("/register", &json!({})).await;
    let expected = [
        msg::EMAIL_NOT_PROVIDED,
        msg::PASSWORD_NOT_PROVIDED,
        msg::PASSWORD_NOT_PROVIDED,
        msg::USERNAME_NOT_PROVIDED,
    ];
    assert_eq!(nothing.is(400).json()["response"]["errors"], json!(expected.map(say)));

    let good = json!({
        "email": "new@lp.com", "password": PASSWORD, "password_confirm": PASSWORD,
        "username": "newcomer",
    });
    for (field, value, expected) in [
        ("email", json!("new"), json!({ "email": [say(msg::INVALID_EMAIL_ADDRESS)] })),
        ("email", json!(["new@lp.com", "b@lp.com"]), Value::Null),
        ("email", json!([[]]), json!({ "email": [say(msg::API_ERROR)] })),
        ("email", json!("new@localhost"), json!({ "email": [say(msg::INVALID_EMAIL_ADDRESS)] })),
        (
            "password",
            json!("short"),
            json!({
                "password": [short], "password_confirm": [say(msg::RETYPE_PASSWORD_MISMATCH)],
            }),
        ),
        (
            "password_confirm",
            json!("another horse"),
            json!({ "password_confirm": [say(msg::RETYPE_PASSWORD_MISMATCH)] }),
        ),
        (
            "password_confirm",
            json!(""),
            json!({ "password_confirm": [say(msg::PASSWORD_NOT_PROVIDED)] }),
        ),
        ("password_confirm", json!(5), json!({ "password_confirm": [say(msg::API_ERROR)] })),
        ("username", json!("joe"), json!({ "username": [length] })),
        ("username", json!("a&bcd"), json!({ "username": [say(msg::INVALID_INPUT)] })),
        (
            "username",
            json!("new.comer"),
            json!({ "username": [say(msg::USERNAME_DISALLOWED_CHARACTERS)] }),
        ),
        ("next", json!("//evil.test"), json!({ "next": [say(msg::INVALID_REDIRECT)] })),
    ] {
        let mut body = good.clone();
        body[field] = value.clone();
        let answer = app.browser().post_json("/register", &body).await;
        if expected.is_null() {
            // Of a list the first counts, as of repeated fields in a form.
            let made = app.find("new@lp.com").await.unwrap();
            assert!(app.security().store().delete_user(&made.id).await.unwrap());
            answer.is(200);
            continue;
        }
        assert_eq!(answer.is(400).field_errors(), expected, "{field}: {value}");
    }
    assert_eq!(users(&app).await, 0);
}

#[tokio::test]
async fn length_counts_what_is_hashed() {
    let app = app(Flask).await;
    // Two characters each once normalised.
    let ligatures = "ﬁﬁﬁﬁ";
    app.browser().post_json("/register", &body(JOE, ligatures)).await.is(200);
    // What compatibility forms fold together is one password.
    app.browser().sign_in(JOE, "fifififi").await;
    for (password, status) in [
        ("ﬁﬁﬁ".to_owned(), 400),
        ("x".repeat(128), 200),
        ("x".repeat(129), 400),
        ("ﬁ".repeat(65), 400),
        ("\u{1f40e}".repeat(8), 200),
        ("\u{fdfa}".repeat(10_000), 400),
    ] {
        let email = format!("user{}@lp.com", password.len());
        let answer = app.browser().post_json("/register", &body(&email, &password)).await;
        answer.is(status);
    }
}

#[tokio::test]
async fn what_is_taken_is_said_where_answers_may_differ() {
    let app = app_with(Flask, |builder| builder.setting("SECURITY_USERNAME_ENABLE", true)).await;
    app.user(JOE, PASSWORD).await;
    app.change(JOE, &[UserField::Username(Some("joeblack".into()))]).await;
    let email = app.text(msg::EMAIL_ALREADY_ASSOCIATED.with("email", "JOE@lp.com"));
    let username = app.text(msg::USERNAME_ALREADY_ASSOCIATED.with("username", "JoeBlack"));
    for (email_sent, name_sent, expected) in [
        ("JOE@lp.com", "someone", json!({ "email": [email] })),
        ("jill@lp.com", "JoeBlack", json!({ "username": [username] })),
        ("JOE@lp.com", "JoeBlack", json!({ "email": [email], "username": [username] })),
    ] {
        let mut body = body(email_sent, PASSWORD);
        body["username"] = json!(name_sent);
        let answer = app.browser().post_json("/register", &body).await;
        assert_eq!(answer.is(400).field_errors(), expected);
    }
    assert_eq!(users(&app).await, 1);
}

#[tokio::test]
async fn a_password_may_be_left_out_where_none_is_required() {
    let app = app_with(Flask, |builder| {
        builder
            .allow_unbuilt()
            .configure(|config| {
                config.password.required = false;
                config.unified_signin.enabled = true;
            })
            .setting(
                "SECURITY_TOTP_SECRETS",
                json!({ "1": "a secret that only tests use 0123456789" }),
            )
            .setting("SECURITY_TOTP_ISSUER", "tests")
    })
    .await;
    app.browser().post_json("/register", &json!({ "email": JOE })).await.is(200);
    assert_eq!(app.find(JOE).await.unwrap().password, None);
    let body = json!({ "email": JOE, "password": PASSWORD });
    app.browser().post_json("/login", &body).await.is(400);
    let half = json!({ "email": "b@lp.com", "password": PASSWORD });
    app.browser().post_json("/register", &half).await.is(400);
}

#[tokio::test]
async fn a_password_that_the_scheme_cannot_hash_is_the_senders_fault() {
    let app = app_with(Flask, |builder| {
        builder
            .setting("SECURITY_PASSWORD_HASH", "bcrypt")
            .setting("SECURITY_PASSWORD_SINGLE_HASH", true)
            .setting("SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS", json!({ "bcrypt__rounds": 4 }))
    })
    .await;
    let odd = body(JOE, "with a \0 in it");
    let answer = app.browser().post_json("/register", &odd).await;
    let expected = json!({ "password": [app.text(msg::INVALID_INPUT)] });
    assert_eq!(answer.is(400).field_errors(), expected);
    assert_eq!(users(&app).await, 0);
}

/// Keeps what listeners are told about a registration.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Vec<Value>>>);

#[async_trait]
impl Listener for Told {
    async fn notice(&self, _: Option<&Facts>, event: &Event<'_>) {
        if let Event::UserRegistered { form_data, .. } = event {
            self.0.lock().unwrap().push(Value::Object((*form_data).clone()));
        }
    }
}

#[tokio::test]
async fn listeners_never_see_the_password() {
    // The reference tells of all fields; what is secret is left out all the same.
    for (preset, more) in [(Flask, Some(json!("/page"))), (Recommended, None)] {
        let told = Told::default();
        let app = app_with(preset, |builder| {
            builder.listen(told.clone()).setting("SECURITY_USERNAME_ENABLE", true)
        })
        .await;
        let mut body = body(JOE, PASSWORD);
        body["username"] = json!("joeblack");
        body["next"] = json!("/page");
        body["role"] = json!("admin");
        body["active"] = json!(false);
        app.browser().post_json("/register", &body).await.is(200);
        let mut expected = json!({ "email": JOE, "username": "joeblack" });
        if let Some(next) = more {
            expected["next"] = next;
            expected["submit"] = json!(false);
        }
        assert_eq!(told.0.lock().unwrap().clone(), [expected], "{preset:?}");
        let joe = app.find(JOE).await.unwrap();
        assert!(joe.active && joe.roles.is_empty(), "a stranger's fields reached the account");
    }
}
