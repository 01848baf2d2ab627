//! Every group of the recorded vectors, and where it is tested: a new one cannot be forgotten.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A file of vectors, a group in it (empty: the file is one group), its rows, and the source that
/// goes through them. Rows that are to differ have `ours` beside what was recorded, or stand in a
/// list with reasons: `deviations.rs`, `OTHERWISE` in `groups.rs`, `redirect_stricter.json`.
const GROUPS: &[(&str, &str, usize, &str)] = &[
    (HTTP, "http_cases", 65, "gatewright/tests/contract/cases.rs"),
    (HTTP, "next_propagation", 63, "gatewright/tests/contract/groups.rs"),
    (HTTP, "guard_redirects", 13, "gatewright/tests/contract/groups.rs"),
    (HTTP, "remember_field", 25, "gatewright/tests/contract/groups.rs"),
    (HTTP, "http_fixture", 7, "gatewright/tests/contract/fixture.rs"),
    (HTTP, "meta", 2, "gatewright/tests/contract/cases.rs"),
    (WEB, "want_json", 39, "gatewright/src/web/accept.rs"),
    (WEB, "redirect_settings", 9, "gatewright/src/web/redirect/tests.rs"),
    (WEB, "redirect_validation", 214, "gatewright/src/web/redirect/tests.rs"),
    (WEB, "guard_redirects", 13, "gatewright/src/web/redirect/tests.rs"),
    (TEXT, "password_policy", 14, "gatewright/src/text/password.rs"),
    (TEXT, "password_zxcvbn", 10, "gatewright/src/password/strength.rs"),
    (TEXT, "username_normalize", 27, "gatewright/src/text/username.rs"),
    (TEXT, "email_normalize", 40, "gatewright/src/text/email/tests.rs"),
    (TEXT, "phone_normalize", 9, "gatewright/src/text/phone.rs"),
    (PASSWORDS, "password_salt", 39, "gatewright-wire/tests/passwords.rs"),
    (PASSWORDS, "hmac", 12, "gatewright-wire/tests/passwords.rs"),
    (PASSWORDS, "password_hashes", 234, "gatewright-wire/tests/passwords.rs"),
    (PASSWORDS, "password_identify", 40, "gatewright-wire/tests/passwords.rs"),
    (PASSWORDS, "password_needs_update", 38, "gatewright-wire/tests/passwords.rs"),
    (PASSWORDS, "hash_data", 7, "gatewright-wire/tests/passwords.rs"),
    ("gatewright-wire/testdata/key_derivation.json", "", 12, TOKENS),
    ("gatewright-wire/testdata/auth_tokens.json", "", 28, TOKENS),
    ("gatewright-wire/testdata/refresh_tokens.json", "", 7, TOKENS),
    ("gatewright-wire/testdata/session_cookies.json", "", 36, COOKIES),
    ("gatewright-wire/testdata/session_identifiers.json", "", 12, COOKIES),
    ("gatewright-wire/testdata/remember_tokens.json", "", 13, COOKIES),
    ("gatewright-wire/testdata/csrf_tokens.json", "", 14, COOKIES),
];

const HTTP: &str = "gatewright/testdata/http.json";
const WEB: &str = "gatewright/testdata/web.json";
const TEXT: &str = "gatewright/testdata/text.json";
const PASSWORDS: &str = "gatewright-wire/testdata/passwords.json";
const TOKENS: &str = "gatewright-wire/tests/golden/tokens.rs";
const COOKIES: &str = "gatewright-wire/tests/golden/cookies.rs";

/// Vectors of what comes with a second factor and with passkeys, tested in the same way.
const OTHERS: &[(&str, &str)] = &[(TEXT, "passkey_names"), (TEXT, "phones")];

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn read(file: &str) -> String {
    std::fs::read_to_string(crates().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn every_group_is_whole_and_tested() {
    for (file, group, rows, test) in GROUPS {
        let all: Value = serde_json::from_str(&read(file)).unwrap();
        let found = if group.is_empty() { &all } else { &all[*group] };
        let count = match found {
            Value::Array(list) => list.len(),
            Value::Object(map) => map.len(),
            Value::String(text) => text.len(),
            _ => 0,
        };
        assert_eq!(count, *rows, "{file} {group}");
        let stem = Path::new(file).file_stem().unwrap().to_str().unwrap();
        let name = if group.is_empty() { stem } else { group };
        assert!(read(test).contains(&format!("\"{name}\"")), "{test} does not read {name}");
    }
}

#[test]
fn no_group_is_left_out() {
    for file in [HTTP, WEB, TEXT, PASSWORDS] {
        let all: Value = serde_json::from_str(&read(file)).unwrap();
        let here: BTreeSet<&str> = all.as_object().unwrap().keys().map(String::as_str).collect();
        let listed = GROUPS.iter().filter(|one| one.0 == file).map(|one| one.1);
        let others = OTHERS.iter().filter(|one| one.0 == file).map(|one| one.1);
        assert_eq!(here, listed.chain(others).collect(), "{file}");
    }
    // Files of one group each: whatever lies there is read by a test.
    let tests = [
        "golden/tokens.rs",
        "golden/cookies.rs",
        "golden/columns.rs",
        "one_time_codes.rs",
        "foreign_passwords.rs",
    ];
    let mut sources: Vec<String> =
        tests.iter().map(|test| read(&format!("gatewright-wire/tests/{test}"))).collect();
    sources.extend(
        ["totp_wallet", "fernet"].map(|one| read(&format!("gatewright-wire/src/{one}.rs"))),
    );
    for entry in std::fs::read_dir(crates().join("gatewright-wire/testdata")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|one| one != "json") {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        let is_read = |source: &String| {
            source.contains(&format!("\"{name}\"")) || source.contains(&format!("/{name}.json"))
        };
        let group = PASSWORDS.ends_with(&format!("/{name}.json"));
        assert!(group || sources.iter().any(is_read), "no test reads {name}");
    }
}
