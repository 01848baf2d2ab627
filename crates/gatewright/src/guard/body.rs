//! A look into the body before the handler reads it: tokens in JSON, CSRF tokens in forms.

use axum::body::{Body, to_bytes};
use http::Request;

use crate::error::Result;
use crate::facts::is_json;
use crate::guard::csrf;
use crate::request::cx::Cx;
use crate::request::form::{body_token, parse};

/// Reads the body if something here has to know what is in it, and puts it back.
///
/// A body over the limit of `MAX_CONTENT_LENGTH` is left alone: it then holds neither token.
pub(crate) async fn peek(cx: &Cx, request: Request<Body>) -> Result<Request<Body>> {
    if !cx.facts().has_body() || cx.state().peeked() {
        return Ok(request);
    }
    let media = cx.facts().header("content-type");
    let json = is_json(media);
    let for_token = json && !cx.config().token.header_only;
    let for_csrf = !json && csrf::looks_into_forms(cx);
    let limit = cx.config().core.max_content_length;
    if !(for_token || for_csrf) || cx.facts().content_length() > limit as u64 {
        return Ok(request);
    }
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, limit).await else {
        let kind = crate::error::ErrorKind::TooLarge;
        return Err(crate::error::Error::new(kind, "the body is longer than it said"));
    };
    if for_token {
        let token = body_token(&bytes, &cx.config().token.authentication_key);
        cx.state().set_body_token(token);
    } else if let Ok(sent) = parse(media, bytes.clone()).await {
        cx.state().set_form_token(csrf::field(cx, &sent));
    }
    cx.state().set_peeked();
    Ok(Request::from_parts(parts, Body::from(bytes)))
}
