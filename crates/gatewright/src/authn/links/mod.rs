//! Links in mails: signed, dated, bound to what they change, and good once.
//!
//! A link names its user by what ends with every sign-in, and holds a keyed digest of what it is to
//! change: the address, or the stored password. Nothing is kept when it is made; what is kept is
//! that it was used (contract: lifecycle 2.5; OWASP Forgot Password Cheat Sheet).

mod payload;
mod purpose;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use gatewright_wire::Error as WireError;
use gatewright_wire::digest::sha256;
use jiff::SignedDuration;
use jiff::civil::DateTime;
use serde_json::{Map, Value, json};

use self::payload::Payload;
use crate::error::{Error, Result};
use crate::model::User;
use crate::request::cx::Cx;

pub(crate) use self::purpose::Purpose;

/// A good link.
pub(crate) struct Link {
    pub(crate) user: Arc<User>,
    /// The address that it carries, if it carries one.
    pub(crate) email: Option<String>,
    purpose: Purpose,
    hash: [u8; 32],
    remembered_until: DateTime,
}

/// Why a link is no good.
pub(crate) enum Fault {
    /// Not ours, of another purpose, used already, or no longer what its user's account is like.
    Invalid,
    /// Too old. Whom it was for, if that user is still there.
    Expired(Option<Arc<User>>),
}

/// A new link's token. `email` is the address that it carries: of [`Purpose::ChangeEmail`] the new
/// one, of [`Purpose::UndoEmail`] the one before.
pub(crate) fn mint(cx: &Cx, purpose: Purpose, user: &User, email: Option<&str>) -> String {
    let json = payload::write(cx, purpose, user, email);
    purpose.signer(cx).dumps(&json, cx.clock().unix())
}

/// A token that says this, as if it were ours.
#[cfg(fuzzing)]
pub(crate) fn sign(cx: &Cx, purpose: Purpose, json: &str) -> String {
    purpose.signer(cx).dumps(json, cx.clock().unix())
}

/// The absolute address of a token's page, for a mail.
///
/// # Errors
/// As [`Cx::absolute_url`]; or the feature is off.
pub(crate) fn url(cx: &Cx, purpose: Purpose, token: &str) -> Result<String> {
    let endpoint = purpose.endpoint();
    let path = cx.url_for(endpoint).ok_or_else(|| {
        Error::config(format!("there is no endpoint {endpoint}: its feature is switched off"))
    })?;
    cx.absolute_url(&path.replace("{token}", token))
}

/// Puts a link among the names of a mail's template: its address, its token, and for how long it is
/// good.
///
/// # Errors
/// As [`url`].
pub(crate) fn show(
    cx: &Cx,
    purpose: Purpose,
    token: &str,
    names: &mut Map<String, Value>,
) -> Result<()> {
    let (link, bare) = purpose.names();
    names.insert(link.to_owned(), json!(url(cx, purpose, token)?));
    names.insert(bare.to_owned(), json!(token));
    names.insert("within".to_owned(), json!(purpose.seconds(cx)));
    Ok(())
}

/// Reads a link, without using it up. Every fault of the signature is one and the same; age goes
/// before everything else.
///
/// # Errors
/// The store failed.
pub(crate) async fn read(
    cx: &Cx,
    purpose: Purpose,
    token: &str,
) -> Result<std::result::Result<Link, Fault>> {
    cx.state().set_secret_address();
    let life = purpose.life(cx);
    let loaded = purpose.signer(cx).loads(token, cx.clock().unix(), Some(life.as_secs()));
    let (json, issued_at) = match loaded {
        Ok(loaded) => (loaded.json, loaded.issued_at),
        Err(WireError::Expired { payload, .. }) => {
            let text = String::from_utf8(payload).unwrap_or_default();
            let user = match Payload::read(purpose, &text) {
                Some(payload) => payload.owner(cx).await?,
                None => None,
            };
            return Ok(Err(Fault::Expired(user)));
        }
        Err(_) => return Ok(Err(Fault::Invalid)),
    };
    let Some(payload) = Payload::read(purpose, &json) else { return Ok(Err(Fault::Invalid)) };
    let Some(user) = payload.owner(cx).await? else { return Ok(Err(Fault::Invalid)) };
    let hash = sha256(token.as_bytes());
    let used = cx.store().once().peek(purpose.spent(), &hash, cx.clock().utc()).await?.is_some();
    // A link to confirm that has done its work says so, instead of being none.
    let says_so = purpose == Purpose::Confirm && user.confirmed_at.is_some();
    if (used && !says_so) || !payload.fits(cx, purpose, &user).await? {
        return Ok(Err(Fault::Invalid));
    }
    let remembered_until = remembered_until(cx, issued_at, life);
    Ok(Ok(Link { user, email: payload.email, purpose, hash, remembered_until }))
}

/// Uses a link up. Of many at the same time exactly one gets true.
///
/// Do what may fail (hashing, checking fields) before, and what the link is for after it.
///
/// # Errors
/// The store failed.
pub(crate) async fn consume(cx: &Cx, link: &Link) -> Result<bool> {
    let spent =
        cx.store().once().issue(link.purpose.spent(), &link.hash, link.remembered_until, "").await;
    match spent {
        Ok(()) => Ok(true),
        Err(error) if error.is_conflict() => Ok(false),
        Err(error) => Err(error),
    }
}

/// Twice as long as it is good: the settings may lengthen its life before it is over.
fn remembered_until(cx: &Cx, issued_at: i64, life: SignedDuration) -> DateTime {
    let age = SignedDuration::from_secs(cx.clock().unix().saturating_sub(issued_at));
    let left = life.saturating_mul(2).saturating_sub(age);
    cx.clock().utc().saturating_add(left.max(life))
}

impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Link").field("purpose", &self.purpose).finish_non_exhaustive()
    }
}
