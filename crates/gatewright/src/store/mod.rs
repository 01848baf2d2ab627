//! Where users live: the trait [`Store`], and the one over SQL.
//!
//! A store is small on purpose: rows in, rows out; the rules live above it. Whatever may happen
//! once only is one conditional write, so that exactly one request can win, whatever the database.
//!
//! Users and roles are the store itself. What is kept beside them has a trait of its own, which a
//! store hands out if it keeps that: [`Sessions`], [`Refreshes`], [`Closings`] and so on.

mod audit;
#[cfg(test)]
#[cfg(feature = "sqlite")]
mod bare_tests;
mod capabilities;
mod closings;
#[cfg_attr(not(feature = "sqlite"), allow(dead_code, reason = "no driver is built in"))]
mod driver;
mod lockouts;
mod once;
mod passkeys;
mod query;
mod queue;
mod refreshes;
mod sessions;
mod sql;
mod undos;

use async_trait::async_trait;

use crate::error::{Error, ErrorKind, Result};
use crate::model::{NewLetter, NewRole, NewUser, Role, User, UserField, UserId};

pub use audit::{AuditLog, AuditQuery};
pub use capabilities::Capabilities;
pub use closings::Closings;
pub use lockouts::Lockouts;
pub use once::Once;
pub use passkeys::Passkeys;
pub use query::{Filter, Lookup, Page};
pub use queue::Queue;
pub use refreshes::{Purge, Refreshes};
pub use sessions::Sessions;
#[cfg(feature = "cli")]
pub(crate) use sql::Survey;
pub use sql::{Gap, Inspection, Mode, SchemaVersion, SqlStore, TableNames};
pub use undos::Undos;

/// The file of a SQLite database, by its address; `None` if it is in memory or elsewhere.
///
/// ```
/// let file = gatewright::store::sqlite_file("sqlite:////srv/app.db");
/// assert_eq!(file, Some("/srv/app.db".into()));
/// ```
#[cfg(feature = "sqlite")]
pub fn sqlite_file(url: &str) -> Option<std::path::PathBuf> {
    use driver::sqlite::url::{Place, parse};
    match parse(url).ok()? {
        Place::File(path) => Some(path),
        Place::Memory => None,
    }
}

