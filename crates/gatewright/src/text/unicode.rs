//! The four Unicode normalization forms.

use std::fmt;
use std::str::FromStr;

use unicode_normalization::UnicodeNormalization;

/// A normalization form of Unicode (UAX #15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Canonical composition.
    Nfc,
    /// Canonical decomposition.
    Nfd,
    /// Compatibility composition.
    Nfkc,
    /// Compatibility decomposition: the default for passwords and user names.
    Nfkd,
}

/// The text names no normalization form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownForm;

impl Form {
    /// Brings a text into this form.
    ///
    /// ```
    /// use gatewright::text::unicode::Form;
    ///
    /// assert_eq!(Form::Nfkd.apply("ﬁsh"), "fish");
    /// ```
    pub fn apply(self, text: &str) -> String {
        if text.is_ascii() {
            return text.to_owned();
        }
        match self {
            Self::Nfc => text.nfc().collect(),
            Self::Nfd => text.nfd().collect(),
            Self::Nfkc => text.nfkc().collect(),
            Self::Nfkd => text.nfkd().collect(),
        }
    }

    /// The name as settings write it: `NFC`, `NFD`, `NFKC` or `NFKD`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nfc => "NFC",
            Self::Nfd => "NFD",
            Self::Nfkc => "NFKC",
            Self::Nfkd => "NFKD",
        }
    }
}

impl FromStr for Form {
    type Err = UnknownForm;

    fn from_str(name: &str) -> Result<Self, UnknownForm> {
        [Self::Nfc, Self::Nfd, Self::Nfkc, Self::Nfkd]
            .into_iter()
            .find(|form| form.name() == name)
            .ok_or(UnknownForm)
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for UnknownForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected one of NFC, NFD, NFKC, NFKD")
    }
}

impl std::error::Error for UnknownForm {}

/// Trims as the reference does: White_Space and the four information separators.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_round_trip_and_nothing_else_parses() {
        for form in [Form::Nfc, Form::Nfd, Form::Nfkc, Form::Nfkd] {
            assert_eq!(form.to_string().parse(), Ok(form));
        }
        assert_eq!("nfkd".parse::<Form>(), Err(UnknownForm));
        assert_eq!("".parse::<Form>(), Err(UnknownForm));
    }

    #[test]
    fn forms_differ_where_they_should() {
        let text = "é\u{fb01}";
        assert_eq!(Form::Nfc.apply(text), "é\u{fb01}");
        assert_eq!(Form::Nfd.apply(text), "e\u{301}\u{fb01}");
        assert_eq!(Form::Nfkc.apply(text), "éfi");
        assert_eq!(Form::Nfkd.apply(text), "e\u{301}fi");
    }

    #[test]
    fn trimming_takes_the_information_separators() {
        assert_eq!(trim("\u{1c} x\u{2003}\u{1f}"), "x");
        assert_eq!(trim("\u{200b}x"), "\u{200b}x");
    }
}
