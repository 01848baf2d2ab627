//! How often something may be asked: GCRA over [`Kv`](crate::kv::Kv).

use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::Once;

use axum::response::Response;
use data_encoding::BASE64URL_NOPAD;
use gatewright_wire::digest::sha256;
use http::{HeaderName, HeaderValue};

use crate::authn::{basic, device};
use crate::config::{IdentityAttribute, Rate};
use crate::error::{Denial, Result};
use crate::kv::Spent;
use crate::model::{User, UserId};
use crate::request::cx::Cx;
use crate::request::rule::Limit;
use crate::request::state::{Known, Standing};
use crate::text::case;

/// The policy by identity.
const IDENTITY: &str = "sign-in-identity";
const MAIL_IDENTITY: &str = "mail-identity";
const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const STANDING: HeaderName = HeaderName::from_static("ratelimit");

impl Limit {
    /// The name of the policy that clients see.
    const fn name(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Verify => "verify",
            Self::Codes => "codes",
            Self::Register => "register",
            Self::Mail => "mail",
            Self::Refresh => "refresh",
        }
    }

    fn rate(self, cx: &Cx) -> Option<Rate> {
        let limits = &cx.config().limits;
        match self {
            Self::SignIn => limits.sign_in,
            Self::Verify => limits.verify,
            Self::Codes => limits.codes,
            Self::Register => limits.register,
            Self::Mail => limits.mail,
            Self::Refresh => limits.refresh,
        }
    }

    const fn by_user(self) -> bool {
        matches!(self, Self::Verify | Self::Codes)
    }
}

/// Before anything of the request is read: the limits by address.
pub(crate) async fn before(cx: &Cx, limit: Option<Limit>) -> Result<()> {
    let Some((limit, rate)) = limit.and_then(|limit| Some((limit, limit.rate(cx)?))) else {
        return Ok(());
    };
    if limit.by_user() {
        return Ok(());
    }
    let Some(key) = address(cx) else { return Ok(()) };
    let spent = spend(cx, limit.name(), &key, rate).await?;
    settle(cx, limit.name().into(), rate, spent)
}

/// Once it is known who asks: the limits by user.
pub(crate) async fn after(cx: &Cx, limit: Option<Limit>) -> Result<()> {
    let Some((limit, rate)) = limit.and_then(|limit| Some((limit, limit.rate(cx)?))) else {
        return Ok(());
    };
    if !limit.by_user() {
        return Ok(());
    }
    let Some(user) = cx.user().await? else { return Ok(()) };
    let spent = spend(cx, limit.name(), &of_user(&user), rate).await?;
    settle(cx, limit.name().into(), rate, spent)
}

/// A sign-in that names somebody, whether or not there is such an account.
///
/// How often others have named them stays untold as long as it is not too often: an account that is
/// used is one that exists. Browsers that the owner has signed in with count for themselves.
pub(crate) async fn identity(
    cx: &Cx,
    attribute: &IdentityAttribute,
    value: &str,
    found: Option<&User>,
) -> Result<()> {
    let Some(rate) = cx.config().limits.sign_in_identity else { return Ok(()) };
    let key = identity_key(cx, attribute, value, found);
    let spent = spend(cx, IDENTITY, &key, rate).await?;
    if spent.allowed { Ok(()) } else { settle(cx, IDENTITY.into(), rate, spent) }
}

/// A mail to an address that a stranger has typed, whether or not it is somebody's: its owner is not
/// to be flooded. Counts by the address in its normal form.
pub(crate) async fn mail_to(cx: &Cx, address: &str) -> Result<()> {
    let Some(rate) = cx.config().limits.mail_identity else { return Ok(()) };
    let key = digest(&["mail", &case::folded(address)]);
    let spent = spend(cx, MAIL_IDENTITY, &key, rate).await?;
    // How often others have asked stays untold, as for sign-ins.
    if spent.allowed { Ok(()) } else { settle(cx, MAIL_IDENTITY.into(), rate, spent) }
}

fn identity_key(
    cx: &Cx,
    attribute: &IdentityAttribute,
    value: &str,
    found: Option<&User>,
) -> String {
    match found.and_then(|user| device::known(cx, user)) {
        Some(device) => digest(&["device", &device]),
        None => of_identity(attribute, value),
    }
}

/// The user of HTTP Basic, asked once for a request. Wrong passwords count as sign-ins do, by address
/// and by identity; good ones, which come with every request of a program, only as long as they are
/// being verified.
pub(crate) async fn basic(cx: &Cx) -> Result<Option<Known>> {
    cx.state().basic.get_or_try_init(|| by_basic(cx)).await.cloned()
}

