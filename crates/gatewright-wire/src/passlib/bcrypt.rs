//! `bcrypt` and `bcrypt_sha256`.

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::{
    Error, Result,
    passlib::{
        Limits,
        encoding::{bcrypt as encode, bcrypt_decode as decode},
        options::Settings,
    },
    salt,
};

pub(super) fn verify(secret: &[u8], stored: &str, limits: &Limits) -> Result<bool> {
    let parsed = Parsed::read(stored)?;
    Limits::check(parsed.cost, limits.bcrypt_cost)?;
    let digest = parsed.digest(secret)?;
    Ok(digest.ct_eq(&parsed.digest).into())
}

pub(super) fn hash(secret: &[u8], settings: &Settings) -> Result<String> {
    let parts = Parsed::fresh(settings)?;
    Ok(format!(
        "${}${:02}${}{}",
        parts.ident,
        parts.cost,
        encode(&parts.salt),
        encode(&parts.digest(secret)?),
    ))
}

pub(super) fn rounds(stored: &str) -> Result<u32> {
    Parsed::read(stored).map(|parsed| parsed.cost)
}

/// Below the configured cost, or with the stray bits that old programs left in `$2a$` salts.
pub(super) fn outdated(stored: &str, settings: &Settings) -> bool {
    let Ok(has) = Parsed::read(stored) else {
        return false;
    };
    let stray = has.ident == "2a" && stored.get(7..29) != Some(&*encode(&has.salt));
    stray && has.cost <= settings.rounds || settings.floor().is_some_and(|floor| has.cost < floor)
}

/// `$bcrypt-sha256$v=2,t=2b,r=12$<salt>$<digest>`, and the older `$bcrypt-sha256$2b,12$…`.
pub(super) fn sha256_verify(secret: &[u8], stored: &str, limits: &Limits) -> Result<bool> {
    let (version, parsed) = read_sha256(stored)?;
    Limits::check(parsed.cost, limits.bcrypt_cost)?;
    let key = match version {
        Wrapper::Plain => BASE64.encode(&Sha256::digest(secret)),
        Wrapper::Keyed => keyed(secret, &parsed.salt)?,
    };
    let digest = parsed.digest(Zeroizing::new(key).as_bytes())?;
    Ok(digest.ct_eq(&parsed.digest).into())
}

pub(super) fn sha256_hash(secret: &[u8], settings: &Settings) -> Result<String> {
    let parts = Parsed::fresh(settings)?;
    let key = Zeroizing::new(keyed(secret, &parts.salt)?);
    Ok(format!(
        "$bcrypt-sha256$v=2,t={},r={}${}${}",
        parts.ident,
        parts.cost,
        encode(&parts.salt),
        encode(&parts.digest(key.as_bytes())?),
    ))
}

pub(super) fn sha256_rounds(stored: &str) -> Result<u32> {
    read_sha256(stored).map(|(_, parsed)| parsed.cost)
}

struct Parsed<'a> {
    ident: &'a str,
    cost: u32,
    salt: [u8; 16],
    digest: [u8; 23],
}

impl<'a> Parsed<'a> {
    fn fresh(settings: &Settings) -> Result<Self> {
        Ok(Self {
            ident: settings.ident,
            cost: settings.rounds,
            salt: salt::random()?,
            digest: [0; 23],
        })
    }

    fn read(stored: &'a str) -> Result<Self> {
        let mut parts = stored.strip_prefix('$').ok_or(Error::Malformed)?.split('$');
        let (ident, cost, body) = (parts.next(), parts.next(), parts.next());
        let (salt, digest) =
            body.and_then(|body| body.split_at_checked(22)).ok_or(Error::Malformed)?;
        let cost = cost.filter(|cost| cost.len() == 2);
        let (ident, cost) = ident.zip(cost).ok_or(Error::Malformed)?;
        if parts.next().is_some() {
            return Err(Error::Malformed);
        }
        Self::from_parts(ident, cost, salt, digest)
    }

    fn from_parts(ident: &'a str, cost: &str, salt: &str, digest: &str) -> Result<Self> {
        // 2x marks hashes of a broken implementation; nobody can verify them safely.
        if !["2", "2a", "2b", "2y"].contains(&ident) {
            return Err(Error::UnknownScheme);
        }
        let cost = cost.parse().map_err(|_| Error::Malformed)?;
        if !(4..=31).contains(&cost) {
            return Err(Error::Malformed);
        }
        Ok(Self { ident, cost, salt: decode(salt)?, digest: decode(digest)? })
    }

    fn digest(&self, secret: &[u8]) -> Result<[u8; 23]> {
        if secret.contains(&0) {
            return Err(Error::BadSecret);
        }
        let mut key = Zeroizing::new(Vec::with_capacity(73));
        key.extend(secret.iter().take(72));
        // The first version of bcrypt left the terminating NUL out.
        if self.ident != "2" || key.is_empty() {
            key.push(0);
        }
        key.truncate(72);
        let full = ::bcrypt::bcrypt(self.cost, self.salt, &key);
        let mut digest = [0; 23];
        digest.copy_from_slice(&full[..23]);
        Ok(digest)
    }
}

enum Wrapper {
    /// `base64(SHA-256(secret))`
    Plain,
    /// `base64(HMAC-SHA256(key = salt text, secret))`
    Keyed,
}

fn read_sha256(stored: &str) -> Result<(Wrapper, Parsed<'_>)> {
    parse_sha256(stored).unwrap_or(Err(Error::Malformed))
}

fn parse_sha256(stored: &str) -> Option<Result<(Wrapper, Parsed<'_>)>> {
    let mut parts = stored.strip_prefix("$bcrypt-sha256$")?.split('$');
    let (costs, salt, digest) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (wrapper, ident, cost) = match costs.strip_prefix("v=2,t=") {
        Some(rest) => {
            let (ident, cost) = rest.split_once(",r=")?;
            (Wrapper::Keyed, ident, cost)
        }
        None => {
            let (ident, cost) = costs.split_once(',')?;
            (Wrapper::Plain, ident, cost)
        }
    };
    let parsed = Parsed::from_parts(ident, cost, salt, digest);
    Some(parsed.map(|parsed| (wrapper, parsed)))
}

fn keyed(secret: &[u8], salt: &[u8; 16]) -> Result<String> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(encode(salt).as_bytes())
        .map_err(|_| Error::BadSecret)?;
    mac.update(secret);
    Ok(BASE64.encode(&mac.finalize().into_bytes()))
}
