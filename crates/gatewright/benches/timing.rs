//! Does the time of an answer tell whether an account exists? Run by `just timing`.
//!
//! Sign-ins that fail for different reasons are asked in turn, in changing order, and the medians are
//! compared with those of a wrong password. Fails when one is more than a twentieth away.

#![allow(clippy::expect_used, reason = "a measurement that cannot be made has failed")]

use std::io::{self, Write};
use std::time::{Duration, Instant};

use gatewright::config::Preset;
use gatewright::model::UserField;
use gatewright::testing::TestApp;
use serde_json::json;

const ROUNDS: usize = 101;
const TOLERANCE: f64 = 0.05;
const PASSWORD: &str = "battery staple horse";

/// Why the sign-in fails, and what is sent. The first is what the others are compared with.
const CASES: [(&str, &str, &str); 5] = [
    ("wrong password", "known@example.org", "not my password"),
    ("no such account", "unknown@example.org", "not my password"),
    ("inactive, right password", "inactive@example.org", PASSWORD),
    ("inactive, wrong password", "inactive@example.org", "not my password"),
    ("account without password", "bare@example.org", "not my password"),
];

fn main() -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let times = runtime.block_on(measure());
    let mut out = io::stdout();
    let usual = median(&times[0]);
    let mut told = 0;
    writeln!(out, "{ROUNDS} rounds, median in µs, and its distance from a wrong password's")?;
    for ((name, ..), times) in CASES.iter().zip(&times) {
        let median = median(times);
        let distance = median / usual - 1.0;
        told += usize::from(distance.abs() > TOLERANCE);
        writeln!(out, "{name:<26} {median:>9.0} {:>+7.2} %", distance * 100.0)?;
    }
    if told > 0 {
        return Err(io::Error::other(format!("{told} of these answers can be told by their time")));
    }
    Ok(())
}

async fn measure() -> Vec<Vec<Duration>> {
    // The costs are those of the preset: `TestApp` would make them cheap.
    let app = TestApp::with(Preset::Recommended, |builder| {
        builder
            .setting("SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS", json!({}))
            .setting("LIMIT_SIGN_IN", false)
            .setting("LIMIT_SIGN_IN_IDENTITY", false)
    })
    .await;
    for email in ["known@example.org", "inactive@example.org", "bare@example.org"] {
        app.user(email, PASSWORD).await;
    }
    app.change("inactive@example.org", &[UserField::Active(false)]).await;
    app.change("bare@example.org", &[UserField::Password(None)]).await;

    let mut times = vec![Vec::with_capacity(ROUNDS); CASES.len()];
    for round in 0..ROUNDS {
        for turn in 0..CASES.len() {
            let case = (round + turn) % CASES.len();
            let (_, email, password) = CASES[case];
            let sent = json!({ "email": email, "password": password });
            let mut browser = app.browser();
            let begin = Instant::now();
            let answer = browser.post_json("/login", &sent).await;
            times[case].push(begin.elapsed());
            answer.is(400);
        }
    }
    times
}

fn median(times: &[Duration]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() / 2].as_secs_f64() * 1e6
}
