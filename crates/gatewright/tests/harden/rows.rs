//! The list of weaknesses, and that each has its test.

use std::path::Path;

/// Section 13 of the contract, row by row.
const ROWS: [&str; 26] = [
    "a session of one user and a token of another in one request",
    "a Cache-Control that no cache understands",
    "a locked account without a message is answered with 200",
    "HTTP Basic passes over locks, confirmation and second factors",
    "refresh tokens serve inactive users, several times, and count as a sign-in",
    "targets that browsers read otherwise",
    "a visitor's target may name an endpoint",
    "paths are escaped twice",
    "a view elsewhere is an error after the sign-in",
    "cookies without Secure and SameSite, and memories without an end",
    "strong protection drops remembered sessions and believes strangers' headers",
    "a sign-in keeps what was in the session",
    "ends of grace from other time zones and of other users",
    "auth tokens in addresses",
    "a link signs out although that needs a CSRF token",
    "unknown hashes are compared as plaintext",
    "cheap new hashes",
    "input that crashes",
    "passwords without end",
    "identities that cost no hash",
    "a CSRF failure in HTML for clients of JSON",
    "realms that are not escaped",
    "answers that tell who has an account",
    "tokens signed with a former key",
    "breach checks that fail open and silent",
    "one use of the address rules changes another",
];

/// The numbers of the tests in the sources of this program.
fn tested() -> Vec<usize> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/harden");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let source = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let lines: Vec<&str> = source.lines().map(str::trim).collect();
        for pair in lines.windows(2) {
            let Some(name) = pair[1].strip_prefix("async fn row_13_") else { continue };
            assert!(pair[0].starts_with("#[tokio::test"), "row_13_{name} is no test");
            found.push(name.split('_').next().unwrap().parse().unwrap());
        }
    }
    found
}

#[test]
fn every_row_has_a_test() {
    let tested = tested();
    let without: Vec<String> = (1..=ROWS.len())
        .filter(|number| !tested.contains(number))
        .map(|number| format!("13.{number}: {}", ROWS[number - 1]))
        .collect();
    assert!(without.is_empty(), "rows without a test:\n{}", without.join("\n"));
    assert!(tested.iter().all(|number| (1..=ROWS.len()).contains(number)), "{tested:?}");
}
