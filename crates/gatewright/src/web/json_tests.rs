//! What clients without pages are told: by every endpoint, and by every refusal.

use std::time::Duration;

use axum::Router;
use axum::routing::get;
use serde_json::{Value, json};

use crate::config::Preset::Recommended;
use crate::error::{Error, ErrorKind};
use crate::request::cx::Cx;
use crate::testing::{Answer, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

/// Everything that can be switched on.
async fn app(settings: &[(&str, Value)]) -> TestApp {
    let app = TestApp::with(Recommended, |builder| {
        let builder = builder
            .setting("WTF_CSRF_ENABLED", true)
            .setting("SECURITY_REGISTERABLE", true)
            .setting("SECURITY_REFRESH_TOKEN", true);
        settings.iter().fold(builder, |it, (key, value)| it.setting(key, value.clone()))
    })
    .await;
    let busy = get(async |cx: Cx| {
        let retry_after = Duration::from_secs(3);
        cx.respond(Error::new(ErrorKind::Busy { retry_after }, "full")).await
    });
    let broken = get(async |cx: Cx| cx.respond(Error::store("gone")).await);
    app.serve(Router::new().route("/busy", busy).route("/broken", broken))
}

/// Has the shape that all refusals have; the texts.
fn refused(answer: &Answer, status: u16, what: &str) -> Vec<String> {
    assert_eq!(answer.header("content-type"), Some("application/json"), "{what}: {answer:?}");
    let json = answer.json();
    assert_eq!(answer.status.as_u16(), status, "{what}: {json}");
    assert_eq!(json["meta"]["code"], status, "{what}");
    let errors: Vec<String> = serde_json::from_value(json["response"]["errors"].clone()).unwrap();
    assert!(!errors.is_empty() && errors.iter().all(|text| !text.is_empty()), "{what}: {json}");
    errors
}

#[tokio::test]
async fn get_says_what_a_client_needs() {
    let app = app(&[]).await;
    let link = app.security().first_administrator_link("").await.unwrap().unwrap();
    for (signed_in, path, members) in [
        (false, link.as_str(), &["csrf_token"][..]),
        (false, "/login", &["csrf_token", "identity_attributes"]),
        (false, "/register", &["csrf_token"]),
        (true, "/login", &["csrf_token", "identity_attributes", "user"]),
        (true, "/sessions", &["csrf_token", "sessions"]),
        (
            true,
            "/verify",
            &[
                "csrf_token",
                "has_webauthn_verify_credential",
                "oauth_enabled",
                "oauth_providers",
                "user",
            ],
        ),
    ] {
        let mut tab = app.browser();
        if signed_in {
            if app.find(JOE).await.is_none() {
                app.user(JOE, PASSWORD).await;
            }
            let token = tab.csrf_token().await;
            let sent = json!({ "email": JOE, "password": PASSWORD, "csrf_token": token });
            let answer = tab.post_json("/login", &sent).await;
            assert_eq!(answer.is(200).json()["response"]["user"]["email"], JOE);
            assert_ne!(answer.json()["response"]["csrf_token"], token);
        }
        let json = tab.get_json(path).await.is(200).json();
        let mut names: Vec<_> = json["response"].as_object().unwrap().keys().collect();
        names.sort();
        assert_eq!(names, members, "{path}");
        assert!(json["response"]["csrf_token"].as_str().unwrap().len() > 40);
        let who = if members.contains(&"user") { json!({ "email": JOE }) } else { Value::Null };
        assert_eq!(json["response"]["user"], who, "{path}");
    }
}

#[tokio::test]
async fn every_refusal_is_an_envelope() {
    let app = app(&[("TRUSTED_HOSTS", json!(["localhost"]))]).await;
    app.user(JOE, PASSWORD).await;
    let json = ("content-type", "application/json");
    let form = ("content-type", "application/x-www-form-urlencoded");
    let large = vec![b' '; 70_000];
    let cross = ("sec-fetch-site", "cross-site");
    for (method, path, headers, body, status) in [
        ("GET", "/logout", &[][..], &b""[..], 405),
        ("GET", "/refresh-token", &[], b"", 405),
        ("PUT", "/login", &[], b"", 405),
        ("DELETE", "/verify", &[], b"", 405),
        ("PATCH", "/register", &[], b"", 405),
        ("PUT", "/first-administrator/x", &[], b"", 405),
        ("GET", "/first-administrator/x", &[], b"", 404),
        ("POST", "/first-administrator/x", &[json], b"{}", 404),
        ("PUT", "/unlock/x", &[], b"", 405),
        ("GET", "/unlock/x", &[], b"", 404),
        ("POST", "/unlock/x", &[json], b"{}", 404),
        ("PUT", "/sessions", &[], b"", 405),
        ("GET", "/sessions", &[], b"", 401),
        ("POST", "/sessions", &[json], b"{}", 401),
        ("GET", "/verify", &[], b"", 401),
        ("POST", "/verify", &[json], b"{}", 401),
        ("POST", "/login", &[json], b"{}", 400),
        ("POST", "/login", &[json], b"{", 400),
        ("POST", "/login", &[json], b"[]", 400),
        ("POST", "/login", &[json], b"\xff", 400),
        ("POST", "/login", &[form], b"email=a", 400),
        ("POST", "/login", &[json], b"{\"next\":1}", 400),
        ("POST", "/register", &[json], b"{}", 400),
        ("POST", "/refresh-token", &[json], b"{}", 400),
        ("POST", "/refresh-token", &[form], b"a=b", 400),
        ("POST", "/login", &[json], &large, 413),
        ("POST", "/register", &[form], &large, 413),
        ("POST", "/login", &[json, cross], b"{}", 403),
        ("GET", "/broken", &[], b"", 500),
        ("GET", "/busy", &[], b"", 503),
    ] {
        let mut tab = app.browser().header("accept", "application/json");
        let answer = tab.send(method, path, headers, body.to_vec()).await;
        let what =
            format!("{method} {path} {}", String::from_utf8_lossy(&body[..body.len().min(9)]));
        refused(&answer, status, &what);
        assert_eq!(answer.header("allow").is_some(), status == 405, "{what}");
        let ours = !matches!(status, 403 | 500 | 503);
        let kept_by_nobody = answer.header("cache-control") == Some("private, no-store");
        assert_eq!(kept_by_nobody, ours, "{what}");
    }
    let elsewhere = app.browser().base("http://elsewhere.test").get_json("/login").await;
    refused(&elsewhere, 400, "another host");
    assert_eq!(app.browser().get_json("/busy").await.header("retry-after"), Some("3"));
}

#[tokio::test]
async fn too_many_requests_say_when_to_come_again() {
    let app = app(&[("LIMIT_SIGN_IN", json!("1/minute"))]).await;
    let mut tab = app.browser();
    tab.post_json("/login", &json!({})).await.is(400);
    let answer = tab.post_json("/login", &json!({})).await;
    refused(&answer, 429, "sign-in");
    assert!(answer.header("retry-after").is_some() && answer.header("ratelimit").is_some());
}

#[tokio::test]
async fn the_words_of_the_application_stay() {
    struct Words;
    impl crate::hooks::Hooks for Words {
        fn user_payload(&self, user: &crate::model::User) -> serde_json::Map<String, Value> {
            let name = user.email.split('@').next().unwrap_or_default();
            json!({ "email": "hidden", "name": name }).as_object().cloned().unwrap_or_default()
        }
    }
    let app = TestApp::with(Recommended, |builder| builder.hooks(Words)).await;
    app.user(JOE, PASSWORD).await;
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    let user = tab.get_json("/login").await.json()["response"]["user"].clone();
    assert_eq!(user, json!({ "email": "hidden", "name": "joe" }));
}
