//! Plain digests and the comparison that does not tell where two values differ.

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Hashes with SHA-256 (FIPS 180-4).
pub fn sha256(data: &[u8]) -> [u8; 32] {
    Sha256::digest(data).into()
}

/// Compares two values in a time that depends on their lengths only.
///
/// ```
/// use gatewright_wire::digest::constant_time_eq;
///
/// assert!(constant_time_eq(b"same", b"same"));
/// assert!(!constant_time_eq(b"same", b"sane"));
/// ```
pub fn constant_time_eq(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}
