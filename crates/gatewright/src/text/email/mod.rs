//! E-mail addresses: syntax and stored form, as email-validator 2.4 sees them without DNS.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

mod domain;

/// What `EMAIL_VALIDATOR_ARGS` may allow or refuse; the defaults are the validator's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Letters beyond ASCII before the at-sign.
    pub allow_smtputf8: bool,
    /// Nothing before the at-sign.
    pub allow_empty_local: bool,
    /// Quotes around the part before the at-sign.
    pub allow_quoted_local: bool,
    /// An address in brackets in place of the domain.
    pub allow_domain_literal: bool,
    /// `Joe <joe@lp.com>`; the name is dropped.
    pub allow_display_name: bool,
    /// At most 64 characters before the at-sign.
    pub strict: bool,
    /// The domain `test` counts as a real one.
    pub test_environment: bool,
    /// The domain must have a dot and end with a letter.
    pub globally_deliverable: bool,
}

/// The text is no e-mail address, or none that the options allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidEmail;

/// An address as its owner knows it again, and others do not learn it: `j…@lp.com`.
pub(crate) fn masked(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let first: String = local.chars().take(1).collect();
    format!("{first}…@{domain}")
}

/// The form of an address that is stored: domain in lower case and in Unicode, the part before the
/// at-sign in NFC with its letter case kept (except names such as `postmaster`, RFC 2142).
///
/// # Errors
/// The text is no valid address.
///
/// ```
/// use gatewright::text::email::{Options, normalize};
///
/// let options = Options::default();
/// assert_eq!(normalize("Joe@LP.Com", &options).as_deref(), Ok("Joe@lp.com"));
/// assert!(normalize(" joe@lp.com", &options).is_err());
/// ```
pub fn normalize(input: &str, options: &Options) -> Result<String, InvalidEmail> {
    if input.len() > LONGEST_INPUT {
        return Err(InvalidEmail);
    }
    let parts = split(input)?;
    if parts.display_name && !options.allow_display_name {
        return Err(InvalidEmail);
    }
    let (unquoted, quoted) = unquote(parts.local)?;
    if quoted && !options.allow_quoted_local {
        return Err(InvalidEmail);
    }
    check_local(&unquoted, quoted, options)?;
    let mut local: String = unquoted.nfc().collect();
    check_local(&local, quoted, options)?;
    if quoted && !local.is_empty() && !is_dot_atom(&local) {
        local = quote(&local);
    } else if MAILBOX_NAMES.iter().any(|name| name.eq_ignore_ascii_case(&local)) {
        local.make_ascii_lowercase();
    }
    let domain = parse_domain(parts.domain, options)?;

    let original = parts.local.len() + 1 + parts.domain.len();
    let in_ascii = local.len() + 1 + domain.ascii.len();
    let normalized = format!("{local}@{}", domain.unicode);
    let longest = original.max(in_ascii).max(normalized.len());
    if longest > LONGEST_ADDRESS { Err(InvalidEmail) } else { Ok(normalized) }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            allow_smtputf8: true,
            allow_empty_local: false,
            allow_quoted_local: false,
            allow_domain_literal: false,
            allow_display_name: false,
            strict: false,
            test_environment: false,
            globally_deliverable: true,
        }
    }
}

impl fmt::Display for InvalidEmail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a valid e-mail address")
    }
}

impl std::error::Error for InvalidEmail {}

/// RFC 5321 4.5.3.1.3 with RFC 3696 erratum 1690, in bytes.
const LONGEST_ADDRESS: usize = 254;
/// An address and a display name; a bound on the work, not a rule.
const LONGEST_INPUT: usize = 2048;
/// RFC 5321 4.5.3.1.1.
const LONGEST_LOCAL: usize = 64;
/// The mailbox names of RFC 2142 whose letter case never matters.
const MAILBOX_NAMES: [&str; 15] = [
    "abuse",
    "ftp",
    "hostmaster",
    "info",
    "marketing",
    "news",
    "noc",
    "postmaster",
    "sales",
    "security",
    "support",
    "usenet",
    "uucp",
    "webmaster",
    "www",
];

struct Parts<'a> {
    display_name: bool,
    local: &'a str,
    domain: &'a str,
}

fn split(input: &str) -> Result<Parts<'_>, InvalidEmail> {
    let (left, right) = split_at_special(input, &['@', '<'])?;
    let Some(bracketed) = right.strip_prefix('<') else {
        let domain = right.strip_prefix('@').ok_or(InvalidEmail)?;
        return Ok(Parts { display_name: false, local: left, domain });
    };
    check_display_name(left.trim_end())?;
    let address = bracketed.trim_end_matches(' ').strip_suffix('>').ok_or(InvalidEmail)?;
    let (local, domain) = split_at_special(address, &['@'])?;
    let domain = domain.strip_prefix('@').ok_or(InvalidEmail)?;
    Ok(Parts { display_name: true, local, domain })
}

