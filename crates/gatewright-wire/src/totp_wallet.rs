//! One-time keys at rest: passlib's application wallet.
//!
//! A record is JSON text. The key in it is encrypted with AES-256-CTR under a key derived by
//! PBKDF2-HMAC-SHA256 from one of the application's secrets, which are told apart by tags. Nothing
//! authenticates a record: with a wrong secret it decrypts to a wrong key.
//!
//! ```
//! use gatewright_wire::{totp::Totp, totp_wallet::Wallet};
//!
//! let wallet = Wallet::new([("1", "TjQ9Qa31VOrfEzuPy4VHQWPCTmRzCnFzMKLxXYiZu9B")])?;
//! let totp = Totp::generate()?;
//! let stored = wallet.encrypt(&totp)?;
//! let opened = wallet.decrypt(&stored)?;
//! assert_eq!(opened.totp, totp);
//! assert!(!opened.needs_recrypt);
//! # Ok::<(), gatewright_wire::Error>(())
//! ```

use std::{collections::BTreeMap, fmt};

use aes::Aes256;
use ctr::{
    Ctr128BE,
    cipher::{KeyIvInit, StreamCipher},
};
use data_encoding::BASE32_NOPAD;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{
    Error, Result, salt,
    totp::{Algorithm, Totp, base32_decode},
};

/// The cost that new records are written with: 2^14 rounds.
pub const DEFAULT_COST: u32 = 14;

/// The highest cost that is read or written: 2^22 rounds, some seconds of work.
pub const MAX_COST: u32 = 22;

/// The longest record that is read, in bytes.
pub const MAX_RECORD: usize = 8192;

/// The application's secrets by tag. Debug redacts.
#[derive(Clone)]
pub struct Wallet {
    secrets: BTreeMap<String, Zeroizing<String>>,
    default_tag: String,
    cost: u32,
}

/// A record that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The key with its parameters.
    pub totp: Totp,
    /// The record was not written with the newest tag and the current cost, or not encrypted.
    pub needs_recrypt: bool,
}

impl Wallet {
    /// Takes the secrets by tag. The newest tag is the largest number if all tags are numbers, and
    /// otherwise the last in code-point order.
    ///
    /// # Errors
    ///
    /// [`BadOption`](Error::BadOption) without secrets, for an empty secret, and for a tag that is
    /// not a letter or digit followed by letters, digits, `_`, `.` and `-`.
    pub fn new<T: Into<String>, S: Into<String>>(
        secrets: impl IntoIterator<Item = (T, S)>,
    ) -> Result<Self> {
        let secrets: BTreeMap<_, _> = secrets
            .into_iter()
            .map(|(tag, secret)| (tag.into(), Zeroizing::new(secret.into())))
            .collect();
        for (tag, secret) in &secrets {
            if !is_tag(tag) || secret.is_empty() {
                return Err(Error::BadOption(format!("TOTP secret with the tag {tag:?}")));
            }
        }
        Ok(Self {
            default_tag: newest(&secrets)
                .ok_or_else(|| Error::BadOption("no TOTP secrets".to_owned()))?,
            secrets,
            cost: DEFAULT_COST,
        })
    }

    /// Sets the cost of new records: 2^`cost` rounds.
    ///
    /// # Errors
    ///
    /// [`BadOption`](Error::BadOption) above [`MAX_COST`].
    pub fn with_cost(mut self, cost: u32) -> Result<Self> {
        if cost > MAX_COST {
            return Err(Error::BadOption("TOTP cost".to_owned()));
        }
        self.cost = cost;
        Ok(self)
    }

    /// Returns the tag of the secret that new records are encrypted with.
    #[must_use]
    pub fn default_tag(&self) -> &str {
        &self.default_tag
    }

    /// Encrypts a key into the text of a database column.
    ///
    /// # Errors
    ///
    /// [`NoRandomness`](Error::NoRandomness).
    pub fn encrypt(&self, totp: &Totp) -> Result<String> {
        self.seal(totp, &self.default_tag, self.cost, &salt::random::<12>()?)
    }

