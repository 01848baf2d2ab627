//! What stands around the pages: request ids, log lines, time limits, panics, health.

use std::any::Any;
use std::time::Duration;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use gatewright::store::Lookup;
use gatewright::{Cx, Error, ErrorKind, Security, random};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{
    MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer,
};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tracing::Span;

/// So long a request may take, its body included.
const WHOLE: Duration = Duration::from_secs(30);
/// So long the database may take to say that it is there.
const PING: Duration = Duration::from_secs(2);
/// The longest id that is taken over from a proxy.
const MAX_ID: usize = 64;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// An application without pages of its own, which says so in words.
pub(crate) fn pages() -> Router {
    Router::new().fallback(nowhere)
}

async fn nowhere(cx: Cx) -> Response {
    cx.respond(Error::new(ErrorKind::NotFound, "an address that leads nowhere")).await
}

/// The application with everything around it.
pub(crate) fn layers(app: Router, security: &Security) -> Router {
    let health = Router::new()
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(ready))
        .with_state(security.clone());
    let layers = ServiceBuilder::new()
        .map_request(drop_odd_id)
        .layer(SetRequestIdLayer::new(REQUEST_ID, RandomId))
        .layer(PropagateRequestIdLayer::new(REQUEST_ID))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(span)
                .on_request(())
                .on_response(line)
                .on_failure(()),
        )
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, WHOLE))
        .layer(CatchPanicLayer::custom(panicked));
    app.merge(health).layer(layers)
}

async fn ready(State(security): State<Security>) -> Response {
    let store = security.store();
    let asked = async {
        store.ping().await?;
        // Nobody is called that: it shows that the table can be read.
        store.user(Lookup::Uniquifier("-")).await
    };
    let why = match tokio::time::timeout(PING, asked).await {
        Ok(Ok(_)) => return "ready\n".into_response(),
        Ok(Err(error)) => error.to_string(),
        Err(_) => "no answer in time".to_owned(),
    };
    tracing::error!(why, "the database cannot be asked");
    (StatusCode::SERVICE_UNAVAILABLE, "the database cannot be asked\n").into_response()
}

/// The route as it is declared, never the path as it was sent: that may hold a token, and so may
/// a path that leads nowhere.
fn span(request: &Request) -> Span {
    let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
    let id = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default();
    tracing::info_span!("request", id, method = %known(request), route)
}

/// A client may invent methods of any length.
fn known(request: &Request) -> &str {
    let method = request.method().as_str();
    if method.len() <= 16 { method } else { "(long)" }
}

fn line<B>(response: &axum::http::Response<B>, took: Duration, _: &Span) {
    let status = response.status().as_u16();
    let ms = (took.as_secs_f64() * 1e6).round() / 1e3;
    tracing::info!(status, ms, "answered");
}

#[allow(clippy::needless_pass_by_value, reason = "the signature that the layer asks for")]
fn panicked(_: Box<dyn Any + Send>) -> Response {
    // The panic's own message went to standard error; it may quote what a client sent.
    tracing::error!("a request ended in a panic");
    let plain = [(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))];
    (StatusCode::INTERNAL_SERVER_ERROR, plain, "internal error\n").into_response()
}

/// An id from outside is kept if it can stand in a log line.
fn drop_odd_id(mut request: Request) -> Request {
    let fits = |id: &HeaderValue| {
        let id = id.as_bytes();
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
        (1..=MAX_ID).contains(&id.len()) && id.iter().all(plain)
    };
    if !request.headers().get(REQUEST_ID).is_none_or(fits) {
        request.headers_mut().remove(REQUEST_ID);
    }
    request
}

#[derive(Clone, Copy)]
struct RandomId;

impl MakeRequestId for RandomId {
    fn make_request_id<B>(&mut self, _: &axum::http::Request<B>) -> Option<RequestId> {
        let id = random::uniquifier().ok()?;
        HeaderValue::from_str(&id).ok().map(RequestId::new)
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use tower::ServiceExt;

    use super::*;

    async fn ask(path: &str) -> Response {
        let security = Security::builder()
            .database("sqlite::memory:")
            .secrets_beside("sqlite::memory:")
            .unwrap()
            .build()
            .await
            .unwrap();
        let panics = get(async || -> &'static str { panic!("on purpose") });
        let hangs = get(async || std::future::pending::<&'static str>().await);
        let app = Router::new().route("/panics", panics).route("/hangs", hangs);
        // From here on the clock runs as soon as nothing else does.
        tokio::time::pause();
        let request = Request::builder().uri(path).body(Body::empty()).unwrap();
        layers(app, &security).oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn a_panic_is_an_answer() {
        let answer = ask("/panics").await;
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert!(answer.headers().contains_key(REQUEST_ID));
    }

    #[tokio::test]
    async fn nobody_waits_for_ever() {
        assert_eq!(ask("/hangs").await.status(), StatusCode::REQUEST_TIMEOUT);
    }
}
