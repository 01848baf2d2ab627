//! Words: a message or a label, and a language, become a text.

use std::collections::HashMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::error::{Error, Result};
use crate::i18n::messages::{Key, Message};

pub mod messages;
pub mod negotiate;

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
    replaced: Option<Bundle>,
    messages: HashMap<&'static str, (String, String)>,
    fixed: Option<String>,
}

type Bundle = FluentBundle<FluentResource>;

struct Language {
    name: String,
    bundle: Bundle,
}

/// The language that every text exists in.
pub const ENGLISH: &str = "en";

const BUILTIN: [(&str, &str); 2] =
    [(ENGLISH, include_str!("locales/en.ftl")), ("de", include_str!("locales/de.ftl"))];

impl Catalog {
    /// The texts that come with this crate.
    pub fn builtin() -> Self {
        let languages = BUILTIN
            .into_iter()
            .map(|(name, source)| {
                let mut language = Language::new(name);
                // A test makes sure that they parse completely.
                let (Ok(resource) | Err((resource, _))) =
                    FluentResource::try_new(source.to_owned());
                language.bundle.add_resource_overriding(resource);
                language
            })
            .collect();
        Self { languages, replaced: None, messages: HashMap::new(), fixed: None }
    }

    /// Adds a language, or texts of a language that is there already, from a Fluent file.
    ///
    /// # Errors
    /// The file is not valid Fluent.
    pub fn add_language(&mut self, name: &str, source: &str) -> Result<()> {
        let resource = parse(source)?;
        let name = name.replace('_', "-");
        let language = match self.languages.iter_mut().position(|one| one.name == name) {
            Some(at) => self.languages.get_mut(at),
            None => {
                self.languages.push(Language::new(&name));
                self.languages.last_mut()
            }
        };
        if let Some(language) = language {
            language.bundle.add_resource_overriding(resource);
        }
        Ok(())
    }

    /// Replaces texts in every language by those of a Fluent file (`text_overrides`).
    ///
    /// # Errors
    /// The file is not valid Fluent.
    pub fn replace(&mut self, source: &str) -> Result<()> {
        let resource = parse(source)?;
        let bundle = self.replaced.get_or_insert_with(|| Language::new(ENGLISH).bundle);
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
        self.fixed = Some(negotiate::find(tag, &self.languages).unwrap_or(ENGLISH).to_owned());
    }

    /// The languages at hand, English first.
    pub fn languages(&self) -> impl Iterator<Item = &str> + Clone {
        self.languages.iter().map(|language| language.name.as_str())
    }

    /// The language for a client that sends this `Accept-Language` header.
    pub fn language(&self, accept_language: Option<&str>) -> &str {
        let wanted = || negotiate::negotiate(accept_language?, &self.languages);
        self.fixed.as_deref().or_else(wanted).unwrap_or(ENGLISH)
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
            || self.languages.iter().any(|language| language.bundle.has_message(key))
    }

    /// A span of time in words, in the units that are not zero: `1 hour and 30 minutes`.
    pub fn duration(&self, seconds: u64, language: &str) -> String {
        let mut rest = seconds;
        let mut parts = Vec::new();
        for (key, unit) in UNITS {
            let count = rest / unit;
            rest %= unit;
            if count > 0 {
                parts.push(self.counted(key, count, language));
            }
        }
        match parts.as_slice() {
            [] => self.counted("DURATION_SECONDS", 0, language),
            [_, _] => self.list(&parts, language),
            _ => parts.join(", "),
        }
    }

    /// Several things in one phrase: `email, sms and authenticator`.
    pub fn list(&self, items: &[String], language: &str) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => self.label_with(
                "LIST_END",
                &[("first", &first.join(", ")), ("last", last)],
                language,
            ),
        }
    }

    fn counted(&self, key: &str, count: u64, language: &str) -> String {
        let mut args = FluentArgs::new();
        args.set("count", FluentValue::from(count));
        self.format(key, &args, language)
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>, language: &str) -> String {
        let wanted = negotiate::find(language, &self.languages);
        let wanted = self.languages.iter().find(|one| Some(one.name.as_str()) == wanted);
        let english = self.languages.first();
        let own = wanted.into_iter().chain(english).map(|language| &language.bundle);
        self.replaced
            .iter()
            .chain(own)
            .find_map(|bundle| {
                let pattern = bundle.get_message(key)?.value()?;
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
                if !errors.is_empty() {
                    tracing::warn!(key, language, ?errors, "a text has an unknown placeholder");
                }
                Some(text)
            })
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

impl AsRef<str> for Language {
    fn as_ref(&self) -> &str {
        &self.name
    }
}

impl Language {
    fn new(name: &str) -> Self {
        // Plural rules of an unknown language are those of the root locale.
        let mut bundle = FluentBundle::new_concurrent(vec![name.parse().unwrap_or_default()]);
        // Isolating marks would be visible in mails and in JSON.
        bundle.set_use_isolating(false);
        Self { name: name.to_owned(), bundle }
    }
}

/// A month of thirty days, as the reference counts.
const UNITS: [(&str, u64); 6] = [
    ("DURATION_YEARS", 365 * 86_400),
    ("DURATION_MONTHS", 30 * 86_400),
    ("DURATION_DAYS", 86_400),
    ("DURATION_HOURS", 3_600),
    ("DURATION_MINUTES", 60),
    ("DURATION_SECONDS", 1),
];

fn parse(source: &str) -> Result<FluentResource> {
    FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
        let first = errors.first().map(ToString::to_string).unwrap_or_default();
        Error::config(format!("cannot read the Fluent file: {first}"))
    })
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
