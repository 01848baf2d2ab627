//! Browsers in which their owner has signed in before.
//!
//! They count their own failures, so that strangers cannot lock out an owner at no cost (OWASP,
//! "Slow Down Online Guessing Attacks with Device Cookies"). Such a cookie lets nobody in.

use data_encoding::BASE64URL_NOPAD;
use gatewright_wire::pyjson;
use serde_json::json;

use crate::authn::lockout::owner::owner;
use crate::error::Result;
use crate::model::User;
use crate::random;
use crate::request::cookie::{Cookie, secure};
use crate::request::cx::Cx;

/// The name of this browser, if this user has signed in with it.
pub(crate) fn known(cx: &Cx, user: &User) -> Option<String> {
    let config = &cx.config().lockout;
    config.threshold?;
    let life = config.known_devices?.as_secs();
    let cookie = cx.facts().cookie(&config.cookie_name)?;
    let loaded = cx.security().keys().device.loads(cookie, cx.clock().unix(), Some(life)).ok()?;
    let (whose, name): (String, String) = serde_json::from_str(&loaded.json).ok()?;
    (whose == BASE64URL_NOPAD.encode(&owner(user))).then_some(name)
}

/// Lets the answer carry the cookie by which this browser is known.
pub(crate) fn remember(cx: &Cx, user: &User) -> Result<()> {
    let config = &cx.config().lockout;
    let (Some(_), Some(life)) = (config.threshold, config.known_devices) else { return Ok(()) };
    let name = match known(cx, user) {
        Some(name) => name,
        None => random::token()?,
    };
    let text = pyjson::to_ascii(&json!([BASE64URL_NOPAD.encode(&owner(user)), name]));
    let value = cx.security().keys().device.dumps(&text, cx.clock().unix());
    let session = &cx.config().session;
    let cookie = Cookie {
        name: &config.cookie_name,
        domain: None,
        path: Some("/"),
        secure: secure(session.cookie_secure, cx.facts()),
        http_only: true,
        same_site: session.cookie_samesite,
        partitioned: false,
    };
    let expires = cx.clock().now().checked_add(life).ok();
    cx.state().outgoing().device = Some(cookie.set(&value, expires));
    Ok(())
}
