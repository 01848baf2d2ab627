//! `import`: users of another system, with their password hashes.

mod attributes;
mod document;
mod foreign;
mod given;
mod options;
mod person;
mod refused;
mod source;
mod systems;
#[cfg(test)]
mod tests;
mod update;
mod write;

use std::collections::HashMap;

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

pub use options::{Format, HashFormat, ImportUsers};

/// Rows of one transaction.
const BATCH: usize = 500;

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
