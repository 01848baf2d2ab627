//! What a new password must be: long enough, and good enough for the application.

use crate::error::Result;
use crate::i18n::messages::{self as msg, Message};
use crate::model::User;
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

    /// What is wrong with a new password; an empty list accepts it. Length counts code points
    /// after normalisation, from `PASSWORD_LENGTH_MIN` to 128 (NIST SP 800-63B, section 3.1.1).
    ///
    /// # Errors
    /// The application's own rules cannot be asked.
    pub async fn password_faults(&self, text: &str, user: Option<&User>) -> Result<Vec<Message>> {
        let settings = &self.config().password;
        let normal = password::normalize(text, settings.normalize_form);
        if !password::has_valid_length(&normal, settings.length_min) {
            return Ok(vec![msg::PASSWORD_INVALID_LENGTH.with("length", settings.length_min)]);
        }
        // Some schemes end a password there: what comes behind it would count for nothing.
        if normal.contains('\0') {
            return Ok(vec![msg::INVALID_INPUT.into()]);
        }
        self.security().hooks().password_faults(&normal, user).await
    }
}
