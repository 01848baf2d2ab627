//! One run: records in batches, what became of them, and what it comes to.

use std::collections::HashMap;

use indicatif::ProgressBar;
use serde_json::{Value, json};
use tokio::sync::mpsc::Receiver;

use crate::cli::console::{Console, Failure, Faults};
use crate::cli::import::options::{Format, ImportUsers};
use crate::cli::import::person::{Identities, People, Person};
use crate::cli::import::record::Raw;
use crate::cli::import::refused::Refused;
use crate::cli::import::source::Item;
use crate::cli::import::write::{self, Outcome};
use crate::security::Security;

/// Rows of one transaction.
pub(super) const BATCH: usize = 500;

/// The parts of one run.
pub(super) struct Run<'a> {
    pub(super) security: &'a Security,
    pub(super) arguments: &'a ImportUsers,
    pub(super) console: &'a Console,
    pub(super) people: People<'a>,
    pub(super) bar: ProgressBar,
    pub(super) refused: Option<Refused>,
    pub(super) count: Count,
}

/// How many of each outcome there were.
#[derive(Default)]
pub(super) struct Count {
    pub(super) created: u64,
    pub(super) updated: u64,
    pub(super) unchanged: u64,
    pub(super) without_password: u64,
    pub(super) refused: u64,
}

/// Records of one transaction.
#[derive(Default)]
struct Batch {
    items: HashMap<u64, Item>,
    wanted: Vec<Person>,
    outcomes: Vec<Outcome>,
}

impl Run<'_> {
    /// Takes every record.
    pub(super) async fn take(&mut self, mut items: Receiver<Item>) -> Result<(), Failure> {
        let mut read = Vec::with_capacity(BATCH);
        let mut first = true;
        while items.recv_many(&mut read, BATCH).await > 0 {
            let mut batch = Batch::default();
            for item in read.drain(..) {
                self.bar.set_position(item.position);
                if let (Raw::Csv(names, _), true) = (&item.raw, first) {
                    self.people.naming().columns(&names.texts)?;
                }
                first = false;
                self.look(item, &mut batch).await?;
            }
            self.write(batch).await?;
        }
        if self.console.json() {
            return Ok(());
        }
        for line in self.people.naming().left_out() {
            self.console.idle(&line, &json!({}))?;
        }
        Ok(())
    }

    async fn look(&mut self, item: Item, batch: &mut Batch) -> Result<(), Failure> {
        let record = match item.raw.record() {
            Ok(record) => record,
            Err(why) => {
                let faults = Faults::from([("record".to_owned(), vec![why])]);
                batch.outcomes.push(Outcome::refused(item.at, None, faults));
                batch.items.insert(item.at, item);
                return Ok(());
            }
        };
        let mut found = self.people.read(item.at, &record).await?;
        if self.people.repeated() && !batch.wanted.is_empty() {
            // The one before may be refused yet, and then this one is the first.
            self.write(std::mem::take(batch)).await?;
            found = self.people.read(item.at, &record).await?;
        }
        match found {
            Ok(Some(person)) => batch.wanted.push(person),
            Ok(None) => return Ok(()),
            Err(faults) => {
                let email = self.people.named(&record);
                batch.outcomes.push(Outcome::refused(item.at, email, faults));
            }
        }
        batch.items.insert(item.at, item);
        Ok(())
    }

    /// Writes a batch and says what became of it, also of the part before the database has failed.
    async fn write(&mut self, batch: Batch) -> Result<(), Failure> {
        let Batch { items, wanted, mut outcomes } = batch;
        let identities: HashMap<u64, Identities> =
            wanted.iter().map(|person| (person.at, person.identities.clone())).collect();
        let written = write::all(self.security, self.arguments, wanted, &mut outcomes).await;
        outcomes.sort_by_key(|outcome| outcome.at);
        // Counted first: no line of the report that cannot be written may hide a user who was.
        outcomes.iter().for_each(|outcome| self.count.add(outcome));
        let unit = match self.people.format() {
            Format::Csv | Format::Jsonl => "line",
            _ => "user",
        };
        for outcome in outcomes.iter().filter(|outcome| !outcome.faults.is_empty()) {
            if let Some(identities) = identities.get(&outcome.at) {
                self.people.forget(identities);
            }
            if let (Some(refused), Some(item)) = (self.refused.as_mut(), items.get(&outcome.at)) {
                refused.write(&item.raw, &outcome.why())?;
            }
            let (text, json) = (outcome.text(unit), outcome.to_json());
            self.bar.suspend(|| self.console.show(&text, &json))?;
        }
        written
    }
}

impl Count {
    pub(super) fn to_json(&self, dry_run: bool) -> Value {
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
