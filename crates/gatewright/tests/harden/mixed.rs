//! Credentials of two users in one request.

use gatewright::model::UserField;
use jiff::SignedDuration;
use serde_json::json;

use crate::fixture::{
    BOTH, EVE, Flask, JOE, PASSWORD, Recommended, app, basic, by_basic, remembered, signed_in,
    token,
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
    // Nor anything else that opens a door.
    let log = crate::log::Log::start();
    let test = app(Flask, |builder| {
        builder
            .setting("SECURITY_REFRESH_TOKEN", true)
            .setting("SECURITY_REFRESH_TOKEN_COOKIE_NAME", false)
    })
    .await;
    let mut tab = remembered(&test, "one").await;
    let body = json!({ "email": EVE, "password": PASSWORD });
    let answer = test.browser().post_json("/login?include_auth_token", &body).await.json();
    let refresh = answer["response"]["user"]["refresh_token"].as_str().unwrap().to_owned();
    for _ in 0..2 {
        let body = json!({ "refresh_token": refresh });
        test.browser().post_json("/refresh-token", &body).await;
    }
    tab.get(&format!("/verify?next=/x&refresh_token={refresh}")).await.is(200);
    tab.post_form("/verify", [("password", "a wrong horse")]).await.is(200);
    by_basic(&test, JOE, "a wrong horse").await.is(401);
    let text = log.text();
    let cookies = ["session", "remember_token"].map(|name| tab.cookie(name).unwrap().to_owned());
    for secret in cookies.iter().map(String::as_str).chain([&*refresh, "a wrong horse"]) {
        assert!(!text.contains(secret), "{text}");
    }
    drop(log);
    let strict = app(Flask, |builder| builder.setting("SECURITY_TOKEN_HEADER_ONLY", true)).await;
    let joes = token(&strict, JOE).await;
    strict.browser().get_json(&format!("/token?auth_token={joes}")).await.is(401);
}

/// Whoever the victim's browser remembers, in whichever way: the same refusal.
#[tokio::test]
async fn row_13_01_every_other_way_to_mix_users_is_refused() {
    for (preset, store) in [(Flask, "cookie"), (Recommended, "cookie"), (Recommended, "server")] {
        let app = app(preset, |builder| {
            builder
                .setting("SESSION_STORE", store)
                .setting("SECURITY_REFRESH_TOKEN", true)
                .setting("REMEMBER_COOKIE_SECURE", false)
        })
        .await;
        let mut joe = remembered(&app, "one").await;
        if store == "cookie" {
            joe.set_cookie("session", None);
        }
        let eves = token(&app, EVE).await;
        let pair = basic(EVE, PASSWORD);
        for path in ["/me", "/token", "/bare"] {
            let mut tab = joe.clone().header("Authentication-Token", &eves);
            let answer = tab.get_json(path).await;
            assert_ne!(answer.text(), EVE, "{preset:?} {store} {path}");
            if path != "/bare" {
                answer.is(401);
            }
        }
        joe.clone().header("Authorization", &pair).get_json("/basic").await.is(401);
        let mut all = joe.clone().header("Authorization", &pair);
        all.clone().post_json("/basic", &json!({})).await.is(401);
        all = all.header("Authentication-Token", &eves);
        all.get_json("/any").await.is(401);
        // A refresh cookie of one beside the session of another gives a token to neither.
        let mut eve = app.browser().base("https://localhost");
        let body = json!({ "email": EVE, "password": PASSWORD });
        eve.post_json("/login?include_auth_token", &body).await.is(200);
        let held = ["fs_refresh", "__Host-fs_refresh"];
        let name = held.into_iter().find(|name| eve.cookie(name).is_some()).unwrap();
        joe.set_cookie(name, eve.cookie(name));
        let answer = joe.post_json("/refresh-token", &json!({})).await;
        assert_eq!(answer.status, 400, "{preset:?} {store}: {}", answer.text());
    }
}

/// What somebody proves by a token of their own is not proven for the session of a closed account.
#[tokio::test]
async fn row_13_01_a_proof_by_token_does_not_renew_another_users_session() {
    for (preset, store) in [(Flask, "cookie"), (Recommended, "cookie"), (Recommended, "server")] {
        let app = app(preset, |builder| builder.setting("SESSION_STORE", store)).await;
        let mut joe = signed_in(&app, JOE).await;
        app.advance(SignedDuration::from_hours(25));
        let eves = token(&app, EVE).await;
        app.change(JOE, &[UserField::Active(false)]).await;
        let mut both = joe.clone().header("Authentication-Token", &eves);
        let answer = both.post_json("/verify", &json!({ "password": PASSWORD })).await;
        assert!([200, 401].contains(&answer.status.as_u16()), "{}", answer.text());
        for name in ["session", "__Host-session"] {
            joe.set_cookie(name, both.cookie(name));
        }
        app.change(JOE, &[UserField::Active(true)]).await;
        joe.get_json("/fresh").await.is(401);
    }
}
