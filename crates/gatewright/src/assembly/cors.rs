//! Which pages of other origins may call this application (Fetch Standard, CORS protocol).

use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::Body;
use axum::response::Response;
use futures_util::future::Either;
use http::{HeaderName, HeaderValue, Method, Request, header};
use tower::{Layer, Service};
use tower_http::cors::{Cors, CorsLayer};

use crate::config::Config;
use crate::security::Security;

/// What scripts may read of an answer beside its body.
const EXPOSED: [HeaderName; 4] = [
    HeaderName::from_static("ratelimit"),
    HeaderName::from_static("ratelimit-policy"),
    header::RETRY_AFTER,
    header::WWW_AUTHENTICATE,
];

/// What scripts may ask for.
const METHODS: [Method; 6] =
    [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];

/// Lets the pages of `CORS_ORIGINS` call the application; made by [`Security::cors`].
#[derive(Debug, Clone)]
pub struct SecurityCors(Option<CorsLayer>);

/// What [`SecurityCors`] makes of a service.
#[derive(Debug, Clone)]
pub struct SecurityCorsService<S> {
    plain: S,
    cors: Option<Cors<S>>,
}

impl Security {
    /// The layer that lets the pages of `CORS_ORIGINS` call the application (Fetch Standard, CORS
    /// protocol). Without such a setting it does nothing.
    ///
    /// It stands outside of [`Security::layer`]: what a browser asks in advance is answered before
    /// anything else, and refusals can be read, too. [`Security::protect`] puts it there.
    ///
    /// ```
    /// use axum::{Router, routing::get};
    /// use gatewright::Security;
    ///
    /// fn app(security: &Security) -> Router {
    ///     let routes = Router::new().route("/", get(async || "hello")).merge(security.routes());
    ///     routes.layer(security.layer()).layer(security.cors())
    /// }
    /// ```
    pub fn cors(&self) -> SecurityCors {
        SecurityCors(layer(self.config()))
    }
}

fn layer(config: &Config) -> Option<CorsLayer> {
    let settings = &config.cors;
    if settings.origins.is_empty() {
        return None;
    }
    let origins = settings.origins.iter().map(|origin| HeaderValue::from_str(origin.as_str()));
    let origins: Vec<_> = origins.filter_map(Result::ok).collect();
    let named = config.csrf.headers.iter().chain(&config.csrf.header).chain(&settings.headers);
    let named = named.chain([&config.token.authentication_header]);
    // Names that are none were refused at start.
    let mut headers: Vec<HeaderName> = named.filter_map(|name| name.trim().parse().ok()).collect();
    headers.extend([header::CONTENT_TYPE, header::AUTHORIZATION]);
    let mut seen = Vec::new();
    headers.retain(|name| {
        let new = !seen.contains(name);
        if new {
            seen.push(name.clone());
        }
        new
    });
    let max_age = Duration::try_from(settings.max_age).unwrap_or_default();
    Some(
        CorsLayer::new()
            .allow_origin(origins)
            .allow_credentials(settings.credentials)
            .allow_methods(METHODS)
            .allow_headers(headers)
            .expose_headers(EXPOSED)
            .max_age(max_age)
            .vary([header::ORIGIN]),
    )
}

impl<S: Clone> Layer<S> for SecurityCors {
    type Service = SecurityCorsService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        let cors = self.0.as_ref().map(|layer| layer.layer(inner.clone()));
        SecurityCorsService { plain: inner, cors }
    }
}

impl<S> Service<Request<Body>> for SecurityCorsService<S>
where
    S: Service<Request<Body>, Response = Response>,
{
    type Response = Response;
    type Error = S::Error;
    type Future = Either<S::Future, <Cors<S> as Service<Request<Body>>>::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        let ready = self.plain.poll_ready(context);
        match &mut self.cors {
            Some(cors) if ready.is_ready() => cors.poll_ready(context),
            _ => ready,
        }
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        match &mut self.cors {
            Some(cors) if !is_plain_options(&request) => Either::Right(cors.call(request)),
            _ => Either::Left(self.plain.call(request)),
        }
    }
}

/// `OPTIONS` that no browser asks in advance of something else is the application's to answer.
fn is_plain_options(request: &Request<Body>) -> bool {
    let headers = request.headers();
    let advance = headers.contains_key(header::ORIGIN)
        && headers.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    request.method() == Method::OPTIONS && !advance
}

#[cfg(test)]
mod tests;
