//! Words for `Cx`: messages in the caller's language, and addresses by endpoint name.

use std::collections::BTreeMap;

use crate::i18n::messages::Message;
use crate::request::cx::Cx;
use crate::web::{accept, redirect};

impl Cx {
    /// Whether the client wants JSON: it sends JSON, or asks for it before all else.
    pub fn want_json(&self) -> bool {
        let facts = self.facts();
        accept::wants_json(facts.header("content-type"), facts.header("accept"))
    }

    /// A message in the caller's language.
    pub fn say(&self, message: &Message) -> String {
        self.security().catalog().text(message, self.locale())
    }

    /// The category of a message, by which pages colour it.
    pub(crate) fn category(&self, message: &Message) -> &str {
        self.security().catalog().category(message)
    }

    /// A label or text of a page in the caller's language, by its key in the catalogue.
    pub fn label(&self, key: &str) -> String {
        self.security().catalog().label(key, self.locale())
    }

    /// As [`Cx::label`], with the placeholders filled in.
    pub(crate) fn label_with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.security().catalog().label_with(key, args, self.locale())
    }

    /// A span of time in words.
    pub(crate) fn span(&self, seconds: u64) -> String {
        self.security().catalog().duration(seconds, self.locale())
    }

    /// The path of an endpoint: `login`, `security.login` or `.login`, or a name of the
    /// application's own.
    pub fn url_for(&self, name: &str) -> Option<&str> {
        endpoint(self.security().endpoints(), &self.config().core.blueprint_name, name)
    }

    /// The path of a setting that names a view: an endpoint, or a path or URL as it is.
    pub(crate) fn view(&self, setting: &str) -> String {
        let names = |name: &str| self.url_for(name).map(str::to_owned);
        redirect::configured(setting, &self.redirect_rules(), &names)
    }
}

/// The path of an endpoint among these; `group` is the name in front of our own.
pub(crate) fn endpoint<'a>(
    endpoints: &'a BTreeMap<String, String>,
    group: &str,
    name: &str,
) -> Option<&'a str> {
    let bare = name.strip_prefix('.').or_else(|| name.strip_prefix(group)?.strip_prefix('.'));
    endpoints.get(bare.unwrap_or(name)).map(String::as_str)
}
