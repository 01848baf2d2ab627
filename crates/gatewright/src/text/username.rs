//! User names: which characters, how long, in which form.

use crate::text::name::{self, NameFault};
use crate::text::unicode::Form;

/// What a user name must be like.
#[derive(Debug, Clone)]
pub struct Rules {
    /// General categories of Unicode, or their first letters; `None` allows all.
    pub allowed_chars: Option<Vec<String>>,
    /// The fewest code points, after normalization.
    pub min: usize,
    /// The most code points, after normalization.
    pub max: usize,
    /// The form that is stored; `None` keeps what was typed.
    pub form: Option<Form>,
}

/// Why a user name is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsernameFault {
    /// It has markup, or characters that HTML cannot carry unchanged.
    Illegal,
    /// It has characters outside the allowed categories.
    Disallowed,
    /// It is too short or too long.
    Length,
}

/// The form of a user name that is stored, or `None` if nothing was typed.
///
/// # Errors
/// The name breaks the rules.
///
/// ```
/// use gatewright::text::username::{Rules, UsernameFault, normalize};
///
/// let rules = Rules::default();
/// assert_eq!(normalize(" ﬁsh ", &rules), Ok(Some("fish".to_owned())));
/// assert_eq!(normalize("joe", &rules), Err(UsernameFault::Length));
/// assert_eq!(normalize("", &rules), Ok(None));
/// ```
pub fn normalize(input: &str, rules: &Rules) -> Result<Option<String>, UsernameFault> {
    if input.is_empty() {
        return Ok(None);
    }
    let name = clean(input, rules)?;
    let length = name.chars().count();
    if !(rules.min..=rules.max).contains(&length) {
        return Err(UsernameFault::Length);
    }
    Ok(Some(name))
}

/// Whether a name in its normal form has allowed characters alone, and marks on them.
///
/// [`normalize`] judges what was typed, as the reference does. Some signs become several, blanks
/// among them, so ask this for new names, too.
///
/// ```
/// use gatewright::text::username::{Rules, keeps_categories, normalize};
///
/// let rules = Rules::default();
/// let name = |typed: &str| normalize(typed, &rules).unwrap().unwrap();
/// assert!(keeps_categories(&name("ﬁsh"), &rules));
/// assert!(keeps_categories(&name("ésope"), &rules));
/// assert!(!keeps_categories(&name("joe½"), &rules));
/// ```
pub fn keeps_categories(name: &str, rules: &Rules) -> bool {
    let Some(allowed) = &rules.allowed_chars else { return true };
    let marks = std::iter::once("M");
    let allowed: Vec<&str> = allowed.iter().map(String::as_str).chain(marks).collect();
    name::only(name, &allowed)
}

/// The form of a user name that an account is looked up by; its length does not matter.
pub fn map(input: &str, rules: &Rules) -> Option<String> {
    clean(input, rules).ok().filter(|name| !name.is_empty())
}

impl Default for Rules {
    /// Letters and digits, 4 to 32 of them, in NFKD.
    fn default() -> Self {
        Self {
            allowed_chars: Some(vec!["L".to_owned(), "N".to_owned()]),
            min: 4,
            max: 32,
            form: Some(Form::Nfkd),
        }
    }
}

fn clean(input: &str, rules: &Rules) -> Result<String, UsernameFault> {
    name::clean(input, rules.allowed_chars.as_deref(), rules.form).map_err(|fault| match fault {
        NameFault::Illegal => UsernameFault::Illegal,
        NameFault::Disallowed => UsernameFault::Disallowed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tests::{core, text};

    #[test]
    fn names_match_the_reference() {
        let rules = Rules::default();
        let rows = core("username_normalize");
        assert_eq!(rows.len(), 27);
        for row in rows {
            let input = text(&row["input"]);
            let found = normalize(input, &rules);
            match row["error"].as_str() {
                None => assert_eq!(found, Ok(row["normalized"].as_str().map(Into::into)), "{row}"),
                Some(error) => {
                    let fault = match error.trim_matches(['{', '}']) {
                        "INVALID_INPUT" => UsernameFault::Illegal,
                        "USERNAME_DISALLOWED_CHARACTERS" => UsernameFault::Disallowed,
                        "USERNAME_INVALID_LENGTH" => UsernameFault::Length,
                        other => panic!("unknown message {other}"),
                    };
                    assert_eq!(found, Err(fault), "{row}");
                }
            }
            let mapped = row["mapper"].as_str().filter(|name| !name.is_empty());
            assert_eq!(map(input, &rules).as_deref(), mapped, "{row}");
        }
    }

    #[test]
    fn no_list_allows_all_categories() {
        let rules = Rules { allowed_chars: None, ..Rules::default() };
        assert_eq!(normalize("a_b-c d", &rules), Ok(Some("a_b-c d".to_owned())));
        assert_eq!(normalize("a<b-c d", &rules), Err(UsernameFault::Illegal));
    }
}
