//! The way of an event to whom it is posted: at once, or through a queue, and again if that failed.

mod attempt;
#[cfg(test)]
#[cfg(feature = "http-client")]
mod tests;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use gatewright_wire::fernet::{Fernet, MAX_TOKEN};
use gatewright_wire::webhook::Secret;
use jiff::SignedDuration;
use serde_json::{Map, Value, json};
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::config::Delivery;
use crate::error::{Error, ErrorKind, Result};
use crate::event::{Event, Selection};
use crate::model::{Letter, NewLetter};
use crate::outbound::Letterbox;
use crate::outbound::http::HttpClient;
use crate::outbound::post::{earlier, later};
use crate::outbound::retry::{GRACE, KEPT, REASON, id_at, pause, to_nobody};
use crate::store::Queue;

use self::attempt::Outcome;

/// The first pause after a failure, and the longest: a queue stands still meanwhile.
const PAUSE: SignedDuration = SignedDuration::from_secs(15);
const LONGEST: SignedDuration = SignedDuration::from_mins(15);
/// After so many letters in a row that were given up the receiver is left alone until the next round.
const PATIENCE: usize = 3;
/// Larger bodies than this go without what was typed into a form, in bytes.
const LARGEST: usize = 32 * 1024;
/// For so long nothing is posted in requests after a failure, in seconds: a receiver that is down
/// must not make everybody wait.
const REST: i64 = 30;

/// Posts events to one URL.
pub(crate) struct Webhooks {
    pub(crate) url: http::Uri,
    pub(crate) http: Arc<dyn HttpClient>,
    /// Each signs.
    pub(crate) secrets: Vec<Secret>,
    pub(crate) wanted: Selection,
    /// What is posted is what the reference's signals carry, tokens included, and nothing else.
    pub(crate) plain: bool,
    pub(crate) delivery: Delivery,
    pub(crate) timeout: Duration,
    pub(crate) give_up_after: SignedDuration,
    /// The key that seals letters, and those before it.
    pub(crate) seals: Vec<Fernet>,
    /// Rung when a letter has come.
    pub(crate) bell: Arc<Notify>,
    pub(crate) state: State,
}

/// What changes.
#[derive(Default)]
pub(crate) struct State {
    /// The time in the last key, in microseconds: keys of this process are in order.
    last: AtomicI64,
    /// Until when the receiver is left alone by requests, in seconds since 1970.
    rests_until: AtomicI64,
}

/// An event on its way.
pub(crate) struct Message {
    id: String,
    event: &'static str,
    body: String,
}

impl Webhooks {
    /// What is posted about an event; `None` if nobody wants it.
    pub(crate) fn message(&self, event: &Event<'_>, clock: &Clock) -> Result<Option<Message>> {
        if !self.wanted.wants(event) {
            return Ok(None);
        }
        let mut body = Map::from_iter([("event".to_owned(), json!(event.name()))]);
        if self.plain {
            body.extend(event.payload());
        } else {
            let time = clock.utc().strftime("%Y-%m-%dT%H:%M:%S%.6fZ").to_string();
            body.insert("time".to_owned(), json!(time));
            body.extend(event.redacted());
        }
        let mut text = Value::Object(body.clone()).to_string();
        if text.len() > LARGEST && !(self.plain && self.delivery == Delivery::Inline) {
            // What somebody typed must not keep the event itself from leaving.
            body.insert("form_data".to_owned(), json!({}));
            text = Value::Object(body).to_string();
        }
        Ok(Some(Message { id: self.next_id(clock)?, event: event.name(), body: text }))
    }

    /// As much work as [`Webhooks::tell`], for an event that has not happened. Nothing if it would be
    /// posted at once; else the letter, for [`Webhooks::forget`].
    pub(crate) async fn pretend(
        &self,
        event: &Event<'_>,
        at: Letterbox<'_>,
    ) -> Result<Option<NewLetter>> {
        let (Delivery::Outbox, Ok(queue)) = (self.delivery, at.store.webhooks()) else {
            return Ok(None);
        };
        let Some(message) = self.message(event, at.clock)? else { return Ok(None) };
        let letter = to_nobody(&self.letter(&message, at.clock, SignedDuration::ZERO)?);
        queue.enqueue(std::slice::from_ref(&letter)).await?;
        self.bell.notify_one();
        Ok(Some(letter))
    }

    /// Takes a letter to nobody out again, unless somebody is about to: behind an event that waits for
    /// its receiver, strangers could else pile up as many as they like.
    pub(crate) async fn forget(&self, letter: &NewLetter, at: Letterbox<'_>) -> Result<()> {
        at.store.webhooks()?.sent(&letter.id, i64::from(letter.claimed)).await.map(drop)
    }

