//! One language: its texts, which are read when the first of them is asked for.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::error::{Error, Result};

pub(super) type Bundle = FluentBundle<FluentResource>;

/// The language that every text exists in.
pub const ENGLISH: &str = "en";

/// What comes with this crate, English first.
pub(super) const BUILTIN: [(&str, &str); 13] = [
    (ENGLISH, include_str!("locales/en.ftl")),
    ("de", include_str!("locales/de.ftl")),
    ("fr", include_str!("locales/fr.ftl")),
    ("es", include_str!("locales/es.ftl")),
    ("it", include_str!("locales/it.ftl")),
    ("pt-BR", include_str!("locales/pt-BR.ftl")),
    ("nl", include_str!("locales/nl.ftl")),
    ("pl", include_str!("locales/pl.ftl")),
    ("ru", include_str!("locales/ru.ftl")),
    ("tr", include_str!("locales/tr.ftl")),
    ("ar", include_str!("locales/ar.ftl")),
    ("ja", include_str!("locales/ja.ftl")),
    ("zh-Hans", include_str!("locales/zh-Hans.ftl")),
];

/// Languages that are written from right to left, by their primary subtags.
const RIGHT_TO_LEFT: [&str; 9] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ur", "yi"];

/// The direction in which a language is written, as HTML names it: `ltr` or `rtl`.
///
/// ```
/// use gatewright::i18n::direction;
///
/// assert_eq!(direction("ar-EG"), "rtl");
/// assert_eq!(direction("ja"), "ltr");
/// ```
pub fn direction(tag: &str) -> &'static str {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    let backwards = RIGHT_TO_LEFT.iter().any(|one| one.eq_ignore_ascii_case(primary));
    if backwards { "rtl" } else { "ltr" }
}

/// A language and its texts.
pub(super) struct Language {
    pub(super) name: String,
    /// What comes with this crate; empty for a language of the application's own.
    source: &'static str,
    /// Most programs speak two or three of the languages, so the others cost nothing.
    bundle: OnceLock<Bundle>,
}

impl Language {
    pub(super) fn new(name: &str, source: &'static str) -> Self {
        Self { name: name.to_owned(), source, bundle: OnceLock::new() }
    }

    /// Adds texts, or replaces those of the same key.
    pub(super) fn add(&mut self, resource: FluentResource) {
        self.bundle();
        if let Some(bundle) = self.bundle.get_mut() {
            bundle.add_resource_overriding(resource);
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.bundle().has_message(key)
    }

    /// The text of this key in this very language.
    pub(super) fn text(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        format(self.bundle(), key, args)
    }

    fn bundle(&self) -> &Bundle {
        self.bundle.get_or_init(|| {
            let mut bundle = empty(&self.name);
            // A test makes sure that they parse completely.
            let (Ok(resource) | Err((resource, _))) =
                FluentResource::try_new(self.source.to_owned());
            bundle.add_resource_overriding(resource);
            bundle
        })
    }
}

impl AsRef<str> for Language {
    fn as_ref(&self) -> &str {
        &self.name
    }
}

pub(super) fn empty(language: &str) -> Bundle {
    // Plural rules of an unknown language are those of the root locale.
    let mut bundle = FluentBundle::new_concurrent(vec![language.parse().unwrap_or_default()]);
    // Between Arabic words an address or a number would fall apart without them (UAX #9). In other
    // languages they would only be in the way of those who compare or copy.
    bundle.set_use_isolating(direction(language) == "rtl");
    bundle
}

pub(super) fn parse(source: &str) -> Result<FluentResource> {
    FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
        let first = errors.first().map(ToString::to_string).unwrap_or_default();
        Error::config(format!("cannot read the Fluent file: {first}"))
    })
}

pub(super) fn format(bundle: &Bundle, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
    if !errors.is_empty() {
        tracing::warn!(key, ?errors, "a text has an unknown placeholder");
    }
    Some(text)
}
