//! CSRF: signing out by a link, and how a failure is answered.

use serde_json::json;

use crate::fixture::{BOTH, Flask, JOE, PASSWORD, Recommended, app};

/// In the reference a GET signs out unasked, although signing out needs a CSRF token.
#[tokio::test]
async fn row_13_15_a_link_does_not_sign_out_where_that_needs_a_token() {
    for preset in BOTH {
        for (protect, default) in [(false, true), (true, false), (true, true)] {
            let app = app(preset, |builder| {
                builder
                    .setting("WTF_CSRF_ENABLED", true)
                    .setting("CSRF_PROTECT", protect)
                    .setting("WTF_CSRF_CHECK_DEFAULT", default)
                    .setting("SECURITY_LOGOUT_CSRF", true)
                    .setting("SECURITY_LOGOUT_METHODS", json!(["GET", "POST"]))
            })
            .await;
            let mut tab = app.browser();
            let token = tab.csrf_token().await;
            let fields = [("email", JOE), ("password", PASSWORD), ("csrf_token", &token)];
            tab.post_form("/login", fields).await.is(302);
            assert!(tab.get("/logout").await.is(200).text().contains("name=\"csrf_token\""));
            tab.get_json("/logout").await.is(200);
            tab.send("HEAD", "/logout", &[], Vec::new()).await;
            tab.send("OPTIONS", "/logout", &[], Vec::new()).await;
            tab.get("/logout?csrf_token=x&next=/x").await;
            tab.post_form("/logout", []).await;
            tab.post_json("/logout", &json!({})).await.is(400);
            assert_eq!(tab.get("/me").await.text(), JOE, "{preset:?} {protect} {default}");
            let token = tab.csrf_token().await;
            tab.post_form("/logout", [("csrf_token", &token)]).await.redirects_to("/");
            tab.get_json("/me").await.is(401);
        }
    }
}

/// The reference answers clients of JSON with a page in HTML.
#[tokio::test]
async fn row_13_21_clients_of_json_are_told_in_json() {
    for preset in BOTH {
        let app = app(preset, |builder| {
            let builder = builder.setting("WTF_CSRF_ENABLED", true).setting("CSRF_PROTECT", true);
            if preset == Flask { builder.setting("CSRF_JSON_ERRORS", true) } else { builder }
        })
        .await;
        let mut tab = app.browser();
        let own = tab.post_json("/login", &json!({ "email": JOE, "password": PASSWORD })).await;
        let theirs = tab.send("POST", "/bare", &[("accept", "application/json")], vec![]).await;
        let other = tab.send("DELETE", "/nowhere", &[("accept", "application/json")], vec![]).await;
        for answer in [own, theirs, other] {
            assert_eq!(answer.is(400).header("content-type"), Some("application/json"));
            let json = answer.json();
            assert_eq!(json["meta"]["code"], 400);
            assert_eq!(json["response"]["errors"].as_array().unwrap().len(), 1, "{json}");
        }
        let page = tab.post_form("/login", []).await;
        assert!(page.is(400).header("content-type").unwrap().starts_with("text/html"));
    }
    // Off, it is the page of the reference.
    let app = app(Recommended, |builder| {
        builder
            .setting("WTF_CSRF_ENABLED", true)
            .setting("CSRF_PROTECT", true)
            .setting("CSRF_JSON_ERRORS", false)
    })
    .await;
    let answer = app.browser().post_json("/login", &json!({})).await;
    assert!(answer.is(400).header("content-type").unwrap().starts_with("text/html"));
}
