//! How somebody shows again who they are, and gets back to where they were.

use axum::Router;
use axum::routing::get;
use jiff::SignedDuration;
use serde_json::json;

use super::freshness::{JOE, PASSWORD, app, signed_in, within};
use crate::config::Preset::{Flask, Recommended};
use crate::guard::auth_required;
use crate::i18n::messages as msg;
use crate::model::{Passkey, User};
use crate::testing::TestApp;

fn passkey(user: &User, usage: &str) -> Passkey {
    Passkey {
        id: 0,
        user_id: user.id.clone(),
        credential_id: b"credential".to_vec(),
        public_key: b"key".to_vec(),
        sign_count: None,
        transports: None,
        backup_state: false,
        device_type: "single_device".to_owned(),
        extensions: None,
        create_datetime: None,
        lastuse_datetime: jiff::civil::date(2026, 6, 15).at(12, 0, 0, 0),
        name: "key".to_owned(),
        usage: usage.to_owned(),
    }
}

#[tokio::test]
async fn a_client_is_told_by_what_its_user_may_show_who_they_are() {
    for (settings, usage, passkeys, providers) in [
        (json!({}), "first", false, json!([])),
        (json!({ "SECURITY_WEBAUTHN": true }), "first", true, json!([])),
        (
            json!({ "SECURITY_WEBAUTHN": true, "SECURITY_WAN_ALLOW_AS_VERIFY": ["secondary"] }),
            "first",
            false,
            json!([]),
        ),
        (
            json!({ "SECURITY_WEBAUTHN": true, "SECURITY_WAN_ALLOW_AS_VERIFY": "secondary" }),
            "secondary",
            true,
            json!([]),
        ),
        (
            json!({ "SECURITY_WEBAUTHN": true, "SECURITY_WAN_ALLOW_AS_VERIFY": null }),
            "first",
            false,
            json!([]),
        ),
        (
            json!({
                "SECURITY_OAUTH_ENABLE": true, "SECURITY_OAUTH_BUILTIN_PROVIDERS": ["github"],
            }),
            "first",
            false,
            json!(["github"]),
        ),
    ] {
        let all = settings.as_object().unwrap().clone();
        let app = app(|builder| {
            let builder = builder.allow_unbuilt();
            all.iter().fold(builder, |builder, (key, value)| builder.setting(key, value.clone()))
        })
        .await;
        let joe = app.find(JOE).await.unwrap();
        app.security().store().passkeys().unwrap().create(&passkey(&joe, usage)).await.unwrap();
        let mut tab = signed_in(&app).await;
        let oauth = !providers.as_array().unwrap().is_empty();
        let body = tab.get_json("/never").await;
        let expected = json!({
            "errors": [app.text(msg::REAUTHENTICATION_REQUIRED)],
            "reauth_required": true,
            "unified_signin_enabled": false,
            "has_webauthn_verify_credential": passkeys,
            "oauth_enabled": oauth,
            "oauth_providers": providers,
        });
        assert_eq!(body.is(401).json()["response"], expected, "{settings}");
        let mut asked = tab.get_json("/verify").await.is(200).json()["response"].clone();
        asked["csrf_token"].take();
        let expected = json!({
            "csrf_token": null,
            "user": {},
            "has_webauthn_verify_credential": passkeys,
            "oauth_enabled": oauth,
            "oauth_providers": providers,
        });
        assert_eq!(asked, expected, "{settings}");
    }
}

#[tokio::test]
async fn without_a_page_that_asks_a_guard_refuses_and_says_what_to_do() {
    for preset in [Flask, Recommended] {
        let app = TestApp::with(preset, |builder| builder.setting("SECURITY_FRESHNESS", -1)).await;
        app.user(JOE, PASSWORD).await;
        let route = |guard| get(async || "in").layer(guard);
        let app = app.serve(
            Router::new()
                .route("/fresh", route(auth_required().fresh()))
                .route("/ten", route(within(10))),
        );
        let mut tab = signed_in(&app).await;
        tab.get("/verify").await.is(404);
        tab.get("/ten").await.is(200);
        app.advance(SignedDuration::from_hours(2));
        tab.get("/fresh").await.is(200);
        let page = tab.get("/ten").await;
        let text = app.security().offline().label("ERROR_401_STALE_TEXT");
        assert!(page.is(401).text().contains(&text), "{}", page.text());
        assert!(page.text().contains("action=\"/logout\""), "there is the way to do it");
        assert_eq!(tab.get_json("/ten").await.is(401).json()["response"]["reauth_required"], true);
        // Nobody there is another matter.
        app.browser().get("/ten").await.redirects_to("/login?next=/ten");
    }
}

#[tokio::test]
async fn the_way_back_survives_every_step() {
    let app = app(|builder| builder.setting("SECURITY_POST_VERIFY_VIEW", "/verified")).await;
    let mut tab = signed_in(&app).await;
    let asked = tab.get("/never?a=1&b=x%20y").await;
    asked.redirects_to("/verify?next=/never?a%3D1%26b%3Dx%2520y");
    let page = tab.get(asked.location().unwrap()).await.is(200).text();
    let kept = "name=\"next\" value=\"/never?a=1&amp;b=x%20y\"";
    assert!(page.contains(kept), "{page}");

    let verify = async |path: &str, next: &str| {
        let mut tab = tab.clone();
        tab.post_form(path, [("password", PASSWORD), ("next", next)]).await
    };
    verify("/verify", "/never?a=1&b=x%20y").await.redirects_to("/never?a=1&b=x%20y");
    verify(asked.location().unwrap(), "").await.redirects_to("/never?a=1&b=x%20y");
    verify("/verify?next=/query", "/field").await.redirects_to("/field");
    verify("/verify?next=//evil.test", "/field").await.redirects_to("/field");
    verify("/verify", "").await.redirects_to("/verified");
    for (path, next) in [("/verify", "//evil.test"), ("/verify?next=//evil.test", "")] {
        let page = verify(path, next).await;
        assert!(page.is(200).text().contains(&app.text(msg::INVALID_REDIRECT)), "{path} {next}");
    }
    // JSON goes nowhere, and minds a bad one all the same.
    let body = json!({ "password": PASSWORD });
    tab.clone().post_json("/verify?next=/never", &body).await.is(200);
    tab.clone().post_json("/verify?next=//evil.test", &body).await.is(400);
}
