//! Spans of time and lists, as each language joins them.

use fluent_bundle::{FluentArgs, FluentValue};

use crate::i18n::Catalog;

impl Catalog {
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
            [one, other] => self.joined("DURATION_AND", one, other, language),
            _ => self.chained("DURATION_COMMA", &parts, language),
        }
    }

    /// Several things in one phrase: `email, sms and authenticator`.
    pub fn list(&self, items: &[String], language: &str) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                let first = self.chained("LIST_COMMA", first, language);
                self.joined("LIST_END", &first, last, language)
            }
        }
    }

    fn chained(&self, key: &str, items: &[String], language: &str) -> String {
        let all = items.iter().cloned();
        all.reduce(|sum, item| self.joined(key, &sum, &item, language)).unwrap_or_default()
    }

    fn joined(&self, key: &str, first: &str, last: &str, language: &str) -> String {
        self.label_with(key, &[("first", first), ("last", last)], language)
    }

    fn counted(&self, key: &str, count: u64, language: &str) -> String {
        let mut args = FluentArgs::new();
        args.set("count", FluentValue::from(count));
        self.format(key, &args, language)
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
