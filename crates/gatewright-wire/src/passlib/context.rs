//! The policy: which schemes are accepted, which one is written, when a hash is renewed.

use std::{fmt, hint::black_box};

use zeroize::Zeroizing;

use crate::{
    Error, Result,
    passlib::{
        DoubleHash, Limits, MAX_SECRET, MAX_STORED, Options, Scheme, argon2, bcrypt, des_crypt,
        digest_crypt, django, double_hash, imported, options::Settings, pbkdf2, scrypt, sha_crypt,
    },
};

/// The answer to "does this secret belong to this stored hash?".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// The secret is right.
    pub ok: bool,
    /// The secret is right and the hash should be replaced by a new one of the same secret.
    pub needs_update: bool,
}

impl Verdict {
    const NO: Self = Self { ok: false, needs_update: false };
}

/// Which schemes are renewed after a successful verification.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Deprecated {
    /// Every scheme but the default one.
    #[default]
    Auto,
    /// The schemes of this list.
    List(Vec<Scheme>),
}

/// Which schemes hash the password itself and not its keyed digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SingleHash {
    /// All of them.
    Always,
    /// The schemes of this list; an empty list means [`Scheme::Plaintext`].
    Schemes(Vec<Scheme>),
}

impl SingleHash {
    fn covers(&self, scheme: Scheme) -> bool {
        match self {
            // Other systems know nothing of our salt.
            _ if scheme == Scheme::Imported => true,
            Self::Always => true,
            Self::Schemes(list) if list.is_empty() => scheme == Scheme::Plaintext,
            Self::Schemes(list) => list.contains(&scheme),
        }
    }
}

impl Default for SingleHash {
    /// The reference's list: all `django_*` schemes and `plaintext`.
    fn default() -> Self {
        let schemes = Scheme::ALL.into_iter();
        Self::Schemes(schemes.filter(|s| s.is_single_by_default()).collect())
    }
}

/// Which schemes are accepted, which one makes new hashes, and at what cost. Debug redacts the salt.
///
/// Hashing blocks the thread for a good part of a second, and each argon2 hash works on its own
/// memory (64 MiB by default): run it off the async threads and bound how many run at a time. Up to
/// one buffer of at most 128 MiB per processor is kept for the next hash.
#[derive(Clone)]
pub struct Context {
    schemes: Vec<Scheme>,
    default: Scheme,
    deprecated: Deprecated,
    single: SingleHash,
    /// The key of the double-hash rule, then its former values.
    salts: Vec<Zeroizing<Vec<u8>>>,
    options: Options,
    limits: Limits,
    foreign: imported::Keys,
}

impl Context {
    /// Makes a policy. `schemes` are tried in this order, plaintext always last; `default` makes new
    /// hashes; `salt` is the key of the double-hash rule.
    ///
    /// # Errors
    ///
    /// [`BadOption`](Error::BadOption) when `default` is not among `schemes`, is `hex_md5` or
    /// `imported`, or is double-hashed without a salt.
    pub fn new(
        schemes: Vec<Scheme>,
        default: Scheme,
        deprecated: Deprecated,
        single: SingleHash,
        salt: Option<Vec<u8>>,
        options: Options,
    ) -> Result<Self> {
        let refuse = |why: &str| Err(Error::BadOption(format!("{default}: {why}")));
        let salts: Vec<_> =
            salt.into_iter().filter(|salt| !salt.is_empty()).map(Zeroizing::new).collect();
        if !schemes.contains(&default) {
            return refuse("not among the accepted schemes");
        }
        if matches!(default, Scheme::HexMd5 | Scheme::Imported) {
            return refuse("only for verifying");
        }
        if salts.is_empty() && !single.covers(default) {
            return refuse("is double-hashed, which needs a password salt");
        }
        let (limits, foreign) = (Limits::DEFAULT, imported::Keys::default());
        Ok(Self { schemes, default, deprecated, single, salts, options, limits, foreign })
    }

    /// Adds former salts: a hash that fits with one of them verifies and is to be renewed with the
    /// present one.
    ///
    /// Each costs one more hash where a double-hashed secret does not fit, and in
    /// [`dummy`](Self::dummy).
    ///
    /// # Errors
    ///
    /// [`BadOption`](Error::BadOption) without a present salt.
    pub fn with_former_salts(mut self, former: Vec<Vec<u8>>) -> Result<Self> {
        if self.salts.is_empty() && !former.is_empty() {
            return Err(Error::BadOption("former salts need a present one".to_owned()));
        }
        let former = former.into_iter().filter(|salt| !salt.is_empty()).map(Zeroizing::new);
        self.salts.extend(former);
        Ok(self)
    }

