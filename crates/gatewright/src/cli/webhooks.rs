//! `webhooks test`, `list`, `retry`, `send`, `purge`.

use clap::Subcommand;
use serde_json::{Value, json};

use crate::cli::console::{Console, Failure};
use crate::cli::mail::shown;
use crate::error::{Error, ErrorKind};
use crate::model::Letter;
use crate::outbound::Webhooks;
use crate::security::Security;
use crate::store::Queue;

/// Events that are read at once.
const PAGE: u32 = 500;

/// Looks after events that wait to be posted.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum WebhooksCommand {
    /// Posts the event `test`, not through the queue.
    Test,
    /// Lists events that wait and those that were given up, without their contents.
    List {
        /// Only those that were given up.
        #[arg(long)]
        failed: bool,
    },
    /// Makes events due, also those that were given up; a running server posts them.
    Retry {
        /// Only this one; without it, all.
        id: Option<String>,
    },
    /// Posts what is due, now.
    Send,
    /// Deletes events that were given up.
    Purge,
}

impl WebhooksCommand {
    pub(super) async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        let now = security.clock().utc();
        match self {
            Self::Test => {
                let webhooks = webhooks(security)?;
                if let Err(why) = webhooks.test(security.clock()).await {
                    let line = format!("the event was not taken: {why}");
                    return Err(Error::new(ErrorKind::Remote, line).into());
                }
                let url = webhooks.url.to_string();
                let line = format!("the event `test` was posted to {url}");
                console.done(&line, &json!({ "url": url, "posted": true }))
            }
            Self::List { failed } => {
                let queue = queue(security)?;
                if !failed {
                    list(queue, console, false).await?;
                }
                list(queue, console, true).await
            }
            Self::Retry { id } => {
                let until = now.saturating_add(security.config().events.webhook_give_up_after);
                let count = queue(security)?.retry(id.as_deref(), now, until).await?;
                match (id, count) {
                    (Some(id), 0) => {
                        let line = format!("there is no event {id} that waits or was given up");
                        Err(Error::new(ErrorKind::NotFound, line).into())
                    }
                    (_, count) => tell(console, "due", count),
                }
            }
            Self::Send => {
                let sent = webhooks(security)?.round(security.letterbox()).await?;
                tell(console, "posted", sent as u64)
            }
            Self::Purge => tell(console, "deleted", queue(security)?.purge(now).await?),
        }
    }
}

fn webhooks(security: &Security) -> Result<&Webhooks, Failure> {
    security.webhooks().ok_or_else(|| {
        Failure::usage("EVENTS_WEBHOOK_URL is not set: there is nobody to post events to")
    })
}

fn queue(security: &Security) -> Result<&dyn Queue, Failure> {
    let queue = security.store().webhooks();
    queue.map_err(|_| Failure::usage("this store keeps no queue of events"))
}

fn tell(console: &Console, what: &str, count: u64) -> Result<(), Failure> {
    let result = json!({ what: count });
    match count {
        0 => console.idle(&format!("no event {what}"), &result),
        1 => console.done(&format!("1 event {what}"), &result),
        count => console.done(&format!("{count} events {what}"), &result),
    }
}

async fn list(queue: &dyn Queue, console: &Console, failed: bool) -> Result<(), Failure> {
    let mut after = String::new();
    loop {
        let letters = queue.list(failed, &after, PAGE).await?;
        for letter in &letters {
            console.show(&line(letter), &to_json(letter))?;
        }
        match letters.last() {
            Some(last) => after.clone_from(&last.id),
            None => return Ok(()),
        }
    }
}

fn line(letter: &Letter) -> String {
    let state = match letter.due_at {
        Some(due) if letter.claimed => format!("being posted until {}", shown(due)),
        Some(due) => format!("due {}", shown(due)),
        None => "given up".to_owned(),
    };
    let why = letter.last_error.as_deref().unwrap_or_default().replace(['\n', '\t'], " ");
    let Letter { id, kind, attempts, .. } = letter;
    format!("{id}\t{kind}\t{state}\t{attempts} attempts\t{why}").trim_end().to_owned()
}

fn to_json(letter: &Letter) -> Value {
    json!({
        "id": letter.id,
        "event": letter.kind,
        "receiver": letter.recipient,
        "attempts": letter.attempts,
        "posting": letter.claimed && letter.due_at.is_some(),
        "created_at": shown(letter.created_at),
        "due_at": letter.due_at.map(shown),
        "failed_at": letter.failed_at.map(shown),
        "last_error": letter.last_error,
    })
}
