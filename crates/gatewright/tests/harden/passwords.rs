//! Passwords: what is compared, what new hashes cost, what is looked up.

use async_trait::async_trait;
use gatewright::config::Preset;
use gatewright::i18n::messages as msg;
use gatewright::model::UserField;
use gatewright::outbound::http::HttpClient;
use gatewright::testing::TestApp;
use gatewright::{Error, ErrorKind};
use serde_json::json;

use crate::fixture::{BOTH, EVE, JOE, PASSWORD, Recommended, app, by_basic, signed_in};
use crate::log::Log;

async fn status(app: &TestApp, email: &str, password: &str) -> u16 {
    let body = json!({ "email": email, "password": password });
    app.browser().post_json("/login", &body).await.status.as_u16()
}

/// In the reference whoever copies an unknown hash from a database can sign in with it.
#[tokio::test]
async fn row_13_16_what_looks_like_a_hash_is_no_password() {
    const STORED: &[&str] = &[
        "$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
        "$7$C6..../....SodiumChloride$kBGj9fHznVYFQMEn/qDCfrDevf9YDtcDdKvEqHJLV8D",
        "$unknown$1$abcdefghijklmnop",
        "$",
        "$2x$12$abcdefghijklmnopqrstuuGUyk.Jz9OQjZtGv1u2Vq7Vt6C4pPq8K",
        "{SSHA}DkMTwBl+a/3DQTxCYEApdUtNXGgdUac3",
        "{PLAIN}x",
        "pbkdf2_sha256$1000$salt$c2Vjb25kIGJlc3QgaXMgbm90IGdvb2QgZW5vdWdo",
        "sha1$salt$da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "md5$salt$d41d8cd98f00b204e9800998ecf8427e",
        "bcrypt$$2b$12$abcdefghijklmnopqrstuu",
        "argon2$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$c29tZWhhc2g",
        "scrypt:32768:8:1$salt$0123456789abcdef",
        "pbkdf2:sha256:1000$salt$0123456789abcdef",
        "sha256$salt$0123456789abcdef",
        "crypt$ab$abxxxxxxxxxxx",
    ];
    for preset in BOTH {
        let app = app(preset, |builder| builder).await;
        for stored in STORED {
            app.change(JOE, &[UserField::Password(Some((*stored).to_owned()))]).await;
            assert_eq!(status(&app, JOE, stored).await, 400, "{preset:?} {stored}");
            by_basic(&app, JOE, stored).await.is(401);
            let now = app.find(JOE).await.unwrap().password;
            assert_eq!(now.as_deref(), Some(*stored), "{preset:?}: it was renewed");
        }
        // Nor with a session from before.
        let mut tab = signed_in(&app, EVE).await;
        app.change(EVE, &[UserField::Password(Some(STORED[0].to_owned()))]).await;
        tab.post_json("/verify", &json!({ "password": STORED[0] })).await.is(400);
    }
    // Passwords that are stored as they are count only where that is asked for.
    for (schemes, expected) in [(None, 400), (Some(json!(["argon2", "plaintext"])), 200)] {
        let app = app(Recommended, |builder| match schemes {
            Some(schemes) => builder.setting("SECURITY_PASSWORD_SCHEMES", schemes),
            None => builder,
        })
        .await;
        app.change(JOE, &[UserField::Password(Some("plain as it is".into()))]).await;
        assert_eq!(status(&app, JOE, "plain as it is").await, expected);
    }
}

/// The reference makes new hashes with 29,000 and 25,000 rounds.
#[tokio::test]
async fn row_13_17_new_hashes_cost_what_they_should_today() {
    for preset in BOTH {
        for (scheme, least) in [("pbkdf2_sha256", 600_000), ("pbkdf2_sha512", 210_000)] {
            let test = TestApp::with(preset, |builder| {
                builder
                    .setting("SECURITY_PASSWORD_HASH", scheme)
                    .setting("SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS", json!({}))
            })
            .await;
            test.user(JOE, PASSWORD).await;
            let rounds = async || -> u64 {
                let stored = test.find(JOE).await.unwrap().password.unwrap();
                stored.split('$').nth(2).unwrap().parse().unwrap()
            };
            assert!(rounds().await >= least, "{preset:?} {scheme}: {}", rounds().await);
            // Cheaper ones go on, as the reference needs them, and costlier ones are not lowered.
            assert_eq!(status(&test, JOE, PASSWORD).await, 200);
            assert!(rounds().await >= least);
        }
        let (cheap, costly) = (hash(1000).await, hash(700_000).await);
        let options = json!({ "pbkdf2_sha256__rounds": 2000 });
        let test = TestApp::with(preset, |builder| {
            builder
                .setting("SECURITY_PASSWORD_HASH", "pbkdf2_sha256")
                .setting("SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS", options)
        })
        .await;
        test.user(JOE, PASSWORD).await;
        for (stored, kept) in [(cheap, false), (costly, true)] {
            test.change(JOE, &[UserField::Password(Some(stored.clone()))]).await;
            assert_eq!(status(&test, JOE, PASSWORD).await, 200);
            assert_eq!(test.find(JOE).await.unwrap().password == Some(stored), kept, "{preset:?}");
        }
    }
}

