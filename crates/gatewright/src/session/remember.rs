//! Remember me: the cookie that outlives the browser's session.

use gatewright_wire::flask::remember;

use crate::request::cookie::{Cookie, secure};
use crate::request::cx::Cx;
use crate::request::state::Remember;
use crate::session::cookie::after;
use crate::session::{REMEMBER, REMEMBER_SECONDS, USER_ID, server};

/// The `fs_uniquifier` in the request's remember-me cookie. `None`: no cookie. `Some(None)`: one
/// that is not ours.
pub(crate) fn uniquifier(cx: &Cx) -> Option<Option<String>> {
    // It cannot be taken back, nor watched for theft: sessions on the server are remembered there.
    if server::used(cx) {
        return None;
    }
    let cookie = cx.facts().cookie(&cx.config().remember.cookie_name)?;
    Some(remember::decode(&cx.security().keys().remember, cookie).ok())
}

/// The line to send, if the cookie is to be set, refreshed or deleted.
pub(crate) fn line(cx: &Cx) -> Option<String> {
    let config = &cx.config().remember;
    let mut wanted = cx.state().outgoing().remember;
    if server::used(cx) {
        wanted = wanted.filter(|wanted| *wanted == Remember::Clear);
    }
    let opened = cx.state().session().opened;
    if opened {
        let session = cx.session();
        // Left by a stack that was cut off between deciding and answering.
        if session.has(REMEMBER) {
            session.remove(REMEMBER);
        }
        let refresh = config.cookie_refresh_each_request && !server::used(cx);
        if wanted.is_none() && refresh && session.has(USER_ID) {
            wanted = Some(Remember::Set);
            // The session moves on together with the cookie that can bring it back.
            cx.state().session().modified = true;
        }
    }
    let mut cookie = Cookie {
        name: &config.cookie_name,
        domain: config.cookie_domain.as_deref(),
        path: Some(&config.cookie_path),
        secure: secure(config.cookie_secure, cx.facts()),
        http_only: config.cookie_httponly,
        same_site: config.cookie_samesite,
        partitioned: false,
    };
    match wanted? {
        Remember::Set => {
            let session = cx.session();
            let uniquifier = session.text(USER_ID)?;
            let value = remember::encode(&cx.security().keys().remember, &uniquifier);
            let mut life = config.cookie_duration;
            if let Some(seconds) = session.get::<i64>(REMEMBER_SECONDS) {
                life = jiff::SignedDuration::from_secs(seconds);
                session.remove(REMEMBER_SECONDS);
            }
            Some(cookie.set(&value, Some(after(cx.clock().now(), life))))
        }
        Remember::Clear => {
            cookie.secure = false;
            cookie.http_only = false;
            cookie.same_site = None;
            Some(cookie.delete())
        }
    }
}
