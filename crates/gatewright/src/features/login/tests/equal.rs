//! Answers that tell nothing: whatever is wrong with an account, a stranger sees the same, after the
//! same work.

use std::collections::BTreeSet;

use async_trait::async_trait;
use axum::Router;
use axum::routing::get;
use data_encoding::BASE64;
use serde_json::json;

use crate::config::Preset::{self, Flask, Recommended};
use crate::guard::http_auth_required;
use crate::hooks::{Hooks, Lock};
use crate::i18n::messages as msg;
use crate::model::{NewUser, User, UserField};
use crate::testing::{Answer, Browser, TestApp};

const PASSWORD: &str = "correct horse battery";
const WRONG: &str = "wrong horse battery";

/// Who signs in, and with which password: each is refused for another reason.
const CASES: [(&str, &str); 13] = [
    ("good@lp.com", WRONG),
    ("nobody@lp.com", PASSWORD),
    ("inactive@lp.com", PASSWORD),
    ("inactive@lp.com", WRONG),
    ("locked@lp.com", PASSWORD),
    ("locked@lp.com", WRONG),
    ("silent@lp.com", PASSWORD),
    ("unconfirmed@lp.com", PASSWORD),
    ("bare@lp.com", PASSWORD),
    // Right, and stored under a former scheme: renewing the hash would be a second one.
    ("former@lp.com", PASSWORD),
    // Identities that nobody can have.
    ("no address", PASSWORD),
    ("@lp.com", PASSWORD),
    ("a@b@lp.com", WRONG),
];

/// Locks whoever is called so, one of them without a word.
struct Locks;

#[async_trait]
impl Hooks for Locks {
    async fn locked(&self, user: &User) -> crate::error::Result<Option<Lock>> {
        Ok(match user.username.as_deref() {
            Some("locked") => Some(Lock { text: Some("Come back on Monday.".to_owned()) }),
            Some("silent") => Some(Lock::default()),
            _ => None,
        })
    }
}

async fn app(preset: Preset) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        builder
            .hooks(Locks)
            .allow_unbuilt()
            .setting("SERVER_NAME", "localhost")
            .setting("SECURITY_RETURN_GENERIC_RESPONSES", true)
            .setting("SECURITY_REQUIRES_CONFIRMATION_ERROR_VIEW", "/resend")
            .configure(|config| config.confirm.enabled = true)
    })
    .await;
    for name in ["good", "inactive", "locked", "silent", "unconfirmed", "former"] {
        app.user(&format!("{name}@lp.com"), PASSWORD).await;
    }
    for name in ["locked", "silent"] {
        lock(&app, name).await;
    }
    let other = TestApp::with(preset, |builder| {
        builder.setting("SECURITY_PASSWORD_HASH", "pbkdf2_sha256").setting(
            "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS",
            json!({ "pbkdf2_sha256__rounds": 1000 }),
        )
    });
    let former = other.await.security().passwords().hash(PASSWORD).await.unwrap();
    let former = [UserField::Password(Some(former)), UserField::Active(false)];
    app.change("former@lp.com", &former).await;
    app.change("inactive@lp.com", &[UserField::Active(false)]).await;
    app.change("unconfirmed@lp.com", &[UserField::ConfirmedAt(None)]).await;
    app.security().store().create_user(NewUser::new("bare@lp.com")).await.unwrap();
    let door = get(async || "in").layer(http_auth_required());
    app.serve(Router::new().route("/basic", door))
}

async fn lock(app: &TestApp, name: &str) {
    let username = UserField::Username(Some(name.to_owned()));
    app.change(&format!("{name}@lp.com"), &[username]).await;
}

/// How a stranger asks.
#[derive(Debug, Clone, Copy)]
enum Ask {
    Form,
    Json,
    Basic,
}

impl Ask {
    async fn send(self, tab: &mut Browser, email: &str, password: &str) -> Answer {
        match self {
            Self::Form => tab.post_form("/login", [("email", email), ("password", password)]).await,
            Self::Json => {
                let body = json!({ "email": email, "password": password });
                tab.post_json("/login", &body).await
            }
            Self::Basic => {
                let credentials = BASE64.encode(format!("{email}:{password}").as_bytes());
                let header = [("authorization", format!("Basic {credentials}"))];
                let header = header.each_ref().map(|(name, value)| (*name, value.as_str()));
                tab.send("GET", "/basic", &header, Vec::new()).await
            }
        }
    }
}

/// Everything that a stranger sees or could measure, beside what only time and chance put there.
#[derive(Debug, Clone, PartialEq)]
struct Seen {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
    session: BTreeSet<String>,
    hashes: u64,
}

/// Until every rate limit has forgotten what was sent before.
fn rest(app: &TestApp) {
    app.advance(jiff::SignedDuration::from_mins(2));
}

async fn see(app: &TestApp, ask: Ask, email: &str, password: &str) -> Seen {
    let mut tab = app.browser();
    rest(app);
    let before = app.security().passwords().jobs();
    let answer = ask.send(&mut tab, email, password).await;
    let hashes = app.security().passwords().jobs() - before;
    let session = app.session(&tab).await.keys().cloned().collect();
    seen(&answer, email, session, hashes)
}

