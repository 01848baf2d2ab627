//! The old ones over plain digests: `md5_crypt`, `sha1_crypt`, `hex_md5`, and plaintext.

use hmac::{Hmac, KeyInit, Mac};
use md5::{Digest, Md5};
use sha1::Sha1;
use subtle::ConstantTimeEq;

use crate::{
    Error, Result,
    passlib::{
        Limits,
        encoding::{hash64, random_hash64},
        options::Settings,
        pbkdf2::read_rounds,
    },
};

/// `$1$<salt>$<digest>`, Poul-Henning Kamp's thousand rounds.
pub(super) fn md5_verify(secret: &[u8], stored: &str) -> Result<bool> {
    let (salt, digest) = stored
        .strip_prefix("$1$")
        .and_then(|rest| rest.split_once('$'))
        .filter(|(salt, _)| salt.len() <= 8)
        .ok_or(Error::Malformed)?;
    let computed = md5_crypt(secret, salt.as_bytes())?;
    Ok(computed.as_bytes().ct_eq(digest.as_bytes()).into())
}

pub(super) fn md5_hash(secret: &[u8], settings: &Settings) -> Result<String> {
    let salt = random_hash64(settings.salt_len)?;
    Ok(format!("$1${salt}${}", md5_crypt(secret, salt.as_bytes())?))
}

/// `$sha1$<rounds>$<salt>$<digest>`, Simon Gerraty's HMAC chain.
pub(super) fn sha1_verify(secret: &[u8], stored: &str, limits: &Limits) -> Result<bool> {
    let (rounds, salt, digest) = sha1_read(stored)?;
    Limits::check(rounds, limits.pbkdf2_rounds)?;
    let computed = sha1_crypt(secret, salt, rounds)?;
    Ok(computed.as_bytes().ct_eq(digest.as_bytes()).into())
}

pub(super) fn sha1_hash(secret: &[u8], settings: &Settings) -> Result<String> {
    let (salt, rounds) = (random_hash64(settings.salt_len)?, settings.rounds);
    let digest = sha1_crypt(secret, &salt, rounds)?;
    Ok(format!("$sha1${rounds}${salt}${digest}"))
}

pub(super) fn sha1_rounds(stored: &str) -> Result<u32> {
    sha1_read(stored).map(|(rounds, ..)| rounds)
}

pub(super) fn hex_md5_verify(secret: &[u8], stored: &str) -> Result<bool> {
    let stored = data_encoding::HEXLOWER_PERMISSIVE
        .decode(stored.as_bytes())
        .map_err(|_| Error::Malformed)?;
    Ok(Md5::digest(secret).as_slice().ct_eq(&stored).into())
}

/// An empty column is no password.
pub(super) fn plaintext_verify(secret: &[u8], stored: &str) -> Result<bool> {
    Ok(!stored.is_empty() && bool::from(secret.ct_eq(stored.as_bytes())))
}

fn md5_crypt(secret: &[u8], salt: &[u8]) -> Result<String> {
    if secret.contains(&0) {
        return Err(Error::BadSecret);
    }
    let inner = Md5::new().chain_update(secret).chain_update(salt).chain_update(secret).finalize();
    let mut outer = Md5::new().chain_update(secret).chain_update(b"$1$").chain_update(salt);
    let mut left = secret.len();
    while left > 0 {
        let part = left.min(inner.len());
        outer.update(&inner[..part]);
        left -= part;
    }
    // The original mixes in a NUL or the first byte of the secret, by the bits of its length.
    let mut length = secret.len();
    while length > 0 {
        let first = secret.get(..1).unwrap_or(&[]);
        outer.update(if length & 1 == 1 { &[0] } else { first });
        length >>= 1;
    }
    let mut digest = outer.finalize();
    for round in 0..1000 {
        let mut next = Md5::new();
        if round % 2 == 1 {
            next.update(secret);
        } else {
            next.update(digest);
        }
        if round % 3 != 0 {
            next.update(salt);
        }
        if round % 7 != 0 {
            next.update(secret);
        }
        if round % 2 == 1 {
            next.update(digest);
        } else {
            next.update(secret);
        }
        digest = next.finalize();
    }
    Ok(hash64(&digest, &MD5_ORDER))
}

const MD5_ORDER: [u8; 16] = [12, 6, 0, 13, 7, 1, 14, 8, 2, 15, 9, 3, 5, 10, 4, 11];

fn sha1_read(stored: &str) -> Result<(u32, &str, &str)> {
    let mut parts = stored.strip_prefix("$sha1$").ok_or(Error::Malformed)?.split('$');
    let mut next = || parts.next().ok_or(Error::Malformed);
    let (rounds, salt, digest) = (next()?, next()?, next()?);
    if salt.len() > 64 || parts.next().is_some() {
        return Err(Error::Malformed);
    }
    Ok((read_rounds(rounds)?, salt, digest))
}

fn sha1_crypt(secret: &[u8], salt: &str, rounds: u32) -> Result<String> {
    if secret.contains(&0) {
        return Err(Error::BadSecret);
    }
    let keyed = <Hmac<Sha1> as KeyInit>::new_from_slice(secret).map_err(|_| Error::BadSecret)?;
    let step = |data: &[u8]| keyed.clone().chain_update(data).finalize().into_bytes();
    let mut digest = step(format!("{salt}$sha1${rounds}").as_bytes());
    for _ in 1..rounds {
        digest = step(&digest);
    }
    Ok(hash64(&digest, &SHA1_ORDER))
}

/// The last group takes the first byte a second time.
const SHA1_ORDER: [u8; 21] =
    [2, 1, 0, 5, 4, 3, 8, 7, 6, 11, 10, 9, 14, 13, 12, 17, 16, 15, 0, 19, 18];
