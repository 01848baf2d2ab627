//! Which of the languages at hand a client prefers.

/// The language that an `Accept-Language` header prefers among those at hand (RFC 9110 12.5.4,
/// lookup of RFC 4647 3.4), or `None` if it names none of them.
///
/// ```
/// use gatewright::i18n::negotiate::negotiate;
///
/// let at_hand = ["en", "de"];
/// assert_eq!(negotiate("de-AT, en;q=0.7", &at_hand), Some("de"));
/// assert_eq!(negotiate("ja", &at_hand), None);
/// ```
pub fn negotiate<'a>(header: &str, at_hand: &'a [impl AsRef<str>]) -> Option<&'a str> {
    let mut best: Option<(u16, &str)> = None;
    for range in header.split(',').take(MOST_RANGES) {
        let (tag, quality) = parse(range)?;
        if quality > 0 && best.is_none_or(|(highest, _)| quality > highest) {
            let found = match tag {
                "*" => at_hand.first().map(AsRef::as_ref),
                tag => find(tag, at_hand),
            };
            best = found.map(|locale| (quality, locale)).or(best);
        }
    }
    best.map(|(_, locale)| locale)
}

/// The language at hand for a tag such as `de-AT` or `de_AT`: that one, or a less specific one.
pub fn find<'a>(tag: &str, at_hand: &'a [impl AsRef<str>]) -> Option<&'a str> {
    let mut tag = tag;
    loop {
        let mut names = at_hand.iter().map(AsRef::as_ref);
        if let Some(found) = names.find(|locale| same_tag(locale, tag)) {
            return Some(found);
        }
        tag = tag.rsplit_once(['-', '_'])?.0;
    }
}

/// Ranges that are looked at; browsers send fewer than ten.
const MOST_RANGES: usize = 32;
/// RFC 5646 4.4.1 foresees 35 characters.
const LONGEST_TAG: usize = 64;

/// A range and its quality in thousandths. One that cannot be read counts as refused.
fn parse(range: &str) -> Option<(&str, u16)> {
    let mut parts = range.split(';');
    let tag = parts.next()?.trim();
    let quality = match parts.next().map(str::trim) {
        None => 1000,
        Some(text) => text.strip_prefix("q=").and_then(thousandths).unwrap_or(0),
    };
    Some((tag, if tag.len() > LONGEST_TAG { 0 } else { quality }))
}

/// `0.8` as 800; RFC 9110 12.4.2 allows three decimals.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let fraction: u16 = format!("{fraction:0<3}").parse().ok()?;
    match whole {
        "0" => Some(fraction),
        "1" if fraction == 0 => Some(1000),
        _ => None,
    }
}

fn same_tag(one: &str, other: &str) -> bool {
    let plain = |b: u8| if b == b'_' { b'-' } else { b.to_ascii_lowercase() };
    one.bytes().map(plain).eq(other.bytes().map(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT_HAND: [&str; 3] = ["en", "de", "pt-BR"];

    #[test]
    fn quality_decides_then_order() {
        assert_eq!(negotiate("en;q=0.5, de;q=0.8", &AT_HAND), Some("de"));
        assert_eq!(negotiate("de, en", &AT_HAND), Some("de"));
        assert_eq!(negotiate("fr, pt_br;q=0.1", &AT_HAND), Some("pt-BR"));
        assert_eq!(negotiate("fr, *;q=0.1", &AT_HAND), Some("en"));
    }

    #[test]
    fn a_tag_falls_back_to_a_less_specific_one_but_not_to_a_more_specific() {
        assert_eq!(find("de-Latn-AT", &AT_HAND), Some("de"));
        assert_eq!(find("de_AT", &AT_HAND), Some("de"));
        assert_eq!(find("pt", &AT_HAND), None);
        assert_eq!(find("", &AT_HAND), None);
    }

    #[test]
    fn refused_and_unreadable_ranges_do_not_count() {
        assert_eq!(negotiate("de;q=0, en;q=0.1", &AT_HAND), Some("en"));
        assert_eq!(negotiate("de;q=1.5", &AT_HAND), None);
        assert_eq!(negotiate("de;q=0.12345", &AT_HAND), None);
        assert_eq!(negotiate(&"-,".repeat(100_000), &AT_HAND), None);
        assert_eq!(negotiate("", &AT_HAND), None);
    }
}
