//! A live Flask-Security database is taken over: nobody is signed out, everybody can sign in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use axum::Router;
use axum::routing::get;
use gatewright::clock::Clock;
use gatewright::config::Preset;
use gatewright::testing::{Browser, TestApp};
use gatewright::{CurrentUser, auth_required};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The application, and the folder that holds its copy of the database.
struct Site {
    app: TestApp,
    data: Value,
    _folder: TempDir,
}

impl Site {
    async fn open(settings: Value) -> Self {
        let data: Value =
            serde_json::from_str(include_str!("../../testdata/flask_security_sqlite.json"))
                .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("app.sqlite");
        std::fs::write(&file, include_bytes!("../../testdata/flask_security.sqlite")).unwrap();
        let url = format!("sqlite:{}", file.display());
        let now = data["frozen_unix"].as_i64().unwrap() + 60;
        let clock = Clock::offset(now - Clock::system().unix());
        let own = data["settings"].clone();
        let app = TestApp::with(Preset::Flask, |mut builder| {
            for key in ["SECRET_KEY", "SECRET_KEY_FALLBACKS", "SECURITY_PASSWORD_SALT"] {
                builder = builder.setting(key, own[key].clone());
            }
            builder = builder
                .database(url)
                .clock(clock)
                .setting("SECURITY_USERNAME_ENABLE", true)
                // The usual cost, so that the stored hashes are those of today.
                .setting("SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS", json!({}))
                .setting("SECURITY_EMAIL_VALIDATOR_ARGS", json!({ "check_deliverability": false }));
            for (key, value) in settings.as_object().unwrap() {
                builder = builder.setting(key, value.clone());
            }
            builder.allow_unbuilt()
        })
        .await;
        let me = get(async |user: CurrentUser| user.email.clone());
        let app = app.serve(Router::new().route("/me", me.layer(auth_required())));
        Self { app, data, _folder: folder }
    }

    fn user(&self, name: &str) -> (&str, &str) {
        let user = &self.data["users"][name];
        let password = user["password"].as_str().unwrap_or("no password at all");
        (user["email"].as_str().unwrap(), password)
    }

    async fn try_in(&self, tab: &mut Browser, name: &str) -> Value {
        let (email, password) = self.user(name);
        tab.post_json("/login", &json!({ "email": email, "password": password })).await.json()
    }
}

