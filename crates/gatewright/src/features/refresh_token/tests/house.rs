//! Cookies, sign-out, CSRF, clean-up, keys: what an exchange has around it.

use jiff::SignedDuration;
use serde_json::json;

use super::{
    JOE, PASSWORD, app, app_with, begun, exchange, exchanged, families, in_cookie, in_json,
    invalid, member, reason, sign_in,
};
use crate::config::Preset::{Flask, Recommended};
use crate::i18n::messages as msg;
use crate::model::UserField;
use crate::testing::{Heard, TestApp};

const COOKIE: &str = "fs_refresh";

#[tokio::test]
async fn a_cookie_carries_the_token_where_scripts_cannot_read_it() {
    let app = app_with(Recommended, in_cookie).await;
    let mut tab = app.browser();
    let body = json!({ "email": JOE, "password": PASSWORD });
    let answer = tab.post_json("/login?include_auth_token", &body).await;
    assert!(answer.json()["response"]["user"].get("refresh_token").is_none());
    let lines = answer.set_cookies();
    let line = lines.iter().find(|line| line.starts_with("fs_refresh=")).unwrap();
    let (value, attributes) = line.split_once("; ").unwrap();
    assert_eq!(attributes, "Secure; HttpOnly; Path=/; SameSite=Strict");
    let first = value.trim_start_matches("fs_refresh=").to_owned();
    // The body's field counts for nothing, and may be absent together with the body.
    tab.post_json("/refresh-token", &json!({ "refresh_token": "x.y" })).await.is(200);
    let media = [("content-type", "application/json")];
    let answer = tab.send("POST", "/refresh-token", &media, Vec::new()).await;
    let user = answer.is(200).json()["response"]["user"].clone();
    assert!(user["authentication_token"].is_string() && user.get("refresh_token").is_none());
    let newest = tab.cookie(COOKIE).unwrap().to_owned();
    assert_ne!(newest, first);
    let mut api = app.browser();
    let in_body = api.post_json("/refresh-token", &json!({ "refresh_token": newest })).await;
    assert_eq!(reason(&in_body), app.text(msg::FIELD_REQUIRED));
    api.set_cookie(COOKIE, Some(&newest));
    api.post_json("/refresh-token", &json!({})).await.is(200);
}

#[tokio::test]
async fn a_cookies_attributes_are_the_settings() {
    let app = app_with(Recommended, |builder| {
        in_cookie(builder).setting("SECURITY_REFRESH_TOKEN_COOKIE_NAME", "again").setting(
            "SECURITY_REFRESH_TOKEN_COOKIE",
            json!({ "secure": "auto", "samesite": "Lax", "path": "/api", "max_age": 600,
                "httponly": true }),
        )
    })
    .await;
    let mut tab = app.browser();
    let body = json!({ "email": JOE, "password": PASSWORD });
    let answer = tab.post_json("/login?include_auth_token", &body).await;
    let line = answer.set_cookies()[0].to_owned();
    assert!(line.starts_with("again=") && line.contains("; Expires="), "{line}");
    assert!(line.ends_with("; HttpOnly; Path=/api; SameSite=Lax"), "{line}");
    let deleted = tab.post_json("/logout", &json!({})).await.set_cookies()[0].to_owned();
    let attributes = "Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; HttpOnly; Path=/api";
    assert_eq!(deleted, format!("again=; {attributes}; SameSite=Lax"));
}

#[tokio::test]
async fn signing_out_revokes_the_family() {
    let heard = Heard::default();
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| in_cookie(builder).listen(heard.clone())).await;
        let mut tab = app.browser();
        sign_in(&mut tab, JOE).await;
        let kept = tab.cookie(COOKIE).unwrap().to_owned();
        heard.take();
        tab.post_json("/logout", &json!({})).await.is(200);
        assert_eq!(tab.cookie(COOKIE), None);
        let told = heard.take();
        assert!(told.contains(&format!("refresh_tracker_revoked {JOE} wanted")), "{told:?}");
        let mut copy = app.browser();
        copy.set_cookie(COOKIE, Some(&kept));
        let answer = copy.post_json("/refresh-token", &json!({})).await;
        assert_eq!(reason(&answer), invalid(&app, "REVOKED"));

        // In JSON: any generation names the family; what is no token does not matter.
        let app = app_with(preset, in_json).await;
        for (sent, revoked) in [(true, true), (false, false)] {
            let mut tab = app.browser();
            let first = member(&sign_in(&mut tab, JOE).await, "refresh_token");
            let second = exchanged(&app, &first).await;
            let body = if sent { first } else { "x.y".to_owned() };
            tab.post_json("/logout", &json!({ "refresh_token": body })).await.is(200);
            assert_eq!(exchange(&app, &second).await.status == 400, revoked, "{preset:?}");
        }
        let mut tab = app.browser();
        let token = member(&sign_in(&mut tab, JOE).await, "refresh_token");
        tab.post_json("/logout", &json!({ "refresh_token": { "a": 1 } })).await.is(200);
        let token = exchanged(&app, &token).await;
        // Nobody is signed in here any more.
        tab.post_json("/logout", &json!({ "refresh_token": token })).await.is(200);
        let status = exchange(&app, &token).await.status.as_u16();
        assert_eq!(status, if preset == Flask { 200 } else { 400 });
    }
}

