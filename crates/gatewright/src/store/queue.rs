//! What waits in order.

use async_trait::async_trait;
use jiff::civil::DateTime;

use crate::error::Result;
use crate::model::{Letter, NewLetter};

/// Letters that wait: mails, each until it is due, or webhooks, of which nobody gets the second before
/// the first is sent or given up. Part of a [`Store`](super::Store); errors are as there.
#[async_trait]
pub trait Queue: Send + Sync {
    /// Keeps letters until they are sent, all or none of them.
    async fn enqueue(&self, letters: &[NewLetter]) -> Result<()>;

    /// Takes the letter that is due first, and counts the attempt: of several callers, exactly one
    /// gets it. Until `until`, nobody else does; where letters leave in order, nobody gets any.
    async fn claim(&self, now: DateTime, until: DateTime) -> Result<Option<Letter>>;

    /// Deletes a letter that was sent, if that attempt is still the last. True if it was.
    async fn sent(&self, id: &str, attempt: i64) -> Result<bool>;

    /// Notes why an attempt failed and when to try again, `None` for never, if that attempt is
    /// still the last. True if it was.
    async fn failed(
        &self,
        id: &str,
        attempt: i64,
        why: &str,
        now: DateTime,
        again: Option<DateTime>,
    ) -> Result<bool>;

    /// Letters in the order of their keys, after that one: those that were given up, or those that
    /// wait.
    async fn list(&self, failed: bool, after: &str, limit: u32) -> Result<Vec<Letter>>;

    /// At most so many letters for one recipient, whatever became of them, without their payloads.
    async fn list_for(&self, recipient: &str, limit: u32) -> Result<Vec<Letter>>;

    /// Makes letters due that nobody is sending at the moment, also those that were given up: this
    /// one, or all. Says how many.
    async fn retry(&self, id: Option<&str>, now: DateTime, give_up_at: DateTime) -> Result<u64>;

    /// Deletes letters that were given up at that time or before, and says how many.
    async fn purge(&self, failed_until: DateTime) -> Result<u64>;
}
