//! Signing in, as a browser and as a client of the API.

mod equal;

use async_trait::async_trait;
use axum::Router;
use axum::routing::get;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::config::Preset::{self, Flask, Recommended};
use crate::guard::{CurrentUser, auth_required, auth_token_required};
use crate::hooks::{Hooks, Lock};
use crate::i18n::messages as msg;
use crate::model::{NewUser, User, UserField};
use crate::testing::{Heard, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

async fn app(preset: Preset) -> TestApp {
    let app = TestApp::with(preset, |builder| builder).await;
    app.user(JOE, PASSWORD).await;
    app
}

fn me() -> Router {
    Router::new()
        .route("/me", get(async |me: CurrentUser| me.email.clone()))
        .route("/token", get(async || "in").layer(auth_token_required()))
        .route("/fresh", get(async || "in").layer(auth_required().fresh()))
}

#[tokio::test]
async fn a_form_signs_in_and_shows_the_page_again_when_it_cannot() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await.serve(me());
        let mut tab = app.browser();
        assert!(tab.get("/login").await.is(200).text().contains("name=\"password\""));
        let wrong = tab.post_form("/login", [("email", JOE), ("password", "wrong")]).await;
        let page = wrong.is(200).text();
        assert!(page.contains(JOE), "the address has to be typed again");
        assert!(!page.contains("wrong\""), "the password is shown");
        tab.get("/me").await.redirects_to("/login?next=/me");
        tab.sign_in(JOE, PASSWORD).await.redirects_to("/");
        assert_eq!(tab.get("/me").await.text(), JOE);
        // Whoever is in needs no sign-in.
        tab.get("/login?next=/me").await.redirects_to("/");
        tab.post_form("/login", [("email", JOE), ("password", "wrong")]).await.redirects_to("/");
    }
}

#[tokio::test]
async fn json_signs_in_and_gives_a_token_when_asked() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await.serve(me());
        let body = json!({ "email": JOE, "password": PASSWORD });
        let plain = app.browser().post_json("/login", &body).await;
        let response = plain.is(200).json()["response"].clone();
        assert_eq!(response["tf_required"], false);
        let who = if preset == Flask { json!({}) } else { json!({ "email": JOE }) };
        assert_eq!(response["user"], who);
        assert!(response["csrf_token"].is_string());

        let mut tab = app.browser();
        let asked = tab.post_json("/login?include_auth_token", &body).await;
        let token = asked.json()["response"]["user"]["authentication_token"].clone();
        let token = token.as_str().unwrap();
        let client = app.browser().header("Authentication-Token", token);
        client.clone().get("/token").await.is(200);
        app.browser().get_json("/token").await.is(401);
        let again = tab.post_json("/login", &body).await;
        let told = again.is(400).json()["response"]["errors"][0].clone();
        assert_eq!(told, json!(app.text(msg::ANONYMOUS_USER_REQUIRED)));
        // Who comes with a token is signed in as well.
        client.clone().post_json("/login", &body).await.is(400);
        client.clone().get("/login").await.redirects_to("/");
    }
}

#[tokio::test]
async fn every_fault_of_a_form_is_named_at_its_field() {
    let app = app(Flask).await;
    let say = |key| app.text(key);
    let email = |key| json!({ "email": [say(key)] });
    let password = |key| json!({ "password": [say(key)] });
    let rows = [
        (
            json!({}),
            json!({
                "password": [say(msg::PASSWORD_NOT_PROVIDED)],
                "email": [say(msg::EMAIL_NOT_PROVIDED)],
            }),
        ),
        (json!({ "email": JOE, "password": " \t " }), password(msg::PASSWORD_NOT_PROVIDED)),
        (json!({ "email": JOE, "password": 7 }), password(msg::API_ERROR)),
        (json!({ "email": JOE, "password": null }), password(msg::PASSWORD_NOT_PROVIDED)),
        (json!({ "email": "joe", "password": PASSWORD }), email(msg::INVALID_EMAIL_ADDRESS)),
        (json!({ "email": {}, "password": PASSWORD }), email(msg::API_ERROR)),
        (json!({ "email": "no@lp.com", "password": PASSWORD }), email(msg::USER_DOES_NOT_EXIST)),
        (json!({ "email": JOE, "password": "wrong" }), password(msg::INVALID_PASSWORD)),
        (
            json!({ "email": JOE, "password": PASSWORD, "next": "https://evil.test/" }),
            json!({ "next": [say(msg::INVALID_REDIRECT)] }),
        ),
    ];
    for (body, expected) in rows {
        let mut tab = app.browser();
        let answer = tab.post_json("/login", &body).await;
        assert_eq!(answer.is(400).field_errors(), expected, "{body}");
        assert!(!app.session(&tab).await.contains_key("_user_id"), "{body}");
    }
    // The list of errors has the order of the form: password, next, email.
    let body = json!({ "next": "//evil.test", "email": "joe" });
    let all = app.browser().post_json("/login", &body).await.json()["response"]["errors"].clone();
    let keys = [msg::PASSWORD_NOT_PROVIDED, msg::INVALID_REDIRECT, msg::INVALID_EMAIL_ADDRESS];
    assert_eq!(all, json!(keys.map(say)));
}

