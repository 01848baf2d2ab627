//! Accounts that their owners have closed.

use async_trait::async_trait;
use jiff::civil::DateTime;

use crate::error::Result;
use crate::model::{Closing, NewLetter, UserField, UserId};

/// Accounts that their owners have closed, until they are deleted. Part of a
/// [`Store`](super::Store); errors are as there.
///
/// A closing is that of one account. Where keys of users are given again, it must not be found for
/// the next account with that key.
#[async_trait]
pub trait Closings: Send + Sync {
    /// Closes an account: sets the first columns if those of the second list still have these values,
    /// ends the user's sessions, keeps the closing and enqueues letters, all or nothing. With
    /// `unless_last`, only if another active user has the role of that name. False if it was not so.
    async fn close(
        &self,
        user: &UserId,
        closing: &Closing,
        change: (&[UserField], &[UserField]),
        unless_last: Option<&str>,
        letters: &[NewLetter],
    ) -> Result<bool>;

    /// The closing of an account that its owner has closed.
    async fn find(&self, user: &UserId) -> Result<Option<Closing>>;

    /// Opens a closed account again: sets columns and ends the closing. False if there is none; of
    /// several callers, exactly one gets true.
    async fn reopen(&self, user: &UserId, set: &[UserField]) -> Result<bool>;

    /// At most so many users whose closings are due, the first ones first.
    async fn due(&self, now: DateTime, most: u32) -> Result<Vec<UserId>>;

    /// Lets a closing be due later. False if there is none.
    async fn postpone(&self, user: &UserId, until: DateTime) -> Result<bool>;

    /// Deletes a user as [`Store::delete_user`](super::Store::delete_user) does, if their closing is
    /// due and the account is still disabled. True if it was.
    async fn delete(&self, user: &UserId, now: DateTime) -> Result<bool>;
}
