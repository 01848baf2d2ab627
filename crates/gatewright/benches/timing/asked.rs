//! Forms that ask for a mail, and registration: an address that is somebody's, and one that is not.

use std::io::{self, Write};
use std::time::Instant;

use gatewright::clock::Clock;
use gatewright::config::Preset;
use gatewright::model::UserField;
use gatewright::testing::TestApp;
use serde_json::{Value, json};

use crate::{PASSWORD, case};

const PAIRS: usize = 1_000;
/// Mails are sent now and then, as the background would.
const ROUND: usize = 50;

/// Path of the form.
const ASKED: [&str; 3] = ["/reset", "/confirm", "/recover-username"];

/// Known against another known one, as a control, then against nobody's.
pub(crate) async fn compare(out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "\n{PAIRS} pairs each, forms that ask for a mail; in µs, the slowest 1 % left out"
    )?;
    for path in ASKED {
        let app = app(false).await;
        if path == "/confirm" {
            for name in ["known", "other"] {
                app.change(&format!("{name}@example.org"), &[UserField::ConfirmedAt(None)]).await;
            }
        }
        for (what, other) in [("(control)", "other"), ("nobody's", "nobody")] {
            both(out, &app, path, what, other).await?;
        }
    }
    let app = app(true).await;
    for (what, other) in [("(control)", "other"), ("nobody's", "nobody")] {
        both(out, &app, "/login", what, other).await?;
    }
    for (what, free) in [("(control)", false), ("free", true)] {
        registered(out, what, free).await?;
    }
    Ok(())
}

async fn both(
    out: &mut impl Write,
    app: &TestApp,
    path: &str,
    what: &str,
    other: &str,
) -> io::Result<()> {
    let mut asked = 0;
    let name = format!("{path} {what}");
    case(out, &name, PAIRS, async |usual| {
        let name = if usual { "known" } else { other };
        asked += 1;
        tidy(app, asked).await;
        post(app, path, &json!({ "email": format!("{name}@example.org") })).await
    })
    .await
    .map(drop)
}

async fn registered(out: &mut impl Write, what: &str, free: bool) -> io::Result<()> {
    let app = app(false).await;
    let mut asked = 0;
    case(out, &format!("/register {what}"), PAIRS, async |usual| {
        asked += 1;
        tidy(&app, asked).await;
        let name = match (usual, free) {
            (true, _) => "known".to_owned(),
            (false, false) => "other".to_owned(),
            (false, true) => format!("n{asked:04}"),
        };
        let new = json!({
            "email": format!("{name}@example.org"),
            "password": PASSWORD, "password_confirm": PASSWORD,
        });
        post(&app, "/register", &new).await
    })
    .await
    .map(drop)
}

pub(crate) async fn post(app: &TestApp, path: &str, sent: &Value) -> f64 {
    let mut browser = app.browser();
    let begin = Instant::now();
    let answer = browser.post_json(path, sent).await;
    let took = begin.elapsed().as_secs_f64() * 1e6;
    answer.is(200);
    took
}

async fn tidy(app: &TestApp, asked: usize) {
    if asked.is_multiple_of(ROUND) {
        app.security().tidy().await.expect("the background's work can be done");
    }
}

pub(crate) async fn app(passwordless: bool) -> TestApp {
    let app = TestApp::with(Preset::Recommended, |builder| {
        let builder = builder
            // What has expired goes, as it does where the clock is real.
            .clock(Clock::system())
            .setting("SERVER_NAME", "localhost")
            .setting("DELIVERY", "outbox")
            .setting("SECURITY_REGISTERABLE", true)
            .setting("SECURITY_CONFIRMABLE", true)
            .setting("SECURITY_RECOVERABLE", true)
            .setting("SECURITY_USERNAME_RECOVERY", true)
            .setting("SECURITY_CHANGE_EMAIL", true)
            .setting("SECURITY_PASSWORDLESS", passwordless);
        ["SIGN_IN", "SIGN_IN_IDENTITY", "REGISTER", "MAIL", "MAIL_IDENTITY"]
            .iter()
            .fold(builder, |builder, limit| builder.setting(&format!("LIMIT_{limit}"), false))
    })
    .await;
    for name in ["known", "other"] {
        app.user(&format!("{name}@example.org"), PASSWORD).await;
    }
    app
}
