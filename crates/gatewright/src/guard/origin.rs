//! Whose page sent this request? Asked before everything else, of every request that may change
//! something (OWASP CSRF Prevention Cheat Sheet, "Fetch Metadata" and "Verifying Origin").
//!
//! Browsers say it in headers that no script can write: `Sec-Fetch-Site`, and where that is
//! missing (old ones, plain http) `Origin`. A request with neither comes from no browser of the last
//! years, so nobody was tricked into sending it.

use std::borrow::Cow;

use http::Method;

use crate::config::WebOrigin;
use crate::error::{Denial, Result};
use crate::request::cx::Cx;
use crate::text::host::Host;

/// Refuses what the page of another site made a browser send.
///
/// # Errors
/// [`Denial::CrossSite`].
pub(crate) fn check(cx: &Cx) -> Result<()> {
    let config = &cx.config().csrf;
    if !config.enabled || !config.origin_check || is_safe(cx) || exempt(cx) {
        return Ok(());
    }
    let site = cx.facts().header_latin1("sec-fetch-site");
    let origin = cx.facts().header_latin1("origin");
    let meant = match (site.as_deref(), origin.as_deref()) {
        (Some("same-origin" | "none"), _) => true,
        (Some("same-site"), _) if config.allow_same_site => true,
        (Some(_), Some(origin)) => trusted(cx, origin),
        (Some(_), None) => false,
        (None, Some(origin)) => own(cx, origin) || trusted(cx, origin),
        (None, None) => referrer(cx).is_none_or(|origin| own(cx, &origin) || trusted(cx, &origin)),
    };
    if meant || token_alone(cx) {
        return Ok(());
    }
    tracing::debug!(site = ?site, "a request that the page of another site has sent");
    Err(Denial::CrossSite.into())
}

/// Whether the settings let this path off what is checked before routing.
pub(crate) fn exempt(cx: &Cx) -> bool {
    let path = cx.facts().path();
    cx.config().csrf.exempt_paths.iter().any(|exempt| match exempt.strip_suffix('*') {
        Some(folder) => path.starts_with(folder),
        None => path == exempt,
    })
}

/// Methods that change nothing (RFC 9110, section 9.2.1). The handshake of a WebSocket is a GET, too, and
/// opens a channel for everything else.
fn is_safe(cx: &Cx) -> bool {
    let safe = [Method::GET, Method::HEAD, Method::OPTIONS, Method::TRACE];
    safe.contains(cx.facts().method())
        && !cx.facts().header("upgrade").is_some_and(|to| to.eq_ignore_ascii_case("websocket"))
}

/// Whether a page of that origin is one of this site's. Over https it must be https as well; over
/// http it may be: something in front of us may speak TLS without saying so.
fn own(cx: &Cx, origin: &str) -> bool {
    let Some((scheme, rest)) = origin.split_once("://") else { return false };
    let scheme = scheme.to_ascii_lowercase();
    if !(scheme == "https" || scheme == "http" && !cx.facts().secure()) {
        return false;
    }
    let usual = |host: Host<'_>| host.without_default_port(&scheme).to_string();
    let Some(origin) = Host::parse(rest).map(usual) else { return false };
    let asked = cx.facts().host().and_then(Host::parse).map(usual);
    let named = || cx.security().rules().hosts.own.clone().map(usual);
    asked.as_ref() == Some(&origin) || named() == Some(origin)
}

/// Whether the settings let the pages of that origin send this request.
fn trusted(cx: &Cx, origin: &str) -> bool {
    let named = |list: &[WebOrigin]| list.iter().any(|one| one.as_str() == origin);
    let config = cx.config();
    named(&config.csrf.trusted_origins)
        || named(&config.cors.origins) && (config.cors.credentials || carries_nothing(cx))
}

/// Whether the request says that it comes from a page of another origin that the settings name.
pub(crate) fn named(cx: &Cx) -> bool {
    let page = cx.facts().header_latin1("origin").or_else(|| referrer(cx));
    page.is_some_and(|page| trusted(cx, &page))
}

/// Nothing of the user's that a browser adds by itself: whoever may call us without it acts for nobody.
fn carries_nothing(cx: &Cx) -> bool {
    let facts = cx.facts();
    facts.header_latin1("cookie").is_none()
        && (facts.header_latin1("authorization").is_none() || is_bearer(cx))
}

/// Browsers too old for both headers send this one, unless they were told not to.
fn referrer(cx: &Cx) -> Option<Cow<'_, str>> {
    let page = cx.facts().header_latin1("referer")?;
    let host = page.find("://").map_or(0, |colon| colon + 3);
    let end = page[host..].find(['/', '?', '#']).map_or(page.len(), |end| host + end);
    Some(match page {
        Cow::Borrowed(page) => Cow::Borrowed(&page[..end]),
        Cow::Owned(page) => Cow::Owned(page[..end].to_owned()),
    })
}

/// A token that a script put there, and no cookie: nothing that a browser adds by itself.
fn token_alone(cx: &Cx) -> bool {
    let facts = cx.facts();
    let ours = facts.header(&cx.config().token.authentication_header).is_some();
    (is_bearer(cx) || ours) && facts.header_latin1("cookie").is_none()
}

fn is_bearer(cx: &Cx) -> bool {
    let scheme = cx.facts().header("authorization").and_then(|value| value.split(' ').next());
    scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("bearer"))
}
