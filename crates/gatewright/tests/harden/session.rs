//! Sessions, their cookies and what is remembered.

use axum::Router;
use axum::routing::get;
use gatewright::Cx;
use gatewright::model::UserField;
use gatewright::testing::TestApp;
use jiff::SignedDuration;
use serde_json::json;

use crate::fixture::{
    BOTH, EVE, Flask, JOE, PASSWORD, Recommended, app, remembered, routes, signed_in,
};

/// The reference writes `private=True`, which no cache takes for `private`.
#[tokio::test]
async fn row_13_02_caches_are_told_in_words_that_they_know() {
    for preset in BOTH {
        let app = app(preset, |builder| builder.setting("SECURITY_REFRESH_TOKEN", true)).await;
        let mut tab = app.browser();
        let answers = [
            tab.get("/login").await,
            tab.get_json("/login").await,
            tab.send("HEAD", "/login", &[], Vec::new()).await,
            tab.send("OPTIONS", "/login", &[], Vec::new()).await,
            tab.post_form("/login", [("email", JOE), ("password", "wrong")]).await,
            tab.post_json("/login", &json!({ "email": JOE, "password": "wrong" })).await,
            tab.get("/verify").await,
            tab.get_json("/verify").await,
            tab.post_json("/refresh-token", &json!({})).await,
            tab.post_form("/refresh-token", []).await,
            tab.sign_in(JOE, PASSWORD).await,
            tab.post_json("/verify", &json!({ "password": PASSWORD })).await,
            tab.post_form("/logout", []).await,
        ];
        for (index, answer) in answers.iter().enumerate() {
            let told = answer.header("cache-control");
            assert_eq!(told, Some("private, no-store"), "{preset:?} {index} {}", answer.status);
        }
    }
}

/// The reference's cookies go over plain http and with every site's requests.
#[tokio::test]
async fn row_13_10_cookies_are_kept_to_https_and_their_own_site() {
    for store in ["server", "cookie"] {
        let app = app(Recommended, |builder| builder.setting("SESSION_STORE", store)).await;
        let mut tab = app.browser().base("https://localhost");
        let fields = [("email", JOE), ("password", PASSWORD), ("remember", "y")];
        let answer = tab.post_form("/login", fields).await;
        let lines = answer.is(302).set_cookies();
        let sent = |name: &str| lines.iter().any(|line| line.starts_with(name));
        assert!(sent("__Host-session="), "{lines:?}");
        assert_eq!(sent("remember_token="), store == "cookie", "{lines:?}");
        for line in lines {
            for attribute in ["; Secure", "; HttpOnly", "; SameSite=Lax"] {
                assert!(line.contains(attribute), "{line}");
            }
        }
    }
    // The signed cookie itself has no end: a new password or uniquifier is its end.
    for preset in BOTH {
        let app = app(preset, |builder| builder.setting("SESSION_STORE", "cookie")).await;
        let mut tab = remembered(&app, "one").await;
        tab.set_cookie("session", None);
        tab.clone().get("/me").await.is(200);
        app.change(JOE, &[UserField::Uniquifier("0123456789abcdef0123456789abcdef".into())]).await;
        tab.get_json("/me").await.is(401);
    }
    // On the server it has one of its own.
    let app = app(Recommended, |builder| builder.setting("REMEMBER_COOKIE_DURATION", 3600)).await;
    let mut tab = remembered(&app, "one").await;
    tab.clone().get("/me").await.is(200);
    app.advance(SignedDuration::from_hours(2));
    tab.get_json("/me").await.is(401);
}

/// The reference signs out at the second request of a session that remember-me brought back, and
/// goes by an address that anybody can write.
#[tokio::test]
async fn row_13_11_strong_protection_holds_for_remembered_sessions() {
    for preset in BOTH {
        let app = app(preset, |builder| {
            builder.setting("SESSION_STORE", "cookie").setting("SESSION_PROTECTION", "strong")
        })
        .await;
        let mut tab = remembered(&app, "one").await;
        tab.set_cookie("session", None);
        for _ in 0..3 {
            tab.get("/me").await.is(200);
        }
        // Another client with that session is not let in.
        let mut thief = app.browser().header("User-Agent", "two");
        thief.set_cookie("session", tab.cookie("session"));
        thief.get_json("/me").await.is(401);
        if preset == Recommended {
            let mut moved = tab.header("X-Forwarded-For", "10.9.8.7");
            moved.set_cookie("remember_token", None);
            moved.get("/me").await.is(200);
        }
    }
}

