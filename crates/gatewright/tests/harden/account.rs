//! The state of an account, whichever way somebody comes.

use gatewright::i18n::messages as msg;
use gatewright::model::{NewUser, UserField};
use gatewright::testing::{Heard, TestApp};
use serde_json::{Value, json};

use crate::fixture::{BOTH, EVE, JOE, PASSWORD, app, by_basic, cost};

async fn lock(app: &TestApp) {
    app.change(JOE, &[UserField::Username(Some("locked".to_owned()))]).await;
}

/// The reference answers a locked account without a text with 200 and the user.
#[tokio::test]
async fn row_13_03_a_lock_without_a_text_is_an_error() {
    for preset in BOTH {
        let app =
            app(preset, |builder| builder.setting("SECURITY_RETURN_GENERIC_RESPONSES", false))
                .await;
        lock(&app).await;
        let body = json!({ "email": JOE, "password": PASSWORD });
        for path in ["/login", "/login?include_auth_token"] {
            let answer = app.browser().post_json(path, &body).await;
            let text = app.text(msg::DISABLED_ACCOUNT);
            assert_eq!(answer.is(400).field_errors(), json!({ "email": [text] }), "{preset:?}");
            assert_eq!(answer.json()["response"]["user"], Value::Null);
        }
        let mut tab = app.browser();
        let page = tab.post_form("/login", [("email", JOE), ("password", PASSWORD)]).await;
        assert!(page.is(200).text().contains(&app.text(msg::DISABLED_ACCOUNT)), "{preset:?}");
        tab.get_json("/me").await.is(401);
    }
}

/// The reference lets Basic in although the account is locked, unconfirmed or has a second factor.
#[tokio::test]
async fn row_13_04_basic_asks_what_the_sign_in_asks() {
    for preset in BOTH {
        let heard = Heard::default();
        let app = app(preset, |builder| {
            builder
                .allow_unbuilt()
                .listen(heard.clone())
                .setting("SERVER_NAME", "localhost")
                .setting("SECURITY_CONFIRMABLE", true)
        })
        .await;
        by_basic(&app, JOE, PASSWORD).await.is(200);
        let now = Some(app.clock().utc());
        for (bad, good) in [
            (UserField::Username(Some("locked".into())), UserField::Username(None)),
            (UserField::ConfirmedAt(None), UserField::ConfirmedAt(now)),
            (UserField::TfPrimaryMethod(Some("sms".into())), UserField::TfPrimaryMethod(None)),
            (UserField::Active(false), UserField::Active(true)),
        ] {
            app.change(JOE, &[bad]).await;
            by_basic(&app, JOE, PASSWORD).await.is(401);
            app.change(JOE, &[good]).await;
            by_basic(&app, JOE, PASSWORD).await.is(200);
        }
        // Failures are told of, and nobody learns by the time whether there is such a user.
        heard.take();
        by_basic(&app, JOE, "wrong").await.is(401);
        assert_eq!(heard.take()[0], format!("user_failed_authn {JOE} password"), "{preset:?}");
        app.security().store().create_user(NewUser::new("bare@lp.com")).await.unwrap();
        for email in [JOE, "nobody@lp.com", "bare@lp.com", "no address"] {
            let (answer, hashes) = cost(&app, by_basic(&app, email, "wrong")).await;
            assert_eq!((answer.status.as_u16(), hashes), (401, 1), "{preset:?} {email}");
        }
        // Composed or not, it is the same password.
        let hash = app.security().passwords().hash("Gr\u{fc}\u{df}e aus K\u{f6}ln").await.unwrap();
        app.change(EVE, &[UserField::Password(Some(hash))]).await;
        by_basic(&app, EVE, "Gru\u{308}\u{df}e aus Ko\u{308}ln").await.is(200);
        by_basic(&app, EVE, "Gr\u{fc}\u{df}e aus K\u{f6}ln").await.is(200);
    }
}

/// The reference hashes nothing for a malformed identity, so that the time tells it from others.
#[tokio::test]
async fn row_13_20_a_malformed_identity_costs_a_hash() {
    for preset in BOTH {
        let app =
            app(preset, |builder| builder.setting("SECURITY_RETURN_GENERIC_RESPONSES", true)).await;
        let mut answers = Vec::new();
        for email in [JOE, "nobody@lp.com", "no address", "@lp.com", "a@b@lp.com", "a@localhost"] {
            let mut tab = app.browser();
            let body = json!({ "email": email, "password": "wrong" });
            let (answer, hashes) = cost(&app, tab.post_json("/login", &body)).await;
            assert_eq!(hashes, 1, "{preset:?} {email}");
            answers.push(answer.is(400).text());
            let mut tab = app.browser();
            let fields = [("email", email), ("password", "wrong")];
            let (_, hashes) = cost(&app, tab.post_form("/login", fields)).await;
            assert_eq!(hashes, 1, "{preset:?} {email}");
        }
        assert!(answers.iter().all(|one| one == &answers[0]), "{preset:?} {answers:#?}");
    }
}

/// The reference says by default which addresses have an account.
#[tokio::test]
async fn row_13_23_answers_do_not_tell_who_has_an_account() {
    for (preset, tells) in BOTH.into_iter().zip([true, false]) {
        let app = app(preset, |builder| builder).await;
        let ask = async |email: &str| {
            let body = json!({ "email": email, "password": "wrong" });
            app.browser().post_json("/login", &body).await.is(400).text()
        };
        assert_eq!(ask(JOE).await != ask("nobody@lp.com").await, tells, "{preset:?}");
    }
}
