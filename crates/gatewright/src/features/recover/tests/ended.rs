//! What a reset ends, and what a lock has to do with it.

use serde_json::json;

use super::{JOE, NEW, PASSWORD, app_with, is_in, link, signs_in};
use crate::config::Preset::{Flask, Recommended};
use crate::testing::TestApp;

const BOTH: [(&str, &str); 2] = [("password", NEW), ("password_confirm", NEW)];

async fn token_works(app: &TestApp, token: &str) -> bool {
    app.browser().header("authentication-token", token).get_json("/verify").await.status == 200
}

#[tokio::test]
async fn everything_that_the_former_password_let_in_ends() {
    for (preset, store) in [(Flask, "cookie"), (Recommended, "cookie"), (Recommended, "server")] {
        let app = app_with(preset, |builder| {
            builder
                .setting("SESSION_STORE", store)
                .setting("SECURITY_REFRESH_TOKEN", true)
                .setting("SECURITY_REFRESH_TOKEN_COOKIE_NAME", serde_json::Value::Null)
        })
        .await;
        let body = json!({ "email": JOE, "password": PASSWORD, "remember": true });
        let (mut here, mut there, mut alone) = (app.browser(), app.browser(), app.browser());
        let told = there.post_json("/login?include_auth_token", &body).await.is(200).json();
        let user = &told["response"]["user"];
        let token = user["authentication_token"].as_str().unwrap().to_owned();
        let refresh = user["refresh_token"].as_str().unwrap().to_owned();
        here.sign_in(JOE, PASSWORD).await;
        if let Some(cookie) = there.cookie("remember_token") {
            alone.set_cookie("remember_token", Some(cookie));
            assert!(is_in(&mut alone).await);
        }
        assert!(is_in(&mut here).await && is_in(&mut there).await);
        assert!(token_works(&app, &token).await);
        let (first, path) = (link(&app).await, link(&app).await);
        here.post_form(&path, BOTH).await.redirects_to("/login");
        // The session is over, and its browser is told all the same.
        let page = here.get("/login").await.text();
        assert!(page.contains("Your new password is set"), "{preset:?} {store}: {page}");
        assert!(!is_in(&mut here).await && !is_in(&mut there).await && !is_in(&mut alone).await);
        assert!(!token_works(&app, &token).await, "{preset:?} {store}");
        let exchanged = json!({ "refresh_token": refresh });
        app.browser().post_json("/refresh-token", &exchanged).await.is(400);
        app.browser().get(&first).await.redirects_to("/reset");
    }
}

#[tokio::test]
async fn a_reset_opens_an_account_that_others_have_locked() {
    let app = app_with(Recommended, |builder| {
        builder
            .setting("LOCKOUT_THRESHOLD", 3)
            .setting("LIMIT_SIGN_IN", false)
            .setting("LIMIT_SIGN_IN_IDENTITY", false)
    })
    .await;
    for _ in 0..3 {
        assert!(!signs_in(&app, "wrong horse").await);
    }
    assert!(!signs_in(&app, PASSWORD).await, "it is locked");
    app.browser().post_form("/reset", [("email", JOE)]).await.is(200);
    let mails = app.outbox().all();
    let mail = mails.iter().find(|mail| mail.subject == "Set a new password").unwrap();
    app.browser().post_form(&mail.path(), BOTH).await.redirects_to("/login");
    assert!(signs_in(&app, NEW).await);
}
