//! What happened, in a chain.

use async_trait::async_trait;
use jiff::civil::DateTime;

use crate::error::Result;
use crate::model::AuditRow;

/// The audit log. Part of a [`Store`](super::Store); errors are as there.
#[async_trait]
pub trait AuditLog: Send + Sync {
    /// The newest entry.
    async fn head(&self) -> Result<Option<AuditRow>>;

    /// Adds an entry. False if there is one of that number already: somebody else was quicker.
    async fn append(&self, row: &AuditRow) -> Result<bool>;

    /// As much work as [`AuditLog::append`] with nothing there in the end: what has not happened must
    /// take as long as what has. A log without it tells by its time that no entry was written.
    async fn rehearse(&self, row: &AuditRow) -> Result<bool> {
        let _ = row;
        Ok(true)
    }

    /// Entries in the order of their numbers.
    async fn list(&self, query: &AuditQuery) -> Result<Vec<AuditRow>>;

    /// Deletes the entries before that one and, if it still has that hash, leaves nothing in it but
    /// number, time, hash, and the event and details that are given. True if it did.
    async fn anchor(&self, row: &AuditRow) -> Result<bool>;
}

/// Which entries of the audit log to list; everything that is set must hold.
///
/// ```
/// use gatewright::store::AuditQuery;
///
/// let failures = AuditQuery::new(50).event("sign_in_failed").newest_first();
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuditQuery {
    /// The key of the user they are about.
    pub user: Option<String>,
    /// The event's name.
    pub event: Option<String>,
    /// The earliest time (UTC).
    pub since: Option<DateTime>,
    /// The last number of the page before.
    pub from: Option<i64>,
    /// From the newest to the oldest.
    pub newest_first: bool,
    /// At most so many entries; never more than 1,000.
    pub limit: u32,
}

impl AuditQuery {
    /// At most so many entries, never more than 1,000; all that there are, the oldest first.
    pub fn new(limit: u32) -> Self {
        Self { user: None, event: None, since: None, from: None, newest_first: false, limit }
    }

    /// Those about the user with this key.
    #[must_use]
    pub fn user(mut self, key: impl Into<String>) -> Self {
        self.user = Some(key.into());
        self
    }

    /// Those of the event with this name.
    #[must_use]
    pub fn event(mut self, name: impl Into<String>) -> Self {
        self.event = Some(name.into());
        self
    }

    /// Those at this time or later (UTC).
    #[must_use]
    pub fn since(mut self, time: DateTime) -> Self {
        self.since = Some(time);
        self
    }

    /// Those after the entry with this number: the last one of the page before.
    #[must_use]
    pub fn from(mut self, number: i64) -> Self {
        self.from = Some(number);
        self
    }

    /// From the newest to the oldest.
    #[must_use]
    pub fn newest_first(mut self) -> Self {
        self.newest_first = true;
        self
    }
}
