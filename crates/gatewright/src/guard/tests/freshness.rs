//! How recent a sign-in has to be, and what is said to whoever is too late.

use axum::Router;
use axum::routing::get;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::assembly::builder::Builder;
use crate::config::Preset::Flask;
use crate::guard::{Fresh, Guard, auth_required};
use crate::request::state::Mechanism::{Basic, Session, Token};
use crate::testing::{Browser, TestApp};

pub(super) const JOE: &str = "joe@lp.com";
pub(super) const PASSWORD: &str = "correct horse battery";
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

pub(super) fn within(minutes: i64) -> Guard {
    auth_required().within(MINUTE * minutes as i32, None)
}

/// The preset whose session is a cookie, so that a test can write it.
pub(super) async fn app(change: impl FnOnce(Builder) -> Builder) -> TestApp {
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

pub(super) async fn signed_in(app: &TestApp) -> Browser {
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
