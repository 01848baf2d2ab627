//! Sessions that are kept on the server.
//!
//! The cookie carries 128 bits that find the row and 256 bits that prove it; the table has hashes of
//! both. At sign-in a session gets a new row, so that nothing known before is worth anything after;
//! by age it gets a new token in its row. A token that was replaced and is seen again, other than by
//! requests that were under way, was copied: the session ends, and its owner is told.
//!
//! Visitors need no row: what we keep for them (a CSRF token, messages) travels in a signed cookie of
//! another name, which is worth nothing to whoever steals or plants it.

use std::sync::Arc;

use data_encoding::BASE64URL_NOPAD;
use gatewright_wire::digest::{constant_time_eq, sha256};
use gatewright_wire::flask::session::Payload;
use jiff::SignedDuration;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::clock::utc;
use crate::config::{Protection, SessionStore};
use crate::error::{Error, ErrorKind, Result};
use crate::event::Event;
use crate::model::{Rotation, Seen, ServerSession, User};
use crate::random;
use crate::request::cx::Cx;
use crate::request::state::{Kept, Notice, SessionState};
use crate::request::whole::whole;
use crate::session::PRIMARY_AT;
use crate::session::cookie::{self, Which};

/// The longest `User-Agent` that is kept, in characters.
const MOST_AGENT: usize = 300;
/// A use is noted once in so long.
const NOTED_EVERY: SignedDuration = SignedDuration::from_secs(60);
/// Longer than a request takes, in seconds.
const ONE_REQUEST: f64 = 15.0;
/// How long a session that was replaced stays known, so that answers under way leave the new cookie
/// alone.
pub(super) const MARKED: SignedDuration = SignedDuration::from_mins(2);

/// True if signed-in sessions are kept on the server.
pub(crate) fn used(cx: &Cx) -> bool {
    cx.config().session.store == SessionStore::Server
}

/// Reads the session that the request's cookie names, once for a request. Whoever asks for the
/// session comes through here first; without server-side sessions there is nothing to do.
pub(crate) async fn load(cx: &Cx) -> Result<()> {
    if !used(cx) {
        return Ok(());
    }
    let loaded = cx.state().loaded.get_or_try_init(|| read(cx)).await;
    if loaded.is_err() {
        // The answer to this failure must not look for the session again, nor replace it.
        let mut state = cx.state().session();
        state.opened = true;
        state.mute = true;
    }
    loaded.copied()
}

/// The user of the session that was loaded.
pub(crate) fn user(cx: &Cx) -> Option<Arc<User>> {
    cx.state().session().kept.as_ref().and_then(|kept| kept.user.clone())
}

/// When the primary credentials were shown in the session that was loaded, in seconds since 1970. A
/// request with the token before the present one does not share in what was proven when it changed.
pub(crate) fn primary_at(cx: &Cx) -> Option<f64> {
    let state = cx.state().session();
    let at = state.payload.get_f64(PRIMARY_AT)?;
    let kept = state.kept.as_ref()?;
    if kept.behind {
        let rotated = kept.row.rotated_at.to_zoned(TimeZone::UTC).ok()?.timestamp();
        return (rotated.as_duration().as_secs_f64() - at > ONE_REQUEST).then_some(at);
    }
    Some(at)
}

async fn read(cx: &Cx) -> Result<()> {
    let found = find(cx).await?;
    if let Found::Nothing = found {
        visit(cx);
        return Ok(());
    }
    let mut state = cx.state().session();
    state.opened = true;
    match found {
        Found::Kept(kept) => {
            state.payload = parse(&kept.row.data);
            state.kept = Some(*kept);
        }
        Found::Replaced => state.mute = true,
        Found::Nothing => {}
    }
    Ok(())
}

enum Found {
    Nothing,
    /// One that another session has taken the place of, or a token that two others have.
    Replaced,
    Kept(Box<Kept>),
}

