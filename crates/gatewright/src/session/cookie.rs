//! The session cookie: when it is sent, and with which attributes.

use jiff::Timestamp;

use crate::error::Result;
use crate::request::cookie::{Cookie, secure};
use crate::request::cx::Cx;
use crate::session::{PERMANENT, Session};

/// The line to send, if the session changed or a permanent one is to be refreshed.
pub(crate) fn line(cx: &Cx) -> Result<Option<String>> {
    let session = &cx.config().session;
    let permanent = {
        let state = cx.state().session();
        if !state.opened {
            return Ok(None);
        }
        state.payload.get_bool(PERMANENT).unwrap_or(false)
    };
    let cookie = Cookie {
        name: &session.cookie_name,
        domain: session.cookie_domain.as_deref(),
        path: Some(session.cookie_path.as_deref().unwrap_or(&cx.config().core.application_root)),
        secure: secure(session.cookie_secure, cx.facts()),
        http_only: session.cookie_httponly,
        same_site: session.cookie_samesite,
        partitioned: session.cookie_partitioned,
    };
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
    /// Makes the cookie outlive the browser's session, for `PERMANENT_SESSION_LIFETIME`.
    pub fn set_permanent(&self, permanent: bool) {
        self.set_flag(PERMANENT, permanent);
    }
}

/// A moment so many seconds from now.
pub(crate) fn after(now: Timestamp, span: jiff::SignedDuration) -> Timestamp {
    now.checked_add(span).unwrap_or(Timestamp::MAX)
}
