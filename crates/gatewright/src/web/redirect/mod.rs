//! Where to go next, and whether that is safe.

use std::borrow::Cow;

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Which places beside the site itself a client may name, and how settings are resolved.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rules {
    /// `REDIRECT_ALLOW_SUBDOMAINS`: hosts below `server_name` and that host itself.
    pub(crate) allow_subdomains: bool,
    /// `SERVER_NAME`, with its port if it has one.
    pub(crate) server_name: Option<String>,
    /// `REDIRECT_BASE_DOMAIN`, with its port if it has one.
    pub(crate) base_domain: Option<String>,
    /// `REDIRECT_ALLOWED_SUBDOMAINS`: labels before the base domain; `.` is the domain itself.
    pub(crate) allowed_subdomains: Vec<String>,
    /// `REDIRECT_HOST`: written into every target that is a URL.
    pub(crate) host: Option<String>,
}

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
    if !leads_home(&url, rules, base) {
        return None;
    }
    to_ascii(&Split::of(&url)?)
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
    match Authority::of(netloc) {
        Some(target) => !downgrade && allowed(&target, rules, base),
        None => false,
    }
}

fn allowed(target: &Authority, rules: &Rules, base: &Base<'_>) -> bool {
    if Authority::of(base.host).is_some_and(|home| *target == home.without_default_port(base)) {
        return true;
    }
    if let Some(name) = rules.server_name.as_deref().filter(|_| rules.allow_subdomains) {
        return Authority::of(name).is_some_and(|parent| target.is_within(&parent));
    }
    let Some(domain) = rules.base_domain.as_deref() else {
        return false;
    };
    rules.allowed_subdomains.iter().any(|label| {
        let name =
            if label == "." { Cow::Borrowed(domain) } else { format!("{label}.{domain}").into() };
        Authority::of(&name).as_ref() == Some(target)
    })
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
        let Authority { host, port } = Authority::of(netloc)?;
        url += &format!("//{host}{port}");
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

/// The parts of a URL, none of them decoded.
struct Split<'a> {
    /// In lower case; empty if there is none.
    scheme: String,
    /// What follows two slashes; never empty.
    netloc: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> Split<'a> {
    /// Splits a URL; `None` if brackets in its authority do not match.
    fn of(url: &'a str) -> Option<Self> {
        let (scheme, rest) = match url.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (scheme.to_ascii_lowercase(), rest),
            _ => (String::new(), url),
        };
        let (netloc, rest) = match rest.strip_prefix("//") {
            Some(rest) => rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len())),
            None => ("", rest),
        };
        if netloc.contains('[') != netloc.contains(']') {
            return None;
        }
        let (rest, fragment) = match rest.split_once('#') {
            Some((rest, fragment)) => (rest, Some(fragment)),
            None => (rest, None),
        };
        let (path, query) = match rest.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (rest, None),
        };
        let netloc = (!netloc.is_empty()).then_some(netloc);
        Some(Self { scheme, netloc, path, query, fragment })
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

/// A host in lower-case ASCII, and a port with its colon.
#[derive(Debug, PartialEq, Eq)]
struct Authority {
    host: String,
    port: String,
}

impl Authority {
    /// Reads an authority; `None` if it names a user, or no host that DNS or RFC 3986 knows.
    fn of(netloc: &str) -> Option<Self> {
        let (host, port) = match netloc.rfind(':') {
            Some(colon) if !netloc.ends_with(']') => netloc.split_at(colon),
            _ => (netloc, ""),
        };
        if port.len() > 6 || !port.bytes().skip(1).all(|b| b.is_ascii_digit()) {
            return None;
        }
        let host = match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
            Some(literal) => format!("[{}]", literal.parse::<std::net::Ipv6Addr>().ok()?),
            None => Uts46::new()
                .to_ascii(host.as_bytes(), AsciiDenyList::URL, Hyphens::Allow, DnsLength::Verify)
                .ok()?
                .into_owned(),
        };
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
        let is_host = host.starts_with('[') || host.bytes().all(is_plain);
        is_host.then(|| Self { host, port: port.to_owned() })
    }

    fn without_default_port(mut self, base: &Base<'_>) -> Self {
        if matches!((base.scheme, self.port.as_str()), ("http", ":80") | ("https", ":443")) {
            self.port.clear();
        }
        self
    }

    fn is_within(&self, parent: &Self) -> bool {
        let rest = self.host.strip_suffix(parent.host.as_str());
        self.port == parent.port && rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }
}

#[cfg(test)]
mod tests;