#[tokio::test]
async fn addresses_are_found_in_any_case_and_in_their_normal_form() {
    let app = app(Flask).await;
    app.user("jürgen@exämple.de", PASSWORD).await;
    for email in
        ["JOE@lp.com", "joe@LP.COM", "jürgen@xn--exmple-cua.de", "ju\u{308}rgen@exämple.de"]
    {
        app.browser().sign_in(email, PASSWORD).await;
    }
    let padded = json!({ "email": " joe@lp.com", "password": PASSWORD });
    app.browser().post_json("/login", &padded).await.is(400);
}

#[tokio::test]
async fn a_username_signs_in_where_it_is_an_identity() {
    let app =
        TestApp::with(Flask, |builder| builder.configure(|config| config.username.enable = true))
            .await;
    app.user("anna@lp.com", PASSWORD).await;
    app.change("anna@lp.com", &[UserField::Username(Some("annabel".into()))]).await;
    for body in [
        json!({ "username": "annabel", "password": PASSWORD }),
        json!({ "username": " Annabel ", "password": PASSWORD }),
        json!({ "username": "annabel", "email": "", "password": PASSWORD }),
        json!({ "email": "anna@lp.com", "password": PASSWORD }),
        // The address decides alone.
        json!({ "email": "anna@lp.com", "username": "nobody", "password": PASSWORD }),
    ] {
        app.browser().post_json("/login", &body).await.is(200);
    }
    let say = |key| app.text(key);
    let length = msg::USERNAME_INVALID_LENGTH.with("min", "4").with("max", "32");
    for (body, expected) in [
        (json!({ "username": "nobody" }), json!({ "username": [say(msg::USER_DOES_NOT_EXIST)] })),
        (json!({}), json!({ "": [say(msg::USER_DOES_NOT_EXIST)] })),
        (json!({ "username": "joe" }), json!({ "username": [app.text(length)] })),
        (json!({ "username": "a<b>c" }), json!({ "username": [say(msg::INVALID_INPUT)] })),
        (
            json!({ "username": "anna_bel" }),
            json!({ "username": [say(msg::USERNAME_DISALLOWED_CHARACTERS)] }),
        ),
        (json!({ "username": [1] }), json!({ "username": [say(msg::API_ERROR)] })),
        (
            json!({ "email": "no@lp.com", "username": "annabel" }),
            json!({ "email": [say(msg::USER_DOES_NOT_EXIST)] }),
        ),
    ] {
        let mut body = body;
        body["password"] = json!(PASSWORD);
        let answer = app.browser().post_json("/login", &body).await;
        assert_eq!(answer.is(400).field_errors(), expected, "{body}");
    }
}

/// Locks some accounts, one of them without a word.
struct Locks;

#[async_trait]
impl Hooks for Locks {
    async fn locked(&self, user: &User) -> crate::error::Result<Option<Lock>> {
        Ok(match user.email.as_str() {
            "locked@lp.com" => Some(Lock { text: Some("Come back on Monday.".to_owned()) }),
            "silent@lp.com" => Some(Lock::default()),
            _ => None,
        })
    }
}

