//! Where to go next, and whether that is safe.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::text::host::Host;
pub(crate) use crate::text::link::Rules;
use crate::text::link::Split;

/// Where the request came in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Base<'a> {
    /// `http` or `https`.
    pub(crate) scheme: &'a str,
    /// The `Host` header.
    pub(crate) host: &'a str,
}

/// Turns the name of a route into its path.
pub(crate) type Names<'a> = &'a dyn Fn(&str) -> Option<String>;

/// True if a client may name this URL as its next place: it stays on the site, or on a host that
/// the rules allow.
pub(crate) fn valid(url: &str, rules: &Rules, base: &Base<'_>) -> bool {
    is_clean(url) && leads_home(url, rules, base)
}

/// The `Location` for a target that a client named, in ASCII, or `None` if it may not go there.
///
/// `names` is for sites that let clients name routes; `None` reads every target as a URL.
pub(crate) fn location(
    target: &str,
    rules: &Rules,
    base: &Base<'_>,
    names: Option<Names<'_>>,
) -> Option<String> {
    if let Some(path) = names.and_then(|names| names(target)) {
        return Some(path);
    }
    if !is_clean(target) {
        return None;
    }
    let url = resolve(target, rules);
    // The host that the settings write into it is the settings' choice, and trusted.
    let judged = if rules.host.is_some() { target } else { &url };
    if !leads_home(judged, rules, base) {
        return None;
    }
    to_ascii(&Split::of(&url)?)
}

/// A place with further members in its query: what is there stays, a member of the same name gets
/// the new value, the others follow in their order.
pub(crate) fn with_members(place: &str, pairs: &[(&str, &str)]) -> String {
    if pairs.is_empty() {
        return place.to_owned();
    }
    let (rest, fragment) = match place.split_once('#') {
        Some((rest, fragment)) => (rest, Some(fragment)),
        None => (place, None),
    };
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let value = |name: &str| pairs.iter().rev().find(|(own, _)| *own == name).map(|(_, it)| *it);
    let mut seen: Vec<String> = Vec::new();
    let mut members = form_urlencoded::Serializer::new(String::new());
    for (name, old) in form_urlencoded::parse(query.as_bytes()) {
        match value(&name) {
            Some(_) if seen.iter().any(|one| *one == name) => {}
            Some(new) => {
                members.append_pair(&name, new);
                seen.push(name.into_owned());
            }
            None => {
                members.append_pair(&name, &old);
            }
        }
    }
    for (name, new) in pairs.iter().filter(|(name, _)| !seen.iter().any(|one| one == name)) {
        members.append_pair(name, new);
    }
    let mut url = path.to_owned();
    push_rest(&mut url, Some(&members.finish()), fragment);
    url
}

/// The `Location` for a target from the settings: the name of a route, or a URL, which is trusted.
pub(crate) fn configured(target: &str, rules: &Rules, names: Names<'_>) -> String {
    names(target).unwrap_or_else(|| {
        let url = resolve(target, rules);
        Split::of(&url).and_then(|split| to_ascii(&split)).unwrap_or(url)
    })
}

/// The URL of the sign-in page, with the present request as the place to come back to.
///
/// `target` is the request's path with its query. It stays relative unless the page is elsewhere.
pub(crate) fn login_next(login_url: &str, target: &str, base: &Base<'_>) -> String {
    let (path, query) = match target.split_once('?') {
        Some((path, query)) => (path, Some(query).filter(|query| !query.is_empty())),
        None => (target, None),
    };
    let mut next = String::new();
    let elsewhere = Split::of(login_url).is_some_and(|login| {
        (!login.scheme.is_empty() && login.scheme != base.scheme)
            || login.netloc.is_some_and(|netloc| netloc != base.host)
    });
    if elsewhere {
        next = format!("{}://{}", base.scheme, base.host);
    }
    next += &readable(path, b"/?#");
    if let Some(query) = query {
        next.push('?');
        next += &readable(query, b"&=+#");
    }
    let value = utf8_percent_encode(&next, NEXT).to_string();
    let (page, fragment) = match login_url.split_once('#') {
        Some((page, fragment)) => (page, Some(fragment)),
        None => (login_url, None),
    };
    let separator = if page.contains('?') { '&' } else { '?' };
    let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    format!("{page}{separator}next={value}{fragment}")
}

const UNRESERVED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// What stays as it is in a path. Escapes are kept by hand.
const PATH: &AsciiSet = &UNRESERVED.remove(b'/');
/// What stays as it is in a query.
const QUERY: &AsciiSet = &UNRESERVED
    .remove(b'%')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b'/')
    .remove(b':')
    .remove(b';')
    .remove(b'=')
    .remove(b'?')
    .remove(b'@');
/// What stays as it is in a fragment.
const FRAGMENT: &AsciiSet = &QUERY.remove(b'#');
/// What stays as it is in the value of `next`.
const NEXT: &AsciiSet = &UNRESERVED
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b'/')
    .remove(b':')
    .remove(b';')
    .remove(b'?')
    .remove(b'@');

