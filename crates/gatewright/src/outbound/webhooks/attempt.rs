//! One request to the receiver.

use std::error::Error as _;
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use http::StatusCode;
use http::header::CONTENT_TYPE;
use serde_json::json;

use super::Webhooks;
use crate::clock::Clock;
use crate::error::{Error, Result};

/// What came of it, and why.
pub(super) enum Outcome {
    Sent,
    Failed(String),
    /// It is of no use to try again.
    Gone(String),
}

impl Webhooks {
    /// Posts an event that stands for none, past the queue.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only a command asks"))]
    pub(crate) async fn test(&self, clock: &Clock) -> Result<(), String> {
        let id = self.next_id(clock).map_err(|error| error.to_string())?;
        match self.post(&id, json!({ "event": "test" }).to_string().as_bytes(), clock).await {
            Outcome::Sent => Ok(()),
            Outcome::Failed(why) | Outcome::Gone(why) => Err(why),
        }
    }

    /// Within the limit, whatever the client does. One that panics would else take the job with it.
    pub(super) async fn post(&self, id: &str, body: &[u8], clock: &Clock) -> Outcome {
        let request = match self.request(id, body, clock.unix()) {
            Ok(request) => request,
            Err(error) => return Outcome::Failed(reason(&error)),
        };
        let sending = AssertUnwindSafe(self.http.send(request)).catch_unwind();
        let status = match tokio::time::timeout(self.timeout, sending).await {
            Ok(Ok(Ok(answer))) => answer.status(),
            Ok(Ok(Err(error))) => return Outcome::Failed(reason(&error)),
            Ok(Err(_)) => return Outcome::Failed("the client panicked".to_owned()),
            Err(_) => {
                return Outcome::Failed(
                    "the receiver took longer than EVENTS_WEBHOOK_TIMEOUT".into(),
                );
            }
        };
        let said = format!("the receiver answered {}", status.as_u16());
        match status {
            StatusCode::GONE => Outcome::Gone(said),
            status if status.is_success() => Outcome::Sent,
            // A redirect, too: who gets it is what the settings say.
            _ => Outcome::Failed(said),
        }
    }

    fn request(&self, id: &str, body: &[u8], at: i64) -> Result<http::Request<Vec<u8>>> {
        let mut request = http::Request::post(self.url.clone())
            .header(CONTENT_TYPE, "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", at);
        let signatures: Vec<String> =
            self.secrets.iter().map(|secret| secret.sign(id, at, body)).collect();
        if !signatures.is_empty() {
            request = request.header("webhook-signature", signatures.join(" "));
        }
        request.body(body.to_vec()).map_err(|error| {
            Error::config("EVENTS_WEBHOOK_URL cannot be posted to").caused_by(error)
        })
    }
}

/// An error with what has caused it: `no answer` alone helps nobody.
fn reason(error: &Error) -> String {
    let mut text = error.detail().to_owned();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
