//! Addresses and names: what the application refuses, and what normalising makes of them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use async_trait::async_trait;
use serde_json::{Map, Value, json};

use super::{PASSWORD, app_with, body};
use crate::config::Preset::{Flask, Recommended};
use crate::error::{Error, ErrorKind, Result};
use crate::hooks::{ExtraField, Hooks};
use crate::i18n::messages::{self as msg, Message};
use crate::model::NewUser;
use crate::security::Security;

struct Judge;

#[async_trait]
impl Hooks for Judge {
    async fn email_fault(&self, email: &str) -> Result<Option<Message>> {
        let foreign = !email.ends_with("@lp.com");
        Ok(foreign.then(|| msg::LITERAL.with("text", "Only for colleagues.")))
    }

    async fn username_fault(&self, username: &str) -> Result<Option<Message>> {
        Ok((username == "admin").then(|| msg::LITERAL.with("text", "Reserved.")))
    }

    async fn phone_fault(&self, number: &str) -> Result<Option<Message>> {
        let abroad = !number.starts_with("+1");
        Ok(abroad.then(|| msg::LITERAL.with("text", format!("{number} is too far away."))))
    }

    fn fields(&self, form: &str) -> Vec<ExtraField> {
        let phone = ExtraField::phone("us_phone_number", "Phone");
        if form == "register_form" { vec![phone] } else { Vec::new() }
    }
}

#[tokio::test]
async fn the_application_judges_addresses_and_names() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| {
            builder.hooks(Judge).setting("SECURITY_USERNAME_ENABLE", true)
        })
        .await;
        let mut sent = body("joe@example.com", PASSWORD);
        sent["username"] = json!("ａｄｍｉｎ");
        let answer = app.browser().post_json("/register", &sent).await;
        let expected = json!({ "email": ["Only for colleagues."], "username": ["Reserved."] });
        assert_eq!(answer.is(400).field_errors(), expected);
    }
}

#[tokio::test]
async fn the_application_judges_phone_numbers_in_their_normal_form() {
    let app = app_with(Flask, |builder| builder.hooks(Judge)).await;
    let tries = [
        (json!("+49 30 901820"), Some("+4930901820 is too far away.".to_owned())),
        (json!("no number"), Some(app.text(msg::PHONE_INVALID))),
        (json!("(650) 253-0000"), None),
        (json!(""), None),
    ];
    for (at, (number, fault)) in tries.into_iter().enumerate() {
        let email = format!("joe{at}@lp.com");
        let mut sent = body(&email, PASSWORD);
        sent["us_phone_number"] = number;
        let answer = app.browser().post_json("/register", &sent).await;
        match fault {
            Some(fault) => {
                let expected = json!({ "us_phone_number": [fault] });
                assert_eq!(answer.is(400).field_errors(), expected);
            }
            None => {
                answer.is(200);
                let kept = app.find(&email).await.unwrap().us_phone_number;
                let expected = (at == 2).then(|| "+16502530000".to_owned());
                assert_eq!(kept, expected);
            }
        }
    }
}

/// A sign that becomes several brings in what could not be typed; a composed letter does not.
#[tokio::test]
async fn names_keep_to_their_letters_when_they_are_normalised() {
    for (preset, half) in [(Flask, 200), (Recommended, 400)] {
        let app = app_with(preset, |builder| {
            builder.setting("SECURITY_USERNAME_ENABLE", true).setting("LIMIT_REGISTER", false)
        })
        .await;
        for (at, (name, status)) in
            [("joe½", half), ("ésope", 200), ("ﬁsher", 200), ("\u{958}लमक", 200)]
                .into_iter()
                .enumerate()
        {
            let mut sent = body(&format!("user{at}@lp.com"), PASSWORD);
            sent["username"] = json!(name);
            let answer = app.browser().post_json("/register", &sent).await;
            assert_eq!(answer.status, status, "{preset:?} {name}: {}", answer.text());
        }
    }
}