    /// Adds what imported hashes need and do not hold: the peppers of Devise, each of which costs one
    /// more hash where a secret does not fit, and the signer keys of Firebase.
    #[must_use]
    pub fn with_foreign_keys(mut self, peppers: Vec<Vec<u8>>, signer_keys: Vec<Vec<u8>>) -> Self {
        self.foreign = imported::Keys::new(peppers, signer_keys);
        self
    }

    /// Replaces the limits on what a stored hash may cost.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Returns the scheme that makes new hashes.
    #[must_use]
    pub fn default_scheme(&self) -> Scheme {
        self.default
    }

    /// Returns the first accepted scheme that `stored` has the outer form of.
    ///
    /// Plaintext comes last, and never for a string that looks like a hash of another scheme.
    #[must_use]
    pub fn identify(&self, stored: &str) -> Option<Scheme> {
        if stored.len() > MAX_STORED {
            return None;
        }
        let accepted = |scheme: &&Scheme| scheme.claims(stored);
        let mut hashes = self.schemes.iter().filter(|s| **s != Scheme::Plaintext);
        hashes
            .find(accepted)
            .or_else(|| {
                let mut plain = self.schemes.iter().filter(|s| **s == Scheme::Plaintext);
                plain.find(accepted)
            })
            .copied()
    }

    /// Tells whether `secret` belongs to `stored` and whether the hash should be renewed.
    ///
    /// Never fails: an unknown or malformed hash, a cost above the limits and a secret above
    /// [`MAX_SECRET`] are "no", after the work of [`dummy`](Self::dummy).
    #[must_use]
    pub fn verify(&self, secret: &str, stored: &str) -> Verdict {
        match self.try_verify(secret, stored) {
            Ok(Some(Fit::Present)) => Verdict { ok: true, needs_update: self.needs_update(stored) },
            Ok(Some(Fit::Former)) => Verdict { ok: true, needs_update: true },
            Ok(None) => Verdict::NO,
            Err(_) => {
                self.dummy(secret);
                Verdict::NO
            }
        }
    }

    /// Makes a new hash with the default scheme, after the double-hash rule.
    ///
    /// # Errors
    ///
    /// [`BadSecret`](Error::BadSecret) for a secret above [`MAX_SECRET`] bytes (1024 where SHA-crypt
    /// hashes the password itself), one with a NUL byte where the scheme cannot hash it, and a
    /// plaintext password that would be read as something else; [`NoRandomness`](Error::NoRandomness).
    pub fn hash(&self, secret: &str) -> Result<String> {
        self.hash_with(secret, &self.options.of(self.default))
    }

    /// Makes a new hash in place of `stored`, whose secret was right just now: with the default
    /// scheme, and at no lower cost than `stored` has in that scheme.
    ///
    /// # Errors
    ///
    /// As [`hash`](Self::hash).
    pub fn renew(&self, secret: &str, stored: &str) -> Result<String> {
        let mut settings = self.options.of(self.default);
        if self.identify(stored) == Some(self.default) {
            settings = raised(self.default, stored, settings);
        }
        self.hash_with(secret, &settings)
    }

    fn hash_with(&self, secret: &str, settings: &Settings) -> Result<String> {
        let text = self.prepare(self.default, secret, self.salts.first())?;
        let stored = hash_as(self.default, text.as_bytes(), settings)?;
        if self.default == Scheme::Plaintext && self.identify(&stored) != Some(Scheme::Plaintext) {
            return Err(Error::BadSecret);
        }
        Ok(stored)
    }

    /// Does the work of a wrong secret and drops the result, so that an unknown account costs as
    /// much time as a known one: a [`hash`](Self::hash), and another for each former salt.
    pub fn dummy(&self, secret: &str) {
        let salts = if self.single.covers(self.default) { 1 } else { self.salts.len().max(1) };
        for _ in 0..salts {
            self.dummy_hash(secret);
        }
    }

    fn dummy_hash(&self, secret: &str) {
        if black_box(self.hash(black_box(secret))).is_err() {
            // Refused before any work was done.
            let _ = black_box(self.hash(black_box("dummy")));
        }
    }

    /// Tells whether `stored` should be replaced when its secret is next at hand.
    ///
    /// True for imported hashes and deprecated schemes, for costs below the configured window, and for argon2 hashes of
    /// another type, an older version, less memory, other parallelism or a shorter digest. False
    /// whenever a new hash of the same scheme would lower a cost.
    #[must_use]
    pub fn needs_update(&self, stored: &str) -> bool {
        let Some(scheme) = self.identify(stored) else {
            return false;
        };
        let deprecated = match &self.deprecated {
            _ if scheme == Scheme::Imported => true,
            Deprecated::Auto => scheme != self.default,
            Deprecated::List(list) => list.contains(&scheme),
        };
        deprecated || outdated(scheme, stored, &self.options.of(scheme))
    }

