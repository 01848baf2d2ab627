//! Words: a message or a label, and a language, become a text.

use std::collections::HashMap;
use std::fmt;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::error::{Error, Result};
use crate::i18n::language::{BUILTIN, Bundle, Language, empty, format, parse};
use crate::i18n::messages::{Key, Message};

mod language;
pub mod messages;
pub mod negotiate;
mod phrases;

pub use self::language::{ENGLISH, direction};

/// All texts in all languages at hand, with what the settings replace.
///
/// A text is looked for in the messages of the settings, then in the texts that replace others in
/// every language, then in the language asked for, then in English.
///
/// ```
/// use gatewright::i18n::{Catalog, messages as msg};
///
/// let mut catalog = Catalog::builtin();
/// catalog.replace("LOGIN_TITLE = Come in")?;
/// catalog.set_message("INVALID_PASSWORD", "Nope", "error")?;
/// assert_eq!(catalog.label("LOGIN_TITLE", "de"), "Come in");
/// assert_eq!(catalog.text(&msg::INVALID_PASSWORD.message(), "en"), "Nope");
/// # Ok::<(), gatewright::error::Error>(())
/// ```
pub struct Catalog {
    /// The first one is English.
    languages: Vec<Language>,
    /// Those that may be chosen, if not all of them are.
    offered: Option<Vec<String>>,
    replaced: Option<Bundle>,
    messages: HashMap<&'static str, (String, String)>,
    fixed: Option<String>,
}

impl Catalog {
    /// The texts that come with this crate.
    pub fn builtin() -> Self {
        let languages =
            BUILTIN.into_iter().map(|(name, source)| Language::new(name, source)).collect();
        let (offered, replaced, fixed) = (None, None, None);
        Self { languages, offered, replaced, messages: HashMap::new(), fixed }
    }

    /// Adds a language, or texts of a language that is there already, from a Fluent file.
    ///
    /// # Errors
    /// The file is not valid Fluent.
    pub fn add_language(&mut self, name: &str, source: &str) -> Result<()> {
        let resource = parse(source)?;
        let name = name.replace('_', "-");
        let there = self.languages.iter().position(|one| one.name.eq_ignore_ascii_case(&name));
        let at = there.unwrap_or_else(|| {
            self.languages.push(Language::new(&name, ""));
            self.languages.len() - 1
        });
        if let Some(language) = self.languages.get_mut(at) {
            language.add(resource);
        }
        Ok(())
    }

    /// Offers only these languages, in this order. Texts that one of them lacks are still English.
    ///
    /// # Errors
    /// One of them is not at hand.
    pub fn offer(&mut self, tags: &[String]) -> Result<()> {
        let mut offered = Vec::new();
        for tag in tags {
            let Some(name) = self.find(tag).map(str::to_owned) else {
                let at_hand: Vec<_> = self.languages.iter().map(|one| one.name.as_str()).collect();
                return Err(Error::config(format!(
                    "there is no language {tag:?}; there are {}",
                    at_hand.join(", ")
                )));
            };
            if !offered.contains(&name) {
                offered.push(name);
            }
        }
        self.offered = Some(offered).filter(|offered| !offered.is_empty());
        Ok(())
    }

    /// Replaces texts in every language by those of a Fluent file (`text_overrides`).
    ///
    /// # Errors
    /// The file is not valid Fluent.
    pub fn replace(&mut self, source: &str) -> Result<()> {
        let resource = parse(source)?;
        let bundle = self.replaced.get_or_insert_with(|| empty(ENGLISH));
        bundle.add_resource_overriding(resource);
        Ok(())
    }

    /// Replaces a message and its category in every language (`SECURITY_MSG_…`); the text has
    /// placeholders such as `%(email)s`.
    ///
    /// # Errors
    /// There is no message with this key.
    pub fn set_message(&mut self, key: &str, text: &str, category: &str) -> Result<()> {
        let key = Key::find(key)
            .ok_or_else(|| Error::config(format!("there is no message with the key {key}")))?;
        self.messages.insert(key.name(), (text.to_owned(), category.to_owned()));
        Ok(())
    }

    /// Uses one language for all clients; English if it is not at hand.
    pub fn fix_language(&mut self, tag: &str) {
        let at_hand = negotiate::find(tag, &self.languages);
        self.fixed = Some(at_hand.unwrap_or(ENGLISH).to_owned());
    }

    /// The one language of all clients, if it is fixed.
    pub fn fixed_language(&self) -> Option<&str> {
        self.fixed.as_deref()
    }