fn seen(answer: &Answer, email: &str, session: BTreeSet<String>, hashes: u64) -> Seen {
    // It is that of the address, which a page shows again, and of what can be compared below.
    assert_eq!(answer.header("content-length"), Some(answer.text().len().to_string().as_str()));
    let mut headers: Vec<_> = answer
        .headers
        .iter()
        .filter(|(name, _)| *name != "content-length")
        .map(|(name, value)| {
            let value = value.to_str().unwrap();
            let value = if name == "set-cookie" { attributes(value) } else { value.to_owned() };
            (name.to_string(), value)
        })
        .collect();
    headers.sort();
    let text = answer.text().replace(email, "<email>");
    let body = match text.split_once("name=\"csrf_token\" value=\"") {
        Some((head, rest)) => format!("{head}{}", rest.split_once('"').unwrap().1),
        None => text,
    };
    Seen { status: answer.status.as_u16(), headers, body, session, hashes }
}

fn attributes(cookie: &str) -> String {
    let (name, rest) = cookie.split_once('=').unwrap();
    format!("{name} {}", rest.split_once(';').unwrap().1)
}

#[tokio::test]
async fn no_answer_tells_one_account_from_another() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        for ask in [Ask::Form, Ask::Json, Ask::Basic] {
            let (email, password) = CASES[0];
            let usual = see(&app, ask, email, password).await;
            assert_eq!(usual.hashes, 1, "{preset:?} {ask:?}");

            let expected = [200, 400, 401][ask as usize];
            assert_eq!(usual.status, expected, "{preset:?} {ask:?}: {}", usual.body);
            for (email, password) in &CASES[1..] {
                let other = see(&app, ask, email, password).await;
                assert_eq!(other, usual, "{preset:?} {ask:?} {email} {password}");
            }
            // No password that is looked at costs more, and none that is not costs less.
            let long = "x".repeat(5000);
            for email in ["good@lp.com", "nobody@lp.com", "no address"] {
                assert_eq!(see(&app, ask, email, &long).await, usual, "{preset:?} {ask:?} {email}");
            }
        }
        let told = see(&app, Ask::Json, "nobody@lp.com", PASSWORD).await;
        assert_eq!(told.status, 400);
        assert!(told.body.contains(&app.text(msg::GENERIC_AUTHN_FAILED)), "{}", told.body);
    }
}

#[tokio::test]
async fn a_form_that_cannot_be_sent_in_costs_as_much_as_a_wrong_password() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        for body in [
            json!({}),
            json!({ "email": "good@lp.com" }),
            json!({ "email": 1, "password": WRONG }),
            json!({ "email": "good@lp.com", "password": [] }),
            json!({ "email": "good@lp.com", "password": PASSWORD, "next": "//evil.test" }),
            json!({ "email": "nobody@lp.com", "password": PASSWORD, "next": "//evil.test" }),
        ] {
            rest(&app);
            let before = app.security().passwords().jobs();
            app.browser().post_json("/login", &body).await.is(400);
            assert_eq!(app.security().passwords().jobs() - before, 1, "{preset:?} {body}");
        }
    }
}

#[tokio::test]
async fn even_where_answers_differ_every_refusal_costs_one_hash() {
    let app = TestApp::with(Flask, |builder| builder.hooks(Locks)).await;
    for name in ["good", "inactive", "locked"] {
        app.user(&format!("{name}@lp.com"), PASSWORD).await;
    }
    lock(&app, "locked").await;
    app.change("inactive@lp.com", &[UserField::Active(false)]).await;
    app.security().store().create_user(NewUser::new("bare@lp.com")).await.unwrap();
    for name in ["good", "nobody", "inactive", "locked", "bare"] {
        let password = if name == "good" { WRONG } else { PASSWORD };
        let seen = see(&app, Ask::Json, &format!("{name}@lp.com"), password).await;
        assert_eq!((seen.status, seen.hashes), (400, 1), "{name}");
    }
}

#[tokio::test]
async fn showing_the_password_again_tells_no_more() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        for ask in [Ask::Form, Ask::Json] {
            let mut usual = None;
            let username = UserField::Username(Some("locked".to_owned()));
            app.change("locked@lp.com", &[UserField::Username(None)]).await;
            // Of one length: the page shows the address, and the answer tells its own length.
            for name in ["full", "bare", "lock"] {
                let email = format!("{name}-{ask:?}@lp.com").to_lowercase();
                app.user(&email, PASSWORD).await;
                let mut tab = app.browser();
                rest(&app);
                tab.sign_in(&email, PASSWORD).await;
                match name {
                    "bare" => app.change(&email, &[UserField::Password(None)]).await,
                    "lock" => app.change(&email, std::slice::from_ref(&username)).await,
                    _ => {}
                }
                let before = app.security().passwords().jobs();
                let answer = match ask {
                    Ask::Json => tab.post_json("/verify", &json!({ "password": WRONG })).await,
                    _ => tab.post_form("/verify", [("password", WRONG)]).await,
                };
                let hashes = app.security().passwords().jobs() - before;
                let session = app.session(&tab).await.keys().cloned().collect();
                let shown = answer.text();
                assert!(shown.contains(&app.text(msg::INVALID_PASSWORD)), "{name}: {shown}");
                let seen = seen(&answer, &email, session, hashes);
                assert_eq!(seen.hashes, 1, "{preset:?} {ask:?} {name}");
                assert_eq!(usual.get_or_insert_with(|| seen.clone()), &seen, "{name}");
                app.change(&email, &[UserField::Username(None)]).await;
            }
        }
    }
}
