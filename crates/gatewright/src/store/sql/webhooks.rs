//! Webhooks that wait.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::civil::DateTime;

use super::outbox::{Letters, Outbox};
use crate::error::Result;
use crate::model::{Letter, NewLetter};
use crate::store::Queue;
use crate::store::driver::Driver;

/// The table of webhooks, with the way to it.
#[derive(Debug)]
pub(super) struct Webhooks {
    driver: Arc<dyn Driver>,
    letters: Outbox,
}

impl Webhooks {
    pub(super) fn new(driver: Arc<dyn Driver>, ready: bool) -> Self {
        Self { letters: Outbox::new(driver.dialect(), ready, Letters::Webhooks), driver }
    }

    #[cfg(test)]
    pub(super) fn letters(&self) -> &Outbox {
        &self.letters
    }
}

#[async_trait]
impl Queue for Webhooks {
    async fn enqueue(&self, letters: &[NewLetter]) -> Result<()> {
        self.letters.enqueue(&*self.driver, letters).await
    }

    async fn claim(&self, now: DateTime, until: DateTime) -> Result<Option<Letter>> {
        self.letters.claim(&*self.driver, now, until).await
    }

    async fn sent(&self, id: &str, attempt: i64) -> Result<bool> {
        self.letters.sent(&*self.driver, id, attempt).await
    }

    async fn failed(
        &self,
        id: &str,
        attempt: i64,
        why: &str,
        now: DateTime,
        again: Option<DateTime>,
    ) -> Result<bool> {
        self.letters.failed(&*self.driver, (id, attempt), why, now, again).await
    }

    async fn list(&self, failed: bool, after: &str, limit: u32) -> Result<Vec<Letter>> {
        self.letters.list(&*self.driver, failed, after, limit).await
    }

    async fn retry(&self, id: Option<&str>, now: DateTime, give_up_at: DateTime) -> Result<u64> {
        self.letters.retry(&*self.driver, id, now, give_up_at).await
    }

    async fn purge(&self, failed_until: DateTime) -> Result<u64> {
        self.letters.purge(&*self.driver, failed_until).await
    }
}
