//! What proxies say about a request: `X-Forwarded-For` and its kin.
//!
//! `Forwarded` (RFC 7239) is not read: a proxy that writes the one family hands on what a client wrote
//! in the other.

use std::net::{IpAddr, SocketAddr};

use http::HeaderMap;

use crate::config::{ProxyFix, TrustedProxy};

/// What trusted proxies said. What nobody said, or what cannot be read, is left to the connection.
#[derive(Debug, Default)]
pub(super) struct Said<'a> {
    pub(super) client: Option<IpAddr>,
    pub(super) secure: Option<bool>,
    pub(super) host: Option<&'a str>,
    pub(super) port: Option<u16>,
}

/// Whether the peer is somebody to believe.
pub(super) fn believed(peer: Option<IpAddr>, fix: &ProxyFix, proxies: &[TrustedProxy]) -> bool {
    let wanted = fix.x_for + fix.x_proto + fix.x_host + fix.x_port > 0;
    wanted && (proxies.is_empty() || proxies.iter().any(|proxy| proxy.is(peer)))
}

/// Reads the headers of a request that came from somebody to believe.
pub(super) fn read<'a>(
    headers: &'a HeaderMap,
    fix: &ProxyFix,
    proxies: &[TrustedProxy],
) -> Said<'a> {
    let client = match (fix.x_for, proxies) {
        (0, _) => None,
        (hops, []) => entry(headers, "x-forwarded-for", hops).and_then(address),
        (_, proxies) => behind(headers, proxies),
    };
    let scheme = entry(headers, "x-forwarded-proto", fix.x_proto);
    Said {
        client,
        secure: scheme.map(|scheme| scheme.eq_ignore_ascii_case(b"https")),
        host: entry(headers, "x-forwarded-host", fix.x_host).and_then(text),
        port: entry(headers, "x-forwarded-port", fix.x_port).and_then(text).and_then(number),
    }
}

/// The first address from the right that is none of the proxies'. If all are, the first of all: the
/// client is one of them. An entry that cannot be read ends the search without a find, as what
/// stands behind it may be anybody's.
fn behind(headers: &HeaderMap, proxies: &[TrustedProxy]) -> Option<IpAddr> {
    let mut last = None;
    for entry in entries(headers, "x-forwarded-for") {
        let address = address(entry)?;
        last = Some(address);
        if !proxies.iter().any(|proxy| proxy.is(last)) {
            break;
        }
    }
    last
}

/// The value that the outermost believed proxy wrote: so many entries from the right.
fn entry<'a>(headers: &'a HeaderMap, name: &str, hops: usize) -> Option<&'a [u8]> {
    let value = entries(headers, name).nth(hops.checked_sub(1)?)?;
    (!value.is_empty()).then_some(value)
}

/// The entries of a list from right to left, over all its lines.
fn entries<'a>(headers: &'a HeaderMap, name: &str) -> impl Iterator<Item = &'a [u8]> {
    let lines = headers.get_all(name).iter().rev();
    // Bytes: a line with an odd character has as many entries as any other.
    lines.flat_map(|line| line.as_bytes().rsplit(|&byte| byte == b',')).map(<[u8]>::trim_ascii)
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok().filter(|text| text.is_ascii())
}

fn number(digits: &str) -> Option<u16> {
    digits.parse().ok()
}

/// An address, as proxies write it: bare, in brackets, or with a port.
fn address(bytes: &[u8]) -> Option<IpAddr> {
    let text = text(bytes)?;
    let bracketed = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok().map(IpAddr::V6);
    let with_port = || text.parse::<SocketAddr>().ok().map(|address| address.ip());
    text.parse().ok().or_else(with_port).or_else(bracketed)
}

#[cfg(test)]
mod tests {
    use http::request::Builder;

    use super::*;
    use crate::facts::Facts;

    const PEER: [u8; 4] = [10, 0, 0, 1];

    fn hops(count: usize) -> ProxyFix {
        ProxyFix { x_for: count, x_proto: count, x_host: count, x_port: count, x_prefix: 0 }
    }

    fn facts(build: Builder, fix: &ProxyFix) -> Facts {
        let (parts, ()) = build.body(()).unwrap().into_parts();
        Facts::new(&parts, Some(IpAddr::from(PEER)), fix, &[])
    }

    fn proxies(list: &[&str]) -> Vec<TrustedProxy> {
        let network = |text: &&str| text.parse().map(TrustedProxy::Network);
        list.iter().map(|text| network(text).unwrap_or(TrustedProxy::Unix)).collect()
    }

    fn get(uri: &str) -> Builder {
        http::Request::get(uri)
    }

