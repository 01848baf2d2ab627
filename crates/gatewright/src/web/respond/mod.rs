//! Outcome to HTTP: the only place that makes a response of ours.

mod refuse;

use axum::body::Body;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use serde_json::{Map, Value, json};

use crate::authn::refresh;
use crate::config::Preset;
use crate::error::{Error, Result};
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::form::Form;
use crate::request::reply::{Outcome, Reply};
use crate::session::flash::flash;
use crate::session::server;
use crate::web::template;

use self::refuse::{fault, fault_page, refuse};

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
