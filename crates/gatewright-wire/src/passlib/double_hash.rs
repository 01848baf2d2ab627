//! The keyed digest that Flask-Security puts before the password hash.

use std::{fmt, ops::Deref};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use zeroize::Zeroizing;

/// What double-hashed schemes hash: 88 characters of base64, wiped when dropped. Debug redacts.
pub struct DoubleHash(Zeroizing<String>);

impl Deref for DoubleHash {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for DoubleHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DoubleHash(..)")
    }
}

/// Returns `base64(HMAC-SHA512(key = salt, message = password))`, what double-hashed schemes hash.
///
/// ```
/// use gatewright_wire::passlib::double_hash;
///
/// let text = double_hash("password", b"146585145368132386173505678016728509634");
/// assert!(text.starts_with("Nxcdy6gQ1ruXBXIQ") && text.len() == 88);
/// ```
#[must_use]
pub fn double_hash(password: &str, salt: &[u8]) -> DoubleHash {
    let mut out = Zeroizing::new(String::with_capacity(88));
    // An HMAC takes keys of any length, so the error cannot happen; an empty text would match nothing.
    if let Ok(mut mac) = <Hmac<Sha512> as KeyInit>::new_from_slice(salt) {
        mac.update(password.as_bytes());
        let digest = Zeroizing::new(<[u8; 64]>::from(mac.finalize().into_bytes()));
        data_encoding::BASE64.encode_append(&*digest, &mut out);
    }
    DoubleHash(out)
}
