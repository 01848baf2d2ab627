//! Names that people choose freely: user names, and the names they give their passkeys.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use crate::text::unicode::{Form, trim};

/// Why a name is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// It has markup, or characters that HTML cannot carry unchanged.
    Illegal,
    /// It has characters outside the allowed categories.
    Disallowed,
}

/// Trims a name, checks its characters and brings it into the given form.
///
/// `allowed` lists Unicode general categories, or their first letters (`L`, `Nd`); `None` allows
/// all. Characters are judged as they were typed, before they are normalized.
///
/// # Errors
/// The name has characters that may not be in it.
///
/// ```
/// use gatewright::text::name::{NameFault, clean};
///
/// let allowed = ["L".to_owned(), "N".to_owned()];
/// assert_eq!(clean(" joe9 ", Some(&allowed), None), Ok("joe9".to_owned()));
/// assert_eq!(clean("joe_9", Some(&allowed), None), Err(NameFault::Disallowed));
/// assert_eq!(clean("<joe>", None, None), Err(NameFault::Illegal));
/// ```
pub fn clean(
    name: &str,
    allowed: Option<&[String]>,
    form: Option<Form>,
) -> Result<String, NameFault> {
    let name = trim(name);
    if changes_as_html(name) {
        return Err(NameFault::Illegal);
    }
    if allowed.is_some_and(|allowed| !only(name, allowed)) {
        return Err(NameFault::Disallowed);
    }
    Ok(form.map_or_else(|| name.to_owned(), |form| form.apply(name)))
}

/// True if every character is of one of these categories.
pub(super) fn only(name: &str, allowed: &[impl AsRef<str>]) -> bool {
    name.chars().all(|c| {
        let category = abbreviation(c);
        allowed.iter().any(|entry| category.starts_with(entry.as_ref()))
    })
}

/// True if parsing and printing the text as HTML would not give it back.
fn changes_as_html(text: &str) -> bool {
    const UNCHANGED: [&str; 4] = ["&amp;", "&lt;", "&gt;", "&nbsp;"];
    text.char_indices().any(|(at, c)| match c {
        '&' => {
            let rest = text.get(at..).unwrap_or_default();
            !UNCHANGED.iter().any(|entity| rest.starts_with(entity))
        }
        '\0' | '\r' | '<' | '>' | '\u{a0}' => true,
        _ => false,
    })
}

fn abbreviation(c: char) -> &'static str {
    match c.general_category() {
        GeneralCategory::UppercaseLetter => "Lu",
        GeneralCategory::LowercaseLetter => "Ll",
        GeneralCategory::TitlecaseLetter => "Lt",
        GeneralCategory::ModifierLetter => "Lm",
        GeneralCategory::OtherLetter => "Lo",
        GeneralCategory::NonspacingMark => "Mn",
        GeneralCategory::SpacingMark => "Mc",
        GeneralCategory::EnclosingMark => "Me",
        GeneralCategory::DecimalNumber => "Nd",
        GeneralCategory::LetterNumber => "Nl",
        GeneralCategory::OtherNumber => "No",
        GeneralCategory::ConnectorPunctuation => "Pc",
        GeneralCategory::DashPunctuation => "Pd",
        GeneralCategory::OpenPunctuation => "Ps",
        GeneralCategory::ClosePunctuation => "Pe",
        GeneralCategory::InitialPunctuation => "Pi",
        GeneralCategory::FinalPunctuation => "Pf",
        GeneralCategory::OtherPunctuation => "Po",
        GeneralCategory::MathSymbol => "Sm",
        GeneralCategory::CurrencySymbol => "Sc",
        GeneralCategory::ModifierSymbol => "Sk",
        GeneralCategory::OtherSymbol => "So",
        GeneralCategory::SpaceSeparator => "Zs",
        GeneralCategory::LineSeparator => "Zl",
        GeneralCategory::ParagraphSeparator => "Zp",
        GeneralCategory::Control => "Cc",
        GeneralCategory::Format => "Cf",
        GeneralCategory::Surrogate => "Cs",
        GeneralCategory::PrivateUse => "Co",
        GeneralCategory::Unassigned => "Cn",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tests::{mfa, text};

    #[test]
    fn passkey_names_match_the_reference() {
        let group = mfa("passkey_names");
        let allowed: Vec<String> =
            group["allowed"].as_array().unwrap().iter().map(|entry| text(entry).into()).collect();
        let form = text(&group["normalize"]).parse().unwrap();
        let longest = group["max_length"].as_u64().unwrap();
        let rows = group["cases"].as_array().unwrap();
        assert_eq!(rows.len(), 24);
        for row in rows {
            let found = match clean(text(&row["input"]), Some(&allowed), Some(form)) {
                Ok(name) if name.chars().count() as u64 > longest => Err("INVALID_INPUT_LENGTH"),
                Ok(name) => Ok(name),
                Err(NameFault::Illegal) => Err("INVALID_INPUT"),
                Err(NameFault::Disallowed) => Err("WEBAUTHN_NAME_DISALLOWED_CHARACTERS"),
            };
            let expected = match row["clean"].as_str() {
                Some(name) => Ok(name.to_owned()),
                None => Err(text(&row["message"])),
            };
            assert_eq!(found, expected, "{row}");
        }
    }

    #[test]
    fn entities_that_print_as_they_are_pass_the_markup_check() {
        assert_eq!(clean("a&lt;&amp;b", None, None).as_deref(), Ok("a&lt;&amp;b"));
        assert_eq!(clean("a&quot;b", None, None), Err(NameFault::Illegal));
        assert_eq!(clean("a&", None, None), Err(NameFault::Illegal));
    }
}
