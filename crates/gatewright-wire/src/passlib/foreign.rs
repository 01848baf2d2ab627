//! Hashes of other systems, brought into the form in which they are stored here.

use std::fmt;

use data_encoding::{BASE64, BASE64_NOPAD, HEXLOWER_PERMISSIVE};

use crate::{
    Error, Result,
    passlib::{
        Limits, MAX_STORED,
        encoding::standard,
        imported::{self, DEVISE, Firebase, PREFIX},
        pbkdf2, scrypt,
    },
};

/// A password hash of another system: readable, affordable, and ready to be stored.
///
/// It is stored behind `{imported}` and verified against the password itself by a
/// [`Context`](super::Context) that accepts [`Scheme::Imported`](super::Scheme::Imported), which asks
/// for a new hash as soon as somebody has signed in with it. Nothing here computes a hash. `Debug`
/// shows none.
///
/// ```
/// use gatewright_wire::passlib::{Context, Deprecated, Foreign, Options, Scheme, SingleHash};
///
/// // What Node.js and Ruby write with bcrypt.
/// let hash = "$2b$04$nT/gtNn.7suTsEYrUgvpGOwFFLpLRIm5krC4gMMSQiuTvapls1SHO";
/// let foreign = Foreign::read(hash)?;
/// let passwords = Context::new(
///     vec![Scheme::Argon2, Scheme::Imported],
///     Scheme::Argon2,
///     Deprecated::Auto,
///     SingleHash::Always,
///     None,
///     Options::from_pairs([("argon2__memory_cost", 64), ("argon2__parallelism", 1)])?,
/// )?;
/// let verdict = passwords.verify("correct horse battery", foreign.stored());
/// assert!(verdict.ok && verdict.needs_update);
/// # Ok::<(), gatewright_wire::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Foreign {
    stored: String,
    weak: bool,
}

/// The digest below PBKDF2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Digest {
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-512.
    Sha512,
}

impl Foreign {
    /// Reads a hash by its own form: of passlib, Django, Werkzeug, crypt(3) with or without
    /// `{CRYPT}`, WordPress, LDAP, and `$2y$`, `$argon2id$` or `$scrypt$` of any library.
    ///
    /// # Errors
    ///
    /// [`UnknownScheme`](Error::UnknownScheme) if it looks like none of them,
    /// [`Malformed`](Error::Malformed) if it cannot be read, and [`BadOption`](Error::BadOption) if
    /// it would cost more than [`Limits::DEFAULT`] allows.
    pub fn read(hash: &str) -> Result<Self> {
        let hash = hash.trim();
        if hash.len() > MAX_STORED - PREFIX.len() {
            return Err(Error::Malformed);
        }
        let hash = hash.strip_prefix("{CRYPT}").unwrap_or(hash);
        let rewritten = if let Some(rest) = hash.strip_prefix("pbkdf2:") {
            Some(werkzeug_pbkdf2(rest).ok_or(Error::Malformed)?)
        } else if let Some(rest) = hash.strip_prefix("scrypt:") {
            Some(werkzeug_scrypt(rest).ok_or(Error::Malformed)?)
        } else if let Some(rest) = hash.strip_prefix("scrypt$") {
            Some(django_scrypt(rest).ok_or(Error::Malformed)?)
        } else {
            None
        };
        Self::checked(rewritten.as_deref().unwrap_or(hash))
    }

