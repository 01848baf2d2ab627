//! From where, and after what, a route may be reached.

use std::net::IpAddr;

use axum::Router;
use axum::routing::{get, post};
use http::{Request, StatusCode};
use tower::ServiceExt;

use crate::error::ErrorKind;
use crate::guard::{allowed_networks, marks, only_after};
use crate::testing::TestApp;

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

#[tokio::test]
async fn networks_are_let_in_and_others_refused_or_told_nothing() {
    let hello = || get(async || "hello");
    let inside = || allowed_networks(["10.0.0.0/8", "2001:db8::/32"]).unwrap();
    let routes = Router::new()
        .route("/inside", hello().layer(inside()))
        .route("/hidden", hello().layer(inside().hidden()));
    let app = TestApp::new(|_| {}).await.serve(routes);
    for (from, let_in) in [
        ("10.1.2.3", true),
        ("::ffff:10.1.2.3", true),
        ("2001:db8:ffff::1", true),
        ("11.1.2.3", false),
        ("127.0.0.1", false),
        ("2001:db9::1", false),
        ("::ffff:11.1.2.3", false),
    ] {
        let from: IpAddr = from.parse().unwrap();
        let mut tab = app.browser().at(from);
        tab.get("/inside").await.is(if let_in { 200 } else { 403 });
        tab.get_json("/inside").await.is(if let_in { 200 } else { 403 });
        tab.get("/hidden").await.is(if let_in { 200 } else { 404 });
        // A header that anybody may write changes nothing.
        let mut tab = tab.header("x-forwarded-for", "10.1.2.3");
        tab.get("/inside").await.is(if let_in { 200 } else { 403 });
    }
    // Who comes from nowhere is not from there.
    let request = Request::get("/inside").header("host", "localhost");
    let answer = app.router().oneshot(request.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!(answer.unwrap().status(), StatusCode::FORBIDDEN);
}

#[test]
fn what_is_no_network_is_refused_when_it_is_written() {
    for wrong in ["10.0.0.0/33", "10.0.0.1/8", "intranet", ""] {
        let error = allowed_networks(["10.0.0.0/8", wrong]).unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::Config);
        assert!(error.detail().contains(&format!("{wrong:?}")), "{error}");
    }
}

fn pages() -> Router {
    Router::new()
        .route("/terms", get(async || "the terms"))
        .route("/accept", post(async || "thank you").layer(marks("/terms")))
        .route("/tour", get(async || "the tour").layer(marks("/tour")))
        .route("/broken", get(async || StatusCode::NOT_FOUND).layer(marks("/tour")))
        .route("/file", get(async || "the file").layer(only_after("/terms")))
        .route("/start", get(async || "welcome").layer(only_after("/tour")))
}

#[tokio::test]
async fn a_page_may_ask_for_another_one_first() {
    let app = TestApp::new(|_| {}).await.serve(pages());
    let mut tab = app.browser();
    tab.get("/file?id=7").await.redirects_to("/terms?next=/file?id%3D7");
    tab.get_json("/file").await.is(403);
    tab.get("/terms").await.is(200);
    tab.get("/file").await.is(302);
    tab.post_form("/accept", []).await.is(200);
    assert_eq!(tab.get("/file").await.is(200).text(), "the file");
    // One visit is not another, and a browser not another browser.
    tab.get("/start").await.is(302);
    app.browser().get("/file").await.is(302);
    tab.get("/tour").await.is(200);
    tab.get("/start").await.is(200);
    tab.get("/file").await.is(200);
    // Seen before: nothing is written again.
    assert!(tab.get("/tour").await.set_cookies().is_empty());
}

#[tokio::test]
async fn only_a_page_that_was_shown_counts_and_only_for_whom_it_was_shown() {
    let app = TestApp::new(|_| {}).await.serve(pages());
    app.user(JOE, PASSWORD).await;
    let mut tab = app.browser();
    tab.get("/broken").await.is(404);
    tab.send("HEAD", "/tour", &[], Vec::new()).await.is(200);
    tab.get("/start").await.is(302);
    tab.get("/tour").await.is(200);
    tab.sign_in(JOE, PASSWORD).await;
    tab.get("/start").await.is(200);
    tab.post_form("/logout", []).await;
    tab.get("/start").await.is(302);
}
