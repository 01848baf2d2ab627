//! Whether a new user's address, name and number can be used, in words.

use crate::cli::console::Faults;
use crate::error::Result;
use crate::i18n::ENGLISH;
use crate::i18n::messages::{self as msg, Message};
use crate::model::{User, UserId};
use crate::security::Security;
use crate::signin::fields::own_phone;
use crate::store::Lookup;
use crate::text::username::UsernameFault;
use crate::text::{email, phone, username};

/// What was found wrong so far.
pub(in crate::cli) struct Found<'a> {
    security: &'a Security,
    pub(in crate::cli) faults: Faults,
    /// Whose own values are nobody else's.
    pub(in crate::cli) owner: Option<UserId>,
}

impl<'a> Found<'a> {
    pub(in crate::cli) fn new(security: &'a Security) -> Self {
        Self { security, faults: Faults::new(), owner: None }
    }

    pub(in crate::cli) fn refuse(&mut self, field: &str, message: &Message) {
        let text = self.security.catalog().text(message, ENGLISH);
        self.faults.entry(field.to_owned()).or_default().push(text);
    }

    pub(in crate::cli) async fn email(&mut self, given: Option<&str>) -> Result<Option<String>> {
        let Some(given) = given.filter(|text| !text.trim().is_empty()) else {
            self.refuse("email", &msg::EMAIL_NOT_PROVIDED.into());
            return Ok(None);
        };
        let fault = match email::normalize(given, &self.security.rules().email) {
            Err(_) => msg::INVALID_EMAIL_ADDRESS.into(),
            Ok(normal) => match self.security.hooks().email_fault(&normal).await? {
                None => return Ok(Some(normal)),
                Some(fault) => fault,
            },
        };
        self.refuse("email", &fault);
        Ok(None)
    }

    /// In normal form also where usernames are switched off: as typed, it might never match.
    pub(in crate::cli) async fn username(&mut self, given: Option<&str>) -> Result<Option<String>> {
        let settings = &self.security.config().username;
        let required = settings.enable && settings.required;
        let rules = &self.security.rules().username;
        let message: Message = match username::normalize(given.unwrap_or_default(), rules) {
            Ok(Some(name)) => match self.security.hooks().username_fault(&name).await? {
                None => return Ok(Some(name)),
                Some(fault) => fault,
            },
            Ok(None) if required => msg::USERNAME_NOT_PROVIDED.into(),
            Ok(None) => return Ok(None),
            Err(UsernameFault::Illegal) => msg::INVALID_INPUT.into(),
            Err(UsernameFault::Disallowed) => msg::USERNAME_DISALLOWED_CHARACTERS.into(),
            Err(UsernameFault::Length) => {
                msg::USERNAME_INVALID_LENGTH.with("min", rules.min).with("max", rules.max)
            }
        };
        self.refuse("username", &message);
        Ok(None)
    }

    pub(in crate::cli) async fn phone(&mut self, given: Option<&str>) -> Result<Option<String>> {
        self.number("us_phone_number", given).await
    }

    /// The number of the second factor, which identifies nobody.
    pub(in crate::cli) async fn second_phone(
        &mut self,
        given: Option<&str>,
    ) -> Result<Option<String>> {
        self.number("tf_phone_number", given).await
    }

    async fn number(&mut self, field: &str, given: Option<&str>) -> Result<Option<String>> {
        let Some(given) = given else { return Ok(None) };
        if !phone::AVAILABLE {
            let line = "this program was built without phone numbers (cargo feature `phone`)";
            self.faults.insert(field.to_owned(), vec![line.to_owned()]);
            return Ok(None);
        }
        match own_phone(self.security, given).await? {
            Ok(number) => return Ok(Some(number)),
            Err(fault) => self.refuse(field, &fault),
        }
        Ok(None)
    }

    /// Refuses what somebody else has already.
    pub(in crate::cli) async fn taken(
        &mut self,
        email: Option<&str>,
        name: Option<&str>,
        phone: Option<&str>,
    ) -> Result<()> {
        if let Some(value) = email
            && self.is_taken("email", value).await?
        {
            self.refuse("email", &msg::EMAIL_ALREADY_ASSOCIATED.with("email", value));
        }
        if let Some(value) = name
            && self.is_taken("username", value).await?
        {
            self.refuse("username", &msg::USERNAME_ALREADY_ASSOCIATED.with("username", value));
        }
        if let Some(value) = phone
            && self.is_taken("us_phone_number", value).await?
        {
            let message = msg::IDENTITY_ALREADY_ASSOCIATED
                .with("attr", "us_phone_number")
                .with("value", value);
            self.refuse("us_phone_number", &message);
        }
        Ok(())
    }

    /// Who has that value, by the rules of sign-in.
    pub(in crate::cli) async fn holder(
        &self,
        attribute: &str,
        value: &str,
    ) -> Result<Option<User>> {
        let known = &self.security.config().core.user_identity_attributes;
        let known = known.iter().find(|one| one.attribute == attribute);
        let case_insensitive = known.is_none_or(|one| one.case_insensitive);
        let by = Lookup::Identity { attribute, value, case_insensitive };
        self.security.store().user(by).await
    }

    async fn is_taken(&self, attribute: &str, value: &str) -> Result<bool> {
        let holder = self.holder(attribute, value).await?;
        Ok(holder.is_some_and(|holder| self.owner.as_ref() != Some(&holder.id)))
    }
}

#[cfg(test)]
mod tests {
    use async_trait::async_trait;
    use serde_json::json;

    use super::*;
    use crate::config::Preset;
    use crate::hooks::Hooks;
    use crate::testing::TestApp;

    struct Strict;

    #[async_trait]
    impl Hooks for Strict {
        async fn email_fault(&self, email: &str) -> Result<Option<Message>> {
            Ok((email == "Joe@lp.com").then(|| msg::LITERAL.with("text", "Not Joe.")))
        }

        async fn username_fault(&self, username: &str) -> Result<Option<Message>> {
            Ok((username == "fisher").then(|| msg::LITERAL.with("text", "No fishing.")))
        }

        async fn phone_fault(&self, number: &str) -> Result<Option<Message>> {
            Ok((number == "+16502530000").then(|| msg::LITERAL.with("text", "Not at work.")))
        }
    }

    #[tokio::test]
    async fn the_application_judges_what_commands_are_given() {
        let app = TestApp::with(Preset::Recommended, |builder| builder.hooks(Strict)).await;
        let mut found = Found::new(app.security());
        assert_eq!(found.email(Some("Joe@LP.com")).await.unwrap(), None);
        assert_eq!(found.username(Some("ﬁsher")).await.unwrap(), None);
        assert_eq!(found.phone(Some("(650) 253-0000")).await.unwrap(), None);
        let expected = json!({
            "email": ["Not Joe."], "username": ["No fishing."], "us_phone_number": ["Not at work."],
        });
        assert_eq!(json!(found.faults), expected);
        let mut found = Found::new(app.security());
        assert_eq!(found.email(Some("jill@LP.com")).await.unwrap().unwrap(), "jill@lp.com");
        assert_eq!(found.username(Some("jillblack")).await.unwrap().unwrap(), "jillblack");
        assert_eq!(found.phone(Some("+49 30 901820")).await.unwrap().unwrap(), "+4930901820");
        assert!(found.faults.is_empty());
    }
}
