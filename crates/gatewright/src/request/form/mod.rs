//! A form: fields, what was sent for them, and what is wrong with it.

mod field;
mod parse;

use crate::i18n::messages::{self as msg, Message};

pub(crate) use field::{Field, Kind};
pub(crate) use parse::{BodyToken, Sent, Submitted, body_token, is_form, parse};

/// A form, bound to what the client sent. It renders itself to a page or to JSON.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    pub(crate) name: &'static str,
    pub(crate) fields: Vec<Field>,
    /// What is wrong with the form as a whole; in JSON under the empty name.
    pub(crate) errors: Vec<Message>,
    pub(crate) submitted: bool,
}

impl Form {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, fields: Vec::new(), errors: Vec::new(), submitted: false }
    }

    /// Adds a field; the order is that of the errors in JSON.
    pub(crate) fn field(mut self, field: Field) -> Self {
        self.fields.push(field);
        self
    }

    /// Fills in what the client sent.
    pub(crate) fn bind(mut self, sent: &Submitted) -> Self {
        self.submitted = sent.posted;
        if sent.posted {
            for field in &mut self.fields {
                field.sent = sent.first(field.name).cloned();
            }
        }
        self
    }

    /// The text of a field: an error if another type was sent, `None` if nothing.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Wrong> {
        let Some(field) = self.get_mut(name) else { return Ok(None) };
        match &field.sent {
            None | Some(Sent::Null) => Ok(None),
            Some(Sent::Text(text)) => Ok(Some(text.clone())),
            Some(Sent::Other(_)) => {
                field.errors.push(msg::API_ERROR.into());
                Err(Wrong)
            }
        }
    }

    /// The text of a field that must hold more than blanks.
    pub(crate) fn required(&mut self, name: &str, missing: impl Into<Message>) -> Option<String> {
        match self.text(name) {
            Ok(Some(text)) if !text.trim().is_empty() => Some(text),
            Ok(_) => {
                self.reject(name, missing);
                None
            }
            Err(Wrong) => None,
        }
    }

    /// What was sent as text for a field, wrong or not.
    pub(crate) fn sent_text(&self, name: &str) -> Option<&str> {
        match self.get(name)?.sent.as_ref()? {
            Sent::Text(text) => Some(text),
            Sent::Null | Sent::Other(_) => None,
        }
    }

    /// Whether a box is ticked.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.get(name).and_then(|field| field.sent.as_ref()).is_some_and(Sent::truthy)
    }

    /// Puts an error to a field, or to the form if the name is empty or unknown.
    pub(crate) fn reject(&mut self, name: &str, message: impl Into<Message>) {
        match self.fields.iter_mut().find(|field| field.name == name) {
            Some(field) => field.errors.push(message.into()),
            None => self.errors.push(message.into()),
        }
    }

    pub(crate) fn has_errors(&self) -> bool {
        !self.errors.is_empty() || self.fields.iter().any(|field| !field.errors.is_empty())
    }

    /// True if this field has an error.
    pub(crate) fn rejected(&self, name: &str) -> bool {
        self.get(name).is_some_and(|field| !field.errors.is_empty())
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.name == name)
    }

    /// Takes the errors of a field back: the answer must not tell of them.
    pub(crate) fn forgive(&mut self, name: &str) {
        if let Some(field) = self.get_mut(name) {
            field.errors.clear();
        }
    }

    /// Replaces the errors of these fields by one text at the form each: the answer must not tell
    /// which of them was wrong.
    pub(crate) fn generalize(&mut self, names: &[&str], message: &Message) {
        for field in &mut self.fields {
            if names.contains(&field.name) && !field.errors.is_empty() {
                field.errors.clear();
                self.errors.push(message.clone());
            }
        }
    }
}

/// Something else than text was sent; the field says so already.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wrong;

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> Form {
        Form::new("f").field(Field::new("email", Kind::Email, "FIELD_EMAIL")).field(Field::new(
            "password",
            Kind::Password,
            "FIELD_PASSWORD",
        ))
    }

    async fn bound(json: &'static str) -> Form {
        let sent =
            parse(Some("application/json"), bytes::Bytes::from_static(json.as_bytes())).await;
        form().bind(&sent.unwrap())
    }

    #[tokio::test]
    async fn a_field_is_text_missing_or_wrong() {
        let mut good = bound(r#"{"email":" a "}"#).await;
        assert_eq!(good.required("email", msg::EMAIL_NOT_PROVIDED).as_deref(), Some(" a "));
        assert!(!good.has_errors());
        for blank in ["{}", r#"{"email":null}"#, r#"{"email":" \t"}"#, r#"{"email":[]}"#] {
            let mut form = bound(blank).await;
            assert_eq!(form.required("email", msg::EMAIL_NOT_PROVIDED), None);
            assert_eq!(form.get("email").unwrap().errors, [msg::EMAIL_NOT_PROVIDED.into()]);
        }
        let mut wrong = bound(r#"{"email":7}"#).await;
        assert_eq!(wrong.required("email", msg::EMAIL_NOT_PROVIDED), None);
        assert_eq!(wrong.get("email").unwrap().errors, [msg::API_ERROR.into()]);
    }

    #[tokio::test]
    async fn a_password_is_never_shown_again() {
        let form = bound(r#"{"email":"a@b.c","password":"secret"}"#).await;
        assert_eq!(form.get("email").unwrap().shown(), "a@b.c");
        assert_eq!(form.get("password").unwrap().shown(), "");
        assert!(!format!("{form:?}").contains("secret"));
    }

    #[test]
    fn generic_errors_do_not_say_where() {
        let mut form = form();
        form.reject("email", msg::USER_DOES_NOT_EXIST);
        form.reject("nowhere", msg::API_ERROR);
        form.generalize(&["email", "password"], &msg::GENERIC_AUTHN_FAILED.into());
        assert!(!form.rejected("email") && !form.rejected("password"));
        assert_eq!(form.errors, [msg::API_ERROR.into(), msg::GENERIC_AUTHN_FAILED.into()]);
    }
}
