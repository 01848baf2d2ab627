//! Where a sign-in is, and where it leads.

use axum::Router;
use axum::routing::get;

use super::{JOE, PASSWORD, app, me};
use crate::config::Preset::{Flask, Recommended};
use crate::guard::CurrentUser;
use crate::i18n::messages as msg;
use crate::testing::TestApp;

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
