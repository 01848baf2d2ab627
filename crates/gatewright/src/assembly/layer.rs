//! A request context in, cookies out.

use std::future::Future;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use axum::extract::{ConnectInfo, OriginalUri};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Request, header};
use tower::{Layer, Service};

use crate::authn::refresh;
use crate::error::{Error, Result};
use crate::facts::Facts;
use crate::guard::{body, csrf, origin};
use crate::request::cx::Cx;
use crate::security::Security;
use crate::session::{cookie, keep, remember, server};
use crate::web::language::vary;
use crate::web::respond::{private, respond};
use crate::web::{headers, notice};

/// The one layer: every request below it has a [`Cx`](crate::Cx), every response its cookies.
#[derive(Debug, Clone)]
pub struct SecurityLayer(Security);

/// What [`SecurityLayer`] makes of a service.
#[derive(Debug, Clone)]
pub struct SecurityService<S> {
    inner: S,
    security: Security,
}

impl Security {
    /// The layer for an application's routes. It must stand outside of every guard.
    pub fn layer(&self) -> SecurityLayer {
        SecurityLayer(self.clone())
    }
}

impl<S> Layer<S> for SecurityLayer {
    type Service = SecurityService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        SecurityService { inner, security: self.0.clone() }
    }
}

impl<S> Service<Request<Body>> for SecurityService<S>
where
    S: Service<Request<Body>> + Clone + Send + 'static,
    S::Response: IntoResponse,
    S::Future: Send + 'static,
    S::Error: Send,
{
    type Response = Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let fresh = self.inner.clone();
        let mut inner = std::mem::replace(&mut self.inner, fresh);
        let security = self.security.clone();
        Box::pin(async move {
            // The layer stands outside already: a second session would overwrite the first one's.
            if request.extensions().get::<Cx>().is_some_and(|cx| cx.security().is(&security)) {
                return Ok(inner.call(request).await?.into_response());
            }
            let (mut parts, body) = request.into_parts();
            let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
            let core = &security.config().core;
            let mut facts = Facts::new(&parts, peer, &core.proxy_fix, &core.trusted_proxies);
            if let Some(OriginalUri(uri)) = parts.extensions.get() {
                facts = facts.at(uri.clone());
            }
            let cx = Cx::new(security, facts);
            // Nothing is read, kept or taken away for a host or a page that is not ours.
            if let Err(error) = cx.check_host().and_then(|()| origin::check(&cx)) {
                let mut response = respond(&cx, Err(error)).await;
                cx.vary_by_language(response.headers_mut());
                headers::dress(&cx, &mut response);
                return Ok(response);
            }
            let _ = cx.state().tell.set(notice::tell);
            parts.extensions.insert(cx.clone());
            let request = Request::from_parts(parts, body);
            let response = match enter(&cx, request).await {
                Ok(request) => inner.call(request).await?.into_response(),
                Err(error) => refused(&cx, error).await,
            };
            let mut response = leave(&cx, response).await;
            headers::dress(&cx, &mut response);
            Ok(response)
        })
    }
}

/// CSRF in the mode that checks the whole application comes before everything else.
async fn enter(cx: &Cx, request: Request<Body>) -> Result<Request<Body>> {
    if !csrf::looks_into_forms(cx, false) {
        return Ok(request);
    }
    server::load(cx).await?;
    let request = body::peek(cx, request, false).await?;
    csrf::global(cx)?;
    Ok(request)
}

/// A request that was refused before any route saw it.
async fn refused(cx: &Cx, error: Error) -> Response {
    let response = respond(cx, Err(error)).await;
    let path = cx.facts().path();
    if cx.security().endpoints().values().any(|endpoint| endpoint == path) {
        return private(cx, response);
    }
    response
}

/// Cookies in the order: refresh token, CSRF, remember-me, session last.
async fn leave(cx: &Cx, mut response: Response) -> Response {
    let lines = match lines(cx).await {
        Ok(lines) => lines,
        // Better no answer than one whose cookies are lost after the deed.
        Err(error) => return respond(cx, Err(error)).await,
    };
    let headers = response.headers_mut();
    for line in lines {
        match HeaderValue::from_str(&line) {
            Ok(value) => {
                headers.append(header::SET_COOKIE, value);
            }
            Err(_) => tracing::error!("a cookie was lost: its settings hold odd characters"),
        }
    }
    if cx.state().session().opened {
        vary(headers, "Cookie");
    }
    cx.vary_by_language(headers);
    response
}

async fn lines(cx: &Cx) -> Result<Vec<String>> {
    // It may open the session.
    let csrf = csrf::cookie(cx).await?;
    let mut lines = Vec::new();
    lines.extend(cx.state().outgoing().language.take());
    if !cx.state().session().opened {
        return Ok(lines);
    }
    lines.extend(refresh::line(cx));
    lines.extend(csrf);
    lines.extend(remember::line(cx));
    lines.extend(cx.state().outgoing().device.take());
    if server::used(cx) {
        lines.extend(keep::lines(cx).await?);
    } else {
        lines.extend(cookie::line(cx)?);
    }
    Ok(lines)
}