    /// The client's address behind these proxies.
    fn client(lines: &[&str], fix: usize, list: &[&str], peer: Option<&str>) -> Option<String> {
        let build = lines.iter().fold(get("/"), |build, line| {
            build.header("x-forwarded-for", http::HeaderValue::from_bytes(line.as_bytes()).unwrap())
        });
        let (parts, ()) = build.body(()).unwrap().into_parts();
        let peer = peer.map(|peer| peer.parse().unwrap());
        let facts = Facts::new(&parts, peer, &hops(fix), &proxies(list));
        facts.client().map(|address| address.to_string())
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
    fn hops_are_counted_from_the_right_and_too_few_are_none() {
        let ask = |lines: &[&str], fix| client(lines, fix, &[], Some("10.0.0.1")).unwrap();
        for (lines, fix, expected) in [
            (&["6.6.6.6, 1.2.3.4"][..], 0, "10.0.0.1"),
            (&["6.6.6.6, 1.2.3.4"], 1, "1.2.3.4"),
            (&["6.6.6.6, 1.2.3.4, 10.0.0.2"], 2, "1.2.3.4"),
            (&["1.2.3.4"], 2, "10.0.0.1"),
            (&[], 1, "10.0.0.1"),
            (&["6.6.6.6", "1.2.3.4"], 1, "1.2.3.4"),
            (&["é", "1.2.3.4"], 1, "1.2.3.4"),
            // An odd character in front does not hide what the proxy wrote behind it.
            (&["é, 1.2.3.4"], 1, "1.2.3.4"),
            (&["1.2.3.4, é"], 1, "10.0.0.1"),
            (&["1.2.3.4, unknown"], 1, "10.0.0.1"),
            (&["1.2.3.4,"], 1, "10.0.0.1"),
            (&["1.2.3.4, 5.6.7.8 9"], 1, "10.0.0.1"),
            (&["1.2.3.4:5678"], 1, "1.2.3.4"),
            (&["[2001:db8::1]:80"], 1, "2001:db8::1"),
            (&["[2001:db8::1]"], 1, "2001:db8::1"),
            (&["2001:db8::1"], 1, "2001:db8::1"),
        ] {
            assert_eq!(ask(lines, fix), expected, "{lines:?} {fix}");
        }
    }

    #[test]
    fn networks_are_walked_past_from_the_right() {
        let inside = ["10.0.0.0/8", "fd00::/8"];
        for (lines, peer, expected) in [
            (&["6.6.6.6, 1.2.3.4"][..], "10.0.0.1", "1.2.3.4"),
            (&["6.6.6.6, 1.2.3.4, 10.0.0.2, fd00::1"], "10.0.0.1", "1.2.3.4"),
            (&["1.2.3.4", "10.0.0.2"], "::ffff:10.0.0.1", "1.2.3.4"),
            // Somebody inside asks.
            (&["10.0.0.9, 10.0.0.2"], "10.0.0.1", "10.0.0.9"),
            (&[], "10.0.0.1", "10.0.0.1"),
            (&["6.6.6.6, unknown, 10.0.0.2"], "10.0.0.1", "10.0.0.1"),
            (&["6.6.6.6, "], "10.0.0.1", "10.0.0.1"),
            // A stranger who comes directly writes what he likes: nobody reads it.
            (&["10.0.0.9"], "6.6.6.6", "6.6.6.6"),
            (&["1.2.3.4"], "fe80::1", "fe80::1"),
        ] {
            assert_eq!(
                client(lines, 1, &inside, Some(peer)).as_deref(),
                Some(expected),
                "{lines:?}"
            );
        }
        // Without PROXY_FIX no header is read at all.
        assert_eq!(client(&["1.2.3.4"], 0, &inside, Some("10.0.0.1")).unwrap(), "10.0.0.1");
    }

    #[test]
    fn a_unix_socket_has_no_address_and_is_believed_if_it_is_named() {
        assert_eq!(client(&["1.2.3.4"], 1, &["10.0.0.0/8"], None), None);
        assert_eq!(client(&["1.2.3.4"], 1, &["unix"], None).unwrap(), "1.2.3.4");
        assert_eq!(
            client(&["1.2.3.4, 10.0.0.2"], 1, &["unix", "10.0.0.0/8"], None).unwrap(),
            "1.2.3.4"
        );
        assert_eq!(client(&["1.2.3.4"], 1, &["unix"], Some("6.6.6.6")).unwrap(), "6.6.6.6");
        assert_eq!(client(&["1.2.3.4"], 1, &[], None).unwrap(), "1.2.3.4");
    }

    #[test]
    fn a_stranger_writes_neither_scheme_nor_host() {
        let build = || {
            get("/")
                .header("host", "app.test")
                .header("x-forwarded-proto", "https")
                .header("x-forwarded-host", "evil.test")
                .header("x-forwarded-port", "666")
                .header("forwarded", "for=6.6.6.6;host=evil.test;proto=https")
                .header("x-real-ip", "6.6.6.6")
        };
        let (parts, ()) = build().body(()).unwrap().into_parts();
        let inside = proxies(&["10.0.0.0/8"]);
        let stranger = Facts::new(&parts, Some(IpAddr::from([6, 6, 6, 6])), &hops(1), &inside);
        assert_eq!((stranger.host(), stranger.secure()), (Some("app.test"), false));
        let proxy = Facts::new(&parts, Some(IpAddr::from(PEER)), &hops(1), &inside);
        assert_eq!((proxy.host(), proxy.secure()), (Some("evil.test:666"), true));
        // Each header counts by itself.
        let address_only = ProxyFix { x_for: 1, ..ProxyFix::default() };
        let proxy = Facts::new(&parts, Some(IpAddr::from(PEER)), &address_only, &inside);
        assert_eq!((proxy.host(), proxy.secure()), (Some("app.test"), false));
        // A proxy adds to what the client sent: the client's own is further left.
        let (parts, ()) = get("/")
            .header("x-forwarded-proto", "https, http")
            .header("x-forwarded-host", "evil.test, app.test")
            .body(())
            .unwrap()
            .into_parts();
        let proxy = Facts::new(&parts, Some(IpAddr::from(PEER)), &hops(1), &inside);
        assert_eq!((proxy.host(), proxy.secure()), (Some("app.test"), false));
    }
}
