//! The part after the at-sign: IDNA 2008 over the mapping of UTS 46.

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use unicode_normalization::char::decompose_compatible;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::{InvalidEmail, Options, check_safe};

/// A valid domain in both of its forms.
pub(super) struct Domain {
    pub(super) ascii: String,
    pub(super) unicode: String,
}

pub(super) fn parse(text: &str, options: &Options) -> Result<Domain, InvalidEmail> {
    let refuse_if = |bad: bool| if bad { Err(InvalidEmail) } else { Ok(()) };
    refuse_if(text.is_empty() || text.chars().count() > LONGEST_DOMAIN)?;
    refuse_if(!text.chars().all(is_possible))?;
    check_safe(text, false)?;

    let ascii = Uts46::new()
        .to_ascii(text.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Verify)
        .map_err(|_| InvalidEmail)?
        .into_owned();
    refuse_if(ascii.len() > LONGEST_DOMAIN)?;
    let (unicode, checked) =
        Uts46::new().to_unicode(ascii.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast);
    checked.map_err(|_| InvalidEmail)?;
    refuse_if(ascii.split('.').chain(unicode.split('.')).any(is_reserved_label))?;
    // Punycode of what looks like Punycode: its own normal form would be refused.
    refuse_if(unicode.split('.').any(|label| label.starts_with("xn--")))?;
    refuse_if(!unicode.split('.').all(is_idna2008))?;

    let is_test = options.test_environment && ascii == "test";
    if options.globally_deliverable {
        refuse_if(!ascii.contains('.') && !is_test)?;
        refuse_if(!ascii.ends_with(|c: char| c.is_ascii_alphabetic()))?;
    }
    let is_special = SPECIAL_USE.iter().any(|name| {
        let exempt = *name == "test" && options.test_environment;
        let rest = ascii.strip_suffix(name);
        !exempt && rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    refuse_if(is_special)?;
    Ok(Domain { unicode: unicode.into_owned(), ascii })
}

/// RFC 1035 2.3.4 without the final dot and the root label.
const LONGEST_DOMAIN: usize = 253;

/// Names that mail never reaches (RFC 6761, RFC 6762, RFC 7686, RFC 3172).
const SPECIAL_USE: [&str; 6] = ["arpa", "invalid", "local", "localhost", "onion", "test"];

/// True if the mapping may see this character.
fn is_possible(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    }
    match c {
        '\u{80}'..='\u{9f}' => return false,
        // Mapped to nothing or to a dot although their category says otherwise.
        '\u{2024}'..='\u{2026}' | '\u{2028}'..='\u{202e}' => {}
        '\u{2010}'..='\u{2060}' | '\u{ad}' | '\u{2064}' | '\u{ff0e}' | '\u{200b}'..='\u{200d}' => {
            return true;
        }
        '\u{1bca0}'..='\u{1bca3}' => return true,
        _ => {}
    }
    let hidden = matches!(
        c.general_category(),
        GeneralCategory::Format
            | GeneralCategory::Unassigned
            | GeneralCategory::PrivateUse
            | GeneralCategory::Surrogate
            | GeneralCategory::SpaceSeparator
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
    );
    let mut has_dot = false;
    decompose_compatible(c, |part| has_dot |= part == '.');
    !hidden && !has_dot
}

/// Two characters and two hyphens: reserved, except for Punycode (RFC 5891 4.2.3.1).
fn is_reserved_label(label: &str) -> bool {
    label.chars().skip(2).take(2).eq("--".chars()) && !label.starts_with("xn--")
}

/// True if IDNA 2008 knows every character of the label (RFC 5892).
fn is_idna2008(label: &str) -> bool {
    let chars: Vec<char> = label.chars().collect();
    chars.iter().enumerate().all(|(at, &c)| {
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
        let after = chars.get(at + 1).copied();
        match c {
            _ if c.is_ascii() => true,
            // Appendix A: characters that need the right company.
            '\u{b7}' => before == Some('l') && after == Some('l'),
            '\u{375}' => {
                after.is_some_and(|c| matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}'))
            }
            '\u{5f3}' | '\u{5f4}' => before.is_some_and(|c| matches!(c, '\u{591}'..='\u{5f4}')),
            '\u{30fb}' => chars.iter().any(|&c| c != '\u{30fb}' && is_japanese(c)),
            '\u{660}'..='\u{669}' => !chars.iter().any(|c| matches!(c, '\u{6f0}'..='\u{6f9}')),
            '\u{6f0}'..='\u{6f9}' => !chars.iter().any(|c| matches!(c, '\u{660}'..='\u{669}')),
            // The joiners were judged by their neighbours before.
            '\u{200c}' | '\u{200d}' => true,
            // Section 2.6: exceptions.
            '\u{6fd}' | '\u{6fe}' | '\u{f0b}' | '\u{3007}' => true,
            '\u{640}'
            | '\u{7fa}'
            | '\u{302e}'
            | '\u{302f}'
            | '\u{3031}'..='\u{3035}'
            | '\u{303b}' => false,
            // Case folding makes capitals of them, so they stay.
            '\u{13a0}'..='\u{13f5}' => true,
            // Section 2.4: marks for symbols and music.
            '\u{20d0}'..='\u{20ff}' | '\u{1d100}'..='\u{1d24f}' => false,
            // Section 2.9: old Hangul.
            '\u{1100}'..='\u{11ff}' | '\u{a960}'..='\u{a97f}' | '\u{d7b0}'..='\u{d7ff}' => false,
            _ => matches!(
                c.general_category(),
                GeneralCategory::LowercaseLetter
                    | GeneralCategory::OtherLetter
                    | GeneralCategory::ModifierLetter
                    | GeneralCategory::NonspacingMark
                    | GeneralCategory::SpacingMark
                    | GeneralCategory::DecimalNumber
            ),
        }
    })
}

/// Hiragana, Katakana or Han.
fn is_japanese(c: char) -> bool {
    matches!(c,
        '\u{3005}' | '\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{309f}'
        | '\u{30a1}'..='\u{30fa}' | '\u{30fd}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}')
}
