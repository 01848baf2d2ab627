//! Locks after too many wrong passwords and codes.
//!
//! An attempt is counted before anything is verified, by one conditional write, and forgotten if it
//! succeeds: of many at the same time no more are verified than the limit allows. Identities that
//! nobody has are counted and locked like accounts, and who is locked is answered like somebody
//! whose password is wrong, after as much work (NIST SP 800-63B, section 3.2.2; OWASP
//! Authentication Cheat Sheet).

pub(crate) mod owner;
mod policy;
#[cfg(test)]
mod tests;

use std::future::Future;
use std::sync::Arc;

use gatewright_wire::digest::sha256;
use gatewright_wire::passlib::Verdict;
use jiff::SignedDuration;
use jiff::civil::DateTime;
use serde_json::json;
use zeroize::Zeroizing;

use self::owner::{digest, owner};
use self::policy::{FOREVER, Rules};
use crate::authn::device;
use crate::config::IdentityAttribute;
use crate::error::Result;
use crate::event::Event;
use crate::model::{Attempts, User};
use crate::random;
use crate::request::cx::Cx;
use crate::request::whole::whole;
use crate::text::case;

/// What a link by mail is issued for.
pub(crate) const PURPOSE: &str = "unlock";
/// How long such a link is good.
const LINK_LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// For whom an attempt counts.
#[derive(Clone)]
pub(crate) enum Subject {
    /// An account.
    Account(Arc<User>),
    /// An identity that nobody has, in its normal form.
    Identity(Vec<u8>),
    /// Nobody: it cannot be an account, so there is nothing to guess.
    Nobody,
}

impl Subject {
    /// Whoever was found, or what was looked for.
    pub(crate) fn of(found: Option<&Arc<User>>, by: Option<(&IdentityAttribute, &str)>) -> Self {
        match (found, by) {
            (Some(user), _) => Self::Account(Arc::clone(user)),
            (None, Some((attribute, value))) => {
                let insensitive = attribute.case_insensitive;
                let folded = if insensitive { case::folded(value) } else { value.to_owned() };
                Self::Identity(digest(&["identity", &attribute.attribute, &folded]))
            }
            (None, None) => Self::Nobody,
        }
    }

    fn user(&self) -> Option<&Arc<User>> {
        match self {
            Self::Account(user) => Some(user),
            Self::Identity(_) | Self::Nobody => None,
        }
    }
}

/// Compares a password with that of an account, as long as it is not locked. Whatever comes of it
/// costs one hash. Once the user is let in, [`succeeded`] is due.
///
/// # Errors
/// The store failed, or too many hashes are waiting: such an attempt does not count.
pub(crate) async fn password(cx: &Cx, subject: &Subject, password: &str) -> Result<Verdict> {
    let stored = subject.user().and_then(|user| user.password.clone());
    let (passwords, password) = (cx.passwords(), Zeroizing::new(password.to_owned()));
    let check = async move |allowed: bool| {
        let stored = stored.as_deref().filter(|_| allowed);
        passwords.verify(&password, stored).await
    };
    attempt(cx, subject, check, |verdict| verdict.ok).await
}

/// Checks a one-time code of an account, as long as it is not locked. False, too, if it is.
///
/// # Errors
/// Those of the check, which then does not count; or the store failed.
#[allow(dead_code, reason = "for features that ask for codes")]
pub(crate) async fn code<F>(cx: &Cx, user: &Arc<User>, check: F) -> Result<bool>
where
    F: Future<Output = Result<bool>> + Send + 'static,
{
    let check = async move |allowed: bool| if allowed { check.await } else { Ok(false) };
    attempt(cx, &Subject::Account(Arc::clone(user)), check, |right| *right).await
}

/// As much work as telling of a wrong password, where there is no account to tell of.
///
/// # Errors
/// The store failed.
pub(crate) async fn failed_as_nobody(cx: &Cx) -> Result<()> {
    if !cx.config().core.return_generic_responses {
        return Ok(());
    }
    let nobody = User::stand_in("");
    let event = Event::UserFailedAuthn { user: &nobody, auth_type: "password", tfa: false };
    cx.security().pretend(Some(cx.facts()), &event).await;
    Ok(())
}

/// Forgets the failures once somebody is let in. Not as soon as the password was right: a disabled
/// account would show by the time it takes that it was.
///
/// # Errors
/// The store failed.
pub(crate) async fn succeeded(cx: &Cx) -> Result<()> {
    if let Some(key) = cx.state().take_reserved() {
        cx.store().lockouts()?.forget(&key).await?;
    }
    Ok(())
}

/// Ends every lock of an account and forgets its failures. True if there was something to forget.
pub(crate) async fn unlock(cx: &Cx, user: &User, via: &str) -> Result<bool> {
    let any = cx.store().lockouts()?.unlock(&owner(user)).await? > 0;
    if any {
        cx.announce(Event::AccountUnlocked { user, via }).await;
    }
    Ok(any)
}

/// One that was counted.
struct Reserved {
    key: Vec<u8>,
    /// The lock that begins unless this one succeeds.
    locks_until: Option<DateTime>,
}

