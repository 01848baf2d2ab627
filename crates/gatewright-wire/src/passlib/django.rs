//! The hashes of Django's `auth_user` table.

use data_encoding::{BASE64, HEXLOWER};
use md5::Md5;
use sha1::{Digest, Sha1};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::{
    Error, Result,
    passlib::{
        Limits, argon2, bcrypt, des_crypt,
        encoding::random_alphanumeric,
        options::Settings,
        pbkdf2::{Derive, read_rounds},
    },
};

const ARGON2: &str = "argon2";
const BCRYPT: &str = "bcrypt$";
const BCRYPT_SHA256: &str = "bcrypt_sha256$";
const DES: &str = "crypt$";
const MD5: &str = "md5$";
const SHA1: &str = "sha1$";

pub(super) fn argon2_verify(secret: &[u8], stored: &str, limits: &Limits) -> Result<bool> {
    argon2::verify(secret, inner(stored, ARGON2)?, limits)
}

pub(super) fn argon2_check(stored: &str, limits: &Limits) -> Result<()> {
    argon2::check(inner(stored, ARGON2)?, limits)
}

pub(super) fn argon2_hash(secret: &[u8], settings: &Settings) -> Result<String> {
    Ok(format!("{ARGON2}{}", argon2::hash(secret, settings)?))
}

pub(super) fn argon2_outdated(stored: &str, settings: &Settings) -> bool {
    inner(stored, ARGON2).is_ok_and(|stored| argon2::outdated(stored, settings))
}

pub(super) fn argon2_raise(stored: &str, settings: &mut Settings) {
    if let Ok(stored) = inner(stored, ARGON2) {
        argon2::raise(stored, settings);
    }
}

pub(super) fn bcrypt_verify(secret: &[u8], stored: &str, limits: &Limits) -> Result<bool> {
    bcrypt::verify(secret, inner(stored, BCRYPT)?, limits)
}

pub(super) fn bcrypt_hash(secret: &[u8], settings: &Settings) -> Result<String> {
    Ok(format!("{BCRYPT}{}", bcrypt::hash(secret, settings)?))
}

pub(super) fn bcrypt_sha256_verify(secret: &[u8], stored: &str, limits: &Limits) -> Result<bool> {
    let stored = inner(stored, BCRYPT_SHA256)?;
    bcrypt::verify(sha256_text(secret).as_bytes(), stored, limits)
}

pub(super) fn bcrypt_sha256_hash(secret: &[u8], settings: &Settings) -> Result<String> {
    let hash = bcrypt::hash(sha256_text(secret).as_bytes(), settings)?;
    Ok(format!("{BCRYPT_SHA256}{hash}"))
}

pub(super) fn bcrypt_rounds(stored: &str) -> Result<u32> {
    let stored = inner(stored, BCRYPT).or_else(|_| inner(stored, BCRYPT_SHA256))?;
    bcrypt::rounds(stored)
}

/// `crypt$<salt>$<13 characters>`; newer Django leaves the first salt empty.
pub(super) fn des_verify(secret: &[u8], stored: &str) -> Result<bool> {
    let (salt, hash) = split(stored, DES)?;
    if !salt.is_empty() && salt.get(..2) != hash.get(..2) {
        return Err(Error::Malformed);
    }
    des_crypt::verify(secret, hash)
}

pub(super) fn des_hash(secret: &[u8]) -> Result<String> {
    let hash = des_crypt::hash(secret)?;
    Ok(format!("{DES}{}${hash}", hash.get(..2).unwrap_or("")))
}

pub(super) fn md5_verify(secret: &[u8], stored: &str) -> Result<bool> {
    let (salt, digest) = split(stored, MD5)?;
    let computed = salted::<Md5>(secret, salt);
    Ok(computed.as_bytes().ct_eq(digest.as_bytes()).into())
}

pub(super) fn md5_hash(secret: &[u8], settings: &Settings) -> Result<String> {
    let salt = random_alphanumeric(settings.salt_len)?;
    Ok(format!("{MD5}{salt}${}", salted::<Md5>(secret, &salt)))
}

pub(super) fn sha1_verify(secret: &[u8], stored: &str) -> Result<bool> {
    let (salt, digest) = split(stored, SHA1)?;
    let computed = salted::<Sha1>(secret, salt);
    Ok(computed.as_bytes().ct_eq(digest.as_bytes()).into())
}

pub(super) fn sha1_hash(secret: &[u8], settings: &Settings) -> Result<String> {
    let salt = random_alphanumeric(settings.salt_len)?;
    Ok(format!("{SHA1}{salt}${}", salted::<Sha1>(secret, &salt)))
}

/// `pbkdf2_sha256$<rounds>$<salt text>$<padded base64>`
pub(super) struct Pbkdf2 {
    prefix: &'static str,
    digest_len: usize,
    derive: Derive,
}

pub(super) const PBKDF2_SHA1: Pbkdf2 =
    Pbkdf2 { prefix: "pbkdf2_sha1$", digest_len: 20, derive: ::pbkdf2::pbkdf2_hmac::<Sha1> };
pub(super) const PBKDF2_SHA256: Pbkdf2 =
    Pbkdf2 { prefix: "pbkdf2_sha256$", digest_len: 32, derive: ::pbkdf2::pbkdf2_hmac::<Sha256> };

impl Pbkdf2 {
    pub(super) fn verify(&self, secret: &[u8], stored: &str, limits: &Limits) -> Result<bool> {
        let (rounds, salt, digest) = self.read(stored)?;
        Limits::check(rounds, limits.pbkdf2_rounds)?;
        let computed = self.digest(secret, salt, rounds);
        Ok(computed.as_bytes().ct_eq(digest.as_bytes()).into())
    }

    pub(super) fn hash(&self, secret: &[u8], settings: &Settings) -> Result<String> {
        let salt = random_alphanumeric(settings.salt_len)?;
        let (prefix, rounds) = (self.prefix, settings.rounds);
        let digest = self.digest(secret, &salt, rounds);
        Ok(format!("{prefix}{rounds}${salt}${digest}"))
    }

    pub(super) fn rounds(&self, stored: &str) -> Result<u32> {
        self.read(stored).map(|(rounds, ..)| rounds)
    }

    fn read<'a>(&self, stored: &'a str) -> Result<(u32, &'a str, &'a str)> {
        let (rounds, rest) = split(stored, self.prefix)?;
        let (salt, digest) = rest.split_once('$').ok_or(Error::Malformed)?;
        Ok((read_rounds(rounds)?, salt, digest))
    }

    fn digest(&self, secret: &[u8], salt: &str, rounds: u32) -> String {
        let mut derived = vec![0; self.digest_len];
        (self.derive)(secret, salt.as_bytes(), rounds, &mut derived);
        BASE64.encode(&derived)
    }
}

fn inner<'a>(stored: &'a str, prefix: &str) -> Result<&'a str> {
    stored.strip_prefix(prefix).ok_or(Error::Malformed)
}

fn split<'a>(stored: &'a str, prefix: &str) -> Result<(&'a str, &'a str)> {
    inner(stored, prefix)?.split_once('$').ok_or(Error::Malformed)
}

fn salted<D: Digest>(secret: &[u8], salt: &str) -> String {
    let digest = D::new().chain_update(salt).chain_update(secret).finalize();
    HEXLOWER.encode(&digest)
}

fn sha256_text(secret: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(HEXLOWER.encode(&Sha256::digest(secret)))
}