/// Longer targets are refused.
const LONGEST: usize = 8192;

/// Refuses what browsers and libraries read differently: controls, blanks in front, and
/// backslashes, which a browser takes for slashes.
fn is_clean(url: &str) -> bool {
    let before_query = url.split(['?', '#']).next().unwrap_or_default();
    url.len() <= LONGEST
        && !url.starts_with(' ')
        && !url.contains(|c: char| c.is_control())
        && !before_query.contains('\\')
}

fn leads_home(url: &str, rules: &Rules, base: &Base<'_>) -> bool {
    let hostless = |rest: &str| rest.is_empty() || rest.starts_with(['/', '?', '#']);
    if url.trim().is_empty() || url.strip_prefix("//").is_some_and(hostless) {
        return false;
    }
    let Some(split) = Split::of(url) else {
        return false;
    };
    if !matches!(split.scheme.as_str(), "" | "http" | "https") {
        return false;
    }
    let Some(netloc) = split.netloc else {
        return split.scheme.is_empty();
    };
    let downgrade = base.scheme == "https" && split.scheme == "http";
    match Host::parse(netloc) {
        Some(target) => !downgrade && allowed(&target, rules, base),
        None => false,
    }
}

fn allowed(target: &Host<'_>, rules: &Rules, base: &Base<'_>) -> bool {
    let home = Host::parse(base.host).map(|home| home.without_default_port(base.scheme));
    home.as_ref() == Some(target) || rules.allow(target)
}

/// Writes `REDIRECT_HOST` into a URL, and drops an empty authority (`///x` becomes `/x`).
fn resolve(target: &str, rules: &Rules) -> String {
    let Some(mut split) = Split::of(target) else {
        return target.to_owned();
    };
    if let Some(host) = &rules.host {
        split.netloc = Some(host);
    }
    let path = split.path;
    let slash = if path.is_empty() || path.starts_with('/') { "" } else { "/" };
    let mut url = String::new();
    if !split.scheme.is_empty() {
        url = format!("{}:", split.scheme);
    }
    if let Some(netloc) = split.netloc.filter(|netloc| !netloc.is_empty()) {
        url += &format!("//{netloc}{slash}");
    }
    url += path;
    push_rest(&mut url, split.query, split.fragment);
    url
}

fn to_ascii(split: &Split<'_>) -> Option<String> {
    let mut url = String::new();
    if !split.scheme.is_empty() {
        url = format!("{}:", split.scheme);
    }
    if let Some(netloc) = split.netloc {
        url += &format!("//{}", Host::parse(netloc)?);
    }
    url += &escape_path(split.path);
    let query = split.query.map(|query| utf8_percent_encode(query, QUERY).to_string());
    let fragment =
        split.fragment.map(|fragment| utf8_percent_encode(fragment, FRAGMENT).to_string());
    push_rest(&mut url, query.as_deref(), fragment.as_deref());
    Some(url)
}

fn push_rest(url: &mut String, query: Option<&str>, fragment: Option<&str>) {
    for (mark, text) in [('?', query), ('#', fragment)] {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            url.push(mark);
            url.push_str(text);
        }
    }
}

/// Escapes a path; escapes that are there already stay.
fn escape_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut pieces = path.split('%');
    out.extend(pieces.next().map(|piece| utf8_percent_encode(piece, PATH)).into_iter().flatten());
    for piece in pieces {
        let digits = piece.as_bytes().iter().take(2).filter(|b| b.is_ascii_hexdigit()).count();
        out.push_str(if digits == 2 { "%" } else { "%25" });
        out.extend(utf8_percent_encode(piece, PATH));
    }
    out
}

/// Decodes escapes except those of controls, blanks, the percent sign and the characters in
/// `keep`, and except bytes that are no UTF-8.
fn readable(text: &str, keep: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run: Vec<u8> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let escape = rest.get(..3).filter(|text| text.starts_with('%'));
        let byte = escape.and_then(|text| percent_decode_str(text).next()).filter(|b| *b != b'%');
        match (escape, byte) {
            (Some(_), Some(byte)) if !(byte <= b' ' || byte == 0x7f || keep.contains(&byte)) => {
                run.push(byte);
                rest = rest.get(3..).unwrap_or_default();
            }
            _ => {
                flush(&mut out, &mut run);
                let mut chars = rest.chars();
                out.extend(chars.next());
                rest = chars.as_str();
            }
        }
    }
    flush(&mut out, &mut run);
    out
}

fn flush(out: &mut String, run: &mut Vec<u8>) {
    for chunk in run.utf8_chunks() {
        out.push_str(chunk.valid());
        for byte in chunk.invalid() {
            out.push_str(percent_encoding::percent_encode_byte(*byte));
        }
    }
    run.clear();
}

#[cfg(test)]
mod tests;
