//! Sessions on the server.

use async_trait::async_trait;
use jiff::civil::DateTime;

use crate::error::Result;
use crate::model::{NewLetter, ServerSession, SessionChange, User, UserField, UserId};

/// Sessions that are kept on the server. Part of a [`Store`](super::Store); errors are as there.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// The session with that key, and its user with roles: one read. Also one that has ended, or
    /// is out of date.
    async fn find(&self, key_hash: &[u8]) -> Result<Option<(ServerSession, Option<User>)>>;

    /// The sessions of a user that have not ended by now, the one used last first.
    async fn list(&self, user: &UserId, now: DateTime) -> Result<Vec<ServerSession>>;

    /// Creates a session. With a limit, ends those of its user that were used least recently, so
    /// that no more than so many are left.
    async fn create(&self, new: &ServerSession, limit: Option<u32>) -> Result<()>;

    /// Changes a session that was read before. False, and nothing is changed, if it has ended or
    /// what the change rests on is no longer so: read it again.
    async fn update(&self, seen: &ServerSession, change: &SessionChange) -> Result<bool>;

    /// Ends a session: it is deleted, or, until then, kept as a mark without user and data. True
    /// if it had not ended before.
    async fn end(&self, key_hash: &[u8], until: Option<DateTime>) -> Result<bool>;

    /// Deletes the sessions of a user, all or all but one, and says how many.
    async fn end_all(&self, user: &UserId, except: Option<&[u8]>) -> Result<u64>;

    /// Sets columns as [`Store::update_user`](super::Store::update_user) does, ends the user's
    /// sessions and enqueues letters, all or nothing. The session with the key `except` goes on and
    /// takes over the `fs_uniquifier` that is set.
    async fn update_user(
        &self,
        user: &UserId,
        set: &[UserField],
        when: &[UserField],
        except: Option<&[u8]>,
        letters: &[NewLetter],
    ) -> Result<bool>;

    /// Deletes at most so many sessions that expired by now, and says how many.
    async fn purge(&self, now: DateTime, most: u32) -> Result<u64>;
}