async fn attempt<T, C, F>(cx: &Cx, subject: &Subject, check: C, good: fn(&T) -> bool) -> Result<T>
where
    T: Send + 'static,
    C: FnOnce(bool) -> F + Send + 'static,
    F: Future<Output = Result<T>> + Send,
{
    let (Some(rules), Some((owner, key))) = (Rules::of(cx.config()), counter(cx, subject)) else {
        return check(true).await;
    };
    let (cx, user) = (cx.clone(), subject.user().cloned());
    // A client that goes away must not get out of being counted, nor leave a lock untold.
    whole(async move {
        let reserved = reserve(&cx, owner, key, user.is_some(), &rules).await?;
        let outcome = check(reserved.is_some()).await;
        let Some(reserved) = reserved else { return outcome };
        match outcome.as_ref().ok().map(good) {
            Some(true) => cx.state().set_reserved(reserved.key),
            Some(false) => {
                if let (Some(until), Some(user)) = (reserved.locks_until, user) {
                    // Beside the answer: for an identity that nobody has there is nobody to tell.
                    tokio::spawn(async move {
                        if let Err(error) = tell(&cx, &user, &reserved.key, until).await {
                            tracing::error!(error = ?error, "nobody was told of a locked account");
                        }
                    });
                }
            }
            None => give_back(&cx, &reserved).await?,
        }
        outcome
    })
    .await
}

/// Whose counter it is, and which of them. Known browsers and sessions have their own.
fn counter(cx: &Cx, subject: &Subject) -> Option<(Vec<u8>, Vec<u8>)> {
    let user = match subject {
        Subject::Nobody => return None,
        Subject::Identity(hash) => return Some((hash.clone(), hash.clone())),
        Subject::Account(user) => user,
    };
    let owner = owner(user);
    let in_session = cx.resolved().is_some_and(|known| known.id == user.id);
    let place = if in_session {
        "session".to_owned()
    } else {
        device::known(cx, user).map_or_else(String::new, |device| format!("device {device}"))
    };
    let key = sha256(&[&owner, place.as_bytes()].concat()).to_vec();
    Some((owner, key))
}

/// Counts an attempt; `None` if there are none left.
async fn reserve(
    cx: &Cx,
    owner: Vec<u8>,
    key: Vec<u8>,
    known: bool,
    rules: &Rules,
) -> Result<Option<Reserved>> {
    // Whoever loses the write reads again. With each one that wins fewer are left.
    for _ in 0..rules.threshold.saturating_add(16) {
        let now = cx.clock().utc();
        let seen = cx.store().lockouts()?.find(&key).await?;
        let Some(new) = rules.next(seen.as_ref(), &owner, known, now) else { return Ok(None) };
        if cx.store().lockouts()?.put(&key, &new, now).await? {
            return Ok(Some(Reserved { key, locks_until: new.locked_until }));
        }
    }
    Ok(None)
}

/// Takes back one that was not verified after all.
async fn give_back(cx: &Cx, reserved: &Reserved) -> Result<()> {
    const TRIES: usize = 16;
    for _ in 0..TRIES {
        let Some(seen) = cx.store().lockouts()?.find(&reserved.key).await? else { return Ok(()) };
        let mut new = Attempts {
            version: seen.version.saturating_add(1),
            failures: (seen.failures - 1).max(0),
            total: (seen.total - 1).max(0),
            ..seen
        };
        if reserved.locks_until.is_some() && new.locked_until == reserved.locks_until {
            new.locked_until = None;
            new.locks = (new.locks - 1).max(0);
        }
        if cx.store().lockouts()?.put(&reserved.key, &new, cx.clock().utc()).await? {
            return Ok(());
        }
    }
    Ok(())
}

/// Tells listeners and the owner, once for a lock.
async fn tell(cx: &Cx, user: &User, key: &[u8], until: DateTime) -> Result<()> {
    let seen = cx.store().lockouts()?.find(key).await?;
    // Somebody succeeded in the same moment: there is no lock.
    if seen.is_none_or(|seen| seen.locked_until != Some(until)) {
        return Ok(());
    }
    let ends = (until != FOREVER).then_some(until);
    cx.announce(Event::AccountLocked { user, until: ends }).await;
    let mut context = cx.seen();
    let left = ends.map(|end| cx.clock().utc().duration_until(end).as_secs());
    // Nobody counts seconds, and nobody should come too early.
    let left = left.and_then(|seconds| u64::try_from(seconds).ok()?.div_ceil(60).checked_mul(60));
    context.insert("within".into(), json!(left));
    context.insert("link".into(), json!(link(cx, user).await?));
    cx.mail("account_locked", "MAIL_ACCOUNT_LOCKED_SUBJECT", user, context).await
}

/// A fresh link to the page that unlocks; `None` if the settings do not say where this site is.
async fn link(cx: &Cx, user: &User) -> Result<Option<String>> {
    let token = random::token()?;
    let Some(path) = cx.url_for("unlock").map(|path| path.replace("{token}", &token)) else {
        return Ok(None);
    };
    let link = match cx.absolute_url(&path) {
        Ok(link) => link,
        Err(error) => {
            tracing::warn!(error = ?error, "the mail about a locked account has no link");
            return Ok(None);
        }
    };
    let expires = cx.clock().utc().saturating_add(LINK_LIFE);
    let hash = sha256(token.as_bytes());
    cx.store().once().issue(PURPOSE, &hash, expires, &user.uniquifier).await?;
    Ok(Some(link))
}
