//! `imported`: hashes of the password itself that other systems made, behind `{imported}`.
//!
//! The mark keeps them apart from our own hashes of the same schemes, before which a password goes
//! through an HMAC. Behind it stands a hash as passlib or Django write it, or one of:
//!
//! ```text
//! $pbkdf2-sha256$<rounds>$<salt>$<digest>          a digest of any length
//! $scrypt$ln=14,r=8,p=1$<salt>$<digest>            a digest of any length
//! $devise$2a$11$<salt and digest>                  bcrypt of password and pepper
//! $firebase$m=14,r=8$<salt>$<separator>$<digest>   base64; the signer key is not in it
//! $P$<cost, salt, digest>                          phpass; $H$ is the same
//! $wp$2y$10$<salt and digest>                      bcrypt of a keyed digest: WordPress 6.8
//! {SSHA256}<digest and salt>                       salted digests of LDAP: SSHA, SSHA256, SSHA512
//! ```

use aes::Aes256;
use ctr::Ctr128BE;
use ctr::cipher::{KeyIvInit, StreamCipher};
use data_encoding::{BASE64, BASE64_NOPAD};
use hmac::{Hmac, KeyInit, Mac};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};
use subtle::{Choice, ConstantTimeEq};
use zeroize::Zeroizing;

use crate::{
    Error, Result, b64,
    passlib::{
        Limits, Scheme, argon2, bcrypt,
        context::{rounds, verify_as},
        django,
        encoding::HASH64,
        pbkdf2::{self, Pbkdf2},
        scrypt,
    },
};

pub(super) const PREFIX: &str = "{imported}";
pub(super) const DEVISE: &str = "$devise";
const FIREBASE: &str = "$firebase$";
const WORDPRESS: &str = "$wp";

/// phpass costs twice as much with each step; eight is its default, and the secret counts, too.
const PHPASS_COSTS: std::ops::RangeInclusive<usize> = 7..=16;

/// What the hashes need and do not hold.
#[derive(Clone, Default)]
pub(super) struct Keys {
    peppers: Vec<Zeroizing<Vec<u8>>>,
    signers: Vec<Zeroizing<Vec<u8>>>,
}

impl Keys {
    pub(super) fn new(peppers: Vec<Vec<u8>>, signers: Vec<Vec<u8>>) -> Self {
        let guarded = |keys: Vec<Vec<u8>>| {
            keys.into_iter().filter(|key| !key.is_empty()).map(Zeroizing::new).collect()
        };
        Self { peppers: guarded(peppers), signers: guarded(signers) }
    }
}

pub(super) fn verify(secret: &[u8], stored: &str, keys: &Keys, limits: &Limits) -> Result<bool> {
    let hash = stored.strip_prefix(PREFIX).ok_or(Error::Malformed)?;
    match Kind::of(hash)? {
        Kind::Known(scheme) => verify_as(scheme, secret, hash, limits),
        Kind::Pbkdf2(family) => family.verify_any(secret, hash, limits),
        Kind::Scrypt => scrypt::verify_any(secret, hash, limits),
        Kind::Devise(hash) => devise(secret, hash, keys, limits),
        Kind::Firebase => firebase(secret, hash, keys, limits),
        Kind::Phpass => phpass(secret, hash),
        Kind::WordPress(hash) => bcrypt::verify(wordpress(secret)?.as_bytes(), hash, limits),
        Kind::Ldap(ldap) => ldap.verify(secret),
    }
}

/// Whether a hash, without the mark, can be read and computed within the limits, and without doing
/// so. True if a search through likely passwords is cheap.
pub(super) fn check(hash: &str, limits: &Limits) -> Result<bool> {
    match Kind::of(hash)? {
        Kind::Known(scheme) => check_known(scheme, hash, limits),
        Kind::Pbkdf2(family) => family.check_any(hash, limits).map(|_| false),
        Kind::Scrypt => scrypt::check_any(hash, limits).map(|_| false),
        Kind::Devise(hash) | Kind::WordPress(hash) => check_known(Scheme::Bcrypt, hash, limits),
        Kind::Firebase => Firebase::read(hash)?.costs.check(limits).map(|()| false),
        Kind::Phpass => phpass_read(hash).map(|_| false),
        Kind::Ldap(_) => Ok(true),
    }
}