/// Two accounts without a name are not namesakes, whatever the case rule.
#[tokio::test]
async fn nobody_shares_the_name_that_nobody_has() {
    let app = app_with(Flask, |builder| {
        builder.setting("SECURITY_USERNAME_ENABLE", true).setting(
            "SECURITY_USER_IDENTITY_ATTRIBUTES",
            json!([
                { "email": { "mapper": "uia_email_mapper", "case_insensitive": true } },
                { "username": { "mapper": "uia_username_mapper", "case_insensitive": false } },
            ]),
        )
    })
    .await;
    for (email, name) in [("a@lp.com", json!("")), ("b@lp.com", json!(null))] {
        let mut sent = body(email, PASSWORD);
        sent["username"] = name;
        app.browser().post_json("/register", &sent).await.is(200);
        assert_eq!(app.find(email).await.unwrap().username, None);
    }
}

/// The first registration meets another that is taken back in the same moment, as one that has come
/// second is.
struct Loses(AtomicBool);

#[async_trait]
impl Hooks for Loses {
    async fn new_user(&self, _: &mut NewUser, _: &Map<String, Value>) -> Result<()> {
        match self.0.swap(false, Ordering::Relaxed) {
            true => Err(Error::new(ErrorKind::Conflict, "the name is taken")),
            false => Ok(()),
        }
    }
}

#[tokio::test]
async fn who_lost_to_one_that_is_gone_tries_again() {
    for preset in [Flask, Recommended] {
        let hooks = Loses(AtomicBool::new(true));
        let app = app_with(preset, |builder| builder.hooks(hooks)).await;
        let answer = app.browser().post_json("/register", &body("joe@lp.com", PASSWORD)).await;
        assert_eq!(answer.status, 200, "{preset:?}: {}", answer.text());
        assert!(app.find("joe@lp.com").await.is_some());
    }
}

#[tokio::test]
async fn names_in_any_alphabet_are_taken_whatever_their_case() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| {
            builder.setting("SECURITY_USERNAME_ENABLE", true).setting("LIMIT_REGISTER", false)
        })
        .await;
        for (email, name, users) in [
            ("möller@lp.com", "Иванов", 1),
            ("ivan@lp.com", "ИВАНОВ", 1),
            ("ivan@lp.com", "иванов", 1),
            ("MÖLLER@lp.com", "Möller", 1),
            ("nikos@lp.com", "Νίκος", 2),
            ("other@lp.com", "ΝΊΚΟΣ", 2),
        ] {
            let mut sent = body(email, PASSWORD);
            sent["username"] = json!(name);
            app.browser().post_json("/register", &sent).await;
            let count = app.security().store().count_users().await.unwrap();
            assert_eq!(count, users, "{preset:?} {email} {name}");
        }
    }
}

/// Somebody else registers the same name in other letters, between the look and the account.
#[derive(Clone, Default)]
struct Rival(Arc<OnceLock<Security>>, &'static str);

#[async_trait]
impl Hooks for Rival {
    async fn new_user(&self, _: &mut NewUser, _: &Map<String, Value>) -> Result<()> {
        let Some(security) = self.0.get() else { return Ok(()) };
        let mut rival = NewUser::new("rival@lp.com");
        rival.username = Some(self.1.to_owned());
        security.store().create_user(rival).await.map(drop)
    }
}

#[tokio::test]
async fn of_two_names_in_other_letters_at_one_moment_the_first_stays() {
    for (mine, theirs) in [
        ("joel", "JOEL"),
        ("иванов", "ИВАНОВ"),
        ("ИВАНОВ", "иванов"),
        ("Иванов", "иВаНов"),
        ("Νικος", "ΝΙΚΟΣ"),
        ("ΝΙΚΟΣ", "Νικος"),
    ] {
        let hooks = Rival(Arc::default(), theirs);
        let app = app_with(Flask, |builder| {
            builder.setting("SECURITY_USERNAME_ENABLE", true).hooks(hooks.clone())
        })
        .await;
        hooks.0.set(app.security().clone()).ok();
        let mut sent = body("joe@lp.com", PASSWORD);
        sent["username"] = json!(mine);
        let answer = app.browser().post_json("/register", &sent).await;
        assert_eq!(answer.status, 400, "{mine} {theirs}");
        let faults = answer.field_errors();
        assert!(faults.get("username").is_some(), "{mine} {theirs}: {faults}");
        let count = app.security().store().count_users().await.unwrap();
        assert_eq!(count, 1, "{mine} {theirs}");
    }
}
