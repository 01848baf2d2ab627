//! The page of one's own account.

mod closing;

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::config::Preset::{self, Flask, Recommended};
use crate::i18n::messages as msg;
use crate::model::UserField;
use crate::testing::{Browser, Heard, TestApp};

pub(super) const JOE: &str = "joe@lp.com";
pub(super) const PASSWORD: &str = "correct horse battery";

pub(super) async fn app(preset: Preset, heard: &Heard, more: &[(&str, Value)]) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        let builder = builder
            .setting("SERVER_NAME", "localhost")
            .setting("LIMIT_SIGN_IN", false)
            .setting("LIMIT_SIGN_IN_IDENTITY", false)
            .listen(heard.clone());
        more.iter().fold(builder, |builder, (key, value)| builder.setting(key, value.clone()))
    })
    .await;
    app.user(JOE, PASSWORD).await;
    app
}

pub(super) async fn tab(app: &TestApp, email: &str) -> Browser {
    let mut tab = app.browser();
    tab.sign_in(email, PASSWORD).await;
    tab
}

#[tokio::test]
async fn the_page_says_who_i_am_and_grows_with_the_features() {
    let everything = [
        ("SECURITY_CHANGEABLE", json!(true)),
        ("SECURITY_CHANGE_EMAIL", json!(true)),
        ("SECURITY_CHANGE_USERNAME", json!(true)),
        ("SECURITY_CONFIRMABLE", json!(true)),
        ("SECURITY_LOGIN_WITHOUT_CONFIRMATION", json!(true)),
    ];
    for (more, expected) in [
        (&[][..], vec!["sessions"]),
        (&everything[..], vec!["sessions", "confirmation", "email", "password", "username"]),
    ] {
        let app = app(Recommended, &Heard::default(), more).await;
        app.change(JOE, &[UserField::ConfirmedAt(None)]).await;
        app.change(JOE, &[UserField::Username(Some("joe<b>joe".into()))]).await;
        let mut tab = tab(&app, JOE).await;
        let told = tab.get_json("/account").await.is(200).json()["response"].clone();
        assert_eq!(told["account"]["email"], JOE);
        assert_eq!(told["account"]["username"], "joe<b>joe");
        assert!(told["csrf_token"].is_string() && told["activity"].is_array());
        let names: Vec<&str> = told["cards"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap())
            .collect();
        assert_eq!(names, expected);
        let page = tab.get("/account").await.is(200).text();
        for card in told["cards"].as_array().unwrap() {
            assert!(page.contains(&format!("href=\"{}\"", card["url"].as_str().unwrap())));
        }
        assert!(page.contains(JOE) && page.contains("joe&lt;b&gt;joe"), "{page}");
        assert!(tab.get("/sessions").await.text().contains("href=\"/account\""));
    }
}

#[tokio::test]
async fn a_confirmed_address_has_nothing_to_confirm() {
    let app = app(Recommended, &Heard::default(), &[("SECURITY_CONFIRMABLE", json!(true))]).await;
    let told = tab(&app, JOE).await.get_json("/account").await.is(200).json();
    assert_eq!(told["response"]["account"]["confirmed"], true);
    assert!(!told.to_string().contains("confirmation"), "{told}");
}

#[tokio::test]
async fn strangers_see_nothing_and_flask_has_no_such_page() {
    let recommended = app(Recommended, &Heard::default(), &[]).await;
    for path in ["/account", "/account/data", "/account/close"] {
        recommended.browser().get(path).await.redirects_to(&format!("/login?next={path}"));
        recommended.browser().get_json(path).await.is(401);
    }
    let flask = app(Flask, &Heard::default(), &[]).await;
    flask.browser().get("/account").await.is(404);
    let moved = app(Flask, &Heard::default(), &[("ACCOUNT_URL", json!("/me"))]).await;
    let mut tab = tab(&moved, JOE).await;
    tab.get("/me").await.is(200);
    tab.get("/me/close").await.is(200);
    tab.get("/account").await.is(404);
    let without = app(Recommended, &Heard::default(), &[("ACCOUNT_URL", json!(false))]).await;
    let mut tab = self::tab(&without, JOE).await;
    tab.get("/account").await.is(404);
    tab.get("/account/close").await.is(404);
}

#[tokio::test]
async fn personal_data_is_a_file_for_who_signed_in_of_late() {
    let app = app(Recommended, &Heard::default(), &[]).await;
    let mut tab = tab(&app, JOE).await;
    let answer = tab.get("/account/data").await;
    assert_eq!(answer.is(200).header("content-type"), Some("application/json"));
    let kept = answer.header("content-disposition");
    assert_eq!(kept, Some("attachment; filename=\"personal-data.json\""));
    assert_eq!(answer.header("cache-control"), Some("private, no-store"));
    assert_eq!(answer.json()["account"]["email"], JOE);
    assert!(!answer.text().contains("$argon2"), "{}", answer.text());
    assert_eq!(tab.get_json("/account/data").await.is(200).json()["account"]["email"], JOE);
    app.advance(SignedDuration::from_hours(25));
    tab.get("/account/data").await.redirects_to("/verify?next=/account/data");
    tab.get("/account/close").await.redirects_to("/verify?next=/account/close");
    let told = tab.get_json("/account/data").await.is(401).json();
    assert_eq!(told["response"]["errors"], json!([app.text(msg::REAUTHENTICATION_REQUIRED)]));
}
