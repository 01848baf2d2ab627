//! Outcome to HTTP: the only place that makes a response of ours.

use axum::body::Body;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use serde_json::{Map, Value, json};

use crate::authn::{basic, refresh};
use crate::config::Preset;
use crate::error::{Denial, Error, ErrorKind, Result};
use crate::event::Event;
use crate::hooks::Refused;
use crate::i18n::messages::{self as msg, Message};
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::form::Form;
use crate::request::reply::{Outcome, Reply};
use crate::session::flash::flash;
use crate::session::server;
use crate::web::{reauth, template};

/// Turns what an endpoint or a guard said into a response. What fails on the way is an error page.
pub(crate) async fn respond(cx: &Cx, outcome: Result<Reply>) -> Response {
    // Pages show messages and tokens of the session. If it cannot be read, they are without.
    if let Err(error) = server::load(cx).await {
        tracing::error!(error = ?error, "a session could not be read");
    }
    let answer = match outcome {
        Ok(Reply { outcome: Outcome::Download { name, data }, .. }) => Ok(download(name, data)),
        Ok(reply) if cx.want_json() && !reply.always_redirects => json_reply(cx, reply).await,
        Ok(reply) => html_reply(cx, reply).await,
        Err(error) => Err(error),
    };
    match answer {
        Ok(response) => response,
        Err(error) => match refuse(cx, &error).await {
            Ok(response) => response,
            Err(second) => {
                tracing::error!(error = ?second, "the error page failed");
                plain(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error")
            }
        },
    }
}

async fn json_reply(cx: &Cx, reply: Reply) -> Result<Response> {
    if let Outcome::Page { form, .. } | Outcome::Data(form) = &reply.outcome
        && form.has_errors()
    {
        return Ok(json_form_errors(cx, form));
    }
    let mut response = reply.extra;
    if !reply.bare {
        response.insert("csrf_token".to_owned(), json!(cx.csrf_token()?));
    }
    if let Some(user) = &reply.user {
        let mut payload = cx.security().hooks().user_payload(user);
        if cx.config().preset == Preset::Recommended {
            name(user, &mut payload);
        }
        let wanted = cx.facts().query("include_auth_token").is_some()
            || cx.config().token.backwards_compat_auth_token;
        payload.extend(reply.credentials);
        if reply.tokens && wanted {
            payload.extend(refresh::begin(cx, user).await?);
        }
        response.insert("user".to_owned(), Value::Object(payload));
    }
    Ok(envelope(cx, StatusCode::OK, response))
}

/// Clients show who is signed in; the application's own words for it stay.
fn name(user: &User, payload: &mut Map<String, Value>) {
    payload.entry("email").or_insert_with(|| json!(user.email));
    if let Some(username) = &user.username {
        payload.entry("username").or_insert_with(|| json!(username));
    }
}

async fn html_reply(cx: &Cx, reply: Reply) -> Result<Response> {
    if let Some(message) = &reply.message {
        flash(cx, cx.category(message), &cx.say(message)).await?;
    }
    match reply.outcome {
        Outcome::Page { template, form, context } => {
            let page = template::render(cx, &template, Some(&form), context).await?;
            Ok(html(StatusCode::OK, page))
        }
        Outcome::Data(_) | Outcome::Download { .. } => {
            Err(Error::malformed("this endpoint speaks JSON alone"))
        }
        Outcome::Redirect(target) => Ok(redirect(&cx.location(&target))),
    }
}

/// The answer to a method that an endpoint does not know.
pub(crate) async fn method_not_allowed(cx: &Cx) -> Response {
    let status = StatusCode::METHOD_NOT_ALLOWED;
    let text = cx.label("ERROR_405_TEXT");
    // The reference's framework answers this one itself, with a page.
    let answer = match cx.config().preset {
        Preset::Flask => fault_page(cx, status, &text).await,
        Preset::Recommended => fault(cx, status, &text).await,
    };
    match answer {
        Ok(response) => response,
        Err(_) => plain(status, "Method Not Allowed"),
    }
}

/// What every answer of the endpoint group carries.
pub(crate) fn private(cx: &Cx, mut response: Response) -> Response {
    let made = cx.security().headers();
    let headers = response.headers_mut();
    if let Some(value) = &made.cache {
        headers.insert(header::CACHE_CONTROL, value.clone());
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(policy) = &made.own_policy {
        let value = policy.value(cx.state().nonce().as_deref());
        headers.insert(header::CONTENT_SECURITY_POLICY, value);
    }
    if cx.state().secret_address() {
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    } else if cx.config().preset == Preset::Recommended {
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    }
    response
}

/// The answer to an error: a denial has its own, the rest says as much as the client may know.
async fn refuse(cx: &Cx, error: &Error) -> Result<Response> {
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

fn json_form_errors(cx: &Cx, form: &Form) -> Response {
    let mut list = Vec::new();
    let mut by_field = Map::new();
    let fields = form.fields.iter().map(|field| (field.name, &field.errors));
    for (name, errors) in fields.chain([("", &form.errors)]) {
        if errors.is_empty() {
            continue;
        }
        let texts: Vec<String> = errors.iter().map(|error| cx.say(error)).collect();
        by_field.insert(name.to_owned(), json!(texts));
        list.extend(texts);
    }
    let mut response = Map::new();
    response.insert("errors".to_owned(), json!(list));
    response.insert("field_errors".to_owned(), Value::Object(by_field));
    envelope(cx, StatusCode::BAD_REQUEST, response)
}

async fn fault(cx: &Cx, status: StatusCode, text: &str) -> Result<Response> {
    if cx.want_json() {
        return Ok(json_errors(cx, status, &[text.to_owned()]));
    }
    fault_page(cx, status, text).await
}

async fn fault_page(cx: &Cx, status: StatusCode, text: &str) -> Result<Response> {
    let mut context = Map::new();
    context.insert("status".to_owned(), json!(status.as_u16()));
    context.insert("text".to_owned(), json!(text));
    let page = template::render(cx, "security/error.html", None, context).await?;
    Ok(html(status, page))
}

fn json_errors(cx: &Cx, status: StatusCode, texts: &[String]) -> Response {
    let mut response = Map::new();
    response.insert("errors".to_owned(), json!(texts));
    envelope(cx, status, response)
}

#[allow(clippy::needless_pass_by_value, reason = "it becomes part of the answer")]
fn envelope(cx: &Cx, status: StatusCode, response: Map<String, Value>) -> Response {
    let body = json!({ "meta": { "code": status.as_u16() }, "response": response });
    let body = cx.security().hooks().json(status.as_u16(), body);
    let mut text = gatewright_wire::pyjson::to_ascii(&body);
    text.push('\n');
    typed(status, "application/json", text)
}

pub(crate) fn html(status: StatusCode, page: String) -> Response {
    typed(status, "text/html; charset=utf-8", page)
}

/// A redirect as browsers and the reference's clients expect it: 302, with a line for those who
/// do not follow.
pub(crate) fn redirect(location: &str) -> Response {
    let shown = escape(location);
    let page = format!(
        "<!doctype html>\n<title>Redirecting</title>\n<p><a href=\"{shown}\">{shown}</a></p>\n"
    );
    let mut response = html(StatusCode::FOUND, page);
    match HeaderValue::from_str(location) {
        Ok(value) => {
            response.headers_mut().insert(header::LOCATION, value);
            response
        }
        // Cannot be: locations are quoted. Going nowhere beats failing after the deed.
        Err(_) => redirect("/"),
    }
}

fn challenged(mut response: Response, realm: Option<&str>) -> Response {
    if let Some(value) =
        realm.and_then(|realm| HeaderValue::from_str(&basic::challenge(realm)).ok())
    {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, value);
    }
    response
}

/// A JSON file that browsers save (RFC 6266); indented, as people read it.
fn download(name: &str, data: Map<String, Value>) -> Response {
    let text = format!("{:#}\n", Value::Object(data));
    let mut response = typed(StatusCode::OK, "application/json", text);
    let value = format!("attachment; filename=\"{name}\"");
    if let Ok(value) = HeaderValue::from_str(&value) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

fn plain(status: StatusCode, text: &str) -> Response {
    typed(status, "text/plain; charset=utf-8", text.to_owned())
}

fn typed(status: StatusCode, media: &'static str, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    response
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
