//! Does the time of an answer tell whether an account exists? Run by `just timing`.
//!
//! Sign-ins that fail for different reasons are compared with a wrong password, one pair after the
//! other, each pair in random order. The first comparison is of two accounts of the same kind: what it
//! shows is the noise of the method. Forms that ask for a mail, and registration, are compared for
//! addresses that are somebody's and such that are not, and while the mail server is in other states.
//! `docs/performance.md` says how to read the tables.

#![allow(clippy::expect_used, reason = "a measurement that cannot be made has failed")]

mod asked;
mod outage;
mod repeat;
mod stats;

use std::io::{self, Write};
use std::time::Instant;

use gatewright::config::Preset;
use gatewright::hooks::Lock;
use gatewright::model::UserField;
use gatewright::testing::TestApp;
use gatewright::{Hooks, User};
use serde_json::{Value, json};
use stats::{trim, welch};

const PAIRS: usize = 2_000;
const WARM_UP: usize = 100;
/// The slowest of a hundred are left out, by one bound for both sides of a comparison.
const KEPT: f64 = 0.99;
/// With the real cost, a difference of this part of an answer would fail the run.
const TOLERANCE: f64 = 0.05;
const PASSWORD: &str = "battery staple horse";

/// What every other case is compared with.
const USUAL: (&str, &str) = ("known@example.org", "not my password");

/// Why the sign-in fails, and what is sent.
const CASES: [(&str, &str, &str); 6] = [
    ("(control) wrong password", "other@example.org", "not my password"),
    ("no such account", "nobody@example.org", "not my password"),
    ("inactive, right password", "inactive@example.org", PASSWORD),
    ("account without password", "bare@example.org", "not my password"),
    ("malformed address", "nobody at example.org", "not my password"),
    ("locked, right password", "locked@example.org", PASSWORD),
];

fn main() -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut out = io::stdout();
    // `cargo bench … -- asked` measures the second part alone.
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.iter().any(|argument| argument == "asked") {
        return runtime.block_on(asked::compare(&mut out));
    }
    if arguments.iter().any(|argument| argument == "outage") {
        return outages(&mut out);
    }
    // `… -- repeat /reset known 100` does that and measures nothing.
    if let [_, mode, path, who, times, ..] = arguments.as_slice()
        && mode == "repeat"
    {
        let times = times.parse().map_err(io::Error::other)?;
        runtime.block_on(repeat::repeat(path, who, times));
        return Ok(());
    }
    let cheap = json!({
        "argon2__rounds": 1, "argon2__memory_cost": 8, "argon2__parallelism": 1,
    });
    runtime.block_on(compare(&mut out, "a cheap hash, which hides nothing", cheap))?;
    // None at all would be the reference's, four times as much.
    let preset = json!({
        "argon2__rounds": 2, "argon2__memory_cost": 19_456, "argon2__parallelism": 1,
    });
    let worst = runtime.block_on(compare(&mut out, "the hash of the preset", preset))?;
    runtime.block_on(asked::compare(&mut out))?;
    outages(&mut out)?;
    if worst > TOLERANCE {
        return Err(io::Error::other("an answer can be told by its time"));
    }
    Ok(())
}

/// With as many threads as the binary has, for the jobs in the background.
fn outages(out: &mut impl Write) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(outage::compare(out))
}

/// Measures every case and says what is seen; the largest difference as a part of an answer.
async fn compare(out: &mut impl Write, what: &str, costs: Value) -> io::Result<f64> {
    writeln!(out, "\n{PAIRS} pairs each, {what}; in µs, the slowest 1 % left out")?;
    writeln!(
        out,
        "{:<26} {:>9} {:>9} {:>8} {:>8} {:>7} {:>7} {:>8}  seen",
        "compared with wrong", "usual", "this", "differ", "%", "t", "df", "p"
    )?;
    let app = app(costs).await;
    let mut worst: f64 = 0.0;
    for (name, email, password) in CASES {
        let part = case(out, name, PAIRS, async |usual| {
            let (email, password) = if usual { USUAL } else { (email, password) };
            refused(&app, email, password).await
        })
        .await?;
        worst = worst.max(part.abs());
    }
    Ok(worst)
}

/// One line of a table: pairs of times, in random order, told apart or not. The difference as a part
/// of an answer.
async fn case(
    out: &mut impl Write,
    name: &str,
    pairs: usize,
    mut once: impl AsyncFnMut(bool) -> f64,
) -> io::Result<f64> {
    let mut order = Coin(0x9e37_79b9_7f4a_7c15);
    let (mut usual, mut this) = (Vec::with_capacity(pairs), Vec::with_capacity(pairs));
    for pair in 0..WARM_UP + pairs {
        let first = order.toss();
        let mut times = [0.0; 2];
        for turn in [first, !first] {
            times[usize::from(turn)] = once(turn).await;
        }
        if pair >= WARM_UP {
            this.push(times[0]);
            usual.push(times[1]);
        }
    }
    trim(&mut usual, &mut this, KEPT);
    let found = welch(&usual, &this);
    let difference = found.means.1 - found.means.0;
    let part = difference / found.means.0;
    // Twice the error for one in twenty, and as much again to be found four times in five.
    let least = 2.8 * found.standard_error;
    let seen = if found.p < 0.01 {
        format!(
            "a difference: {:.0} tries would show it",
            tries(pairs, found.standard_error, difference)
        )
    } else {
        format!("none; one of {least:.1} µs would show")
    };
    writeln!(
        out,
        "{name:<26} {:>9.1} {:>9.1} {difference:>+8.2} {:>+8.3} {:>+7.2} {:>7.0} {:>8.1e}  {seen}",
        found.means.0,
        found.means.1,
        part * 100.0,
        found.t,
        found.degrees,
        found.p
    )?;
    Ok(part)
}

/// How many pairs find such a difference four times in five, on a machine as quiet as this one.
#[allow(clippy::cast_precision_loss, reason = "thousands")]
fn tries(pairs: usize, standard_error: f64, difference: f64) -> f64 {
    (pairs as f64 * (2.8 * standard_error / difference).powi(2)).max(2.0)
}

async fn refused(app: &TestApp, email: &str, password: &str) -> f64 {
    let sent = json!({ "email": email, "password": password });
    let mut browser = app.browser();
    let begin = Instant::now();
    let answer = browser.post_json("/login", &sent).await;
    let took = begin.elapsed().as_secs_f64() * 1e6;
    answer.is(400);
    took
}

async fn app(costs: Value) -> TestApp {
    let app = TestApp::with(Preset::Recommended, |builder| {
        builder
            .hooks(Locks)
            .setting("SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS", costs)
            .setting("LIMIT_SIGN_IN", false)
            .setting("LIMIT_SIGN_IN_IDENTITY", false)
    })
    .await;
    for name in ["known", "other", "inactive", "bare", "locked"] {
        app.user(&format!("{name}@example.org"), PASSWORD).await;
    }
    app.change("inactive@example.org", &[UserField::Active(false)]).await;
    app.change("bare@example.org", &[UserField::Password(None)]).await;
    app
}

struct Locks;

#[gatewright::async_trait]
impl Hooks for Locks {
    async fn locked(&self, user: &User) -> gatewright::Result<Option<Lock>> {
        Ok((user.email == "locked@example.org").then(Lock::default))
    }
}

/// Which of a pair goes first (xorshift, Marsaglia 2003): the same in every run.
struct Coin(u64);

impl Coin {
    fn toss(&mut self) -> bool {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 63 == 1
    }
}
