//! The token itself, and the cookie that may carry it.

use gatewright_wire::pyjson;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::authn::token;
use crate::error::Result;
use crate::model::{Refresh, User};
use crate::request::cookie::{Cookie, secure};
use crate::request::cx::Cx;
use crate::request::state::RefreshCookie;
use crate::session::cookie::after;

/// The token in the request's cookie, if tokens travel in a cookie.
pub(crate) fn held(cx: &Cx) -> Option<&str> {
    cx.facts().cookie(cookie_name(cx)?).filter(|text| !text.is_empty())
}

/// Whether tokens travel in a cookie rather than in JSON.
pub(crate) fn in_cookie(cx: &Cx) -> bool {
    cookie_name(cx).is_some()
}

/// The line to send, if the cookie is to be set or deleted.
pub(crate) fn line(cx: &Cx) -> Option<String> {
    let wanted = cx.state().outgoing().refresh.clone()?;
    let attributes = &cx.config().refresh.cookie;
    let cookie = Cookie {
        name: cookie_name(cx)?,
        domain: attributes.domain.as_deref(),
        path: Some(attributes.path.as_deref().unwrap_or("/")),
        secure: secure(attributes.secure, cx.facts()),
        http_only: attributes.httponly,
        same_site: attributes.samesite,
        partitioned: attributes.partitioned,
    };
    Some(match wanted {
        RefreshCookie::Set(text) => {
            let expires = attributes.max_age.map(|life| after(cx.clock().now(), life));
            cookie.set(&text, expires)
        }
        RefreshCookie::Clear => cookie.delete(),
    })
}

fn cookie_name(cx: &Cx) -> Option<&str> {
    let config = &cx.config().refresh;
    config.cookie_name.as_deref().filter(|_| config.enabled)
}

/// Gives the family's present token to the client, by cookie or as a member.
pub(super) async fn hand_over(
    cx: &Cx,
    user: &User,
    family: &Refresh,
    members: &mut Map<String, Value>,
) -> Result<()> {
    let uid = token::identity(cx, user).await?;
    let written = Written {
        ver: "1",
        uid: &uid,
        expires_at: unix(family.expires_at),
        last_used_at: unix(family.last_used_at),
        name: &family.name,
        family: &family.family,
        generation: family.generation.unwrap_or_default(),
    };
    let text = pyjson::dumps(&written, pyjson::Style::Compact)?;
    let text = cx.security().keys().refresh.dumps(&text);
    if in_cookie(cx) {
        cx.state().outgoing().refresh = Some(RefreshCookie::Set(text));
    } else {
        members.insert("refresh_token".to_owned(), json!(text));
    }
    Ok(())
}

/// Seconds since 1970 with microseconds of a time as the database keeps it.
#[allow(clippy::cast_precision_loss, reason = "exact for the next two centuries")]
pub(super) fn unix(time: DateTime) -> f64 {
    let moment = TimeZone::UTC.to_timestamp(time);
    moment.map_or(0.0, |moment| moment.as_microsecond() as f64 / 1e6)
}

/// A token's members in the order in which the reference writes them.
#[derive(Serialize)]
struct Written<'a> {
    ver: &'static str,
    uid: &'a str,
    expires_at: f64,
    last_used_at: f64,
    name: &'a str,
    family: &'a str,
    #[serde(rename = "gen")]
    generation: i64,
}

/// What counts of a token: all else is in the database.
#[derive(Deserialize)]
pub(super) struct Claims {
    pub(super) uid: String,
    pub(super) family: String,
    #[serde(rename = "gen")]
    pub(super) generation: i64,
}

impl Claims {
    pub(super) fn read(cx: &Cx, text: &str) -> Option<Self> {
        let json = cx.security().keys().refresh.loads(text).ok()?;
        serde_json::from_str(&json).ok()
    }
}
