//! Where a client asks to be sent, and the way back that is written into the address of a page.
#![no_main]

use gatewright::fuzzing::{location, login_next};
use libfuzzer_sys::fuzz_target;
use url::Url;

const HOST: &str = "lp.com";

fuzz_target!(|target: &str| {
    for (scheme, subdomains) in [("http", false), ("https", true)] {
        let Some(to) = location(target, scheme, HOST, subdomains) else { continue };
        assert!(to.bytes().all(|b| b.is_ascii_graphic()), "{to:?}");
        if let Some(again) = location(&to, scheme, HOST, subdomains) {
            assert_eq!(again, to);
        }

        let page = Url::parse(&format!("{scheme}://{HOST}/auth/login?next=x")).expect("a URL");
        // What a browser cannot read leads nowhere.
        let Ok(url) = page.join(&to) else { continue };
        let host = url.host_str().unwrap_or_default();
        assert!(host == HOST || (subdomains && host.ends_with(".lp.com")), "{to:?} leads to {url}");
        assert!(url.scheme() == scheme || url.scheme() == "https", "{to:?} leads to {url}");
        assert!(url.port().is_none() && url.username().is_empty(), "{to:?} leads to {url}");
    }
    let back = login_next(target);
    assert!(back.starts_with("/login?next="));
    assert!(back.bytes().all(|b| b.is_ascii_graphic()) && !back.contains('&'), "{back:?}");
});
