//! Errors and denials to answers.

use axum::body::Body;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use serde_json::{Map, json};

use super::{envelope, escape, html, json_errors, redirect};
use crate::authn::basic;
use crate::config::Preset;
use crate::error::{Denial, Error, ErrorKind, Result};
use crate::event::Event;
use crate::hooks::Refused;
use crate::i18n::messages::{self as msg, Message};
use crate::request::cx::Cx;
use crate::session::flash::flash;
use crate::web::{reauth, template};

/// The answer to an error: a denial has its own, the rest says as much as the client may know.
pub(super) async fn refuse(cx: &Cx, error: &Error) -> Result<Response> {
    let status = error.status();
    match error.kind() {
        ErrorKind::Denied(denial) => deny(cx, error, denial).await,
        ErrorKind::BadRequest => {
            tracing::debug!(error = ?error, "unreadable request");
            fault(cx, status, &cx.label("ERROR_400_TEXT")).await
        }
        ErrorKind::Malformed => {
            tracing::debug!(error = ?error, "unreadable body");
            let text = cx.label("ERROR_400_TEXT");
            // The reference's framework answers this one itself, with a page.
            if cx.config().preset == Preset::Flask {
                return fault_page(cx, status, &text).await;
            }
            fault(cx, status, &text).await
        }
        ErrorKind::TooLarge => fault(cx, status, &cx.label("ERROR_413_TEXT")).await,
        ErrorKind::NotFound => fault(cx, status, &cx.label("ERROR_404_TEXT")).await,
        ErrorKind::Busy { .. } => later(cx, error, "ERROR_503_TEXT").await,
        _ => {
            tracing::error!(error = ?error, "a request failed");
            fault(cx, status, &cx.label("ERROR_500_TEXT")).await
        }
    }
}

async fn deny(cx: &Cx, error: &Error, denial: &Denial) -> Result<Response> {
    let (config, status) = (cx.config(), error.status());
    if let Some(response) = own_refusal(cx, denial).await {
        return Ok(response);
    }
    match denial {
        Denial::Anonymous { challenge } => {
            cx.announce(Event::UserUnauthenticated).await;
            let message: Message = msg::UNAUTHENTICATED.into();
            if cx.want_json() {
                let errors = json_errors(cx, status, &[cx.say(&message)]);
                return Ok(challenged(errors, challenge.as_deref()));
            }
            if challenge.is_some() {
                let text = html(status, escape(&cx.say(&message)));
                return Ok(challenged(text, challenge.as_deref()));
            }
            flash(cx, cx.category(&message), &cx.say(&message)).await?;
            let page = cx.url_for("login").unwrap_or("/login").to_owned();
            Ok(redirect(&cx.with_next(&page)))
        }
        Denial::Stale => stale(cx).await,
        Denial::CrossSite => fault(cx, status, &cx.label("ERROR_CROSS_SITE_TEXT")).await,
        Denial::Host => {
            tracing::debug!("a request for a host that is not among TRUSTED_HOSTS");
            fault(cx, status, &cx.label("ERROR_HOST_TEXT")).await
        }
        Denial::NotYet { page } => {
            let message: Message = msg::VISIT_FIRST.into();
            if cx.want_json() {
                return Ok(json_errors(cx, status, &[cx.say(&message)]));
            }
            flash(cx, cx.category(&message), &cx.say(&message)).await?;
            Ok(redirect(&cx.with_next(page)))
        }
        Denial::TooMany { .. } => later(cx, error, "ERROR_429_TEXT").await,
        Denial::Forbidden => {
            let message: Message = msg::UNAUTHORIZED.into();
            if cx.want_json() {
                return Ok(json_errors(cx, status, &[cx.say(&message)]));
            }
            match &config.core.unauthorized_view {
                Some(view) => {
                    flash(cx, cx.category(&message), &cx.say(&message)).await?;
                    Ok(redirect(&cx.view(view)))
                }
                None => fault(cx, status, &cx.say(&message)).await,
            }
        }
        Denial::Csrf(key) => {
            let text = cx.label(key);
            let global = config.csrf.protect && config.csrf.check_default;
            if cx.want_json() && (!global || config.csrf.json_errors) {
                return Ok(json_errors(cx, status, &[text]));
            }
            fault_page(cx, status, &text).await
        }
        Denial::SignedIn => {
            if cx.want_json() {
                let text = cx.say(&msg::ANONYMOUS_USER_REQUIRED.into());
                return Ok(json_errors(cx, status, &[text]));
            }
            Ok(redirect(&cx.view_or_root(config.login.post_view.as_deref())))
        }
    }
}

/// What the application says itself.
async fn own_refusal(cx: &Cx, denial: &Denial) -> Option<Response> {
    let why = match denial {
        Denial::Anonymous { challenge } => Refused::Unauthenticated { realm: challenge.as_deref() },
        Denial::Forbidden => Refused::Forbidden,
        Denial::Stale => Refused::Stale,
        _ => return None,
    };
    let own = cx.security().hooks().refused(cx.facts(), why, cx.want_json())?;
    if matches!(why, Refused::Unauthenticated { .. }) {
        cx.announce(Event::UserUnauthenticated).await;
    }
    Some(own.map(Body::from))
}

/// Says when to come again (RFC 9110, section 10.2.3).
async fn later(cx: &Cx, error: &Error, text: &str) -> Result<Response> {
    let seconds = error.retry_after().map_or(1, |wait| wait.as_secs());
    let text = cx.label_with(text, &[("wait", &cx.span(seconds))]);
    let mut response = fault(cx, error.status(), &text).await?;
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    Ok(response)
}

async fn stale(cx: &Cx) -> Result<Response> {
    let message: Message = msg::REAUTHENTICATION_REQUIRED.into();
    if cx.want_json() {
        let mut response = Map::new();
        response.insert("errors".to_owned(), json!([cx.say(&message)]));
        response.insert("reauth_required".to_owned(), json!(true));
        response.extend(reauth::facts(cx).await?);
        return Ok(envelope(cx, StatusCode::UNAUTHORIZED, response));
    }
    match reauth::page(cx) {
        Some(page) => {
            flash(cx, cx.category(&message), &cx.say(&message)).await?;
            Ok(redirect(&cx.with_next(page)))
        }
        // The sign-in page would send somebody who is signed in away.
        None => fault_page(cx, StatusCode::UNAUTHORIZED, &cx.label("ERROR_401_STALE_TEXT")).await,
    }
}

pub(super) async fn fault(cx: &Cx, status: StatusCode, text: &str) -> Result<Response> {
    if cx.want_json() {
        return Ok(json_errors(cx, status, &[text.to_owned()]));
    }
    fault_page(cx, status, text).await
}

pub(super) async fn fault_page(cx: &Cx, status: StatusCode, text: &str) -> Result<Response> {
    let mut context = Map::new();
    context.insert("status".to_owned(), json!(status.as_u16()));
    context.insert("text".to_owned(), json!(text));
    let page = template::render(cx, "security/error.html", None, context).await?;
    Ok(html(status, page))
}

fn challenged(mut response: Response, realm: Option<&str>) -> Response {
    if let Some(value) =
        realm.and_then(|realm| HeaderValue::from_str(&basic::challenge(realm)).ok())
    {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, value);
    }
    response
}
