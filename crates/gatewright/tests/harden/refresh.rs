//! Refresh tokens.

use gatewright::i18n::messages as msg;
use gatewright::model::UserField;
use gatewright::testing::{Answer, TestApp};
use jiff::SignedDuration;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::fixture::{BOTH, EVE, JOE, PASSWORD, app, file, signed_in};

async fn exchange(app: &TestApp, token: &Value) -> Answer {
    app.browser().post_json("/refresh-token", &json!({ "refresh_token": token })).await
}

async fn begun(app: &TestApp) -> Value {
    let body = json!({ "email": JOE, "password": PASSWORD });
    let answer = app.browser().post_json("/login?include_auth_token", &body).await;
    answer.is(200).json()["response"]["user"]["refresh_token"].clone()
}

async fn with(preset: gatewright::config::Preset, url: String) -> TestApp {
    app(preset, |builder| {
        builder
            .database(url)
            .setting("SECURITY_REFRESH_TOKEN", true)
            .setting("SECURITY_REFRESH_TOKEN_COOKIE_NAME", false)
            .setting("SECURITY_REFRESH_TOKEN_FRESH", false)
    })
    .await
}

/// The reference exchanges for inactive and locked users, and hands out a fresh sign-in.
#[tokio::test]
async fn row_13_05_an_exchange_asks_for_the_account_and_is_no_sign_in() {
    for preset in BOTH {
        let app = with(preset, "sqlite::memory:".to_owned()).await;
        let token = begun(&app).await;
        for (bad, good) in [
            (UserField::Active(false), UserField::Active(true)),
            (UserField::Username(Some("locked".into())), UserField::Username(None)),
        ] {
            app.change(JOE, &[bad]).await;
            let errors = exchange(&app, &token).await.is(400).field_errors();
            assert_eq!(errors["refresh_token"], json!([app.text(msg::DISABLED_ACCOUNT)]));
            app.change(JOE, &[good]).await;
        }
        // The family belongs to one user, whoever brings its token.
        let mut eve = signed_in(&app, EVE).await;
        eve.post_json("/refresh-token", &json!({ "refresh_token": token })).await.is(400);
        // It does not reset when the password was last shown.
        app.advance(SignedDuration::from_hours(25));
        let user = exchange(&app, &token).await.is(200).json()["response"]["user"].clone();
        let auth = user["authentication_token"].as_str().unwrap();
        let mut api = app.browser().header("Authentication-Token", auth);
        api.get_json("/me").await.is(200);
        let stale = api.get_json("/fresh").await;
        assert_eq!(stale.is(401).json()["response"]["reauth_required"], true, "{preset:?}");
    }
}

/// In the reference two exchanges of one token at the same time can both succeed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn row_13_05_of_many_exchanges_one_wins() {
    for preset in BOTH {
        let (_folder, url) = file();
        let app = with(preset, url).await;
        let token = begun(&app).await;
        let mut all = JoinSet::new();
        for _ in 0..16 {
            let (app, token) = (app.clone(), token.clone());
            all.spawn(async move { exchange(&app, &token).await.status.as_u16() });
        }
        let statuses = all.join_all().await;
        assert_eq!(statuses.iter().filter(|one| **one == 200).count(), 1, "{statuses:?}");
        assert_eq!(statuses.iter().filter(|one| **one == 400).count(), 15, "{statuses:?}");
    }
}
