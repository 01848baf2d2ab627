//! `scrypt`: `$scrypt$ln=16,r=8,p=1$<salt>$<digest>`, RFC 7914; also reads the older `$7$` form.

use subtle::ConstantTimeEq;

use crate::{
    Error, Result,
    passlib::{
        Limits,
        encoding::{HASH64, hash64_decode, random_bytes, standard, standard_decode},
        options::Settings,
        pbkdf2::MAX_SALT,
    },
};

const DIGEST_LEN: usize = 32;

/// Block size times parallelism; usual hashes have 8.
const MAX_LANES: u64 = 4096;

pub(super) fn verify(secret: &[u8], stored: &str, limits: &Limits) -> Result<bool> {
    let (costs, salt, digest) = read(stored)?;
    costs.check(limits)?;
    let computed = costs.digest(secret, &salt)?;
    Ok(computed.ct_eq(&digest).into())
}

/// As [`verify`], for a digest of any length, as other systems make them.
pub(super) fn verify_any(secret: &[u8], stored: &str, limits: &Limits) -> Result<bool> {
    let (costs, salt, digest) = check_any(stored, limits)?;
    let mut computed = vec![0; digest.len()];
    costs.derive(secret, &salt, &mut computed)?;
    Ok(computed.ct_eq(&digest).into())
}

pub(super) fn check_any(stored: &str, limits: &Limits) -> Result<(Costs, Vec<u8>, Vec<u8>)> {
    let (costs, salt, digest) = parse_either(stored)?;
    costs.check(limits)?;
    if !(16..=128).contains(&digest.len()) || salt.len() > MAX_SALT {
        return Err(Error::Malformed);
    }
    Ok((costs, salt, digest))
}

pub(super) fn hash(secret: &[u8], settings: &Settings) -> Result<String> {
    let costs = Costs::of(settings);
    let salt = random_bytes(settings.salt_len)?;
    let digest = costs.digest(secret, &salt)?;
    Ok(costs.write(&salt, &digest))
}

pub(super) fn rounds(stored: &str) -> Result<u32> {
    read(stored).map(|(costs, ..)| costs.log_n)
}

pub(super) struct Costs {
    pub(super) log_n: u32,
    pub(super) r: u32,
    pub(super) p: u32,
}

impl Costs {
    pub(super) fn of(settings: &Settings) -> Self {
        Self { log_n: settings.rounds, r: settings.block_size, p: settings.parallelism }
    }

    pub(super) fn check(&self, limits: &Limits) -> Result<()> {
        if self.log_n == 0 || self.r == 0 || self.p == 0 {
            return Err(Error::Malformed);
        }
        // The library multiplies these without a check.
        Limits::check(self.log_n, 31_u32)?;
        Limits::check(u64::from(self.r) * u64::from(self.p), MAX_LANES)?;
        let block = 128 * u64::from(self.r);
        let memory = (1_u64 << self.log_n).checked_mul(block);
        let work = memory.and_then(|memory| memory.checked_mul(u64::from(self.p)));
        let (memory, work) = memory.zip(work).ok_or(Error::Malformed)?;
        Limits::check(memory, limits.scrypt_memory)?;
        Limits::check(work, limits.scrypt_work)
    }

    fn digest(&self, secret: &[u8], salt: &[u8]) -> Result<[u8; DIGEST_LEN]> {
        let mut out = [0; DIGEST_LEN];
        self.derive(secret, salt, &mut out)?;
        Ok(out)
    }

    pub(super) fn write(&self, salt: &[u8], digest: &[u8]) -> String {
        let Self { log_n, r, p } = self;
        format!("$scrypt$ln={log_n},r={r},p={p}${}${}", standard(salt), standard(digest))
    }

    pub(super) fn derive(&self, secret: &[u8], salt: &[u8], out: &mut [u8]) -> Result<()> {
        let log_n = u8::try_from(self.log_n).map_err(|_| Error::Malformed)?;
        let params = ::scrypt::Params::new(log_n, self.r, self.p).map_err(|_| Error::Malformed)?;
        ::scrypt::scrypt(secret, salt, &params, out).map_err(|_| Error::Malformed)
    }
}

fn read(stored: &str) -> Result<(Costs, Vec<u8>, Vec<u8>)> {
    let (costs, salt, digest) = parse_either(stored)?;
    if costs.log_n == 0 || costs.r == 0 || costs.p == 0 || digest.len() != DIGEST_LEN {
        return Err(Error::Malformed);
    }
    Ok((costs, salt, digest))
}

fn parse_either(stored: &str) -> Result<(Costs, Vec<u8>, Vec<u8>)> {
    let parsed = match stored.strip_prefix("$7$") {
        Some(rest) => parse_seven(rest),
        None => parse(stored),
    };
    parsed.ok_or(Error::Malformed)
}

fn parse(stored: &str) -> Option<(Costs, Vec<u8>, Vec<u8>)> {
    let mut parts = stored.strip_prefix("$scrypt$")?.split('$');
    let (costs, salt, digest) = (parts.next()?, parts.next()?, parts.next()?);
    let mut costs = costs.split(',');
    let mut cost = |name: &str| costs.next()?.strip_prefix(name)?.parse().ok();
    let read = Costs { log_n: cost("ln=")?, r: cost("r=")?, p: cost("p=")? };
    let (salt, digest) = (standard_decode(salt).ok()?, standard_decode(digest).ok()?);
    (parts.next().is_none() && costs.next().is_none()).then_some((read, salt, digest))
}

/// One character of log N, five of r, five of p, then the salt as text.
fn parse_seven(rest: &str) -> Option<(Costs, Vec<u8>, Vec<u8>)> {
    let (head, digest) = rest.split_once('$')?;
    let (costs, salt) = head.split_at_checked(11)?;
    let number = |from: usize, to: usize| {
        let text = costs.get(from..to)?.bytes().rev();
        text.map(|byte| HASH64.iter().position(|known| *known == byte))
            .try_fold(0_u32, |sum, digit| Some((sum << 6) | digit? as u32))
    };
    let costs = Costs { log_n: number(0, 1)?, r: number(1, 6)?, p: number(6, 11)? };
    Some((costs, salt.as_bytes().to_vec(), hash64_decode(digest).ok()?))
}
