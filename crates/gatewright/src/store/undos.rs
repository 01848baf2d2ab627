//! Changes of an address that can be taken back.

use async_trait::async_trait;
use jiff::civil::DateTime;

use crate::error::Result;
use crate::model::{NewLetter, UserField, UserId};

/// Changes of users' addresses that can be taken back. Part of a [`Store`](super::Store); errors are
/// as there.
#[async_trait]
pub trait Undos: Send + Sync {
    /// Notes that a change of a user's address can be taken back until then, by whoever has the key.
    async fn keep(&self, user: &UserId, key_hash: &[u8], expires: DateTime) -> Result<()>;

    /// Whether that change can still be taken back.
    async fn knows(&self, user: &UserId, key_hash: &[u8], now: DateTime) -> Result<bool>;

    /// Takes a change of the address back: sets columns, ends the user's sessions and closing,
    /// enqueues letters, and uses up the key together with those of all later changes, all or nothing.
    /// False if the key is used up, or was by somebody else at the same time; or if `set` enables an
    /// account that its owner has not closed (any more): who has disabled it, decides.
    async fn take_back(
        &self,
        user: &UserId,
        key_hash: &[u8],
        set: &[UserField],
        letters: &[NewLetter],
    ) -> Result<bool>;

    /// Deletes at most so many changes that can no longer be taken back, and says how many. A store
    /// that does so by itself need not implement this.
    async fn purge(&self, now: DateTime, most: u32) -> Result<u64> {
        let _ = (now, most);
        Ok(0)
    }
}
