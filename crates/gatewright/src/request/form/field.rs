//! One field of a form.

use crate::i18n::messages::Message;
use crate::request::form::parse::Sent;

/// One field: its name, its look, what was sent and what is wrong with it.
#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// Key of the label in the catalogue.
    pub(crate) label: &'static str,
    /// As the HTML standard names it.
    pub(crate) autocomplete: &'static str,
    pub(crate) required: bool,
    /// Value before anything was sent.
    pub(crate) preset: Option<String>,
    pub(crate) sent: Option<Sent>,
    pub(crate) errors: Vec<Message>,
}

/// How a field looks in a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Checkbox,
    Email,
    Hidden,
    Number,
    Password,
    Phone,
    Submit,
    Text,
}

impl Kind {
    /// The `type` of the input.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Checkbox => "checkbox",
            Self::Email => "email",
            Self::Hidden => "hidden",
            Self::Number => "number",
            Self::Password => "password",
            Self::Phone => "tel",
            Self::Submit => "submit",
            Self::Text => "text",
        }
    }
}

impl Field {
    pub(crate) const fn new(name: &'static str, kind: Kind, label: &'static str) -> Self {
        Self {
            name,
            kind,
            label,
            autocomplete: "off",
            required: false,
            preset: None,
            sent: None,
            errors: Vec::new(),
        }
    }

    pub(crate) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(crate) const fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    pub(crate) fn preset(mut self, value: Option<String>) -> Self {
        self.preset = value;
        self
    }

    /// What a page shows in the field; passwords are never shown again.
    pub(crate) fn shown(&self) -> &str {
        if self.kind == Kind::Password {
            return "";
        }
        match &self.sent {
            Some(Sent::Text(text)) => text,
            _ => self.preset.as_deref().unwrap_or_default(),
        }
    }

    /// Whether a page shows the box ticked.
    pub(crate) fn checked(&self) -> bool {
        match &self.sent {
            Some(sent) => sent.truthy(),
            None => self.preset.is_some(),
        }
    }
}

impl std::fmt::Debug for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The value may be a password.
        f.debug_struct("Field").field("name", &self.name).field("errors", &self.errors).finish()
    }
}