async fn find(cx: &Cx) -> Result<Found> {
    let Some(token) = cookie::value(cx, Which::Session).and_then(Token::parse) else {
        return Ok(Found::Nothing);
    };
    let Some((row, user)) = cx.store().sessions()?.find(&token.key_hash()).await? else {
        return Ok(Found::Nothing);
    };
    if row.ended {
        return Ok(Found::Replaced);
    }
    let now = cx.clock().utc();
    if row.expires_at <= now || now >= ends_after(cx, &row, row.seen_at) {
        return Ok(Found::Nothing);
    }
    let Some(behind) = judge(cx, &row, &token, now) else {
        // Two new tokens within the grace: the one before both may be under way as well. It is good
        // for nothing, and proves no theft.
        if row.previous_hash.is_some() && in_grace(cx, &row, now) {
            return Ok(Found::Replaced);
        }
        replayed(cx, row, user).await?;
        return Ok(Found::Nothing);
    };
    if let Some(owner) = &row.user_id {
        let good = user.as_ref().is_some_and(|user| {
            user.active
                && user.id == *owner
                && row.uniquifier.as_deref() == Some(user.uniquifier.as_str())
        });
        if !good || moved(cx, &row) {
            // Not revived when the account is enabled again.
            cx.store().sessions()?.end(&row.key_hash, None).await?;
            return Ok(Found::Nothing);
        }
    }
    let user = user.filter(|_| row.user_id.is_some()).map(Arc::new);
    Ok(Found::Kept(Box::new(Kept { row, user, behind })))
}

/// Without a session on the server: what the signed cookie for visitors says.
fn visit(cx: &Cx) {
    let mut state = cx.state().session();
    state.opened = true;
    let Some(cookie) = cookie::value(cx, Which::Visit) else { return };
    let age = cx.config().session.permanent_lifetime.as_secs();
    let codec = &cx.security().keys().visit;
    state.payload = super::bounded(codec, cookie, cx.clock().unix(), age);
    state.visit = true;
}

/// `Some(false)`: the present token. `Some(true)`: the one before it, from a request that may carry
/// it. `None`: one that was replaced.
fn judge(cx: &Cx, row: &ServerSession, token: &Token, now: DateTime) -> Option<bool> {
    let hash = token.token_hash();
    if constant_time_eq(&hash, &row.token_hash) {
        return Some(false);
    }
    let previous = row.previous_hash.as_deref()?;
    if !constant_time_eq(&hash, previous) {
        return None;
    }
    let under_way = in_grace(cx, row, now);
    // Nobody has shown the new token: the answer that carried it may have been lost on its way to
    // this very browser.
    let lost = !row.confirmed && row.address == address(cx) && row.agent == agent(cx);
    (under_way || lost).then_some(true)
}

/// Whether requests with a token from before the present one may still be under way.
fn in_grace(cx: &Cx, row: &ServerSession, now: DateTime) -> bool {
    row.rotated_at.checked_add(cx.config().session.rotate_grace).is_ok_and(|end| now <= end)
}

/// In strong protection a session stays with the address and browser that it began with.
fn moved(cx: &Cx, row: &ServerSession) -> bool {
    cx.config().session.protection == Some(Protection::Strong)
        && (row.address != address(cx) || row.agent != agent(cx))
}

/// Whoever sends a copied token and hangs up has ended the session all the same.
async fn replayed(cx: &Cx, row: ServerSession, user: Option<User>) -> Result<()> {
    let cx = cx.clone();
    whole(async move {
        // Of several replays at the same time, one ends the session and tells.
        if !cx.store().sessions()?.end(&row.key_hash, None).await? {
            return Ok(());
        }
        let session = row.id();
        tracing::warn!(session, "a session was used with a token that had been replaced");
        if let Some(user) = user {
            cx.announce(Event::SessionReplayed { user: &user, session: &row }).await;
            if let Some(tell) = cx.state().tell.get() {
                tell(&cx, Notice::SessionReplayed(user)).await;
            }
        }
        Ok(())
    })
    .await
}

/// When a session ends that is used at this moment for the last time.
fn ends_after(cx: &Cx, row: &ServerSession, seen_at: DateTime) -> DateTime {
    let config = cx.config();
    let (idle, absolute) = if row.persistent {
        (config.remember.cookie_duration, config.remember.cookie_duration)
    } else {
        (config.session.idle_timeout, config.session.absolute_timeout)
    };
    let idle = seen_at.checked_add(idle).unwrap_or(DateTime::MAX);
    idle.min(row.created_at.checked_add(absolute).unwrap_or(DateTime::MAX))
}

/// What is to be written about this use; nothing if it was noted within the last minute.
pub(super) fn seen(cx: &Cx, row: &ServerSession) -> Option<Seen> {
    let now = cx.clock().utc();
    let idle = cx.config().session.idle_timeout;
    // A short timeout must not end a session that is in use.
    let every = if row.persistent { NOTED_EVERY } else { NOTED_EVERY.min(idle / 4) };
    row.seen_at.checked_add(every).is_ok_and(|due| now >= due).then(|| Seen {
        at: now,
        expires_at: ends_after(cx, row, now),
        address: address(cx),
        agent: agent(cx),
    })
}

