//! Cost options as `PASSWORD_HASH_PASSLIB_OPTIONS` gives them.

use std::collections::BTreeMap;

use crate::{
    Error, Result,
    passlib::{Limits, Scheme, scrypt},
};

/// The value of one option: a number, or the text of `type` and `ident`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionValue<'a> {
    /// A number.
    Number(i64),
    /// A text; digits count as a number.
    Text(&'a str),
}

impl From<i64> for OptionValue<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<&'a str> for OptionValue<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

/// The costs of new hashes and the window outside of which stored hashes are renewed, per scheme.
///
/// Without options every scheme has the reference's default, except that PBKDF2 follows the OWASP
/// Password Storage Cheat Sheet (1,300,000 rounds of SHA-1, 600,000 of SHA-256, 210,000 of SHA-512).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options(BTreeMap<Scheme, Settings>);

impl Options {
    /// Reads `<scheme>__<option>` keys.
    ///
    /// Options: `rounds` (for argon2 also `time_cost`), `min_rounds`, `max_rounds`, `memory_cost`
    /// (KiB), `parallelism`, `block_size` (scrypt), `hash_len` or `digest_size`, `salt_len` or
    /// `salt_size` (bytes or characters), `type` (`i`, `d`, `id`) and `ident` (`2a`, `2b`, `2y`).
    ///
    /// ```
    /// use gatewright_wire::passlib::{OptionValue, Options};
    ///
    /// Options::from_pairs([("bcrypt__rounds", 13)])?;
    /// Options::from_pairs([("argon2__type", OptionValue::Text("id"))])?;
    /// assert!(Options::from_pairs([("bcrypt__rounds", 3)]).is_err());
    /// # Ok::<(), gatewright_wire::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`BadOption`](Error::BadOption) for an unknown scheme, an option the scheme does not have, or
    /// a value outside of what the scheme or [`Limits::DEFAULT`] allows.
    pub fn from_pairs<'a, V: Into<OptionValue<'a>>>(
        pairs: impl IntoIterator<Item = (&'a str, V)>,
    ) -> Result<Self> {
        let mut options = Self::default();
        for (key, value) in pairs {
            options.set(key, value.into()).ok_or_else(|| bad(key))?;
        }
        for (scheme, settings) in &mut options.0 {
            settings.settle(*scheme)?;
        }
        Ok(options)
    }

    pub(super) fn of(&self, scheme: Scheme) -> Settings {
        let configured = self.0.get(&scheme).cloned();
        configured.unwrap_or_else(|| Settings::defaults(scheme))
    }

    fn set(&mut self, key: &str, value: OptionValue<'_>) -> Option<()> {
        let (scheme, option) = key.split_once("__")?;
        let scheme: Scheme = scheme.parse().ok()?;
        let range = Ranges::of(scheme);
        let settings = self.0.entry(scheme).or_insert_with(|| Settings::defaults(scheme));
        let number = || value.number();
        match option {
            "rounds" => settings.wanted_rounds = Some(within(number()?, range.rounds?)?),
            "time_cost" if range.argon2 => {
                settings.wanted_rounds = Some(within(number()?, range.rounds?)?);
            }
            "min_rounds" => settings.min_rounds = Some(within(number()?, range.rounds?)?),
            "max_rounds" => settings.max_rounds = Some(within(number()?, range.rounds?)?),
            "memory_cost" if range.argon2 => {
                settings.memory = within(number()?, (8, Limits::DEFAULT.argon2_memory))?;
            }
            "parallelism" if range.argon2 || scheme == Scheme::Scrypt => {
                settings.parallelism = within(number()?, (1, 1024))?;
            }
            "block_size" if scheme == Scheme::Scrypt => {
                settings.block_size = within(number()?, (1, 1024))?;
            }
            "hash_len" | "digest_size" if range.argon2 => {
                settings.digest_len = within(number()?, (16, 512))? as usize;
            }
            "salt_len" | "salt_size" => {
                settings.salt_len = within(number()?, range.salt?)? as usize;
            }
            "type" if range.argon2 => settings.kind = Kind::parse(value.text()?)?,
            "ident" => settings.ident = range.ident(value.text()?)?,
            _ => return None,
        }
        Some(())
    }
}

impl<'a> OptionValue<'a> {
    fn number(self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Text(text) => text.parse().ok(),
        }
    }

