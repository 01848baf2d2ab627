//! The routes: each guard that the library has, once.

use axum::Router;
use axum::body::Bytes;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use gatewright::{
    Cx, Guard, Mechanism, Security, auth_required, auth_token_required, facts, http_auth_required,
    permissions_accepted, permissions_required, roles_accepted, roles_required,
};
use http::{Method, StatusCode, header};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::page::{json, page, text};
use crate::settings::Own;
use crate::{extra, page};

/// A route that is always there.
pub(crate) struct Fixed {
    pub(crate) path: &'static str,
    /// The name under which settings know it.
    pub(crate) endpoint: &'static str,
    methods: &'static [Method],
    guard: fn() -> Option<Guard>,
    content: Content,
}

/// What a route answers.
#[derive(Clone, Copy)]
enum Content {
    Page(&'static str),
    Text(&'static str),
    /// A page, or one member of JSON for clients that want that.
    Both(&'static str, &'static str, &'static str),
    /// The JSON that was sent.
    Echo,
}

use Content::{Both, Echo, Page, Text};

const READ: &[Method] = &[Method::GET];
const BOTH: &[Method] = &[Method::GET, Method::POST];
const SEND: &[Method] = &[Method::POST];

/// The table of routes.
pub(crate) const FIXED: &[Fixed] = &[
    fixed("/", "index", READ, open, Page("Home Page")),
    fixed("/profile", "profile", READ, signed_in, Both("Profile Page", "message", "profile")),
    fixed("/post_login", "post_login", READ, signed_in, Page("Post Login")),
    fixed("/http", "http", BOTH, || Some(http_auth_required()), Text("HTTP Authentication")),
    fixed(
        "/http_admin_required",
        "http_admin_required",
        READ,
        || Some(http_auth_required().permissions_required(["admin"])),
        Text("HTTP Authentication"),
    ),
    fixed(
        "/http_custom_realm",
        "http_custom_realm",
        READ,
        || Some(http_auth_required().realm("My Realm")),
        Page("HTTP Authentication"),
    ),
    fixed(
        "/session",
        "session",
        READ,
        || Some(auth_required().mechanisms(&[Mechanism::Session])),
        Text("Session Authentication"),
    ),
    fixed("/token", "token", BOTH, || Some(auth_token_required()), Page("Token Authentication")),
    fixed("/multi_auth", "multi_auth", READ, any_way, Page("Session, Token, Basic auth")),
    fixed("/post_logout", "post_logout", READ, open, Page("Post Logout")),
    fixed("/post_register", "post_register", READ, open, Page("Post Register")),
    fixed("/post_confirm", "post_confirm", READ, open, Page("Post Confirm")),
    fixed("/post_reset", "post_reset", READ, open, Page("Post Reset")),
    fixed(
        "/post_change_username",
        "post_change_username",
        READ,
        open,
        Page("Post Change Username"),
    ),
    fixed("/admin", "admin", READ, || Some(roles_required(["admin"])), Page("Admin Page")),
    fixed(
        "/admin_and_editor",
        "admin_and_editor",
        READ,
        || Some(roles_required(["admin", "editor"])),
        Page("Admin and Editor Page"),
    ),
    fixed(
        "/admin_or_editor",
        "admin_or_editor",
        READ,
        || Some(roles_accepted(["admin", "editor"])),
        Page("Admin or Editor Page"),
    ),
    fixed("/simple", "simple", READ, || Some(roles_accepted(["simple"])), Page("SimplePage")),
    fixed(
        "/admin_perm",
        "admin_perm",
        READ,
        || Some(permissions_accepted(["full-write", "super"])),
        Page("Admin Page with full-write or super"),
    ),
    fixed(
        "/admin_perm_required",
        "admin_perm_required",
        READ,
        || Some(permissions_required(["full-write", "super"])),
        Page("Admin Page required"),
    ),
    fixed("/page1", "page_1", READ, open, Text("Page 1")),
    fixed("/api/info", "api.info", READ, open, Text("Info")),
    fixed("/json", "echo_json", BOTH, open, Echo),
    fixed("/json_auth", "echo_jsonauth", SEND, signed_in, Echo),
    fixed("/unauthz", "unauthz", BOTH, open, Page("Unauthorized")),
    fixed("/fresh", "fresh", BOTH, within_an_hour, Both("Fresh Only", "title", "Fresh Only")),
];

/// The application, below its root. What the library serves goes before it, and the table before
/// the routes of the configuration.
pub(crate) fn router(security: &Security, own: &Own) -> Router {
    let root = security.config().core.application_root.trim_end_matches('/');
    let mut ours = Router::new();
    for route in FIXED {
        ours = ours.route(&format!("{root}{}", route.path), route.router());
    }
    let ours = ours.fallback_service(extra::router(root, own.routes()));
    Router::new().fallback_service(ours)
}

impl Fixed {
    fn router(&self) -> MethodRouter {
        let content = self.content;
        let router =
            serve(self.methods, move |cx, body| async move { content.answer(&cx, &body).await });
        let router = match (self.guard)() {
            Some(guard) => router.route_layer(guard),
            None => router,
        };
        router.merge(allowed(self.methods))
    }
}

/// The methods that lead to a handler.
pub(crate) fn serve<F, Fut>(methods: &[Method], handler: F) -> MethodRouter
where
    F: Fn(Cx, Bytes) -> Fut + Clone + Send + Sync + 'static,
    Fut: Future<Output = Response> + Send + 'static,
{
    let filters = methods.iter().filter_map(|one| MethodFilter::try_from(one.clone()).ok());
    match filters.reduce(MethodFilter::or) {
        Some(filter) => on(filter, handler),
        None => MethodRouter::new(),
    }
}

/// Whoever asks which methods there are need not be signed in.
pub(crate) fn allowed(methods: &[Method]) -> MethodRouter {
    if methods.contains(&Method::OPTIONS) {
        return MethodRouter::new();
    }
    let mut names: Vec<&str> = methods.iter().map(Method::as_str).collect();
    if methods.contains(&Method::GET) {
        names.push("HEAD");
    }
    names.push("OPTIONS");
    let names = names.join(", ");
    on(MethodFilter::OPTIONS, async move || [(header::ALLOW, names)].into_response())
}

impl Content {
    async fn answer(self, cx: &Cx, body: &[u8]) -> Response {
        match self {
            Page(content) => page(cx, content).await,
            Text(content) => text(content),
            Both(_, key, value) if cx.want_json() => page::json(&json!({ key: value })),
            Both(content, ..) => page(cx, content).await,
            Echo => echo(cx, body),
        }
    }
}

fn echo(cx: &Cx, body: &[u8]) -> Response {
    if !facts::is_json(cx.facts().header("content-type")) {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    match serde_json::from_slice::<Value>(body) {
        Ok(value) => json(&value),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

const fn fixed(
    path: &'static str,
    endpoint: &'static str,
    methods: &'static [Method],
    guard: fn() -> Option<Guard>,
    content: Content,
) -> Fixed {
    Fixed { path, endpoint, methods, guard, content }
}

fn open() -> Option<Guard> {
    None
}

#[allow(clippy::unnecessary_wraps, reason = "the shape of the table's column")]
fn signed_in() -> Option<Guard> {
    Some(auth_required())
}

#[allow(clippy::unnecessary_wraps, reason = "the shape of the table's column")]
fn any_way() -> Option<Guard> {
    let all = [Mechanism::Session, Mechanism::Token, Mechanism::Basic];
    Some(auth_required().mechanisms(&all))
}

#[allow(clippy::unnecessary_wraps, reason = "the shape of the table's column")]
fn within_an_hour() -> Option<Guard> {
    Some(auth_required().within(SignedDuration::from_mins(60), None))
}
