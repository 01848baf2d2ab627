//! The seams between axum, tower and this crate.

use std::future::{Future, poll_fn};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use async_trait::async_trait;
use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::routing::{get, post};
use http::{Method, Request, StatusCode, header};
use serde_json::json;
use tokio::sync::{Notify, mpsc};
use tower::ServiceExt;

use crate::assembly::builder::Builder;
use crate::config::Preset::{Flask, Recommended};
use crate::event::{Event, Listener};
use crate::facts::Facts;
use crate::guard::{CurrentUser, auth_required};
use crate::request::cx::Cx;
use crate::security::Security;
use crate::testing::TestApp;

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

fn send<T: Send>(value: T) -> T {
    value
}

#[test]
fn what_is_spawned_can_be_sent() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Security>();
    shared::<Cx>();
    shared::<crate::error::Error>();
    drop(send(Security::open("sqlite::memory:")));
    drop(send(Builder::build(Security::builder().configure(|_| {}))));
}

#[tokio::test]
async fn a_second_layer_leaves_the_session_to_the_first() {
    let app = TestApp::with(Recommended, |builder| {
        builder
            .setting("WTF_CSRF_ENABLED", true)
            .setting("CSRF_PROTECT", true)
            .setting("SESSION_STORE", "cookie")
    })
    .await;
    let keep = async |cx: Cx, Path(n): Path<i64>| {
        cx.session().set_permanent(true);
        cx.session().set("n", &n).unwrap();
    };
    let read = async |cx: Cx| format!("{:?}", cx.session().get::<i64>("n"));
    let inner = Router::new().route("/keep/{n}", post(keep)).route("/read", get(read));
    let twice = inner.layer(app.security().layer());
    let mut tab = app.serve(twice).browser();
    let token = tab.csrf_token().await;
    let mut tab = tab.header("X-CSRF-Token", &token);
    for n in 1..=2 {
        let answer = tab.post_json(&format!("/keep/{n}"), &json!({})).await;
        assert_eq!(answer.is(200).set_cookies().len(), 1);
        assert_eq!(tab.get("/read").await.text(), format!("Some({n})"));
    }
}

#[tokio::test]
async fn two_endpoints_with_one_path_are_refused_before_axum_panics() {
    for (key, path) in
        [("SECURITY_LOGIN_URL", "/"), ("SECURITY_LOGOUT_URL", "/fs-static/favicon.svg")]
    {
        let security = Security::builder()
            .database("sqlite::memory:")
            .setting("SECRET_KEY", "Zb9vKq3T8sLw2XcR7mYpN4hJ6dFgQ1aE")
            .setting("SECURITY_PASSWORD_SALT", "u7HkPz2mWx5RtVb8NcQy4LsJd9GfEa3K")
            .setting("WELCOME_PAGE", true)
            .setting(key, path)
            .build()
            .await;
        let error = security.unwrap_err();
        assert!(error.detail().contains(&format!("both have the path {path}:")), "{error}");
    }
}

#[tokio::test]
async fn a_view_that_names_no_route_is_refused_before_a_user_finds_out() {
    let with = async |preset, view: &'static str| {
        let builder = Security::builder_with(preset)
            .database("sqlite::memory:")
            .setting("SECRET_KEY", "a secret key that only tests use 0123456789")
            .setting("SECURITY_PASSWORD_SALT", "a salt that only tests use 0123456789")
            .setting("ALLOW_WEAK_SECRETS", true)
            .endpoint("home", "/home");
        builder.setting("SECURITY_POST_LOGIN_VIEW", view).build().await
    };
    for view in ["home", ".login", "security.login", "/hoem", "?a=b"] {
        with(Recommended, view).await.unwrap();
    }
    for view in ["hoem", ".hoem", "security.hoem"] {
        let error = with(Recommended, view).await.unwrap_err();
        let starts = format!("SECURITY_POST_LOGIN_VIEW names the endpoint \"{view}\", which does");
        assert!(error.detail().starts_with(&starts), "{error}");
        with(Flask, view).await.unwrap();
    }
}

#[tokio::test]
async fn a_layer_in_a_nested_router_knows_the_whole_address() {
    let app = TestApp::new(|_| {}).await;
    let inner = Router::new()
        .route("/page", get(async |_: CurrentUser| "in"))
        .layer(app.security().layer());
    let mut tab = app.serve(Router::new().nest("/deep", inner)).browser();
    tab.get("/deep/page?a=1").await.redirects_to("/login?next=/deep/page?a%3D1");
}

#[tokio::test]
async fn guards_stand_wherever_a_layer_can() {
    let app = TestApp::new(|_| {}).await;
    app.user(JOE, PASSWORD).await;
    #[derive(Clone)]
    struct State;
    let hello = async || "hello";
    let routes: Router = Router::<State>::new()
        .route("/method", get(hello).layer(auth_required()))
        .route("/methods", get(hello).route_layer(auth_required()).post(hello))
        .nest("/nested", Router::new().route("/page", get(hello)).route_layer(auth_required()))
        .merge(Router::new().route("/merged", get(hello)).layer(auth_required()))
        .with_state(State);
    let app = app.serve(routes);
    let (mut joe, mut eve) = (app.browser(), app.browser());
    joe.sign_in(JOE, PASSWORD).await;
    for path in ["/method", "/methods", "/nested/page", "/merged"] {
        eve.get_json(path).await.is(401);
        assert_eq!(joe.get(path).await.is(200).text(), "hello", "{path}");
        let head = joe.send("HEAD", path, &[], Vec::new()).await;
        assert_eq!(head.is(200).text(), "", "{path}");
    }
    eve.post_json("/methods", &json!({})).await.is(200);
    // `route_layer` leaves what is not there alone.
    eve.get_json("/nested/other").await.is(404);
}

