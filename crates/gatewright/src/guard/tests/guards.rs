//! Who may pass, by which credentials, and what the others are told.

use axum::Router;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use data_encoding::BASE64;
use jiff::SignedDuration;
use serde_json::json;
use tower::ServiceExt;

use super::log::Log;
use crate::guard::{
    Guard, anonymous_user_required, auth_required, auth_token_required, http_auth_required,
    login_required, permissions_accepted, permissions_required, roles_accepted, roles_required,
};
use crate::i18n::messages as msg;
use crate::model::UserField;
use crate::request::cx::Cx;
use crate::request::state::Mechanism::{Basic, Session, Token};
use crate::testing::{Browser, TestApp};

pub(super) const JOE: &str = "joe@lp.com";
pub(super) const JILL: &str = "jill@lp.com";
pub(super) const PASSWORD: &str = "correct horse battery";

pub(super) fn behind(guard: Guard) -> MethodRouter {
    get(who).post(who).layer(guard)
}

async fn who(cx: Cx) -> Response {
    let user = cx.user().await.unwrap();
    let via = cx.mechanism().await.unwrap().map_or("none", |via| via.name());
    let email = user.map_or_else(|| "nobody".to_owned(), |user| user.email.clone());
    Response::new(format!("{email} {via}").into())
}

pub(super) fn routes() -> Router {
    Router::new()
        .route("/in", behind(auth_required()))
        .route("/session", behind(auth_required().mechanisms(&[Session])))
        .route("/token", behind(auth_token_required()))
        .route("/basic", behind(http_auth_required()))
        .route("/any", behind(auth_required().mechanisms(&[Basic, Session, Token])))
        .route("/quoted", behind(http_auth_required().realm("a \"quoted\" \\ realm\u{7}")))
        .route("/login-required", behind(login_required()))
        .route("/anonymous", behind(anonymous_user_required()))
        .route("/admin", behind(auth_required().roles_required(["admin"])))
        .route("/both", behind(auth_required().roles_required(["admin", "editor"])))
        .route("/either", behind(auth_required().roles_accepted(["admin", "editor"])))
        .route("/read-write", behind(auth_required().permissions_required(["read", "write"])))
        .route("/read-or-write", behind(auth_required().permissions_accepted(["read", "write"])))
        .route(
            "/editor-who-writes",
            behind(auth_required().roles_required(["editor"]).permissions_required(["write"])),
        )
        .route("/role-alone", behind(roles_required(["editor"])))
        .route("/roles-alone", behind(roles_accepted(["editor", "admin"])))
        .route("/permission-alone", behind(permissions_required(["read"])))
        .route("/permissions-alone", behind(permissions_accepted(["read", "x"])))
        .route("/no-role", behind(roles_required([])))
        .route("/no-roles", behind(roles_accepted([])))
        .route("/no-permission", behind(permissions_required([])))
        .route("/fresh", behind(auth_required().fresh()))
        .route("/brief", behind(auth_required().within(SignedDuration::from_mins(5), None)))
}

pub(super) async fn app() -> TestApp {
    let app = TestApp::new(|_| {}).await;
    app.user(JOE, PASSWORD).await;
    app.user(JILL, PASSWORD).await;
    app.role(JOE, "editor", &["read", "write"]).await;
    app.role(JILL, "reader", &["read"]).await;
    app.serve(routes())
}

pub(super) async fn token(app: &TestApp, email: &str) -> String {
    let body = json!({ "email": email, "password": PASSWORD });
    let answer = app.browser().post_json("/login?include_auth_token", &body).await;
    answer.json()["response"]["user"]["authentication_token"].as_str().unwrap().to_owned()
}

pub(super) async fn session(app: &TestApp, email: &str) -> Browser {
    let mut tab = app.browser();
    tab.sign_in(email, PASSWORD).await;
    tab
}

pub(super) fn basic(email: &str, password: &str) -> String {
    format!("Basic {}", BASE64.encode(format!("{email}:{password}").as_bytes()))
}

/// The statuses for a page and for a client of the API.
async fn statuses(tab: &Browser, path: &str) -> (u16, u16) {
    let (html, json) = (tab.clone().get(path).await, tab.clone().get_json(path).await);
    (html.status.as_u16(), json.status.as_u16())
}