    fn try_verify(&self, secret: &str, stored: &str) -> Result<Option<Fit>> {
        let scheme = self.identify(stored).ok_or(Error::UnknownScheme)?;
        let fits = |salt| {
            let text = self.prepare(scheme, secret, salt)?;
            if scheme == Scheme::Imported {
                return imported::verify(text.as_bytes(), stored, &self.foreign, &self.limits);
            }
            verify_as(scheme, text.as_bytes(), stored, &self.limits)
        };
        if fits(self.salts.first())? {
            return Ok(Some(Fit::Present));
        }
        if !self.single.covers(scheme) {
            for former in self.salts.iter().skip(1) {
                if fits(Some(former))? {
                    return Ok(Some(Fit::Former));
                }
            }
        }
        Ok(None)
    }

    fn prepare<'a>(
        &self,
        scheme: Scheme,
        secret: &'a str,
        salt: Option<&Zeroizing<Vec<u8>>>,
    ) -> Result<Prepared<'a>> {
        if secret.len() > MAX_SECRET {
            return Err(Error::BadSecret);
        }
        if self.single.covers(scheme) {
            return Ok(Prepared::Single(secret));
        }
        let salt = salt.ok_or(Error::BadSecret)?;
        Ok(Prepared::Double(double_hash(secret, salt)))
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("schemes", &self.schemes)
            .field("default", &self.default)
            .field("deprecated", &self.deprecated)
            .field("single", &self.single)
            .field("salts", &self.salts.iter().map(|_| "redacted").collect::<Vec<_>>())
            .field("options", &self.options)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

/// Which salt a secret fits with; that of a single-hashed one is always present.
enum Fit {
    Present,
    Former,
}

enum Prepared<'a> {
    Single(&'a str),
    Double(DoubleHash),
}

impl Prepared<'_> {
    fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Single(text) => text.as_bytes(),
            Self::Double(text) => text.as_bytes(),
        }
    }
}

pub(super) fn verify_as(
    scheme: Scheme,
    secret: &[u8],
    stored: &str,
    limits: &Limits,
) -> Result<bool> {
    match scheme {
        Scheme::Argon2 => argon2::verify(secret, stored, limits),
        Scheme::Bcrypt => bcrypt::verify(secret, stored, limits),
        Scheme::BcryptSha256 => bcrypt::sha256_verify(secret, stored, limits),
        Scheme::DesCrypt => des_crypt::verify(secret, stored),
        Scheme::Pbkdf2Sha1 => pbkdf2::SHA1.verify(secret, stored, limits),
        Scheme::Pbkdf2Sha256 => pbkdf2::SHA256.verify(secret, stored, limits),
        Scheme::Pbkdf2Sha512 => pbkdf2::SHA512.verify(secret, stored, limits),
        Scheme::Scrypt => scrypt::verify(secret, stored, limits),
        Scheme::Sha256Crypt => sha_crypt::SHA256.verify(secret, stored, limits),
        Scheme::Sha512Crypt => sha_crypt::SHA512.verify(secret, stored, limits),
        Scheme::Md5Crypt => digest_crypt::md5_verify(secret, stored),
        Scheme::Sha1Crypt => digest_crypt::sha1_verify(secret, stored, limits),
        Scheme::HexMd5 => digest_crypt::hex_md5_verify(secret, stored),
        Scheme::Plaintext => digest_crypt::plaintext_verify(secret, stored),
        Scheme::DjangoArgon2 => django::argon2_verify(secret, stored, limits),
        Scheme::DjangoBcrypt => django::bcrypt_verify(secret, stored, limits),
        Scheme::DjangoBcryptSha256 => django::bcrypt_sha256_verify(secret, stored, limits),
        Scheme::DjangoDesCrypt => django::des_verify(secret, stored),
        Scheme::DjangoPbkdf2Sha1 => django::PBKDF2_SHA1.verify(secret, stored, limits),
        Scheme::DjangoPbkdf2Sha256 => django::PBKDF2_SHA256.verify(secret, stored, limits),
        Scheme::DjangoSaltedMd5 => django::md5_verify(secret, stored),
        Scheme::DjangoSaltedSha1 => django::sha1_verify(secret, stored),
        // It needs keys, and never lies inside another.
        Scheme::Imported => Err(Error::UnknownScheme),
    }
}

