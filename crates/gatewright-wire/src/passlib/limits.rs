//! How much work a stored string may ask for.

use crate::{Error, Result};

/// The longest secret that is hashed, in bytes; the reference draws the line at the same number.
pub const MAX_SECRET: usize = 4096;

/// The longest stored string that is looked at, in bytes.
pub const MAX_STORED: usize = 4096;

/// The largest cost that a stored hash or an option may ask for.
///
/// A hash beyond it does not verify. The defaults leave far more room than any cost in use today,
/// while one verification stays in the order of ten seconds and one gibibyte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Memory of one argon2 hash, in KiB.
    pub argon2_memory: u32,
    /// Memory of one argon2 hash times its passes, in KiB.
    pub argon2_work: u64,
    /// The binary logarithm of bcrypt's rounds.
    pub bcrypt_cost: u32,
    /// Rounds of PBKDF2 and of `sha1_crypt`.
    pub pbkdf2_rounds: u32,
    /// Rounds of `sha256_crypt` and `sha512_crypt`.
    pub sha_crypt_rounds: u32,
    /// Memory of one scrypt hash (128 N r), in bytes.
    pub scrypt_memory: u64,
    /// Memory of one scrypt hash times its parallelism, in bytes.
    pub scrypt_work: u64,
}

impl Limits {
    /// The limits in force when nothing else is said.
    pub const DEFAULT: Self = Self {
        argon2_memory: 1024 * 1024,
        argon2_work: 8 * 1024 * 1024,
        bcrypt_cost: 17,
        pbkdf2_rounds: 10_000_000,
        sha_crypt_rounds: 10_000_000,
        scrypt_memory: 1024 * 1024 * 1024,
        scrypt_work: 4 * 1024 * 1024 * 1024,
    };

    /// Limits so small that any accepted string costs well under a millisecond, for fuzzing.
    pub const TINY: Self = Self {
        argon2_memory: 256,
        argon2_work: 256,
        bcrypt_cost: 4,
        pbkdf2_rounds: 1000,
        sha_crypt_rounds: 1000,
        scrypt_memory: 256 * 1024,
        scrypt_work: 256 * 1024,
    };

    pub(super) fn check(asked: impl Into<u64>, allowed: impl Into<u64>) -> Result<()> {
        if asked.into() <= allowed.into() {
            Ok(())
        } else {
            Err(Error::BadOption("the cost is above the limit".to_owned()))
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
