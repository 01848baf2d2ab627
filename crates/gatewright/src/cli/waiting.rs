//! What waits in a queue: listed, made due, deleted. Mails and events alike.

use jiff::civil::DateTime;
use serde_json::{Value, json};

use crate::cli::console::{Console, Failure};
use crate::error::{Error, ErrorKind};
use crate::model::Letter;
use crate::security::Security;
use crate::store::Queue;

/// Letters that are read at once.
const PAGE: u32 = 500;

/// Which queue.
#[derive(Clone, Copy)]
pub(super) enum Waiting<'a> {
    Mails(&'a dyn Queue),
    Events(&'a dyn Queue),
}

impl Waiting<'_> {
    /// Writes them down without their contents: those that wait, then those that were given up.
    pub(super) async fn list(self, console: &Console, failed: bool) -> Result<(), Failure> {
        let both: &[bool] = if failed { &[true] } else { &[false, true] };
        for &failed in both {
            let mut after = String::new();
            loop {
                let letters = self.queue().list(failed, &after, PAGE).await?;
                for letter in letters.iter().filter(|letter| !letter.is_to_nobody()) {
                    console.show(&self.line(letter), &self.to_json(letter))?;
                }
                match letters.last() {
                    Some(last) => after.clone_from(&last.id),
                    None => break,
                }
            }
        }
        Ok(())
    }

    /// Makes one due, or all.
    pub(super) async fn retry(
        self,
        security: &Security,
        console: &Console,
        id: Option<&str>,
    ) -> Result<(), Failure> {
        let (config, now) = (security.config(), security.clock().utc());
        let patience = match self {
            Self::Mails(_) => config.mail.give_up_after,
            Self::Events(_) => config.events.webhook_give_up_after,
        };
        let count = self.queue().retry(id, now, now.saturating_add(patience)).await?;
        match (id, count) {
            (Some(id), 0) => {
                let line = format!("there is no {} {id} that waits or was given up", self.noun());
                Err(Error::new(ErrorKind::NotFound, line).into())
            }
            (_, count) => self.tell(console, "due", count),
        }
    }

    /// Deletes those that were given up.
    pub(super) async fn purge(self, console: &Console, now: DateTime) -> Result<(), Failure> {
        self.tell(console, "deleted", self.queue().purge(now).await?)
    }

    /// Says what became of how many.
    pub(super) fn tell(self, console: &Console, what: &str, count: u64) -> Result<(), Failure> {
        let (result, noun) = (json!({ what: count }), self.noun());
        match count {
            0 => console.idle(&format!("no {noun} {what}"), &result),
            1 => console.done(&format!("1 {noun} {what}"), &result),
            count => console.done(&format!("{count} {noun}s {what}"), &result),
        }
    }

    fn queue(&self) -> &dyn Queue {
        match self {
            Self::Mails(queue) | Self::Events(queue) => *queue,
        }
    }

    fn line(self, letter: &Letter) -> String {
        let (what, doing) = match self {
            Self::Mails(_) => (&letter.recipient, "sent"),
            Self::Events(_) => (&letter.kind, "posted"),
        };
        let state = match letter.due_at {
            Some(due) if letter.claimed => format!("being {doing} until {}", shown(due)),
            Some(due) => format!("due {}", shown(due)),
            None => "given up".to_owned(),
        };
        let why = letter.last_error.as_deref().unwrap_or_default().replace(['\n', '\t'], " ");
        let Letter { id, attempts, .. } = letter;
        format!("{id}\t{what}\t{state}\t{attempts} attempts\t{why}").trim_end().to_owned()
    }

    fn to_json(self, letter: &Letter) -> Value {
        let (kind, recipient, doing) = match self {
            Self::Mails(_) => ("kind", "recipient", "sending"),
            Self::Events(_) => ("event", "receiver", "posting"),
        };
        json!({
            "id": letter.id,
            kind: letter.kind,
            recipient: letter.recipient,
            "attempts": letter.attempts,
            doing: letter.claimed && letter.due_at.is_some(),
            "created_at": shown(letter.created_at),
            "due_at": letter.due_at.map(shown),
            "failed_at": letter.failed_at.map(shown),
            "last_error": letter.last_error,
        })
    }

    fn noun(self) -> &'static str {
        match self {
            Self::Mails(_) => "mail",
            Self::Events(_) => "event",
        }
    }
}

fn shown(time: DateTime) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