/// The auth token of a client that was away is over, the refresh token is not.
#[tokio::test]
async fn signing_out_counts_after_the_session_has_ended() {
    let app = app_with(Recommended, in_cookie).await;
    let mut tab = app.browser();
    sign_in(&mut tab, JOE).await;
    let kept = tab.cookie(COOKIE).unwrap().to_owned();
    tab.set_cookie("session", None);
    tab.post_json("/logout", &json!({})).await.is(200);
    assert_eq!(tab.cookie(COOKIE), None);
    tab.set_cookie(COOKIE, Some(&kept));
    let answer = tab.post_json("/refresh-token", &json!({})).await;
    assert_eq!(reason(&answer), invalid(&app, "REVOKED"));
}

/// Two people at one browser: tokens of the first must not turn up in the second one's session.
#[tokio::test]
async fn a_sign_in_takes_away_the_token_of_another() {
    const EVE: &str = "eve@lp.com";
    let app = app_with(Recommended, in_cookie).await;
    app.user(EVE, PASSWORD).await;
    let mut tab = app.browser();
    sign_in(&mut tab, JOE).await;
    let joes = tab.cookie(COOKIE).unwrap().to_owned();
    tab.set_cookie("session", None);
    // One's own stays.
    tab.sign_in(JOE, PASSWORD).await;
    assert_eq!(tab.cookie(COOKIE), Some(&*joes));
    tab.set_cookie("session", None);
    tab.sign_in(EVE, PASSWORD).await;
    assert_eq!(tab.cookie(COOKIE), None);
    tab.set_cookie("session", None);
    tab.set_cookie(COOKIE, Some(&joes));
    sign_in(&mut tab, EVE).await;
    assert!(tab.cookie(COOKIE).is_some_and(|token| token != joes), "Eve has one of her own");
    tab.post_json("/refresh-token", &json!({})).await.is(200);
}

#[tokio::test]
async fn another_site_cannot_make_a_browser_exchange_its_token() {
    let form = |builder: crate::Builder| in_json(builder).setting("WTF_CSRF_ENABLED", true);
    let guards = |builder: crate::Builder| {
        in_json(builder)
            .setting("WTF_CSRF_ENABLED", true)
            .setting("CSRF_PROTECT", true)
            .setting("WTF_CSRF_CHECK_DEFAULT", false)
    };
    for app in [app_with(Flask, form).await, app_with(Recommended, guards).await] {
        let mut tab = app.browser();
        let csrf = tab.csrf_token().await;
        let mut tab = tab.header("X-CSRFToken", &csrf);
        let body = json!({ "email": JOE, "password": PASSWORD, "csrf_token": csrf });
        let answer = tab.post_json("/login?include_auth_token", &body).await.is(200).json();
        let token = member(&answer["response"]["user"], "refresh_token");
        // Without the header, and without the field.
        let mut bare = app.browser();
        bare.set_cookie("session", tab.cookie("session"));
        bare.post_json("/refresh-token", &json!({ "refresh_token": token })).await.is(400);
        assert_eq!(families(&app).await[0].generation, Some(1), "refused, and used up");
        let csrf = answer["response"]["csrf_token"].as_str().unwrap().to_owned();
        let body = json!({ "refresh_token": token, "csrf_token": csrf });
        let mut tab = bare.header("X-CSRFToken", &csrf);
        tab.post_json("/refresh-token", &body).await.is(200);
    }
}

#[tokio::test]
async fn a_sign_in_clears_up() {
    let states = async |expired: bool, revoked: bool| -> usize {
        let app = app_with(Recommended, |builder| {
            in_json(builder)
                .setting("SECURITY_REFRESH_TOKEN_CLEANUP_EXPIRED", expired)
                .setting("SECURITY_REFRESH_TOKEN_CLEANUP_REVOKED", revoked)
        })
        .await;
        let eve = app.user("eve@lp.com", PASSWORD).await;
        sign_in(&mut app.browser(), "eve@lp.com").await;
        begun(&app).await;
        app.advance(SignedDuration::from_hours(91 * 24));
        app.security()
            .store()
            .refreshes()
            .unwrap()
            .create(&crate::model::Refresh {
                family: "revoked".to_owned(),
                generation: Some(1),
                expires_at: jiff::civil::DateTime::MAX,
                revoked_at: Some(app.clock().utc()),
                ..families(&app).await.remove(0)
            })
            .await
            .unwrap();
        begun(&app).await;
        let others = app.security().store().refreshes().unwrap().list(&eve.id).await.unwrap();
        assert_eq!(others.len(), 1, "only the user's own");
        families(&app).await.len()
    };
    assert_eq!(states(true, false).await, 2);
    assert_eq!(states(false, true).await, 2);
    assert_eq!(states(true, true).await, 1);
    assert_eq!(states(false, false).await, 3);
}

