//! The form in which a password is judged, hashed and compared.

use std::borrow::Cow;

use crate::text::unicode::Form;

/// The most code points that a new password may have.
pub const MAX_LENGTH: usize = 128;

/// Brings a password into the given form; `None` leaves it as it was typed.
///
/// ```
/// use gatewright::text::{password, unicode::Form};
///
/// assert_eq!(password::normalize("①②", Some(Form::Nfkd)), "12");
/// ```
pub fn normalize(password: &str, form: Option<Form>) -> Cow<'_, str> {
    match form {
        Some(form) if !password.is_ascii() => Cow::Owned(form.apply(password)),
        _ => Cow::Borrowed(password),
    }
}

/// True if a normalized password has at least `min` and at most [`MAX_LENGTH`] code points.
pub fn has_valid_length(normalized: &str, min: usize) -> bool {
    // Counting stops early: the text comes from a stranger.
    let length = normalized.chars().take(MAX_LENGTH + 1).count();
    (min..=MAX_LENGTH).contains(&length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tests::{core, text};

    #[test]
    fn forms_and_lengths_match_the_reference() {
        let rows = core("password_policy");
        assert_eq!(rows.len(), 14);
        for row in rows {
            let normalized = normalize(text(&row["password"]), Some(Form::Nfkd));
            assert_eq!(normalized, text(&row["normalized"]));
            let min = usize::try_from(row["length_min"].as_u64().unwrap()).unwrap();
            let refused = row["errors"].to_string().contains("PASSWORD_INVALID_LENGTH");
            assert_eq!(has_valid_length(&normalized, min), !refused, "{row}");
        }
    }

    #[test]
    fn without_a_form_nothing_changes() {
        assert_eq!(normalize("é①", None), "é①");
    }
}