async fn by_basic(cx: &Cx) -> Result<Option<Known>> {
    if !basic::carried(cx) {
        return Ok(None);
    }
    let limits = &cx.config().limits;
    let mut taken = Taken::default();
    if let (Some(rate), Some(key)) = (limits.sign_in, limits.sign_in.and_then(|_| address(cx))) {
        taken.take(cx, Limit::SignIn.name(), &key, rate).await?;
    }
    let outcome = match basic::named(cx).await {
        Ok(Some(named)) => {
            if let (Some(rate), Some((attribute, value))) = (limits.sign_in_identity, &named.by) {
                let key = identity_key(cx, attribute, value, named.user.as_deref());
                taken.take(cx, IDENTITY, &key, rate).await?;
            }
            basic::verify(cx, named).await
        }
        Ok(None) => Ok(None),
        Err(error) => Err(error),
    };
    // What could not be verified was no attempt.
    if !matches!(outcome, Ok(None)) {
        taken.give_back(cx).await?;
    }
    outcome
}

/// What one request has taken of rates.
#[derive(Default)]
struct Taken(Vec<(String, Rate)>);

impl Taken {
    async fn take(&mut self, cx: &Cx, name: &'static str, key: &str, rate: Rate) -> Result<()> {
        let key = full_key(name, key);
        let spent = cx.security().kv().spend(&key, rate).await?;
        if !spent.allowed {
            return settle(cx, name.into(), rate, spent);
        }
        self.0.push((key, rate));
        Ok(())
    }

    async fn give_back(self, cx: &Cx) -> Result<()> {
        for (key, rate) in self.0 {
            cx.security().kv().give_back(&key, rate).await?;
        }
        Ok(())
    }
}

/// Counts one, and refuses the request if it is one too many.
pub(crate) async fn count(cx: &Cx, policy: &str, key: &str, rate: Rate) -> Result<()> {
    let spent = cx.security().kv().spend(key, rate).await?;
    settle(cx, Cow::Owned(policy.to_owned()), rate, spent)
}

/// Tells how the client stands, on refusals and on answers (draft-ietf-httpapi-ratelimit-headers).
pub(crate) fn tell(cx: &Cx, response: &mut Response) {
    let limits = cx.state().limits();
    if limits.is_empty() {
        return;
    }
    let (mut policy, mut standing) = (String::new(), String::new());
    for Standing { policy: name, rate, spent } in limits.iter() {
        let comma = if policy.is_empty() { "" } else { ", " };
        let name = printable(name);
        let (quota, window) = (rate.count(), rate.per().as_secs());
        let (left, reset) = (spent.remaining, spent.reset.as_secs_f64().ceil());
        // Writing to a string cannot fail.
        let _ = write!(policy, "{comma}\"{name}\";q={quota};w={window}");
        let _ = write!(standing, "{comma}\"{name}\";r={left};t={reset}");
    }
    drop(limits);
    for (name, value) in [(POLICY, policy), (STANDING, standing)] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
}

/// What counts as one client; `None` if the server does not say from where a request comes.
pub(crate) fn address(cx: &Cx) -> Option<String> {
    static TOLD: Once = Once::new();
    if let Some(address) = cx.facts().client_network() {
        return Some(address.to_string());
    }
    TOLD.call_once(|| {
        tracing::warn!(
            "the addresses of clients are unknown, so nothing is limited by address: serve with \
             `security.serve`, or with axum's `into_make_service_with_connect_info`"
        );
    });
    None
}

/// The key of a user.
pub(crate) fn of_user(user: &User) -> String {
    match &user.id {
        UserId::Int(id) => format!("u{id}"),
        UserId::Text(id) => digest(&["user", id]),
    }
}

async fn spend(cx: &Cx, name: &str, key: &str, rate: Rate) -> Result<Spent> {
    cx.security().kv().spend(&full_key(name, key), rate).await
}

fn full_key(name: &str, key: &str) -> String {
    format!("limit {name} {key}")
}

fn settle(cx: &Cx, policy: Cow<'static, str>, rate: Rate, spent: Spent) -> Result<()> {
    if !spent.allowed {
        tracing::debug!(%policy, "too many requests");
        proxies(cx);
    }
    cx.state().limits().push(Standing { policy, rate, spent });
    if spent.allowed {
        return Ok(());
    }
    Err(Denial::TooMany { retry_after: spent.retry_after }.into())
}

/// Behind a proxy that is not trusted everybody has one address and is refused together.
fn proxies(cx: &Cx) {
    static TOLD: Once = Once::new();
    if cx.config().core.proxy_fix.x_for == 0 && cx.facts().header("x-forwarded-for").is_some() {
        TOLD.call_once(|| {
            tracing::warn!(
                "a client with `X-Forwarded-For` was refused by its rate limit: if there is a \
                 proxy in front, set PROXY_FIX (and TRUSTED_PROXIES), or all clients count as one"
            );
        });
    }
}

/// The same for every spelling that finds the same account; of one length, and unreadable.
fn of_identity(attribute: &IdentityAttribute, value: &str) -> String {
    let folded = if attribute.case_insensitive { case::folded(value) } else { value.to_owned() };
    digest(&["identity", &attribute.attribute, &folded])
}

fn digest(parts: &[&str]) -> String {
    BASE64URL_NOPAD.encode(&sha256(parts.join("\0").as_bytes()))
}

/// A string of structured fields (RFC 9651, section 3.3.3).
fn printable(name: &str) -> String {
    let plain = |c: &char| matches!(c, ' '..='~') && !matches!(c, '"' | '\\');
    name.chars().filter(plain).collect()
}
