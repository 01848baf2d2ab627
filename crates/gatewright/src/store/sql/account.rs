//! What ends or takes back more than one thing of an account, in one transaction.

use jiff::civil::DateTime;

use super::SqlStore;
use crate::error::Result;
use crate::model::{Closing, NewLetter, UserField, UserId};
use crate::store::driver::Step;

impl SqlStore {
    pub(super) async fn take_back(
        &self,
        user: &UserId,
        key_hash: &[u8],
        set: &[UserField],
        letters: &[NewLetter],
    ) -> Result<bool> {
        let (driver, now) = (self.driver(), self.now());
        let mut more = vec![self.0.undo.taking(driver, user, key_hash, now).await?];
        match set.contains(&UserField::Active(true)) {
            // Only of an account that is still closed: somebody may have disabled it meanwhile.
            true => more.push(self.0.closings.reopening(driver, user).await?),
            false => more.extend(self.0.closings.forgetting(driver, user).await?),
        }
        more.extend(self.0.sessions.ending_known(driver, user).await?);
        more.extend(self.0.outbox.steps(driver, letters).await?);
        self.0.users.update(driver, user, set, &[], now, more).await
    }

    /// Whoever enables or disables an account decides what its owner had decided by closing it: else
    /// one that was enabled would be deleted one day, and one that was disabled could be opened.
    pub(super) async fn overruling(
        &self,
        user: &UserId,
        set: &[UserField],
    ) -> Result<Option<Step>> {
        match set.iter().any(|field| matches!(field, UserField::Active(_))) {
            true => self.0.closings.forgetting(self.driver(), user).await,
            false => Ok(None),
        }
    }

    pub(super) async fn close(
        &self,
        user: &UserId,
        closing: &Closing,
        (set, when): (&[UserField], &[UserField]),
        unless_last: Option<&str>,
        letters: &[NewLetter],
    ) -> Result<bool> {
        let driver = self.driver();
        let mut more = self.0.closings.closing(driver, user, closing, unless_last).await?;
        more.extend(self.0.sessions.ending_known(driver, user).await?);
        more.extend(self.0.outbox.steps(driver, letters).await?);
        self.0.users.update(driver, user, set, when, self.now(), more).await
    }

    pub(super) async fn bury(&self, user: &UserId, now: DateTime) -> Result<bool> {
        let driver = self.driver();
        let mut steps = vec![self.0.closings.taking(user, now)];
        steps.extend(self.0.outbox.forgetting(driver, &self.0.users, user).await?);
        steps.extend(self.hanging_on(user).await?);
        self.0.users.delete(driver, user, steps).await
    }

    /// The end of what our own tables keep for a user.
    pub(super) async fn hanging_on(&self, user: &UserId) -> Result<Vec<Step>> {
        let driver = self.driver();
        let closing = self.0.closings.forgetting(driver, user).await?;
        let undo = self.0.undo.forgetting(driver, user).await?;
        let known = [self.0.sessions.ending_known(driver, user).await?, undo, closing];
        Ok(known.into_iter().flatten().collect())
    }
}
