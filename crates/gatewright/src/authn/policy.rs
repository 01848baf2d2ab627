//! What a new password must be: long enough, not tried first, hard to guess, and good enough for the
//! application.

use crate::config::{Config, Preset};
use crate::error::{ErrorKind, Result};
use crate::i18n::messages::{self as msg, Key, Message};
use crate::model::User;
use crate::password::{common, strength};
use crate::request::cx::Cx;
use crate::text::password;
use crate::text::username::UsernameFault;

impl Cx {
    /// What is wrong with a username.
    pub(crate) fn username_message(&self, fault: UsernameFault) -> Message {
        let rules = &self.security().rules().username;
        match fault {
            UsernameFault::Illegal => msg::INVALID_INPUT.into(),
            UsernameFault::Disallowed => msg::USERNAME_DISALLOWED_CHARACTERS.into(),
            UsernameFault::Length => {
                msg::USERNAME_INVALID_LENGTH.with("min", rules.min).with("max", rules.max)
            }
        }
    }

    /// What is wrong with a new password; an empty list accepts it.
    ///
    /// Looked at in this order, and the first that finds something answers: length in code points
    /// after normalisation, from `PASSWORD_LENGTH_MIN` to 128 (NIST SP 800-63B, section 3.1.1);
    /// whether it is tried first (`PASSWORD_CHECK_COMMON`); known from breaches
    /// (`PASSWORD_CHECK_BREACHED`); easily guessed (`PASSWORD_COMPLEXITY_CHECKER`); and what
    /// [`Hooks::password_faults`](crate::Hooks::password_faults) says. `user` is its owner, if
    /// there is one already.
    ///
    /// # Errors
    /// The application's own rules cannot be asked, or
    /// [`Busy`](crate::ErrorKind::Busy) when too many passwords wait to be judged.
    pub async fn password_faults(&self, text: &str, user: Option<&User>) -> Result<Vec<Message>> {
        let known = user.map(known_of).unwrap_or_default();
        self.new_password_faults(text, user, &known).await
    }

    /// The same; `known` is what others know of the owner, who may not exist yet.
    pub(crate) async fn new_password_faults(
        &self,
        text: &str,
        user: Option<&User>,
        known: &[String],
    ) -> Result<Vec<Message>> {
        let settings = &self.config().password;
        let normal = password::normalize(text, settings.normalize_form);
        if !password::has_valid_length(&normal, settings.length_min) {
            return Ok(vec![msg::PASSWORD_INVALID_LENGTH.with("length", settings.length_min)]);
        }
        // Some schemes end a password there: what comes behind it would count for nothing.
        if normal.contains('\0') {
            return Ok(vec![msg::INVALID_INPUT.into()]);
        }
        let known: Vec<String> = known.iter().filter_map(|text| shortened(text)).collect();
        if settings.check_common
            && let Some(fault) =
                common::fault(&normal, &[&known[..], &site(self.config())].concat())
        {
            return Ok(vec![fault.into()]);
        }
        if let Some(fault) = self.security().breaches().fault(&normal, &self.passwords()).await? {
            return Ok(vec![fault.into()]);
        }
        if settings.complexity_checker.is_some() {
            let faults = self.strength(normal.clone().into_owned(), known).await?;
            if !faults.is_empty() {
                return Ok(faults.into_iter().map(Message::from).collect());
            }
        }
        self.security().hooks().password_faults(&normal, user).await
    }

    /// What is wrong with the strength of a password, judged beside the hashes.
    async fn strength(&self, password: String, known: Vec<String>) -> Result<Vec<Key>> {
        let lowest = self.config().password.zxcvbn_minimum_score;
        let judged =
            self.passwords().work(move || strength::faults(&password, &known, lowest)).await;
        let mut faults = match judged {
            Err(error) if matches!(error.kind(), ErrorKind::Crypto) => {
                tracing::error!(error = ?error, "a password could not be judged, and is refused");
                vec![msg::PASSWORD_TOO_SIMPLE]
            }
            judged => judged?,
        };
        // The reference says what is wrong and no more.
        if self.config().preset == Preset::Flask {
            faults.truncate(1);
        }
        Ok(faults)
    }
}

/// The most that is taken of what others know, and of each text of it.
const MOST_KNOWN: usize = 32;
const LONGEST_KNOWN: usize = 64;

/// What others may know of somebody: texts, but no secrets.
fn known_of(user: &User) -> Vec<String> {
    let own = [
        Some(&user.email),
        user.username.as_ref(),
        user.us_phone_number.as_ref(),
        user.tf_phone_number.as_ref(),
        user.tf_primary_method.as_ref(),
        user.last_login_ip.as_ref(),
        user.current_login_ip.as_ref(),
    ];
    let extra = user.extra.values().filter_map(|value| value.as_str().map(str::to_owned));
    own.into_iter().flatten().cloned().chain(extra).take(MOST_KNOWN).collect()
}

fn shortened(text: &str) -> Option<String> {
    let text: String = text.trim().chars().take(LONGEST_KNOWN).collect();
    (!text.is_empty()).then_some(text)
}

/// What makes up the name of the site.
fn site(config: &Config) -> Vec<String> {
    let host = config.core.server_name.iter().flat_map(|host| host.split(['.', ':']));
    let issuer = config.totp.issuer.iter().map(String::as_str);
    let words = config.password.context_words.iter().map(String::as_str);
    host.chain(issuer).chain(words).map(str::to_owned).collect()
}