/// Accounts that cannot be signed in to with [`PASSWORD`], each for another reason.
async fn crowd(preset: Preset) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        builder
            .hooks(Locks)
            .allow_unbuilt()
            .setting("SERVER_NAME", "localhost")
            .configure(|config| config.confirm.enabled = true)
    })
    .await;
    for name in ["inactive", "locked", "silent", "unconfirmed", "good"] {
        app.user(&format!("{name}@lp.com"), PASSWORD).await;
    }
    app.change("inactive@lp.com", &[UserField::Active(false)]).await;
    app.change("unconfirmed@lp.com", &[UserField::ConfirmedAt(None)]).await;
    let bare = NewUser::new("bare@lp.com");
    app.security().store().create_user(bare).await.unwrap();
    app
}

#[tokio::test]
async fn only_the_owner_of_a_password_hears_why_an_account_is_closed() {
    let app = crowd(Flask).await;
    let say = |key| app.text(key);
    let at_email = |text: String| json!({ "email": [text] });
    for (name, password, expected) in [
        ("inactive", PASSWORD, at_email(say(msg::DISABLED_ACCOUNT))),
        ("locked", PASSWORD, at_email("Come back on Monday.".to_owned())),
        ("silent", PASSWORD, at_email(say(msg::DISABLED_ACCOUNT))),
        ("unconfirmed", PASSWORD, at_email(say(msg::CONFIRMATION_REQUIRED))),
        ("inactive", "wrong", json!({ "password": [say(msg::INVALID_PASSWORD)] })),
        ("locked", "wrong", json!({ "password": [say(msg::INVALID_PASSWORD)] })),
        ("unconfirmed", "wrong", json!({ "password": [say(msg::INVALID_PASSWORD)] })),
        ("bare", PASSWORD, json!({ "password": [say(msg::INVALID_PASSWORD)] })),
    ] {
        let mut tab = app.browser();
        let body = json!({ "email": format!("{name}@lp.com"), "password": password });
        let answer = tab.post_json("/login", &body).await;
        assert_eq!(answer.is(400).field_errors(), expected, "{name} {password}");
        assert!(!app.session(&tab).await.contains_key("_user_id"), "{name}");
    }
}

#[tokio::test]
async fn pages_do_not_link_to_what_was_switched_on_and_does_not_exist() {
    let app = TestApp::with(Flask, |builder| {
        builder.allow_unbuilt().setting("SERVER_NAME", "localhost").configure(|config| {
            config.register.enabled = true;
            config.confirm.enabled = true;
            config.recover.enabled = true;
            config.change_password.enabled = true;
            config.change_email.enabled = true;
            config.change_username.enabled = true;
            config.username_recovery.enabled = true;
        })
    })
    .await;
    app.user(JOE, PASSWORD).await;
    let mut tab = app.browser();
    let page = tab.get("/login").await.is(200).text();
    assert!(page.contains("href=\"/register\""), "{page}");
    tab.sign_in(JOE, PASSWORD).await;
    tab.get("/verify").await.is(200);
}

#[tokio::test]
async fn an_unconfirmed_owner_is_sent_to_the_page_of_the_settings() {
    let elsewhere = |preset| {
        TestApp::with(preset, |builder| {
            builder.allow_unbuilt().setting("SERVER_NAME", "localhost").configure(|config| {
                config.confirm.enabled = true;
                config.confirm.requires_confirmation_error_view = Some("/resend".to_owned());
            })
        })
    };
    for (preset, expected) in [(Flask, Some("/resend?email=new%40lp.com")), (Recommended, None)] {
        let app = elsewhere(preset).await;
        app.user("new@lp.com", PASSWORD).await;
        app.change("new@lp.com", &[UserField::ConfirmedAt(None)]).await;
        let fields = [("email", "new@lp.com"), ("password", PASSWORD)];
        let answer = app.browser().post_form("/login", fields).await;
        // Where answers must not tell accounts apart, there is no such page.
        assert_eq!(answer.location(), expected);
    }
}

#[tokio::test]
async fn next_is_followed_only_within_the_application() {
    let app = app(Flask).await;
    let post = async |path: &str, next: &str| {
        let fields = [("email", JOE), ("password", PASSWORD), ("next", next)];
        app.browser().post_form(path, fields).await
    };
    post("/login", "/notes?a=1").await.redirects_to("/notes?a=1");
    post("/login?next=/query", "").await.redirects_to("/query");
    post("/login?next=/query", "/field").await.redirects_to("/field");
    post("/login?next=//evil.test", "/field").await.redirects_to("/field");
    for (path, next) in [
        ("/login", "https://evil.test/"),
        ("/login", "//evil.test"),
        ("/login", "\\\\evil.test"),
        ("/login", "/\t/evil.test"),
        ("/login", "javascript:alert(1)"),
        ("/login", "http://localhost@evil.test/"),
        ("/login?next=/good", "//evil.test"),
        ("/login?next=//evil.test", ""),
    ] {
        let answer = post(path, next).await;
        assert_eq!(answer.is(200).location(), None, "{path} {next}");
    }
    // A page carries it on from the query to the form.
    let page = app.browser().get("/login?next=/notes").await;
    assert!(page.text().contains("name=\"next\" value=\"/notes\""), "{}", page.text());
}

