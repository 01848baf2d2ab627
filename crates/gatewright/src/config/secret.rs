//! A value that must not be seen.

use std::fmt;

use serde::{Serialize, Serializer};
use zeroize::Zeroizing;

/// What stands in the place of a secret wherever it is shown.
pub const REDACTED: &str = "********";

/// A secret: never printed, never serialised, wiped from memory when dropped.
///
/// ```
/// use gatewright::config::Secret;
///
/// let key = Secret::from("correct horse battery staple");
/// assert_eq!(format!("{key:?}"), "Secret(********)");
/// assert_eq!(key.expose().len(), 28);
/// ```
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The secret itself: for the code that computes with it, not for logs or answers.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The secret itself, as bytes.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({REDACTED})")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(REDACTED)
    }
}
