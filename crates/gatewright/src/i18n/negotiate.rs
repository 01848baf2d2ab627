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
    // A browser in Taiwan sends `zh-TW, zh;q=0.9`: its plain `zh` is written as the first one.
    let mut chinese = None;
    for range in header.split(',').take(MOST_RANGES) {
        let (tag, quality) = parse(range)?;
        let tag = if tag.eq_ignore_ascii_case("zh") { chinese.unwrap_or(tag) } else { tag };
        if quality > 0 && primary(tag).eq_ignore_ascii_case("zh") {
            chinese = chinese.or(Some(tag));
        }
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

/// The language at hand for a tag such as `de-AT` or `de_AT`: that one, or a less specific one, or
/// that of another region in the same script.
///
/// ```
/// use gatewright::i18n::negotiate::find;
///
/// let at_hand = ["en", "pt-BR", "zh-Hans"];
/// assert_eq!(find("en_GB", &at_hand), Some("en"));
/// assert_eq!(find("pt-PT", &at_hand), Some("pt-BR"));
/// assert_eq!(find("zh-SG", &at_hand), Some("zh-Hans"));
/// assert_eq!(find("zh-TW", &at_hand), None); // written in traditional characters
/// ```
pub fn find<'a>(tag: &str, at_hand: &'a [impl AsRef<str>]) -> Option<&'a str> {
    let mut names = at_hand.iter().map(AsRef::as_ref);
    let mut shorter = tag;
    loop {
        if let Some(found) = names.clone().find(|locale| same_tag(locale, shorter)) {
            return Some(found);
        }
        match shorter.rsplit_once(['-', '_']) {
            Some((rest, _)) => shorter = rest,
            None => break,
        }
    }
    let wanted = (primary(tag), script(tag));
    names.find(|locale| {
        primary(locale).eq_ignore_ascii_case(wanted.0)
            && script(locale).eq_ignore_ascii_case(wanted.1)
    })
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

/// The language alone.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

/// The script that a tag names (RFC 5646, section 2.2.3), or that Chinese has in its region; empty
/// if it is the usual one.
fn script(tag: &str) -> &str {
    let rest = || tag.split(['-', '_']).skip(1);
    let letters = |one: &&str| one.len() == 4 && one.bytes().all(|b| b.is_ascii_alphabetic());
    if let Some(named) = rest().find(letters) {
        return named;
    }
    if !primary(tag).eq_ignore_ascii_case("zh") {
        return "";
    }
    let traditional = |one: &str| ["tw", "hk", "mo"].iter().any(|at| one.eq_ignore_ascii_case(at));
    if rest().any(traditional) { "Hant" } else { "Hans" }
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
    fn a_tag_falls_back_to_a_less_specific_one_or_to_another_region() {
        assert_eq!(find("de-Latn-AT", &AT_HAND), Some("de"));
        assert_eq!(find("de_AT", &AT_HAND), Some("de"));
        for tag in ["pt", "PT", "pt-PT", "pt_BR", "pt-AO"] {
            assert_eq!(find(tag, &AT_HAND), Some("pt-BR"), "{tag}");
        }
        for tag in ["", "-", "_-", "d", "deu", "ptx-BR", "sr-Latn"] {
            assert_eq!(find(tag, &AT_HAND), None, "{tag}");
        }
        // Nearer ones first.
        assert_eq!(find("pt-PT", &["pt-BR", "pt-PT"]), Some("pt-PT"));
        assert_eq!(find("pt-AO", &["pt-BR", "pt"]), Some("pt"));
    }

    #[test]
    fn chinese_is_two_ways_of_writing() {
        let at_hand = ["en", "zh-Hans"];
        for tag in ["zh", "zh-CN", "zh_CN", "zh-Hans", "zh-hans-cn", "zh-SG", "zh-MY", "zh-Hans-TW"]
        {
            assert_eq!(find(tag, &at_hand), Some("zh-Hans"), "{tag}");
        }
        for tag in ["zh-TW", "zh-HK", "zh_MO", "zh-Hant", "zh-Hant-CN", "zh-hant-hk"] {
            assert_eq!(find(tag, &at_hand), None, "{tag}");
        }
        assert_eq!(find("zh-TW", &["zh-Hans", "zh-Hant"]), Some("zh-Hant"));
        let taiwan = "zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7";
        assert_eq!(negotiate(taiwan, &at_hand), Some("en"));
        assert_eq!(negotiate("zh-CN,zh;q=0.9,en;q=0.8", &at_hand), Some("zh-Hans"));
        assert_eq!(negotiate("zh-TW,zh-CN;q=0.9,en;q=0.8", &at_hand), Some("zh-Hans"));
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
