//! How recent a sign-in has to be, and what is said to whoever is too late.

use axum::Router;
use axum::routing::get;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::assembly::builder::Builder;
use crate::config::Preset::{Flask, Recommended};
use crate::guard::{Fresh, Guard, auth_required};
use crate::i18n::messages as msg;
use crate::model::{Passkey, User};
use crate::request::state::Mechanism::{Basic, Session, Token};
use crate::testing::{Browser, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

fn within(minutes: i64) -> Guard {
    auth_required().within(MINUTE * minutes as i32, None)
}

/// The preset whose session is a cookie, so that a test can write it.
async fn app(change: impl FnOnce(Builder) -> Builder) -> TestApp {
    let app = TestApp::with(Flask, change).await;
    app.user(JOE, PASSWORD).await;
    let any = auth_required().mechanisms(&[Basic, Session, Token]);
    let route = |guard| get(async || "in").layer(guard);
    app.serve(
        Router::new()
            .route("/fresh", route(auth_required().fresh()))
            .route("/ten", route(within(10)))
            .route("/short-grace", route(auth_required().within(MINUTE * 10, Some(MINUTE * 2))))
            .route("/never", route(within(0)))
            .route("/always", route(within(-1)))
            .route("/any", route(any.fresh()))
            .route("/handler", get(async |Fresh(me): Fresh| me.email.clone())),
    )
}

async fn signed_in(app: &TestApp) -> Browser {
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    tab
}

async fn token(app: &TestApp) -> Browser {
    let body = json!({ "email": JOE, "password": PASSWORD });
    let answer = app.browser().post_json("/login?include_auth_token", &body).await;
    let token = answer.json()["response"]["user"]["authentication_token"].clone();
    app.browser().header("Authentication-Token", token.as_str().unwrap())
}

/// Writes members of the session; null removes one.
async fn write(app: &TestApp, tab: &mut Browser, members: &[(&str, Value)]) {
    let mut session = app.session(tab).await;
    for (key, value) in members {
        match value {
            Value::Null => drop(session.remove(*key)),
            value => drop(session.insert((*key).to_owned(), value.clone())),
        }
    }
    let texts: Vec<_> =
        session.iter().map(|(key, value)| (key.as_str(), value.to_string())).collect();
    app.put_session(tab, texts.iter().map(|(key, json)| (*key, json.as_str()))).await;
}

#[tokio::test]
async fn age_and_grace_decide_in_this_order() {
    let app = app(|builder| builder).await;
    let tab = signed_in(&app).await;
    let now = app.clock().unix_float();
    let (hour, day) = (3600.0, 24.0 * 3600.0);
    // Seconds from now to the proof and to the end of the grace, and whether that is fresh.
    for (paa, gexp, fresh) in [
        (Some(-day + 60.0), None, true),
        (Some(-day - 60.0), None, false),
        // A clock that is ahead is tolerated as far as the age goes.
        (Some(day - 60.0), None, true),
        (Some(day + 60.0), None, false),
        // Within the grace the age does not matter.
        (Some(-2.0 * day), Some(600.0), true),
        (Some(-2.0 * day), Some(-1.0), false),
        // Without a proof there is no grace.
        (None, Some(600.0), false),
        (Some(-now), Some(600.0), false),
        // A stack in another time zone wrote this one: longer than any grace.
        (Some(-2.0 * day), Some(5.0 * hour), false),
        (Some(-2.0 * day), Some(1e300), false),
    ] {
        let case = format!("{paa:?} {gexp:?}");
        let mut tab = tab.clone();
        let paa = paa.map_or(Value::Null, |paa| json!(now + paa));
        let gexp = gexp.map_or(Value::Null, |gexp| json!(now + gexp));
        write(&app, &mut tab, &[("fs_paa", paa.clone()), ("fs_gexp", gexp.clone())]).await;
        let answer = tab.get_json("/fresh").await;
        answer.is(if fresh { 200 } else { 401 });
        let session = app.session(&tab).await;
        if fresh {
            let ahead = session["fs_gexp"].as_f64().unwrap() - app.clock().unix_float();
            assert!((hour - 60.0..=hour).contains(&ahead), "{case}: the grace slides, {ahead}");
            assert!(session["fs_gexp"].is_i64(), "{case}: as the reference writes it");
        } else {
            assert_eq!(session.get("fs_gexp").unwrap_or(&Value::Null), &gexp, "{case}");
        }
        assert_eq!(session.get("fs_paa").unwrap_or(&Value::Null), &paa, "{case}");
    }
}

#[tokio::test]
async fn zero_never_passes_and_a_negative_age_always_does() {
    let app = app(|builder| builder).await;
    let mut tab = signed_in(&app).await;
    tab.get_json("/never").await.is(401);
    app.advance(SignedDuration::from_hours(24 * 20));
    tab.get_json("/always").await.is(200);
    assert!(!app.session(&tab).await.contains_key("fs_gexp"), "nobody asked how old it is");
    let mut tokens = token(&app).await;
    tokens.get_json("/never").await.is(401);
}

#[tokio::test]
async fn a_guard_has_its_own_grace() {
    let app = app(|builder| builder).await;
    let mut tab = signed_in(&app).await;
    app.advance(MINUTE * 9);
    tab.get_json("/short-grace").await.is(200);
    app.advance(SignedDuration::from_secs(100));
    tab.get_json("/short-grace").await.is(200);
    app.advance(SignedDuration::from_secs(140));
    tab.get_json("/short-grace").await.is(401);
    // One that gives more opens both: grace is the session's, not the guard's.
    tab.get_json("/fresh").await.is(200);
    tab.get_json("/ten").await.is(200);
}

#[tokio::test]
async fn a_token_is_as_fresh_as_it_is_old_and_earns_no_grace() {
    let app = app(|builder| builder).await;
    let mut client = token(&app).await;
    let answer = client.get_json("/fresh").await;
    assert!(answer.is(200).set_cookies().is_empty(), "a token has no session to be graced");
    assert_eq!(client.get("/handler").await.text(), JOE);
    app.advance(MINUTE * 11);
    let stale = client.get_json("/ten").await;
    assert_eq!(stale.is(401).json()["response"]["reauth_required"], true);
    client.get("/ten").await.redirects_to("/verify?next=/ten");
    client.set_cookie("session", None);

    // Showing the password makes the session fresh, and brings a new token where one is asked for.
    let body = json!({ "password": PASSWORD });
    let good = client.post_json("/verify?include_auth_token", &body).await;
    let renewed = good.is(200).json()["response"]["user"]["authentication_token"].clone();
    let session = app.session(&client).await;
    let keys: Vec<_> = session.keys().map(String::as_str).collect();
    assert_eq!(keys, ["csrf_token", "fs_paa"]);
    client.get_json("/ten").await.is(401);
    let mut client = app.browser().header("Authentication-Token", renewed.as_str().unwrap());
    client.get_json("/ten").await.is(200);
}

#[tokio::test]
async fn tokens_count_only_where_the_settings_say_so() {
    let app = app(|builder| builder.setting("SECURITY_FRESHNESS_ALLOW_AUTH_TOKEN", false)).await;
    let mut client = token(&app).await;
    client.get_json("/fresh").await.is(401);
    client.get_json("/any").await.is(401);
    client.get_json("/always").await.is(200);
    signed_in(&app).await.get_json("/fresh").await.is(200);
}

#[tokio::test]
async fn a_grace_does_not_outlive_its_user() {
    let app = app(|builder| builder).await;
    app.user("jill@lp.com", PASSWORD).await;
    let mut tab = signed_in(&app).await;
    tab.get_json("/fresh").await.is(200);
    assert!(app.session(&tab).await.contains_key("fs_gexp"));
    tab.post_form("/logout", []).await.redirects_to("/");
    let left = app.session(&tab).await;
    assert!(!left.contains_key("fs_gexp") && !left.contains_key("fs_paa"), "{left:?}");
    tab.sign_in("jill@lp.com", PASSWORD).await;
    assert!(!app.session(&tab).await.contains_key("fs_gexp"));
}

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