    fn text(self) -> Option<&'a str> {
        match self {
            Self::Number(_) => None,
            Self::Text(text) => Some(text),
        }
    }
}

/// The three forms of argon2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    I,
    D,
    Id,
}

impl Kind {
    pub(super) fn parse(text: &str) -> Option<Self> {
        match text.to_ascii_lowercase().as_str() {
            "i" => Some(Self::I),
            "d" => Some(Self::D),
            "id" => Some(Self::Id),
            _ => None,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::I => "i",
            Self::D => "d",
            Self::Id => "id",
        }
    }
}

/// What one scheme needs to know to make a hash; unused fields are zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Settings {
    /// Rounds of a new hash, in the unit of the scheme (passes, log2 or rounds).
    pub(super) rounds: u32,
    pub(super) wanted_rounds: Option<u32>,
    pub(super) min_rounds: Option<u32>,
    max_rounds: Option<u32>,
    pub(super) memory: u32,
    pub(super) parallelism: u32,
    pub(super) block_size: u32,
    pub(super) digest_len: usize,
    pub(super) salt_len: usize,
    pub(super) kind: Kind,
    pub(super) ident: &'static str,
}

impl Settings {
    pub(super) fn defaults(scheme: Scheme) -> Self {
        let (rounds, salt_len, digest_len) = match scheme {
            Scheme::Argon2 | Scheme::DjangoArgon2 => (3, 16, 32),
            Scheme::Bcrypt
            | Scheme::BcryptSha256
            | Scheme::DjangoBcrypt
            | Scheme::DjangoBcryptSha256 => (12, 16, 23),
            Scheme::DesCrypt | Scheme::DjangoDesCrypt => (0, 2, 8),
            Scheme::Pbkdf2Sha1 => (1_300_000, 16, 20),
            Scheme::Pbkdf2Sha256 => (600_000, 16, 32),
            Scheme::Pbkdf2Sha512 => (210_000, 16, 64),
            Scheme::DjangoPbkdf2Sha1 => (1_300_000, 12, 20),
            Scheme::DjangoPbkdf2Sha256 => (600_000, 12, 32),
            Scheme::Scrypt => (16, 16, 32),
            Scheme::Sha256Crypt => (535_000, 16, 32),
            Scheme::Sha512Crypt => (656_000, 16, 64),
            Scheme::Md5Crypt => (0, 8, 16),
            Scheme::Sha1Crypt => (480_000, 8, 20),
            Scheme::DjangoSaltedMd5 => (0, 12, 16),
            Scheme::DjangoSaltedSha1 => (0, 12, 20),
            Scheme::HexMd5 | Scheme::Plaintext | Scheme::Imported => (0, 0, 0),
        };
        let argon2 = matches!(scheme, Scheme::Argon2 | Scheme::DjangoArgon2);
        Self {
            rounds,
            wanted_rounds: None,
            min_rounds: None,
            max_rounds: None,
            memory: if argon2 { 65_536 } else { 0 },
            parallelism: if argon2 { 4 } else { 1 },
            block_size: 8,
            digest_len,
            salt_len,
            kind: if scheme == Scheme::DjangoArgon2 { Kind::I } else { Kind::Id },
            ident: "2b",
        }
    }

    /// The smallest stored cost that is left alone, if one is configured.
    pub(super) fn floor(&self) -> Option<u32> {
        self.min_rounds.or(self.wanted_rounds)
    }

