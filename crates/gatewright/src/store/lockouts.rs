//! Failed attempts.

use async_trait::async_trait;
use jiff::civil::DateTime;

use crate::error::Result;
use crate::model::Attempts;

/// The failed attempts that lock an account for a while. Part of a [`Store`](super::Store); errors
/// are as there.
#[async_trait]
pub trait Lockouts: Send + Sync {
    /// The failed attempts that are counted under a key.
    async fn find(&self, key: &[u8]) -> Result<Option<Attempts>>;

    /// Writes a counter whose version is one more than the stored one's, or 1 if there is none. False
    /// if somebody else was quicker: read it again. Counters that have expired may go.
    async fn put(&self, key: &[u8], new: &Attempts, now: DateTime) -> Result<bool>;

    /// Forgets the counter of a key. True if there was one.
    async fn forget(&self, key: &[u8]) -> Result<bool>;

    /// Forgets every counter of an owner and says how many there were.
    async fn unlock(&self, owner: &[u8]) -> Result<u64>;
}