#[tokio::test]
async fn former_keys_verify_and_the_present_one_signs() {
    const OLD: &str = "the former key that only tests use 0123456789";
    const NEW: &str = "the present key that only tests use 0123456789";
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("app.db").display());
    let with = async |key: &str, fallbacks: &[&str]| {
        TestApp::with(Recommended, |builder| {
            in_json(builder)
                .database(url.clone())
                .setting("SECRET_KEY", key)
                .setting("SECRET_KEY_FALLBACKS", json!(fallbacks))
        })
        .await
    };
    let before = with(OLD, &[]).await;
    before.user(JOE, PASSWORD).await;
    let first = begun(&before).await;
    let strict = with(NEW, &[]).await;
    assert_eq!(reason(&exchange(&strict, &first).await), invalid(&strict, "INVALID"));
    let second = exchanged(&with(NEW, &[OLD]).await, &first).await;
    exchanged(&strict, &second).await;
}

/// With `fs_token_uniquifier` tokens have a name of their own for the user.
#[tokio::test]
async fn a_column_for_tokens_separates_them_from_sessions() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("app.db");
    let url = format!("sqlite:{}", file.display());
    drop(app_with(Recommended, |builder| in_json(builder).database(url.clone())).await);
    let raw = rusqlite::Connection::open(&file).unwrap();
    raw.execute_batch("ALTER TABLE user ADD COLUMN fs_token_uniquifier VARCHAR(64)").unwrap();
    let app = TestApp::with(Recommended, |builder| in_json(builder).database(url)).await;
    assert!(app.security().store().capabilities().token_uniquifier);
    assert_eq!(app.find(JOE).await.unwrap().token_uniquifier, None);
    let token = begun(&app).await;
    let made = app.find(JOE).await.unwrap().token_uniquifier.expect("made at the first need");
    // A new password ends sessions, not tokens.
    let other = |text: &str| text.repeat(32);
    app.change(JOE, &[UserField::Uniquifier(other("a"))]).await;
    let token = exchanged(&app, &token).await;
    // What sessions call the user is no name for tokens, not even in the other column.
    let swapped = [UserField::Uniquifier(made), UserField::TokenUniquifier(Some(other("b")))];
    app.change(JOE, &swapped).await;
    assert_eq!(reason(&exchange(&app, &token).await), app.text(msg::USER_DOES_NOT_EXIST));
}

#[tokio::test]
async fn a_database_without_the_table_is_refused_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("app.db");
    let url = format!("sqlite:{}", file.display());
    drop(TestApp::with(Recommended, |builder| builder.database(url.clone())).await);
    let raw = rusqlite::Connection::open(&file).unwrap();
    raw.execute_batch("DROP TABLE fs_refresh_tracker").unwrap();
    let build = async |on: bool| {
        let builder = crate::Security::builder().database(url.clone()).existing_tables();
        let builder = builder.setting("ALLOW_WEAK_SECRETS", true).secret_key("k".repeat(32));
        let builder = builder.setting("SECURITY_PASSWORD_SALT", "salt");
        builder.setting("SECURITY_REFRESH_TOKEN", on).build().await
    };
    build(false).await.unwrap();
    let error = build(true).await.unwrap_err();
    assert!(error.detail().contains("gatewright db upgrade"), "{error}");
}

#[tokio::test]
async fn events_carry_what_webhooks_need() {
    let app = app().await;
    begun(&app).await;
    let joe = app.find(JOE).await.unwrap();
    let family = families(&app).await.remove(0);
    let event = crate::event::Event::RefreshTrackerRevoked {
        user: Some(&joe),
        refresh: &family,
        reason: Some("GEN_MISMATCH"),
    };
    let expected = json!({
        "user": { "id": 1, "email": JOE, "fs_uniquifier": joe.uniquifier },
        "refresh_tracker": {
            "id": 1, "refresh_family": family.family, "gen": 1, "user_id": 1,
        },
        "refresh_errors": "GEN_MISMATCH",
    });
    assert_eq!(serde_json::Value::Object(event.payload()), expected);
}
