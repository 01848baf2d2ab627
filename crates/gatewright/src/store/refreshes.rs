//! Families of refresh tokens.

use async_trait::async_trait;
use jiff::civil::DateTime;

use crate::error::Result;
use crate::model::{Refresh, UserId};

/// The families of refresh tokens. Part of a [`Store`](super::Store); errors are as there.
#[async_trait]
pub trait Refreshes: Send + Sync {
    /// The family of that name.
    async fn find(&self, family: &str) -> Result<Option<Refresh>>;

    /// The families of a user in the order of their creation.
    async fn list(&self, user: &UserId) -> Result<Vec<Refresh>>;

    /// Creates a family.
    async fn create(&self, new: &Refresh) -> Result<Refresh>;

    /// Raises the generation by one and notes the use, but only if the generation is still `seen`
    /// and the family is not revoked. True if it was so.
    async fn exchange(&self, family: &str, seen: Option<i64>, now: DateTime) -> Result<bool>;

    /// Revokes a family. True if it was not revoked before.
    async fn revoke(&self, family: &str, now: DateTime) -> Result<bool>;

    /// Revokes all families of a user that are not revoked yet and says how many.
    async fn revoke_all(&self, user: &UserId, now: DateTime) -> Result<u64>;

    /// Deletes families and says how many.
    async fn purge(&self, what: &Purge<'_>) -> Result<u64>;
}

/// Which families to delete; one goes if it has expired or was revoked, as far as that is set.
/// Built from [`Purge::default`], which deletes none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Purge<'a> {
    /// Only those of this user.
    pub user: Option<&'a UserId>,
    /// Those that ended before this time (UTC).
    pub expired_before: Option<DateTime>,
    /// Those that were revoked.
    pub revoked: bool,
    /// At most so many, the oldest first.
    pub most: Option<u32>,
}

impl<'a> Purge<'a> {
    /// Only those of this user.
    #[must_use]
    pub fn of(mut self, user: &'a UserId) -> Self {
        self.user = Some(user);
        self
    }

    /// Those that ended before this time (UTC).
    #[must_use]
    pub fn expired_before(mut self, time: DateTime) -> Self {
        self.expired_before = Some(time);
        self
    }

    /// Those that were revoked.
    #[must_use]
    pub fn revoked(mut self) -> Self {
        self.revoked = true;
        self
    }

    /// At most so many, the oldest first.
    #[must_use]
    pub fn at_most(mut self, most: u32) -> Self {
        self.most = Some(most);
        self
    }
}
