//! `mail test`, `outbox list`, `retry`, `send`, `purge`.

use clap::Subcommand;
use serde_json::{Map, json};

use crate::cli::console::{Console, Failure};
use crate::cli::waiting::Waiting;
use crate::security::Security;
use crate::web::mail::Occasion;

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
        let mails = Waiting::Mails(security.store().mails()?);
        match self {
            Self::List { failed } => mails.list(console, *failed).await,
            Self::Retry { id } => mails.retry(security, console, id.as_deref()).await,
            Self::Send => {
                let sent = security.post().round(security.letterbox()).await?;
                mails.tell(console, "sent", sent as u64)
            }
            Self::Purge => mails.purge(console, security.clock().utc()).await,
        }
    }
}
