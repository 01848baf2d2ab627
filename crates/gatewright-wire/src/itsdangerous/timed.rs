//! The two serializers: with the time of signing, and without.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;

use super::{Derivation, Signer, payload};
use crate::{Error, Result};

/// The URL-safe serializer that carries the time of signing: `payload.timestamp.signature`.
///
/// ```
/// use gatewright_wire::itsdangerous::{Derivation, Timed};
///
/// let links = Timed::new(&[b"a secret of the application"], "reset-salt", Derivation::DjangoConcat);
/// let token = links.dumps(r#"{"uid":"7"}"#, 1_780_000_000);
/// let loaded = links.loads(&token, 1_780_000_060, Some(3600))?;
/// assert_eq!(loaded.json, r#"{"uid":"7"}"#);
/// assert_eq!(loaded.issued_at, 1_780_000_000);
/// assert!(links.loads(&token, 1_780_003_601, Some(3600)).is_err());
/// # Ok::<(), gatewright_wire::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Timed(Signer);

/// What a good token said.
#[derive(Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The JSON text, as signed. It is UTF-8 but has not been parsed.
    pub json: String,
    /// When it was signed, in seconds since 1970.
    pub issued_at: i64,
}

impl Timed {
    /// Derives the keys; the first secret signs, every one verifies.
    pub fn new(secrets: &[&[u8]], salt: &str, derivation: Derivation) -> Self {
        Self(Signer::new(secrets, salt, derivation))
    }

    /// Signs a JSON text at a time in seconds since 1970. Texts above [`super::MAX_JSON`], and those
    /// whose token exceeds [`super::MAX_TOKEN`], can be made but will not be read.
    pub fn dumps(&self, json: &str, now: i64) -> String {
        let mut out = String::with_capacity(json.len() * 4 / 3 + 40);
        payload::encode(json, &mut out);
        self.date(now, &mut out);
        out
    }

    /// As [`Timed::dumps`] for texts that zlib cannot shorten, without trying.
    pub(crate) fn dumps_plain(&self, json: &str, now: i64) -> String {
        let mut out = String::with_capacity(json.len() * 4 / 3 + 40);
        payload::encode_plain(json, &mut out);
        self.date(now, &mut out);
        out
    }

    fn date(&self, now: i64, out: &mut String) {
        out.push('.');
        encode_time(now, out);
        self.0.seal(out);
    }

    /// Checks signature and age, and gives back the JSON text. The age counts in whole seconds and
    /// may equal `max_age`; `None` accepts every age, future ones included, as the reference does.
    ///
    /// # Errors
    /// [`Error::BadSignature`], [`Error::Expired`] if too old or from the future, and
    /// [`Error::Malformed`] for everything else.
    pub fn loads(&self, token: &str, now: i64, max_age: Option<i64>) -> Result<Loaded> {
        let (json, issued_at) = self.open(token, now, max_age)?;
        let json = String::from_utf8(json).map_err(|_| Error::Malformed)?;
        Ok(Loaded { json, issued_at })
    }

    /// As [`Timed::loads`], without a look at the encoding of the text.
    fn open(&self, token: &str, now: i64, max_age: Option<i64>) -> Result<(Vec<u8>, i64)> {
        let (text, issued_at) = self.check(token, now, max_age)?;
        Ok((payload::decode(text)?, issued_at))
    }

    /// Signature and age alone: the payload in its URL-safe form, and the time of signing.
    pub(crate) fn check<'a>(
        &self,
        token: &'a str,
        now: i64,
        max_age: Option<i64>,
    ) -> Result<(&'a str, i64)> {
        let value = self.0.unsign(token)?;
        let (text, stamp) = value.rsplit_once('.').ok_or(Error::Malformed)?;
        let issued_at = decode_time(stamp)?;
        if let Some(max_age) = max_age {
            let age = now.checked_sub(issued_at).ok_or(Error::Malformed)?;
            if age < 0 || age > max_age {
                let payload = payload::decode(text).unwrap_or_default();
                return Err(Error::Expired { issued_at, payload });
            }
        }
        Ok((text, issued_at))
    }
}

/// The URL-safe serializer without a time: `payload.signature`.
#[derive(Debug, Clone)]
pub struct UrlSafe(Signer);

impl UrlSafe {
    /// Derives the keys; the first secret signs, every one verifies.
    pub fn new(secrets: &[&[u8]], salt: &str, derivation: Derivation) -> Self {
        Self(Signer::new(secrets, salt, derivation))
    }

    /// Signs a JSON text. The limits of [`Timed::dumps`] apply.
    pub fn dumps(&self, json: &str) -> String {
        let mut out = String::with_capacity(json.len() * 4 / 3 + 32);
        payload::encode(json, &mut out);
        self.0.seal(&mut out);
        out
    }

    /// Checks the signature and gives back the JSON text, which has not been parsed.
    ///
    /// # Errors
    /// [`Error::BadSignature`], or [`Error::Malformed`] for everything else.
    pub fn loads(&self, token: &str) -> Result<String> {
        let bytes = payload::decode(self.0.unsign(token)?)?;
        String::from_utf8(bytes).map_err(|_| Error::Malformed)
    }
}

impl fmt::Debug for Loaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Loaded").field("issued_at", &self.issued_at).finish_non_exhaustive()
    }
}

/// Big-endian seconds in the fewest bytes. Times before 1970 count as 1970.
fn encode_time(now: i64, out: &mut String) {
    let bytes = now.max(0).to_be_bytes();
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    BASE64URL_NOPAD.encode_append(bytes.get(zeros..).unwrap_or_default(), out);
}

fn decode_time(stamp: &str) -> Result<i64> {
    let mut bytes = [0; 8];
    // Eleven digits hold eight bytes.
    if stamp.len() > 11 {
        return Err(Error::Malformed);
    }
    let length = BASE64URL_NOPAD.decode_len(stamp.len()).map_err(|_| Error::Malformed)?;
    let start = bytes.len().checked_sub(length).ok_or(Error::Malformed)?;
    let tail = bytes.get_mut(start..).ok_or(Error::Malformed)?;
    BASE64URL_NOPAD.decode_mut(stamp.as_bytes(), tail).map_err(|_| Error::Malformed)?;
    i64::try_from(u64::from_be_bytes(bytes)).map_err(|_| Error::Malformed)
}
