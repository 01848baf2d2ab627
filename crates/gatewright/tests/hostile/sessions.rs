//! Sessions that our key signed and that nobody here wrote.

use gatewright::config::Preset;

use crate::ask::Ask;
use crate::fixture::{Csrf, JOE, PASSWORD, PATHS, app, session_cookie};

const KEYS: &[&str] = &[
    "_user_id",
    "_fresh",
    "_id",
    "_permanent",
    "_remember",
    "_remember_seconds",
    "_flashes",
    "csrf_token",
    "fs_cc",
    "fs_paa",
    "fs_gexp",
    "fs_oauth_next",
    "identity.name",
    "next",
    "a",
    "",
    " di",
    " t",
];

fn values() -> Vec<String> {
    let mut all: Vec<String> = [
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1",
        "-1",
        "1.5",
        "1e400",
        "-1e400",
        "1e-400",
        "NaN",
        "Infinity",
        "99999999999999999999999999",
        "-9223372036854775808",
        "\"\"",
        "\"x\"",
        "\"set\"",
        "\"sent\"",
        "\"clear\"",
        "\"NaN\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\"1e999\"",
        "[]",
        "{}",
        "[[]]",
        "[[[[[[]]]]]]",
        "[null]",
        "[[\"info\",\"x\"]]",
        "[{\" t\":[\"info\",\"x\"]}]",
        "[{\" t\":[\"info\"]}]",
        "[{\" t\":[]}]",
        "[{\" t\":{}}]",
        "[{\" t\":[\"info\",7]}]",
        "[{\" t\":[7,\"x\"]}]",
        "[{\" t\":[\"a\",{\" m\":\"<b>\"}]}]",
        "[{\" t\":[\"<script>\",\"<script>\"]}]",
        "{\" t\":[]}",
        "{\" d\":\"x\"}",
        "{\" u\":\"x\"}",
        "{\" b\":\"!\"}",
        "{\" di\":{}}",
        "{\" m\":7}",
        "{\"a\":1,\"a\":2}",
    ]
    .map(str::to_owned)
    .into();
    all.push(format!("{}{}", "[".repeat(5_000), "]".repeat(5_000)));
    all.push(format!("\"{}\"", "x".repeat(20_000)));
    all.push(format!("[{}]", vec!["{\" t\":[\"info\",\"x\"]}"; 2_000].join(",")));
    all.push(format!("[{}]", vec!["0"; 20_000].join(",")));
    all
}

/// Every key with every value, alone and beside a user.
fn sessions(user: &str) -> Vec<String> {
    let mut all = Vec::new();
    for key in KEYS {
        for value in values() {
            all.push(format!("{{\"{key}\":{value}}}"));
            if *key != "_user_id" {
                all.push(format!("{{{user},\"{key}\":{value}}}"));
            }
        }
    }
    all
}

#[tokio::test]
async fn every_key_may_hold_every_value() {
    for (preset, csrf) in [(Preset::Recommended, Csrf::Guards), (Preset::Flask, Csrf::Form)] {
        let test = app(preset, csrf).await;
        let (app, now) = (test.router(), test.clock().unix());
        let uid = test.find(JOE).await.unwrap().uniquifier;
        let user = format!("\"_fresh\":true,\"_user_id\":\"{uid}\",\"fs_paa\":{now}.0");
        for session in sessions(&user) {
            let cookie = session_cookie(&session, now);
            for path in ["/fresh", "/session"] {
                Ask::get(path).header("cookie", &cookie).to(&app).await;
            }
            Ask::json("/logout", "{}").header("cookie", &cookie).to(&app).await;
        }
    }
}

#[tokio::test]
async fn who_signs_in_may_have_any_session_at_hand() {
    let test = app(Preset::Recommended, Csrf::Off).await;
    let (app, now) = (test.router(), test.clock().unix());
    let body = serde_json::json!({ "email": JOE, "password": PASSWORD }).to_string();
    for key in KEYS {
        for value in values() {
            let cookie = session_cookie(&format!("{{\"{key}\":{value}}}"), now);
            Ask::json("/login", &body).header("cookie", &cookie).to(&app).await.is(200);
        }
    }
}

#[tokio::test]
async fn pages_show_what_a_session_holds_as_text() {
    let test = app(Preset::Recommended, Csrf::Form).await;
    let (app, now) = (test.router(), test.clock().unix());
    for key in ["_flashes", "csrf_token", "next", "a"] {
        for value in values() {
            let cookie = session_cookie(&format!("{{\"{key}\":{value}}}"), now);
            let page = Ask::get("/login").header("cookie", &cookie).to(&app).await;
            assert!(!page.text().contains("<script>"), "{key} {value}");
        }
    }
}

#[tokio::test]
async fn what_is_no_object_is_no_session() {
    let test = app(Preset::Recommended, Csrf::Off).await;
    let (app, now) = (test.router(), test.clock().unix());
    for text in
        ["", "null", "7", "[]", "\"x\"", "{", "{}{}", "{\"a\":}", "\0", "[[1]]", "{\"a\":NaN}"]
    {
        let cookie = session_cookie(text, now);
        for path in PATHS {
            Ask::get(path).header("cookie", &cookie).to(&app).await;
        }
        assert_eq!(
            Ask::get("/session").header("cookie", &cookie).to(&app).await.text(),
            "0 (None, None, None, false, None, None) 91",
            "{text}"
        );
    }
    for moment in [0, -1, 1, now + 3600, i64::MAX, now - 32 * 24 * 3600] {
        let cookie = session_cookie("{\"a\":1}", moment);
        let text = Ask::get("/session").header("cookie", &cookie).to(&app).await.text();
        assert!(text.contains("false"), "{moment}: {text}");
    }
}

#[tokio::test]
async fn a_session_that_grew_too_large_is_dropped_and_not_a_failure() {
    let test = app(Preset::Recommended, Csrf::Off).await;
    let (app, now) = (test.router(), test.clock().unix());
    let flat = |n: usize| format!("{{\"a\":\"{}\"}}", "x".repeat(n));
    // What zlib makes small, up to the last byte that is still read.
    let limit = 256 * 1024;
    let mut sessions: Vec<String> =
        [0, 1, 7, 8, 9, 20, 60, 200].map(|less| flat(limit - 8 - less)).into();
    // What it cannot make small.
    let mut seed = 7_u64;
    let noise: String = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        char::from(b'!' + u8::try_from((seed >> 33) % 90).unwrap())
    })
    .filter(|c| !matches!(c, '"' | '\\'))
    .take(70_000)
    .collect();
    for length in [3_000, 8_000, 20_000, 40_000, 47_000, 48_000, 49_000, 50_000, 52_000, 56_000] {
        sessions.push(format!("{{\"a\":\"{}\"}}", &noise[..length]));
    }
    for session in sessions {
        let cookie = session_cookie(&session, now);
        for ask in [
            Ask::get("/session"),
            Ask::get("/login"),
            Ask::get("/user"),
            Ask::form("/login", format!("email={JOE}&password={}", PASSWORD.replace(' ', "+"))),
        ] {
            let reply = ask.header("cookie", &cookie).to(&app).await;
            assert!(reply.status < 400, "{} {}", session.len(), reply.status);
        }
    }
}
