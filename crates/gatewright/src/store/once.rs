//! What can be taken once.

use async_trait::async_trait;
use jiff::civil::DateTime;

use crate::error::Result;

/// Values that exactly one of several callers can take: links and codes. Part of a
/// [`Store`](super::Store); errors are as there.
#[async_trait]
pub trait Once: Send + Sync {
    /// Keeps a value that can be taken once, until it expires. A key that is taken already is a
    /// conflict. Keep only hashes of what a client holds.
    async fn issue(
        &self,
        purpose: &str,
        key_hash: &[u8],
        expires: DateTime,
        payload: &str,
    ) -> Result<()>;

    /// Reads such a value without taking it.
    async fn peek(&self, purpose: &str, key_hash: &[u8], now: DateTime) -> Result<Option<String>>;

    /// Takes such a value: exactly one of several callers gets it.
    async fn consume(
        &self,
        purpose: &str,
        key_hash: &[u8],
        now: DateTime,
    ) -> Result<Option<String>>;

    /// Deletes values that were never taken and have expired, and says how many. A store that does
    /// so by itself need not implement this.
    async fn purge(&self, now: DateTime) -> Result<u64> {
        let _ = now;
        Ok(0)
    }
}
