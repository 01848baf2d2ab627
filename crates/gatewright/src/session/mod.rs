//! What the browser carries: the session, remember-me, messages for the next page.

pub(crate) mod cookie;
mod csrf;
pub(crate) mod flash;
#[cfg(test)]
mod gone_tests;
pub(crate) mod keep;
pub(crate) mod remember;
pub(crate) mod server;
#[cfg(test)]
mod server_tests;
#[cfg(test)]
mod tests;

use std::fmt;

use gatewright_wire::flask::session::{Codec, Payload};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, ErrorKind, Result};
use crate::request::cx::Cx;
use crate::request::state::{Op, SessionState};
use crate::session::cookie::Which;

pub(crate) const USER_ID: &str = "_user_id";
pub(crate) const FRESH: &str = "_fresh";
pub(crate) const CLIENT_ID: &str = "_id";
pub(crate) const PERMANENT: &str = "_permanent";
pub(crate) const REMEMBER: &str = "_remember";
pub(crate) const REMEMBER_SECONDS: &str = "_remember_seconds";
pub(crate) const CSRF_COOKIE_STATE: &str = "fs_cc";
pub(crate) const PRIMARY_AT: &str = "fs_paa";
pub(crate) const GRACE_UNTIL: &str = "fs_gexp";
pub(crate) const FLASHES: &str = "_flashes";
/// Pages that were visited, by path.
pub(crate) const VISITED: &str = "gatewright_visited";
pub(crate) const OAUTH_NEXT: &str = "fs_oauth_next";

/// The largest cookie that is read, in bytes; browsers keep 4 KiB.
const MOST_COOKIE: usize = 16 * 1024;
/// The largest session that is read, in bytes of JSON before it was compressed.
const MOST_JSON: usize = 64 * 1024;

/// The session of a request; read at the first question, written back only if it changed.
///
/// Keys that nobody here knows survive untouched, whatever their values are.
#[derive(Clone, Copy)]
pub struct Session<'a> {
    cx: &'a Cx,
}

impl Cx {
    /// The session of this request.
    pub fn session(&self) -> Session<'_> {
        Session { cx: self }
    }
}

