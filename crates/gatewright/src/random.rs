//! The only place that asks for randomness.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};

use crate::error::{Error, ErrorKind, Result};

/// So many random bytes.
///
/// # Errors
/// The operating system has no randomness to give.
#[allow(clippy::disallowed_methods, reason = "this is the one place that may")]
pub fn bytes<const N: usize>() -> Result<[u8; N]> {
    let mut out = [0; N];
    getrandom::fill(&mut out).map_err(|error| {
        Error::new(ErrorKind::Crypto, format!("no randomness from the system: {error}"))
    })?;
    Ok(out)
}

/// A version-4 UUID as 32 hex digits: what identifies a user in sessions and tokens.
///
/// # Errors
/// As [`bytes()`].
pub fn uniquifier() -> Result<String> {
    let mut raw: [u8; 16] = bytes()?;
    raw[6] = (raw[6] & 0x0f) | 0x40;
    raw[8] = (raw[8] & 0x3f) | 0x80;
    Ok(HEXLOWER.encode(&raw))
}

/// 256 random bits, safe in a URL: links and session tokens.
///
/// # Errors
/// As [`bytes()`].
pub fn token() -> Result<String> {
    Ok(BASE64URL_NOPAD.encode(&bytes::<32>()?))
}

/// 160 random bits in 40 hex digits: what a session keeps for CSRF tokens.
///
/// # Errors
/// As [`bytes()`].
pub fn hex40() -> Result<String> {
    Ok(HEXLOWER.encode(&bytes::<20>()?))
}

/// A number from 0 to 1, for jitter; the middle if the system has no randomness to give.
pub(crate) fn fraction() -> f64 {
    bytes::<4>().map_or(0.5, |raw| f64::from(u32::from_le_bytes(raw)) / f64::from(u32::MAX))
}
