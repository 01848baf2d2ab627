//! The base64 dialects: URL-safe, passlib's `ab64`, crypt's `hash64`, bcrypt's own.

use data_encoding::{BASE64_NOPAD, BASE64URL_NOPAD};

use crate::{Error, Result};

const HASH64: &[u8; 64] = b"./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BCRYPT64: &[u8; 64] = b"./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Encodes with the URL-safe alphabet, without padding (RFC 4648 section 5).
pub fn url_encode(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

/// Decodes the URL-safe alphabet without padding, canonical spelling only.
///
/// # Errors
/// [`Error::Malformed`] for a foreign character, padding, or stray bits at the end.
pub fn url_decode(text: &str) -> Result<Vec<u8>> {
    BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| Error::Malformed)
}

/// Encodes as passlib's `ab64`: standard base64 without padding, `.` in place of `+`.
pub fn ab64_encode(bytes: &[u8]) -> String {
    BASE64_NOPAD.encode(bytes).replace('+', ".")
}

/// Decodes passlib's `ab64`; `+` is understood as well.
///
/// # Errors
/// [`Error::Malformed`] for a foreign character or stray bits at the end.
pub fn ab64_decode(text: &str) -> Result<Vec<u8>> {
    BASE64_NOPAD.decode(text.replace('.', "+").as_bytes()).map_err(|_| Error::Malformed)
}

/// Encodes as crypt's `hash64`: least significant bits first.
pub fn hash64_encode(bytes: &[u8]) -> String {
    encode(bytes, HASH64, false)
}

/// Decodes crypt's `hash64`, least significant bits first.
///
/// # Errors
/// [`Error::Malformed`] for a foreign character, an impossible length or stray bits at the end.
pub fn hash64_decode(text: &str) -> Result<Vec<u8>> {
    decode(text, HASH64, false)
}

/// Encodes with crypt's `hash64` alphabet, most significant bits first, as DES crypt does.
pub fn hash64_encode_be(bytes: &[u8]) -> String {
    encode(bytes, HASH64, true)
}

/// Decodes crypt's `hash64` alphabet, most significant bits first.
///
/// # Errors
/// As [`hash64_decode`].
pub fn hash64_decode_be(text: &str) -> Result<Vec<u8>> {
    decode(text, HASH64, true)
}

/// Encodes with bcrypt's alphabet, most significant bits first.
pub fn bcrypt64_encode(bytes: &[u8]) -> String {
    encode(bytes, BCRYPT64, true)
}

/// Decodes bcrypt's alphabet, most significant bits first.
///
/// # Errors
/// As [`hash64_decode`].
pub fn bcrypt64_decode(text: &str) -> Result<Vec<u8>> {
    decode(text, BCRYPT64, true)
}

fn encode(bytes: &[u8], alphabet: &[u8; 64], big_endian: bool) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let (mut word, digits) = (0_u32, group.len() + 1);
        for (at, &byte) in group.iter().enumerate() {
            let shift = if big_endian { 16 - 8 * at } else { 8 * at };
            word |= u32::from(byte) << shift;
        }
        for at in 0..digits {
            let shift = if big_endian { 18 - 6 * at } else { 6 * at };
            let symbol = alphabet.get((word >> shift & 63) as usize).copied().unwrap_or(b'.');
            out.push(char::from(symbol));
        }
    }
    out
}

fn decode(text: &str, alphabet: &[u8; 64], big_endian: bool) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for group in text.as_bytes().chunks(4) {
        let bytes = group.len().checked_sub(1).filter(|&n| n > 0).ok_or(Error::Malformed)?;
        let mut word = 0_u32;
        for (at, symbol) in group.iter().enumerate() {
            let digit = alphabet.iter().position(|s| s == symbol).ok_or(Error::Malformed)?;
            let shift = if big_endian { 18 - 6 * at } else { 6 * at };
            word |= u32::try_from(digit).map_err(|_| Error::Malformed)? << shift;
        }
        let [_, high, middle, low] = word.to_be_bytes();
        let ordered = if big_endian { [high, middle, low] } else { [low, middle, high] };
        let (kept, stray) = ordered.split_at(bytes);
        if stray.iter().any(|&byte| byte != 0) {
            return Err(Error::Malformed);
        }
        out.extend_from_slice(kept);
    }
    Ok(out)
}
