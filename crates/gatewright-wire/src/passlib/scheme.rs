//! The schemes, their names and how a stored string is told to be theirs.

use std::{fmt, str::FromStr};

use crate::{
    Error,
    passlib::{encoding, imported},
};

/// A way to store a password, named as passlib names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Scheme {
    /// `argon2` (RFC 9106), the default for new hashes.
    Argon2,
    /// `bcrypt`.
    Bcrypt,
    /// `bcrypt_sha256`: bcrypt over a keyed or plain SHA-256.
    BcryptSha256,
    /// `des_crypt`: the traditional crypt(3). Only eight bytes of the secret count.
    DesCrypt,
    /// `pbkdf2_sha1` (RFC 8018).
    Pbkdf2Sha1,
    /// `pbkdf2_sha256`.
    Pbkdf2Sha256,
    /// `pbkdf2_sha512`.
    Pbkdf2Sha512,
    /// `scrypt` (RFC 7914).
    Scrypt,
    /// `sha256_crypt`: `$5$` of crypt(3).
    Sha256Crypt,
    /// `sha512_crypt`: `$6$` of crypt(3).
    Sha512Crypt,
    /// `md5_crypt`: `$1$` of crypt(3).
    Md5Crypt,
    /// `sha1_crypt`: `$sha1$` of NetBSD.
    Sha1Crypt,
    /// `hex_md5`: an unsalted digest.
    HexMd5,
    /// `plaintext`: the password itself.
    Plaintext,
    /// `django_argon2`.
    DjangoArgon2,
    /// `django_bcrypt`.
    DjangoBcrypt,
    /// `django_bcrypt_sha256`.
    DjangoBcryptSha256,
    /// `django_des_crypt`.
    DjangoDesCrypt,
    /// `django_pbkdf2_sha1`.
    DjangoPbkdf2Sha1,
    /// `django_pbkdf2_sha256`.
    DjangoPbkdf2Sha256,
    /// `django_salted_md5`.
    DjangoSaltedMd5,
    /// `django_salted_sha1`.
    DjangoSaltedSha1,
    /// `imported`: a hash of the password itself that another system made, behind `{imported}`; see
    /// [`Foreign`](super::Foreign). Only for verifying.
    Imported,
}

impl Scheme {
    /// Every scheme.
    pub const ALL: [Self; 23] = [
        Self::Argon2,
        Self::Bcrypt,
        Self::BcryptSha256,
        Self::DesCrypt,
        Self::Pbkdf2Sha1,
        Self::Pbkdf2Sha256,
        Self::Pbkdf2Sha512,
        Self::Scrypt,
        Self::Sha256Crypt,
        Self::Sha512Crypt,
        Self::Md5Crypt,
        Self::Sha1Crypt,
        Self::HexMd5,
        Self::Plaintext,
        Self::DjangoArgon2,
        Self::DjangoBcrypt,
        Self::DjangoBcryptSha256,
        Self::DjangoDesCrypt,
        Self::DjangoPbkdf2Sha1,
        Self::DjangoPbkdf2Sha256,
        Self::DjangoSaltedMd5,
        Self::DjangoSaltedSha1,
        Self::Imported,
    ];

