//! Requests that the pages of other sites made a browser send.

use axum::Router;
use axum::routing::{any, get};
use serde_json::{Value, json};

use crate::config::Preset::{self, Flask, Recommended};
use crate::testing::{Browser, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

async fn app_with(preset: Preset, settings: &[(&str, Value)]) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        let builder = builder.setting("WTF_CSRF_ENABLED", true);
        settings.iter().fold(builder, |it, (key, value)| it.setting(key, value.clone()))
    })
    .await;
    app.user(JOE, PASSWORD).await;
    app.serve(
        Router::new()
            .route("/do", any(async || "done"))
            .route("/hooks/pay", any(async || "paid"))
            .route("/page", get(async || "read")),
    )
}

/// The status of a POST with these headers.
async fn ask(tab: &Browser, headers: &[(&str, &str)]) -> u16 {
    tab.clone().send("POST", "/do", headers, Vec::new()).await.status.as_u16()
}

#[tokio::test]
async fn browsers_say_whose_page_it_was() {
    let app = app_with(Recommended, &[]).await;
    let tab = app.browser().base("https://app.test");
    let site = |value| ("sec-fetch-site", value);
    let origin = |value| ("origin", value);
    for (headers, status) in [
        (&[site("same-origin")][..], 200),
        (&[site("none")], 200),
        (&[site("same-site")], 403),
        (&[site("cross-site")], 403),
        (&[site("")], 403),
        (&[site("Same-Origin")], 403),
        (&[site("same-origin, cross-site")], 403),
        // What browsers of today say counts, whatever the origin looks like.
        (&[site("same-origin"), origin("null")], 200),
        (&[site("cross-site"), origin("https://app.test")], 403),
        // Older ones, and plain http.
        (&[origin("https://app.test")], 200),
        (&[origin("https://app.test:443")], 200),
        (&[origin("http://app.test")], 403),
        (&[origin("https://app.test:8443")], 403),
        (&[origin("https://www.app.test")], 403),
        (&[origin("https://app.test.evil.test")], 403),
        (&[origin("https://app.test@evil.test")], 403),
        (&[origin("https://evil.test")], 403),
        (&[origin("null")], 403),
        (&[origin("")], 403),
        (&[origin("é")], 403),
        (&[origin("file://")], 403),
        (&[origin("https://app.test https://evil.test")], 403),
        // Very old ones.
        (&[("referer", "https://app.test/page?a=https://evil.test")], 200),
        (&[("referer", "HTTPS://APP.TEST")], 200),
        (&[("referer", "https://evil.test/https://app.test/")], 403),
        (&[("referer", "https://app.test.evil.test/")], 403),
        (&[("referer", "rubbish")], 403),
        // No browser at all.
        (&[], 200),
    ] {
        assert_eq!(ask(&tab, headers).await, status, "{headers:?}");
    }
}

#[tokio::test]
async fn behind_something_that_speaks_tls_the_scheme_may_differ() {
    let app = app_with(Recommended, &[]).await;
    for (base, origin, status) in [
        ("http://app.test", "https://app.test", 200),
        ("http://app.test", "http://app.test", 200),
        ("http://app.test:443", "https://app.test", 200),
        ("http://app.test:8000", "http://app.test:8000", 200),
        ("http://app.test:8000", "http://app.test:8001", 403),
        ("http://[::1]:8000", "http://[::1]:8000", 200),
    ] {
        let tab = app.browser().base(base);
        assert_eq!(ask(&tab, &[("origin", origin)]).await, status, "{base} {origin}");
    }
    // And the host, where SERVER_NAME says how the world calls us.
    let named = app_with(Recommended, &[("SERVER_NAME", json!("app.test"))]).await;
    let tab = named.browser().base("http://inner:8000");
    assert_eq!(ask(&tab, &[("origin", "https://app.test")]).await, 200);
    assert_eq!(ask(&tab, &[("origin", "https://evil.test")]).await, 403);
}

#[tokio::test]
async fn every_method_that_changes_something_is_asked() {
    let app = app_with(Recommended, &[]).await;
    let cross = [("sec-fetch-site", "cross-site")];
    for (method, status) in [
        ("GET", 200),
        ("HEAD", 200),
        ("OPTIONS", 200),
        ("POST", 403),
        ("PUT", 403),
        ("PATCH", 403),
        ("DELETE", 403),
        ("PROPFIND", 403),
    ] {
        let answer = app.browser().send(method, "/do", &cross, Vec::new()).await;
        assert_eq!(answer.status.as_u16(), status, "{method}");
    }
    // The handshake of a WebSocket is a GET.
    let socket = [("upgrade", "WebSocket"), ("connection", "upgrade"), cross[0]];
    app.browser().send("GET", "/do", &socket, Vec::new()).await.is(403);
    let socket = [("upgrade", "websocket"), ("sec-fetch-site", "same-origin")];
    app.browser().send("GET", "/do", &socket, Vec::new()).await.is(200);
}

