//! Where links in mails lead, whatever `Host` and `X-Forwarded-*` say. The first byte says who sends
//! the request; then the address and the headers, divided by line feeds.
#![no_main]

use std::net::IpAddr;
use std::sync::LazyLock;

use gatewright::fuzzing::Origin;
use libfuzzer_sys::fuzz_target;
use url::{Host, Url};

const NAMES: [&str; 7] = [
    "host", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "x-forwarded-for",
    "forwarded", "host",
];
const PATH: &str = "/reset/abc.def?x=1";

/// A stranger, a proxy, this machine, and a Unix socket.
const PEERS: [Option<&str>; 4] = [Some("6.6.6.6"), Some("10.0.0.1"), Some("127.0.0.1"), None];

struct Site {
    origin: Origin,
    /// Whether a link may lead to this host and port.
    ours: fn(&Url) -> bool,
    /// Whether it may lead anywhere.
    any: bool,
    /// Whether this peer may say what the browser asked for.
    believes: fn(Option<&str>) -> bool,
}

static SITES: LazyLock<Vec<Site>> = LazyLock::new(|| {
    let named = ("SERVER_NAME", "\"app.test\"");
    let trusted = ("TRUSTED_HOSTS", "[\".app.test\", \"b.test:8443\"]");
    let hops = ("PROXY_FIX", "{\"x_for\": 1, \"x_proto\": 1, \"x_host\": 1, \"x_port\": 1}");
    let proxies = ("TRUSTED_PROXIES", "[\"10.0.0.0/8\"]");
    let site = |flask, settings: &[(&str, &str)], ours, believes| {
        let any = flask && settings.is_empty();
        let settings: Vec<_> = settings
            .iter()
            .map(|(key, json)| (*key, serde_json::from_str(json).expect("JSON")))
            .collect();
        let origin = Origin::new(flask, &settings).expect("the settings are good");
        Site { origin, ours, any, believes }
    };
    vec![
        site(false, &[], loopback, |_| false),
        site(false, &[named], only_app, |_| false),
        site(false, &[trusted], listed, |_| false),
        site(false, &[trusted, hops, proxies], listed, |peer| peer == Some("10.0.0.1")),
        site(false, &[named, hops, proxies], only_app, |peer| peer == Some("10.0.0.1")),
        site(true, &[named], only_app, |_| false),
        // The reference looks at names alone.
        site(true, &[trusted, hops], named_so, |_| true),
        // The reference takes any host, but never more than a host.
        site(true, &[], |_| true, |_| false),
    ]
});

fuzz_target!(|data: &[u8]| {
    let Some((&first, rest)) = data.split_first() else { return };
    let peer = PEERS[usize::from(first) % PEERS.len()];
    let address: Option<IpAddr> = peer.map(|peer| peer.parse().expect("an address"));
    let mut parts = rest.split(|&byte| byte == b'\n');
    let Some(Ok(uri)) = parts.next().map(std::str::from_utf8) else { return };
    let headers: Vec<(&str, &[u8])> = NAMES.into_iter().zip(parts).collect();
    let plain: Vec<(&str, &[u8])> =
        headers.iter().filter(|(name, _)| *name == "host").copied().collect();
    for site in SITES.iter() {
        let link = site.origin.link(address, uri, &headers, PATH);
        // What is no header is no request; then there is nothing to compare with.
        if let Some(link) = &link {
            check(link, site);
            if !(site.believes)(peer) {
                let direct = site.origin.link(address, uri, &plain, PATH);
                assert_eq!(direct.as_ref(), Some(link), "somebody believes {peer:?}");
            }
        }
    }
});

fn check(link: &str, site: &Site) {
    assert!(link.bytes().all(|byte| byte.is_ascii_graphic()), "{link:?}");
    let host = link.split_once("://").and_then(|(_, rest)| rest.strip_suffix(PATH));
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._:[]".contains(&byte);
    assert!(host.is_some_and(|host| host.bytes().all(plain)), "{link:?}");
    let Ok(url) = Url::parse(link) else {
        // A name that a browser takes for a bad address leads nowhere: only where any is taken.
        assert!(site.any, "{link:?}");
        return;
    };
    assert!(matches!(url.scheme(), "http" | "https"), "{link:?}");
    assert!(url.username().is_empty() && url.password().is_none(), "{link:?}");
    assert_eq!(&url[url::Position::BeforePath..], PATH, "{link:?}");
    assert!((site.ours)(&url), "{link:?}");
}

fn only_app(url: &Url) -> bool {
    url.host_str() == Some("app.test") && url.port().is_none()
}

fn named_so(url: &Url) -> bool {
    listed(url) || url.host_str() == Some("b.test")
}

/// A host without a port in `TRUSTED_HOSTS` stands for every port.
fn listed(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    host == "app.test" || host.ends_with(".app.test") || host == "b.test" && url.port() == Some(8443)
}

fn loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
