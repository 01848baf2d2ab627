//! Credentials of two users in one request.

use jiff::SignedDuration;
use serde_json::json;

use crate::fixture::{
    BOTH, EVE, Flask, JOE, PASSWORD, Recommended, app, basic, remembered, signed_in, token,
};

/// The reference lets the guard pass on the token's user and runs the view as the session's.
#[tokio::test]
async fn row_13_01_two_users_in_one_request_are_refused() {
    for preset in BOTH {
        let app = app(preset, |builder| builder).await;
        let joe = signed_in(&app, JOE).await;
        let eves = token(&app, EVE).await;
        let both = joe.clone().header("Authentication-Token", &eves);
        for path in ["/me", "/any", "/fresh", "/token", "/verify"] {
            both.clone().get_json(path).await.is(401);
            assert_ne!(both.clone().get(path).await.status, 200, "{preset:?} {path}");
            let head = both.clone().send("HEAD", path, &[], Vec::new()).await;
            assert_ne!(head.status, 200, "{preset:?} HEAD {path}");
        }
        let proof = json!({ "password": PASSWORD });
        both.clone().post_json("/verify", &proof).await.is(401);
        let form = both.clone().post_form("/verify", [("password", PASSWORD)]).await;
        form.redirects_to("/login?next=/verify");
        // Nor with a password beside the session.
        let pair = joe.clone().header("Authorization", &basic(EVE, PASSWORD));
        pair.clone().get_json("/basic").await.is(401);
        assert_eq!(pair.clone().get_json("/any").await.text(), JOE, "the session decides first");
        // One's own credentials twice are no contradiction.
        let own = joe.clone().header("Authentication-Token", &token(&app, JOE).await);
        assert_eq!(own.clone().get_json("/me").await.text(), JOE);
    }
}

/// The reference skips CSRF for a cross-site form whose address has the attacker's own token, and
/// runs it as the victim.
#[tokio::test]
async fn row_13_01_an_attackers_token_does_not_skip_csrf() {
    for preset in BOTH {
        let app = app(preset, |builder| {
            builder
                .setting("WTF_CSRF_ENABLED", true)
                .setting("CSRF_PROTECT", true)
                .setting("WTF_CSRF_CHECK_DEFAULT", false)
                .setting("SECURITY_CSRF_PROTECT_MECHANISMS", json!(["session", "basic"]))
                .setting("SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS", true)
                .setting("SECURITY_TOKEN_HEADER_ONLY", false)
                .setting("SESSION_STORE", "cookie")
        })
        .await;
        let victim = remembered(&app, "one").await;
        let eves = token(&app, EVE).await;
        // Alone, a token needs none.
        app.browser().post_form(&format!("/me?auth_token={eves}"), []).await.is(200);
        let mut by_memory = victim.clone();
        by_memory.set_cookie("session", None);
        for tab in [victim, by_memory] {
            for path in ["/me", "/any", "/fresh", "/verify"] {
                let path = format!("{path}?auth_token={eves}");
                let fields = [("password", PASSWORD)];
                let answer = tab.clone().post_form(&path, fields).await;
                assert_ne!(answer.status, 200, "{preset:?} {path}");
                let flashed = answer.location().unwrap_or("/login");
                assert!(flashed.starts_with("/login"), "{preset:?} {path}: {flashed}");
            }
            // The victim's own token does not speak for the victim's browser either.
            let own = token(&app, JOE).await;
            tab.clone().post_form(&format!("/me?auth_token={own}"), []).await.is(400);
        }
    }
}

/// The reference writes the grace that an attacker's fresh token earns into the victim's session.
#[tokio::test]
async fn row_13_01_an_attackers_token_does_not_freshen_a_session() {
    for preset in BOTH {
        let app = app(preset, |builder| builder.setting("SECURITY_TOKEN_HEADER_ONLY", false)).await;
        let mut victim = signed_in(&app, JOE).await;
        app.advance(SignedDuration::from_hours(25));
        let stale = victim.get_json("/fresh").await;
        assert_eq!(stale.is(401).json()["response"]["reauth_required"], true, "{preset:?}");
        for email in [EVE, JOE] {
            let path = format!("/fresh?auth_token={}", token(&app, email).await);
            let status = if email == JOE { 200 } else { 401 };
            victim.get_json(&path).await.is(status);
            assert!(!app.session(&victim).await.contains_key("fs_gexp"), "{preset:?} {email}");
            victim.get_json("/fresh").await.is(401);
        }
    }
}

/// The reference reads tokens from addresses, whose owners anybody can be made to be.
#[tokio::test]
async fn row_13_14_a_token_may_be_bound_to_its_header_and_is_never_logged() {
    for preset in BOTH {
        let log = crate::log::Log::start();
        let app = app(preset, |builder| builder).await;
        let joes = token(&app, JOE).await;
        let in_query = if preset == Recommended { 401 } else { 200 };
        app.browser().get_json(&format!("/token?auth_token={joes}")).await.is(in_query);
        let in_body = json!({ "auth_token": joes });
        app.browser().post_json("/token", &in_body).await.is(in_query);
        app.browser().header("Authentication-Token", &joes).get_json("/token").await.is(200);
        app.browser().get(&format!("/me?auth_token={joes}x")).await;
        let text = log.text();
        assert!(!text.contains(&joes) && !text.contains(PASSWORD), "{text}");
        drop(log);
    }
    let strict = app(Flask, |builder| builder.setting("SECURITY_TOKEN_HEADER_ONLY", true)).await;
    let joes = token(&strict, JOE).await;
    strict.browser().get_json(&format!("/token?auth_token={joes}")).await.is(401);
}