#[tokio::test]
async fn everybody_signs_in_with_the_password_they_have() {
    let site = Site::open(json!({ "SECURITY_CONFIRMABLE": true })).await;
    let renewed = ["editor", "pbk512", "pbk256", "sha512", "sha256", "descrypt", "plain"];
    let kept = ["admin", "mixedcase", "unicode", "nohandle", "rcenc"];
    for name in renewed.into_iter().chain(kept) {
        let mut tab = site.app.browser();
        let (email, _) = site.user(name);
        let before = site.app.find(email).await.unwrap().password;
        let answer = site.try_in(&mut tab, name).await;
        assert_eq!(answer["meta"]["code"], 200, "{name}: {answer}");
        assert_eq!(tab.get("/me").await.text(), email, "{name}");
        let after = site.app.find(email).await.unwrap().password;
        if renewed.contains(&name) {
            let hash = after.unwrap();
            assert!(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=4$"), "{name}: {hash}");
            let again = site.try_in(&mut site.app.browser(), name).await;
            assert_eq!(again["meta"]["code"], 200, "{name} with the new hash: {again}");
        } else {
            assert_eq!(after, before, "{name}: nothing to renew");
        }
    }
}

#[tokio::test]
async fn those_who_may_not_sign_in_are_told_why() {
    let site = Site::open(json!({ "SECURITY_CONFIRMABLE": true })).await;
    let text = |key: &str| {
        let message = gatewright::i18n::messages::Key::find(key).unwrap().message();
        gatewright::i18n::Catalog::builtin().text(&message, "en")
    };
    for (name, field, key) in [
        ("inactive", "email", "DISABLED_ACCOUNT"),
        ("unconfirmed", "email", "CONFIRMATION_REQUIRED"),
        ("nopassword", "password", "INVALID_PASSWORD"),
    ] {
        let answer = site.try_in(&mut site.app.browser(), name).await;
        assert_eq!(answer["response"]["field_errors"][field], json!([text(key)]), "{name}");
    }
}

#[tokio::test]
async fn usernames_are_found_in_any_case_and_width() {
    let site = Site::open(json!({})).await;
    for (username, name) in [("ADMINUSER", "admin"), ("ÉLAN9", "unicode"), ("Élan９", "unicode")]
    {
        let mut tab = site.app.browser();
        let (email, password) = site.user(name);
        let body = json!({ "username": username, "password": password });
        let answer = tab.post_json("/login", &body).await;
        assert_eq!(answer.status, 200, "{username}: {}", answer.text());
        assert_eq!(tab.get("/me").await.text(), email);
    }
}

#[tokio::test]
async fn cookies_that_flask_has_set_go_on() {
    let site = Site::open(json!({})).await;
    let lines = site.data["cookies"]["set_cookie"].as_array().unwrap().clone();
    let value = |name: &str| {
        let line = lines.iter().find(|line| line.as_str().unwrap().starts_with(name)).unwrap();
        let pair = line.as_str().unwrap().split(';').next().unwrap();
        pair.split_once('=').unwrap().1.to_owned()
    };
    for name in ["session", "remember_token"] {
        let mut tab = site.app.browser();
        tab.set_cookie(name, Some(&value(name)));
        assert_eq!(tab.get("/me").await.text(), site.user("mixedcase").0, "{name}");
    }
    let mut tab = site.app.browser();
    let mut forged = value("session");
    forged.replace_range(0..2, ".a");
    tab.set_cookie("session", Some(&forged));
    assert_eq!(tab.get("/me").await.status, 302);
}

#[tokio::test]
async fn tokens_that_flask_has_issued_go_on_until_they_expire() {
    let site = Site::open(json!({})).await;
    let token = site.data["tokens"]["auth"]["token"].as_str().unwrap().to_owned();
    let mut tab = site.app.browser().header("authentication-token", &token);
    assert_eq!(tab.get("/me").await.text(), site.user("admin").0);
    site.app.advance(jiff::SignedDuration::from_mins(15));
    assert_eq!(tab.get_json("/me").await.status, 401);
}

#[tokio::test]
async fn refresh_tokens_that_flask_has_issued_are_exchanged_here() {
    let on = json!({
        "SECURITY_REFRESH_TOKEN": true, "SECURITY_REFRESH_TOKEN_COOKIE_NAME": null,
    });
    let site = Site::open(on).await;
    let text = |name: &str, member: &str| site.data["refresh"][name][member].clone();
    let exchange = async |token: Value| -> Value {
        let body = json!({ "refresh_token": token });
        site.app.browser().post_json("/refresh-token", &body).await.json()["response"].clone()
    };
    let live = exchange(text("live", "token")).await["user"].clone();
    let auth = live["authentication_token"].as_str().unwrap();
    let mut api = site.app.browser().header("authentication-token", auth);
    assert_eq!(api.get("/me").await.text(), site.user("editor").0);
    assert!(exchange(live["refresh_token"].clone()).await["user"].is_object());
    for (name, member, reason) in [
        ("live", "token", "GEN_MISMATCH"),
        ("expired", "token", "EXPIRED"),
        ("idle", "token", "EXPIRED"),
        ("revoked", "token", "REVOKED"),
        ("rotated", "older_token", "GEN_MISMATCH"),
        ("rotated", "token", "REVOKED"),
    ] {
        let refused = exchange(text(name, member)).await;
        assert!(refused["errors"][0].as_str().unwrap().contains(reason), "{name}: {refused}");
    }
}
