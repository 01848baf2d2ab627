//! The session cookie of Flask: tagged JSON, signed and dated.

mod date;
mod memo;
mod payload;
mod tagged;

pub use payload::Payload;
pub use tagged::{MAX_DEPTH, Tagged, decode, encode};

use std::sync::Arc;

use self::memo::Memo;
use crate::itsdangerous::{self, Derivation, MAX_JSON, MAX_TOKEN, Timed};
use crate::{Error, Result};

/// Reads and writes cookie values.
///
/// ```
/// use gatewright_wire::flask::session::{Codec, Payload};
///
/// let codec = Codec::new(&[b"a secret of the application"], "cookie-session");
/// let mut session = Payload::default();
/// session.set_str("_user_id", "1f2e3d4c");
/// let cookie = codec.encode(&session, 1_780_000_000)?;
/// let read = codec.decode(&cookie, 1_780_000_060, 31 * 86_400)?;
/// assert_eq!(read.get_str("_user_id").as_deref(), Some("1f2e3d4c"));
/// # Ok::<(), gatewright_wire::Error>(())
/// ```
///
/// Signature and age are checked each time. What a payload says once it is inflated and parsed is
/// remembered for the last two thousand payloads whose signature was good; clones share them.
#[derive(Debug, Clone)]
pub struct Codec {
    signed: Timed,
    memo: Arc<Memo>,
}

impl Codec {
    /// Derives the keys; the first secret signs, every one verifies. The salt of the reference is
    /// `cookie-session`.
    pub fn new(secrets: &[&[u8]], salt: &str) -> Self {
        let signed = Timed::new(secrets, salt, Derivation::Hmac);
        Self { signed, memo: Arc::new(Memo::default()) }
    }

    /// Reads a cookie value that is at most `max_age` seconds old.
    ///
    /// # Errors
    /// [`Error::BadSignature`], [`Error::Expired`] if too old or from the future, and
    /// [`Error::Malformed`] for everything else. The reference takes each for an empty session.
    pub fn decode(&self, cookie: &str, now: i64, max_age: i64) -> Result<Payload> {
        let (text, _) = self.signed.check(cookie, now, Some(max_age))?;
        self.memo.get_or(cookie, text, || {
            let json = itsdangerous::decode(text)?;
            Ok((Payload::from_json(&json)?, json.len()))
        })
    }

    /// Writes a cookie value.
    ///
    /// # Errors
    /// [`Error::Malformed`] if the session is larger than what can be read again.
    pub fn encode(&self, payload: &Payload, now: i64) -> Result<String> {
        let json = payload.to_json();
        if json.len() > MAX_JSON {
            return Err(Error::Malformed);
        }
        let cookie = self.signed.dumps(&json, now);
        if cookie.len() > MAX_TOKEN { Err(Error::Malformed) } else { Ok(cookie) }
    }
}
