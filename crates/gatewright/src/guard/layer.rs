//! A guard as a tower layer.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::{Request, StatusCode};
use tower::{Layer, Service};

use crate::guard::{Guard, apply, body};
use crate::request::cx::Cx;
use crate::web::respond::respond;

/// What a [`Guard`] makes of a service.
#[derive(Debug, Clone)]
pub struct GuardService<S> {
    inner: S,
    guard: Guard,
}

impl<S> Layer<S> for Guard {
    type Service = GuardService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        GuardService { inner, guard: self.clone() }
    }
}

impl<S> Service<Request<Body>> for GuardService<S>
where
    S: Service<Request<Body>, Error = Infallible> + Clone + Send + 'static,
    S::Response: IntoResponse,
    S::Future: Send + 'static,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let fresh = self.inner.clone();
        let mut inner = std::mem::replace(&mut self.inner, fresh);
        let guard = self.guard.clone();
        Box::pin(async move {
            let Some(cx) = request.extensions().get::<Cx>().cloned() else {
                return Ok(no_layer());
            };
            let request = match body::peek(&cx, request, guard.0.asks_csrf(&cx)).await {
                Ok(request) => request,
                Err(error) => return Ok(respond(&cx, Err(error)).await),
            };
            if let Err(error) = apply(&cx, &guard.0).await {
                return Ok(respond(&cx, Err(error)).await);
            }
            Ok(inner.call(request).await?.into_response())
        })
    }
}

/// Something of ours is used on a route that the layer does not cover.
pub(crate) fn no_layer() -> Response {
    tracing::error!(
        "a guard or extractor runs without Gatewright's layer: \
         serve `security.protect(app)`, or add `.layer(security.layer())` outside of it"
    );
    (StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error").into_response()
}