    /// The languages to choose from; English first, unless the settings give another order.
    pub fn languages(&self) -> impl Iterator<Item = &str> + Clone {
        let all = self.languages.iter().map(|language| language.name.as_str());
        let offered = self.offered.iter().flatten().map(String::as_str);
        all.filter(|_| self.offered.is_none()).chain(offered)
    }

    /// The language for a client that sends this `Accept-Language` header.
    pub fn language(&self, accept_language: Option<&str>) -> &str {
        if let Some(fixed) = self.fixed.as_deref() {
            return fixed;
        }
        let wanted = accept_language.and_then(|header| match &self.offered {
            Some(offered) => negotiate::negotiate(header, offered),
            None => negotiate::negotiate(header, &self.languages),
        });
        wanted.unwrap_or_else(|| self.usual())
    }

    /// The language to choose from that this tag, such as `de_AT`, means.
    pub fn find(&self, tag: &str) -> Option<&str> {
        match &self.offered {
            Some(offered) => negotiate::find(tag, offered),
            None => negotiate::find(tag, &self.languages),
        }
    }

    /// The name of a language in itself, such as `Deutsch`.
    pub fn own_name(&self, tag: &str) -> String {
        let language = self.languages.iter().find(|one| one.name == tag);
        let name = language.and_then(|one| one.text("LANGUAGE_NAME", &FluentArgs::new()));
        name.unwrap_or_else(|| tag.to_owned())
    }

    /// For clients who want none of the languages: English, or what the settings name first.
    fn usual(&self) -> &str {
        let Some(offered) = &self.offered else { return ENGLISH };
        let english = offered.iter().find(|one| *one == ENGLISH);
        english.or_else(|| offered.first()).map_or(ENGLISH, String::as_str)
    }

    /// A message in words.
    pub fn text(&self, message: &Message, language: &str) -> String {
        match self.messages.get(message.key().name()) {
            Some((text, _)) => fill(text, message.args()),
            None => {
                let args = message
                    .args()
                    .iter()
                    .map(|(name, value)| (*name, FluentValue::from(value.as_str())));
                self.format(message.key().name(), &args.collect(), language)
            }
        }
    }

    /// The category of a message: of the settings, or its own.
    pub fn category(&self, message: &Message) -> &str {
        match self.messages.get(message.key().name()) {
            Some((_, category)) => category,
            None => message.key().category().as_str(),
        }
    }

    /// A text of a page, a form or a mail. An unknown key is its own text.
    pub fn label(&self, key: &str, language: &str) -> String {
        self.format(key, &FluentArgs::new(), language)
    }

    /// A text of a page, a form or a mail with its placeholders filled in.
    pub fn label_with(&self, key: &str, args: &[(&str, &str)], language: &str) -> String {
        let args = args.iter().map(|(name, value)| (*name, FluentValue::from(*value)));
        self.format(key, &args.collect(), language)
    }

    /// True if a text has this key.
    pub fn has(&self, key: &str) -> bool {
        self.replaced.iter().any(|bundle| bundle.has_message(key))
            || self.languages.iter().any(|language| language.has(key))
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>, language: &str) -> String {
        let wanted = negotiate::find(language, &self.languages);
        let wanted = self.languages.iter().find(|one| Some(one.name.as_str()) == wanted);
        let own = wanted.into_iter().chain(self.languages.first());
        let replaced = self.replaced.as_ref().and_then(|bundle| format(bundle, key, args));
        replaced
            .or_else(|| own.into_iter().find_map(|language| language.text(key, args)))
            .unwrap_or_else(|| key.to_owned())
    }
}

impl Default for Catalog {
    fn default() -> Self {
        Self::builtin()
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalog")
            .field("languages", &self.languages().collect::<Vec<_>>())
            .field("fixed", &self.fixed)
            .finish_non_exhaustive()
    }
}

/// Fills `%(name)s` in; without arguments the text stays as it is, percent signs too.
fn fill(text: &str, args: &[(&'static str, String)]) -> String {
    if args.is_empty() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let place = after.strip_prefix('(').and_then(|inner| inner.split_once(')'));
        let known = place.and_then(|(name, tail)| {
            let tail = tail.strip_prefix(['s', 'd', 'i'])?;
            let (_, value) = args.iter().find(|(arg, _)| *arg == name)?;
            Some((value, tail))
        });
        rest = match (known, after.strip_prefix('%')) {
            (Some((value, tail)), _) => {
                out.push_str(value);
                tail
            }
            (None, Some(tail)) => {
                out.push('%');
                tail
            }
            (None, None) => {
                out.push('%');
                after
            }
        };
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests;
