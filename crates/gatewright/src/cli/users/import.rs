//! `users create --from`: one user per line, hashed on every core, and safe to run again.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use indicatif::ProgressBar;
use serde_json::{Map, Value, json};
use tokio::task::JoinSet;
use zeroize::Zeroizing;

use crate::cli::console::{Console, Failure, Faults, progress};
use crate::cli::users::create::{Created, Wanted};
use crate::error::{Error, Result};
use crate::security::Security;

/// The longest line, in bytes.
const LONGEST: usize = 64 * 1024;

/// How many of each outcome there were.
#[derive(Default)]
struct Count {
    created: u64,
    existing: u64,
    refused: u64,
}

/// What became of a line.
struct Outcome {
    line: u64,
    email: Option<String>,
    created: Result<Created>,
}

pub(super) async fn run(
    security: &Security,
    console: &Console,
    file: &Path,
    defaults: &Wanted,
) -> Result<(), Failure> {
    let (input, bytes) = open(file)?;
    let mut input = BufReader::new(input);
    let bar = progress(console, bytes);
    let mut count = Count::default();
    let mut running: JoinSet<Outcome> = JoinSet::new();
    // Enough to keep every core busy, few enough for the queue of the hashing threads.
    let most = std::thread::available_parallelism().map_or(2, |cores| cores.get() * 2);
    let mut number = 0;
    while let Some(line) = next_line(&mut input)? {
        number += 1;
        bar.inc(line.as_ref().map_or(LONGEST, |line| line.len() + 1) as u64);
        if line.as_ref().is_ok_and(|line| line.trim().is_empty()) {
            continue;
        }
        let parsed = line.and_then(|line| parse(security, defaults, &line));
        match parsed {
            Ok(wanted) => {
                let security = security.clone();
                running.spawn(async move {
                    let email = wanted.email.clone();
                    Outcome { line: number, email, created: wanted.create(&security).await }
                });
            }
            Err(why) => {
                let faults = Faults::from([("line".to_owned(), vec![why])]);
                let created = Ok(Created::Refused { faults, exists: false });
                note(console, &bar, &mut count, Outcome { line: number, email: None, created })?;
            }
        }
        while running.len() >= most {
            join(console, &bar, &mut count, &mut running).await?;
        }
    }
    while !running.is_empty() {
        join(console, &bar, &mut count, &mut running).await?;
    }
    bar.finish_and_clear();
    let Count { created, existing, refused } = count;
    let line = format!("{created} created, {existing} existed already, {refused} refused");
    let result = json!({ "created": created, "existing": existing, "refused": refused });
    if refused == 0 {
        return console.done(&line, &result);
    }
    console.idle(&line, &result)?;
    Err(Failure::Shown(2))
}

fn open(file: &Path) -> Result<(Box<dyn Read>, Option<u64>), Failure> {
    if file == Path::new("-") {
        return Ok((Box::new(io::stdin()), None));
    }
    let opened = File::open(file)
        .map_err(|error| Failure::usage(format!("{} cannot be read: {error}", file.display())))?;
    let length = opened.metadata().ok().map(|about| about.len());
    Ok((Box::new(opened), length))
}

/// The next line, or why it cannot be used; `None` at the end.
fn next_line(input: &mut impl BufRead) -> Result<Option<Result<Zeroizing<String>, String>>> {
    let mut bytes = Zeroizing::new(Vec::new());
    let mut part = input.by_ref().take(LONGEST as u64 + 1);
    if part.read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.len() > LONGEST && bytes.last() != Some(&b'\n') {
        skip_line(input)?;
        return Ok(Some(Err(format!("a line has at most {LONGEST} bytes"))));
    }
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
    }
    let text = std::str::from_utf8(&bytes).map(|text| Zeroizing::new(text.to_owned()));
    Ok(Some(text.map_err(|_| "it is not UTF-8".to_owned())))
}

fn skip_line(input: &mut impl BufRead) -> Result<()> {
    loop {
        let (length, found) = {
            let bytes = input.fill_buf()?;
            match bytes.iter().position(|&byte| byte == b'\n') {
                Some(at) => (at + 1, true),
                None => (bytes.len(), bytes.is_empty()),
            }
        };
        input.consume(length);
        if found {
            return Ok(());
        }
    }
}

fn parse(security: &Security, defaults: &Wanted, line: &str) -> Result<Wanted, String> {
    let fields: Map<String, Value> =
        // The error of the parser could quote a password.
        serde_json::from_str(line).map_err(|_| "it is not a JSON object".to_owned())?;
    let mut wanted = defaults.clone();
    for (name, value) in fields {
        match (name.as_str(), value) {
            ("active", Value::Bool(active)) => wanted.active = active,
            ("roles", Value::Array(names)) => {
                for name in names {
                    let Value::String(name) = name else {
                        return Err("roles must be a list of names".to_owned());
                    };
                    if !wanted.roles.contains(&name) {
                        wanted.roles.push(name);
                    }
                }
            }
            ("email" | "password" | "username", Value::Null) => {}
            ("active" | "roles", _) => {
                return Err("active must be true or false, roles a list".to_owned());
            }
            (name, Value::String(text)) => match wanted.set(security, name, &text) {
                Ok(()) => {}
                Err(Failure::Usage(why)) => return Err(why),
                Err(_) => return Err(format!("{name} cannot be used")),
            },
            (name, value) if is_own(security, name) => {
                wanted.extra.insert(name.to_owned(), value);
            }
            (name, _) => return Err(format!("{name} must be text")),
        }
    }
    Ok(wanted)
}

fn is_own(security: &Security, name: &str) -> bool {
    security.config().database.user_extra_columns.iter().any(|own| own == name)
}

async fn join(
    console: &Console,
    bar: &ProgressBar,
    count: &mut Count,
    running: &mut JoinSet<Outcome>,
) -> Result<(), Failure> {
    match running.join_next().await {
        Some(Ok(outcome)) => note(console, bar, count, outcome),
        Some(Err(error)) => Err(Error::store("a line was lost").caused_by(error).into()),
        None => Ok(()),
    }
}

/// Reports a line; a failure of the database ends the run.
fn note(
    console: &Console,
    bar: &ProgressBar,
    count: &mut Count,
    outcome: Outcome,
) -> Result<(), Failure> {
    let Outcome { line, email, created } = outcome;
    let (what, faults) = match created? {
        Created::New(_) => {
            count.created += 1;
            ("created", Faults::new())
        }
        Created::Refused { exists: true, faults } => {
            count.existing += 1;
            ("exists", faults)
        }
        Created::Refused { faults, .. } => {
            count.refused += 1;
            ("refused", faults)
        }
    };
    let result = json!({ "line": line, "email": email, "outcome": what, "faults": faults });
    if what == "created" && !console.json() {
        return Ok(());
    }
    let why: Vec<String> =
        faults.iter().map(|(field, faults)| format!("{field}: {}", faults.join(" "))).collect();
    let text = format!("line {line}: {what}: {}", why.join("; "));
    bar.suspend(|| console.show(&text, &result))
}