fn check_known(scheme: Scheme, hash: &str, limits: &Limits) -> Result<bool> {
    let most = match scheme {
        Scheme::Argon2 => return argon2::check(hash, limits).map(|()| false),
        Scheme::DjangoArgon2 => return django::argon2_check(hash, limits).map(|()| false),
        // These cost nothing, so that computing one is the simplest way to read it.
        Scheme::DesCrypt
        | Scheme::Md5Crypt
        | Scheme::DjangoDesCrypt
        | Scheme::DjangoSaltedMd5
        | Scheme::DjangoSaltedSha1 => {
            return verify_as(scheme, b"", hash, limits).map(|_| true);
        }
        Scheme::Bcrypt
        | Scheme::BcryptSha256
        | Scheme::DjangoBcrypt
        | Scheme::DjangoBcryptSha256 => limits.bcrypt_cost,
        Scheme::Sha256Crypt | Scheme::Sha512Crypt => limits.sha_crypt_rounds,
        _ => limits.pbkdf2_rounds,
    };
    let has = rounds(scheme, hash).ok_or(Error::Malformed)?;
    Limits::check(has, most)?;
    let digest = hash.rsplit('$').next().map_or(0, str::len);
    let whole = match scheme {
        Scheme::Sha256Crypt => digest == 43,
        Scheme::Sha512Crypt => digest == 86,
        Scheme::Sha1Crypt | Scheme::DjangoPbkdf2Sha1 => digest == 28,
        Scheme::DjangoPbkdf2Sha256 => digest == 44,
        _ => true,
    };
    if whole { Ok(false) } else { Err(Error::Malformed) }
}

