//! The text inside password hashes: base64 as each scheme wants it, random salt characters.

use data_encoding::BASE64_NOPAD;

use crate::{Error, Result, b64, salt};

pub(super) use crate::b64::{
    ab64_decode as adapted_decode, ab64_encode as adapted, bcrypt64_encode as bcrypt,
    hash64_decode, hash64_encode_be as hash64_big,
};

/// The characters of crypt(3) in its own order.
pub(super) const HASH64: &[u8; 64] =
    b"./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BCRYPT64: &[u8; 64] = b"./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Standard alphabet without padding, as argon2 and scrypt write it.
pub(super) fn standard(bytes: &[u8]) -> String {
    BASE64_NOPAD.encode(bytes)
}

pub(super) fn standard_decode(text: &str) -> Result<Vec<u8>> {
    BASE64_NOPAD.decode(text.as_bytes()).map_err(|_| Error::Malformed)
}

/// Brings the bytes into `order`, then writes them in the crypt(3) alphabet.
pub(super) fn hash64(bytes: &[u8], order: &[u8]) -> String {
    let byte = |at: &u8| bytes.get(usize::from(*at)).copied();
    b64::hash64_encode(&order.iter().filter_map(byte).collect::<Vec<_>>())
}

pub(super) fn is_hash64(text: &str) -> bool {
    text.bytes().all(|byte| HASH64.contains(&byte))
}

/// Reads bcrypt's base64; unused trailing bits are ignored because old programs set them.
pub(super) fn bcrypt_decode<const N: usize>(text: &str) -> Result<[u8; N]> {
    let mut text = text.to_owned();
    let unused = match text.len() % 4 {
        2 => 4,
        3 => 2,
        _ => 0,
    };
    let last = text
        .pop()
        .and_then(|last| BCRYPT64.iter().position(|known| char::from(*known) == last))
        .ok_or(Error::Malformed)?;
    text.push(char::from(BCRYPT64[last >> unused << unused & 63]));
    b64::bcrypt64_decode(&text)?.try_into().map_err(|_| Error::Malformed)
}

/// Returns `len` random characters of the crypt(3) alphabet.
pub(super) fn random_hash64(len: usize) -> Result<String> {
    random_text(len, HASH64)
}

/// Returns `len` random letters and digits.
pub(super) fn random_alphanumeric(len: usize) -> Result<String> {
    random_text(len, &HASH64[2..])
}

pub(super) fn random_bytes(len: usize) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(len);
    while out.len() < len {
        let pool = salt::random::<32>()?;
        out.extend(pool.into_iter().take(len - out.len()));
    }
    Ok(out)
}

fn random_text(len: usize, alphabet: &[u8]) -> Result<String> {
    let mut out = String::with_capacity(len);
    while out.len() < len {
        let pool = salt::random::<32>()?;
        // Six bits each; what falls beyond the alphabet is thrown away, so that no character is
        // more likely than another.
        let chars = pool.iter().filter_map(|byte| alphabet.get(usize::from(byte & 63)));
        out.extend(chars.take(len - out.len()).map(|byte| char::from(*byte)));
    }
    Ok(out)
}
