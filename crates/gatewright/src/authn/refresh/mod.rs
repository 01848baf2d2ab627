//! Refresh tokens: families of tokens that fetch new auth tokens, each good for one exchange.
//!
//! A token that comes a second time is in two hands. Which of them is the owner's cannot be known,
//! so that the family ends (RFC 9700, section 4.14.2).

mod carried;

use std::sync::Arc;

use jiff::civil::DateTime;
use serde_json::{Map, Value, json};

use crate::authn::{account, by_session, token};
use crate::config::Config;
use crate::error::Result;
use crate::event::Event;
use crate::facts::Facts;
use crate::i18n::messages::{self as msg, Message};
use crate::model::{Refresh, User};
use crate::random;
use crate::request::cx::Cx;
use crate::request::state::RefreshCookie;
use crate::request::whole::whole;
use crate::security::Security;
use crate::store::{Lookup, Purge};

use carried::{Claims, hand_over, unix};
pub(crate) use carried::{held, in_cookie, line};

/// What the reference calls every family.
const NAME: &str = "default";

/// What came of an exchange.
pub(crate) enum Exchange {
    /// The user, and the members that `response.user` gets.
    Done(Arc<User>, Map<String, Value>),
    Refused(Message),
}

/// What a family is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Good,
    Expired,
    Idle,
    Revoked,
}

/// The tokens of a sign-in: an auth token, and a new family where the settings say so.
pub(crate) async fn begin(cx: &Cx, user: &Arc<User>) -> Result<Map<String, Value>> {
    let mut members = Map::new();
    let primary_at = cx.clock().unix_float();
    let auth = token::issue(cx, user, primary_at).await?;
    members.insert("authentication_token".to_owned(), json!(auth));
    if cx.config().refresh.enabled {
        let family = create(cx, user).await?;
        cx.announce(Event::RefreshTrackerCreated { user, refresh: &family }).await;
        hand_over(cx, user, &family, &mut members).await?;
    }
    Ok(members)
}

/// Exchanges a token for an auth token and the family's next one. Exactly one of several exchanges
/// of one token gets them; the others end the family.
pub(crate) async fn exchange(cx: &Cx, text: &str) -> Result<Exchange> {
    let (cx, text) = (cx.clone(), text.to_owned());
    // Whoever comes with a stolen token must not escape notice by hanging up.
    whole(async move { attempt(&cx, &text).await }).await
}

/// Revokes the family of a token, whatever its generation and whoever holds it. What is no token of
/// ours is passed over: signing out does not fail.
pub(crate) async fn revoke(cx: &Cx, text: &str) -> Result<()> {
    let (cx, text) = (cx.clone(), text.to_owned());
    whole(async move {
        let Some(claims) = Claims::read(&cx, &text) else { return Ok(()) };
        match cx.store().refreshes()?.find(&claims.family).await? {
            Some(family) => end(cx.security(), Some(cx.facts()), &family, None).await.map(drop),
            None => Ok(()),
        }
    })
    .await
}

/// Revokes every family of a user that is not revoked yet, tells of each, and says how many.
pub(crate) async fn revoke_all(
    security: &Security,
    facts: Option<&Facts>,
    user: &User,
) -> Result<u64> {
    let mut count = 0;
    // A store of the application's own may keep none: then there are none to revoke.
    let Ok(families) = security.store().refreshes() else { return Ok(count) };
    let families = families.list(&user.id).await?;
    for family in families.iter().filter(|family| family.revoked_at.is_none()) {
        let ended = revoked(security, family).await?;
        if let Some(refresh) = &ended {
            let event = Event::RefreshTrackerRevoked { user: Some(user), refresh, reason: None };
            security.announce(facts, &event).await;
        }
        count += u64::from(ended.is_some());
    }
    Ok(count)
}

/// Whether the newest token of a family would be exchanged at that time, in the order of the
/// reference's questions.
pub(crate) fn state(config: &Config, family: &Refresh, now: DateTime) -> State {
    if family.expires_at < now {
        State::Expired
    } else if now.duration_since(family.last_used_at) > config.refresh.max_idle {
        State::Idle
    } else if family.revoked_at.is_some() {
        State::Revoked
    } else {
        State::Good
    }
}

/// At sign-out: the browser's token is revoked, and its cookie deleted.
pub(crate) async fn leave(cx: &Cx) -> Result<()> {
    if !in_cookie(cx) {
        return Ok(());
    }
    if let Some(text) = held(cx) {
        revoke(cx, text).await?;
    }
    cx.state().outgoing().refresh = Some(RefreshCookie::Clear);
    Ok(())
}

/// Whether the browser holds a token of somebody else than the user who signs in now.
pub(crate) fn of_another(cx: &Cx, user: &User) -> bool {
    let own = |uid: &str| uid == user.uniquifier || user.token_uniquifier.as_deref() == Some(uid);
    held(cx).is_some_and(|text| !Claims::read(cx, text).is_some_and(|claims| own(&claims.uid)))
}