#[tokio::test]
async fn nobody_is_asked_to_sign_in_and_the_wrong_one_is_refused() {
    let app = app().await;
    let nobody = app.browser();
    let (joe, jill) = (session(&app, JOE).await, session(&app, JILL).await);
    const IN: (u16, u16) = (200, 200);
    const SIGN_IN: (u16, u16) = (302, 401);
    const NO: (u16, u16) = (403, 403);
    // Nobody, an editor who may read and write, a reader.
    for (path, expected) in [
        ("/in", [SIGN_IN, IN, IN]),
        ("/session", [SIGN_IN, IN, IN]),
        ("/token", [SIGN_IN, SIGN_IN, SIGN_IN]),
        ("/login-required", [SIGN_IN, IN, IN]),
        ("/admin", [SIGN_IN, NO, NO]),
        ("/both", [SIGN_IN, NO, NO]),
        ("/either", [SIGN_IN, IN, NO]),
        ("/read-write", [SIGN_IN, IN, NO]),
        ("/read-or-write", [SIGN_IN, IN, IN]),
        ("/editor-who-writes", [SIGN_IN, IN, NO]),
        // Without a sign-in of its own, a guard over rights says no to everybody alike.
        ("/role-alone", [NO, IN, NO]),
        ("/roles-alone", [NO, IN, NO]),
        ("/permission-alone", [NO, IN, IN]),
        ("/permissions-alone", [NO, IN, IN]),
        ("/no-role", [IN, IN, IN]),
        ("/no-roles", [IN, IN, IN]),
        ("/no-permission", [IN, IN, IN]),
        ("/anonymous", [IN, (302, 400), (302, 400)]),
        ("/basic", [(401, 401); 3]),
    ] {
        for (tab, expected) in [&nobody, &joe, &jill].into_iter().zip(expected) {
            assert_eq!(statuses(tab, path).await, expected, "{path}");
        }
    }
}

#[tokio::test]
async fn refusals_say_what_they_are() {
    let app = app().await;
    let answer = app.browser().get_json("/in").await;
    let expected = json!({
        "meta": { "code": 401 }, "response": { "errors": [app.text(msg::UNAUTHENTICATED)] },
    });
    assert_eq!(answer.is(401).json(), expected);
    assert_eq!(answer.header("www-authenticate"), None, "Basic is not offered here");
    app.browser().get("/in?a=1&b=x%20y").await.redirects_to("/login?next=/in?a%3D1%26b%3Dx%2520y");
    let refused = session(&app, JOE).await.get_json("/admin").await;
    let expected = json!({
        "meta": { "code": 403 }, "response": { "errors": [app.text(msg::UNAUTHORIZED)] },
    });
    assert_eq!(refused.is(403).json(), expected);
    let page = session(&app, JOE).await.get("/admin").await;
    assert!(page.is(403).text().contains(&app.text(msg::UNAUTHORIZED)));
}

#[tokio::test]
async fn whoever_lacks_a_right_is_sent_where_the_settings_say() {
    let app = TestApp::new(|config| config.core.unauthorized_view = Some("/sorry".into())).await;
    app.user(JOE, PASSWORD).await;
    let app = app.serve(routes());
    let mut tab = session(&app, JOE).await;
    tab.get("/admin").await.redirects_to("/sorry");
    tab.get_json("/admin").await.is(403);
}

#[tokio::test]
async fn an_account_that_is_closed_or_moved_is_out_at_once() {
    let app = app().await;
    let (joe, jill) = (session(&app, JOE).await, session(&app, JILL).await);
    let by_token = app.browser().header("Authentication-Token", &token(&app, JOE).await);
    app.change(JOE, &[UserField::Active(false)]).await;
    joe.clone().get_json("/in").await.is(401);
    by_token.clone().get_json("/in").await.is(401);
    let closed = app.browser().header("Authorization", &basic(JOE, PASSWORD));
    closed.clone().get_json("/basic").await.is(401);
    app.change(JOE, &[UserField::Active(true)]).await;
    by_token.clone().get_json("/in").await.is(200);
    let other = UserField::Uniquifier("0123456789abcdef0123456789abcdef".to_owned());
    app.change(JOE, &[other]).await;
    joe.clone().get_json("/in").await.is(401);
    by_token.clone().get_json("/in").await.is(401);
    jill.clone().get_json("/in").await.is(200);
}

#[tokio::test]
async fn without_the_layer_nobody_passes_and_the_log_says_why() {
    for (path, route) in [
        ("/guard", get(async || "in").layer(auth_required())),
        ("/cx", get(async |_: Cx| "in")),
        ("/user", get(async |_: crate::guard::CurrentUser| "in")),
        ("/perhaps", get(async |_: Option<crate::guard::CurrentUser>| "in")),
    ] {
        let log = Log::start();
        let router: Router = Router::new().route(path, route);
        let request = http::Request::get(path).body(axum::body::Body::empty()).unwrap();
        let response = router.oneshot(request).await.unwrap();
        assert_eq!(response.status().as_u16(), 500, "{path}");
        assert!(log.text().contains("security.layer()"), "{path}: {}", log.text());
    }
}
