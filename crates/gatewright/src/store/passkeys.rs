//! Passkeys of users.

use async_trait::async_trait;

use crate::error::Result;
use crate::model::{Passkey, UserId};

/// The passkeys of users. Part of a [`Store`](super::Store); errors are as there.
#[async_trait]
pub trait Passkeys: Send + Sync {
    /// The passkey with that credential id.
    async fn find(&self, credential_id: &[u8]) -> Result<Option<Passkey>>;

    /// The passkeys of a user in the order of their creation.
    async fn list(&self, user: &UserId) -> Result<Vec<Passkey>>;

    /// Creates a passkey.
    async fn create(&self, new: &Passkey) -> Result<Passkey>;

    /// Notes a use: writes `sign_count`, `backup_state` and `lastuse_datetime`, but only if the
    /// stored counter is still `seen`. True if it was.
    async fn note_use(&self, key: &Passkey, seen: Option<i64>) -> Result<bool>;

    /// Deletes a user's passkey by its name. True if there was one.
    async fn delete(&self, user: &UserId, name: &str) -> Result<bool>;

    /// Deletes all passkeys of a user and says how many there were.
    async fn delete_all(&self, user: &UserId) -> Result<u64>;
}