impl Session<'_> {
    /// The value of a key, as any type that it can be read as.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        self.read(|state| state.payload.get_raw(key).and_then(|raw| serde_json::from_str(raw).ok()))
    }

    /// The value of a key, if it is text.
    pub fn text(&self, key: &str) -> Option<String> {
        self.read(|state| state.payload.get_str(key).map(std::borrow::Cow::into_owned))
    }

    /// The value of a key, if it is a number.
    pub fn number(&self, key: &str) -> Option<f64> {
        self.read(|state| state.payload.get_f64(key))
    }

    /// The value of a key, if it is a boolean.
    pub fn flag(&self, key: &str) -> Option<bool> {
        self.read(|state| state.payload.get_bool(key))
    }

    /// True if the session has this key.
    pub fn has(&self, key: &str) -> bool {
        self.read(|state| state.payload.get_raw(key).is_some())
    }

    /// True if the session has no keys.
    pub fn is_empty(&self) -> bool {
        self.read(|state| state.payload.is_empty())
    }

    /// Everything that it holds.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn members(&self) -> serde_json::Map<String, serde_json::Value> {
        self.read(|state| {
            let parse = |raw: &str| serde_json::from_str(raw).unwrap_or_default();
            state.payload.iter().map(|(key, raw)| (key.to_owned(), parse(raw))).collect()
        })
    }

    /// Sets a key to any value that JSON can hold. Of two requests that set one key at the same time,
    /// the later one wins; [`Session::update`] loses neither.
    ///
    /// # Errors
    /// [`Crypto`](crate::ErrorKind::Crypto) if the value cannot be written as JSON, or the session
    /// would be larger than 64 KiB.
    pub fn set<T: Serialize>(&self, key: &str, value: &T) -> Result<()> {
        self.set_raw(key, &to_raw(value)?)
    }

    /// Changes the value of a key: `None` where there is none, or where it is to be removed.
    ///
    /// In a session on the server no change is lost, however many requests change it at the same
    /// time: the function runs once more, on the value that another request has written meanwhile.
    ///
    /// ```
    /// # fn count(cx: &gatewright::Cx) -> gatewright::Result<()> {
    /// cx.session().update("visits", |visits: Option<u64>| Some(visits.unwrap_or(0) + 1))
    /// # }
    /// ```
    ///
    /// The function may read the session, but must not write this key.
    ///
    /// # Errors
    /// As [`Session::set`]; [`Busy`](crate::ErrorKind::Busy) if the key never stays as it was read.
    pub fn update<T, F>(&self, key: &str, change: F) -> Result<()>
    where
        T: Serialize + DeserializeOwned,
        F: Fn(Option<T>) -> Option<T> + Send + Sync + 'static,
    {
        const TRIES: usize = 64;
        let change = move |raw: Option<&str>| {
            change(raw.and_then(|raw| serde_json::from_str(raw).ok())).map(|new| to_raw(&new))
        };
        let place = |payload: &mut Payload, key: &str, new: Option<&str>| match new {
            Some(new) => put(payload, key, new),
            None => {
                payload.remove(key);
                Ok(())
            }
        };
        for _ in 0..TRIES {
            let seen = self.raw(key);
            // Without the lock: the function may ask the session for more.
            let new = change(seen.as_deref()).transpose()?;
            let mut state = self.cx.state().session();
            if state.payload.get_raw(key) != seen.as_deref() {
                continue;
            }
            place(&mut state.payload, key, new.as_deref())?;
            state.modified = true;
            if state.kept.is_some() {
                let key = key.to_owned();
                state.ops.push(Op::Change(Box::new(move |payload| {
                    let new = change(payload.get_raw(&key)).transpose()?;
                    place(payload, &key, new.as_deref())
                })));
            }
            return Ok(());
        }
        let retry_after = std::time::Duration::from_secs(1);
        Err(Error::new(ErrorKind::Busy { retry_after }, "a session value is written all the time"))
    }

    /// Removes a key.
    pub fn remove(&self, key: &str) {
        self.write(key, |payload| payload.remove(key));
    }

    pub(crate) fn set_text(&self, key: &str, value: &str) {
        self.write(key, |payload| {
            payload.set_str(key, value);
            true
        });
    }

    pub(crate) fn set_flag(&self, key: &str, value: bool) {
        self.write(key, |payload| {
            payload.set_bool(key, value);
            true
        });
    }

    pub(crate) fn set_number(&self, key: &str, value: f64) {
        self.write(key, |payload| {
            payload.set_f64(key, value);
            true
        });
    }

    pub(crate) fn set_integer(&self, key: &str, value: i64) {
        self.write(key, |payload| {
            payload.set_i64(key, value);
            true
        });
    }

    /// The exact JSON text of a key's value.
    pub(crate) fn raw(&self, key: &str) -> Option<String> {
        self.read(|state| state.payload.get_raw(key).map(str::to_owned))
    }

    pub(crate) fn set_raw(&self, key: &str, json: &str) -> Result<()> {
        let mut outcome = Ok(());
        self.write(key, |payload| {
            outcome = put(payload, key, json);
            outcome.is_ok()
        });
        outcome
    }

    fn read<T>(&self, ask: impl FnOnce(&SessionState) -> T) -> T {
        let mut state = self.cx.state().session();
        self.open(&mut state);
        ask(&state)
    }

    fn write(&self, key: &str, change: impl FnOnce(&mut Payload) -> bool) {
        let mut state = self.cx.state().session();
        self.open(&mut state);
        if !change(&mut state.payload) {
            return;
        }
        state.modified = true;
        if state.kept.is_some() {
            let op = match state.payload.get_raw(key) {
                Some(raw) => Op::Set(key.to_owned(), raw.to_owned()),
                None => Op::Remove(key.to_owned()),
            };
            state.ops.push(op);
        }
    }

    /// A cookie that is not ours, too old or broken is an empty session.
    fn open(&self, state: &mut SessionState) {
        if state.opened {
            return;
        }
        state.opened = true;
        if server::used(self.cx) {
            // Everything that hands out a `Cx` has read the session; this one was taken from the
            // request by hand.
            tracing::error!(
                "a session was asked for before it was read: extract `Cx` in the handler"
            );
            state.mute = true;
            return;
        }
        let Some(cookie) = cookie::value(self.cx, Which::Session) else { return };
        let age = self.cx.config().session.permanent_lifetime.as_secs();
        let codec = &self.cx.security().keys().session;
        state.payload = bounded(codec, cookie, self.cx.clock().unix(), age);
    }
}

/// Reads a signed session of a size that can be sent back, too.
fn bounded(codec: &Codec, cookie: &str, now: i64, age: i64) -> Payload {
    // One that could not grow by a few members could not be sent back.
    if cookie.len() > MOST_COOKIE {
        tracing::debug!(bytes = cookie.len(), "a session cookie is too large and counts as none");
        return Payload::default();
    }
    let payload = codec.decode(cookie, now, age).unwrap_or_default();
    if size(&payload) <= MOST_JSON { payload } else { Payload::default() }
}

fn size(payload: &Payload) -> usize {
    payload.iter().map(|(key, value)| key.len() + value.len()).sum()
}

fn to_raw<T: Serialize>(value: &T) -> Result<String> {
    let json = serde_json::to_value(value)
        .map_err(|error| Error::new(ErrorKind::Crypto, "no session value").caused_by(error))?;
    Ok(gatewright_wire::pyjson::to_ascii(&json))
}

fn put(payload: &mut Payload, key: &str, json: &str) -> Result<()> {
    let present = payload.get_raw(key).map_or(0, |raw| key.len() + raw.len());
    if size(payload) - present + key.len() + json.len() > MOST_JSON {
        return Err(Error::new(ErrorKind::Crypto, "the session would be larger than 64 KiB"));
    }
    payload.set_raw(key, json).map_err(Error::from)
}

impl fmt::Debug for Session<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").finish_non_exhaustive()
    }
}
