//! Fernet: encrypted and dated texts, as the `cryptography` package of Python makes them.
//!
//! A key is 32 bytes in base64url: the first half signs (HMAC-SHA256), the second encrypts
//! (AES-128-CBC with PKCS#7). A token is base64url, with padding, of the byte 0x80, the time in
//! eight bytes, sixteen bytes of initialisation vector, the ciphertext and the signature.

use std::fmt;

use aes::Aes128;
use aes::cipher::{Array, Block, BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit};
use data_encoding::{BASE64URL, BASE64URL_NOPAD};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::digest::constant_time_eq;
use crate::{Error, Result, salt};

/// The longest token that is looked at, in bytes (64 KiB).
pub const MAX_TOKEN: usize = 64 * 1024;

/// How far ahead a token may be dated when ages are checked, in seconds.
const SKEW: i64 = 60;

const VERSION: u8 = 0x80;
const BLOCK: usize = 16;
const HEAD: usize = 1 + 8 + BLOCK;
const MAC: usize = 32;

/// One key.
///
/// ```
/// use gatewright_wire::fernet::Fernet;
///
/// let fernet = Fernet::new("iLTPZetxUdtJ1SxyQhcMt9cSPIQAfuj_aYVIB7gysuw=")?;
/// let token = fernet.encrypt(b"08cb-4f70-5cbd", 1_780_000_000)?;
/// assert_eq!(fernet.decrypt(&token, Some(60), 1_780_000_060)?, b"08cb-4f70-5cbd");
/// # Ok::<(), gatewright_wire::Error>(())
/// ```
#[derive(Clone)]
pub struct Fernet {
    mac: Hmac<Sha256>,
    key: [u8; BLOCK],
}

impl Fernet {
    /// Reads a key: base64url of 32 bytes, with or without padding.
    ///
    /// # Errors
    /// [`Error::BadOption`] if it is anything else. The key is not part of the message.
    pub fn new(key: &str) -> Result<Self> {
        let bad = || Error::BadOption("a Fernet key is 32 bytes in base64url".to_owned());
        let text = key.trim_end_matches('=').replace('+', "-").replace('/', "_");
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| bad())?;
        let (signing, encrypting) = bytes.split_at_checked(BLOCK).ok_or_else(bad)?;
        let key = encrypting.try_into().map_err(|_| bad())?;
        let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(signing).map_err(|_| bad())?;
        Ok(Self { mac, key })
    }

    /// A key made of a secret that has other uses, too: HMAC-SHA256 of the purpose under the secret
    /// (NIST SP 800-108). The secret must be random and long, as it is not stretched.
    ///
    /// # Errors
    /// None in practice: an HMAC takes keys of any length.
    pub fn derived(secret: &[u8], purpose: &str) -> Result<Self> {
        let no_key = |_| Error::BadOption("the secret is no key".to_owned());
        let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret).map_err(no_key)?;
        let bytes = mac.chain_update(purpose.as_bytes()).finalize().into_bytes();
        Self::new(&BASE64URL_NOPAD.encode(&bytes))
    }

    /// Encrypts with a random initialisation vector; `now` is in seconds since 1970.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn encrypt(&self, plain: &[u8], now: i64) -> Result<String> {
        self.encrypt_with(plain, now, salt::random()?)
    }

    /// Decrypts. With a life in seconds, the token must not be older, nor dated more than a minute
    /// ahead; without one its date is not looked at.
    ///
    /// # Errors
    /// [`Error::Expired`] (with no payload), [`Error::BadSignature`] or [`Error::Malformed`].
    pub fn decrypt(&self, token: &str, life: Option<i64>, now: i64) -> Result<Vec<u8>> {
        let bytes = unpack(token)?;
        self.open(&bytes, life, now)
    }

    fn encrypt_with(&self, plain: &[u8], now: i64, iv: [u8; BLOCK]) -> Result<String> {
        let padding = BLOCK - plain.len() % BLOCK;
        let mut bytes = Vec::with_capacity(HEAD + plain.len() + padding + MAC);
        bytes.push(VERSION);
        bytes.extend_from_slice(&now.max(0).to_be_bytes());
        bytes.extend_from_slice(&iv);
        bytes.extend_from_slice(plain);
        bytes.resize(bytes.len() + padding, u8::try_from(padding).map_err(|_| Error::Malformed)?);
        let mut cipher = cbc::Encryptor::<Aes128>::new(&Array(self.key), &Array(iv));
        for block in bytes.get_mut(HEAD..).unwrap_or_default().chunks_exact_mut(BLOCK) {
            cipher.encrypt_block(as_block(block)?);
        }
        let mac = self.mac.clone().chain_update(&bytes).finalize().into_bytes();
        bytes.extend_from_slice(&mac);
        Ok(BASE64URL.encode(&bytes))
    }

    fn open(&self, bytes: &[u8], life: Option<i64>, now: i64) -> Result<Vec<u8>> {
        let signed = bytes.len().checked_sub(MAC).ok_or(Error::Malformed)?;
        let (signed, mac) = bytes.split_at_checked(signed).ok_or(Error::Malformed)?;
        let (head, body) = signed.split_at_checked(HEAD).ok_or(Error::Malformed)?;
        let (&version, head) = head.split_first().ok_or(Error::Malformed)?;
        let (stamp, iv) = head.split_first_chunk::<8>().ok_or(Error::Malformed)?;
        let iv: [u8; BLOCK] = iv.try_into().map_err(|_| Error::Malformed)?;
        if version != VERSION || body.is_empty() || body.len() % BLOCK != 0 {
            return Err(Error::Malformed);
        }
        let expected = self.mac.clone().chain_update(signed).finalize().into_bytes();
        if !constant_time_eq(&expected, mac) {
            return Err(Error::BadSignature);
        }
        let issued_at = i64::try_from(u64::from_be_bytes(*stamp)).map_err(|_| Error::Malformed)?;
        if life.is_some_and(|life| {
            issued_at.saturating_add(life) < now || issued_at > now.saturating_add(SKEW)
        }) {
            return Err(Error::Expired { issued_at, payload: Vec::new() });
        }
        let mut plain = body.to_vec();
        let mut cipher = cbc::Decryptor::<Aes128>::new(&Array(self.key), &Array(iv));
        for block in plain.chunks_exact_mut(BLOCK) {
            cipher.decrypt_block(as_block(block)?);
        }
        let padding = plain.last().copied().map(usize::from).unwrap_or_default();
        let kept = plain.len().checked_sub(padding).ok_or(Error::Malformed)?;
        let tail = plain.get(kept..).unwrap_or_default();
        if padding == 0 || padding > BLOCK || tail.iter().any(|&byte| usize::from(byte) != padding)
        {
            return Err(Error::Malformed);
        }
        plain.truncate(kept);
        Ok(plain)
    }
}

