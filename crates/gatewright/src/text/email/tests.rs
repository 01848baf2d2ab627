use super::*;
use crate::text::tests::{core, text};

fn default(input: &str) -> Option<String> {
    normalize(input, &Options::default()).ok()
}

#[test]
fn addresses_match_the_reference() {
    let rows = core("email_normalize");
    assert_eq!(rows.len(), 40);
    for row in rows {
        let found = default(text(&row["input"]));
        assert_eq!(found.as_deref(), row["normalized"].as_str(), "{row}");
    }
}

#[test]
fn mailbox_names_lose_their_letter_case() {
    assert_eq!(default("PostMaster@lp.com").as_deref(), Some("postmaster@lp.com"));
    assert_eq!(default("Joe@lp.com").as_deref(), Some("Joe@lp.com"));
}

#[test]
fn each_option_opens_or_closes_one_door() {
    let base = Options::default();
    let check = |options: Options, input: &str, expected: Option<&str>| {
        assert_eq!(normalize(input, &options).ok().as_deref(), expected, "{input}");
    };
    check(Options { allow_smtputf8: false, ..base }, "jöe@lp.com", None);
    check(Options { allow_smtputf8: false, ..base }, "joe@lp.com", Some("joe@lp.com"));
    check(Options { allow_empty_local: true, ..base }, "@lp.com", Some("@lp.com"));
    let quoted = Options { allow_quoted_local: true, ..base };
    check(quoted, r#""a \"b\\"@LP.com"#, Some(r#""a \"b\\"@lp.com"#));
    check(quoted, r#""a@b"@lp.com"#, Some(r#""a@b"@lp.com"#));
    check(quoted, r#""a"b@lp.com"#, None);
    // Quotes that are not needed are taken off.
    check(quoted, r#""a.b"@lp.com"#, Some("a.b@lp.com"));
    let literal = Options { allow_domain_literal: true, ..base };
    check(literal, "joe@[127.0.0.1]", Some("joe@[127.0.0.1]"));
    check(literal, "joe@[IPV6:0::1]", Some("joe@[IPv6:::1]"));
    check(literal, "joe@[ipv6:::ffff:1.2.3.4]", Some("joe@[IPv6:::ffff:102:304]"));
    check(literal, "joe@[127.0.0.256]", None);
    let named = Options { allow_display_name: true, ..base };
    check(named, "Joe B <joe@LP.com>", Some("joe@lp.com"));
    check(named, r#""B, Joe" <joe@lp.com> "#, Some("joe@lp.com"));
    check(named, "B, Joe <joe@lp.com>", None);
    check(named, "Joe <joe@lp.com> x", None);
    check(Options { strict: true, ..base }, &format!("{}@lp.com", "a".repeat(65)), None);
    check(Options { test_environment: true, ..base }, "joe@test", Some("joe@test"));
    check(Options { globally_deliverable: false, ..base }, "joe@host", Some("joe@host"));
    check(Options { globally_deliverable: false, ..base }, "joe@localhost", None);
}

#[test]
fn domains_are_judged_by_idna_2008_and_not_by_the_mapping_alone() {
    for refused in [
        "☃.com",
        "a\u{20d0}b.com",
        "a\u{640}b.com",
        "9é--x.com",
        "\u{b7}a.com",
        "a\u{30fb}b.com",
        // Punycode within Punycode.
        "xn--xn--b-fsa.com",
    ] {
        assert_eq!(default(&format!("joe@{refused}")), None, "{refused}");
    }
    for taken in ["l\u{b7}l.com", "ア\u{30fb}ア.com", "ᎠᎡ.com", "אב.com"] {
        let address = format!("joe@{taken}");
        assert_eq!(default(&address).as_deref(), Some(address.as_str()));
    }
}

#[test]
fn lengths_are_bounded() {
    assert!(default(&format!("{}@lp.com", "a".repeat(247))).is_some());
    assert!(default(&format!("{}@lp.com", "a".repeat(248))).is_none());
    assert!(default(&format!("a@{}.com", "b".repeat(63))).is_some());
    assert!(default(&format!("a@{}.com", "b".repeat(64))).is_none());
    assert!(default(&"@".repeat(1_000_000)).is_none());
}

#[test]
fn a_mark_that_changes_the_at_sign_is_no_separator() {
    // U+0338 makes U+226E of `<`: neither starts an address in brackets.
    let named = Options { allow_display_name: true, ..Options::default() };
    assert!(normalize("joe <\u{338}joe@lp.com>", &named).is_err());
}