fn hash_as(scheme: Scheme, secret: &[u8], settings: &Settings) -> Result<String> {
    match scheme {
        Scheme::Argon2 => argon2::hash(secret, settings),
        Scheme::Bcrypt => bcrypt::hash(secret, settings),
        Scheme::BcryptSha256 => bcrypt::sha256_hash(secret, settings),
        Scheme::DesCrypt => des_crypt::hash(secret),
        Scheme::Pbkdf2Sha1 => pbkdf2::SHA1.hash(secret, settings),
        Scheme::Pbkdf2Sha256 => pbkdf2::SHA256.hash(secret, settings),
        Scheme::Pbkdf2Sha512 => pbkdf2::SHA512.hash(secret, settings),
        Scheme::Scrypt => scrypt::hash(secret, settings),
        Scheme::Sha256Crypt => sha_crypt::SHA256.hash(secret, settings),
        Scheme::Sha512Crypt => sha_crypt::SHA512.hash(secret, settings),
        Scheme::Md5Crypt => digest_crypt::md5_hash(secret, settings),
        Scheme::Sha1Crypt => digest_crypt::sha1_hash(secret, settings),
        Scheme::HexMd5 | Scheme::Imported => Err(Error::UnknownScheme),
        Scheme::Plaintext => String::from_utf8(secret.to_vec()).map_err(|_| Error::BadSecret),
        Scheme::DjangoArgon2 => django::argon2_hash(secret, settings),
        Scheme::DjangoBcrypt => django::bcrypt_hash(secret, settings),
        Scheme::DjangoBcryptSha256 => django::bcrypt_sha256_hash(secret, settings),
        Scheme::DjangoDesCrypt => django::des_hash(secret),
        Scheme::DjangoPbkdf2Sha1 => django::PBKDF2_SHA1.hash(secret, settings),
        Scheme::DjangoPbkdf2Sha256 => django::PBKDF2_SHA256.hash(secret, settings),
        Scheme::DjangoSaltedMd5 => django::md5_hash(secret, settings),
        Scheme::DjangoSaltedSha1 => django::sha1_hash(secret, settings),
    }
}

/// A malformed hash cannot verify, so it is never renewed either.
fn outdated(scheme: Scheme, stored: &str, settings: &Settings) -> bool {
    match scheme {
        Scheme::Argon2 => argon2::outdated(stored, settings),
        Scheme::DjangoArgon2 => django::argon2_outdated(stored, settings),
        Scheme::Bcrypt => bcrypt::outdated(stored, settings),
        _ => {
            let floor = settings.floor();
            rounds(scheme, stored).zip(floor).is_some_and(|(has, floor)| has < floor)
        }
    }
}

/// These costs, raised to those of a stored hash of the scheme as far as the limits allow.
fn raised(scheme: Scheme, stored: &str, settings: Settings) -> Settings {
    let mut raised = settings.clone();
    match scheme {
        Scheme::Argon2 => argon2::raise(stored, &mut raised),
        Scheme::DjangoArgon2 => django::argon2_raise(stored, &mut raised),
        _ => raised.rounds = rounds(scheme, stored).unwrap_or_default().max(raised.rounds),
    }
    if raised.is_affordable(scheme) { raised } else { settings }
}

/// The rounds of a stored hash, in the unit of its scheme, where that has rounds.
pub(super) fn rounds(scheme: Scheme, stored: &str) -> Option<u32> {
    let rounds = match scheme {
        Scheme::Bcrypt => bcrypt::rounds(stored),
        Scheme::BcryptSha256 => bcrypt::sha256_rounds(stored),
        Scheme::DjangoBcrypt | Scheme::DjangoBcryptSha256 => django::bcrypt_rounds(stored),
        Scheme::Pbkdf2Sha1 => pbkdf2::SHA1.rounds(stored),
        Scheme::Pbkdf2Sha256 => pbkdf2::SHA256.rounds(stored),
        Scheme::Pbkdf2Sha512 => pbkdf2::SHA512.rounds(stored),
        Scheme::DjangoPbkdf2Sha1 => django::PBKDF2_SHA1.rounds(stored),
        Scheme::DjangoPbkdf2Sha256 => django::PBKDF2_SHA256.rounds(stored),
        Scheme::Scrypt => scrypt::rounds(stored),
        Scheme::Sha256Crypt => sha_crypt::SHA256.rounds(stored),
        Scheme::Sha512Crypt => sha_crypt::SHA512.rounds(stored),
        Scheme::Sha1Crypt => digest_crypt::sha1_rounds(stored),
        Scheme::Argon2
        | Scheme::DjangoArgon2
        | Scheme::DesCrypt
        | Scheme::Md5Crypt
        | Scheme::HexMd5
        | Scheme::Plaintext
        | Scheme::DjangoDesCrypt
        | Scheme::DjangoSaltedMd5
        | Scheme::DjangoSaltedSha1
        | Scheme::Imported => return None,
    };
    rounds.ok()
}