impl fmt::Debug for Fernet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fernet").finish_non_exhaustive()
    }
}

/// Several keys: the first encrypts, every one decrypts.
#[derive(Debug, Clone)]
pub struct Multi {
    first: Fernet,
    others: Vec<Fernet>,
}

impl Multi {
    /// Reads the keys, newest first.
    ///
    /// # Errors
    /// [`Error::BadOption`] without any key, and as [`Fernet::new`].
    pub fn new<S: AsRef<str>>(keys: &[S]) -> Result<Self> {
        let (first, others) = keys
            .split_first()
            .ok_or_else(|| Error::BadOption("at least one Fernet key is needed".to_owned()))?;
        let others = others.iter().map(|key| Fernet::new(key.as_ref())).collect::<Result<_>>()?;
        Ok(Self { first: Fernet::new(first.as_ref())?, others })
    }

    /// Encrypts with the first key.
    ///
    /// # Errors
    /// As [`Fernet::encrypt`].
    pub fn encrypt(&self, plain: &[u8], now: i64) -> Result<String> {
        self.first.encrypt(plain, now)
    }

    /// Decrypts with the first key that fits.
    ///
    /// # Errors
    /// As [`Fernet::decrypt`].
    pub fn decrypt(&self, token: &str, life: Option<i64>, now: i64) -> Result<Vec<u8>> {
        let bytes = unpack(token)?;
        let mut outcome = self.first.open(&bytes, life, now);
        for key in &self.others {
            if outcome != Err(Error::BadSignature) {
                break;
            }
            outcome = key.open(&bytes, life, now);
        }
        outcome
    }
}

fn unpack(token: &str) -> Result<Vec<u8>> {
    if token.len() > MAX_TOKEN {
        return Err(Error::Malformed);
    }
    BASE64URL.decode(token.as_bytes()).map_err(|_| Error::Malformed)
}

fn as_block(bytes: &mut [u8]) -> Result<&mut Block<Aes128>> {
    bytes.try_into().map_err(|_| Error::Malformed)
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;
    use serde_json::Value;

    use super::*;

    #[test]
    fn a_derived_key_is_the_hmac_of_its_purpose() {
        // printf purpose | openssl dgst -sha256 -hmac secret
        let key = "X53T77i7m-_i85tznAy6ZP3i-ReCMSGtwLQyNOx6uGA=";
        let (derived, named) =
            (Fernet::derived(b"secret", "purpose").unwrap(), Fernet::new(key).unwrap());
        let token = named.encrypt(b"x", 1_780_000_000).unwrap();
        assert_eq!(derived.decrypt(&token, None, 0).unwrap(), b"x");
        let other = Fernet::derived(b"secret", "another").unwrap();
        assert_eq!(other.decrypt(&token, None, 0), Err(Error::BadSignature));
    }

    #[test]
    fn known_initialisation_vectors_give_the_known_tokens() {
        let all: Value =
            serde_json::from_str(include_str!("../testdata/recovery_codes.json")).unwrap();
        let rows = all["fernet_known_iv"].as_array().unwrap();
        assert_eq!(rows.len(), 2);
        for row in rows {
            let text = |key: &str| row[key].as_str().unwrap();
            let fernet = Fernet::new(text("key")).unwrap();
            let iv = HEXLOWER.decode(text("iv").as_bytes()).unwrap().try_into().unwrap();
            let at = row["at"].as_i64().unwrap();
            let token = fernet.encrypt_with(text("plain").as_bytes(), at, iv).unwrap();
            assert_eq!(token, text("token"));
            assert_eq!(token.len(), 100);
        }
    }
}
