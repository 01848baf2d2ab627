//! Authentication tokens: every version, every source, and when one ends.

use async_trait::async_trait;
use axum::Router;
use axum::routing::get;
use jiff::SignedDuration;
use serde_json::{Map, Value, json};

use crate::assembly::Builder;
use crate::config::Preset::{self, Flask, Recommended};
use crate::guard::{CurrentUser, auth_required, auth_token_required};
use crate::hooks::Hooks;
use crate::model::{User, UserField};
use crate::testing::TestApp;

const JOE: &str = "joe@lp.com";
const EVE: &str = "eve@lp.com";
const PASSWORD: &str = "correct horse battery";

async fn app_with(preset: Preset, change: impl FnOnce(Builder) -> Builder) -> TestApp {
    let app = TestApp::with(preset, change).await;
    app.user(JOE, PASSWORD).await;
    app.user(EVE, PASSWORD).await;
    let who = async |me: CurrentUser| me.email.clone();
    let routes = Router::new()
        .route("/me", get(who).post(who).layer(auth_token_required()))
        .route("/vault", get(who).layer(auth_required().fresh()));
    app.serve(routes)
}

/// Signed now, as both stacks sign.
fn signed(app: &TestApp, claims: &Value) -> String {
    signed_at(app, claims, app.clock().unix())
}

fn signed_at(app: &TestApp, claims: &Value, at: i64) -> String {
    app.security().keys().token.dumps(&claims.to_string(), at)
}

async fn issued(app: &TestApp, email: &str) -> String {
    let body = json!({ "email": email, "password": PASSWORD });
    let answer = app.browser().post_json("/login?include_auth_token", &body).await;
    let user = answer.is(200).json()["response"]["user"].clone();
    user["authentication_token"].as_str().unwrap().to_owned()
}

/// The JSON text of a token.
fn text(app: &TestApp, token: &str) -> String {
    app.security().keys().token.loads(token, app.clock().unix(), None).unwrap().json
}

async fn status(app: &TestApp, path: &str, token: &str) -> u16 {
    let mut api = app.browser().header("Authentication-Token", token);
    api.get_json(path).await.status.as_u16()
}

async fn uid(app: &TestApp) -> String {
    app.find(JOE).await.unwrap().uniquifier
}

#[tokio::test]
async fn tokens_of_former_versions_are_good_and_never_fresh() {
    let app = app_with(Recommended, |builder| builder).await;
    let (uid, now) = (uid(&app).await, app.clock().unix());
    for (claims, good) in [
        (json!({ "ver": "5", "uid": uid, "exp": 0 }), true),
        (json!({ "ver": "5", "uid": uid, "exp": 0, "more": [1] }), true),
        (json!({ "ver": "5", "uid": uid, "fs_paa": 0.0, "exp": 0 }), true),
        (json!([uid]), true),
        (json!(["1", "x", uid]), true),
        (json!(["1", "x", uid, "y"]), true),
        (json!({ "uid": uid, "exp": 0 }), false),
        (json!({ "ver": "5", "exp": 0 }), false),
        (json!({ "ver": "5", "uid": uid }), false),
        (json!({ "ver": "5", "uid": "0", "fs_paa": now, "exp": 0 }), false),
        (json!([]), false),
        (json!(["1", uid]), false),
        (json!([uid, "1", "x"]), false),
        (json!(uid), false),
    ] {
        let token = signed(&app, &claims);
        assert_eq!(status(&app, "/me", &token).await == 200, good, "{claims}");
        assert_eq!(status(&app, "/vault", &token).await, 401, "{claims}");
    }
    let fresh = json!({ "ver": "5", "uid": uid, "fs_paa": now, "exp": 0 });
    assert_eq!(status(&app, "/vault", &signed(&app, &fresh)).await, 200);
    let off = |builder: Builder| builder.setting("SECURITY_FRESHNESS_ALLOW_AUTH_TOKEN", false);
    let app = app_with(Recommended, off).await;
    let token = issued(&app, JOE).await;
    assert_eq!(status(&app, "/me", &token).await, 200);
    assert_eq!(status(&app, "/vault", &token).await, 401);
}