async fn hash(rounds: u64) -> String {
    let options = json!({ "pbkdf2_sha256__rounds": rounds });
    let test = TestApp::with(Recommended, |builder| {
        builder
            .setting("SECURITY_PASSWORD_HASH", "pbkdf2_sha256")
            .setting("SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS", options)
    });
    test.await.security().passwords().hash(PASSWORD).await.unwrap()
}

/// The reference hashes whatever length it is sent, and fails with 500 where a scheme has a limit.
#[tokio::test]
async fn row_13_19_a_password_has_an_end() {
    let end = "x".repeat(4096);
    for preset in BOTH {
        for single in [true, false] {
            let app = app(preset, |builder| {
                builder
                    .setting("SECURITY_PASSWORD_HASH", "pbkdf2_sha256")
                    .setting("SECURITY_PASSWORD_SINGLE_HASH", single)
                    .setting(
                        "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS",
                        json!({ "pbkdf2_sha256__rounds": 1000 }),
                    )
            })
            .await;
            let hash = app.security().passwords().hash(&end).await.unwrap();
            app.change(EVE, &[UserField::Password(Some(hash))]).await;
            for email in [JOE, EVE, "nobody@lp.com"] {
                for more in [1, 50_000] {
                    let long = format!("{end}{}", "x".repeat(more));
                    let body = json!({ "email": email, "password": long });
                    let before = app.security().passwords().jobs();
                    let answer = app.browser().post_json("/login", &body).await;
                    assert_eq!(app.security().passwords().jobs() - before, 1, "{email}");
                    let wrong = json!({ "email": email, "password": "wrong" });
                    let wrong = app.browser().post_json("/login", &wrong).await;
                    assert_eq!(answer.is(400).text(), wrong.text(), "{preset:?} {email}");
                    by_basic(&app, email, &long).await.is(401);
                    let fields = [("email", email), ("password", &long)];
                    app.browser().post_form("/login", fields).await.is(200);
                }
            }
            let mut tab = signed_in(&app, JOE).await;
            let errors = tab.post_json("/verify", &json!({ "password": end })).await;
            let text = app.text(msg::INVALID_PASSWORD);
            assert_eq!(errors.is(400).field_errors()["password"], json!([text]));
        }
    }
}

/// A service that is never there.
struct Gone;

#[async_trait]
impl HttpClient for Gone {
    async fn send(&self, _: http::Request<Vec<u8>>) -> gatewright::Result<http::Response<Vec<u8>>> {
        Err(Error::new(ErrorKind::Remote, "nobody is there"))
    }
}

async fn registered(preset: Preset, rule: &'static str) -> (u16, String) {
    let log = Log::start();
    let app = app(preset, |builder| {
        builder
            .http(Gone)
            .setting("SECURITY_REGISTERABLE", true)
            .setting("SECURITY_PASSWORD_CHECK_BREACHED", rule)
    })
    .await;
    let body = json!({
        "email": "new@lp.com", "password": "Tr0mbone-Quilt!9",
        "password_confirm": "Tr0mbone-Quilt!9",
    });
    let answer = app.browser().post_json("/register", &body).await;
    let text = log.text();
    assert!(!text.contains("Tr0mbone"), "{text}");
    (answer.status.as_u16(), text)
}

/// The reference accepts silently what it could not look up.
#[tokio::test]
async fn row_13_25_a_breach_check_that_fails_is_logged() {
    for preset in BOTH {
        for (rule, expected) in [("best-effort", 200), ("strict", 400)] {
            let (status, log) = registered(preset, rule).await;
            assert_eq!(status, expected, "{preset:?} {rule}");
            let line = log.lines().find(|line| line.contains("breached passwords"));
            assert!(line.is_some_and(|line| line.contains("WARN")), "{rule}: {log}");
        }
    }
}

/// The reference switches a check of new addresses off when somebody has signed in.
#[tokio::test]
async fn row_13_26_a_sign_in_does_not_change_the_rules_for_addresses() {
    for preset in BOTH {
        let args = json!({ "check_deliverability": true, "allow_smtputf8": false });
        let given = args.clone();
        let app = app(preset, |builder| {
            builder
                .setting("SECURITY_REGISTERABLE", true)
                .setting("SECURITY_EMAIL_VALIDATOR_ARGS", given)
        })
        .await;
        let register = async |email: &str| {
            let body = json!({
                "email": email, "password": PASSWORD, "password_confirm": PASSWORD,
            });
            app.browser().post_json("/register", &body).await.status.as_u16()
        };
        for round in 0..2 {
            for bad in ["j\u{f6}rg@lp.com", "joe@nowhere.invalid", "joe@localhost", "joe@lp"] {
                assert_eq!(register(bad).await, 400, "{preset:?} round {round}: {bad}");
            }
            assert_eq!(status(&app, JOE, PASSWORD).await, 200);
            by_basic(&app, JOE, PASSWORD).await.is(200);
            let kept = app.security().config().mail.email_validator_args.clone();
            assert_eq!(serde_json::to_value(kept).unwrap(), args, "{preset:?}");
        }
    }
}
