//! Why bytes were refused.

use std::fmt;

/// Why bytes were refused or could not be made.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// Not of the format, or larger or deeper than the limits.
    Malformed,
    /// The signature is not ours.
    BadSignature,
    /// The signature is good, but too old or from the future.
    Expired {
        /// When it was signed, in seconds since 1970.
        issued_at: i64,
        /// The signed bytes, for answers that must name the account.
        payload: Vec<u8>,
    },
    /// No such scheme, or one that may only be verified.
    UnknownScheme,
    /// The secret cannot be hashed by this scheme (a NUL byte, or too long).
    BadSecret,
    /// A cost or option is outside of what the scheme allows.
    BadOption(String),
    /// The operating system has no randomness to give.
    NoRandomness,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed => f.write_str("not of the expected format"),
            Self::BadSignature => f.write_str("the signature does not match"),
            Self::Expired { .. } => f.write_str("too old, or from the future"),
            Self::UnknownScheme => f.write_str("unknown or verify-only scheme"),
            Self::BadSecret => f.write_str("this scheme cannot hash that secret"),
            Self::BadOption(what) => write!(f, "bad option: {what}"),
            Self::NoRandomness => f.write_str("no randomness from the system"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // The payload may name an account or carry a secret: it stays out of logs.
            Self::Expired { issued_at, .. } => {
                f.debug_struct("Expired").field("issued_at", issued_at).finish_non_exhaustive()
            }
            Self::BadOption(what) => f.debug_tuple("BadOption").field(what).finish(),
            Self::Malformed => f.write_str("Malformed"),
            Self::BadSignature => f.write_str("BadSignature"),
            Self::UnknownScheme => f.write_str("UnknownScheme"),
            Self::BadSecret => f.write_str("BadSecret"),
            Self::NoRandomness => f.write_str("NoRandomness"),
        }
    }
}

impl std::error::Error for Error {}
