//! Hosts as a request, a setting or a link names them: one spelling for each.

use std::borrow::Cow;
use std::net::{IpAddr, Ipv6Addr};

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};

/// A host and a port, read from one text.
///
/// Two that mean the same are equal: names are in lower-case ASCII (UTS #46), IPv6 addresses in the
/// spelling of RFC 5952. Whoever writes a user, a path, an escape or a dot at the end has no host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Host<'a> {
    /// An IPv6 address stands in brackets.
    pub(crate) name: Cow<'a, str>,
    pub(crate) port: Option<u16>,
}

impl<'a> Host<'a> {
    /// Reads a host with an optional port; `None` if it is neither a name nor an address.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let (name, port) = match text.rfind(':') {
            Some(colon) if !text.ends_with(']') => {
                let (name, port) = text.split_at(colon);
                (name, Some(port_number(&port[1..])?))
            }
            _ => (text, None),
        };
        Some(Self { name: spelling(name)?, port })
    }

    /// Without the port that the scheme has anyway.
    pub(crate) fn without_default_port(mut self, scheme: &str) -> Self {
        if matches!((scheme, self.port), ("http", Some(80)) | ("https", Some(443))) {
            self.port = None;
        }
        self
    }

    /// True for `localhost` and for addresses of this machine.
    pub(crate) fn is_loopback(&self) -> bool {
        let bare = self.name.trim_start_matches('[').trim_end_matches(']');
        bare == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }

    pub(crate) fn into_owned(self) -> Host<'static> {
        Host { name: Cow::Owned(self.name.into_owned()), port: self.port }
    }
}

impl std::fmt::Display for Host<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)?;
        self.port.map_or(Ok(()), |port| write!(f, ":{port}"))
    }
}

/// A host that requests may be sent to.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    host: Host<'static>,
    subdomains: bool,
}

impl Pattern {
    /// Reads one; a leading dot includes the subdomains.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (text, subdomains) = match text.strip_prefix('.') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let host = Host::parse(text)?.into_owned();
        // An address has no subdomains.
        let is_name = host.name.parse::<IpAddr>().is_err() && !host.name.starts_with('[');
        (is_name || !subdomains).then_some(Self { host, subdomains })
    }

    /// The same for hosts with any port.
    pub(crate) fn of_any_port(mut self) -> Self {
        self.host.port = None;
        self
    }

    /// Whether it includes a host. One without a port includes them all; one with a port includes
    /// a host that leaves out the scheme's own.
    pub(crate) fn includes(&self, host: &Host<'_>, scheme: &str) -> bool {
        let usual = if scheme == "https" { 443 } else { 80 };
        let port = self.host.port.is_none_or(|port| port == host.port.unwrap_or(usual));
        let rest = host.name.strip_suffix(self.host.name.as_ref());
        port && rest.is_some_and(|rest| rest.is_empty() || self.subdomains && rest.ends_with('.'))
    }
}

fn port_number(digits: &str) -> Option<u16> {
    let plain = (1..=5).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|port| plain && *port > 0)
}

fn spelling(name: &str) -> Option<Cow<'_, str>> {
    if let Some(literal) = name.strip_prefix('[') {
        let address: Ipv6Addr = literal.strip_suffix(']')?.parse().ok()?;
        return Some(Cow::Owned(format!("[{address}]")));
    }
    if name.ends_with('.') {
        return None;
    }
    // What nearly every request sends is in order as it is.
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.';
    let labels = |name: &str| name.split('.').all(|label| (1..64).contains(&label.len()));
    if name.bytes().all(plain) {
        return (name.len() < 254 && labels(name)).then_some(Cow::Borrowed(name));
    }
    let ascii = Uts46::new()
        .to_ascii(name.as_bytes(), AsciiDenyList::URL, Hyphens::Allow, DnsLength::Verify)
        .ok()?;
    let known = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    (!ascii.ends_with('.') && ascii.bytes().all(known)).then_some(ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_host_has_one_spelling() {
        for (text, expected) in [
            ("app.test", Some("app.test")),
            ("APP.Test:8000", Some("app.test:8000")),
            ("my-app_1.test", Some("my-app_1.test")),
            ("bücher.test", Some("xn--bcher-kva.test")),
            ("XN--BCHER-KVA.test", Some("xn--bcher-kva.test")),
            ("ａpp.test", Some("app.test")),
            ("127.0.0.1:80", Some("127.0.0.1:80")),
            ("[::1]", Some("[::1]")),
            ("[0:0::0:1]:8000", Some("[::1]:8000")),
            ("[2001:DB8::1]", Some("[2001:db8::1]")),
        ] {
            let read = Host::parse(text).map(|host| host.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_host_is_none() {
        let long = format!("{}.test", "a".repeat(64));
        for text in [
            "",
            ":80",
            "app.test.",
            "app.test.:80",
            "app..test",
            ".app.test",
            "user@app.test",
            "app.test@evil.test",
            "app.test:80@evil.test",
            "app.test:",
            "app.test:0",
            "app.test:+80",
            "app.test:65536",
            "app.test:8x",
            "app.test/path",
            "app.test?",
            "app.test#",
            "app test",
            "app.test\\evil.test",
            "app.test,evil.test",
            "%61pp.test",
            "a\0b.test",
            "[::1",
            "::1]",
            "::1",
            "[::1%25lo]",
            "[::1]x",
            "[app.test]",
            "[127.0.0.1]",
            "\u{ff0e}",
            "xn--a.test",
            "app。",
            &long,
        ] {
            assert_eq!(Host::parse(text), None, "{text}");
        }
    }

    #[test]
    fn patterns_include_what_they_say() {
        let includes = |pattern: &str, host: &str, scheme: &str| {
            Pattern::parse(pattern).unwrap().includes(&Host::parse(host).unwrap(), scheme)
        };
        for (pattern, host, expected) in [
            ("app.test", "app.test", true),
            ("app.test", "APP.TEST:8000", true),
            ("App.Test", "app.test", true),
            ("app.test", "www.app.test", false),
            ("app.test", "evilapp.test", false),
            ("app.test", "app.test.evil.test", false),
            (".app.test", "app.test", true),
            (".app.test", "a.b.app.test", true),
            (".app.test", "evilapp.test", false),
            (".bücher.test", "www.xn--bcher-kva.test", true),
            ("app.test:8000", "app.test:8000", true),
            ("app.test:8000", "app.test:8001", false),
            ("app.test:8000", "app.test", false),
            ("app.test:443", "app.test", true),
            ("[::1]", "[0::1]:80", true),
            ("[::1]", "[::2]", false),
            ("10.0.0.1", "10.0.0.1", true),
        ] {
            assert_eq!(includes(pattern, host, "https"), expected, "{pattern} {host}");
        }
        assert!(!includes("app.test:443", "app.test", "http"));
        assert!(
            Pattern::parse("app.test:1")
                .unwrap()
                .of_any_port()
                .includes(&Host::parse("app.test:2").unwrap(), "http")
        );
        for text in ["", ".", "..app.test", ".10.0.0.1", ".[::1]", "*.app.test", "https://app.test"]
        {
            assert!(Pattern::parse(text).is_none(), "{text}");
        }
    }
}
