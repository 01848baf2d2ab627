//! The hash of a record, as it is stored.

use gatewright_wire::passlib::{Foreign, Scheme};
use zeroize::Zeroizing;

use crate::cli::console::Failure;
use crate::cli::import::options::{Format, HashFormat, ImportUsers};
use crate::security::Security;

/// What becomes of hashes in this run.
pub(super) struct Hashes<'a> {
    security: &'a Security,
    how: HashFormat,
    arguments: &'a ImportUsers,
}

/// What is known of a password.
pub(super) enum Secret {
    /// A hash to be stored.
    Hash(String),
    /// The password, to be judged and hashed.
    Password(Zeroizing<String>),
}

impl<'a> Hashes<'a> {
    pub(super) fn new(
        security: &'a Security,
        arguments: &'a ImportUsers,
        format: Format,
    ) -> Result<Self, Failure> {
        let how = match format {
            Format::Firebase => HashFormat::Firebase,
            _ => arguments.hash_format,
        };
        let settings = &security.config().password;
        let missing = match how {
            HashFormat::Devise if settings.peppers.is_empty() => {
                "the pepper of Devise belongs into SECURITY_PASSWORD_PEPPERS: with it the users sign \
                 in. Where Devise has none, leave --hash-format out"
            }
            HashFormat::Firebase if settings.firebase_keys.is_empty() => {
                "base64_signer_key of the project belongs into SECURITY_PASSWORD_FIREBASE_KEYS: with \
                 it the users sign in. Firebase shows it under Authentication, Users, Password hash \
                 parameters"
            }
            _ => return Ok(Self { security, how, arguments }),
        };
        Err(Failure::usage(missing))
    }

    /// What is stored, or why nothing can be. Never with a part of the hash.
    pub(super) fn read(&self, hash: &str, salt: Option<&str>) -> Result<String, String> {
        let foreign = match self.how {
            HashFormat::Auto => Foreign::read(hash),
            HashFormat::Devise => Foreign::devise(hash),
            HashFormat::Firebase => {
                let salt = salt.ok_or("it has no salt beside it")?;
                let (rounds, cost) =
                    (self.arguments.firebase_rounds, self.arguments.firebase_mem_cost);
                let separator = &self.arguments.firebase_salt_separator;
                Foreign::firebase(hash, salt, separator, rounds, cost)
            }
            HashFormat::FlaskSecurity => return self.own(hash),
        };
        self.judged(foreign)
    }

    pub(super) fn judged(
        &self,
        foreign: Result<Foreign, gatewright_wire::Error>,
    ) -> Result<String, String> {
        use gatewright_wire::Error::{BadOption, UnknownScheme};
        match foreign {
            Ok(foreign) if foreign.is_weak() && !self.arguments.allow_weak => Err(
                "a search through likely passwords finds it quickly: leave it out, so that the \
                     user asks for a new password, or take it with --allow-weak"
                    .to_owned(),
            ),
            Ok(foreign) => Ok(foreign.stored().to_owned()),
            Err(UnknownScheme) => Err("it has the form of no hash that is known here".to_owned()),
            Err(BadOption(_)) => {
                Err("to check it would take too long or too much memory".to_owned())
            }
            Err(_) => Err("it is damaged, or cut off".to_owned()),
        }
    }

    /// A hash of this application: taken as it is, if the settings accept it.
    fn own(&self, hash: &str) -> Result<String, String> {
        match self.security.passwords().identify(hash) {
            Some(Scheme::Plaintext) | None => {
                Err("it has the form of no hash that SECURITY_PASSWORD_SCHEMES accepts".to_owned())
            }
            Some(Scheme::Imported) => Ok(hash.to_owned()),
            // Readable and affordable is the same with and without the HMAC.
            Some(_) => self.judged(Foreign::read(hash)).map(|_| hash.to_owned()),
        }
    }
}
