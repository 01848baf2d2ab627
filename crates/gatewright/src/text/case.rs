//! Letters that differ in case alone.

/// What a character may be written as, in order: as far as one character becomes one and every way
/// leads back (Unicode, section 5.18).
pub(crate) fn spellings(c: char) -> [char; 3] {
    // At the end of a word it has a form of its own.
    if matches!(c, 'Σ' | 'ς' | 'σ') {
        return ['Σ', 'ς', 'σ'];
    }
    let lower = only(c.to_lowercase()).unwrap_or(c);
    let upper = only(lower.to_uppercase()).unwrap_or(lower);
    let upper = if only(upper.to_lowercase()) == Some(lower) { upper } else { lower };
    let mut all = [lower, upper, capital(lower).unwrap_or(upper)];
    if !all.contains(&c) {
        return [c; 3];
    }
    all.sort_unstable();
    all
}

/// The same text for all that differ in case alone, for keys of counters: whoever is found under two
/// spellings must not be counted twice.
pub(crate) fn folded(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii() { c.to_ascii_lowercase() } else { spellings(c)[2] })
        .collect()
}

/// A capital that leads to this letter, where the way back is another one.
fn capital(lower: char) -> Option<char> {
    let by = |distance: u32| char::from_u32(u32::from(lower) + distance);
    match lower {
        'ß' => Some('ẞ'),
        'ǆ' | 'ǉ' | 'ǌ' | 'ǳ' => char::from_u32(u32::from(lower) - 1),
        'ᾀ'..='ᾇ' | 'ᾐ'..='ᾗ' | 'ᾠ'..='ᾧ' => by(8),
        'ᾳ' | 'ῃ' | 'ῳ' => by(9),
        _ => None,
    }
}

fn only(mut mapped: impl Iterator<Item = char>) -> Option<char> {
    mapped.next().filter(|_| mapped.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_leads_back() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let all = spellings(c);
            assert!(all.contains(&c) && all.is_sorted(), "{c}");
            for other in all {
                assert_eq!(spellings(other), all, "{c} and {other}");
                assert_eq!(folded(&c.to_string()), folded(&other.to_string()), "{c} and {other}");
            }
            // Letters that a text in its normal form can have are those of Unicode's simple folding.
            let lower = only(c.to_lowercase()).unwrap_or(c);
            let dissolves = matches!(c, '\u{3f4}' | '\u{2126}' | '\u{212a}' | '\u{212b}');
            assert!(all.contains(&lower) || dissolves, "{c}");
        }
    }

    #[test]
    fn one_name_has_one_key() {
        for (one, other) in [
            ("ΣΟΦΟΣ", "σοφος"),
            ("σοφοσ", "σοφος"),
            ("STRAẞE", "straße"),
            ("ᾼδης", "ᾳδης"),
            ("ИВАН", "иван"),
            ("JOE", "joe"),
        ] {
            assert_eq!(folded(one), folded(other));
        }
        for (one, other) in [("ıs", "is"), ("ſe", "se"), ("ß", "ss"), ("é", "e"), ("İ", "i")] {
            assert_ne!(folded(one), folded(other));
        }
    }
}