    /// Reads a record: encrypted, plain (`"key"` in place of `"enckey"`), or an `otpauth://` address.
    ///
    /// # Errors
    ///
    /// [`Malformed`](Error::Malformed); [`UnknownScheme`](Error::UnknownScheme) for another version,
    /// type, algorithm or tag; [`BadOption`](Error::BadOption) for a cost above [`MAX_COST`] and
    /// parameters outside of their ranges.
    pub fn decrypt(&self, stored: &str) -> Result<Opened> {
        if stored.len() > MAX_RECORD {
            return Err(Error::Malformed);
        }
        if stored.starts_with("otpauth://") {
            return Ok(Opened { totp: from_uri(stored)?, needs_recrypt: true });
        }
        let record: Record = serde_json::from_str(stored).map_err(|_| Error::Malformed)?;
        if record.v != Some(1) || record.kind.as_deref() != Some("totp") {
            return Err(Error::UnknownScheme);
        }
        let (key, needs_recrypt) = match (&record.enckey, &record.key) {
            (Some(sealed), None) => (self.open(sealed)?, !self.is_current(sealed)),
            (None, Some(key)) => (Zeroizing::new(base32_decode(key)?), true),
            _ => return Err(Error::Malformed),
        };
        let algorithm = record.alg.as_deref().map_or(Ok(Algorithm::Sha1), Algorithm::parse)?;
        let (digits, period) = (record.digits.unwrap_or(6), record.period.unwrap_or(30));
        let mut totp = Totp::from_key(&key)?.with_parameters(digits, period, algorithm)?;
        (totp.label, totp.issuer) = (record.label, record.issuer);
        Ok(Opened { totp, needs_recrypt })
    }

    /// Tells whether [`decrypt`](Self::decrypt) would ask for a new record, without decrypting.
    ///
    /// Text that is no record is `false`.
    #[must_use]
    pub fn needs_recrypt(&self, stored: &str) -> bool {
        if stored.len() > MAX_RECORD {
            return false;
        }
        let Ok(record) = serde_json::from_str::<Record>(stored) else {
            return stored.starts_with("otpauth://");
        };
        record.enckey.is_none_or(|sealed| !self.is_current(&sealed))
    }

    fn is_current(&self, sealed: &Sealed) -> bool {
        sealed.t == self.default_tag && sealed.c == self.cost
    }

    fn seal(&self, totp: &Totp, tag: &str, cost: u32, salt: &[u8]) -> Result<String> {
        let mut key = Zeroizing::new(totp.key().to_vec());
        self.apply(&mut key, tag, cost, salt)?;
        let other = |number: u32, usual: u32| (number != usual).then_some(number);
        let record = Record {
            alg: (totp.algorithm != Algorithm::Sha1).then(|| totp.algorithm.name().to_owned()),
            digits: other(totp.digits, 6),
            enckey: Some(Sealed {
                c: cost,
                k: BASE32_NOPAD.encode(&key),
                s: BASE32_NOPAD.encode(salt),
                t: tag.to_owned(),
                v: 1,
            }),
            issuer: totp.issuer.clone(),
            key: None,
            label: totp.label.clone(),
            period: other(totp.period, 30),
            kind: Some("totp".to_owned()),
            v: Some(1),
        };
        serde_json::to_string(&record).map_err(|_| Error::Malformed)
    }

    fn open(&self, sealed: &Sealed) -> Result<Zeroizing<Vec<u8>>> {
        if sealed.v != 1 {
            return Err(Error::UnknownScheme);
        }
        let (mut key, salt) = (base32_decode(&sealed.k)?, base32_decode(&sealed.s)?);
        self.apply(&mut key, &sealed.t, sealed.c, &salt)?;
        Ok(Zeroizing::new(key))
    }

    /// Encrypts or decrypts: in counter mode both are the same.
    fn apply(&self, key: &mut [u8], tag: &str, cost: u32, salt: &[u8]) -> Result<()> {
        let secret = self.secrets.get(tag).ok_or(Error::UnknownScheme)?;
        if cost > MAX_COST {
            return Err(Error::BadOption("TOTP cost".to_owned()));
        }
        let mut derived = Zeroizing::new([0; 48]);
        pbkdf2::pbkdf2_hmac::<Sha256>(secret.as_bytes(), salt, 1 << cost, &mut *derived);
        let (aes_key, iv) = derived.split_at(32);
        let mut cipher =
            Ctr128BE::<Aes256>::new_from_slices(aes_key, iv).map_err(|_| Error::Malformed)?;
        cipher.apply_keystream(key);
        Ok(())
    }
}