#[tokio::test]
async fn a_refusal_tells_people_what_to_do_and_leaves_everything_as_it_was() {
    let app = app_with(Recommended, &[]).await;
    let mut tab = app.browser();
    let token = tab.csrf_token().await;
    let fields = [("email", JOE), ("password", PASSWORD), ("csrf_token", token.as_str())];
    // Not even signing in, with everything right.
    let cross =
        tab.clone().header("sec-fetch-site", "cross-site").post_form("/login", fields).await;
    let text = app.security().offline().label("ERROR_CROSS_SITE_TEXT");
    assert!(cross.is(403).text().contains(&text));
    let other = app.security().offline().label("ERROR_403_TEXT");
    assert!(!cross.text().contains(&other), "no administrator can help");
    assert_eq!(cross.set_cookies(), [""; 0]);
    tab.post_form("/login", fields).await.redirects_to("/");
    let before = app.session(&tab).await;
    let mut tricked = tab.clone().header("origin", "https://evil.test");
    let answer = tricked.post_json("/logout", &json!({})).await;
    assert_eq!(answer.is(403).json()["response"]["errors"], json!([text]));
    assert_eq!(app.session(&tricked).await, before);
}

#[tokio::test]
async fn other_origins_are_let_in_by_name() {
    let app = app_with(
        Recommended,
        &[("CSRF_TRUSTED_ORIGINS", json!(["https://SPA.test:443", "http://localhost:5173"]))],
    )
    .await;
    let tab = app.browser().base("https://app.test");
    for (origin, status) in [
        ("https://spa.test", 200),
        ("http://localhost:5173", 200),
        ("http://spa.test", 403),
        ("http://localhost:5174", 403),
        ("https://www.spa.test", 403),
        ("https://spa.test.evil.test", 403),
    ] {
        let headers = [("origin", origin), ("sec-fetch-site", "cross-site")];
        assert_eq!(ask(&tab, &headers).await, status, "{origin}");
        assert_eq!(ask(&tab, &headers[..1]).await, status, "{origin}");
    }
    let same_site = app_with(Recommended, &[("CSRF_ALLOW_SAME_SITE", json!(true))]).await;
    let tab = same_site.browser().base("https://app.test");
    assert_eq!(ask(&tab, &[("sec-fetch-site", "same-site")]).await, 200);
    assert_eq!(ask(&tab, &[("sec-fetch-site", "cross-site")]).await, 403);
}

#[tokio::test]
async fn clients_with_a_token_and_no_cookie_are_not_asked() {
    let app = app_with(Recommended, &[]).await;
    let cross = ("sec-fetch-site", "cross-site");
    let tab = app.browser();
    for (name, value, status) in [
        ("Authentication-Token", "abc", 200),
        ("Authorization", "Bearer abc", 200),
        ("Authorization", "bearer abc", 200),
        // A browser adds these by itself.
        ("Authorization", "Basic abc", 403),
        ("Authorization", "Bearerabc", 403),
        ("X-Anything", "abc", 403),
    ] {
        assert_eq!(ask(&tab, &[cross, (name, value)]).await, status, "{name} {value}");
        assert_eq!(ask(&tab, &[cross, (name, value), ("cookie", "a=b")]).await, 403, "{name}");
    }
}

#[tokio::test]
async fn paths_that_others_post_to_are_let_off_by_name() {
    let settings = [
        ("CSRF_EXEMPT_PATHS", json!(["/do", "/hooks/*"])),
        ("CSRF_PROTECT", json!(true)),
        ("SECURITY_LOGOUT_CSRF", json!(false)),
    ];
    let app = app_with(Recommended, &settings).await;
    let cross = [("sec-fetch-site", "cross-site"), ("origin", "https://pay.test")];
    for (path, status) in [
        ("/do", 200),
        ("/hooks/pay", 200),
        ("/hooks", 403),
        ("/hooks/../login", 404),
        ("/do/", 403),
        ("/DO", 403),
        ("/login", 403),
    ] {
        let answer = app.browser().send("POST", path, &cross, Vec::new()).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
    }
}

#[tokio::test]
async fn the_reference_does_not_ask() {
    let cross = [("sec-fetch-site", "cross-site"), ("origin", "https://evil.test")];
    let flask = app_with(Flask, &[]).await;
    assert_eq!(ask(&flask.browser(), &cross).await, 200);
    let off = app_with(Recommended, &[("WTF_CSRF_ENABLED", json!(false))]).await;
    assert_eq!(ask(&off.browser(), &cross).await, 200);
    let on = app_with(Flask, &[("CSRF_ORIGIN_CHECK", json!(true))]).await;
    assert_eq!(ask(&on.browser(), &cross).await, 403);
}
