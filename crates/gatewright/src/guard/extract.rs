//! The user as an argument of a handler.

use std::ops::Deref;
use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, OptionalFromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use http::header::RETRY_AFTER;
use http::request::Parts;

use crate::error::{Denial, Error};
use crate::guard::layer::no_layer;
use crate::guard::{apply, auth_required, body, csrf};
use crate::model::User;
use crate::principal::Identity;
use crate::request::cx::Cx;
use crate::session::server;
use crate::web::respond::respond;

/// The user of the request. Nobody signed in: 401 for JSON, the sign-in page for a browser. Where
/// guards check CSRF (`WTF_CSRF_CHECK_DEFAULT` off), it does so, too.
///
/// As `Option<CurrentUser>` it lets everybody in, and checks nothing.
#[derive(Debug, Clone)]
pub struct CurrentUser(Arc<User>);

impl CurrentUser {
    /// The user, shared.
    pub fn into_inner(self) -> Arc<User> {
        self.0
    }
}

impl Deref for CurrentUser {
    type Target = User;

    fn deref(&self) -> &User {
        &self.0
    }
}

/// The user, whose sign-in is as recent as the setting `FRESHNESS` asks; others sign in again.
#[derive(Debug, Clone)]
pub struct Fresh(pub CurrentUser);

/// What a handler takes from the request, which must show that it was meant: `CsrfChecked<Form<T>>`,
/// `CsrfChecked<Json<T>>`, or `CsrfChecked<()>` for a request without a body.
///
/// The token may be in a form's field or in a header, in every mode but *off*; others are answered
/// 400 with the reason. See `docs/csrf.md`.
#[derive(Debug, Clone)]
pub struct CsrfChecked<T>(pub T);

impl<S, T> FromRequest<S> for CsrfChecked<T>
where
    S: Send + Sync,
    T: FromRequest<S>,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let Some(cx) = request.extensions().get::<Cx>().cloned() else { return Err(no_layer()) };
        let request = match body::peek(&cx, request, true).await {
            Ok(request) => request,
            Err(error) => return Err(respond(&cx, Err(error)).await),
        };
        if let Err(error) = csrf::asked(&cx).await {
            return Err(respond(&cx, Err(error)).await);
        }
        T::from_request(request, state).await.map(Self).map_err(IntoResponse::into_response)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Cx {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let cx = parts.extensions.get::<Self>().cloned().ok_or_else(no_layer)?;
        match server::load(&cx).await {
            Ok(()) => Ok(cx),
            Err(error) => Err(respond(&cx, Err(error)).await),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for CurrentUser {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let cx = Cx::from_request_parts(parts, state).await?;
        match signed_in(&cx).await {
            Ok(Some(user)) => Ok(Self(user)),
            Ok(None) => Err(respond(&cx, Err(Denial::Anonymous { challenge: None }.into())).await),
            Err(error) => Err(respond(&cx, Err(error)).await),
        }
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for CurrentUser {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Response> {
        let cx = <Cx as FromRequestParts<S>>::from_request_parts(parts, state).await?;
        match cx.user().await {
            Ok(user) => Ok(user.map(Self)),
            Err(error) => Err(respond(&cx, Err(error)).await),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Fresh {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let cx = Cx::from_request_parts(parts, state).await?;
        if let Err(error) = apply(&cx, &auth_required().fresh().0).await {
            return Err(respond(&cx, Err(error)).await);
        }
        <CurrentUser as FromRequestParts<S>>::from_request_parts(parts, state).await.map(Self)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Identity {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let cx = Cx::from_request_parts(parts, state).await?;
        let identity = match signed_in(&cx).await {
            Ok(_) => cx.identity().await,
            Err(error) => Err(error),
        };
        match identity {
            Ok(Some(identity)) => Ok(identity),
            Ok(None) => Err(respond(&cx, Err(Denial::Anonymous { challenge: None }.into())).await),
            Err(error) => Err(respond(&cx, Err(error)).await),
        }
    }
}

/// The user, for handlers that nobody else may reach: asking for one is guarding, so what guards
/// ask about CSRF is asked here, unless a guard has done so.
async fn signed_in(cx: &Cx) -> crate::error::Result<Option<Arc<User>>> {
    cx.state().set_guarded();
    let Some(known) = cx.known().await? else { return Ok(None) };
    if !cx.state().csrf().settled {
        csrf::authenticated(cx, known.via)?;
    }
    Ok(Some(known.user))
}

impl Cx {
    /// The answer to an error of this crate, as our own endpoints give it: for handlers that call
    /// [`Cx::require`] and the like.
    pub async fn respond(&self, error: Error) -> Response {
        respond(self, Err(error)).await
    }
}

impl IntoResponse for Error {
    /// The bare answer where no request is at hand; [`Cx::respond`] gives the full one.
    fn into_response(self) -> Response {
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(error = ?self, "a handler failed");
        }
        let text = status.canonical_reason().unwrap_or_default();
        match self.retry_after() {
            Some(wait) => {
                (status, [(RETRY_AFTER, wait.as_secs().to_string())], text).into_response()
            }
            None => (status, text).into_response(),
        }
    }
}