enum Kind<'a> {
    Known(Scheme),
    Pbkdf2(&'static Pbkdf2),
    Scrypt,
    Devise(&'a str),
    Firebase,
    Phpass,
    WordPress(&'a str),
    Ldap(Ldap),
}

impl<'a> Kind<'a> {
    fn of(hash: &'a str) -> Result<Self> {
        if let Some(family) =
            [&pbkdf2::SHA1, &pbkdf2::SHA256, &pbkdf2::SHA512].into_iter().find(|f| f.claims(hash))
        {
            return Ok(Self::Pbkdf2(family));
        }
        if hash.starts_with(FIREBASE) {
            return Ok(Self::Firebase);
        }
        if let Some(hash) = hash.strip_prefix(DEVISE) {
            return Ok(Self::Devise(hash));
        }
        if let Some(hash) = hash.strip_prefix(WORDPRESS) {
            return Ok(Self::WordPress(hash));
        }
        if hash.starts_with("$P$") || hash.starts_with("$H$") {
            return Ok(Self::Phpass);
        }
        if Scheme::Scrypt.claims(hash) {
            return Ok(Self::Scrypt);
        }
        if hash.starts_with("{SSHA") {
            return Ldap::read(hash).map(Self::Ldap);
        }
        let unfit = |scheme: &Scheme| {
            matches!(scheme, Scheme::Plaintext | Scheme::HexMd5 | Scheme::Imported)
        };
        let known = Scheme::ALL.into_iter().find(|scheme| !unfit(scheme) && scheme.claims(hash));
        known.map(Self::Known).ok_or(Error::UnknownScheme)
    }
}

/// Tries every pepper, also after one that fits.
fn devise(secret: &[u8], hash: &str, keys: &Keys, limits: &Limits) -> Result<bool> {
    let mut fits = Choice::from(0);
    for pepper in &keys.peppers {
        let peppered = Zeroizing::new([secret, pepper].concat());
        fits |= Choice::from(u8::from(bcrypt::verify(&peppered, hash, limits)?));
    }
    if keys.peppers.is_empty() {
        return Err(Error::BadOption("no pepper is configured".to_owned()));
    }
    Ok(fits.into())
}

/// `$firebase$m=14,r=8$<salt>$<separator>$<digest>`: the signer key, encrypted with what scrypt
/// makes of the password.
pub(super) struct Firebase {
    pub(super) costs: scrypt::Costs,
    pub(super) salt: Vec<u8>,
    pub(super) separator: Vec<u8>,
    pub(super) digest: Vec<u8>,
}

impl Firebase {
    pub(super) fn write(&self) -> String {
        let [salt, separator, digest] =
            [&self.salt, &self.separator, &self.digest].map(|bytes| BASE64_NOPAD.encode(bytes));
        let (m, r) = (self.costs.log_n, self.costs.r);
        format!("{FIREBASE}m={m},r={r}${salt}${separator}${digest}")
    }

    fn read(hash: &str) -> Result<Self> {
        Self::parse(hash).ok_or(Error::Malformed)
    }

    fn parse(hash: &str) -> Option<Self> {
        let mut parts = hash.strip_prefix(FIREBASE)?.split('$');
        let (log_n, r) = parts.next()?.strip_prefix("m=")?.split_once(",r=")?;
        let costs = scrypt::Costs { log_n: log_n.parse().ok()?, r: r.parse().ok()?, p: 1 };
        let mut bytes = || BASE64_NOPAD.decode(parts.next()?.as_bytes()).ok();
        let read = Self { costs, salt: bytes()?, separator: bytes()?, digest: bytes()? };
        (parts.next().is_none() && read.digest.len() >= 16).then_some(read)
    }
}

fn firebase(secret: &[u8], hash: &str, keys: &Keys, limits: &Limits) -> Result<bool> {
    let has = Firebase::read(hash)?;
    has.costs.check(limits)?;
    if keys.signers.is_empty() {
        return Err(Error::BadOption("no signer key is configured".to_owned()));
    }
    let mut key = Zeroizing::new([0; 32]);
    has.costs.derive(secret, &[has.salt, has.separator].concat(), &mut *key)?;
    let mut fits = Choice::from(0);
    for signer in &keys.signers {
        let mut digest = signer.to_vec();
        Ctr128BE::<Aes256>::new(&(*key).into(), &[0; 16].into()).apply_keystream(&mut digest);
        fits |= digest.ct_eq(&has.digest);
    }
    Ok(fits.into())
}

/// Iterated MD5 with a salt: the cost and eight characters of salt, then the digest.
fn phpass(secret: &[u8], hash: &str) -> Result<bool> {
    let (cost, salt, digest) = phpass_read(hash)?;
    let mut computed = Md5::new().chain_update(salt).chain_update(secret).finalize();
    for _ in 0..1_u32 << cost {
        computed = Md5::new().chain_update(computed).chain_update(secret).finalize();
    }
    Ok(b64::hash64_encode(&computed).as_bytes().ct_eq(digest.as_bytes()).into())
}

fn phpass_read(hash: &str) -> Result<(usize, &str, &str)> {
    let rest = hash.get(3..).filter(|rest| rest.len() == 31).ok_or(Error::Malformed)?;
    let cost = HASH64.iter().position(|known| rest.as_bytes().first() == Some(known));
    let cost = cost.filter(|cost| PHPASS_COSTS.contains(cost)).ok_or(Error::Malformed)?;
    let (salt, digest) = rest.get(1..9).zip(rest.get(9..)).ok_or(Error::Malformed)?;
    Ok((cost, salt, digest))
}

/// What WordPress gives to bcrypt: `base64(HMAC-SHA384(key = "wp-sha384", trimmed secret))`.
fn wordpress(secret: &[u8]) -> Result<Zeroizing<String>> {
    let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0 | 0x0b);
    let start = secret.iter().position(|byte| !blank(byte)).unwrap_or(secret.len());
    let end = secret.iter().rposition(|byte| !blank(byte)).map_or(start, |at| at + 1);
    let mut mac =
        <Hmac<Sha384> as KeyInit>::new_from_slice(b"wp-sha384").map_err(|_| Error::BadSecret)?;
    mac.update(secret.get(start..end).unwrap_or_default());
    Ok(Zeroizing::new(BASE64.encode(&mac.finalize().into_bytes())))
}

/// Digest of secret and salt.
type Salted = fn(&[u8], &[u8]) -> Vec<u8>;

/// `{SSHA}`: base64 of the digest of password and salt, and the salt.
struct Ldap {
    digest: Salted,
    value: Vec<u8>,
    salt: Vec<u8>,
}

impl Ldap {
    fn read(hash: &str) -> Result<Self> {
        let (name, text) = hash.split_once('}').ok_or(Error::Malformed)?;
        let (digest, length): (Salted, _) = match name {
            "{SSHA" => (salted::<Sha1>, 20),
            "{SSHA256" => (salted::<Sha256>, 32),
            "{SSHA512" => (salted::<Sha512>, 64),
            _ => return Err(Error::UnknownScheme),
        };
        let mut value = BASE64.decode(text.as_bytes()).map_err(|_| Error::Malformed)?;
        if !(length + 4..=length + 64).contains(&value.len()) {
            return Err(Error::Malformed);
        }
        let salt = value.split_off(length);
        Ok(Self { digest, value, salt })
    }

    fn verify(&self, secret: &[u8]) -> Result<bool> {
        Ok((self.digest)(secret, &self.salt).ct_eq(&self.value).into())
    }
}

fn salted<D: Digest>(secret: &[u8], salt: &[u8]) -> Vec<u8> {
    D::new().chain_update(secret).chain_update(salt).finalize().to_vec()
}
