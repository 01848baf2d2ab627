//! The same flows while the mail server is well, closed, mute or refusing: what they take.
//!
//! As the binary does it: a file on disk, the outbox, background jobs, and SMTP over a socket.

use std::io::{self, Write};
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use gatewright::Security;
use gatewright::config::Preset;
use gatewright::model::NewUser;
use gatewright::testing::{Behaviour, SmtpServer};
use http::{Request, StatusCode};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;

use crate::PASSWORD;

const ROUNDS: usize = 300;
const WARM_UP: usize = 10;

/// The first two are the same: what lies between them is noise.
const STATES: [(&str, State); 6] = [
    ("well", State::Does(Behaviour::Accept)),
    ("(control)", State::Does(Behaviour::Accept)),
    ("closed", State::Closed),
    ("mute", State::Does(Behaviour::Hang)),
    ("refuses, 450", State::Does(Behaviour::Refuse(450))),
    ("refuses, 550", State::Does(Behaviour::Refuse(550))),
];

#[derive(Clone, Copy)]
enum State {
    Does(Behaviour),
    Closed,
}

/// Paths of the flows; the last one works in an application of its own.
const FLOWS: [&str; 5] = ["/register", "/confirm", "/reset", "/recover-username", "/login"];

struct Site {
    router: Router,
    _server: SmtpServer,
    _folder: TempDir,
}

/// Every flow in every state, in turn, round after round.
pub(crate) async fn compare(out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "\n{ROUNDS} rounds, the mail server in other states; p50 and p99 in ms, and ratios"
    )?;
    let mut sites = Vec::new();
    for (_, state) in STATES {
        sites.push([site(state, false).await, site(state, true).await]);
    }
    let mut times = vec![vec![Vec::with_capacity(ROUNDS); STATES.len()]; FLOWS.len()];
    for round in 0..WARM_UP + ROUNDS {
        for (flow, path) in FLOWS.iter().enumerate() {
            for turn in 0..STATES.len() {
                // Not always the same one after the same other.
                let state = (turn * if round % 2 == 0 { 1 } else { 5 } + round) % STATES.len();
                let site = &sites[state][usize::from(*path == "/login")];
                let took = ask(site, path, round).await;
                if round >= WARM_UP {
                    times[flow][state].push(took);
                }
            }
        }
    }
    for (path, states) in FLOWS.iter().zip(&mut times) {
        let usual = quantiles(&mut states[0]);
        for ((name, _), times) in STATES.iter().zip(states) {
            let this = quantiles(times);
            writeln!(
                out,
                "{path:<18} {name:<13} {:>8.2} {:>8.2}   {:>5.2} {:>5.2}",
                this[0],
                this[1],
                this[0] / usual[0],
                this[1] / usual[1]
            )?;
        }
    }
    Ok(())
}

/// Milliseconds until the answer was there.
async fn ask(site: &Site, path: &str, round: usize) -> f64 {
    let name = match path {
        "/register" => format!("n{round}"),
        "/confirm" => "new".to_owned(),
        _ => "known".to_owned(),
    };
    let mut sent = json!({ "email": format!("{name}@example.org") });
    if path == "/register" {
        sent["password"] = json!(PASSWORD);
        sent["password_confirm"] = json!(PASSWORD);
    }
    let sent = sent.to_string();
    let request = Request::post(path)
        .header("host", "localhost")
        .header("content-type", "application/json")
        .header("content-length", sent.len())
        .header("accept", "application/json")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(sent))
        .expect("a request");
    let begin = Instant::now();
    let answer = site.router.clone().oneshot(request).await.expect("an answer");
    let took = begin.elapsed().as_secs_f64() * 1e3;
    assert_eq!(answer.status(), StatusCode::OK, "{path}");
    took
}

fn quantiles(times: &mut [f64]) -> [f64; 2] {
    times.sort_by(f64::total_cmp);
    [times[times.len() / 2], times[times.len() * 99 / 100]]
}

async fn site(state: State, passwordless: bool) -> Site {
    let mut server = SmtpServer::start();
    match state {
        State::Does(behaviour) => server.behave(behaviour),
        State::Closed => server.stop(),
    }
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let settings: [(&str, Value); 10] = [
        ("SECRET_KEY", json!("a secret key that only tests use 0123456789")),
        ("SECURITY_PASSWORD_SALT", json!("a salt that only tests use 0123456789")),
        ("SERVER_NAME", json!("localhost")),
        ("MAIL_SERVER", json!("127.0.0.1")),
        ("MAIL_PORT", json!(server.port())),
        ("SECURITY_REGISTERABLE", json!(true)),
        ("SECURITY_CONFIRMABLE", json!(true)),
        ("SECURITY_RECOVERABLE", json!(true)),
        ("SECURITY_USERNAME_RECOVERY", json!(true)),
        ("SECURITY_PASSWORDLESS", json!(passwordless)),
    ];
    let limits = ["SIGN_IN", "SIGN_IN_IDENTITY", "REGISTER", "MAIL", "MAIL_IDENTITY"];
    let database = format!("sqlite:{}", folder.path().join("app.db").display());
    let builder = Security::builder_with(Preset::Recommended)
        .database(&database)
        .setting("ALLOW_WEAK_SECRETS", true)
        .setting("WTF_CSRF_ENABLED", false)
        .setting("DELIVERY", "outbox")
        .setting(
            "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS",
            json!({ "argon2__rounds": 1, "argon2__memory_cost": 8, "argon2__parallelism": 1 }),
        );
    let builder =
        settings.into_iter().fold(builder, |builder, (key, value)| builder.setting(key, value));
    let builder = limits
        .iter()
        .fold(builder, |builder, limit| builder.setting(&format!("LIMIT_{limit}"), false));
    let security = builder.build().await.expect("the settings are good");
    for (name, confirmed) in [("known", true), ("new", false)] {
        let mut new = NewUser::new(format!("{name}@example.org"));
        new.password = Some(security.passwords().hash(PASSWORD).await.expect("a hash"));
        new.confirmed_at = confirmed.then(|| security.clock().utc());
        security.store().create_user(new).await.expect("a user");
    }
    Site { router: security.protect(Router::new()), _server: server, _folder: folder }
}
