//! The end of an account.

use jiff::SignedDuration;

use crate::authn::lockout;
use crate::error::Result;
use crate::event::Event;
use crate::model::{User, UserId};
use crate::request::whole::{afterwards, whole};
use crate::security::Security;
use crate::signin::everywhere;
use crate::store::Lookup;

/// Closed accounts that one round deletes.
const AT_ONCE: u32 = 1_000;
/// When an account that could not be deleted is tried again.
const AGAIN: SignedDuration = SignedDuration::from_hours(24);

impl Security {
    /// Deletes a user with roles, sessions, tokens, passkeys and counted failures. False if there is
    /// no such user any more. Nothing brings the account back, and the address can be registered
    /// again.
    ///
    /// The sign-outs come first, so that no session outlives the account. Rows of the application's
    /// own that point at the user are the application's: where the database keeps them together by a
    /// foreign key, delete them before. Listeners hear [`UserDeleted`](Event::UserDeleted).
    ///
    /// ```
    /// # use gatewright::{Result, Security, User};
    /// async fn forget(security: &Security, user: &User) -> Result<bool> {
    ///     // The application's own rows first: its orders, its comments.
    ///     security.delete_user(user).await
    /// }
    /// ```
    ///
    /// # Errors
    /// The store failed, or a foreign key holds the row ([`Conflict`](crate::ErrorKind::Conflict)).
    pub async fn delete_user(&self, user: &User) -> Result<bool> {
        let (security, user) = (self.clone(), user.clone());
        whole(async move {
            if everywhere::everywhere(&security, None, &user).await?.is_none() {
                return Ok(false);
            }
            let store = security.store();
            if !store.delete_user(&user.id).await? {
                return Ok(false);
            }
            gone(&security, &user).await;
            Ok(true)
        })
        .await
    }

    /// Deletes the accounts that their owners have closed long enough ago, and says how many.
    pub(crate) async fn delete_closed_accounts(&self) -> Result<u64> {
        let mut deleted = 0;
        let Ok(closings) = self.store().closings() else { return Ok(deleted) };
        let now = self.clock().utc();
        for id in closings.due(now, AT_ONCE).await? {
            // One that a foreign key of the application's holds must not keep the others.
            match self.delete_closed_account(&id).await {
                Ok(true) => deleted += 1,
                Ok(false) => {}
                Err(error) => {
                    tracing::error!(user = %id, %error, "a closed account stays for another day");
                    // Or those that are held would be in the way of the others one day.
                    let later = now.saturating_add(AGAIN);
                    afterwards(closings.postpone(&id, later).await);
                }
            }
        }
        Ok(deleted)
    }

    async fn delete_closed_account(&self, id: &UserId) -> Result<bool> {
        let store = self.store();
        let user = store.user(Lookup::Id(id)).await?;
        if store.closings()?.delete(id, self.clock().utc()).await? {
            if let Some(user) = &user {
                gone(self, user).await;
            }
            return Ok(true);
        }
        if user.is_some_and(|user| user.active) {
            // It was opened again by other means.
            store.closings()?.reopen(id, &[]).await?;
        }
        Ok(false)
    }
}

/// What follows when the row is gone.
async fn gone(security: &Security, user: &User) {
    if let Ok(lockouts) = security.store().lockouts() {
        afterwards(lockouts.unlock(&lockout::owner::owner(user)).await);
    }
    security.announce(None, &Event::UserDeleted { user }).await;
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::TestApp;

    #[tokio::test]
    async fn nothing_is_left_that_signs_in() {
        let app = TestApp::new(|_| {}).await;
        let joe = app.user("joe@lp.com", "correct horse").await;
        app.role("joe@lp.com", "editor", &[]).await;
        let mut browser = app.browser();
        let body = json!({ "email": "joe@lp.com", "password": "correct horse" });
        browser.post_json("/login", &body).await.is(200);
        browser.get_json("/verify").await.is(200);
        assert!(app.security().delete_user(&joe).await.unwrap());
        assert!(!app.security().delete_user(&joe).await.unwrap());
        browser.get_json("/verify").await.is(401);
        app.browser().post_json("/login", &body).await.is(400);
        assert!(app.find("joe@lp.com").await.is_none());
        let now = app.clock().utc();
        assert!(
            app.security().store().sessions().unwrap().list(&joe.id, now).await.unwrap().is_empty()
        );
    }
}
