//! Exchanging refresh tokens.

mod exchange;
mod house;
mod race;

use serde_json::{Value, json};

use crate::assembly::Builder;
use crate::config::Preset::{self, Recommended};
use crate::model::Refresh;
use crate::testing::{Answer, Browser, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

/// Refresh tokens that travel in JSON.
fn in_json(builder: Builder) -> Builder {
    builder.configure(|config| {
        config.refresh.enabled = true;
        config.refresh.cookie_name = None;
    })
}

/// Refresh tokens that travel in a cookie.
fn in_cookie(builder: Builder) -> Builder {
    builder.configure(|config| config.refresh.enabled = true)
}

async fn app_with(preset: Preset, change: impl FnOnce(Builder) -> Builder) -> TestApp {
    let app = TestApp::with(preset, change).await;
    app.user(JOE, PASSWORD).await;
    app
}

async fn app() -> TestApp {
    app_with(Recommended, in_json).await
}

/// Signs in with a browser and gives the user's members of the answer.
async fn sign_in(tab: &mut Browser, email: &str) -> Value {
    let body = json!({ "email": email, "password": PASSWORD });
    let answer = tab.post_json("/login?include_auth_token", &body).await;
    answer.is(200).json()["response"]["user"].clone()
}

/// A refresh token of a client that keeps nothing else.
async fn begun(app: &TestApp) -> String {
    member(&sign_in(&mut app.browser(), JOE).await, "refresh_token")
}

async fn exchange(app: &TestApp, token: &str) -> Answer {
    app.browser().post_json("/refresh-token", &json!({ "refresh_token": token })).await
}

/// The next refresh token.
async fn exchanged(app: &TestApp, token: &str) -> String {
    member(&exchange(app, token).await.is(200).json()["response"]["user"], "refresh_token")
}

fn member(user: &Value, name: &str) -> String {
    user[name].as_str().unwrap_or_else(|| panic!("no {name}: {user}")).to_owned()
}

/// Why an exchange was refused.
fn reason(answer: &Answer) -> String {
    let errors = answer.is(400).field_errors()["refresh_token"].clone();
    errors[0].as_str().unwrap_or_else(|| panic!("no reason: {}", answer.text())).to_owned()
}

fn invalid(app: &TestApp, reason: &str) -> String {
    app.text(crate::i18n::messages::REFRESH_TOKEN_INVALID.with("reason", reason))
}

async fn families(app: &TestApp) -> Vec<Refresh> {
    let joe = app.find(JOE).await.unwrap();
    app.security().store().refreshes().unwrap().list(&joe.id).await.unwrap()
}
