//! Keys, signatures, and which of several keys made one.

use std::fmt;
use std::sync::Arc;

use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::{Digest, Sha1};

use super::MAX_TOKEN;
use crate::digest::constant_time_eq;
use crate::{Error, Result};

/// The length of a SHA-1 digest, and what base64url makes of it.
const DIGEST: usize = 20;
const SIGNATURE: usize = 27;

/// How the signing key comes from the secret and the salt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Derivation {
    /// HMAC-SHA1(secret, salt): the session cookie of Flask.
    Hmac,
    /// SHA-1(salt, `signer`, secret): everything else.
    DjangoConcat,
}

/// Signs texts and checks signatures. Cheap to clone: the keys are derived once and shared.
///
/// ```
/// use gatewright_wire::itsdangerous::{Derivation, Signer};
///
/// let signer = Signer::new(&[b"a secret of the application"], "purpose", Derivation::DjangoConcat);
/// let signed = signer.sign("value");
/// assert_eq!(signer.unsign(&signed), Ok("value"));
/// assert!(signer.unsign("value.forged").is_err());
/// ```
#[derive(Clone)]
pub struct Signer {
    keys: Arc<[Hmac<Sha1>]>,
}

impl Signer {
    /// Derives the keys. The first secret signs; every one is tried to verify, in the order given.
    /// Without any secret, nothing verifies.
    pub fn new(secrets: &[&[u8]], salt: &str, derivation: Derivation) -> Self {
        let keys = secrets
            .iter()
            .filter_map(|secret| keyed(&derive(secret, salt.as_bytes(), derivation)))
            .collect();
        Self { keys }
    }

    /// Appends a dot and the signature.
    pub fn sign(&self, value: &str) -> String {
        let mut out = String::with_capacity(value.len() + 1 + SIGNATURE);
        out.push_str(value);
        self.seal(&mut out);
        out
    }

    /// Checks the signature after the last dot and gives what stands before it.
    ///
    /// # Errors
    /// [`Error::Malformed`] without a dot or above [`MAX_TOKEN`], else [`Error::BadSignature`].
    pub fn unsign<'a>(&self, signed: &'a str) -> Result<&'a str> {
        if signed.len() > MAX_TOKEN {
            return Err(Error::Malformed);
        }
        let (value, signature) = signed.rsplit_once('.').ok_or(Error::Malformed)?;
        if signature.len() != SIGNATURE {
            return Err(Error::BadSignature);
        }
        let mut sent = [0; DIGEST];
        BASE64URL_NOPAD
            .decode_mut(signature.as_bytes(), &mut sent)
            .map_err(|_| Error::BadSignature)?;
        let good = self.keys.iter().any(|key| constant_time_eq(&mac(key, value), &sent));
        if good { Ok(value) } else { Err(Error::BadSignature) }
    }

    /// Signs a text in place.
    pub(super) fn seal(&self, text: &mut String) {
        let signature = self.keys.first().map(|key| mac(key, text));
        text.push('.');
        if let Some(signature) = signature {
            BASE64URL_NOPAD.encode_append(&signature, text);
        }
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer").field("keys", &self.keys.len()).finish_non_exhaustive()
    }
}

fn derive(secret: &[u8], salt: &[u8], derivation: Derivation) -> [u8; DIGEST] {
    match derivation {
        Derivation::Hmac => keyed(secret)
            .map_or([0; DIGEST], |key| key.chain_update(salt).finalize().into_bytes().into()),
        Derivation::DjangoConcat => Sha1::new()
            .chain_update(salt)
            .chain_update(b"signer")
            .chain_update(secret)
            .finalize()
            .into(),
    }
}

/// The keyed state, so that a signature costs no key set-up. HMAC takes keys of any length.
fn keyed(key: &[u8]) -> Option<Hmac<Sha1>> {
    Hmac::new_from_slice(key).ok()
}

fn mac(key: &Hmac<Sha1>, value: &str) -> [u8; DIGEST] {
    key.clone().chain_update(value.as_bytes()).finalize().into_bytes().into()
}