    /// Returns passlib's name, such as `pbkdf2_sha512`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Argon2 => "argon2",
            Self::Bcrypt => "bcrypt",
            Self::BcryptSha256 => "bcrypt_sha256",
            Self::DesCrypt => "des_crypt",
            Self::Pbkdf2Sha1 => "pbkdf2_sha1",
            Self::Pbkdf2Sha256 => "pbkdf2_sha256",
            Self::Pbkdf2Sha512 => "pbkdf2_sha512",
            Self::Scrypt => "scrypt",
            Self::Sha256Crypt => "sha256_crypt",
            Self::Sha512Crypt => "sha512_crypt",
            Self::Md5Crypt => "md5_crypt",
            Self::Sha1Crypt => "sha1_crypt",
            Self::HexMd5 => "hex_md5",
            Self::Plaintext => "plaintext",
            Self::DjangoArgon2 => "django_argon2",
            Self::DjangoBcrypt => "django_bcrypt",
            Self::DjangoBcryptSha256 => "django_bcrypt_sha256",
            Self::DjangoDesCrypt => "django_des_crypt",
            Self::DjangoPbkdf2Sha1 => "django_pbkdf2_sha1",
            Self::DjangoPbkdf2Sha256 => "django_pbkdf2_sha256",
            Self::DjangoSaltedMd5 => "django_salted_md5",
            Self::DjangoSaltedSha1 => "django_salted_sha1",
            Self::Imported => "imported",
        }
    }

    /// Tells whether the reference hashes passwords of this scheme only once by default.
    #[must_use]
    pub const fn is_single_by_default(self) -> bool {
        matches!(
            self,
            Self::Plaintext
                | Self::DjangoArgon2
                | Self::DjangoBcrypt
                | Self::DjangoBcryptSha256
                | Self::DjangoDesCrypt
                | Self::DjangoPbkdf2Sha1
                | Self::DjangoPbkdf2Sha256
                | Self::DjangoSaltedMd5
                | Self::DjangoSaltedSha1
        )
    }

    /// Tells whether `stored` has the outer form of this scheme; it may still be malformed inside.
    pub(super) fn claims(self, stored: &str) -> bool {
        let starts = |prefix: &str| stored.starts_with(prefix);
        match self {
            Self::Argon2 => argon2_prefix(stored),
            Self::Bcrypt => bcrypt_prefix(stored),
            Self::BcryptSha256 => starts("$bcrypt-sha256$"),
            Self::DesCrypt => stored.len() == 13 && encoding::is_hash64(stored),
            Self::Pbkdf2Sha1 => starts("$pbkdf2$"),
            Self::Pbkdf2Sha256 => starts("$pbkdf2-sha256$"),
            Self::Pbkdf2Sha512 => starts("$pbkdf2-sha512$"),
            Self::Scrypt => starts("$scrypt$") || starts("$7$"),
            Self::Sha256Crypt => starts("$5$"),
            Self::Sha512Crypt => starts("$6$"),
            Self::Md5Crypt => starts("$1$"),
            Self::Sha1Crypt => starts("$sha1$"),
            Self::HexMd5 => stored.len() == 32 && stored.bytes().all(|b| b.is_ascii_hexdigit()),
            Self::Plaintext => !looks_hashed(stored),
            Self::DjangoArgon2 => stored.strip_prefix("argon2").is_some_and(argon2_prefix),
            Self::DjangoBcrypt => stored.strip_prefix("bcrypt$").is_some_and(bcrypt_prefix),
            Self::DjangoBcryptSha256 => {
                stored.strip_prefix("bcrypt_sha256$").is_some_and(bcrypt_prefix)
            }
            Self::DjangoDesCrypt => starts("crypt$"),
            Self::DjangoPbkdf2Sha1 => starts("pbkdf2_sha1$"),
            Self::DjangoPbkdf2Sha256 => starts("pbkdf2_sha256$"),
            Self::DjangoSaltedMd5 => starts("md5$"),
            Self::DjangoSaltedSha1 => starts("sha1$"),
            Self::Imported => starts(imported::PREFIX),
        }
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Scheme {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|scheme| scheme.name() == name).ok_or(Error::UnknownScheme)
    }
}

fn argon2_prefix(stored: &str) -> bool {
    let kind =
        stored.strip_prefix("$argon2").and_then(|rest| rest.split_once('$')).map(|(kind, _)| kind);
    kind.is_some_and(|kind| !kind.is_empty() && kind.bytes().all(|b| b.is_ascii_lowercase()))
}

fn bcrypt_prefix(stored: &str) -> bool {
    ["$2$", "$2a$", "$2x$", "$2y$", "$2b$"].iter().any(|prefix| stored.starts_with(prefix))
}

/// A leaked hash submitted as the password must not open the account it belongs to, so whatever
/// looks like a hash is never a plaintext password. A name may have parameters behind a colon, as
/// Werkzeug writes them: `scrypt:32768:8:1$…`.
fn looks_hashed(stored: &str) -> bool {
    const NAMES: [&str; 17] = [
        "argon2",
        "bcrypt",
        "bcrypt_sha256",
        "crypt",
        "hmac",
        "md5",
        "pbkdf2",
        "pbkdf2_sha1",
        "pbkdf2_sha256",
        "pbkdf2_sha512",
        "scrypt",
        "sha1",
        "sha224",
        "sha256",
        "sha384",
        "sha512",
        "unsalted_md5",
    ];
    let named = |(head, _): (&str, &str)| {
        let name = head.split_once(':').map_or(head, |(name, _)| name);
        NAMES.contains(&name)
    };
    stored.starts_with(['$', '{']) || stored.split_once('$').is_some_and(named)
}