    /// A hash of Devise with a pepper: bcrypt of password and pepper. The context needs the pepper.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    pub fn devise(hash: &str) -> Result<Self> {
        Self::checked(&format!("{DEVISE}{}", hash.trim()))
    }

    /// A hash of Firebase: scrypt with a block size of `rounds` and 2^`mem_cost` passes, the result
    /// of which encrypts a signer key. The context needs that key. Hash, salt and separator are
    /// base64 of either alphabet.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    pub fn firebase(
        hash: &str,
        salt: &str,
        separator: &str,
        rounds: u32,
        mem_cost: u32,
    ) -> Result<Self> {
        let firebase = Firebase {
            costs: scrypt::Costs { log_n: mem_cost, r: rounds, p: 1 },
            salt: base64(salt)?,
            separator: base64(separator)?,
            digest: base64(hash)?,
        };
        Self::checked(&firebase.write())
    }

    /// A digest of PBKDF2 (RFC 8018) of any length, as Keycloak keeps it.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read); a digest has 16 to 128 bytes.
    pub fn pbkdf2(digest: Digest, rounds: u32, salt: &[u8], value: &[u8]) -> Result<Self> {
        let family = match digest {
            Digest::Sha1 => &pbkdf2::SHA1,
            Digest::Sha256 => &pbkdf2::SHA256,
            Digest::Sha512 => &pbkdf2::SHA512,
        };
        Self::checked(&family.write(rounds, salt, value))
    }

    /// A digest of Argon2 (RFC 9106), version 1.3: `kind` is `i`, `d` or `id`, the memory is in KiB.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    pub fn argon2(
        kind: &str,
        (memory, passes, lanes): (u32, u32, u32),
        salt: &[u8],
        value: &[u8],
    ) -> Result<Self> {
        let (salt, value) = (standard(salt), standard(value));
        let costs = format!("m={memory},t={passes},p={lanes}");
        Self::checked(&format!("$argon2{kind}$v=19${costs}${salt}${value}"))
    }

    /// What the column of password hashes takes.
    #[must_use]
    pub fn stored(&self) -> &str {
        &self.stored
    }

    /// True if whoever has the hash tries many millions of passwords in a second: `des_crypt`,
    /// `md5_crypt`, salted digests.
    #[must_use]
    pub fn is_weak(&self) -> bool {
        self.weak
    }

    fn checked(hash: &str) -> Result<Self> {
        if hash.len() > MAX_STORED - PREFIX.len() {
            return Err(Error::Malformed);
        }
        let weak = imported::check(hash, &Limits::DEFAULT)?;
        Ok(Self { stored: format!("{PREFIX}{hash}"), weak })
    }
}

impl fmt::Debug for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Foreign").field("weak", &self.weak).finish_non_exhaustive()
    }
}

/// `sha256:600000$<salt text>$<hex>`; early ones leave the rounds out, which meant 1000.
fn werkzeug_pbkdf2(rest: &str) -> Option<String> {
    let (method, salt, digest) = three(rest)?;
    let (name, rounds) = method.split_once(':').unwrap_or((method, "1000"));
    let family = match name {
        "sha1" => &pbkdf2::SHA1,
        "sha256" => &pbkdf2::SHA256,
        "sha512" => &pbkdf2::SHA512,
        _ => return None,
    };
    let rounds = pbkdf2::read_rounds(rounds).ok()?;
    Some(family.write(rounds, salt.as_bytes(), &hex(digest)?))
}

/// `32768:8:1$<salt text>$<hex>`
fn werkzeug_scrypt(rest: &str) -> Option<String> {
    let (method, salt, digest) = three(rest)?;
    let mut costs = method.split(':');
    let costs = [costs.next()?, costs.next()?, costs.next()?];
    Some(scrypt_costs(costs)?.write(salt.as_bytes(), &hex(digest)?))
}

/// `<salt text>$16384$8$1$<base64>`
fn django_scrypt(rest: &str) -> Option<String> {
    let mut parts = rest.split('$');
    let (salt, n, r, p) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let digest = BASE64.decode(parts.next()?.as_bytes()).ok()?;
    let whole = parts.next().is_none();
    whole.then_some(scrypt_costs([n, r, p])?.write(salt.as_bytes(), &digest))
}

fn scrypt_costs([n, r, p]: [&str; 3]) -> Option<scrypt::Costs> {
    let n: u32 = n.parse().ok().filter(|n: &u32| n.is_power_of_two())?;
    Some(scrypt::Costs { log_n: n.ilog2(), r: r.parse().ok()?, p: p.parse().ok()? })
}

fn three(text: &str) -> Option<(&str, &str, &str)> {
    let (first, rest) = text.split_once('$')?;
    let (second, third) = rest.split_once('$')?;
    Some((first, second, third))
}

fn hex(text: &str) -> Option<Vec<u8>> {
    HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok()
}

/// Either alphabet, with or without padding.
fn base64(text: &str) -> Result<Vec<u8>> {
    let text = text.trim().trim_end_matches('=').replace('-', "+").replace('_', "/");
    BASE64_NOPAD.decode(text.as_bytes()).map_err(|_| Error::Malformed)
}
