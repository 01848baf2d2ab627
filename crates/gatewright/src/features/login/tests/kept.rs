//! What a sign-in leaves behind: cookies, hashes, counts, events.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{JOE, PASSWORD, app, me};
use crate::config::Preset::{Flask, Recommended};
use crate::model::UserField;
use crate::testing::{Heard, TestApp};

#[tokio::test]
async fn remember_me_outlives_the_session_but_is_not_fresh() {
    for preset in [Flask, Recommended] {
        let in_cookie = |builder: crate::Builder| builder.setting("SESSION_STORE", "cookie");
        let app = TestApp::with(preset, in_cookie).await;
        app.user(JOE, PASSWORD).await;
        let app = app.serve(me());
        let mut tab = app.browser();
        let fields = [("email", JOE), ("password", PASSWORD), ("remember", "y")];
        tab.post_form("/login", fields).await.redirects_to("/");
        tab.get("/fresh").await.is(200);
        tab.set_cookie("session", None);
        assert_eq!(tab.get("/me").await.text(), JOE);
        assert_eq!(app.session(&tab).await["_fresh"], false);
        tab.get("/fresh").await.redirects_to("/verify?next=/fresh");
        // A tampered one is nobody's.
        let mut forged = tab.cookie("remember_token").unwrap().to_owned();
        forged.replace_range(0..1, if forged.starts_with('0') { "1" } else { "0" });
        let mut thief = app.browser();
        thief.set_cookie("remember_token", Some(&forged));
        thief.get("/me").await.redirects_to("/login?next=/me");
        // Without the box there is none.
        let mut other = app.browser();
        other.sign_in(JOE, PASSWORD).await;
        assert_eq!(other.cookie("remember_token"), None);
    }
}

/// Another application with the same salt, to make hashes that are older or costlier.
async fn hash_by(scheme: &str, options: Value) -> String {
    let scheme = scheme.to_owned();
    let other = TestApp::with(Recommended, move |builder| {
        builder
            .setting("SECURITY_PASSWORD_HASH", scheme)
            .setting("SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS", options)
    })
    .await;
    other.security().passwords().hash(PASSWORD).await.unwrap()
}

#[tokio::test]
async fn an_old_hash_is_renewed_at_sign_in_and_a_costlier_one_never_lowered() {
    let app = app(Recommended).await;
    let old = hash_by("pbkdf2_sha256", json!({ "pbkdf2_sha256__rounds": 1000 })).await;
    assert!(old.starts_with("$pbkdf2-sha256$"));
    app.change(JOE, &[UserField::Password(Some(old.clone()))]).await;
    let wrong = json!({ "email": JOE, "password": "wrong" });
    app.browser().post_json("/login", &wrong).await.is(400);
    assert_eq!(app.find(JOE).await.unwrap().password, Some(old));
    app.browser().sign_in(JOE, PASSWORD).await;
    let renewed = app.find(JOE).await.unwrap().password.unwrap();
    assert!(renewed.starts_with("$argon2id$"), "{renewed}");
    app.browser().sign_in(JOE, PASSWORD).await;
    assert_eq!(app.find(JOE).await.unwrap().password, Some(renewed), "renewed without need");

    let costly = json!({
        "argon2__rounds": 3, "argon2__memory_cost": 64, "argon2__parallelism": 1,
    });
    let costly = hash_by("argon2", costly).await;
    app.change(JOE, &[UserField::Password(Some(costly.clone()))]).await;
    app.browser().sign_in(JOE, PASSWORD).await;
    assert_eq!(app.find(JOE).await.unwrap().password, Some(costly));
}

