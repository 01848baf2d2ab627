//! Links, taken apart as far as it matters where they lead, and the hosts that a site trusts.

use std::borrow::Cow;

use crate::text::host::Host;

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

impl Rules {
    /// Whether the settings name this host, as one of a list or below another.
    pub(crate) fn allow(&self, target: &Host<'_>) -> bool {
        let parent = self.server_name.as_deref().filter(|_| self.allow_subdomains);
        if parent.and_then(Host::parse).is_some_and(|parent| is_within(target, &parent)) {
            return true;
        }
        let Some(domain) = self.base_domain.as_deref() else { return false };
        self.allowed_subdomains.iter().any(|label| {
            let name = if label == "." {
                Cow::Borrowed(domain)
            } else {
                format!("{label}.{domain}").into()
            };
            Host::parse(&name).as_ref() == Some(target)
        })
    }
}

/// The parts of a URL, none of them decoded.
pub(crate) struct Split<'a> {
    /// In lower case; empty if there is none.
    pub(crate) scheme: String,
    /// What follows two slashes; never empty.
    pub(crate) netloc: Option<&'a str>,
    pub(crate) path: &'a str,
    pub(crate) query: Option<&'a str>,
    pub(crate) fragment: Option<&'a str>,
}

impl<'a> Split<'a> {
    /// Splits a URL; `None` if brackets in its authority do not match.
    pub(crate) fn of(url: &'a str) -> Option<Self> {
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

/// True for the parent itself and for hosts below it, at the same port.
fn is_within(host: &Host<'_>, parent: &Host<'_>) -> bool {
    let rest = host.name.strip_suffix(parent.name.as_ref());
    host.port == parent.port && rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}
