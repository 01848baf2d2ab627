//! `argon2`: `$argon2id$v=19$m=65536,t=3,p=4$<salt>$<digest>`, RFC 9106.

use std::{
    sync::{Mutex, PoisonError},
    thread::available_parallelism,
};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use subtle::ConstantTimeEq;

use crate::{
    Error, Result,
    passlib::{
        Limits,
        encoding::{random_bytes, standard, standard_decode},
        options::{Kind, Settings},
    },
};

pub(super) fn verify(secret: &[u8], stored: &str, limits: &Limits) -> Result<bool> {
    let parsed = affordable(stored, limits)?;
    let digest = parsed.digest(secret, parsed.digest.len())?;
    Ok(digest.ct_eq(&parsed.digest).into())
}

/// Whether a stored hash can be read and computed within the limits, without doing so.
pub(super) fn check(stored: &str, limits: &Limits) -> Result<()> {
    let parsed = affordable(stored, limits)?;
    parsed.instance(parsed.digest.len()).map(drop)
}

fn affordable(stored: &str, limits: &Limits) -> Result<Parsed> {
    let parsed = Parsed::read(stored)?;
    Limits::check(parsed.memory, limits.argon2_memory)?;
    let work = u64::from(parsed.memory) * u64::from(parsed.time);
    Limits::check(work, limits.argon2_work)?;
    Ok(parsed)
}

pub(super) fn hash(secret: &[u8], settings: &Settings) -> Result<String> {
    let salt = random_bytes(settings.salt_len)?;
    let parts = Parsed {
        kind: settings.kind,
        version: Version::V0x13,
        memory: settings.memory,
        time: settings.rounds,
        parallelism: settings.parallelism,
        salt,
        digest: Vec::new(),
    };
    let digest = parts.digest(secret, settings.digest_len)?;
    Ok(format!(
        "$argon2{}$v=19$m={},t={},p={}${}${}",
        parts.kind.name(),
        parts.memory,
        parts.time,
        parts.parallelism,
        standard(&parts.salt),
        standard(&digest),
    ))
}

/// A hash that costs more memory or time than a new one would is left alone.
pub(super) fn outdated(stored: &str, settings: &Settings) -> bool {
    let Ok(has) = Parsed::read(stored) else {
        return false;
    };
    if has.memory > settings.memory || has.time > settings.rounds {
        return false;
    }
    (has.kind != settings.kind && has.kind != Kind::Id)
        || has.version != Version::V0x13
        || has.memory < settings.memory
        || has.parallelism != settings.parallelism
        || has.digest.len() < settings.digest_len
        || settings.floor().is_some_and(|floor| has.time < floor)
}

/// Raises memory and passes to those of a stored hash. Lanes and lengths are no cost.
pub(super) fn raise(stored: &str, settings: &mut Settings) {
    if let Ok(has) = Parsed::read(stored) {
        settings.memory = settings.memory.max(has.memory).max(8 * settings.parallelism);
        settings.rounds = settings.rounds.max(has.time);
    }
}

struct Parsed {
    kind: Kind,
    version: Version,
    memory: u32,
    time: u32,
    parallelism: u32,
    salt: Vec<u8>,
    digest: Vec<u8>,
}

impl Parsed {
    fn read(stored: &str) -> Result<Self> {
        Self::parse(stored).ok_or(Error::Malformed)
    }

    fn parse(stored: &str) -> Option<Self> {
        let (kind, rest) = stored.strip_prefix("$argon2")?.split_once('$')?;
        let (version, rest) = match rest.strip_prefix("v=") {
            None => (Version::V0x10, rest),
            Some(rest) => match rest.split_once('$')? {
                ("16", rest) => (Version::V0x10, rest),
                ("19", rest) => (Version::V0x13, rest),
                _ => return None,
            },
        };
        let mut parts = rest.split('$');
        let (costs, salt, digest) = (parts.next()?, parts.next()?, parts.next()?);
        let mut costs = costs.split(',');
        let mut cost = |name: &str| costs.next()?.strip_prefix(name)?.parse().ok();
        let parsed = Self {
            kind: Kind::parse(kind)?,
            version,
            memory: cost("m=")?,
            time: cost("t=")?,
            parallelism: cost("p=")?,
            salt: standard_decode(salt).ok()?,
            digest: standard_decode(digest).ok()?,
        };
        (parts.next().is_none() && costs.next().is_none()).then_some(parsed)
    }

    fn instance(&self, len: usize) -> Result<Argon2<'static>> {
        // The library multiplies this by eight without a check.
        Limits::check(self.parallelism, self.memory / 8)?;
        let params = Params::new(self.memory, self.time, self.parallelism, Some(len));
        let algorithm = match self.kind {
            Kind::I => Algorithm::Argon2i,
            Kind::D => Algorithm::Argon2d,
            Kind::Id => Algorithm::Argon2id,
        };
        Ok(Argon2::new(algorithm, self.version, params.map_err(|_| Error::Malformed)?))
    }

    fn digest(&self, secret: &[u8], len: usize) -> Result<Vec<u8>> {
        let argon2 = self.instance(len)?;
        let mut out = vec![0; len];
        let mut memory = Scratch::take(argon2.params().block_count());
        argon2
            .hash_password_into_with_memory(secret, &self.salt, &mut out, &mut memory.0)
            .map_err(|_| Error::Malformed)?;
        Ok(out)
    }
}

/// Working memory that is used again: fresh pages cost a fifth of a default hash.
///
/// One pool and not one buffer per thread: async runtimes have hundreds of blocking threads.
struct Scratch(Vec<Block>);

static POOL: Mutex<Vec<Vec<Block>>> = Mutex::new(Vec::new());

/// Larger buffers (KiB) are given back to the system.
const KEEP: usize = 128 * 1024;

impl Scratch {
    fn take(blocks: usize) -> Self {
        let pooled = POOL.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut memory = pooled.unwrap_or_default();
        // The first pass overwrites every block, so old content does not matter.
        memory.resize(blocks.max(memory.len()), Block::new());
        Self(memory)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let most = available_parallelism().map_or(1, usize::from);
        let mut pool = POOL.lock().unwrap_or_else(PoisonError::into_inner);
        if self.0.len() <= KEEP && pool.len() < most {
            pool.push(std::mem::take(&mut self.0));
        }
    }
}