#[tokio::test]
async fn an_upload_behind_a_guard_arrives_as_it_is_sent() {
    let app = TestApp::with(Recommended, |builder| {
        builder
            .setting("WTF_CSRF_ENABLED", true)
            .setting("CSRF_PROTECT", true)
            .setting("WTF_CSRF_CHECK_DEFAULT", false)
    })
    .await;
    app.user(JOE, PASSWORD).await;
    let (told, mut heard) = mpsc::unbounded_channel();
    let handler = told.clone();
    let upload = post(async move |body: Body| {
        handler.send("the handler runs").unwrap();
        axum::body::to_bytes(body, 1024).await.unwrap();
    });
    let app = app.serve(Router::new().route("/upload", upload.layer(auth_required())));
    let mut tab = app.browser();
    let token = tab.csrf_token().await;
    let form = [("email", JOE), ("password", PASSWORD), ("csrf_token", &token)];
    tab.post_form("/login", form).await.redirects_to("/");
    let token = tab.csrf_token().await;
    let session = &app.security().config().session.cookie_name;
    let cookie = format!("{session}={}", tab.cookie(session).unwrap());
    let body = Body::from_stream(futures_util::stream::once(async move {
        told.send("the body is read").unwrap();
        Ok::<_, std::convert::Infallible>("x".repeat(64))
    }));
    let request = Request::builder()
        .method(Method::POST)
        .uri("/upload")
        .header(header::HOST, "localhost")
        .header(header::CONTENT_TYPE, "application/octet-stream")
        .header(header::CONTENT_LENGTH, 64)
        .header(header::COOKIE, cookie)
        .header("X-CSRF-Token", token)
        .body(body)
        .unwrap();
    let answer = app.router().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(heard.recv().await, Some("the handler runs"));
    assert_eq!(heard.recv().await, Some("the body is read"));
}

/// Stops at one event until it is let go, and tells of all.
#[derive(Clone)]
struct Slow {
    at: &'static str,
    begun: Arc<Notify>,
    go: Arc<Notify>,
    told: mpsc::UnboundedSender<&'static str>,
}

#[async_trait]
impl Listener for Slow {
    async fn notice(&self, _: Option<&Facts>, event: &Event<'_>) {
        if event.name() == self.at {
            self.begun.notify_one();
            self.go.notified().await;
        }
        let _ = self.told.send(event.name());
    }
}

fn form(path: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::HOST, "localhost")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::CONTENT_LENGTH, body.len())
        .body(Body::from(body))
        .unwrap()
}

const LONG: Duration = Duration::from_secs(20);

#[tokio::test]
async fn who_leaves_in_the_middle_leaves_nothing_half_done() {
    for (path, at, last) in [
        ("/login", "identity_changed", "user_authenticated"),
        ("/register", "user_registered", "user_registered"),
    ] {
        let (told, mut heard) = mpsc::unbounded_channel();
        let (begun, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let slow = Slow { at, begun: Arc::clone(&begun), go: Arc::clone(&go), told };
        let app = TestApp::with(Recommended, |builder| {
            builder.listen(slow).setting("SECURITY_REGISTERABLE", true)
        })
        .await;
        app.user(JOE, PASSWORD).await;
        let email = if path == "/login" { JOE } else { "new@lp.com" };
        let fields = [("email", email), ("password", PASSWORD), ("password_confirm", PASSWORD)];
        let mut request = Box::pin(app.router().oneshot(form(path, &fields)));
        tokio::select! {
            answer = &mut request => panic!("{path}: {answer:?}"),
            () = begun.notified() => {}
        }
        drop(request);
        go.notify_one();
        let all = async { while heard.recv().await.unwrap() != last {} };
        tokio::time::timeout(LONG, all).await.expect(path);
    }
}

#[tokio::test]
async fn the_first_administrators_link_survives_a_lost_connection() {
    // Gives up after so many polls, until one is enough for the whole.
    for polls in 1.. {
        let app = TestApp::new(|_| {}).await;
        let link = app.security().first_administrator_link("").await.unwrap().unwrap();
        let fields = [("email", JOE), ("password", PASSWORD), ("password_confirm", PASSWORD)];
        let mut request = Box::pin(app.router().oneshot(form(&link, &fields)));
        let mut left = polls;
        let answered = poll_fn(|context| {
            if left == 0 {
                return Poll::Ready(None);
            }
            left -= 1;
            request.as_mut().poll(context).map(Some)
        })
        .await;
        drop(request);
        let done = async {
            while app.find(JOE).await.is_none() && app.browser().get(&link).await.status != 200 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(LONG, done).await.expect("neither an administrator nor a link");
        if answered.is_some() {
            assert!(polls > 2, "nothing was ever cut off");
            return;
        }
    }
}