/// In the reference the CSRF token and the grace of an earlier visitor survive the sign-in.
#[tokio::test]
async fn row_13_12_a_sign_in_starts_anew() {
    for store in ["server", "cookie"] {
        let app = app(Recommended, |builder| {
            builder.setting("WTF_CSRF_ENABLED", true).setting("SESSION_STORE", store)
        })
        .await;
        for json in [true, false] {
            let mut tab = app.browser();
            let known = tab.csrf_token().await;
            let mut planted = tab.clone();
            let after = if json {
                let body = json!({ "email": JOE, "password": PASSWORD, "csrf_token": known });
                let answer = tab.post_json("/login", &body).await.is(200).json();
                answer["response"]["csrf_token"].as_str().unwrap().to_owned()
            } else {
                let fields = [("email", JOE), ("password", PASSWORD), ("csrf_token", &known)];
                tab.post_form("/login", fields).await.is(302);
                tab.csrf_token().await
            };
            let proof = |token: &str| json!({ "password": PASSWORD, "csrf_token": token });
            tab.post_json("/verify", &proof(&known)).await.is(400);
            tab.post_json("/verify", &proof(&after)).await.is(200);
            // Nor is whoever planted the session signed in with it.
            planted.get_json("/me").await.is(401);
        }
    }
    // The cookie for scripts carries the new token.
    for store in ["server", "cookie"] {
        let app = app(Recommended, |builder| {
            builder
                .setting("WTF_CSRF_ENABLED", true)
                .setting("CSRF_PROTECT", true)
                .setting("SESSION_STORE", store)
                .setting("SECURITY_CSRF_COOKIE_NAME", "XSRF-TOKEN")
        })
        .await;
        let mut tab = app.browser();
        tab.get("/login").await.is(200);
        let before = tab.cookie("XSRF-TOKEN").unwrap().to_owned();
        let body = json!({ "email": JOE, "password": PASSWORD });
        tab.clone().header("X-XSRF-Token", "x").post_json("/login", &body).await.is(400);
        let headers = [("content-type", "application/json"), ("x-xsrf-token", before.as_str())];
        tab.send("POST", "/login", &headers, body.to_string().into()).await.is(200);
        let after = tab.cookie("XSRF-TOKEN").unwrap().to_owned();
        let proof = json!({ "password": PASSWORD });
        tab.clone().header("X-XSRF-Token", &before).post_json("/verify", &proof).await.is(400);
        tab.clone().header("X-XSRF-Token", &after).post_json("/verify", &proof).await.is(200);
    }
    for preset in BOTH {
        let app = app(preset, |builder| builder).await;
        let mut tab = signed_in(&app, JOE).await;
        tab.get("/fresh").await.is(200);
        assert!(app.session(&tab).await.contains_key("fs_gexp"));
        // The account is closed, so that the next visitor finds the session as it is.
        app.change(JOE, &[UserField::Active(false)]).await;
        tab.sign_in(EVE, PASSWORD).await;
        assert!(!app.session(&tab).await.contains_key("fs_gexp"), "{preset:?}");
    }
}

/// The reference writes ends of grace in local time, hours ahead or behind, and believes them.
#[tokio::test]
async fn row_13_13_a_grace_of_another_time_zone_counts_for_nothing() {
    for (preset, store) in [(Flask, "cookie"), (Recommended, "cookie"), (Recommended, "server")] {
        for (ahead, status) in [(30, 200), (5 * 60, 401)] {
            let app = app(preset, |builder| builder.setting("SESSION_STORE", store)).await;
            let write = async move |cx: Cx| {
                let end = cx.clock().unix() + ahead * 60;
                cx.session().set("fs_gexp", &end).unwrap();
            };
            let app = app.serve(Router::new().route("/write", get(write)).merge(routes()));
            let mut tab = signed_in(&app, JOE).await;
            app.advance(SignedDuration::from_hours(25));
            tab.get_json("/fresh").await.is(401);
            tab.get("/write").await.is(200);
            tab.get_json("/fresh").await.is(status);
        }
    }
    // A token earns none and uses none.
    let app: TestApp = app(Flask, |builder| builder).await;
    let token = crate::fixture::token(&app, JOE).await;
    let mut api = app.browser().header("Authentication-Token", &token);
    let answer = api.get_json("/fresh").await;
    assert!(answer.is(200).set_cookies().is_empty(), "{:?}", answer.set_cookies());
}
