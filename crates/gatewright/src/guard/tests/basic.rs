//! HTTP Basic is no way around what the sign-in asks.

use async_trait::async_trait;
use axum::Router;
use axum::routing::get;
use data_encoding::BASE64;
use jiff::SignedDuration;
use serde_json::json;

use crate::assembly::Builder;
use crate::config::Preset::{self, Flask, Recommended};
use crate::guard::{CurrentUser, http_auth_required};
use crate::hooks::{Hooks, Lock};
use crate::model::{NewUser, User, UserField};
use crate::testing::{Answer, Heard, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

async fn app_with(preset: Preset, change: impl FnOnce(Builder) -> Builder) -> TestApp {
    let app = TestApp::with(preset, change).await;
    app.user(JOE, PASSWORD).await;
    served(app)
}

fn served(app: TestApp) -> TestApp {
    let who = async |me: CurrentUser| me.email.clone();
    let guard = http_auth_required().within(SignedDuration::from_secs(1), None);
    app.serve(Router::new().route("/me", get(who).layer(guard)))
}

async fn ask(app: &TestApp, identity: &str, password: &str) -> Answer {
    send(app, &format!("Basic {}", BASE64.encode(format!("{identity}:{password}").as_bytes())))
        .await
}

async fn send(app: &TestApp, header: &str) -> Answer {
    app.browser().header("Authorization", header).get_json("/me").await
}

#[tokio::test]
async fn a_second_factor_is_not_passed_over() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| builder).await;
        ask(&app, JOE, PASSWORD).await.is(200);
        app.change(JOE, &[UserField::TfPrimaryMethod(Some("authenticator".into()))]).await;
        let refused = ask(&app, JOE, PASSWORD).await;
        let wrong = ask(&app, JOE, "wrong").await;
        assert_eq!(refused.is(401).text(), wrong.is(401).text(), "nobody learns which it was");
        // Set up and given up again.
        for none in [None, Some(String::new())] {
            app.change(JOE, &[UserField::TfPrimaryMethod(none)]).await;
            ask(&app, JOE, PASSWORD).await.is(200);
        }
        let skips = |builder: Builder| builder.setting("SECURITY_BASIC_SKIPS_TWO_FACTOR", true);
        let app = app_with(preset, skips).await;
        app.change(JOE, &[UserField::TfPrimaryMethod(Some("sms".into()))]).await;
        ask(&app, JOE, PASSWORD).await.is(200);
    }
}

struct Locked;

#[async_trait]
impl Hooks for Locked {
    async fn locked(&self, user: &User) -> crate::error::Result<Option<Lock>> {
        Ok((user.login_count == Some(7)).then(Lock::default))
    }
}

#[tokio::test]
async fn who_may_not_sign_in_may_not_come_by_basic() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app_with(preset, |builder| {
            let builder = builder.hooks(Locked).listen(heard.clone()).allow_unbuilt();
            builder.setting("SECURITY_CONFIRMABLE", true).setting("SERVER_NAME", "localhost")
        })
        .await;
        let now = Some(app.clock().utc());
        for (bad, good) in [
            (UserField::Active(false), UserField::Active(true)),
            (UserField::LoginCount(Some(7)), UserField::LoginCount(None)),
            (UserField::ConfirmedAt(None), UserField::ConfirmedAt(now)),
        ] {
            let column = bad.column().to_owned();
            app.change(JOE, &[bad]).await;
            let answer = ask(&app, JOE, PASSWORD).await;
            assert_eq!(answer.status, 401, "{preset:?} {column}");
            app.change(JOE, &[good]).await;
            ask(&app, JOE, PASSWORD).await.is(200);
        }
        heard.take();
        ask(&app, JOE, "wrong").await.is(401);
        let failed = format!("user_failed_authn {JOE} password");
        assert_eq!(heard.take(), [failed.as_str(), "user_unauthenticated"]);
    }
}

