use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;
use url::Url;

use super::*;
use crate::web::tests::rows;

const LOCALHOST: Base<'_> = Base { scheme: "http", host: "localhost" };

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// The rules of each named group of settings.
fn settings() -> BTreeMap<String, Rules> {
    let file = include_str!("../../../testdata/web.json");
    let groups: Value = serde_json::from_str(file).unwrap();
    let rules = |settings: &Value| Rules {
        allow_subdomains: settings["SECURITY_REDIRECT_ALLOW_SUBDOMAINS"] == true,
        server_name: text(&settings["SERVER_NAME"]),
        base_domain: text(&settings["SECURITY_REDIRECT_BASE_DOMAIN"]),
        allowed_subdomains: settings["SECURITY_REDIRECT_ALLOWED_SUBDOMAINS"]
            .as_array()
            .map(|labels| labels.iter().filter_map(text).collect())
            .unwrap_or_default(),
        host: None,
    };
    let settings = groups["redirect_settings"].as_object().unwrap();
    settings.iter().map(|(name, settings)| (name.clone(), rules(settings))).collect()
}

#[test]
fn every_row_of_the_reference_agrees_or_is_listed_as_stricter() {
    let settings = settings();
    let names = |name: &str| match name {
        "index" => Some("/".to_owned()),
        "security.login" => Some("/login".to_owned()),
        _ => None,
    };
    let rows = rows("redirect_validation");
    assert_eq!(rows.len(), 214);
    let file = include_str!("../../../testdata/redirect_stricter.json");
    let mut listed: Vec<Value> = serde_json::from_str(file).unwrap();
    let mut wrong = Vec::new();
    for row in rows {
        let input = row["input"].as_str().unwrap();
        let from = row["request_base"].as_str().unwrap();
        let (scheme, rest) = from.split_once("://").unwrap();
        let host =
            row["request_host_header"].as_str().unwrap_or_else(|| rest.trim_end_matches('/'));
        let base = Base { scheme, host };
        let rules = &settings[row["settings"].as_str().unwrap()];

        let found = (valid(input, rules, &base), location(input, rules, &base, Some(&names)));
        let location = text(&row["location_header"]).filter(|to| to != "/FALLBACK");
        let mut expected = (row["valid"].as_bool().unwrap_or(false), location);
        let same = |one: &Value| {
            ["settings", "request_base", "input"].iter().all(|key| one[key] == row[key])
                && one["request_host_header"] == row["request_host_header"]
        };
        if let Some(at) = listed.iter().position(same) {
            let one = listed.remove(at);
            assert!(one["reason"].as_str().is_some_and(|reason| !reason.is_empty()));
            let stricter = (one["valid"].as_bool().unwrap(), text(&one["location"]));
            assert_ne!(stricter, expected, "listed without need: {one}");
            expected = stricter;
        }
        if found != expected {
            wrong.push(format!("{row}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.join("\n"), wrong.len());
    assert!(listed.is_empty(), "no such rows: {listed:?}");
}

#[test]
fn the_way_back_is_written_as_the_reference_writes_it() {
    let rows = rows("guard_redirects");
    assert_eq!(rows.len(), 13);
    for row in rows {
        let expected = row["location"].as_str().unwrap();
        let page = expected.split('?').next().unwrap();
        let found = login_next(page, row["request"].as_str().unwrap(), &LOCALHOST);
        assert_eq!(found, expected, "{row}");
    }
}

#[test]
fn the_way_back_is_absolute_only_for_a_page_elsewhere() {
    let back = |page| login_next(page, "/a?b=%ff%C3%A9%20", &LOCALHOST);
    assert_eq!(back("/login"), "/login?next=/a?b%3D%25FF%C3%A9%2520");
    assert_eq!(
        back("http://localhost/login?x=1#y"),
        "http://localhost/login?x=1&next=/a?b%3D%25FF%C3%A9%2520#y"
    );
    assert_eq!(
        back("https://sso.lp.com/in"),
        "https://sso.lp.com/in?next=http://localhost/a?b%3D%25FF%C3%A9%2520"
    );
}

#[test]
fn escapes_in_a_path_are_kept_and_a_lone_percent_sign_is_escaped() {
    let to = |target| location(target, &Rules::default(), &LOCALHOST, None);
    assert_eq!(to("/a%20b%zz%").as_deref(), Some("/a%20b%25zz%25"));
    assert_eq!(to("/%e9%C3%A9é").as_deref(), Some("/%e9%C3%A9%C3%A9"));
}

#[test]
fn names_are_only_resolved_where_the_site_wants_it() {
    let names = |name: &str| (name == "security.login").then(|| "/login".to_owned());
    let rules = Rules::default();
    let with = location("security.login", &rules, &LOCALHOST, Some(&names));
    assert_eq!(with.as_deref(), Some("/login"));
    let without = location("security.login", &rules, &LOCALHOST, None);
    assert_eq!(without.as_deref(), Some("security.login"));
    assert_eq!(configured("security.login", &rules, &names), "/login");
}

#[test]
fn the_redirect_host_is_written_into_urls_of_settings() {
    let rules = Rules { host: Some("localhost:8080".to_owned()), ..Rules::default() };
    let names = |_: &str| None;
    assert_eq!(configured("/ui/welcome?a=b", &rules, &names), "//localhost:8080/ui/welcome?a=b");
    assert_eq!(configured("http://x.com/y", &rules, &names), "http://localhost:8080/y");
    // A client's target has to be good without it; where it leads then is the settings' choice.
    let to = |target| location(target, &rules, &LOCALHOST, None);
    assert_eq!(to("/ui").as_deref(), Some("//localhost:8080/ui"));
    assert_eq!(to("http://localhost/ui?a#b").as_deref(), Some("http://localhost:8080/ui?a#b"));
    for elsewhere in ["//evil.com/ui", "http://evil.com", "///ui", "//localhost:8080/ui"] {
        assert_eq!(to(elsewhere), None, "{elsewhere}");
    }
}

#[test]
fn subdomains_and_listed_hosts_may_both_be_allowed() {
    let rules = Rules {
        allow_subdomains: true,
        server_name: Some("lp.com".to_owned()),
        base_domain: Some("bigidea.org".to_owned()),
        allowed_subdomains: vec!["blog".to_owned(), ".".to_owned()],
        ..Rules::default()
    };
    for good in ["//lp.com/x", "//www.lp.com/x", "//blog.bigidea.org/x", "//bigidea.org/x"] {
        assert!(valid(good, &rules, &LOCALHOST), "{good}");
    }
    for bad in ["//evillp.com/x", "//www.bigidea.org/x", "//blog.lp.com.bigidea.org/x"] {
        assert!(!valid(bad, &rules, &LOCALHOST), "{bad}");
    }
}

#[test]
fn members_join_a_query_and_replace_their_namesakes() {
    let pairs = [("error", "so sorry, J\u{f6}rg"), ("email", "a+b@lp.com")];
    for (place, expected) in [
        ("/ui", "/ui?error=so+sorry%2C+J%C3%B6rg&email=a%2Bb%40lp.com"),
        ("/ui?a=1&b=x%20y", "/ui?a=1&b=x+y&error=so+sorry%2C+J%C3%B6rg&email=a%2Bb%40lp.com"),
        (
            "//app.lp.com/ui?email=old&a=1&email=older#/in",
            "//app.lp.com/ui?email=a%2Bb%40lp.com&a=1&error=so+sorry%2C+J%C3%B6rg#/in",
        ),
    ] {
        assert_eq!(with_members(place, &pairs), expected);
    }
    assert_eq!(with_members("/ui?a=%20#b", &[]), "/ui?a=%20#b");
}

#[test]
fn long_targets_are_refused() {
    assert!(valid(&"/a".repeat(4096), &Rules::default(), &LOCALHOST));
    assert!(!valid(&"/a".repeat(4097), &Rules::default(), &LOCALHOST));
}

/// Pieces that links to other sites have been made of.
fn piece() -> impl Strategy<Value = String> {
    const PIECES: [&str; 50] = [
        "/",
        "//",
        "///",
        "\\",
        "/\\",
        ":",
        "@",
        "?",
        "#",
        "[",
        "]",
        "::1",
        ".",
        "..",
        "/./",
        "/..//",
        "http:",
        "https:",
        "http://",
        "https://",
        "ftp://",
        "javascript:",
        "localhost",
        "lp.com",
        "www.",
        ".lp.com",
        "evil.com",
        ":80",
        ":8443",
        "%2F",
        "%5C",
        "%09",
        "%",
        "\t",
        "\r\n",
        " ",
        // What names are written with that look like others: dots, slashes, letters.
        "\u{3002}",
        "\u{ff0e}",
        "\u{2024}",
        "\u{ff0f}",
        "\u{2044}",
        "\u{ad}",
        "\u{200d}",
        "\u{24db}p.com",
        "l\u{440}.com",
        "xn--",
        "%252F",
        "http:\\\\",
        "#@",
        "b\u{fc}cher.com",
    ];
    prop_oneof![
        8 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn no_accepted_target_leaves_the_site_as_a_browser_reads_it(
        pieces in proptest::collection::vec(piece(), 0..9),
        https in any::<bool>(),
        subdomains in any::<bool>(),
        path in proptest::sample::select(&["/", "/auth/login?next=//evil.com", "/a//b/../c;d"][..]),
    ) {
        let target = pieces.concat();
        let scheme = if https { "https" } else { "http" };
        let base = Base { scheme, host: "lp.com" };
        let rules = Rules {
            allow_subdomains: subdomains,
            server_name: Some("lp.com".to_owned()),
            base_domain: Some("b\u{fc}cher.com:8443".to_owned()),
            allowed_subdomains: vec![".".to_owned()],
            ..Rules::default()
        };
        let to = location(&target, &rules, &base, None);
        let accepted = valid(&target, &rules, &base);
        // Of `?` and `#` alone nothing is left to go to.
        let nothing = target.trim_matches(['?', '#']).is_empty();
        prop_assert!(!accepted || to.is_some() || nothing, "there is no way to {target:?}");

        if let Some(to) = &to {
            prop_assert!(to.bytes().all(|b| b.is_ascii_graphic()), "{to:?}");
            let again = location(to, &rules, &base, None);
            prop_assert!(again.is_none_or(|again| again == *to), "{to:?} changes when it comes back");
        }
        let page = Url::parse(&format!("{scheme}://lp.com{path}")).unwrap();
        for link in to.iter().chain(accepted.then_some(&target)) {
            // What a browser cannot read leads nowhere.
            let Ok(url) = page.join(link) else { continue };
            let host = url.host_str().unwrap_or_default();
            let home = host == "lp.com" || (subdomains && host.ends_with(".lp.com"));
            let listed = host == "xn--bcher-kva.com" && url.port() == Some(8443);
            prop_assert!(home && url.port().is_none() || listed, "{link:?} leads to {url}");
            prop_assert!(["http", "https"].contains(&url.scheme()), "{link:?} leads to {url}");
            prop_assert!(!https || url.scheme() == "https", "{link:?} leads to {url}");
            prop_assert_eq!((url.username(), url.password()), ("", None));
        }
    }
}
