//! What crashes the reference.

use gatewright::model::{NewUser, UserField};
use gatewright_wire::itsdangerous::{Derivation, Timed};
use serde_json::{Value, json};

use crate::fixture::{BOTH, EVE, JOE, PASSWORD, SECRET, app, by_basic, signed_in};

/// All of these are answered with 500 by the reference.
#[tokio::test]
async fn row_13_18_nothing_that_is_sent_is_a_failure_of_the_server() {
    for preset in BOTH {
        let app = app(preset, |builder| {
            builder
                .setting("SESSION_STORE", "cookie")
                .setting("SECURITY_REFRESH_TOKEN", true)
                .setting("SECURITY_REGISTERABLE", true)
                .setting("WTF_CSRF_ENABLED", true)
        })
        .await;
        // A user without a password.
        app.security().store().create_user(NewUser::new("bare@lp.com")).await.unwrap();
        for password in ["", "None", "null", PASSWORD] {
            by_basic(&app, "bare@lp.com", password).await.is(401);
        }
        let mut tab = app.browser();
        let csrf = tab.csrf_token().await;
        let fields = [("email", EVE), ("password", PASSWORD), ("csrf_token", &csrf)];
        tab.post_form("/login", fields).await.is(302);
        app.change(EVE, &[UserField::Password(None)]).await;
        let csrf = tab.csrf_token().await;
        for password in [json!("None"), json!(PASSWORD), json!(null), json!("")] {
            let body = json!({ "password": password, "csrf_token": csrf });
            let errors = tab.post_json("/verify", &body).await.is(400).field_errors();
            assert!(errors["password"].is_array(), "{preset:?} {errors}");
        }
        // JSON of every shape, at every endpoint.
        let mut api = app.browser();
        let csrf = api.csrf_token().await;
        for path in ["/login", "/register", "/refresh-token", "/logout", "/verify"] {
            for body in ["[]", "[1]", "\"x\"", "7", "true", "{", "", "{\"a\":", "\u{0}"] {
                let json = [("content-type", "application/json")];
                let answer = api.clone().send("POST", path, &json, body.into()).await;
                assert!(answer.status.as_u16() < 500, "{preset:?} {path} {body:?}");
            }
            for odd in [json!(1), json!(true), json!({ "a": 1 }), json!([[1]]), json!(1.5e300)] {
                for name in ["next", "csrf_token", "password", "email", "refresh_token"] {
                    let mut body = json!({
                        "email": JOE, "password": PASSWORD, "csrf_token": csrf,
                    });
                    body[name] = odd.clone();
                    let answer = api.clone().post_json(path, &body).await;
                    assert!(answer.status.as_u16() < 500, "{preset:?} {path} {body}");
                    if path == "/login" && name != "refresh_token" {
                        answer.is(400);
                    }
                }
            }
        }
        // Sessions that were signed and are no sessions.
        let timed = Timed::new(&[SECRET.as_bytes()], "cookie-session", Derivation::Hmac);
        for text in ["[]", "7", "null", "\"x\"", "{", "", "{\" t\":7}", "{\"_user_id\":7}"] {
            let mut tab = app.browser();
            tab.set_cookie("session", Some(&timed.dumps(text, app.clock().unix())));
            tab.clone().get_json("/me").await.is(401);
            tab.get("/login").await.is(200);
        }
    }
}

/// bcrypt has an end at 72 bytes, at which the reference fails.
#[tokio::test]
async fn row_13_18_a_long_password_with_bcrypt_is_compared() {
    for preset in BOTH {
        let app = app(preset, |builder| {
            builder
                .setting("SECURITY_PASSWORD_HASH", "bcrypt")
                .setting("SECURITY_PASSWORD_SINGLE_HASH", true)
                .setting("SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS", json!({ "bcrypt__rounds": 4 }))
        })
        .await;
        for long in ["x".repeat(100), "\u{e9}".repeat(60), "\u{1f40e}".repeat(80)] {
            let hash = app.security().passwords().hash(&long).await.unwrap();
            app.change(JOE, &[UserField::Password(Some(hash))]).await;
            let body = json!({ "email": JOE, "password": long });
            app.browser().post_json("/login", &body).await.is(200);
            by_basic(&app, JOE, &long).await.is(200);
            let other = json!({ "email": JOE, "password": format!("y{long}") });
            app.browser().post_json("/login", &other).await.is(400);
        }
        let mut tab = signed_in(&app, EVE).await;
        let long: Value = json!({ "password": "x".repeat(300) });
        tab.post_json("/verify", &long).await.is(400);
    }
}
