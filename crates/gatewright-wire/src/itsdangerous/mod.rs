//! The signed values of itsdangerous 2.x: `value.signature` and `payload.timestamp.signature`.
//!
//! The signature is HMAC-SHA1 (RFC 2104) under a key derived from the secret and a salt that
//! names the purpose, so that a value signed for one purpose is no good for another.

mod payload;
mod signer;
mod timed;

pub use payload::MAX_JSON;
pub(crate) use payload::decode;
pub use signer::{Derivation, Signer};
pub use timed::{Loaded, Timed, UrlSafe};

/// The longest signed value that is looked at, in bytes (64 KiB).
pub const MAX_TOKEN: usize = 64 * 1024;