/// Splits before the first of the given characters that is outside of quotes.
fn split_at_special<'a>(
    text: &'a str,
    specials: &[char],
) -> Result<(&'a str, &'a str), InvalidEmail> {
    let mut in_quotes = false;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        if (c == '"' || c == '\\' || specials.contains(&c)) && composes(c, rest) {
            continue;
        }
        if in_quotes {
            in_quotes = c != '"' || escaped;
            escaped = c == '\\' && !escaped;
        } else if c == '"' {
            in_quotes = true;
        } else if specials.contains(&c) {
            return Ok(text.split_at(at));
        }
    }
    Err(InvalidEmail)
}

/// True if a mark that follows makes another character of this one, as U+0338 does with `<`.
fn composes(c: char, rest: &str) -> bool {
    // 30 marks in a row are the most that UAX 15 foresees.
    rest.chars().take(32).nfc().next() != Some(c)
}

/// Takes off the quotes around a text, and its escapes.
fn unquote(text: &str) -> Result<(String, bool), InvalidEmail> {
    let Some(inner) = text.strip_prefix('"') else {
        return Ok((text.to_owned(), false));
    };
    let mut value = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => value.extend(chars.next()),
            '"' if chars.as_str().is_empty() => return Ok((value, true)),
            '"' => return Err(InvalidEmail),
            c => value.push(c),
        }
    }
    Ok((value, true))
}

fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}

fn check_display_name(text: &str) -> Result<(), InvalidEmail> {
    let (name, quoted) = unquote(text)?;
    if !quoted && !name.chars().all(|c| is_atext(c) || c == ' ') {
        return Err(InvalidEmail);
    }
    check_safe(&name, true)
}

fn check_local(local: &str, quoted: bool, options: &Options) -> Result<(), InvalidEmail> {
    let refuse_if = |bad: bool| if bad { Err(InvalidEmail) } else { Ok(()) };
    if local.is_empty() {
        return refuse_if(!options.allow_empty_local);
    }
    refuse_if(options.strict && local.chars().count() > LONGEST_LOCAL)?;
    refuse_if(!local.is_ascii() && !options.allow_smtputf8)?;
    let dot_atom = is_dot_atom(local);
    if dot_atom && local.is_ascii() {
        return Ok(());
    }
    refuse_if(!dot_atom && !quoted)?;
    refuse_if(local.chars().any(|c| c.is_ascii_control()))?;
    check_safe(local, !dot_atom)
}

/// RFC 5322 3.2.3 with RFC 6531 3.3.
fn is_dot_atom(local: &str) -> bool {
    let is_atom =
        |atom: &str| !atom.is_empty() && atom.chars().all(|c| is_atext(c) || !c.is_ascii());
    local.split('.').all(is_atom)
}

fn is_atext(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c)
}

/// Refuses what cannot be seen: controls, blanks, private use, a mark without a base.
fn check_safe(text: &str, allow_space: bool) -> Result<(), InvalidEmail> {
    for (at, c) in text.char_indices() {
        let safe = match c.general_category_group() {
            GeneralCategoryGroup::Mark => at > 0,
            GeneralCategoryGroup::Separator => {
                allow_space && c.general_category() == GeneralCategory::SpaceSeparator
            }
            GeneralCategoryGroup::Other => false,
            _ => true,
        };
        if !safe {
            return Err(InvalidEmail);
        }
    }
    Ok(())
}

fn parse_domain(text: &str, options: &Options) -> Result<domain::Domain, InvalidEmail> {
    match text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        Some(literal) if options.allow_domain_literal => parse_literal(literal),
        Some(_) => Err(InvalidEmail),
        None => domain::parse(text, options),
    }
}

/// An address in brackets, RFC 5321 4.1.3.
fn parse_literal(literal: &str) -> Result<domain::Domain, InvalidEmail> {
    let shown = match literal.get(..5) {
        Some(tag) if tag.eq_ignore_ascii_case("ipv6:") => {
            let rest = literal.get(5..).unwrap_or_default();
            let address: Ipv6Addr = rest.parse().map_err(|_| InvalidEmail)?;
            format!("[IPv6:{}]", show_ipv6(address))
        }
        _ => {
            let address: Ipv4Addr = literal.parse().map_err(|_| InvalidEmail)?;
            format!("[{address}]")
        }
    };
    Ok(domain::Domain { ascii: shown.clone(), unicode: shown })
}

/// Only hexadecimal groups, never dotted decimals in the last two.
fn show_ipv6(address: Ipv6Addr) -> String {
    match address.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low] => format!("::ffff:{high:x}:{low:x}"),
        _ => address.to_string(),
    }
}

#[cfg(test)]
mod tests;
