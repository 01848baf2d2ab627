//! Phone numbers in E.164, the form that is stored.

/// True if this build can read phone numbers: the cargo feature `phone` is on.
pub const AVAILABLE: bool = cfg!(feature = "phone");

/// Reads a valid phone number; one without a country code is of `region` (`US`, `DE` …).
///
/// Gives `None` for everything else, and always without the cargo feature `phone`.
///
/// ```
/// # #[cfg(feature = "phone")]
/// assert_eq!(gatewright::text::phone::e164("(650) 253-0000", "US").as_deref(), Some("+16502530000"));
/// ```
#[cfg(feature = "phone")]
pub fn e164(input: &str, region: &str) -> Option<String> {
    use rlibphonenumber::{PhoneNumber, PhoneNumberFormat, Region};

    // The library's own limit; checked here before it looks at the text.
    const LONGEST: usize = 250;
    if input.chars().nth(LONGEST).is_some() {
        return None;
    }
    let number = PhoneNumber::parse(input, region.parse::<Region>().ok()).ok()?;
    number.is_valid().then(|| number.format_as(PhoneNumberFormat::E164).into_owned())
}

/// Gives `None`: this build cannot read phone numbers.
#[cfg(not(feature = "phone"))]
pub fn e164(_input: &str, _region: &str) -> Option<String> {
    None
}

#[cfg(all(test, feature = "phone"))]
mod tests {
    use super::*;
    use crate::text::tests::{core, mfa, text};

    #[test]
    fn numbers_match_the_reference() {
        let rows = core("phone_normalize");
        assert_eq!(rows.len(), 9);
        for row in rows {
            let found = e164(text(&row["input"]), text(&row["region"]));
            assert_eq!(found.as_deref(), row["normalized"].as_str(), "{row}");
        }
    }

    #[test]
    fn numbers_of_many_regions_match_the_reference() {
        let group = mfa("phones");
        let rows = group["cases"].as_array().unwrap();
        assert_eq!(rows.len(), 76);
        for row in rows {
            // A number with its country code needs no region.
            let region = row["region"].as_str().unwrap_or_default();
            let found = e164(text(&row["input"]), region);
            assert_eq!(found.as_deref(), row["e164"].as_str(), "{row}");
        }
    }

    #[test]
    fn long_input_is_refused() {
        assert_eq!(e164(&"1".repeat(100_000), "US"), None);
    }
}
