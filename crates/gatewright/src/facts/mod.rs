//! A request as plain data: method, address, headers, client.

mod forwarded;

use std::borrow::Cow;
use std::fmt;
use std::net::{IpAddr, Ipv6Addr};

use http::request::Parts;
use http::{HeaderMap, Method, Uri, header};

use crate::config::{ProxyFix, TrustedProxy};

/// What is known of a request before anybody asked who sent it.
#[derive(Clone)]
pub struct Facts {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    client: Option<IpAddr>,
    secure: bool,
    host: Option<String>,
    host_is_clear: bool,
}

impl Facts {
    /// Reads a request's head; forwarded headers count only as far as proxies are trusted.
    pub fn new(
        parts: &Parts,
        peer: Option<IpAddr>,
        fix: &ProxyFix,
        proxies: &[TrustedProxy],
    ) -> Self {
        let headers = &parts.headers;
        let mut said = forwarded::Said::default();
        if forwarded::believed(peer, fix, proxies) {
            said = forwarded::read(headers, fix, proxies);
        }
        let named = headers.get(header::HOST).and_then(|value| value.to_str().ok());
        let asked = parts.uri.authority().map(http::uri::Authority::as_str);
        let host_is_clear = headers.get_all(header::HOST).iter().nth(1).is_none()
            && asked
                .is_none_or(|asked| named.is_none_or(|named| named.eq_ignore_ascii_case(asked)));
        let mut host = said.host.or(named).or(asked).map(str::to_owned);
        if let (Some(port), Some(name)) = (said.port, host.as_ref()) {
            host = Some(format!("{}:{port}", without_port(name)));
        }
        Self {
            method: parts.method.clone(),
            uri: parts.uri.clone(),
            headers: headers.clone(),
            client: said.client.or(peer),
            secure: said.secure.unwrap_or_else(|| parts.uri.scheme_str() == Some("https")),
            host,
            host_is_clear,
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
            host_is_clear: true,
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

    /// What counts as one client: an IPv4 address, or the network that one customer gets (IPv6, 64
    /// bits), within which addresses cost nothing.
    pub(crate) fn client_network(&self) -> Option<IpAddr> {
        Some(match self.client?.to_canonical() {
            IpAddr::V4(address) => address.into(),
            IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX)).into(),
        })
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

    /// False if the request names two hosts, whichever the next one who reads it may take (RFC 9112,
    /// section 3.2).
    pub(crate) fn host_is_clear(&self) -> bool {
        self.host_is_clear
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

/// The colons of an address in brackets are its own.
fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((bare, port)) if !port.contains(']') => bare,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(build: http::request::Builder) -> Facts {
        let (parts, ()) = build.body(()).unwrap().into_parts();
        Facts::new(&parts, None, &ProxyFix::default(), &[])
    }

    fn get(uri: &str) -> http::request::Builder {
        http::Request::get(uri)
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
            assert_eq!(facts(build).is_loopback(), expected, "{host}");
        }
    }

    #[test]
    fn cookies_queries_and_lengths_are_read_as_they_were_sent() {
        let build = get("/?a=1&a=2&b=%C3%A9+x&c")
            .header("cookie", "a=1; b=\"2\";c=3=4; a=5")
            .header("cookie", "d=6")
            .header("content-length", " 12 ");
        let facts = facts(build);
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
