//! The cookies of a session: their names, when they are sent, and with which attributes.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::error::Result;
use crate::model::ServerSession;
use crate::request::cookie::{Cookie, prefixed, secure};
use crate::request::cx::Cx;
use crate::session::{PERMANENT, Session};

/// Which of the session's cookies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// The session itself, or the token that names it.
    Session,
    /// What is kept for visitors, beside sessions on the server.
    Visit,
}

/// The value that the request carries.
pub(crate) fn value(cx: &Cx, which: Which) -> Option<&str> {
    cx.facts().cookie(&name(cx, which))
}

/// The line that deletes it.
pub(crate) fn delete(cx: &Cx, which: Which) -> String {
    let name = name(cx, which);
    cookie(cx, &name).delete()
}

/// The line with the token of a session on the server.
pub(super) fn session(cx: &Cx, token: &str, row: &ServerSession) -> String {
    let name = name(cx, Which::Session);
    let life = cx.config().remember.cookie_duration;
    let born = row.created_at.to_zoned(TimeZone::UTC).map(|zoned| zoned.timestamp());
    let expires = born.ok().filter(|_| row.persistent).map(|born| after(born, life));
    cookie(cx, &name).set(token, expires)
}

/// The line with what is kept for a visitor.
pub(super) fn visit(cx: &Cx, value: &str) -> String {
    let name = name(cx, Which::Visit);
    cookie(cx, &name).set(value, None)
}

/// The line to send where the cookie is the session, if the session changed or a permanent one is
/// to be refreshed.
pub(crate) fn line(cx: &Cx) -> Result<Option<String>> {
    let session = &cx.config().session;
    let permanent = {
        let state = cx.state().session();
        if !state.opened {
            return Ok(None);
        }
        state.payload.get_bool(PERMANENT).unwrap_or(false)
    };
    let name = name(cx, Which::Session);
    let cookie = cookie(cx, &name);
    let state = cx.state().session();
    if state.payload.is_empty() {
        return Ok(state.modified.then(|| cookie.delete()));
    }
    let refreshed = permanent && session.refresh_each_request;
    if !(state.modified || refreshed) {
        return Ok(None);
    }
    let now = cx.clock().now();
    let value = cx.security().keys().session.encode(&state.payload, now.as_second())?;
    let expires = permanent.then(|| now.checked_add(session.permanent_lifetime).ok()).flatten();
    let line = cookie.set(&value, expires);
    if line.len() > session.max_cookie_size {
        tracing::warn!(
            bytes = line.len(),
            limit = session.max_cookie_size,
            "the session cookie is larger than browsers keep; put less into the session"
        );
    }
    Ok(Some(line))
}

impl Session<'_> {
    /// Makes the cookie outlive the browser's session, for `PERMANENT_SESSION_LIFETIME`. Sessions on
    /// the server are remembered at sign-in instead.
    pub fn set_permanent(&self, permanent: bool) {
        self.set_flag(PERMANENT, permanent);
    }
}

fn name(cx: &Cx, which: Which) -> Cow<'_, str> {
    let session = &cx.config().session;
    let base: Cow<'_, str> = match which {
        Which::Session => Cow::Borrowed(&session.cookie_name),
        Which::Visit => Cow::Owned(format!("{}_visit", session.cookie_name)),
    };
    let host_only = session.cookie_domain.is_none() && path(cx) == "/";
    let secure = secure(session.cookie_secure, cx.facts());
    prefixed(base, session.cookie_prefix && secure, host_only)
}

fn path(cx: &Cx) -> &str {
    cx.config().session.cookie_path.as_deref().unwrap_or(&cx.config().core.application_root)
}

fn cookie<'a>(cx: &'a Cx, name: &'a str) -> Cookie<'a> {
    let session = &cx.config().session;
    Cookie {
        name,
        domain: session.cookie_domain.as_deref(),
        path: Some(path(cx)),
        secure: secure(session.cookie_secure, cx.facts()),
        http_only: session.cookie_httponly,
        same_site: session.cookie_samesite,
        partitioned: session.cookie_partitioned,
    }
}

/// A moment so many seconds from now.
pub(crate) fn after(now: Timestamp, span: jiff::SignedDuration) -> Timestamp {
    now.checked_add(span).unwrap_or(Timestamp::MAX)
}
