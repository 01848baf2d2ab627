//! Rates, networks and visits as tower layers.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::Request;
use tower::{Layer, Service};

use crate::error::Result;
use crate::guard::layer::no_layer;
use crate::guard::{AllowedNetworks, Marks, OnlyAfter, RateLimit, body, limit};
use crate::request::cx::Cx;
use crate::session::server;
use crate::web::respond::respond;

/// What [`RateLimit`], [`AllowedNetworks`], [`Marks`] and [`OnlyAfter`] make of a service.
#[derive(Debug, Clone)]
pub struct StepService<S> {
    inner: S,
    step: Step,
}

#[derive(Debug, Clone)]
enum Step {
    Rate(RateLimit),
    Networks(AllowedNetworks),
    Marks(Marks),
    OnlyAfter(OnlyAfter),
}

macro_rules! layers {
    ($($step:ident: $layer:ident),+) => { $(
        impl<S> Layer<S> for $layer {
            type Service = StepService<S>;

            fn layer(&self, inner: S) -> Self::Service {
                StepService { inner, step: Step::$step(self.clone()) }
            }
        }
    )+ };
}

layers!(Rate: RateLimit, Networks: AllowedNetworks, Marks: Marks, OnlyAfter: OnlyAfter);

impl<S> Service<Request<Body>> for StepService<S>
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
        let step = self.step.clone();
        Box::pin(async move {
            let Some(cx) = request.extensions().get::<Cx>().cloned() else {
                return Ok(no_layer());
            };
            let mut response = match step.before(&cx, request).await {
                Ok(request) => inner.call(request).await?.into_response(),
                Err(error) => respond(&cx, Err(error)).await,
            };
            if let Err(error) = step.after(&cx, &mut response) {
                response = respond(&cx, Err(error)).await;
            }
            Ok(response)
        })
    }
}

impl Step {
    async fn before(&self, cx: &Cx, request: Request<Body>) -> Result<Request<Body>> {
        match self {
            Self::Rate(rate) => {
                // Who asks may be told by a token in the body, and is asked once in a request.
                let request =
                    if rate.asks_who() { body::peek(cx, request, false).await? } else { request };
                rate.check(cx, request.extensions()).await?;
                return Ok(request);
            }
            Self::Networks(networks) => networks.check(cx)?,
            Self::OnlyAfter(after) => {
                server::load(cx).await?;
                after.check(cx)?;
            }
            Self::Marks(_) => server::load(cx).await?,
        }
        Ok(request)
    }

    fn after(&self, cx: &Cx, response: &mut Response) -> Result<()> {
        match self {
            Self::Rate(_) => limit::tell(cx, response),
            Self::Marks(marks) => marks.note(cx, response.status())?,
            Self::Networks(_) | Self::OnlyAfter(_) => {}
        }
        Ok(())
    }
}
