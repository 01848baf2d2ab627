//! `pbkdf2_sha1`, `pbkdf2_sha256`, `pbkdf2_sha512`: `$pbkdf2-sha256$<rounds>$<salt>$<digest>`.

use subtle::ConstantTimeEq;

use crate::{
    Error, Result,
    passlib::{
        Limits,
        encoding::{adapted, adapted_decode, random_bytes},
        options::Settings,
    },
};

/// Derives a digest: secret, salt, rounds, output.
pub(super) type Derive = fn(&[u8], &[u8], u32, &mut [u8]);

/// The longest salt of an imported hash, in bytes.
pub(super) const MAX_SALT: usize = 1024;

/// One of the three digests.
pub(super) struct Pbkdf2 {
    prefix: &'static str,
    digest_len: usize,
    derive: Derive,
}

pub(super) const SHA1: Pbkdf2 =
    Pbkdf2 { prefix: "$pbkdf2$", digest_len: 20, derive: ::pbkdf2::pbkdf2_hmac::<sha1::Sha1> };
pub(super) const SHA256: Pbkdf2 = Pbkdf2 {
    prefix: "$pbkdf2-sha256$",
    digest_len: 32,
    derive: ::pbkdf2::pbkdf2_hmac::<sha2::Sha256>,
};
pub(super) const SHA512: Pbkdf2 = Pbkdf2 {
    prefix: "$pbkdf2-sha512$",
    digest_len: 64,
    derive: ::pbkdf2::pbkdf2_hmac::<sha2::Sha512>,
};

impl Pbkdf2 {
    pub(super) fn verify(&self, secret: &[u8], stored: &str, limits: &Limits) -> Result<bool> {
        let (rounds, salt, digest) = self.read(stored)?;
        Limits::check(rounds, limits.pbkdf2_rounds)?;
        let mut derived = vec![0; self.digest_len];
        (self.derive)(secret, &salt, rounds, &mut derived);
        Ok(derived.ct_eq(&digest).into())
    }

    /// As [`verify`](Self::verify), for a digest of any length, as other systems make them.
    pub(super) fn verify_any(&self, secret: &[u8], stored: &str, limits: &Limits) -> Result<bool> {
        let (rounds, salt, digest) = self.check_any(stored, limits)?;
        let mut derived = vec![0; digest.len()];
        (self.derive)(secret, &salt, rounds, &mut derived);
        Ok(derived.ct_eq(&digest).into())
    }

    /// Every further block of a digest costs all rounds again.
    pub(super) fn check_any(
        &self,
        stored: &str,
        limits: &Limits,
    ) -> Result<(u32, Vec<u8>, Vec<u8>)> {
        let (rounds, salt, digest) = self.parse(stored)?;
        if !(16..=128).contains(&digest.len()) || salt.len() > MAX_SALT {
            return Err(Error::Malformed);
        }
        let blocks = digest.len().div_ceil(self.digest_len) as u64;
        Limits::check(u64::from(rounds) * blocks, limits.pbkdf2_rounds)?;
        Ok((rounds, salt, digest))
    }

    pub(super) fn write(&self, rounds: u32, salt: &[u8], digest: &[u8]) -> String {
        format!("{}{rounds}${}${}", self.prefix, adapted(salt), adapted(digest))
    }

    pub(super) fn claims(&self, stored: &str) -> bool {
        stored.starts_with(self.prefix)
    }

    pub(super) fn hash(&self, secret: &[u8], settings: &Settings) -> Result<String> {
        let salt = random_bytes(settings.salt_len)?;
        let mut derived = vec![0; self.digest_len];
        (self.derive)(secret, &salt, settings.rounds, &mut derived);
        Ok(self.write(settings.rounds, &salt, &derived))
    }

    pub(super) fn rounds(&self, stored: &str) -> Result<u32> {
        self.read(stored).map(|(rounds, ..)| rounds)
    }

    fn read(&self, stored: &str) -> Result<(u32, Vec<u8>, Vec<u8>)> {
        self.parse(stored).and_then(|(rounds, salt, digest)| match digest.len() {
            length if length == self.digest_len => Ok((rounds, salt, digest)),
            _ => Err(Error::Malformed),
        })
    }

    fn parse(&self, stored: &str) -> Result<(u32, Vec<u8>, Vec<u8>)> {
        let mut parts = stored.strip_prefix(self.prefix).ok_or(Error::Malformed)?.split('$');
        let mut next = || parts.next().ok_or(Error::Malformed);
        let (rounds, salt, digest) = (next()?, next()?, next()?);
        let rounds = read_rounds(rounds)?;
        let (salt, digest) = (adapted_decode(salt)?, adapted_decode(digest)?);
        if parts.next().is_some() {
            return Err(Error::Malformed);
        }
        Ok((rounds, salt, digest))
    }
}

/// Reads a count of at least one, without sign or leading zero.
pub(super) fn read_rounds(text: &str) -> Result<u32> {
    if text.starts_with(['0', '+']) {
        return Err(Error::Malformed);
    }
    text.parse().map_err(|_| Error::Malformed)
}
