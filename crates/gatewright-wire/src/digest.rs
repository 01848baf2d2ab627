//! Plain digests and the comparison that does not tell where two values differ.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Hashes with SHA-256 (FIPS 180-4).
pub fn sha256(data: &[u8]) -> [u8; 32] {
    Sha256::digest(data).into()
}

/// Hashes with SHA-1 (FIPS 180-4), for lists that are kept by it. It protects nothing any more.
///
/// ```
/// use gatewright_wire::digest::sha1;
///
/// assert_eq!(sha1(b"password")[..3], [0x5b, 0xaa, 0x61]);
/// ```
pub fn sha1(data: &[u8]) -> [u8; 20] {
    Sha1::digest(data).into()
}

/// HMAC-SHA256 (RFC 2104): a digest that only holders of the key can make.
///
/// ```
/// use gatewright_wire::digest::hmac_sha256;
///
/// assert_eq!(hmac_sha256(b"key", b"data")[..2], [0x50, 0x31]);
/// ```
pub fn hmac_sha256(key: &[u8], data: &[u8]) -> [u8; 32] {
    // Keys of every length are good.
    let mut mac = Hmac::<Sha256>::new_from_slice(key)
        .unwrap_or_else(|_| Hmac::<Sha256>::new(&Default::default()));
    mac.update(data);
    mac.finalize().into_bytes().into()
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
