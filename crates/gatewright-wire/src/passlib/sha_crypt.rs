//! `sha256_crypt` and `sha512_crypt`: `$5$rounds=535000$<salt>$<digest>`, after Ulrich Drepper's
//! "Unix crypt using SHA-256 and SHA-512".

use subtle::ConstantTimeEq;

use crate::{
    Error, Result,
    passlib::{
        Limits,
        encoding::{hash64, is_hash64, random_hash64},
        options::Settings,
        pbkdf2::read_rounds,
    },
};

/// Rounds when the hash does not name any.
const IMPLICIT_ROUNDS: u32 = 5000;

/// The work of one hash grows with rounds times length, so that secrets are cut short earlier than
/// elsewhere, in bytes.
const MAX_SECRET: usize = 1024;

/// One of the two digests.
pub(super) struct ShaCrypt {
    prefix: &'static str,
    digest: fn(&[u8], &[u8], sha_crypt::Params) -> String,
}

pub(super) const SHA256: ShaCrypt = ShaCrypt {
    prefix: "$5$",
    digest: |secret, salt, params| {
        hash64(&sha_crypt::sha256_crypt(secret, salt, params), &ORDER_256)
    },
};
pub(super) const SHA512: ShaCrypt = ShaCrypt {
    prefix: "$6$",
    digest: |secret, salt, params| {
        hash64(&sha_crypt::sha512_crypt(secret, salt, params), &ORDER_512)
    },
};

impl ShaCrypt {
    pub(super) fn identify(&self, stored: &str) -> bool {
        stored.starts_with(self.prefix)
    }

    pub(super) fn verify(&self, secret: &[u8], stored: &str, limits: &Limits) -> Result<bool> {
        let (rounds, salt, digest) = self.read(stored)?;
        Limits::check(rounds, limits.sha_crypt_rounds)?;
        let computed = self.digest(secret, salt.as_bytes(), rounds)?;
        Ok(computed.as_bytes().ct_eq(digest.as_bytes()).into())
    }

    pub(super) fn hash(&self, secret: &[u8], settings: &Settings) -> Result<String> {
        let salt = random_hash64(settings.salt_len)?;
        let digest = self.digest(secret, salt.as_bytes(), settings.rounds)?;
        let (prefix, rounds) = (self.prefix, settings.rounds);
        Ok(if rounds == IMPLICIT_ROUNDS {
            format!("{prefix}{salt}${digest}")
        } else {
            format!("{prefix}rounds={rounds}${salt}${digest}")
        })
    }

    pub(super) fn rounds(&self, stored: &str) -> Result<u32> {
        self.read(stored).map(|(rounds, ..)| rounds)
    }

    fn digest(&self, secret: &[u8], salt: &[u8], rounds: u32) -> Result<String> {
        if secret.contains(&0) || secret.len() > MAX_SECRET {
            return Err(Error::BadSecret);
        }
        let params = sha_crypt::Params::new(rounds).map_err(|_| Error::Malformed)?;
        Ok((self.digest)(secret, salt, params))
    }

    fn read<'a>(&self, stored: &'a str) -> Result<(u32, &'a str, &'a str)> {
        let rest = stored.strip_prefix(self.prefix).ok_or(Error::Malformed)?;
        let (rounds, rest) = match rest.strip_prefix("rounds=") {
            None => (IMPLICIT_ROUNDS, rest),
            Some(rest) => {
                let (rounds, rest) = rest.split_once('$').ok_or(Error::Malformed)?;
                (read_rounds(rounds)?, rest)
            }
        };
        let (salt, digest) = rest.split_once('$').ok_or(Error::Malformed)?;
        if salt.len() > 16 || !is_hash64(digest) {
            return Err(Error::Malformed);
        }
        Ok((rounds, salt, digest))
    }
}

const ORDER_256: [u8; 32] = [
    20, 10, 0, 11, 1, 21, 2, 22, 12, 23, 13, 3, 14, 4, 24, 5, 25, 15, 26, 16, 6, 17, 7, 27, 8, 28,
    18, 29, 19, 9, 30, 31,
];

const ORDER_512: [u8; 64] = [
    42, 21, 0, 1, 43, 22, 23, 2, 44, 45, 24, 3, 4, 46, 25, 26, 5, 47, 48, 27, 6, 7, 49, 28, 29, 8,
    50, 51, 30, 9, 10, 52, 31, 32, 11, 53, 54, 33, 12, 13, 55, 34, 35, 14, 56, 57, 36, 15, 16, 58,
    37, 38, 17, 59, 60, 39, 18, 19, 61, 40, 41, 20, 62, 63,
];