async fn create(cx: &Cx, user: &User) -> Result<Refresh> {
    let config = &cx.config().refresh;
    let now = cx.clock().utc();
    let families = cx.store().refreshes()?;
    let mut old = Purge::default().of(&user.id);
    old.expired_before = config.cleanup_expired.then_some(now);
    old.revoked = config.cleanup_revoked;
    families.purge(&old).await?;
    let expires_at = now.checked_add(config.max_age).unwrap_or(DateTime::MAX);
    let mut new = Refresh::new(user.id.clone(), random::uniquifier()?, now, expires_at);
    new.create_datetime = Some(now);
    NAME.clone_into(&mut new.name);
    families.create(&new).await
}

async fn attempt(cx: &Cx, text: &str) -> Result<Exchange> {
    let Some(claims) = Claims::read(cx, text) else { return Ok(refused("INVALID")) };
    let Some(family) = cx.store().refreshes()?.find(&claims.family).await? else {
        return Ok(refused("NOT_FOUND"));
    };
    if family.generation != Some(claims.generation) {
        return reused(cx, &family).await;
    }
    let now = cx.clock().utc();
    match state(cx.config(), &family, now) {
        State::Good => {}
        State::Expired | State::Idle => return Ok(refused("EXPIRED")),
        State::Revoked => return Ok(refused("REVOKED")),
    }
    let Some(user) = owner(cx, &claims.uid).await? else {
        return Ok(Exchange::Refused(msg::USER_DOES_NOT_EXIST.into()));
    };
    // A session of one user and a token of another in one request: whom should it serve?
    let session = by_session(cx).await?;
    if user.id != family.user_id || session.is_some_and(|known| known.user.id != user.id) {
        return Ok(refused("INVALID"));
    }
    if let Some(refusal) = account::refusal(cx, &user).await? {
        return Ok(Exchange::Refused(refusal.message));
    }
    if !cx.store().refreshes()?.exchange(&family.family, family.generation, now).await? {
        return reused(cx, &family).await;
    }
    let auth = token::issue(cx, &user, primary_at(cx, &family)).await?;
    let mut members = Map::from_iter([("authentication_token".to_owned(), json!(auth))]);
    let generation = Some(claims.generation.saturating_add(1));
    let next = Refresh { generation, last_used_at: now, ..family };
    hand_over(cx, &user, &next, &mut members).await?;
    Ok(Exchange::Done(user, members))
}

async fn owner(cx: &Cx, uid: &str) -> Result<Option<Arc<User>>> {
    let by = match cx.store().capabilities().token_uniquifier {
        true => Lookup::TokenUniquifier(uid),
        false => Lookup::Uniquifier(uid),
    };
    Ok(cx.store().user(by).await?.map(Arc::new))
}

fn refused(reason: &str) -> Exchange {
    Exchange::Refused(msg::REFRESH_TOKEN_INVALID.with("reason", reason))
}

async fn reused(cx: &Cx, family: &Refresh) -> Result<Exchange> {
    const REASON: &str = "GEN_MISMATCH";
    tracing::warn!(family = family.id, "a used refresh token came again: its family is revoked");
    end(cx.security(), Some(cx.facts()), family, Some(REASON)).await?;
    Ok(refused(REASON))
}

/// Revokes a family and tells of it; false if somebody else did.
async fn end(
    security: &Security,
    facts: Option<&Facts>,
    family: &Refresh,
    reason: Option<&str>,
) -> Result<bool> {
    let Some(refresh) = &revoked(security, family).await? else { return Ok(false) };
    let user = security.store().user(Lookup::Id(&family.user_id)).await?;
    let event = Event::RefreshTrackerRevoked { user: user.as_ref(), refresh, reason };
    security.announce(facts, &event).await;
    Ok(true)
}

/// The family as it is once it is revoked; `None` if it was before.
async fn revoked(security: &Security, family: &Refresh) -> Result<Option<Refresh>> {
    let now = security.clock().utc();
    let ended = security.store().refreshes()?.revoke(&family.family, now).await?;
    Ok(ended.then(|| Refresh { revoked_at: Some(now), ..family.clone() }))
}

/// When the user showed their credentials. A family begins at a sign-in, so that its exchanges are
/// as old as that: neither fresh anew nor less fresh than the auth token they replace.
fn primary_at(cx: &Cx, family: &Refresh) -> f64 {
    let now = cx.clock().unix_float();
    if cx.config().refresh.fresh {
        return now;
    }
    // Stacks that write local time may put the beginning into the future: that is no proof.
    family.create_datetime.map(unix).filter(|&begun| begun <= now).unwrap_or_default()
}
