//! Finding a user by what they call themselves: address, username, phone.

use crate::config::{IdentityAttribute, Mapper};
use crate::error::Result;
use crate::model::{User, UserId};
use crate::request::cx::Cx;
use crate::store::Lookup;
use crate::text::{email, phone, username};

impl Cx {
    /// The user whom an identity names. The first attribute whose form the text has decides, even
    /// if nobody is found.
    ///
    /// # Errors
    /// The store failed.
    pub async fn user_by_identity(&self, text: &str) -> Result<Option<User>> {
        match self.identity_by_form(text) {
            Some((attribute, value)) => self.user_by_attribute(attribute, &value).await,
            None => Ok(None),
        }
    }

    /// The first attribute whose form the text has, with its normal form.
    pub(crate) fn identity_by_form(&self, text: &str) -> Option<(&IdentityAttribute, String)> {
        let all = &self.config().core.user_identity_attributes;
        all.iter().find_map(|one| Some((one, self.map_identity(one, text)?)))
    }

    /// The normal form of an identity, if the text can be one of this kind.
    pub(crate) fn map_identity(&self, attribute: &IdentityAttribute, text: &str) -> Option<String> {
        match attribute.mapper {
            Mapper::Email => email::normalize(text, &self.security().rules().email).ok(),
            Mapper::Username => username::map(text, &self.security().rules().username),
            Mapper::Phone => phone::e164(text, &self.config().phone.region_default),
            Mapper::Raw => (!text.is_empty()).then(|| text.to_owned()),
        }
    }

    pub(crate) async fn user_by_attribute(
        &self,
        attribute: &IdentityAttribute,
        value: &str,
    ) -> Result<Option<User>> {
        let (case_insensitive, attribute) = (attribute.case_insensitive, &attribute.attribute);
        self.store().user(Lookup::Identity { attribute, value, case_insensitive }).await
    }

    /// The user with this value of an attribute, by the attribute's own case rule.
    pub(crate) async fn find(&self, attribute: &str, value: &str) -> Result<Option<User>> {
        match self.identity_attribute(attribute) {
            Some(attribute) => self.user_by_attribute(attribute, value).await,
            None => {
                let case_insensitive = true;
                let by = Lookup::Identity { attribute, value, case_insensitive };
                self.store().user(by).await
            }
        }
    }

    /// Who has this value of an attribute, by the attribute's own case rule. Tables keep names apart
    /// that differ in case alone, identities do not: whoever has taken one asks who else has.
    pub(crate) async fn namesakes(&self, attribute: &str, value: &str) -> Result<Vec<UserId>> {
        match self.identity_attribute(attribute) {
            // There the table refuses the second.
            Some(one) if !one.case_insensitive => Ok(Vec::new()),
            _ => self.store().namesakes(attribute, value).await,
        }
    }

    /// As [`Cx::find`], and one read more where there is nobody: of a user, the row is read after its
    /// key was found. For answers that must not tell by their time which it was.
    pub(crate) async fn find_evenly(&self, attribute: &str, value: &str) -> Result<Option<User>> {
        let found = self.find(attribute, value).await?;
        if found.is_none() {
            self.store().user(Lookup::Uniquifier(User::NOBODY)).await?;
        }
        Ok(found)
    }

    /// The identity attribute of that name, if it is one.
    pub(crate) fn identity_attribute(&self, name: &str) -> Option<&IdentityAttribute> {
        let all = &self.config().core.user_identity_attributes;
        all.iter().find(|attribute| attribute.attribute == name)
    }

    /// What a user is called on pages: the first identity that has a value.
    pub fn user_name<'a>(&self, user: &'a User) -> &'a str {
        let all = &self.config().core.user_identity_attributes;
        all.iter().find_map(|one| user.identity(&one.attribute)).unwrap_or(&user.email)
    }
}
