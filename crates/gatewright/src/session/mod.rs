//! What the browser carries: the session, remember-me, messages for the next page.

pub(crate) mod cookie;
mod csrf;
pub(crate) mod flash;
pub(crate) mod remember;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, ErrorKind, Result};
use crate::request::cx::Cx;
use crate::request::state::SessionState;

pub(crate) const USER_ID: &str = "_user_id";
pub(crate) const FRESH: &str = "_fresh";
pub(crate) const CLIENT_ID: &str = "_id";
pub(crate) const PERMANENT: &str = "_permanent";
pub(crate) const REMEMBER: &str = "_remember";
pub(crate) const REMEMBER_SECONDS: &str = "_remember_seconds";
pub(crate) const CSRF_COOKIE_STATE: &str = "fs_cc";
pub(crate) const PRIMARY_AT: &str = "fs_paa";
pub(crate) const GRACE_UNTIL: &str = "fs_gexp";
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

    /// Sets a key to any value that JSON can hold.
    ///
    /// # Errors
    /// [`Crypto`](crate::ErrorKind::Crypto) if the value cannot be written as JSON.
    pub fn set<T: Serialize>(&self, key: &str, value: &T) -> Result<()> {
        let json = serde_json::to_value(value)
            .map_err(|error| Error::new(ErrorKind::Crypto, "no session value").caused_by(error))?;
        self.set_raw(key, &gatewright_wire::pyjson::to_ascii(&json))
    }

    /// Removes a key.
    pub fn remove(&self, key: &str) {
        self.write(|state| state.payload.remove(key));
    }

    pub(crate) fn set_text(&self, key: &str, value: &str) {
        self.write(|state| {
            state.payload.set_str(key, value);
            true
        });
    }

    pub(crate) fn set_flag(&self, key: &str, value: bool) {
        self.write(|state| {
            state.payload.set_bool(key, value);
            true
        });
    }

    pub(crate) fn set_number(&self, key: &str, value: f64) {
        self.write(|state| {
            state.payload.set_f64(key, value);
            true
        });
    }

    pub(crate) fn set_integer(&self, key: &str, value: i64) {
        self.write(|state| {
            state.payload.set_i64(key, value);
            true
        });
    }

    /// The exact JSON text of a key's value.
    pub(crate) fn raw(&self, key: &str) -> Option<String> {
        self.read(|state| state.payload.get_raw(key).map(str::to_owned))
    }

    pub(crate) fn set_raw(&self, key: &str, json: &str) -> Result<()> {
        let mut outcome = Ok(());
        self.write(|state| {
            outcome = state.payload.set_raw(key, json);
            outcome.is_ok()
        });
        outcome.map_err(Error::from)
    }

    fn read<T>(&self, ask: impl FnOnce(&SessionState) -> T) -> T {
        let mut state = self.cx.state().session();
        self.open(&mut state);
        ask(&state)
    }

    fn write(&self, change: impl FnOnce(&mut SessionState) -> bool) {
        let mut state = self.cx.state().session();
        self.open(&mut state);
        let changed = change(&mut state);
        state.modified |= changed;
    }

    /// A cookie that is not ours, too old or broken is an empty session.
    fn open(&self, state: &mut SessionState) {
        if state.opened {
            return;
        }
        state.opened = true;
        let config = &self.cx.config().session;
        let Some(cookie) = self.cx.facts().cookie(&config.cookie_name) else { return };
        let age = config.permanent_lifetime.as_secs();
        let codec = &self.cx.security().keys().session;
        // One that could not grow by a few members could not be sent back.
        if cookie.len() > MOST_COOKIE {
            tracing::debug!(
                bytes = cookie.len(),
                "a session cookie is too large and counts as none"
            );
            return;
        }
        let payload = codec.decode(cookie, self.cx.clock().unix(), age).unwrap_or_default();
        let size: usize = payload.iter().map(|(key, value)| key.len() + value.len()).sum();
        if size <= MOST_JSON {
            state.payload = payload;
        }
    }
}

impl fmt::Debug for Session<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").finish_non_exhaustive()
    }
}
