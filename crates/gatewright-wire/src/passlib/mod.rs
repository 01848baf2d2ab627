//! Password hashes as passlib writes them, and the double-hash rule of Flask-Security.
//!
//! A [`Context`] knows which schemes are accepted, which one makes new hashes and at what cost. It
//! reads every hash that the reference reads, and the reference reads every hash it makes.
//!
//! ```
//! use gatewright_wire::passlib::{Context, Deprecated, Options, Scheme, SingleHash};
//!
//! # fn main() -> Result<(), gatewright_wire::Error> {
//! let passwords = Context::new(
//!     vec![Scheme::Argon2, Scheme::Bcrypt],
//!     Scheme::Argon2,
//!     Deprecated::Auto,
//!     SingleHash::default(),
//!     Some(b"146585145368132386173505678016728509634".to_vec()),
//!     Options::from_pairs([("argon2__memory_cost", 64), ("argon2__parallelism", 1)])?,
//! )?;
//! let stored = passwords.hash("correct horse")?;
//! assert!(stored.starts_with("$argon2id$v=19$m=64,t=3,p=1$"));
//! assert!(passwords.verify("correct horse", &stored).ok);
//! assert!(!passwords.verify("correct house", &stored).ok);
//! # Ok(())
//! # }
//! ```
//!
//! What differs from the reference, always towards safety:
//!
//! - A stored string that looks like a hash of an unknown scheme (`$…`, `{…}`, `sha1$…`) is refused;
//!   it is never compared as a plaintext password.
//! - The cost that a stored string may ask for is bounded by [`Limits`], so that one hostile row
//!   cannot stop the server.
//! - Single-hashed bcrypt uses the first 72 bytes of the secret instead of failing beyond them.
//! - An update never lowers a cost.
//! - Hashes of other systems are read behind `{imported}`: [`Foreign`].
//! - New PBKDF2 hashes follow the OWASP Password Storage Cheat Sheet.

mod argon2;
mod bcrypt;
mod context;
mod des_crypt;
mod digest_crypt;
mod django;
mod double_hash;
mod encoding;
mod foreign;
mod imported;
mod limits;
mod options;
mod pbkdf2;
mod scheme;
mod scrypt;
mod sha_crypt;

pub use context::{Context, Deprecated, SingleHash, Verdict};
pub use double_hash::{DoubleHash, double_hash};
pub use foreign::{Digest, Foreign};
pub use limits::{Limits, MAX_SECRET, MAX_STORED};
pub use options::{OptionValue, Options};
pub use scheme::Scheme;

use crate::Result;

/// Hashes data that travels inside emailed links, as `sha256_crypt` with 535,000 rounds.
///
/// The reference calls this `hash_data`; the data is an email address or a stored password hash.
///
/// # Errors
///
/// [`BadSecret`](crate::Error::BadSecret) when `data` has a NUL byte or is longer than 1024 bytes.
pub fn hash_data(data: &str) -> Result<String> {
    let settings = options::Settings::defaults(Scheme::Sha256Crypt);
    sha_crypt::SHA256.hash(data.as_bytes(), &settings)
}

/// Tells whether `stored` was made by [`hash_data`] or is the legacy hexadecimal MD5 of `data`.
///
/// Anything malformed is `false`.
#[must_use]
pub fn verify_data(data: &str, stored: &str) -> bool {
    let limits = Limits::DEFAULT;
    let verdict = if sha_crypt::SHA256.identify(stored) {
        sha_crypt::SHA256.verify(data.as_bytes(), stored, &limits)
    } else {
        digest_crypt::hex_md5_verify(data.as_bytes(), stored)
    };
    verdict.unwrap_or(false)
}
