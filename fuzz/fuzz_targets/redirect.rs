//! Where a client asks to be sent, read as a browser reads it (WHATWG URL), from several pages of
//! several sites; and the way back that is written into the address of a page.
#![no_main]

use gatewright::fuzzing::{Site, login_next, next};
use libfuzzer_sys::fuzz_target;
use url::Url;

/// Pages from which a browser may follow: a relative link means something else on each.
const PAGES: [&str; 4] = ["/", "/login?next=//evil.com", "/auth/a;b/login?next=x", "/a//b/../c"];

const NO: Site<'static> =
    Site { scheme: "", host: "", parent: None, listed: None, redirect_host: None };

const SITES: [Site<'static>; 8] = [
    Site { scheme: "http", host: "lp.com", ..NO },
    Site { scheme: "https", host: "lp.com", parent: Some("lp.com"), ..NO },
    Site { scheme: "https", host: "app.lp.com:8443", parent: Some("lp.com:8443"), ..NO },
    Site { scheme: "http", host: "localhost", listed: Some(("bigidea.org", "my.photo")), ..NO },
    Site { scheme: "https", host: "b\u{fc}cher.com", listed: Some(("lp.com:8443", ".")), ..NO },
    Site { scheme: "http", host: "[::1]:5000", ..NO },
    Site { scheme: "http", host: "127.0.0.1:80", parent: Some("LP.com"), ..NO },
    Site { scheme: "https", host: "lp.com", redirect_host: Some("localhost:8080"), ..NO },
];

fuzz_target!(|target: &str| {
    for site in &SITES {
        let (accepted, to) = next(target, site);
        if let Some(to) = &to {
            assert!(to.bytes().all(|b| b.is_ascii_graphic()), "{to:?}");
            if site.redirect_host.is_none()
                && let Some(again) = next(to, site).1
            {
                assert_eq!(again, *to);
            }
        }
        for path in PAGES {
            let page = Url::parse(&format!("{}://{}{path}", site.scheme, site.host));
            let page = page.expect("a URL");
            // A client of the API reads the target as it sent it, a browser the `Location`.
            for link in to.as_deref().into_iter().chain(accepted.then_some(target)) {
                // What a browser cannot read leads nowhere.
                let Ok(url) = page.join(link) else { continue };
                assert!(stays(&url, &page, site), "{link:?} leads from {page} to {url}");
            }
        }
    }
    let back = login_next(target);
    assert!(back.starts_with("/login?next="));
    assert!(back.bytes().all(|b| b.is_ascii_graphic()) && !back.contains('&'), "{back:?}");
});

/// On the site, or on a host that its settings allow; by a web scheme that is no worse; nameless.
fn stays(url: &Url, page: &Url, site: &Site<'_>) -> bool {
    let web = url.scheme() == "https" || url.scheme() == "http" && page.scheme() == "http";
    let nameless = url.username().is_empty() && url.password().is_none();
    web && nameless && (home(url, page) || listed(url, site))
}

/// The same host; the same port, or none where the other scheme was asked for.
fn home(url: &Url, page: &Url) -> bool {
    let ports = url.port() == page.port();
    url.host_str() == page.host_str() && ports
}

fn listed(url: &Url, site: &Site<'_>) -> bool {
    // `https` is only there to make a URL of it; ports are compared as they are written.
    let read = |name: &str| Url::parse(&format!("https://{name}/")).expect("a host");
    let same = |name: &str| {
        let name = read(name);
        url.host_str() == name.host_str() && url.port() == name.port()
    };
    let below = |parent: &str| {
        let parent = read(parent);
        let ending = format!(".{}", parent.host_str().unwrap_or_default());
        url.port() == parent.port() && url.host_str().is_some_and(|host| host.ends_with(&ending))
    };
    site.parent.is_some_and(|parent| same(parent) || below(parent))
        || site.listed.is_some_and(|(base, label)| {
            if label == "." { same(base) } else { same(&format!("{label}.{base}")) }
        })
        || site.redirect_host.is_some_and(same)
}
