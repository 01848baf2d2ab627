//! `import`: users of another system, with their password hashes.

mod attributes;
mod document;
mod foreign;
mod given;
mod naming;
mod options;
mod person;
mod record;
mod refused;
mod run;
mod source;
mod systems;
#[cfg(test)]
mod tests;
mod update;
mod write;

use std::thread;

use serde_json::{Value, json};
use tokio::runtime::Handle;
use tokio::sync::mpsc;

use crate::cli::console::{Console, Failure, progress};
use crate::cli::import::person::People;
use crate::cli::import::refused::Refused;
use crate::cli::import::run::{BATCH, Count, Run};
use crate::error::Error;
use crate::event::Event;
use crate::security::Security;

pub use options::{Format, HashFormat, ImportUsers};

impl ImportUsers {
    pub(super) async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        if security.config().cli.users_name.is_none() {
            return Err(Failure::usage("SECURITY_CLI_USERS_NAME switches these commands off"));
        }
        let format = self.format()?;
        let people = People::new(security, self, format).await?;
        let (input, bytes) = source::open(&self.file)?;
        let delimiter = self.delimiter;
        let refused = self.refused.as_deref().map(|file| Refused::create(file, delimiter));
        let refused = refused.transpose()?;
        let bar = progress(console, bytes);
        let (sender, items) = mpsc::channel(2 * BATCH);
        let runtime = Handle::current();
        // The runtime waits for its own threads at its end, and standard input may never end.
        let reader = thread::Builder::new().name("import".to_owned()).spawn(move || {
            source::read(input, format, delimiter, &sender, &runtime);
        })?;
        let count = Count::default();
        let mut run = Run { security, arguments: self, console, people, bar, refused, count };
        let done = run.take(items).await;
        let Run { bar, refused, count, .. } = run;
        bar.finish_and_clear();
        // What was refused so far is worth something also where the database has failed.
        let kept = refused.map(Refused::finish).transpose();
        // Whoever has taken everything knows that it is at its end.
        let done = done.and_then(|()| {
            reader.join().map_err(|_| Failure::from(Error::store("the reader ended early")))
        });
        let sum = count.to_json(self.dry_run);
        self.announce(security, &sum, done.is_ok(), &count).await;
        done?;
        kept?;
        self.sum(console, &count, &sum)
    }

    /// For the audit log, also where the run has failed: what was written by then stays.
    async fn announce(&self, security: &Security, sum: &Value, complete: bool, count: &Count) {
        let written = complete || count.created + count.updated > 0;
        let (Value::Object(details), false, true) = (sum, self.dry_run, written) else { return };
        let mut details = details.clone();
        if !complete {
            details.insert("complete".to_owned(), json!(false));
        }
        let event = Event::Administered { action: "import", user: None, details: &details };
        security.announce(None, &event).await;
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
