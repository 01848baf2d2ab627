//! `import`: users of another system, with their password hashes.

mod attributes;
mod document;
mod foreign;
mod given;
mod person;
mod refused;
mod source;
mod systems;
#[cfg(test)]
mod tests;
mod update;
mod write;

use std::collections::HashMap;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use indicatif::ProgressBar;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::cli::console::{Console, Failure, Faults, progress};
use crate::cli::import::person::People;
use crate::cli::import::refused::Refused;
use crate::cli::import::source::Item;
use crate::cli::import::write::Outcome;
use crate::error::Error;
use crate::event::Event;
use crate::security::Security;

/// Rows of one transaction.
const BATCH: usize = 500;

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct ImportUsers {
    /// The file; `-` is standard input, which needs --format.
    file: PathBuf,
    /// What the file is. Otherwise its name says so: .csv, .json, .jsonl or .ndjson.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Takes a column or member as an attribute, such as --map mail=email; an empty attribute leaves
    /// it out. May be repeated.
    #[arg(long, value_name = "COLUMN=ATTRIBUTE", value_parser = mapping)]
    map: Vec<(String, String)>,
    /// What made the password hashes.
    #[arg(long, value_enum, default_value_t = HashFormat::Auto)]
    hash_format: HashFormat,
    /// Looks at everything and writes nothing.
    #[arg(long)]
    dry_run: bool,
    /// Changes users whose address exists to what the file says, instead of refusing them.
    #[arg(long)]
    update: bool,
    /// What stands between roles in one column.
    #[arg(long, value_name = "TEXT", default_value = ",")]
    roles_separator: String,
    /// A role that everybody gets; may be repeated.
    #[arg(long = "role", value_name = "NAME")]
    roles: Vec<String>,
    /// Makes the roles that do not exist, without permissions.
    #[arg(long)]
    create_roles: bool,
    /// Accounts of which the file says nothing are disabled.
    #[arg(long)]
    inactive: bool,
    /// Addresses of which the file says nothing count as confirmed.
    #[arg(long)]
    confirmed: bool,
    /// Takes hashes, too, that can be searched through quickly: des_crypt, md5_crypt, salted digests.
    #[arg(long)]
    allow_weak: bool,
    /// Writes what was refused to a new file of the same format, with the reasons.
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,
    /// Between the values of a CSV file.
    #[arg(long, value_name = "CHARACTER", default_value = ",", value_parser = delimiter)]
    delimiter: u8,
    /// Firebase: `base64_salt_separator` of the project.
    #[arg(long, value_name = "BASE64", default_value = "Bw==")]
    firebase_salt_separator: String,
    /// Firebase: `rounds` of the project.
    #[arg(long, value_name = "N", default_value_t = 8)]
    firebase_rounds: u32,
    /// Firebase: `mem_cost` of the project.
    #[arg(long, value_name = "N", default_value_t = 14)]
    firebase_mem_cost: u32,
}

/// What a file of users is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
pub enum Format {
    /// Values between delimiters, with a line of names.
    Csv,
    /// An array of objects, or an object with the array `users`.
    Json,
    /// An object on each line.
    Jsonl,
    /// What `firebase auth:export users.json` writes.
    Firebase,
    /// An export of a realm with its users.
    Keycloak,
    /// An export of users with their hashes: an object on each line, or an array.
    Auth0,
    /// What `manage.py dumpdata auth.user` writes.
    Django,
}

/// What made a password hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
pub enum HashFormat {
    /// Any whose form says it: bcrypt, Argon2, PBKDF2, scrypt, Django, Werkzeug, crypt, WordPress,
    /// LDAP.
    Auto,
    /// This application, or Flask-Security with the same SECURITY_PASSWORD_SALT.
    FlaskSecurity,
    /// Devise with a pepper, which SECURITY_PASSWORD_PEPPERS holds.
    Devise,
    /// Firebase, with a salt beside it and the key in SECURITY_PASSWORD_FIREBASE_KEYS.
    Firebase,
}

/// How many of each outcome there were.
#[derive(Default)]
struct Count {
    created: u64,
    updated: u64,
    unchanged: u64,
    without_password: u64,
    refused: u64,
}

