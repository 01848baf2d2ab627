//! Does the client want JSON?

/// True if a request is to be answered with JSON: it carries JSON, or prefers it.
///
/// Preference is not the usual negotiation: the most specific entry of `Accept` wins, then the one
/// with the highest `q`, then the first; it has to be exactly `application/json`.
pub(crate) fn wants_json(content_type: Option<&str>, accept: Option<&str>) -> bool {
    content_type.is_some_and(is_json) || accept.and_then(best).is_some_and(|item| item.is_json)
}

/// True if a `Content-Type` is a kind of JSON.
pub(crate) fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    let Some((kind, subtype)) = essence.split_once('/') else {
        return false;
    };
    let suffix = subtype.len().checked_sub("+json".len()).and_then(|at| subtype.get(at..));
    kind.eq_ignore_ascii_case("application")
        && (subtype.eq_ignore_ascii_case("json")
            || suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case("+json")))
}

/// Entries that are looked at; browsers send about ten.
const MOST_ITEMS: usize = 64;
/// Parameters of one entry that are looked at.
const MOST_PARAMETERS: usize = 32;

struct Item {
    is_json: bool,
    /// For each part of the entry: it is not `*`.
    specificity: Vec<bool>,
    q: f64,
}

fn best(accept: &str) -> Option<Item> {
    if !quotes_are_closed(accept) {
        return None;
    }
    let mut best: Option<Item> = None;
    for item in split_list(accept).take(MOST_ITEMS).filter_map(parse) {
        let better = best.as_ref().is_none_or(|best| {
            (&item.specificity, item.q).partial_cmp(&(&best.specificity, best.q))
                == Some(std::cmp::Ordering::Greater)
        });
        if better {
            best = Some(item);
        }
    }
    best
}

/// A header with an open quoted string has no entries at all.
fn quotes_are_closed(header: &str) -> bool {
    let mut rest = header;
    while let Some((_, quoted)) = rest.split_once('"') {
        let Some(tail) = quoted_length(quoted).and_then(|length| quoted.get(length..)) else {
            return false;
        };
        rest = tail;
    }
    true
}

/// Splits at commas outside of quoted strings.
fn split_list(header: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    let mut escaped = false;
    header.split(move |c: char| {
        if escaped {
            escaped = false;
            return false;
        }
        match c {
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ',' => return !quoted,
            _ => {}
        }
        false
    })
}

/// Reads one entry; one whose `q` is no number from 0 to 1 does not count.
fn parse(item: &str) -> Option<Item> {
    let item = item.trim_matches([' ', '\t']);
    let item = item.strip_prefix('"').and_then(|item| item.strip_suffix('"')).unwrap_or(item);
    let (name, rest) = item.split_once(';').unwrap_or((item, ""));
    let name = name.trim_matches([' ', '\t']);
    let parameters = if name.is_empty() { Vec::new() } else { parameters(rest) };

    let mut specificity: Vec<bool> = name.split('/').map(|part| part != "*").collect();
    let mut is_json = name == "application/json";
    let mut q = "1";
    for (key, value) in parameters {
        if key.eq_ignore_ascii_case("q") {
            q = value;
        } else {
            is_json = false;
            specificity.push(true);
        }
    }
    Some(Item { is_json, specificity, q: quality(q)? })
}

/// The parameters of an entry, each key once. What is no `key=value` is passed over.
fn parameters(mut rest: &str) -> Vec<(&str, &str)> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    for _ in 0..MOST_PARAMETERS {
        rest = rest.trim_start_matches([' ', '\t']);
        let (key, after) = rest.split_at(token_length(rest));
        if let Some(after) = after.strip_prefix('=').filter(|_| !key.is_empty()) {
            let length = match after.strip_prefix('"') {
                Some(quoted) => match quoted_length(quoted) {
                    Some(length) => length + 1,
                    None => break,
                },
                None => token_length(after),
            };
            let (value, tail) = after.split_at(length);
            rest = tail;
            if !value.is_empty() {
                found.retain(|(known, _)| !known.eq_ignore_ascii_case(key));
                found.push((key, value));
            }
        }
        match rest.split_once(';') {
            Some((_, next)) => rest = next,
            None => break,
        }
    }
    found
}

/// How many bytes of a text are characters of a token (RFC 9110 5.6.2).
fn token_length(text: &str) -> usize {
    let special = |b: u8| b"!#$%&'*+-.^_`|~".contains(&b);
    text.bytes().take_while(|b| b.is_ascii_alphanumeric() || special(*b)).count()
}

/// How many bytes a quoted string has with its closing quote.
fn quoted_length(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, b) in text.bytes().enumerate() {
        match b {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// A plain decimal number from 0 to 1.
fn quality(text: &str) -> Option<f64> {
    let text = text.trim_matches('"').trim_matches([' ', '\t']);
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    text.parse().ok().filter(|q| (0.0..=1.0).contains(q))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::tests::rows;

    #[test]
    fn every_row_of_the_reference_agrees() {
        let rows = rows("want_json");
        assert_eq!(rows.len(), 39);
        for row in rows {
            let found = wants_json(row["content_type"].as_str(), row["accept"].as_str());
            assert_eq!(found, row["wants_json"].as_bool().unwrap(), "{row}");
        }
    }

    #[test]
    fn odd_headers_are_read_to_their_end() {
        assert!(!wants_json(None, Some(&"text/html,".repeat(100_000))));
        assert!(wants_json(None, Some("application/json;q=0.5, text/html;q=.5")));
        assert!(!wants_json(None, Some("text/html;a=\"x,application/json;b=1\"")));
        assert!(wants_json(None, Some("\"application/json\" , text/html;q=x")));
        assert!(!wants_json(None, Some("application/json, \"")));
        assert!(!wants_json(Some("application/é+json é"), None));
        assert!(!wants_json(Some(""), Some(",,;=;q=;q=1")));
    }
}
