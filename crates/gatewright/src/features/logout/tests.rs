//! Signing out.

use axum::Router;
use axum::routing::get;
use serde_json::json;

use crate::config::Preset::{Flask, Recommended};
use crate::guard::CurrentUser;
use crate::testing::{Browser, Heard, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

async fn signed_in(app: &TestApp) -> Browser {
    let mut tab = app.browser();
    let fields = [("email", JOE), ("password", PASSWORD), ("remember", "y")];
    tab.post_form("/login", fields).await.redirects_to("/");
    tab
}

async fn app(
    builder: impl FnOnce(crate::assembly::Builder) -> crate::assembly::Builder,
) -> TestApp {
    let app = TestApp::with(Recommended, builder).await;
    app.user(JOE, PASSWORD).await;
    app.serve(Router::new().route("/me", get(async |me: CurrentUser| me.email.clone())))
}

#[tokio::test]
async fn the_session_forgets_its_user_and_keeps_the_rest() {
    let heard = Heard::default();
    let in_cookie = |builder: crate::Builder| builder.setting("SESSION_STORE", "cookie");
    let app = app(|builder| in_cookie(builder).listen(heard.clone())).await;
    let mut tab = app.browser();
    app.put_session(&mut tab, [("cart", "[1]"), ("_permanent", "true")]).await;
    let fields = [("email", JOE), ("password", PASSWORD), ("remember", "y")];
    tab.post_form("/login", fields).await.redirects_to("/");
    heard.take();
    let answer = tab.post_form("/logout", []).await;
    answer.redirects_to("/");
    assert_eq!(heard.take(), ["identity_changed"]);
    assert_eq!(tab.cookie("remember_token"), None);
    let session = app.session(&tab).await;
    assert_eq!(session["cart"], json!([1]));
    for gone in ["_user_id", "_fresh", "_id", "fs_paa", "csrf_token"] {
        assert!(!session.contains_key(gone), "{gone}");
    }
    tab.get("/me").await.redirects_to("/login?next=/me");
}

#[tokio::test]
async fn everybody_may_ask_and_is_answered_in_kind() {
    let app = app(|builder| builder).await;
    for mut tab in [app.browser(), signed_in(&app).await] {
        let json = tab.post_json("/logout", &json!({})).await;
        assert_eq!(json.is(200).json(), json!({ "meta": { "code": 200 }, "response": {} }));
        // Again: nobody is signed in now.
        tab.post_form("/logout", []).await.redirects_to("/");
    }
    let mut tab = signed_in(&app).await;
    tab.post_form("/logout", [("next", "/bye")]).await.redirects_to("/bye");
    // A bad one is passed over: signing out must not fail.
    let mut tab = signed_in(&app).await;
    tab.post_form("/logout?next=/later", [("next", "//evil.test")]).await.redirects_to("/later");
    tab.get("/logout").await.is(405);
}

#[tokio::test]
async fn a_link_signs_out_only_where_the_settings_say_so() {
    let linked = |builder: crate::assembly::Builder| {
        builder.configure(|config| {
            config.logout.methods = Some(vec!["GET".to_owned(), "POST".to_owned()]);
            config.logout.csrf = false;
        })
    };
    let app = app(linked).await;
    let mut tab = signed_in(&app).await;
    tab.get_json("/logout").await.redirects_to("/");
    tab.get("/me").await.redirects_to("/login?next=/me");
}

#[tokio::test]
async fn signing_out_needs_a_token_where_csrf_is_on() {
    let app = app(|builder| {
        builder.setting("WTF_CSRF_ENABLED", true).configure(|config| {
            config.logout.methods = Some(vec!["GET".to_owned(), "POST".to_owned()]);
        })
    })
    .await;
    let mut tab = app.browser();
    let token = tab.csrf_token().await;
    let fields = [("email", JOE), ("password", PASSWORD), ("csrf_token", &token)];
    tab.post_form("/login", fields).await.redirects_to("/");
    for page in [tab.get("/logout").await, tab.post_form("/logout", []).await] {
        assert!(page.is(200).text().contains("name=\"csrf_token\""));
    }
    tab.post_json("/logout", &json!({ "csrf_token": "forged" })).await.is(400);
    assert_eq!(tab.get("/me").await.text(), JOE, "signed out without a token");
    let token = tab.csrf_token().await;
    tab.post_form("/logout", [("csrf_token", &token)]).await.redirects_to("/");
    tab.get("/me").await.redirects_to("/login?next=/me");
}

#[tokio::test]
async fn a_session_of_the_reference_loses_its_own_keys() {
    let app = TestApp::with(Flask, |builder| builder).await;
    let joe = app.user(JOE, PASSWORD).await;
    let mut tab = app.browser();
    let id = json!(joe.uniquifier).to_string();
    app.put_session(
        &mut tab,
        [
            ("_user_id", id.as_str()),
            ("_fresh", "true"),
            ("identity.name", id.as_str()),
            ("identity.auth_type", "null"),
            ("fs_oauth_next", "\"/x\""),
            ("fs_gexp", "1780000000"),
            ("_flashes", r#"[{" t":["info","hello"]}]"#),
        ],
    )
    .await;
    tab.post_json("/logout", &json!({})).await.is(200);
    let left: Vec<String> = app.session(&tab).await.keys().cloned().collect();
    assert_eq!(left, ["_flashes", "fs_cc"]);
}
