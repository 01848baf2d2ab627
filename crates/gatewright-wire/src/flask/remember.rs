//! The remember-me cookie of Flask-Login: the user's identifier and its HMAC-SHA512.

use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;

use crate::digest::constant_time_eq;
use crate::{Error, Result};

/// The longest cookie value that is looked at, in bytes (4 KiB).
pub const MAX_COOKIE: usize = 4 * 1024;

/// The bytes of a text secret as this cookie uses it. Every other format takes UTF-8.
///
/// # Errors
/// [`Error::BadOption`] if the text has characters beyond Latin-1, for which the format has no key.
pub fn latin1(secret: &str) -> Result<Vec<u8>> {
    let bad = |_| Error::BadOption("the secret has characters beyond Latin-1".to_owned());
    secret.chars().map(|c| u8::try_from(u32::from(c)).map_err(bad)).collect()
}

/// Makes the cookie value: `uid|hex`.
///
/// ```
/// use gatewright_wire::flask::remember;
///
/// let key = remember::latin1("a secret of the application")?;
/// let cookie = remember::encode(&key, "1f2e3d4c");
/// assert_eq!(remember::decode(&key, &cookie)?, "1f2e3d4c");
/// # Ok::<(), gatewright_wire::Error>(())
/// ```
pub fn encode(key: &[u8], uid: &str) -> String {
    let mut out = String::with_capacity(uid.len() + 129);
    out.push_str(uid);
    out.push('|');
    if let Some(mac) = mac(key, uid) {
        HEXLOWER.encode_append(&mac, &mut out);
    }
    out
}

/// Checks a cookie value and gives the user's identifier. Nothing in it ever expires.
///
/// # Errors
/// [`Error::Malformed`] without a bar or above [`MAX_COOKIE`], else [`Error::BadSignature`].
pub fn decode(key: &[u8], cookie: &str) -> Result<String> {
    if cookie.len() > MAX_COOKIE {
        return Err(Error::Malformed);
    }
    let (uid, sent) = cookie.rsplit_once('|').ok_or(Error::Malformed)?;
    let mut digest = [0; 64];
    if sent.len() != 128 || HEXLOWER.decode_mut(sent.as_bytes(), &mut digest).is_err() {
        return Err(Error::BadSignature);
    }
    match mac(key, uid) {
        Some(expected) if constant_time_eq(&expected, &digest) => Ok(uid.to_owned()),
        _ => Err(Error::BadSignature),
    }
}

/// HMAC takes keys of any length, so this is always there.
fn mac(key: &[u8], uid: &str) -> Option<[u8; 64]> {
    let key = Hmac::<Sha512>::new_from_slice(key).ok()?;
    Some(key.chain_update(uid.as_bytes()).finalize().into_bytes().into())
}