#[tokio::test]
async fn a_password_that_todays_scheme_cannot_hash_keeps_its_old_hash() {
    // bcrypt ends a password at a NUL byte; older schemes take it.
    const ODD: &str = "with a \0 in it";
    let app = TestApp::with(Recommended, |builder| {
        builder
            .setting("SECURITY_PASSWORD_HASH", "bcrypt")
            .setting("SECURITY_PASSWORD_SINGLE_HASH", true)
            .setting("SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS", json!({ "bcrypt__rounds": 4 }))
    })
    .await;
    let other = TestApp::with(Recommended, |builder| {
        builder
            .setting("SECURITY_PASSWORD_HASH", "pbkdf2_sha256")
            .setting("SECURITY_PASSWORD_SINGLE_HASH", true)
    })
    .await;
    let old = other.security().passwords().hash(ODD).await.unwrap();
    app.user(JOE, PASSWORD).await;
    app.change(JOE, &[UserField::Password(Some(old.clone()))]).await;
    let body = json!({ "email": JOE, "password": ODD });
    app.browser().post_json("/login", &body).await.is(200);
    assert_eq!(app.find(JOE).await.unwrap().password, Some(old));
}

async fn tracked() -> TestApp {
    let app = TestApp::new(|config| config.login.trackable = true).await;
    app.user(JOE, PASSWORD).await;
    app
}

#[tokio::test]
async fn sign_ins_are_tracked() {
    let app = tracked().await;
    app.browser().sign_in(JOE, PASSWORD).await;
    let first = app.find(JOE).await.unwrap();
    assert_eq!(first.login_count, Some(1));
    assert_eq!(first.last_login_at, first.current_login_at);
    assert_eq!(first.current_login_ip.as_deref(), Some("127.0.0.1"));
    assert_eq!(first.last_login_ip, None);
    app.advance(SignedDuration::from_mins(5));
    app.browser().sign_in(JOE, PASSWORD).await;
    let second = app.find(JOE).await.unwrap();
    assert_eq!(second.login_count, Some(2));
    assert_eq!(second.last_login_at, first.current_login_at);
    assert!(second.current_login_at > first.current_login_at);
    assert_eq!(second.last_login_ip.as_deref(), Some("127.0.0.1"));
    let body = json!({ "email": JOE, "password": "wrong" });
    app.browser().post_json("/login", &body).await.is(400);
    assert_eq!(app.find(JOE).await.unwrap().login_count, Some(2));
}

#[tokio::test]
async fn of_sign_ins_at_the_same_moment_each_is_counted() {
    let app = tracked().await;
    let (mut a, mut b, mut c) = (app.browser(), app.browser(), app.browser());
    tokio::join!(a.sign_in(JOE, PASSWORD), b.sign_in(JOE, PASSWORD), c.sign_in(JOE, PASSWORD));
    assert_eq!(app.find(JOE).await.unwrap().login_count, Some(3));
}

#[tokio::test]
async fn listeners_hear_of_sign_ins_and_of_wrong_passwords() {
    let heard = Heard::default();
    let app = TestApp::with(Recommended, |builder| builder.listen(heard.clone())).await;
    app.user(JOE, PASSWORD).await;
    app.browser().sign_in(JOE, PASSWORD).await;
    assert_eq!(heard.take(), ["identity_changed", "user_authenticated joe@lp.com password"]);
    let wrong = json!({ "email": JOE, "password": "wrong" });
    app.browser().post_json("/login", &wrong).await;
    assert_eq!(heard.take(), ["user_failed_authn joe@lp.com password"]);
    let nobody = json!({ "email": "no@lp.com", "password": PASSWORD });
    app.browser().post_json("/login", &nobody).await;
    assert!(heard.take().is_empty(), "nobody's failure is nobody's");
    app.change(JOE, &[UserField::Active(false)]).await;
    let closed = json!({ "email": JOE, "password": PASSWORD });
    app.browser().post_json("/login", &closed).await.is(400);
    assert!(heard.take().is_empty(), "the credentials were right");
}

#[tokio::test]
async fn grace_that_an_earlier_user_earned_ends_at_sign_in() {
    let app = app(Recommended).await;
    let mut tab = app.browser();
    let ahead = (app.clock().unix() + 600).to_string();
    app.put_session(&mut tab, [("fs_gexp", ahead.as_str()), ("cart", "[1,2]")]).await;
    tab.sign_in(JOE, PASSWORD).await;
    let session = app.session(&tab).await;
    assert!(!session.contains_key("fs_gexp"));
    assert_eq!(session["cart"], json!([1, 2]), "the application's own data is gone");
    assert_eq!(session["_fresh"], true);
}
