//! A request as plain data: method, address, headers, client.

use std::borrow::Cow;
use std::fmt;
use std::net::IpAddr;

use http::request::Parts;
use http::{HeaderMap, Method, Uri, header};

use crate::config::ProxyFix;

/// What is known of a request before anybody asked who sent it.
#[derive(Clone)]
pub struct Facts {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    client: Option<IpAddr>,
    secure: bool,
    host: Option<String>,
}

impl Facts {
    /// Reads a request's head; forwarded headers count only as far as proxies are trusted.
    pub fn new(parts: &Parts, peer: Option<IpAddr>, trusted: &ProxyFix) -> Self {
        let headers = &parts.headers;
        let forwarded = |name: &str, hops: usize| trusted_value(headers, name, hops);
        let client = forwarded("x-forwarded-for", trusted.x_for)
            .map_or(peer, |address| parse_address(address).or(peer));
        let secure = forwarded("x-forwarded-proto", trusted.x_proto).map_or_else(
            || parts.uri.scheme_str() == Some("https"),
            |scheme| scheme.eq_ignore_ascii_case("https"),
        );
        let mut host = forwarded("x-forwarded-host", trusted.x_host)
            .or_else(|| headers.get(header::HOST).and_then(|value| value.to_str().ok()))
            .or_else(|| parts.uri.authority().map(http::uri::Authority::as_str))
            .map(str::to_owned);
        let port = forwarded("x-forwarded-port", trusted.x_port);
        if let (Some(port), Some(name)) = (port.and_then(parse_port), host.as_ref()) {
            host = Some(format!("{}:{port}", without_port(name)));
        }
        Self {
            method: parts.method.clone(),
            uri: parts.uri.clone(),
            headers: headers.clone(),
            client,
            secure,
            host,
        }
    }

    /// The same request at the address that the browser asked for, where a router cut it short.
    #[must_use]
    pub(crate) fn at(mut self, uri: Uri) -> Self {
        self.uri = uri;
        self
    }

    /// A request that never was: for code without a browser behind it.
    pub fn offline() -> Self {
        Self {
            method: Method::GET,
            uri: Uri::from_static("/"),
            headers: HeaderMap::new(),
            client: None,
            secure: false,
            host: None,
        }
    }

    /// The request's method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path, as it came.
    pub fn path(&self) -> &str {
        self.uri.path()
    }

    /// The path and the query, as they came.
    pub fn path_and_query(&self) -> &str {
        self.uri.path_and_query().map_or("/", http::uri::PathAndQuery::as_str)
    }

    /// The first value of a query parameter, decoded.
    pub fn query(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.uri.query()?.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    }

    /// A header's value, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// A header's value as text, bytes above ASCII read as Latin-1.
    pub fn header_latin1(&self, name: &str) -> Option<Cow<'_, str>> {
        let bytes = self.headers.get(name)?.as_bytes();
        Some(match std::str::from_utf8(bytes) {
            Ok(text) if text.is_ascii() => Cow::Borrowed(text),
            _ => Cow::Owned(bytes.iter().map(|&byte| char::from(byte)).collect()),
        })
    }

    /// The value of a cookie; of several with one name, the first.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        // Byte by byte: a cookie of somebody else's that is no text must not hide ours.
        self.headers
            .get_all(header::COOKIE)
            .iter()
            .flat_map(|value| value.as_bytes().split(|&byte| byte == b';'))
            .filter_map(|pair| std::str::from_utf8(pair.trim_ascii()).ok()?.split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value.trim_matches('"'))
    }

    /// The client's address: the peer's, or what a trusted proxy says.
    pub fn client(&self) -> Option<IpAddr> {
        self.client
    }

    /// True if the browser came by https.
    pub fn secure(&self) -> bool {
        self.secure
    }

    /// `http` or `https`.
    pub fn scheme(&self) -> &'static str {
        if self.secure { "https" } else { "http" }
    }

    /// The host as the browser wrote it, with its port if it named one.
    pub fn host(&self) -> Option<&str> {
        self.host.as_deref()
    }

    /// True if the host is a loopback name or address.
    pub fn is_loopback(&self) -> bool {
        let Some(host) = self.host() else { return false };
        let bare = match host.strip_prefix('[') {
            Some(rest) => rest.split(']').next().unwrap_or(rest),
            None => host.split(':').next().unwrap_or(host),
        };
        bare.eq_ignore_ascii_case("localhost")
            || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }

    /// The announced length of the body; 0 if none is announced.
    pub fn content_length(&self) -> u64 {
        let length = self.header("content-length").and_then(|text| text.trim().parse().ok());
        length.unwrap_or(0)
    }

    /// True if the body is announced to have at least one byte.
    pub fn has_body(&self) -> bool {
        self.content_length() > 0
    }
}

impl fmt::Debug for Facts {
    /// Leaves out the address and the headers: they carry cookies, tokens and links.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Facts").field("method", &self.method).finish_non_exhaustive()
    }
}

/// Whether a content type is JSON: `application/json` or `application/…+json`, in any case.
pub fn is_json(content_type: Option<&str>) -> bool {
    let media = content_type.unwrap_or_default().split(';').next().unwrap_or_default();
    let media = media.trim().to_ascii_lowercase();
    media == "application/json" || (media.starts_with("application/") && media.ends_with("+json"))
}