#[tokio::test]
async fn the_body_masks_the_query_and_the_query_the_header() {
    let app = app_with(Flask, |builder| builder).await;
    let (joes, eves) = (issued(&app, JOE).await, issued(&app, EVE).await);
    let header = app.browser().header("Authentication-Token", &joes);
    let by_query = format!("/me?auth_token={eves}");
    assert_eq!(header.clone().get("/me").await.text(), JOE);
    assert_eq!(header.clone().get(&by_query).await.text(), EVE);
    let body = json!({ "auth_token": joes });
    assert_eq!(header.clone().post_json(&by_query, &body).await.text(), JOE);
    for odd in [json!(null), json!(7), json!(""), json!([joes])] {
        let answer = header.clone().post_json(&by_query, &json!({ "auth_token": odd })).await;
        assert_ne!(answer.status, 200, "{odd}");
    }
    header.clone().get_json("/me?auth_token=").await.is(401);
    // What is no JSON object is no source, and no obstacle.
    let json = [("content-type", "application/json")];
    for body in ["", "null", "[1]", "\"x\"", "{", "7"] {
        let answer = header.clone().send("POST", "/me", &json, body.into()).await;
        assert_eq!(answer.is(200).text(), JOE, "{body}");
    }
    let mut form = app.browser();
    form.post_form("/me", [("auth_token", &joes)]).await.redirects_to("/login?next=/me");
    // Other names, and in the recommended preset the header alone.
    let named = |builder: Builder| {
        builder
            .setting("SECURITY_TOKEN_AUTHENTICATION_HEADER", "X-Token")
            .setting("SECURITY_TOKEN_AUTHENTICATION_KEY", "t")
    };
    for (preset, elsewhere) in [(Flask, 200), (Recommended, 401)] {
        let app = app_with(preset, named).await;
        let token = issued(&app, JOE).await;
        app.browser().header("X-Token", &token).get_json("/me").await.is(200);
        assert_eq!(status(&app, "/me", &token).await, 401);
        app.browser().get_json(&format!("/me?t={token}")).await.is(elsewhere);
        app.browser().post_json("/me", &json!({ "t": token })).await.is(elsewhere);
    }
}

/// Ends the tokens of one user at a time of its own.
struct Ends(i64);

#[async_trait]
impl Hooks for Ends {
    fn token_expire_timestamp(&self, user: &User) -> Option<i64> {
        (user.email == JOE).then_some(self.0)
    }

    fn augment_token(&self, _: &User, token: &mut Map<String, Value>) {
        token.insert("tenant".into(), json!("Zürich"));
    }

    fn verify_token(&self, user: &User, token: &Map<String, Value>) -> bool {
        user.email != EVE || token.get("tenant").is_some()
    }
}

#[tokio::test]
async fn a_token_is_good_in_the_second_in_which_it_ends() {
    let second = SignedDuration::from_secs(1);
    let soon = crate::clock::Clock::system().unix() + 100_000;
    for by_hook in [true, false] {
        let app = app_with(Recommended, |builder| {
            let builder = builder.setting("SECURITY_TOKEN_MAX_AGE", 1_000_000);
            match by_hook {
                true => builder.hooks(Ends(soon)).setting("SECURITY_TOKEN_EXPIRE_TIMESTAMP", 1),
                false => builder.setting("SECURITY_TOKEN_EXPIRE_TIMESTAMP", soon),
            }
        })
        .await;
        let token = issued(&app, JOE).await;
        app.advance(second * i32::try_from(soon - app.clock().unix()).unwrap());
        // The clock may have gone on to the next second meanwhile.
        let at_the_end = status(&app, "/me", &token).await;
        assert!(at_the_end == 200 || app.clock().unix() > soon, "by hook: {by_hook}");
        app.advance(second);
        assert_eq!(status(&app, "/me", &token).await, 401, "by hook: {by_hook}");
        // The hook left Eve to the setting, by which she came too late.
        assert_eq!(status(&app, "/me", &issued(&app, EVE).await).await, 401);
    }
    let app = app_with(Recommended, |builder| builder.hooks(Ends(0))).await;
    assert_eq!(status(&app, "/me", &issued(&app, JOE).await).await, 200, "0 is never");
}