#[tokio::test]
async fn views_of_the_settings_may_be_paths_or_endpoints() {
    let app = TestApp::with(Flask, |builder| {
        builder.endpoint("home", "/home").setting("SECURITY_POST_LOGIN_VIEW", "home")
    })
    .await;
    app.user(JOE, PASSWORD).await;
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await.redirects_to("/home");
    tab.get("/login").await.redirects_to("/home");
}

#[tokio::test]
async fn a_refused_visit_is_flashed_once_and_only_where_wanted() {
    let app = app(Recommended).await.serve(me());
    let mut tab = app.browser();
    tab.get("/me").await.redirects_to("/login?next=/me");
    let text = app.text(msg::UNAUTHENTICATED);
    assert!(tab.get("/login").await.text().contains(&text));
    assert!(!tab.get("/login").await.text().contains(&text));

    let quiet = TestApp::new(|config| config.core.flash_messages = false).await.serve(me());
    let mut tab = quiet.browser();
    tab.get("/me").await;
    assert!(!quiet.session(&tab).await.contains_key("_flashes"));
}

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

#[tokio::test]
async fn methods_are_answered_as_http_asks() {
    let app = app(Recommended).await;
    let mut tab = app.browser();
    let head = tab.send("HEAD", "/login", &[], Vec::new()).await;
    assert_eq!(head.is(200).text(), "");
    let options = tab.send("OPTIONS", "/login", &[], Vec::new()).await;
    assert_eq!(options.is(200).header("allow"), Some("OPTIONS, GET, POST, HEAD"));
    for method in ["PUT", "DELETE", "PATCH", "BREW"] {
        let answer = tab.send(method, "/login", &[], Vec::new()).await;
        assert_eq!(answer.is(405).header("allow"), Some("OPTIONS, GET, POST, HEAD"));
    }
}

#[tokio::test]
async fn a_path_with_a_slash_at_its_end_is_found_without_it() {
    let app = TestApp::with(Recommended, |builder| {
        builder.setting("SECURITY_LOGIN_URL", "/sign-in/").setting("SECURITY_URL_PREFIX", "/auth")
    })
    .await;
    app.user(JOE, PASSWORD).await;
    let mut tab = app.browser();
    tab.get("/auth/sign-in/").await.is(200);
    let bare = tab.get("/auth/sign-in?next=/a%26b").await;
    assert_eq!(bare.is(308).location(), Some("/auth/sign-in/?next=/a%26b"));
    tab.get("/login").await.is(404);
}

#[tokio::test]
async fn prefix_and_root_are_part_of_every_address() {
    let app = TestApp::with(Recommended, |builder| {
        builder.setting("APPLICATION_ROOT", "/shop").setting("SECURITY_URL_PREFIX", "/auth")
    })
    .await
    .serve(Router::new().route("/shop/me", get(async |me: CurrentUser| me.email.clone())));
    app.user(JOE, PASSWORD).await;
    let mut tab = app.browser();
    tab.get("/shop/me").await.redirects_to("/shop/auth/login?next=/shop/me");
    let page = tab.get("/shop/auth/login").await.text();
    assert!(page.contains("/shop/auth/fs-static/gatewright.css"), "{page}");
    tab.get("/shop/auth/fs-static/gatewright.css").await.is(200);
    let fields = [("email", JOE), ("password", PASSWORD)];
    let answer = tab.post_form("/shop/auth/login", fields).await;
    answer.redirects_to("/shop");
    let session = answer.set_cookies().into_iter().find(|line| line.starts_with("session="));
    assert!(session.unwrap().contains("Path=/shop;"), "{session:?}");
    assert_eq!(tab.get("/shop/me").await.text(), JOE);
}
