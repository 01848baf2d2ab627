//! Users and roles, and what goes with a change of them.

use async_trait::async_trait;

use super::SqlStore;
use crate::error::Result;
use crate::model::{NewLetter, NewRole, NewUser, Role, User, UserField, UserId};
use crate::store::driver::Step;
use crate::store::{
    AuditLog, Capabilities, Closings, Filter, Lockouts, Lookup, Once, Page, Passkeys, Queue,
    Refreshes, Sessions, Store, Undos,
};

#[async_trait]
impl Store for SqlStore {
    async fn user(&self, by: Lookup<'_>) -> Result<Option<User>> {
        self.0.users.find(self.driver(), by).await
    }

    async fn namesakes(&self, attribute: &str, value: &str) -> Result<Vec<UserId>> {
        self.0.users.namesakes(self.driver(), attribute, value).await
    }

    async fn users(&self, filter: &Filter, page: &Page) -> Result<Vec<User>> {
        self.0.users.list(self.driver(), filter, page).await
    }

    async fn count_users(&self) -> Result<u64> {
        self.0.users.count(self.driver()).await
    }

    async fn create_user(&self, new: NewUser) -> Result<User> {
        self.create_user_with(new, &[]).await
    }

    async fn create_users(&self, new: Vec<NewUser>) -> Result<Vec<Result<()>>> {
        self.0.users.create_all(self.driver(), new, self.now()).await
    }

    async fn update_user(
        &self,
        id: &UserId,
        set: &[UserField],
        when: &[UserField],
    ) -> Result<bool> {
        self.update_user_with(id, set, when, &[]).await
    }

    async fn delete_user(&self, id: &UserId) -> Result<bool> {
        let more = self.hanging_on(id).await?;
        self.0.users.delete(self.driver(), id, more).await
    }

    async fn role(&self, name: &str) -> Result<Option<Role>> {
        self.0.roles.find(self.driver(), name).await
    }

    async fn roles(&self) -> Result<Vec<Role>> {
        self.0.roles.list(self.driver()).await
    }

    async fn create_role(&self, new: NewRole) -> Result<Role> {
        self.0.roles.create(self.driver(), new, self.now()).await
    }

    async fn put_role(&self, role: &Role) -> Result<bool> {
        self.0.roles.put(self.driver(), role, self.now()).await
    }

    async fn delete_role(&self, name: &str) -> Result<bool> {
        self.0.roles.delete(self.driver(), name).await
    }

    async fn grant(&self, id: &UserId, role: &str, granted: bool) -> Result<bool> {
        self.0.roles.grant(self.driver(), id, role, granted).await
    }

    async fn update_user_with(
        &self,
        id: &UserId,
        set: &[UserField],
        when: &[UserField],
        letters: &[NewLetter],
    ) -> Result<bool> {
        let mut more = self.0.outbox.steps(letters).await?;
        if set.contains(&UserField::Active(false)) {
            // Or those that are not used meanwhile would be good again when it is enabled again.
            more.extend(self.0.sessions.ending_known(id).await?);
        }
        more.extend(self.overruling(id, set).await?);
        self.0.users.update(self.driver(), id, set, when, self.now(), more).await
    }

    async fn create_user_with(&self, new: NewUser, letters: &[NewLetter]) -> Result<User> {
        let more = self.0.outbox.steps(letters).await?;
        self.0.users.create(self.driver(), new, self.now(), more).await
    }

    async fn rehearse_user_with(&self, new: NewUser, letters: &[NewLetter]) -> Result<()> {
        let more = self.0.outbox.steps(letters).await?;
        if let Err(error) = self.0.users.rehearse(self.driver(), new, self.now(), more).await {
            tracing::debug!(%error, "this database takes no such user");
            return self.0.outbox.enqueue(letters).await;
        }
        Ok(())
    }

    fn once(&self) -> &dyn Once {
        self
    }

    fn passkeys(&self) -> Result<&dyn Passkeys> {
        Ok(self)
    }

    fn refreshes(&self) -> Result<&dyn Refreshes> {
        Ok(self)
    }

    fn sessions(&self) -> Result<&dyn Sessions> {
        Ok(self)
    }

    fn lockouts(&self) -> Result<&dyn Lockouts> {
        Ok(self)
    }

    fn mails(&self) -> Result<&dyn Queue> {
        Ok(&self.0.outbox)
    }

    fn webhooks(&self) -> Result<&dyn Queue> {
        Ok(&self.0.webhooks)
    }

    fn undos(&self) -> Result<&dyn Undos> {
        Ok(self)
    }

    fn closings(&self) -> Result<&dyn Closings> {
        Ok(self)
    }

    fn audit(&self) -> Result<&dyn AuditLog> {
        Ok(self)
    }

    async fn ping(&self) -> Result<()> {
        self.driver().fetch(&self.0.ping, &[]).await.map(drop)
    }

    fn capabilities(&self) -> &Capabilities {
        &self.0.inspection.capabilities
    }
}

impl SqlStore {
    /// Whoever enables or disables an account decides what its owner had decided by closing it: else
    /// one that was enabled would be deleted one day, and one that was disabled could be opened.
    pub(super) async fn overruling(
        &self,
        user: &UserId,
        set: &[UserField],
    ) -> Result<Option<Step>> {
        match set.iter().any(|field| matches!(field, UserField::Active(_))) {
            true => self.0.closings.forgetting(user).await,
            false => Ok(None),
        }
    }

    /// The end of what our own tables keep for a user.
    pub(super) async fn hanging_on(&self, user: &UserId) -> Result<Vec<Step>> {
        let closing = self.0.closings.forgetting(user).await?;
        let undo = self.0.undo.forgetting(user).await?;
        let letters = self.0.outbox.forgetting(&self.0.users, user).await?;
        let known = [self.0.sessions.ending_known(user).await?, undo, closing, letters];
        Ok(known.into_iter().flatten().collect())
    }
}
