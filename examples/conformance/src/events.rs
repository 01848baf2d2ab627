//! Events, each posted as JSON before the answer leaves.

use std::io;
use std::time::Duration;

use async_trait::async_trait;
use gatewright::event::{Event, Listener};
use gatewright::facts::Facts;
use gatewright::{Error, Result};
use serde_json::{Map, Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// So long the receiver may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// Most bytes of its answer that are read.
const LONGEST_ANSWER: u64 = 64 * 1024;

/// Events that the reference does not have: its clients count what they hear.
const OWN: [&str; 12] = [
    "account_closed",
    "account_locked",
    "account_reopened",
    "account_unlocked",
    "administered",
    "email_change_undone",
    "session_replayed",
    "session_revoked",
    "user_activated",
    "user_created",
    "user_deactivated",
    "user_deleted",
];

/// Posts the reference's events to a URL, one after the other.
pub(crate) struct Webhook {
    /// Host and port.
    authority: String,
    path: String,
}

impl Webhook {
    /// A webhook at an address such as `http://127.0.0.1:9000/events`.
    pub(crate) fn new(url: &str) -> Result<Self> {
        let Some(rest) = url.strip_prefix("http://") else {
            return Err(Error::config("EVENTS_WEBHOOK_URL must start with http://"));
        };
        let (authority, path) = match rest.find('/') {
            Some(at) => rest.split_at(at),
            None => (rest, "/"),
        };
        if url.contains(|c: char| c.is_control() || c == ' ') || authority.is_empty() {
            return Err(Error::config("EVENTS_WEBHOOK_URL is not a URL"));
        }
        Ok(Self { authority: authority.to_owned(), path: path.to_owned() })
    }

    async fn post(&self, body: &str) -> io::Result<()> {
        let address = match self.authority.rsplit_once(':') {
            Some((_, port)) if !port.ends_with(']') => self.authority.clone(),
            _ => format!("{}:80", self.authority),
        };
        let mut stream = TcpStream::connect(address).await?;
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            self.path,
            self.authority,
            body.len(),
        );
        stream.write_all(format!("{head}{body}").as_bytes()).await?;
        let mut answer = Vec::new();
        stream.take(LONGEST_ANSWER).read_to_end(&mut answer).await?;
        let status = answer.split(|byte| *byte == b' ').nth(1).unwrap_or_default();
        if status.first() == Some(&b'2') {
            return Ok(());
        }
        Err(io::Error::other("the receiver refused it"))
    }
}

#[async_trait]
impl Listener for Webhook {
    async fn notice(&self, _: Option<&Facts>, event: &Event<'_>) {
        if OWN.contains(&event.name()) {
            return;
        }
        let mut body = Map::from_iter([("event".to_owned(), json!(event.name()))]);
        body.extend(event.payload());
        let body = Value::Object(body).to_string();
        let posted = tokio::time::timeout(PATIENCE, self.post(&body)).await;
        if let Err(error) = posted.unwrap_or_else(|late| Err(late.into())) {
            tracing::error!(%error, event = event.name(), "an event could not be posted");
        }
    }
}