impl ImportUsers {
    pub(super) async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        if security.config().cli.users_name.is_none() {
            return Err(Failure::usage("SECURITY_CLI_USERS_NAME switches these commands off"));
        }
        let format = self.format()?;
        let people = People::new(security, self, format).await?;
        let mut refused = self.refused.as_deref().map(Refused::create).transpose()?;
        let (input, bytes) = source::open(&self.file)?;
        let bar = progress(console, bytes);
        let (sender, items) = mpsc::channel(2 * BATCH);
        let delimiter = self.delimiter;
        let reader = tokio::task::spawn_blocking(move || {
            source::read(input, format, delimiter, &sender);
        });
        let mut count = Count::default();
        let done = self.take(security, console, people, items, &bar, &mut refused, &mut count);
        let done = done.await;
        bar.finish_and_clear();
        // What was refused so far is worth something also where the database has failed.
        let kept = refused.map(Refused::finish).transpose();
        done?;
        kept?;
        reader.await.map_err(|error| Error::store("the reader ended early").caused_by(error))?;
        let sum = count.to_json(self.dry_run);
        if let (Value::Object(details), false) = (&sum, self.dry_run) {
            let event = Event::Administered { action: "import", user: None, details };
            security.announce(None, &event).await;
        }
        self.sum(console, &count, &sum)
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one run, put together once")]
    async fn take(
        &self,
        security: &Security,
        console: &Console,
        mut people: People<'_>,
        mut items: mpsc::Receiver<Item>,
        bar: &ProgressBar,
        refused: &mut Option<Refused>,
        count: &mut Count,
    ) -> Result<(), Failure> {
        let unit = match people.format() {
            Format::Csv | Format::Jsonl => "line",
            _ => "user",
        };
        let mut batch = Vec::with_capacity(BATCH);
        while items.recv_many(&mut batch, BATCH).await > 0 {
            let mut raws = HashMap::with_capacity(batch.len());
            let mut wanted = Vec::with_capacity(batch.len());
            let mut outcomes = Vec::new();
            for item in batch.drain(..) {
                bar.set_position(item.position);
                let read = match &item.record {
                    Ok(record) => people.read(item.at, record).await?,
                    Err(why) => Err(Faults::from([("record".to_owned(), vec![why.clone()])])),
                };
                match read {
                    Ok(Some(person)) => wanted.push(person),
                    Ok(None) => continue,
                    Err(faults) => {
                        let email = people.named(&item);
                        outcomes.push(Outcome::refused(item.at, email, faults));
                    }
                }
                raws.insert(item.at, item.raw);
            }
            outcomes.extend(write::all(security, self, wanted).await?);
            outcomes.sort_by_key(|outcome| outcome.at);
            for outcome in outcomes {
                count.add(&outcome);
                if outcome.faults.is_empty() {
                    continue;
                }
                if let (Some(refused), Some(raw)) = (refused.as_mut(), raws.get(&outcome.at)) {
                    refused.write(raw, &outcome.why())?;
                }
                bar.suspend(|| console.show(&outcome.text(unit), &outcome.to_json()))?;
            }
        }
        let ignored = people.ignored();
        if !ignored.is_empty() && !console.json() {
            let line =
                format!("not imported, as no attribute has the name: {}", ignored.join(", "));
            console.idle(&line, &json!({}))?;
        }
        Ok(())
    }

    fn sum(&self, console: &Console, count: &Count, result: &Value) -> Result<(), Failure> {
        let Count { created, updated, unchanged, without_password, refused } = count;
        let mut parts = vec![format!("{created} created")];
        if self.update {
            parts.extend([format!("{updated} updated"), format!("{unchanged} as they were")]);
        }
        parts.push(format!("{refused} refused"));
        let mut line = parts.join(", ");
        if *without_password > 0 {
            line.push_str(&format!("; {without_password} have no password"));
        }
        if self.dry_run {
            line.push_str(" (nothing was written)");
        }
        if *refused == 0 {
            return console.done(&line, result);
        }
        console.idle(&line, result)?;
        Err(Failure::Shown(1))
    }

    fn format(&self) -> Result<Format, Failure> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let ending = self.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        match ending.to_ascii_lowercase().as_str() {
            "csv" => Ok(Format::Csv),
            "json" => Ok(Format::Json),
            "jsonl" | "ndjson" => Ok(Format::Jsonl),
            _ => Err(Failure::usage("say what the file is: --format csv, json, jsonl or another")),
        }
    }
}

impl Count {
    fn to_json(&self, dry_run: bool) -> Value {
        json!({
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "without_password": self.without_password,
            "refused": self.refused,
            "dry_run": dry_run,
        })
    }

    fn add(&mut self, outcome: &Outcome) {
        let counter = match outcome.what {
            "created" => &mut self.created,
            "updated" => &mut self.updated,
            "unchanged" => &mut self.unchanged,
            _ => &mut self.refused,
        };
        *counter += 1;
        self.without_password += u64::from(outcome.without_password);
    }
}

fn mapping(text: &str) -> Result<(String, String), String> {
    let (column, attribute) =
        text.split_once('=').ok_or("write COLUMN=ATTRIBUTE, such as mail=email")?;
    Ok((column.to_owned(), attribute.to_owned()))
}

fn delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"\\t" => Ok(b'\t'),
        [one] if one.is_ascii() && !matches!(one, b'"' | b'\n' | b'\r') => Ok(*one),
        _ => Err("one ASCII character, or \\t".to_owned()),
    }
}
