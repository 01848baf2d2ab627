//! Pages of other origins, through the router as it is served.

use axum::Router;
use axum::extract::Path;
use axum::routing::{get, post as on_post};
use serde_json::{Value, json};

use crate::config::Preset::{Flask, Recommended};
use crate::guard::{CurrentUser, auth_required, auth_token_required};
use crate::testing::{Answer, Browser, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";
const SPA: &str = "https://spa.test";
const API: &str = "https://api.test";

async fn app(settings: &[(&str, Value)]) -> TestApp {
    let app = TestApp::with(Recommended, |builder| {
        let builder = builder.setting("WTF_CSRF_ENABLED", true);
        settings.iter().fold(builder, |it, (key, value)| it.setting(key, value.clone()))
    })
    .await;
    app.user(JOE, PASSWORD).await;
    let me = async |me: CurrentUser| me.email.clone();
    let own = async || ([("vary", "Accept-Language"), ("access-control-max-age", "7")], "own");
    app.serve(
        Router::new()
            .route("/me", get(me).layer(auth_required()))
            .route("/token", get(me).post(me).layer(auth_token_required()))
            .route("/do", on_post(async || "done"))
            .route("/own", get(own))
            .route("/things/{id}", get(async |Path(id): Path<String>| id)),
    )
}

async fn with_cookies() -> TestApp {
    app(&[("CORS_ORIGINS", json!([SPA])), ("CORS_CREDENTIALS", json!(true))]).await
}

/// What a browser asks in advance.
async fn ask(tab: &Browser, origin: &str, path: &str) -> Answer {
    let headers = [
        ("origin", origin),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "content-type,x-csrftoken"),
        ("sec-fetch-site", "cross-site"),
    ];
    tab.clone().send("OPTIONS", path, &headers, Vec::new()).await
}

fn allowed(answer: &Answer) -> Vec<&str> {
    let names = answer.headers.keys().map(http::HeaderName::as_str);
    names.filter(|name| name.starts_with("access-control-")).collect()
}

fn list(answer: &Answer, name: &str) -> Vec<String> {
    let values = answer.headers.get_all(name).iter();
    let text: Vec<_> = values.filter_map(|value| value.to_str().ok()).collect();
    text.join(",").split(',').map(|one| one.trim().to_ascii_lowercase()).collect()
}

#[tokio::test]
async fn nobody_is_let_in_unless_the_settings_say_so() {
    for app in [app(&[]).await, TestApp::with(Flask, |builder| builder).await] {
        let tab = app.browser().base(API);
        assert_eq!(allowed(&ask(&tab, SPA, "/login").await), [""; 0]);
        let read = tab.clone().header("origin", SPA).get_json("/login").await;
        assert_eq!(allowed(read.is(200)), [""; 0]);
        assert!(!list(&read, "vary").contains(&"origin".to_owned()));
    }
}

#[tokio::test]
async fn what_browsers_ask_in_advance_is_answered_before_guards_hosts_and_routes() {
    let app = app(&[
        ("CORS_ORIGINS", json!([SPA, "http://localhost:5173"])),
        ("CORS_HEADERS", json!(["X-Tenant", "X-CSRFToken"])),
        ("CORS_MAX_AGE", json!(600)),
        ("TRUSTED_HOSTS", json!(["api.test"])),
    ])
    .await;
    let tab = app.browser().base(API);
    for path in ["/login", "/logout", "/me", "/token", "/do", "/nowhere"] {
        let answer = ask(&tab, SPA, path).await;
        assert_eq!(answer.is(200).header("access-control-allow-origin"), Some(SPA), "{path}");
        assert_eq!(answer.header("access-control-allow-credentials"), None, "{path}");
        assert_eq!(answer.header("access-control-max-age"), Some("600"), "{path}");
        assert_eq!(answer.set_cookies(), [""; 0], "{path}");
        assert_eq!(list(&answer, "vary"), ["origin"], "{path}");
        let methods = list(&answer, "access-control-allow-methods");
        assert_eq!(methods, ["get", "head", "post", "put", "patch", "delete"]);
        let headers = list(&answer, "access-control-allow-headers");
        for name in ["x-csrftoken", "x-csrf-token", "x-xsrf-token", "authentication-token"] {
            assert!(headers.contains(&name.to_owned()), "{name} is missing in {headers:?}");
        }
        for name in ["content-type", "authorization", "x-tenant"] {
            assert!(headers.contains(&name.to_owned()), "{name} is missing in {headers:?}");
        }
        assert_eq!(headers.iter().filter(|name| *name == "x-csrftoken").count(), 1);
        assert!(!headers.contains(&"*".to_owned()));
    }
    let local = ask(&tab, "http://localhost:5173", "/me").await;
    assert_eq!(local.header("access-control-allow-origin"), Some("http://localhost:5173"));
}

#[tokio::test]
async fn others_are_told_nothing() {
    let app = with_cookies().await;
    let tab = app.browser().base(API);
    for origin in [
        "https://evil.test",
        "http://spa.test",
        "https://spa.test:8443",
        "https://spa.test.evil.test",
        "https://evil.test/https://spa.test",
        "https://SPA.test",
        "https://sub.spa.test",
        "null",
        "*",
        "",
        "é",
        "https://spa.test https://evil.test",
    ] {
        for answer in [
            ask(&tab, origin, "/me").await,
            tab.clone().header("origin", origin).get_json("/login").await,
            tab.clone().header("origin", origin).post_json("/do", &json!({})).await,
        ] {
            assert_eq!(answer.header("access-control-allow-origin"), None, "{origin}");
            assert!(list(&answer, "vary").contains(&"origin".to_owned()), "{origin}");
        }
        let sent = tab.clone().header("origin", origin).post_json("/do", &json!({})).await;
        sent.is(403);
    }
}