impl fmt::Debug for Wallet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wallet")
            .field("tags", &self.secrets.keys())
            .field("default_tag", &self.default_tag)
            .field("cost", &self.cost)
            .finish_non_exhaustive()
    }
}

/// Members stand in alphabetical order, as the reference writes them.
#[derive(Serialize, Deserialize)]
struct Record {
    #[serde(skip_serializing_if = "Option::is_none")]
    alg: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    digits: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enckey: Option<Sealed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<u32>,
    #[serde(rename = "type")]
    kind: Option<String>,
    v: Option<u32>,
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    c: u32,
    k: String,
    s: String,
    t: String,
    v: u32,
}

fn is_tag(tag: &str) -> bool {
    tag.starts_with(|first: char| first.is_ascii_alphanumeric())
        && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.-".contains(&b))
}

fn newest(secrets: &BTreeMap<String, Zeroizing<String>>) -> Option<String> {
    let numbers: Option<Vec<(u128, &String)>> =
        secrets.keys().map(|tag| Some((tag.parse().ok()?, tag))).collect();
    match numbers {
        Some(numbers) => numbers.into_iter().max().map(|(_, tag)| tag.clone()),
        None => secrets.keys().next_back().cloned(),
    }
}

fn from_uri(uri: &str) -> Result<Totp> {
    let rest = uri.strip_prefix("otpauth://totp/");
    let (label, query) = rest.and_then(|rest| rest.split_once('?')).ok_or(Error::Malformed)?;
    let (mut key, mut issuer) = (None, None);
    let (mut digits, mut period, mut algorithm) = (6, 30, Algorithm::Sha1);
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').ok_or(Error::Malformed)?;
        let value = unescape(value)?;
        let number = || value.parse().map_err(|_| Error::Malformed);
        match name {
            "secret" => key = Some(Zeroizing::new(base32_decode(&value)?)),
            "issuer" => issuer = Some(value),
            "digits" => digits = number()?,
            "period" => period = number()?,
            "algorithm" => algorithm = Algorithm::parse(&value)?,
            _ => {}
        }
    }
    let key = key.ok_or(Error::Malformed)?;
    let mut totp = Totp::from_key(&key)?.with_parameters(digits, period, algorithm)?;
    let label = unescape(label)?;
    match label.split_once(':') {
        Some((before, name)) => {
            totp.issuer = issuer.or_else(|| Some(before.to_owned()));
            totp.label = Some(name.trim_start().to_owned());
        }
        None => (totp.issuer, totp.label) = (issuer, Some(label)),
    }
    Ok(totp)
}

fn unescape(text: &str) -> Result<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let mut hex = || bytes.next().and_then(|b| char::from(b).to_digit(16));
            let (high, low) = hex().zip(hex()).ok_or(Error::Malformed)?;
            out.push((high * 16 + low) as u8);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).map_err(|_| Error::Malformed)
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;
    use serde_json::Value;

    use super::*;

    #[test]
    fn the_same_salt_gives_the_same_record() {
        let golden: Value = serde_json::from_str(include_str!("../testdata/totp.json")).unwrap();
        let rows = golden["totp_wallet"]["cases"].as_array().unwrap();
        assert_eq!(rows.len(), 24);
        for row in rows {
            let secrets = row["secrets"].as_object().unwrap().iter();
            let wallet = Wallet::new(secrets.map(|(tag, s)| (tag, s.as_str().unwrap()))).unwrap();
            let text = |key: &str| row[key].as_str().unwrap();
            let totp = wallet.decrypt(text("stored")).unwrap().totp;
            let salt = HEXLOWER.decode(text("salt").as_bytes()).unwrap();
            let cost = row["cost"].as_u64().unwrap() as u32;
            let made = wallet.seal(&totp, text("tag"), cost, &salt).unwrap();
            assert_eq!(made, text("stored"));
        }
    }
}
