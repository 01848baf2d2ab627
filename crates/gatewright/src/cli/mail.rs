//! `mail test`, `outbox list`, `retry`, `send`, `purge`.

use clap::Subcommand;
use serde_json::{Map, Value, json};

use crate::cli::console::{Console, Failure};
use crate::error::{Error, ErrorKind};
use crate::model::Letter;
use crate::security::Security;
use crate::store::Store;
use crate::web::mail::Occasion;

/// Letters that are read at once.
const PAGE: u32 = 500;

/// Looks after sending mail.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum MailCommand {
    /// Sends a test mail, not through the outbox, and says what the mail server answered.
    Test {
        /// Whom to send it to.
        address: String,
    },
}

/// Looks after mails that wait.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum OutboxCommand {
    /// Lists mails that wait and those that were given up, without their contents.
    List {
        /// Only those that were given up.
        #[arg(long)]
        failed: bool,
    },
    /// Makes mails due, also those that were given up; a running server sends them.
    Retry {
        /// Only this one; without it, all.
        id: Option<String>,
    },
    /// Sends what is due, now.
    Send,
    /// Deletes mails that were given up.
    Purge,
}

impl MailCommand {
    pub(super) async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        let Self::Test { address } = self;
        let mail = security.offline().compose(&Occasion {
            template: "test",
            subject: "MAIL_TEST_SUBJECT",
            own_subject: None,
            user: None,
            to: Some(address),
            context: Map::new(),
        })?;
        let answer = security.post().send_now(&mail).await?;
        let line = format!("the mail to {address} was handed over: {answer}");
        console.done(&line, &json!({ "to": address, "answer": answer }))
    }
}

impl OutboxCommand {
    pub(super) async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        let store = security.store();
        match self {
            Self::List { failed } => {
                if !failed {
                    list(store, console, false).await?;
                }
                list(store, console, true).await
            }
            Self::Retry { id } => {
                let now = security.clock().utc();
                let until = now.saturating_add(security.config().mail.give_up_after);
                let count = store.mails()?.retry(id.as_deref(), now, until).await?;
                match (id, count) {
                    (Some(id), 0) => Err(Error::new(
                        ErrorKind::NotFound,
                        format!("there is no mail {id} that waits or was given up"),
                    )
                    .into()),
                    (_, count) => tell(console, "due", count),
                }
            }
            Self::Send => {
                let sent = security.post().round(security.letterbox()).await?;
                tell(console, "sent", sent as u64)
            }
            Self::Purge => {
                tell(console, "deleted", store.mails()?.purge(security.clock().utc()).await?)
            }
        }
    }
}

fn tell(console: &Console, what: &str, count: u64) -> Result<(), Failure> {
    let result = json!({ what: count });
    match count {
        0 => console.idle(&format!("no mail {what}"), &result),
        1 => console.done(&format!("1 mail {what}"), &result),
        count => console.done(&format!("{count} mails {what}"), &result),
    }
}

async fn list(store: &dyn Store, console: &Console, failed: bool) -> Result<(), Failure> {
    let mut after = String::new();
    loop {
        let letters = store.mails()?.list(failed, &after, PAGE).await?;
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
        Some(due) if letter.claimed => format!("being sent until {}", shown(due)),
        Some(due) => format!("due {}", shown(due)),
        None => "given up".to_owned(),
    };
    let why = letter.last_error.as_deref().unwrap_or_default().replace(['\n', '\t'], " ");
    let Letter { id, recipient, attempts, .. } = letter;
    format!("{id}\t{recipient}\t{state}\t{attempts} attempts\t{why}").trim_end().to_owned()
}

fn to_json(letter: &Letter) -> Value {
    json!({
        "id": letter.id,
        "kind": letter.kind,
        "recipient": letter.recipient,
        "attempts": letter.attempts,
        "sending": letter.claimed && letter.due_at.is_some(),
        "created_at": shown(letter.created_at),
        "due_at": letter.due_at.map(shown),
        "failed_at": letter.failed_at.map(shown),
        "last_error": letter.last_error,
    })
}

pub(super) fn shown(time: jiff::civil::DateTime) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
