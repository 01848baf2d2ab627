//! The endpoints as an axum router, and the order of checks before every one of them.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{RawPathParams, Request};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, any, get};
use http::{HeaderValue, Method, StatusCode, Uri, header};

use crate::assembly::paths::full_path;
use crate::config::Preset;
use crate::error::{Error, ErrorKind, Result};
use crate::facts::is_json;
use crate::features;
use crate::guard::body::collect;
use crate::guard::layer::no_layer;
use crate::guard::{apply, csrf, limit};
use crate::request::cx::Cx;
use crate::request::feature::{Route, Routes};
use crate::request::form::{Submitted, body_token, parse};
use crate::request::reply::Reply;
use crate::security::Security;
use crate::session::server;
use crate::web::respond::{method_not_allowed, private, respond};

pub(super) const STYLESHEET: &str = "gatewright.css";
pub(super) const ICON: &str = "favicon.svg";

impl Security {
    /// The endpoints of every feature that is switched on. Merge them into the application's
    /// router below [`Security::layer`], or let [`Security::protect`] do both.
    ///
    /// Merging panics, as axum does, if the application has a route at one of these paths.
    pub fn routes<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        let config = self.config();
        let mut routes = Routes::default();
        for feature in features::enabled(config) {
            (feature.routes)(config, &mut routes);
        }
        let mut router = Router::new();
        for route in routes.list {
            let path = full_path(config, &route.path);
            let bare = path.trim_end_matches('/').to_owned();
            let target = path.clone();
            if bare != path && !bare.is_empty() {
                router = router.route(&bare, any(async move |uri: Uri| permanent(&target, &uri)));
            }
            let route = Arc::new(route);
            let endpoint = any(async move |params: RawPathParams, request: Request| {
                dispatch(&route, params, request).await
            });
            router = router.route(&path, endpoint);
        }
        let base = full_path(config, &config.core.static_folder_url);
        router
            .route(
                &format!("{base}/{STYLESHEET}"),
                asset("text/css; charset=utf-8", include_str!("../web/static/gatewright.css")),
            )
            .route(
                &format!("{base}/{ICON}"),
                asset("image/svg+xml", include_str!("../web/static/favicon.svg")),
            )
    }

    /// The application with the endpoints merged in and the layer around it; where `CORS_ORIGINS`
    /// names pages of other origins, [`Security::cors`] stands around both.
    pub fn protect(&self, app: Router) -> Router {
        let app = app.merge(self.routes()).layer(self.layer());
        if self.config().cors.origins.is_empty() { app } else { app.layer(self.cors()) }
    }
}

async fn dispatch(route: &Route, params: RawPathParams, request: Request) -> Response {
    let Some(cx) = request.extensions().get::<Cx>().cloned() else { return no_layer() };
    if let Err(error) = server::load(&cx).await {
        return private(&cx, respond(&cx, Err(error)).await);
    }
    let method = request.method().clone();
    let allowed = |name: &str| route.methods.iter().any(|one| one == name);
    if method == Method::OPTIONS {
        return private(&cx, allow(route, StatusCode::OK.into_response()));
    }
    let asked = if method == Method::HEAD { "GET" } else { method.as_str() };
    if !allowed(asked) {
        let answer = allow(route, method_not_allowed(&cx).await);
        let plain = cx.config().preset == Preset::Flask;
        return if plain { answer } else { private(&cx, answer) };
    }
    let posted = asked != "GET";
    let outcome = run(route, &cx, params, request, posted).await;
    // Identity is always resolved here, as caches have to know.
    let _ = cx.known().await;
    let mut response = private(&cx, respond(&cx, outcome).await);
    limit::tell(&cx, &mut response);
    response
}

/// Rate, body, rule, CSRF, endpoint: in this order for every endpoint.
async fn run(
    route: &Route,
    cx: &Cx,
    params: RawPathParams,
    request: Request,
    posted: bool,
) -> Result<Reply> {
    let limited = route.rule.limit.filter(|_| posted);
    limit::before(cx, limited).await?;
    let media = cx.facts().header("content-type").map(str::to_owned);
    let body = read(cx, request.into_body(), posted).await?;
    if is_json(media.as_deref()) && !body.is_empty() {
        let token = body_token(&body, &cx.config().token.authentication_key);
        cx.state().set_body_token(token);
    }
    let mut sent = if posted { parse(media.as_deref(), body).await? } else { Submitted::default() };
    refuse_wrong_types(cx, &sent)?;
    if cx.state().form_token().is_none() {
        cx.state().set_form_token(csrf::field(cx, &sent));
    }
    let params: HashMap<String, String> =
        params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    sent = sent.with_params(params);
    apply(cx, &route.rule).await?;
    limit::after(cx, limited).await?;
    (route.handler)(cx.clone(), sent).await
}

/// A body without an announced length is none, as with the reference; over the limit is refused.
async fn read(cx: &Cx, body: Body, posted: bool) -> Result<Bytes> {
    if !cx.facts().has_body() {
        return Ok(Bytes::new());
    }
    let limit = cx.config().core.max_content_length;
    if posted && cx.facts().content_length() > limit as u64 {
        return Err(Error::new(ErrorKind::TooLarge, "the body is over MAX_CONTENT_LENGTH"));
    }
    collect(body, limit).await
}

/// Fields that no form shows must be text.
fn refuse_wrong_types(cx: &Cx, sent: &Submitted) -> Result<()> {
    let csrf = cx.config().csrf.field_name.as_str();
    for name in ["next", csrf] {
        if sent.wrong_type(name) {
            return Err(Error::bad_request(format!("the field {name} must be text")));
        }
    }
    Ok(())
}

fn allow(route: &Route, mut response: Response) -> Response {
    let mut methods = vec!["OPTIONS"];
    methods.extend(route.methods.iter().map(String::as_str));
    if route.methods.iter().any(|one| one == "GET") {
        methods.push("HEAD");
    }
    if let Ok(value) = HeaderValue::from_str(&methods.join(", ")) {
        response.headers_mut().insert(header::ALLOW, value);
    }
    response
}

fn permanent(target: &str, asked: &Uri) -> Response {
    let mut response = StatusCode::PERMANENT_REDIRECT.into_response();
    // As the client has written it, quoted or not.
    let token = asked.path().rsplit('/').next().unwrap_or_default();
    let target = target.replace("{token}", token);
    let place = match asked.query() {
        Some(query) => format!("{target}?{query}"),
        None => target,
    };
    if let Ok(value) = HeaderValue::from_str(&place) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}

fn asset<S: Clone + Send + Sync + 'static>(
    media: &'static str,
    text: &'static str,
) -> MethodRouter<S> {
    get(async move |request: Request| {
        let Some(cx) = request.extensions().get::<Cx>() else { return no_layer() };
        private(cx, ([(header::CONTENT_TYPE, media)], text).into_response())
    })
}