#[tokio::test]
async fn an_application_adds_to_tokens_and_refuses_good_ones() {
    let app = app_with(Recommended, |builder| builder.hooks(Ends(0))).await;
    let written = text(&app, &issued(&app, JOE).await);
    let claims: Value = serde_json::from_str(&written).unwrap();
    let (uid, at) = (uid(&app).await, &claims["fs_paa"]);
    assert!((at.as_f64().unwrap() - app.clock().unix_float()).abs() < 30.0);
    // The reference's members in its order, then the application's, in UTF-8 without blanks.
    let expected =
        format!(r#"{{"ver":"5","uid":"{uid}","fs_paa":{at},"exp":0,"tenant":"Zürich"}}"#);
    assert_eq!(written, expected);
    let eve = app.find(EVE).await.unwrap().uniquifier;
    assert_eq!(status(&app, "/me", &issued(&app, EVE).await).await, 200);
    assert_eq!(status(&app, "/me", &signed(&app, &json!([eve]))).await, 401);
    assert_eq!(status(&app, "/me", &signed(&app, &json!([uid]))).await, 200);
}

#[tokio::test]
async fn age_counts_from_the_signature_and_the_future_is_refused() {
    let app = app_with(Recommended, |builder| builder).await;
    let (claims, now) = (json!([uid(&app).await]), app.clock().unix());
    for (at, good) in [(now - 899, true), (now - 902, false), (now + 60, false), (0, false)] {
        let token = signed_at(&app, &claims, at);
        assert_eq!(status(&app, "/me", &token).await == 200, good, "{}", at - now);
    }
}

#[tokio::test]
async fn a_token_is_given_to_those_who_ask_for_it_in_the_query() {
    let given = async |app: &TestApp, path: &str, more: Value| -> bool {
        let mut body = json!({ "email": JOE, "password": PASSWORD });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let answer = app.browser().post_json(path, &body).await;
        answer.is(200).json()["response"]["user"].get("authentication_token").is_some()
    };
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| builder).await;
        for (query, expected) in [
            ("", false),
            ("?include_auth_token", true),
            ("?include_auth_token=", true),
            ("?include_auth_token=0", true),
            ("?a=include_auth_token", false),
        ] {
            assert_eq!(given(&app, &format!("/login{query}"), json!({})).await, expected);
        }
        assert!(!given(&app, "/login", json!({ "include_auth_token": true })).await);
        let fields = [("email", JOE), ("password", PASSWORD)];
        let page = app.browser().post_form("/login?include_auth_token", fields).await;
        assert!(!page.redirects_to("/").text().contains("token"));
        let always =
            |builder: Builder| builder.setting("SECURITY_BACKWARDS_COMPAT_AUTH_TOKEN", true);
        let always = app_with(preset, always).await;
        assert!(given(&always, "/login", json!({})).await);
        // A refused form gives none.
        let wrong = json!({ "email": JOE, "password": "wrong" });
        let answer = always.browser().post_json("/login", &wrong).await;
        assert!(!answer.is(400).text().contains("authentication_token"));
    }
}

#[tokio::test]
async fn a_token_opens_no_session() {
    let app = app_with(Recommended, |builder| builder).await;
    let token = issued(&app, JOE).await;
    let mut api = app.browser().header("Authentication-Token", &token);
    for path in ["/me", "/vault"] {
        assert_eq!(api.get(path).await.is(200).set_cookies(), Vec::<&str>::new(), "{path}");
    }
}

/// Where the table has the column, tokens have a name of their own for the user.
#[tokio::test]
async fn tokens_outlive_sessions_where_they_have_a_column() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("app.db");
    let url = format!("sqlite:{}", file.display());
    let before = app_with(Recommended, |builder| builder.database(url.clone())).await;
    let legacy = issued(&before, JOE).await;
    drop(before);
    let raw = rusqlite::Connection::open(&file).unwrap();
    raw.execute_batch("ALTER TABLE user ADD COLUMN fs_token_uniquifier VARCHAR(64)").unwrap();
    let app = TestApp::with(Recommended, |builder| builder.database(url)).await;
    let me = get(async |me: CurrentUser| me.email.clone()).layer(auth_token_required());
    let app = app.serve(Router::new().route("/me", me));
    assert_eq!(status(&app, "/me", &legacy).await, 200, "issued before there was a column");
    let first = issued(&app, JOE).await;
    let made = app.find(JOE).await.unwrap().token_uniquifier.unwrap();
    assert!(made.len() == 32 && text(&app, &first).contains(&made));
    let second = issued(&app, JOE).await;
    assert!(text(&app, &second).contains(&made), "made once");
    app.change(JOE, &[UserField::Uniquifier("0123456789abcdef0123456789abcdef".into())]).await;
    assert_eq!(status(&app, "/me", &legacy).await, 401);
    assert_eq!(status(&app, "/me", &first).await, 200);
    app.change(JOE, &[UserField::Active(false)]).await;
    assert_eq!(status(&app, "/me", &first).await, 401);
    app.change(JOE, &[UserField::Active(true), UserField::TokenUniquifier(None)]).await;
    assert_eq!(status(&app, "/me", &first).await, 401);
    assert_ne!(text(&app, &issued(&app, JOE).await), text(&app, &first));
}