    fn settle(&mut self, scheme: Scheme) -> Result<()> {
        let (low, high) = (self.min_rounds, self.max_rounds);
        if low.zip(high).is_some_and(|(low, high)| low > high) {
            return Err(Error::BadOption(format!("{scheme}: min_rounds exceeds max_rounds")));
        }
        let rounds = self.wanted_rounds.unwrap_or(self.rounds);
        let rounds = low.map_or(rounds, |low| rounds.max(low));
        self.rounds = high.map_or(rounds, |high| rounds.min(high));
        if self.memory > 0 && self.memory < 8 * self.parallelism {
            return Err(Error::BadOption(format!(
                "{scheme}: memory_cost must be at least 8 times parallelism"
            )));
        }
        if !self.is_affordable(scheme) {
            return Err(Error::BadOption(format!("{scheme}: too much work")));
        }
        Ok(())
    }

    /// Costs that go together stay within the limits together.
    pub(super) fn is_affordable(&self, scheme: Scheme) -> bool {
        if scheme == Scheme::Scrypt {
            return scrypt::Costs::of(self).check(&Limits::DEFAULT).is_ok();
        }
        let work = u64::from(self.memory) * u64::from(self.rounds);
        self.memory == 0 || work <= Limits::DEFAULT.argon2_work
    }
}

/// What the options of a scheme may be; `None` where the scheme has no such option.
struct Ranges {
    rounds: Option<(u32, u32)>,
    salt: Option<(u32, u32)>,
    argon2: bool,
    idents: &'static [&'static str],
}

impl Ranges {
    fn of(scheme: Scheme) -> Self {
        let limits = Limits::DEFAULT;
        let bcrypt = Some((4, limits.bcrypt_cost));
        let pbkdf2 = Some((1, limits.pbkdf2_rounds));
        let (rounds, salt, idents): (_, _, &[&str]) = match scheme {
            Scheme::Argon2 | Scheme::DjangoArgon2 => {
                (Some((1, limits.argon2_memory)), Some((8, 512)), &[])
            }
            Scheme::Bcrypt | Scheme::DjangoBcrypt | Scheme::DjangoBcryptSha256 => {
                (bcrypt, None, &["2a", "2b", "2y"])
            }
            Scheme::BcryptSha256 => (bcrypt, None, &["2b"]),
            Scheme::Pbkdf2Sha1 | Scheme::Pbkdf2Sha256 | Scheme::Pbkdf2Sha512 => {
                (pbkdf2, Some((8, 512)), &[])
            }
            Scheme::DjangoPbkdf2Sha1 | Scheme::DjangoPbkdf2Sha256 => (pbkdf2, Some((8, 512)), &[]),
            Scheme::Scrypt => (Some((1, 20)), Some((8, 512)), &["scrypt"]),
            Scheme::Sha256Crypt | Scheme::Sha512Crypt => {
                let rounds = (1000, limits.sha_crypt_rounds);
                (Some(rounds), Some((8, 16)), &[])
            }
            Scheme::Sha1Crypt => (pbkdf2, Some((4, 64)), &[]),
            Scheme::Md5Crypt => (None, Some((4, 8)), &[]),
            Scheme::DjangoSaltedMd5 | Scheme::DjangoSaltedSha1 => (None, Some((8, 512)), &[]),
            Scheme::DesCrypt
            | Scheme::DjangoDesCrypt
            | Scheme::HexMd5
            | Scheme::Plaintext
            | Scheme::Imported => (None, None, &[]),
        };
        Self {
            rounds,
            salt,
            argon2: matches!(scheme, Scheme::Argon2 | Scheme::DjangoArgon2),
            idents,
        }
    }

    fn ident(&self, text: &str) -> Option<&'static str> {
        let text = text.trim_matches('$');
        self.idents.iter().find(|known| **known == text).copied()
    }
}

fn within(number: i64, (low, high): (u32, u32)) -> Option<u32> {
    let number = u32::try_from(number).ok()?;
    (low..=high).contains(&number).then_some(number)
}

fn bad(key: &str) -> Error {
    Error::BadOption(key.to_owned())
}
