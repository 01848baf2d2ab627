//! CSRF: was this request meant by the person whose session it carries?
//!
//! Four modes, as the reference and its form library have them. *Form*: each of our forms checks
//! its own field. *Global*: every unsafe request of the application is checked before anything
//! else. *Guards*: the guards check, by the mechanism that let the request in. *Off*.

use gatewright_wire::flask::csrf::CsrfFault;

use crate::error::{Denial, Result};
use crate::guard::origin;
use crate::i18n::messages::{self as msg, Key};
use crate::request::cookie::{Cookie, secure};
use crate::request::cx::Cx;
use crate::request::form::{Form, Sent, Submitted};
use crate::request::state::Mechanism;
use crate::session::cookie::{self, Which};
use crate::session::{CSRF_COOKIE_STATE, USER_ID, server};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Off,
    Form,
    Global,
    Guards,
}

fn mode(cx: &Cx) -> Mode {
    let config = &cx.config().csrf;
    match (config.enabled, config.protect, config.check_default) {
        (false, ..) => Mode::Off,
        (true, false, _) => Mode::Form,
        (true, true, true) => Mode::Global,
        (true, true, false) => Mode::Guards,
    }
}

/// Whether the body of a form has to be read for its token before the handler runs. `asked`: the
/// handler or its layer asks for a check, whatever the mode.
pub(crate) fn looks_into_forms(cx: &Cx, asked: bool) -> bool {
    let looks = match mode(cx) {
        Mode::Off => false,
        Mode::Form => asked,
        Mode::Global | Mode::Guards => true,
    };
    looks && unsafe_method(cx)
}

/// Mode *global*: before every request of the application.
pub(crate) fn global(cx: &Cx) -> Result<()> {
    if mode(cx) != Mode::Global || !unsafe_method(cx) || origin::exempt(cx) {
        return Ok(());
    }
    settle(cx, check(cx))
}

/// After a guard let a mechanism in.
pub(crate) fn authenticated(cx: &Cx, via: Mechanism) -> Result<()> {
    if mode(cx) != Mode::Guards || !unsafe_method(cx) {
        return Ok(());
    }
    let protected = &cx.config().csrf.protect_mechanisms;
    let named = |one: Mechanism| protected.iter().any(|name| name == one.name());
    // A session beside the token makes the request one that a browser can be tricked into.
    let beside = || cx.session().has(USER_ID) && named(Mechanism::Session);
    if named(via) || beside() {
        return settle(cx, check(cx));
    }
    cx.state().csrf().settled = true;
    Ok(())
}

/// Before an endpoint that needs no sign-in.
pub(crate) async fn unauthenticated(cx: &Cx) -> Result<()> {
    if mode(cx) != Mode::Guards || !unsafe_method(cx) {
        return Ok(());
    }
    if cx.config().csrf.ignore_unauth_endpoints && cx.known().await?.is_none() {
        cx.state().csrf().settled = true;
        return Ok(());
    }
    settle(cx, check(cx))
}

/// Before a handler of the application that asks for it. In the mode *form*, where no form of ours
/// does it, too.
pub(crate) async fn asked(cx: &Cx) -> Result<()> {
    if mode(cx) == Mode::Off || !unsafe_method(cx) || cx.state().csrf().settled {
        return Ok(());
    }
    server::load(cx).await?;
    if cx.config().csrf.ignore_unauth_endpoints && cx.known().await?.is_none() {
        cx.state().csrf().settled = true;
        return Ok(());
    }
    settle(cx, check(cx))
}

/// The form's own check, unless somebody checked (or decided that none is due) already. For a
/// form that a caller may send without a sign-in, `unauthenticated` is true.
pub(crate) async fn form(cx: &Cx, form: &mut Form, sent: &Submitted, open: bool) -> Result<()> {
    if mode(cx) == Mode::Off || cx.state().csrf().settled {
        return Ok(());
    }
    if open && cx.config().csrf.ignore_unauth_endpoints && cx.known().await?.is_none() {
        return Ok(());
    }
    let name = &cx.config().csrf.field_name;
    let raw = cx.csrf_raw()?;
    let outcome = match sent.first(name) {
        None | Some(Sent::Null) => Err(CsrfFault::Missing),
        Some(Sent::Text(token)) if token.is_empty() => Err(CsrfFault::Missing),
        Some(Sent::Text(token)) => verify(cx, token, &raw),
        Some(Sent::Other(_)) => Err(CsrfFault::Invalid),
    };
    if let Err(fault) = outcome {
        form.reject("csrf_token", key(fault));
    }
    Ok(())
}

/// The token in a form's body: the field itself, else one whose name ends like it.
pub(crate) fn field(cx: &Cx, sent: &Submitted) -> Option<String> {
    if sent.json {
        return None;
    }
    let name = &cx.config().csrf.field_name;
    let exact = sent.text(name).filter(|token| !token.is_empty());
    let suffixed = || {
        let ends = sent.names().filter(|other| other.ends_with(name.as_str()));
        ends.filter_map(|name| sent.text(name)).find(|token| !token.is_empty())
    };
    exact.or_else(suffixed).map(str::to_owned)
}