/// Where users live. Implement it to keep them elsewhere than in SQL.
///
/// Every method may fail with [`ErrorKind::Store`]; a value that must be unique and is not gives
/// [`ErrorKind::Conflict`], a role or user that must exist and does not [`ErrorKind::NotFound`].
///
/// What a store keeps beside users and roles it hands out as a trait object. What it does not keep
/// is an [`ErrorKind::Config`] that says which setting must go without; the builder asks at start.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// The user, with roles.
    async fn user(&self, by: Lookup<'_>) -> Result<Option<User>>;

    /// The keys of all users whose attribute differs at most in case, the lowest first: whoever takes
    /// a name looks afterwards whether others have taken it at the same moment.
    async fn namesakes(&self, attribute: &str, value: &str) -> Result<Vec<UserId>> {
        let by = Lookup::Identity { attribute, value, case_insensitive: true };
        Ok(self.user(by).await?.map(|user| user.id).into_iter().collect())
    }

    /// Users in the order of their keys, with roles.
    async fn users(&self, filter: &Filter, page: &Page) -> Result<Vec<User>>;

    /// How many users there are.
    async fn count_users(&self) -> Result<u64>;

    /// Creates a user and makes the uniquifiers that are absent.
    async fn create_user(&self, new: NewUser) -> Result<User>;

    /// As [`Store::create_user`], and enqueues letters in the same transaction.
    async fn create_user_with(&self, new: NewUser, letters: &[NewLetter]) -> Result<User> {
        let user = self.create_user(new).await?;
        if !letters.is_empty() {
            self.mails()?.enqueue(letters).await?;
        }
        Ok(user)
    }

    /// As much work as [`Store::create_user_with`] with no user in the end, but with the letters: to
    /// register an address that is taken must take as long as to register one that is free. No other
    /// user may have the names of this one. A store without it tells by its time which ones are free.
    async fn rehearse_user_with(&self, new: NewUser, letters: &[NewLetter]) -> Result<()> {
        let _ = new;
        if letters.is_empty() { Ok(()) } else { self.mails()?.enqueue(letters).await }
    }

    /// Creates users in as few transactions as the store can, and says for each what became of it.
    ///
    /// Fails as a whole only if the database does; some of them may exist then.
    async fn create_users(&self, new: Vec<NewUser>) -> Result<Vec<Result<()>>> {
        let mut outcomes = Vec::with_capacity(new.len());
        for new in new {
            outcomes.push(match self.create_user(new).await {
                Err(error) if !is_of_one_row(&error) => return Err(error),
                outcome => outcome.map(drop),
            });
        }
        Ok(outcomes)
    }

    /// Sets columns, but only if those of `when` still have these values. True if the row changed.
    async fn update_user(&self, id: &UserId, set: &[UserField], when: &[UserField])
    -> Result<bool>;

    /// As [`Store::update_user`], and enqueues letters if the row changed, in one transaction.
    async fn update_user_with(
        &self,
        id: &UserId,
        set: &[UserField],
        when: &[UserField],
        letters: &[NewLetter],
    ) -> Result<bool> {
        let changed = self.update_user(id, set, when).await?;
        if changed && !letters.is_empty() {
            self.mails()?.enqueue(letters).await?;
        }
        Ok(changed)
    }

    /// Deletes a user with role links, passkeys, refresh-token families and what else is kept for
    /// them here. True if there was one.
    async fn delete_user(&self, id: &UserId) -> Result<bool>;

    /// The role of that name; the comparison is exact.
    async fn role(&self, name: &str) -> Result<Option<Role>>;

    /// All roles in the order of their keys.
    async fn roles(&self) -> Result<Vec<Role>>;

    /// Creates a role.
    async fn create_role(&self, new: NewRole) -> Result<Role>;

    /// Writes name, description and permissions of a role that was read before. False if it was
    /// changed or deleted meanwhile: read it again.
    async fn put_role(&self, role: &Role) -> Result<bool>;

    /// Deletes a role and takes it from everyone. True if there was one.
    async fn delete_role(&self, name: &str) -> Result<bool>;

    /// Gives a role to a user or takes it away. True if that changed anything.
    async fn grant(&self, id: &UserId, role: &str, granted: bool) -> Result<bool>;

    /// Links and codes that can be used once. Every store keeps them.
    fn once(&self) -> &dyn Once;

    /// Passkeys.
    fn passkeys(&self) -> Result<&dyn Passkeys> {
        Err(none("passkeys: set SECURITY_WEBAUTHN to false"))
    }

    /// Families of refresh tokens.
    fn refreshes(&self) -> Result<&dyn Refreshes> {
        Err(none("refresh tokens: set SECURITY_REFRESH_TOKEN to false"))
    }

    /// Sessions on the server.
    fn sessions(&self) -> Result<&dyn Sessions> {
        Err(none("sessions: set SESSION_STORE to \"cookie\""))
    }

    /// Failed attempts.
    fn lockouts(&self) -> Result<&dyn Lockouts> {
        Err(none("failed attempts: set LOCKOUT_THRESHOLD to false"))
    }

    /// Mails that wait, each until it is due. Without this, mails are sent at once or not at all.
    fn mails(&self) -> Result<&dyn Queue> {
        Err(none("outbox: set DELIVERY to \"inline\""))
    }

    /// Webhooks that wait, each until those before it have left.
    fn webhooks(&self) -> Result<&dyn Queue> {
        Err(none("webhooks: set EVENTS_WEBHOOK_URL to none"))
    }

    /// Changes of addresses that can be taken back.
    fn undos(&self) -> Result<&dyn Undos> {
        Err(none("changes of addresses: set CHANGE_EMAIL_UNDO_WITHIN to false"))
    }

    /// Accounts that their owners have closed.
    fn closings(&self) -> Result<&dyn Closings> {
        Err(none("closed accounts: set ACCOUNT_CLOSING_GRACE to false"))
    }

    /// The audit log.
    fn audit(&self) -> Result<&dyn AuditLog> {
        Err(none("audit log: set AUDIT_LOG to false"))
    }

    /// Fails if the database cannot be asked.
    async fn ping(&self) -> Result<()>;

    /// What the tables of users can hold.
    fn capabilities(&self) -> &Capabilities;
}

/// What a store of an application's own answers as long as it keeps no such thing.
fn none(what: &str) -> Error {
    Error::config(format!("this store keeps no {what}"))
}

/// True if another row may fare better.
fn is_of_one_row(error: &Error) -> bool {
    // The last one is for a column that the table does not have.
    matches!(error.kind(), ErrorKind::Conflict | ErrorKind::NotFound | ErrorKind::Config)
}
