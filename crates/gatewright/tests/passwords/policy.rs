//! The rules in their order, and what they know of the owner.

use gatewright::config::Preset;
use gatewright::i18n::messages as msg;
use gatewright::testing::TestApp;
use serde_json::{Value, json};

use crate::service::{KNOWN, Service};
use crate::{faults, with};

#[tokio::test]
async fn the_first_that_finds_something_answers() {
    let service = Service::start().await;
    let settings = [
        ("SECURITY_PASSWORD_LENGTH_MIN", json!(8)),
        ("SECURITY_PASSWORD_CHECK_COMMON", json!(true)),
        ("SECURITY_PASSWORD_CHECK_BREACHED", json!("strict")),
        ("SECURITY_PASSWORD_BREACHED_URL", json!(service.url("range"))),
        ("SECURITY_PASSWORD_COMPLEXITY_CHECKER", json!("zxcvbn")),
    ];
    let app = with(Preset::Flask, &settings).await;
    let rows = [
        ("monkey", "PASSWORD_INVALID_LENGTH", 0),
        ("password1", "PASSWORD_WEAK_COMMON", 0),
        (KNOWN, "PASSWORD_BREACHED", 1),
        ("19871123x", "PASSWORD_WEAK_DATE", 2),
        ("Tr0ub4dour&3", "PASSWORD_TOO_SIMPLE", 3),
    ];
    for (password, want, questions) in rows {
        assert_eq!(faults(app.security(), password).await, [want], "{password}");
        assert_eq!(service.questions(), questions, "{password}");
    }
    assert!(faults(app.security(), "zK9#vQ2!mL7p").await.is_empty());
    assert!(faults(app.security(), "with a \0 in its midst").await == ["INVALID_INPUT"]);
}

#[tokio::test]
async fn advice_is_given_beside_the_reason_in_recommended_alone() {
    let settings = [
        ("SECURITY_PASSWORD_COMPLEXITY_CHECKER", json!("zxcvbn")),
        ("SECURITY_PASSWORD_CHECK_COMMON", json!(false)),
        ("SECURITY_PASSWORD_LENGTH_MIN", json!(8)),
    ];
    let reference = with(Preset::Flask, &settings).await;
    assert_eq!(faults(reference.security(), "19871123x").await, ["PASSWORD_WEAK_DATE"]);
    let ours = with(Preset::Recommended, &settings).await;
    assert_eq!(
        faults(ours.security(), "19871123x").await,
        ["PASSWORD_WEAK_DATE", "PASSWORD_ADVICE_MORE_WORDS", "PASSWORD_ADVICE_NO_OWN_DATES"]
    );
}

#[tokio::test]
async fn the_reference_looks_at_length_alone() {
    let app = with(Preset::Flask, &[]).await;
    for password in ["password", "aaaaaaaa", "        ", "éééé"] {
        assert!(faults(app.security(), password).await.is_empty(), "{password}");
    }
    assert_eq!(faults(app.security(), "short").await, ["PASSWORD_INVALID_LENGTH"]);
    assert_eq!(faults(app.security(), &"x".repeat(129)).await, ["PASSWORD_INVALID_LENGTH"]);
}

async fn register(app: &TestApp, email: &str, password: &str) -> Value {
    let body = json!({ "email": email, "password": password, "password_confirm": password });
    let answer = app.browser().post_json("/register", &body).await.json();
    answer["response"]["field_errors"]["password"].clone()
}

#[tokio::test]
async fn a_new_password_is_not_made_of_the_owners_names() {
    let app = TestApp::new(|config| {
        config.register.enabled = true;
        config.register.send_email = false;
        config.password.context_words = vec!["Wonder Widgets".to_owned()];
    })
    .await;
    let context = json!([app.text(msg::PASSWORD_WEAK_CONTEXT)]);
    for password in ["Sandra.Meier@Example.org", "meier-sandra-1980", "Wonder-Widgets-2026"] {
        assert_eq!(
            register(&app, "sandra.meier@example.org", password).await,
            context,
            "{password}"
        );
    }
    let good = "eleven purple teapots";
    assert_eq!(register(&app, "sandra.meier@example.org", good).await, Value::Null);
    let sandra = app.find("sandra.meier@example.org").await.unwrap();
    let cx = app.security().offline();
    let found = cx.password_faults("sandra.meier.1980", Some(&sandra)).await.unwrap();
    assert_eq!(found[0].key().name(), "PASSWORD_WEAK_CONTEXT");
}

#[tokio::test]
async fn zxcvbn_knows_what_the_form_says() {
    let app = TestApp::with(Preset::Flask, |builder| {
        builder
            .setting("SECURITY_REGISTERABLE", true)
            .setting("SECURITY_SEND_REGISTER_EMAIL", false)
            .setting("SECURITY_PASSWORD_COMPLEXITY_CHECKER", "zxcvbn")
    })
    .await;
    let (owner, other) = ("quimby.zaphrodelia@lp.com", "joe@lp.com");
    assert_ne!(register(&app, owner, owner).await, Value::Null);
    assert_eq!(register(&app, other, owner).await, Value::Null);
}