/// The readable cookie for single-page applications, after every response.
pub(crate) async fn cookie(cx: &Cx) -> Result<Option<String>> {
    let config = &cx.config().csrf;
    let Some(name) = &config.cookie_name else { return Ok(None) };
    let facts = cx.facts();
    // What nobody has opened so far may ask for a new cookie, too.
    let remembered = || facts.cookie(&cx.config().remember.cookie_name).is_some();
    let visits = [Which::Session, Which::Visit];
    let carried =
        visits.into_iter().any(|which| cookie::value(cx, which).is_some()) || remembered();
    if !config.enabled || !(carried || cx.state().session().opened) {
        return Ok(None);
    }
    server::load(cx).await?;
    if cx.state().session().mute {
        return Ok(None);
    }
    let session = cx.session();
    let attributes = &config.cookie;
    let cookie = Cookie {
        name,
        domain: attributes.domain.as_deref(),
        path: Some(attributes.path.as_deref().unwrap_or("/")),
        secure: secure(attributes.secure, cx.facts()),
        http_only: attributes.httponly,
        same_site: attributes.samesite,
        partitioned: false,
    };
    let state = session.text(CSRF_COOKIE_STATE);
    let send = match state.as_deref() {
        Some("clear") => {
            session.remove(CSRF_COOKIE_STATE);
            return Ok(Some(cookie.delete()));
        }
        Some("set") => true,
        Some("sent") if config.cookie_refresh_each_request => true,
        Some("sent") if config.time_limit.is_some() => {
            let raw = cx.csrf_raw()?;
            let held = cx.facts().cookie(name).unwrap_or_default();
            verify(cx, held, &raw).is_err()
        }
        Some(_) => false,
        None => {
            let remembered = cx.facts().cookie(&cx.config().remember.cookie_name).is_some();
            remembered && cx.known().await?.is_some()
        }
    };
    if !send {
        return Ok(None);
    }
    let token = cx.csrf_token()?;
    if state.as_deref() != Some("sent") {
        session.set_text(CSRF_COOKIE_STATE, "sent");
    }
    Ok(Some(cookie.set(&token, None)))
}

fn unsafe_method(cx: &Cx) -> bool {
    let method = cx.facts().method().as_str();
    cx.config().csrf.methods.iter().any(|name| name.eq_ignore_ascii_case(method))
}

fn settle(cx: &Cx, outcome: Result<(), Key>) -> Result<()> {
    match outcome {
        Ok(()) => {
            cx.state().csrf().settled = true;
            Ok(())
        }
        Err(key) => Err(Denial::Csrf(key.name()).into()),
    }
}

/// Token from the form's body or a header, against the session; on https the referrer, too.
fn check(cx: &Cx) -> Result<(), Key> {
    let config = &cx.config().csrf;
    let mut headers: Vec<&str> = config.headers.iter().map(String::as_str).collect();
    headers.extend(config.header.as_deref());
    let in_header =
        || headers.iter().find_map(|name| cx.facts().header(name).filter(|text| !text.is_empty()));
    let token = cx.state().form_token().or_else(|| in_header().map(str::to_owned));
    let raw = cx.session().text(&config.field_name);
    let Some(token) = token else { return Err(key(CsrfFault::Missing)) };
    let Some(raw) = raw else {
        return Err(msg::CSRF_SESSION_TOKEN_MISSING);
    };
    verify(cx, &token, &raw).map_err(key)?;
    if cx.facts().secure() && config.ssl_strict {
        referrer(cx)?;
    }
    Ok(())
}

fn verify(cx: &Cx, token: &str, raw: &str) -> Result<(), CsrfFault> {
    let limit = cx.config().csrf.time_limit;
    cx.security().keys().csrf.check(token, raw, cx.clock().unix(), limit)
}

fn referrer(cx: &Cx) -> Result<(), Key> {
    // Pages of other origins that the settings name are not of this host.
    if origin::named(cx) {
        return Ok(());
    }
    let Some(sent) = cx.facts().header("referer").filter(|text| !text.is_empty()) else {
        return Err(msg::CSRF_REFERRER_MISSING);
    };
    let host = cx.facts().host().unwrap_or_default();
    let rest = sent.get(..8).filter(|scheme| scheme.eq_ignore_ascii_case("https://"));
    let authority = rest.and_then(|_| sent.get(8..)).unwrap_or_default();
    let authority = authority.split(['/', '?', '#']).next().unwrap_or_default();
    let own = authority.eq_ignore_ascii_case(host) && !authority.is_empty();
    if own { Ok(()) } else { Err(msg::CSRF_REFERRER_MISMATCH) }
}

const fn key(fault: CsrfFault) -> Key {
    match fault {
        CsrfFault::Missing => msg::CSRF_TOKEN_MISSING,
        CsrfFault::Expired => msg::CSRF_TOKEN_EXPIRED,
        CsrfFault::Invalid => msg::CSRF_TOKEN_INVALID,
        CsrfFault::Mismatch => msg::CSRF_TOKEN_MISMATCH,
    }
}
