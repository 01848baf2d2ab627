//! The CSRF token of Flask-WTF: the session's raw value, signed and dated.

use std::fmt;

use crate::Error;
use crate::digest::constant_time_eq;
use crate::itsdangerous::{Derivation, Timed};
use crate::pyjson;

/// The salt of the reference.
const SALT: &str = "wtf-csrf-token";

/// Makes and checks tokens. Only one secret: older ones are never consulted.
///
/// ```
/// use gatewright_wire::flask::csrf::{Csrf, CsrfFault};
///
/// let csrf = Csrf::new(b"a secret of the application");
/// let token = csrf.token("raw value of the session", 1_780_000_000);
/// assert_eq!(csrf.check(&token, "raw value of the session", 1_780_000_060, Some(3600)), Ok(()));
/// assert_eq!(csrf.check(&token, "another", 1_780_000_060, None), Err(CsrfFault::Mismatch));
/// ```
#[derive(Debug, Clone)]
pub struct Csrf(Timed);

/// Why a token does not prove anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsrfFault {
    /// There is none.
    Missing,
    /// It is too old, or from the future.
    Expired,
    /// It was not signed here, or is not a token at all.
    Invalid,
    /// It belongs to another session.
    Mismatch,
}

impl Csrf {
    /// Derives the key.
    pub fn new(secret: &[u8]) -> Self {
        Self(Timed::new(&[secret], SALT, Derivation::DjangoConcat))
    }

    /// Signs the raw value of a session; `now` is in seconds since 1970.
    pub fn token(&self, raw: &str, now: i64) -> String {
        // Random digits do not compress.
        self.0.dumps_plain(&pyjson::quote(raw), now)
    }

    /// Checks a token against the raw value of the session. `limit` is the longest age in seconds;
    /// without one every age is good. An empty raw value matches nothing.
    ///
    /// # Errors
    /// Which check failed.
    pub fn check(
        &self,
        token: &str,
        raw: &str,
        now: i64,
        limit: Option<i64>,
    ) -> Result<(), CsrfFault> {
        if token.is_empty() {
            return Err(CsrfFault::Missing);
        }
        let loaded = self.0.loads(token, now, limit).map_err(|error| match error {
            Error::Expired { .. } => CsrfFault::Expired,
            _ => CsrfFault::Invalid,
        })?;
        let sent: String = serde_json::from_str(&loaded.json).map_err(|_| CsrfFault::Invalid)?;
        if raw.is_empty() || !constant_time_eq(sent.as_bytes(), raw.as_bytes()) {
            return Err(CsrfFault::Mismatch);
        }
        Ok(())
    }
}

impl fmt::Display for CsrfFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "no CSRF token",
            Self::Expired => "CSRF token too old, or from the future",
            Self::Invalid => "CSRF token not of our making",
            Self::Mismatch => "CSRF token of another session",
        })
    }
}

impl std::error::Error for CsrfFault {}
