//! A look into the body before the handler reads it: tokens in JSON, CSRF tokens in forms.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use http::Request;

use crate::error::{Error, ErrorKind, Result};
use crate::facts::is_json;
use crate::guard::csrf;
use crate::request::cx::Cx;
use crate::request::form::{body_token, is_form, parse};

/// Reads the body if something here has to know what is in it, and puts it back.
///
/// Only forms and JSON are read: an upload of another kind reaches the handler as it arrives. A body
/// over the limit of `MAX_CONTENT_LENGTH` is left alone: it then holds neither token. `asked`: a CSRF
/// token is wanted in every mode.
pub(crate) async fn peek(cx: &Cx, request: Request<Body>, asked: bool) -> Result<Request<Body>> {
    if !cx.facts().has_body() || cx.state().peeked() {
        return Ok(request);
    }
    let media = cx.facts().header("content-type");
    let json = is_json(media);
    let for_token = json && !cx.config().token.header_only;
    let for_csrf = is_form(media) && csrf::looks_into_forms(cx, asked);
    let limit = cx.config().core.max_content_length;
    if !(for_token || for_csrf) || cx.facts().content_length() > limit as u64 {
        return Ok(request);
    }
    let (parts, body) = request.into_parts();
    let bytes = collect(body, limit).await?;
    if for_token {
        let token = body_token(&bytes, &cx.config().token.authentication_key);
        cx.state().set_body_token(token);
    } else if let Ok(sent) = parse(media, bytes.clone()).await {
        cx.state().set_form_token(csrf::field(cx, &sent));
    }
    cx.state().set_peeked();
    Ok(Request::from_parts(parts, Body::from(bytes)))
}

/// So long a client may take to send a body that is read here, however it spreads the bytes.
const PATIENCE: Duration = Duration::from_secs(30);

/// Reads a whole body within limits of size and time.
pub(crate) async fn collect(body: Body, limit: usize) -> Result<Bytes> {
    match tokio::time::timeout(PATIENCE, to_bytes(body, limit)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) => {
            let detail = "the body is over MAX_CONTENT_LENGTH, or broke off";
            Err(Error::new(ErrorKind::TooLarge, detail).caused_by(error))
        }
        Err(_) => Err(Error::bad_request("the body did not come in time")),
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use futures_util::stream;
    use http::{Request, StatusCode};
    use tower::ServiceExt;

    use crate::config::Preset::Recommended;
    use crate::testing::TestApp;

    /// A connection is a place that others wait for: whoever announces a body has to send it.
    #[tokio::test(start_paused = true)]
    async fn a_body_that_does_not_come_is_not_waited_for_without_end() {
        for mode in ["form", "global"] {
            let csrf = |builder: crate::Builder| {
                builder.setting("WTF_CSRF_ENABLED", true).setting("CSRF_PROTECT", mode == "global")
            };
            let app = TestApp::with(Recommended, csrf).await;
            let never = stream::pending::<Result<bytes::Bytes, std::convert::Infallible>>();
            let request = Request::post("/login")
                .header("host", "localhost")
                .header("content-type", "application/x-www-form-urlencoded")
                .header("content-length", "10")
                .body(Body::from_stream(never))
                .unwrap();
            let waited = std::time::Duration::from_secs(60);
            let answer = tokio::time::timeout(waited, app.router().oneshot(request)).await;
            let status = answer.expect("it still waits").unwrap().status();
            assert_eq!(status, StatusCode::BAD_REQUEST, "{mode}");
        }
    }
}