#[tokio::test]
async fn unknown_and_passwordless_accounts_cost_a_hash_as_well() {
    let app = app_with(Recommended, |builder| builder).await;
    app.security().store().create_user(NewUser::new("ann@lp.com")).await.unwrap();
    for identity in ["nobody@lp.com", "ann@lp.com", "no address", JOE] {
        for password in ["wrong", ""] {
            let before = app.security().passwords().jobs();
            ask(&app, identity, password).await.is(401);
            assert_eq!(app.security().passwords().jobs() - before, 1, "{identity} {password:?}");
        }
    }
    ask(&app, "ann@lp.com", "None").await.is(401);
    ask(&app, "ann@lp.com", "null").await.is(401);
}

#[tokio::test]
async fn identities_and_passwords_are_read_as_the_sign_in_reads_them() {
    const COMPOSED: &str = "Gr\u{fc}\u{df}e: aus K\u{f6}ln";
    let app =
        TestApp::with(Recommended, |builder| builder.setting("SECURITY_USERNAME_ENABLE", true))
            .await;
    let mut ann = NewUser::new("ann@lp.com");
    ann.username = Some("annsmith".to_owned());
    ann.password = Some(app.security().passwords().hash(COMPOSED).await.unwrap());
    app.security().store().create_user(ann).await.unwrap();
    let app = served(app);
    let decomposed = "Gru\u{308}\u{df}e: aus Ko\u{308}ln";
    for identity in ["ann@lp.com", "ANN@lp.com", "annsmith", "AnnSmith"] {
        for password in [COMPOSED, decomposed] {
            ask(&app, identity, password).await.is(200);
        }
    }
    let pair = BASE64.encode(format!("ann@lp.com:{COMPOSED}").as_bytes());
    for scheme in ["Basic", "basic", "BASIC"] {
        send(&app, &format!("{scheme} {pair}")).await.is(200);
    }
    for odd in [format!("Bearer {pair}"), format!("Basic {pair}!"), pair.clone()] {
        send(&app, &odd).await.is(401);
    }
    let latin1 = BASE64.encode(b"ann@lp.com:Gr\xfc\xdfe");
    send(&app, &format!("Basic {latin1}")).await.is(401);
}

#[tokio::test]
async fn nothing_is_kept_but_a_better_hash() {
    let old = TestApp::with(Recommended, |builder| {
        builder.setting("SECURITY_PASSWORD_HASH", "pbkdf2_sha256").setting(
            "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS",
            json!({ "pbkdf2_sha256__rounds": 1000 }),
        )
    })
    .await;
    let heard = Heard::default();
    let app = app_with(Recommended, |builder| {
        builder.setting("SECURITY_TRACKABLE", true).listen(heard.clone())
    })
    .await;
    let hash = old.security().passwords().hash(PASSWORD).await.unwrap();
    assert!(hash.starts_with("$pbkdf2-sha256$"));
    app.change(JOE, &[UserField::Password(Some(hash))]).await;
    let answer = ask(&app, JOE, PASSWORD).await;
    assert_eq!(answer.is(200).set_cookies(), Vec::<&str>::new());
    assert_eq!(heard.take(), ["identity_changed"]);
    let joe = app.find(JOE).await.unwrap();
    assert!(joe.password.unwrap().starts_with("$argon2id$"));
    assert_eq!((joe.login_count, joe.current_login_at), (None, None));
    ask(&app, JOE, PASSWORD).await.is(200);
}

#[tokio::test]
async fn our_own_endpoints_take_basic_only_where_the_settings_say_so() {
    let header = format!("Basic {}", BASE64.encode(format!("{JOE}:{PASSWORD}").as_bytes()));
    let app = app_with(Recommended, |builder| builder).await;
    let answer = app.browser().header("Authorization", &header).get_json("/verify").await;
    assert_eq!(answer.is(401).header("www-authenticate"), None);
    let listed = json!(["session", "token", "basic"]);
    let listed = |builder: Builder| builder.setting("SECURITY_API_ENABLED_METHODS", listed);
    let app = app_with(Recommended, listed).await;
    app.browser().header("Authorization", &header).get_json("/verify").await.is(200);
    let answer = app.browser().get_json("/verify").await;
    let challenge = answer.is(401).header("www-authenticate").map(str::to_owned);
    assert_eq!(challenge.as_deref(), Some("Basic realm=\"Login Required\""));
}