/// A new session for what this request's session holds.
pub(super) fn create(cx: &Cx, state: &SessionState, token: &Token) -> ServerSession {
    let now = cx.clock().utc();
    let entering = state.entering.as_ref();
    let mut row = ServerSession {
        key_hash: token.key_hash(),
        token_hash: token.token_hash(),
        previous_hash: None,
        rotated_at: now,
        confirmed: true,
        user_id: entering.map(|one| one.user.id.clone()),
        uniquifier: entering.map(|one| one.user.uniquifier.clone()),
        version: 1,
        data: state.payload.to_json(),
        created_at: entering.and_then(|one| one.since).unwrap_or(now),
        seen_at: now,
        expires_at: now,
        address: address(cx),
        agent: agent(cx),
        persistent: entering.is_some_and(|one| one.persistent),
        ended: false,
    };
    row.expires_at = ends_after(cx, &row, now);
    row
}

/// Whether the session needs a new token: it is time, or somebody asked for one. Only the present one
/// is replaced.
pub(super) fn is_due(cx: &Cx, kept: &Kept, asked: bool) -> bool {
    let settings = &cx.config().session;
    let row = &kept.row;
    let passed = |span| row.rotated_at.checked_add(span).is_ok_and(|end| cx.clock().utc() > end);
    if kept.behind {
        // The answer with the present token was lost: this browser needs another one.
        return passed(settings.rotate_grace);
    }
    asked || (settings.rotate_after.is_positive() && passed(settings.rotate_after))
}

/// A new token in place of the present one.
pub(super) fn rotation(cx: &Cx, kept: &Kept) -> Result<(Token, Rotation)> {
    let row = &kept.row;
    let shown = if kept.behind { row.previous_hash.as_ref() } else { Some(&row.token_hash) };
    let previous_hash = shown.cloned().unwrap_or_default();
    let token = Token::renewed(cx)?;
    let rotation =
        Rotation { token_hash: token.token_hash(), previous_hash, now: cx.clock().utc() };
    Ok((token, rotation))
}

pub(super) fn parse(data: &str) -> Payload {
    Payload::from_json(data.as_bytes()).unwrap_or_default()
}

fn address(cx: &Cx) -> Option<String> {
    cx.facts().client().map(|address| address.to_string())
}

fn agent(cx: &Cx) -> Option<String> {
    let agent = cx.facts().header_latin1("user-agent")?;
    Some(agent.chars().filter(|c| !c.is_control()).take(MOST_AGENT).collect())
}

/// What the cookie carries: 16 bytes that find the session, and 32 that prove it.
pub(super) struct Token {
    key: [u8; 16],
    secret: [u8; 32],
}

impl Token {
    pub(super) fn new() -> Result<Self> {
        Ok(Self { key: random::bytes()?, secret: random::bytes()? })
    }

    /// Another secret for the session that this request's cookie names.
    fn renewed(cx: &Cx) -> Result<Self> {
        let present = cookie::value(cx, Which::Session).and_then(Self::parse);
        let Some(Self { key, .. }) = present else {
            return Err(Error::new(ErrorKind::Crypto, "a session without a cookie"));
        };
        Ok(Self { key, secret: random::bytes()? })
    }

    fn parse(cookie: &str) -> Option<Self> {
        let mut bytes = [0; 48];
        if BASE64URL_NOPAD.decode_len(cookie.len()) != Ok(bytes.len()) {
            return None;
        }
        BASE64URL_NOPAD.decode_mut(cookie.as_bytes(), &mut bytes).ok()?;
        let (key, secret) = bytes.split_at(16);
        Some(Self { key: key.try_into().ok()?, secret: secret.try_into().ok()? })
    }

    pub(super) fn cookie(&self) -> String {
        BASE64URL_NOPAD.encode(&[&self.key[..], &self.secret[..]].concat())
    }

    pub(super) fn key_hash(&self) -> Vec<u8> {
        sha256(&self.key).to_vec()
    }

    pub(super) fn token_hash(&self) -> Vec<u8> {
        sha256(&self.secret).to_vec()
    }
}

/// The end of the time for which a replaced session stays known.
pub(super) fn marked_until(cx: &Cx) -> DateTime {
    let now = cx.clock().now();
    utc(now.checked_add(MARKED).unwrap_or(now))
}