    /// Posts a message or puts it into the queue.
    pub(crate) async fn tell(&self, message: &Message, at: Letterbox<'_>) -> Result<()> {
        let queue = at.store.webhooks();
        if let (Delivery::Outbox, Ok(queue)) = (self.delivery, &queue) {
            queue.enqueue(&[self.letter(message, at.clock, SignedDuration::ZERO)?]).await?;
            self.bell.notify_one();
            return Ok(());
        }
        let rests = self.state.rests_until.load(Ordering::Relaxed) > at.clock.unix();
        let why = if rests {
            "the receiver was down a moment ago".to_owned()
        } else {
            match self.post(&message.id, message.body.as_bytes(), at.clock).await {
                Outcome::Sent => return Ok(()),
                Outcome::Failed(why) | Outcome::Gone(why) => why,
            }
        };
        if !rests {
            let until = at.clock.unix().saturating_add(REST);
            self.state.rests_until.store(until, Ordering::Relaxed);
        }
        let Message { id, event, .. } = message;
        let Ok(queue) = queue else {
            tracing::error!(event, id, why, "an event is lost: the store keeps no queue");
            return Ok(());
        };
        tracing::warn!(event, id, why, "an event has to wait");
        queue.enqueue(&[self.letter(message, at.clock, PAUSE)?]).await
    }

    /// Posts what is due, in its order. The number of letters that were taken.
    pub(crate) async fn round(&self, at: Letterbox<'_>) -> Result<usize> {
        let Ok(queue) = at.store.webhooks() else { return Ok(0) };
        let (mut sent, mut failures) = (0, 0);
        while failures < PATIENCE {
            let now = at.clock.utc();
            let Some(letter) = queue.claim(now, later(now, self.lease())).await? else { break };
            if letter.is_to_nobody() {
                queue.sent(&letter.id, letter.attempts).await?;
                continue;
            }
            let outcome = match self.open(&letter, at.clock) {
                Some(body) => self.post(&letter.id, &body, at.clock).await,
                None => Outcome::Gone("it cannot be opened: SECRET_KEY is another one".to_owned()),
            };
            if self.note(queue, &letter, outcome, at.clock).await? {
                (sent, failures) = (sent + 1, 0);
            } else {
                failures += 1;
            }
        }
        queue.purge(earlier(at.clock.utc(), KEPT)).await?;
        Ok(sent)
    }

    /// Writes down what came of an attempt. True if the letter was taken.
    async fn note(
        &self,
        queue: &dyn Queue,
        letter: &Letter,
        outcome: Outcome,
        clock: &Clock,
    ) -> Result<bool> {
        let (id, event, attempt) = (&letter.id, &letter.kind, letter.attempts);
        let (why, gone) = match outcome {
            Outcome::Sent => {
                queue.sent(id, attempt).await?;
                return Ok(true);
            }
            Outcome::Failed(why) => (why, false),
            Outcome::Gone(why) => (why, true),
        };
        let now = clock.utc();
        let again = later(now, pause(PAUSE, LONGEST, attempt));
        let again = (!gone && again <= letter.give_up_at).then_some(again);
        match again {
            Some(_) => tracing::warn!(event, id, attempt, why, "an event has to wait"),
            None => tracing::error!(event, id, attempt, why, "an event was given up"),
        }
        let why: String = why.chars().take(REASON).collect();
        queue.failed(id, attempt, &why, now, again).await?;
        Ok(false)
    }

    fn letter(&self, message: &Message, clock: &Clock, pause: SignedDuration) -> Result<NewLetter> {
        let now = clock.utc();
        let seal = self.seals.first();
        let seal = seal.ok_or_else(|| Error::new(ErrorKind::Crypto, "no key for letters"))?;
        let payload = seal.encrypt(message.body.as_bytes(), clock.unix())?;
        if payload.len() > MAX_TOKEN {
            return Err(Error::new(ErrorKind::TooLarge, "the event is too large to be kept"));
        }
        Ok(NewLetter {
            id: message.id.clone(),
            kind: message.event.to_owned(),
            recipient: self.url.host().unwrap_or_default().to_owned(),
            payload,
            created_at: now,
            due_at: later(now, pause),
            give_up_at: later(now, self.give_up_after),
            claimed: false,
        })
    }

    fn open(&self, letter: &Letter, clock: &Clock) -> Option<Vec<u8>> {
        let now = clock.unix();
        self.seals.iter().find_map(|seal| seal.decrypt(&letter.payload, None, now).ok())
    }

    fn lease(&self) -> SignedDuration {
        GRACE.saturating_add(SignedDuration::try_from(self.timeout).unwrap_or(GRACE))
    }

    /// A key that sorts after those before it, also within one microsecond.
    fn next_id(&self, clock: &Clock) -> Result<String> {
        let now = clock.now().as_microsecond();
        let later = |last: i64| Some(now.max(last.saturating_add(1)));
        let (relaxed, last) = (Ordering::Relaxed, &self.state.last);
        let before = last.fetch_update(relaxed, relaxed, later).unwrap_or(now);
        id_at(now.max(before.saturating_add(1)))
    }
}
