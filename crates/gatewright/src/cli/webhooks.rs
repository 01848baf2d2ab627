//! `webhooks test`, `list`, `retry`, `send`, `purge`.

use clap::Subcommand;
use serde_json::json;

use crate::cli::console::{Console, Failure};
use crate::cli::waiting::Waiting;
use crate::error::{Error, ErrorKind};
use crate::outbound::Webhooks;
use crate::security::Security;

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
            Self::List { failed } => waiting(security)?.list(console, *failed).await,
            Self::Retry { id } => waiting(security)?.retry(security, console, id.as_deref()).await,
            Self::Send => {
                let sent = webhooks(security)?.round(security.letterbox()).await?;
                waiting(security)?.tell(console, "posted", sent as u64)
            }
            Self::Purge => waiting(security)?.purge(console, security.clock().utc()).await,
        }
    }
}

fn webhooks(security: &Security) -> Result<&Webhooks, Failure> {
    security.webhooks().ok_or_else(|| {
        Failure::usage("EVENTS_WEBHOOK_URL is not set: there is nobody to post events to")
    })
}

fn waiting(security: &Security) -> Result<Waiting<'_>, Failure> {
    let queue = security.store().webhooks();
    queue.map(Waiting::Events).map_err(|_| Failure::usage("this store keeps no queue of events"))
}
