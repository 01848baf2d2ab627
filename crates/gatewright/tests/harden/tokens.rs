//! Tokens, and the challenge of HTTP Basic.

use serde_json::json;

use crate::fixture::{BOTH, JOE, app, file, token};

/// The reference puts the realm between quotes as it is.
#[tokio::test]
async fn row_13_22_a_realm_is_escaped() {
    for preset in BOTH {
        let app = app(preset, |builder| {
            builder.setting("SECURITY_DEFAULT_HTTP_AUTH_REALM", r#"the "house" \"#)
        })
        .await;
        for (path, realm) in [
            ("/quoted", r#"Basic realm="a \"b\" \\ c""#),
            ("/basic", r#"Basic realm="the \"house\" \\""#),
            ("/any", r#"Basic realm="the \"house\" \\""#),
        ] {
            let (html, json) = (app.browser().get(path).await, app.browser().get_json(path).await);
            let head = app.browser().send("HEAD", path, &[], Vec::new()).await;
            for answer in [html, json, head] {
                assert_eq!(answer.is(401).header("www-authenticate"), Some(realm), "{path}");
            }
        }
    }
}

/// The reference signs with the former key that is listed last.
#[tokio::test]
async fn row_13_24_the_present_key_signs() {
    const KEYS: [&str; 3] = [
        "the present key that only tests use 0123456789",
        "a former key that only tests use 0123456789",
        "the oldest key that only tests use 0123456789",
    ];
    for preset in BOTH {
        let (_folder, url) = file();
        let with = async |key: &str, fallbacks: &[&str]| {
            let test = gatewright::testing::TestApp::with(preset, |builder| {
                builder
                    .database(url.clone())
                    .setting("SECRET_KEY", key)
                    .setting("SECRET_KEY_FALLBACKS", json!(fallbacks))
                    .setting("LIMIT_SIGN_IN", false)
                    .setting("LIMIT_SIGN_IN_IDENTITY", false)
            });
            test.await.serve(crate::fixture::routes())
        };
        let all = with(KEYS[0], &KEYS[1..]).await;
        all.user(JOE, crate::fixture::PASSWORD).await;
        let new = token(&all, JOE).await;
        let only_new = with(KEYS[0], &[]).await;
        only_new.browser().header("Authentication-Token", &new).get_json("/token").await.is(200);
        for former in &KEYS[1..] {
            let only_old = with(former, &[]).await;
            let mut api = only_old.browser().header("Authentication-Token", &new);
            api.get_json("/token").await.is(401);
            // Those of a former key stay good where it is listed.
            let old = token(&only_old, JOE).await;
            let mut api = all.browser().header("Authentication-Token", &old);
            api.get_json("/token").await.is(200);
            let mut api = only_new.browser().header("Authentication-Token", &old);
            api.get_json("/token").await.is(401);
        }
    }
}