/// The value that the outermost trusted proxy wrote: so many entries from the right.
fn trusted_value<'a>(headers: &'a HeaderMap, name: &str, hops: usize) -> Option<&'a str> {
    if hops == 0 {
        return None;
    }
    let mut values: Vec<&str> = headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    let index = values.len().checked_sub(hops)?;
    let value = values.swap_remove(index);
    (!value.is_empty()).then_some(value)
}

fn parse_port(text: &str) -> Option<u16> {
    text.parse().ok()
}

/// The colons of an address in brackets are its own.
fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((bare, port)) if !port.contains(']') => bare,
        _ => host,
    }
}

fn parse_address(text: &str) -> Option<IpAddr> {
    text.parse().ok().or_else(|| text.parse::<std::net::SocketAddr>().ok().map(|a| a.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(build: http::request::Builder, trusted: &ProxyFix) -> Facts {
        let (parts, ()) = build.body(()).unwrap().into_parts();
        Facts::new(&parts, Some(IpAddr::from([10, 0, 0, 1])), trusted)
    }

    fn hops(count: usize) -> ProxyFix {
        ProxyFix { x_for: count, x_proto: count, x_host: count, x_port: count, x_prefix: 0 }
    }

    fn get(uri: &str) -> http::request::Builder {
        http::Request::get(uri)
    }

    #[test]
    fn the_host_is_that_of_the_request_unless_a_proxy_is_trusted() {
        let build = || {
            get("http://inner.test/")
                .header("host", "inner.test:8000")
                .header("x-forwarded-host", "evil.test, outer.test")
                .header("x-forwarded-proto", "https")
                .header("x-forwarded-for", "6.6.6.6, 1.2.3.4")
        };
        let direct = facts(build(), &hops(0));
        assert_eq!((direct.host(), direct.scheme()), (Some("inner.test:8000"), "http"));
        assert_eq!(direct.client(), Some(IpAddr::from([10, 0, 0, 1])));
        let proxied = facts(build(), &hops(1));
        assert_eq!((proxied.host(), proxied.scheme()), (Some("outer.test"), "https"));
        assert_eq!(proxied.client(), Some(IpAddr::from([1, 2, 3, 4])));
        assert_eq!(facts(get("http://inner.test/"), &hops(1)).host(), Some("inner.test"));
    }

    #[test]
    fn a_forwarded_port_replaces_the_ports_of_names_and_addresses() {
        for (host, expected) in [
            ("app.test", "app.test:8443"),
            ("app.test:80", "app.test:8443"),
            ("[2001:db8::1]", "[2001:db8::1]:8443"),
            ("[2001:db8::1]:80", "[2001:db8::1]:8443"),
        ] {
            let build = get("/").header("host", host).header("x-forwarded-port", "8443");
            assert_eq!(facts(build, &hops(1)).host(), Some(expected));
        }
        let build = get("/").header("host", "app.test").header("x-forwarded-port", "80@evil.test");
        assert_eq!(facts(build, &hops(1)).host(), Some("app.test"));
    }

    #[test]
    fn loopback_is_recognised_in_every_spelling() {
        for (host, expected) in [
            ("localhost", true),
            ("LOCALHOST:8000", true),
            ("127.0.0.1", true),
            ("127.8.9.1:80", true),
            ("[::1]", true),
            ("[::1]:8000", true),
            ("localhost.evil.test", false),
            ("127.0.0.1.evil.test", false),
            ("10.0.0.1", false),
            ("[::2]", false),
            ("", false),
        ] {
            let build = get("/").header("host", host);
            assert_eq!(facts(build, &hops(0)).is_loopback(), expected, "{host}");
        }
    }

    #[test]
    fn cookies_queries_and_lengths_are_read_as_they_were_sent() {
        let build = get("/?a=1&a=2&b=%C3%A9+x&c")
            .header("cookie", "a=1; b=\"2\";c=3=4; a=5")
            .header("cookie", "d=6")
            .header("content-length", " 12 ");
        let facts = facts(build, &hops(0));
        let cookies = ["a", "b", "c", "d", "e"].map(|name| facts.cookie(name));
        assert_eq!(cookies, [Some("1"), Some("2"), Some("3=4"), Some("6"), None]);
        let query = ["a", "b", "c", "d"].map(|name| facts.query(name));
        assert_eq!(query, [Some("1".into()), Some("é x".into()), Some(String::new()), None]);
        assert_eq!(facts.content_length(), 12);
        assert!(!format!("{facts:?}").contains("cookie"));
    }

    #[test]
    fn json_has_many_names() {
        for (media, expected) in [
            (Some("application/json"), true),
            (Some("Application/JSON; charset=utf-8"), true),
            (Some("application/problem+json"), true),
            (Some("text/json"), false),
            (Some("application/jsonp"), false),
            (Some("application/x-www-form-urlencoded"), false),
            (Some(""), false),
            (None, false),
        ] {
            assert_eq!(is_json(media), expected, "{media:?}");
        }
    }
}