#[tokio::test]
async fn every_answer_can_be_read_refusals_too() {
    let app = with_cookies().await;
    let tab = app.browser().base(API).header("origin", SPA).header("accept", "application/json");
    for (method, path, status) in [
        ("GET", "/login", 200),
        ("GET", "/me", 401),
        ("GET", "/nowhere", 404),
        ("PUT", "/login", 405),
        ("POST", "/login", 400),
        ("GET", "/things/7", 200),
        ("HEAD", "/things/7", 200),
    ] {
        let answer = tab.clone().send(method, path, &[], Vec::new()).await;
        assert_eq!(answer.is(status).header("access-control-allow-origin"), Some(SPA), "{path}");
        assert_eq!(answer.header("access-control-allow-credentials"), Some("true"), "{path}");
        let exposed = list(&answer, "access-control-expose-headers");
        let names = ["ratelimit", "ratelimit-policy", "retry-after", "www-authenticate"];
        assert_eq!(exposed, names, "{path}");
    }
    let elsewhere = tab.clone().base("https://elsewhere.test").get("/things/7").await;
    assert_eq!(elsewhere.header("access-control-allow-origin"), Some(SPA));
    // What a handler says is not lost, and its caches learn about both.
    let own = tab.clone().get("/own").await;
    assert_eq!(list(&own, "vary"), ["accept-language", "origin"]);
}

#[tokio::test]
async fn options_that_nobody_asks_in_advance_keep_their_answer() {
    let app = with_cookies().await;
    let tab = app.browser().base(API);
    for headers in [&[][..], &[("origin", SPA)], &[("access-control-request-method", "POST")]] {
        let answer = tab.clone().send("OPTIONS", "/login", headers, Vec::new()).await;
        assert_eq!(answer.is(200).header("allow"), Some("OPTIONS, GET, POST, HEAD"));
        assert_eq!(answer.header("access-control-allow-methods"), None);
    }
}

#[tokio::test]
async fn a_page_elsewhere_signs_in_by_cookie_and_acts() {
    for protect in [false, true] {
        let app = app(&[
            ("CORS_ORIGINS", json!([SPA])),
            ("CORS_CREDENTIALS", json!(true)),
            ("CSRF_PROTECT", json!(protect)),
        ])
        .await;
        let page = app.browser().base(API).header("origin", SPA);
        let mut page = page.header("sec-fetch-site", "same-site").header("referer", SPA);
        // Nothing but the page is trusted: the token is due all the same.
        page.post_json("/login", &json!({ "email": JOE, "password": PASSWORD })).await.is(400);
        let token = page.csrf_token().await;
        let sent = json!({ "email": JOE, "password": PASSWORD, "csrf_token": token });
        let answer = post(&mut page, "/login", &token, &sent).await;
        // Signing in begins another session, with a token of its own.
        let token = answer.is(200).json()["response"]["csrf_token"].as_str().unwrap().to_owned();
        assert_eq!(page.get_json("/me").await.text(), JOE);
        post(&mut page, "/do", &token, &json!({})).await.is(200);
        post(&mut page, "/logout", &token, &json!({ "csrf_token": token })).await.is(200);
        page.get_json("/me").await.is(401);
    }
}

async fn post(page: &mut Browser, path: &str, token: &str, json: &Value) -> Answer {
    let headers = [("content-type", "application/json"), ("x-csrftoken", token)];
    page.send("POST", path, &headers, json.to_string().into_bytes()).await
}

#[tokio::test]
async fn without_cookies_a_page_elsewhere_acts_by_token_alone() {
    let app = app(&[
        ("CORS_ORIGINS", json!([SPA])),
        ("CSRF_PROTECT", json!(true)),
        ("WTF_CSRF_CHECK_DEFAULT", json!(false)),
        ("SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS", json!(true)),
        ("SECURITY_CSRF_PROTECT_MECHANISMS", json!(["session", "basic"])),
    ])
    .await;
    let page = app.browser().base(API).header("origin", SPA).header("sec-fetch-site", "cross-site");
    let credentials = json!({ "email": JOE, "password": PASSWORD });
    let answer = page.clone().post_json("/login?include_auth_token", &credentials).await;
    assert_eq!(answer.is(200).header("access-control-allow-credentials"), None);
    let token = answer.json()["response"]["user"]["authentication_token"].clone();
    let client = page.clone().header("authentication-token", token.as_str().unwrap());
    assert_eq!(client.clone().post_json("/token", &json!({})).await.is(200).text(), JOE);
    // What a browser adds by itself makes it somebody's request.
    for (name, value) in [("cookie", "session=a"), ("authorization", "Basic YTpi")] {
        page.clone().header(name, value).post_json("/login", &credentials).await.is(403);
    }
    page.clone().header("authorization", "Bearer abc").post_json("/do", &json!({})).await.is(200);
}

#[tokio::test]
async fn the_layer_alone_does_the_same() {
    let app = with_cookies().await;
    let security = app.security();
    let router = Router::new().route("/plain", get(async || "plain")).merge(security.routes());
    let router = router.layer(security.layer()).layer(security.cors());
    let request = http::Request::builder().uri("/plain").header("origin", SPA);
    let request = request.body(axum::body::Body::empty()).unwrap();
    let answer = tower::ServiceExt::oneshot(router, request).await.unwrap();
    assert_eq!(answer.headers()["access-control-allow-origin"], SPA);
}
