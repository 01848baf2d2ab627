//! Accounts that may not sign in, and who hears of it.

use async_trait::async_trait;
use serde_json::json;

use super::{JOE, PASSWORD};
use crate::config::Preset::{self, Flask, Recommended};
use crate::hooks::{Hooks, Lock};
use crate::i18n::messages as msg;
use crate::model::{NewUser, User, UserField};
use crate::testing::TestApp;

/// Locks some accounts, one of them without a word.
struct Locks;

#[async_trait]
impl Hooks for Locks {
    async fn locked(&self, user: &User) -> crate::error::Result<Option<Lock>> {
        Ok(match user.email.as_str() {
            "locked@lp.com" => Some(Lock { text: Some("Come back on Monday.".to_owned()) }),
            "silent@lp.com" => Some(Lock::default()),
            _ => None,
        })
    }
}

/// Accounts that cannot be signed in to with [`PASSWORD`], each for another reason.
async fn crowd(preset: Preset) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        builder
            .hooks(Locks)
            .allow_unbuilt()
            .setting("SERVER_NAME", "localhost")
            .configure(|config| config.confirm.enabled = true)
    })
    .await;
    for name in ["inactive", "locked", "silent", "unconfirmed", "good"] {
        app.user(&format!("{name}@lp.com"), PASSWORD).await;
    }
    app.change("inactive@lp.com", &[UserField::Active(false)]).await;
    app.change("unconfirmed@lp.com", &[UserField::ConfirmedAt(None)]).await;
    let bare = NewUser::new("bare@lp.com");
    app.security().store().create_user(bare).await.unwrap();
    app
}

#[tokio::test]
async fn only_the_owner_of_a_password_hears_why_an_account_is_closed() {
    let app = crowd(Flask).await;
    let say = |key| app.text(key);
    let at_email = |text: String| json!({ "email": [text] });
    for (name, password, expected) in [
        ("inactive", PASSWORD, at_email(say(msg::DISABLED_ACCOUNT))),
        ("locked", PASSWORD, at_email("Come back on Monday.".to_owned())),
        ("silent", PASSWORD, at_email(say(msg::DISABLED_ACCOUNT))),
        ("unconfirmed", PASSWORD, at_email(say(msg::CONFIRMATION_REQUIRED))),
        ("inactive", "wrong", json!({ "password": [say(msg::INVALID_PASSWORD)] })),
        ("locked", "wrong", json!({ "password": [say(msg::INVALID_PASSWORD)] })),
        ("unconfirmed", "wrong", json!({ "password": [say(msg::INVALID_PASSWORD)] })),
        ("bare", PASSWORD, json!({ "password": [say(msg::INVALID_PASSWORD)] })),
    ] {
        let mut tab = app.browser();
        let body = json!({ "email": format!("{name}@lp.com"), "password": password });
        let answer = tab.post_json("/login", &body).await;
        assert_eq!(answer.is(400).field_errors(), expected, "{name} {password}");
        assert!(!app.session(&tab).await.contains_key("_user_id"), "{name}");
    }
}

#[tokio::test]
async fn pages_do_not_link_to_what_was_switched_on_and_does_not_exist() {
    let app = TestApp::with(Flask, |builder| {
        builder.allow_unbuilt().setting("SERVER_NAME", "localhost").configure(|config| {
            config.register.enabled = true;
            config.confirm.enabled = true;
            config.recover.enabled = true;
            config.change_password.enabled = true;
            config.change_email.enabled = true;
            config.change_username.enabled = true;
            config.username_recovery.enabled = true;
        })
    })
    .await;
    app.user(JOE, PASSWORD).await;
    let mut tab = app.browser();
    let page = tab.get("/login").await.is(200).text();
    assert!(page.contains("href=\"/register\""), "{page}");
    tab.sign_in(JOE, PASSWORD).await;
    tab.get("/verify").await.is(200);
}

#[tokio::test]
async fn an_unconfirmed_owner_is_sent_to_the_page_of_the_settings() {
    let elsewhere = |preset| {
        TestApp::with(preset, |builder| {
            builder.allow_unbuilt().setting("SERVER_NAME", "localhost").configure(|config| {
                config.confirm.enabled = true;
                config.confirm.requires_confirmation_error_view = Some("/resend".to_owned());
            })
        })
    };
    for (preset, expected) in [(Flask, Some("/resend?email=new%40lp.com")), (Recommended, None)] {
        let app = elsewhere(preset).await;
        app.user("new@lp.com", PASSWORD).await;
        app.change("new@lp.com", &[UserField::ConfirmedAt(None)]).await;
        let fields = [("email", "new@lp.com"), ("password", PASSWORD)];
        let answer = app.browser().post_form("/login", fields).await;
        // Where answers must not tell accounts apart, there is no such page.
        assert_eq!(answer.location(), expected);
    }
}
