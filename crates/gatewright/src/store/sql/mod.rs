//! The store over SQL, with the reference's tables.

mod account;
mod audit;
mod closings;
mod columns;
mod fold;
mod inspect;
mod lockouts;
mod names;
mod once;
mod outbox;
mod passkeys;
mod refresh;
mod roles;
mod schema;
mod sessions;
#[cfg(feature = "cli")]
mod survey;
#[cfg(test)]
mod tests;
mod undo;
mod users;
mod values;
mod webhooks;

use std::sync::Arc;

use async_trait::async_trait;
use jiff::civil::DateTime;

use self::inspect::Tables;
use super::driver::{Driver, Sql};
use super::{AuditQuery, Capabilities, Filter, Lookup, Page, Purge, Queue, Store};
use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::model::{
    Attempts, AuditRow, Closing, Letter, NewLetter, NewRole, NewUser, Passkey, Refresh, Role,
    ServerSession, SessionChange, User, UserField, UserId,
};

pub use inspect::{Gap, Inspection, SchemaVersion};
pub use names::TableNames;
#[cfg(feature = "cli")]
pub(crate) use survey::Survey;

/// What opening a database may do to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mode {
    /// Makes the file and the tables if there are none. Tables that exist are taken as they are.
    Create,
    /// Takes the database as it is: no table of the reference is touched, nothing is written by
    /// opening. Our own table is made when the first link or code is issued.
    Existing,
    /// Adds the columns, tables and indexes that are missing, and switches a SQLite file to
    /// write-ahead logging. Nothing that exists is changed or removed.
    Upgrade,
}

/// The store over SQL: SQLite today, addressed as `sqlite:app.db`.
///
/// It reads and writes the tables of Flask-Security as that does, so both can work on one database
/// at the same time; nothing read is kept from one call to the next. Clones share the connections.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> gatewright::error::Result<()> {
/// use gatewright::clock::Clock;
/// use gatewright::model::NewUser;
/// use gatewright::store::{Lookup, Mode, SqlStore, Store, TableNames};
///
/// let names = TableNames::default();
/// let store = SqlStore::open("sqlite::memory:", &names, Clock::system(), Mode::Create).await?;
/// let joe = store.create_user(NewUser::new("joe@lp.com")).await?;
/// let found = store.user(Lookup::Uniquifier(&joe.uniquifier)).await?;
/// assert_eq!(found, Some(joe));
/// # Ok(()) }
/// ```
#[derive(Debug, Clone)]
pub struct SqlStore(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    driver: Arc<dyn Driver>,
    clock: Clock,
    inspection: Inspection,
    ping: Sql,
    users: users::Users,
    roles: roles::Roles,
    passkeys: passkeys::Passkeys,
    refresh: refresh::Refreshes,
    once: once::Once,
    outbox: outbox::Outbox,
    webhooks: webhooks::Webhooks,
    audit: audit::Audit,
    sessions: sessions::Sessions,
    lockouts: lockouts::Lockouts,
    undo: undo::Undo,
    closings: closings::Closings,
}

impl SqlStore {
    /// Opens a database and prepares the statements for what it has.
    ///
    /// # Errors
    /// The address or a name is not usable, the database cannot be opened, or it lacks a table or
    /// column that nothing works without; the error lists them.
    pub async fn open(url: &str, names: &TableNames, clock: Clock, mode: Mode) -> Result<Self> {
        names.check()?;
        let driver = connect(url, mode).await?;
        let mut tables = Tables::read(&*driver, names).await?;
        let dialect = driver.dialect();
        let script = match mode {
            Mode::Create | Mode::Upgrade if tables.none() => schema::create(dialect, names),
            Mode::Upgrade => {
                Inspection::of(&tables, names).require_columns()?;
                schema::upgrade(dialect, names, &tables)
            }
            Mode::Create | Mode::Existing => String::new(),
        };
        let made = !script.is_empty();
        if made {
            driver.script(script).await?;
            tables = Tables::read(&*driver, names).await?;
        }
        let inspection = Inspection::of(&tables, names);
        inspection.require()?;
        let users = users::Users::new(names, &tables, dialect);
        Ok(Self(Arc::new(Inner {
            ping: Sql::new("SELECT 1"),
            sessions: sessions::Sessions::new(names, &users, dialect, made),
            users,
            roles: roles::Roles::new(names, &tables, dialect),
            passkeys: passkeys::Passkeys::new(names, &tables),
            refresh: refresh::Refreshes::new(names, &tables),
            once: once::Once::new(dialect, made),
            outbox: outbox::Outbox::new(dialect, made, outbox::Letters::Mails),
            webhooks: webhooks::Webhooks::new(Arc::clone(&driver), made),
            audit: audit::Audit::new(dialect, made),
            lockouts: lockouts::Lockouts::new(dialect, made),
            undo: undo::Undo::new(dialect, made),
            closings: closings::Closings::new(names, dialect, made),
            driver,
            clock,
            inspection,
        })))
    }

    /// Looks at a database without changing it.
    ///
    /// # Errors
    /// The address or a name is not usable, or the database cannot be opened.
    pub async fn inspect(url: &str, names: &TableNames) -> Result<Inspection> {
        names.check()?;
        let driver = connect(url, Mode::Existing).await?;
        Ok(Inspection::of(&Tables::read(&*driver, names).await?, names))
    }

    /// What was found when the database was opened.
    pub fn inspection(&self) -> &Inspection {
        &self.0.inspection
    }

    fn driver(&self) -> &dyn Driver {
        &*self.0.driver
    }

    fn now(&self) -> DateTime {
        self.0.clock.utc()
    }
}

/// The driver for an address; without a mode the database is read alone.
#[cfg_attr(not(feature = "sqlite"), allow(clippy::unused_async, reason = "no driver is built in"))]
async fn connect(url: &str, mode: impl Into<Option<Mode>>) -> Result<Arc<dyn Driver>> {
    let mode = mode.into();
    match url.split_once(':').map(|(scheme, _)| scheme) {
        #[cfg(feature = "sqlite")]
        Some("sqlite") => {
            use super::driver::sqlite::{Access, Sqlite};
            let access = match mode {
                Some(Mode::Create) => Access::Create,
                Some(Mode::Existing) => Access::Keep,
                Some(Mode::Upgrade) => Access::Improve,
                None => Access::Look,
            };
            Ok(Arc::new(Sqlite::open(url, access).await?))
        }
        #[cfg(not(feature = "sqlite"))]
        Some("sqlite") => {
            let _ = mode;
            Err(Error::config("`sqlite:` needs the cargo feature `sqlite`"))
        }
        _ => Err(Error::config("the address of the database must start with `sqlite:`")),
    }
}

#[async_trait]
impl Store for SqlStore {
    async fn user(&self, by: Lookup<'_>) -> Result<Option<User>> {
        self.0.users.find(self.driver(), by).await
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

    async fn passkey(&self, credential_id: &[u8]) -> Result<Option<Passkey>> {
        self.0.passkeys.find(self.driver(), credential_id).await
    }

    async fn passkeys(&self, id: &UserId) -> Result<Vec<Passkey>> {
        self.0.passkeys.list(self.driver(), id).await
    }

    async fn create_passkey(&self, new: &Passkey) -> Result<Passkey> {
        self.0.passkeys.create(self.driver(), new, self.now()).await
    }

    async fn use_passkey(&self, key: &Passkey, seen: Option<i64>) -> Result<bool> {
        self.0.passkeys.note_use(self.driver(), key, seen).await
    }

    async fn delete_passkey(&self, id: &UserId, name: &str) -> Result<bool> {
        self.0.passkeys.delete(self.driver(), id, name).await
    }

    async fn delete_passkeys(&self, id: &UserId) -> Result<u64> {
        self.0.passkeys.delete_all(self.driver(), id).await
    }

    async fn refresh(&self, family: &str) -> Result<Option<Refresh>> {
        self.0.refresh.find(self.driver(), family).await
    }

    async fn refreshes(&self, id: &UserId) -> Result<Vec<Refresh>> {
        self.0.refresh.list(self.driver(), id).await
    }

    async fn create_refresh(&self, new: &Refresh) -> Result<Refresh> {
        self.0.refresh.create(self.driver(), new, self.now()).await
    }

    async fn exchange_refresh(
        &self,
        family: &str,
        seen: Option<i64>,
        now: DateTime,
    ) -> Result<bool> {
        self.0.refresh.exchange(self.driver(), family, seen, now).await
    }

    async fn revoke_refresh(&self, family: &str, now: DateTime) -> Result<bool> {
        self.0.refresh.revoke(self.driver(), family, now).await
    }

    async fn revoke_refreshes(&self, id: &UserId, now: DateTime) -> Result<u64> {
        self.0.refresh.revoke_all(self.driver(), id, now).await
    }

    async fn purge_refresh(&self, what: &Purge<'_>) -> Result<u64> {
        self.0.refresh.purge(self.driver(), what).await
    }

    async fn issue_once(
        &self,
        purpose: &str,
        key_hash: &[u8],
        expires: DateTime,
        payload: &str,
    ) -> Result<()> {
        self.issue_once_with(purpose, key_hash, expires, payload, &[]).await
    }

    async fn peek_once(
        &self,
        purpose: &str,
        key_hash: &[u8],
        now: DateTime,
    ) -> Result<Option<String>> {
        self.0.once.peek(self.driver(), (purpose, key_hash), now).await
    }

    async fn consume(
        &self,
        purpose: &str,
        key_hash: &[u8],
        now: DateTime,
    ) -> Result<Option<String>> {
        self.0.once.consume(self.driver(), (purpose, key_hash), now).await
    }

    async fn purge_once(&self, now: DateTime) -> Result<u64> {
        self.0.once.purge(self.driver(), now).await
    }

    async fn update_user_with(
        &self,
        id: &UserId,
        set: &[UserField],
        when: &[UserField],
        letters: &[NewLetter],
    ) -> Result<bool> {
        let mut more = self.0.outbox.steps(self.driver(), letters).await?;
        if set.contains(&UserField::Active(false)) {
            // Or those that are not used meanwhile would be good again when it is enabled again.
            more.extend(self.0.sessions.ending_known(self.driver(), id).await?);
        }
        more.extend(self.overruling(id, set).await?);
        self.0.users.update(self.driver(), id, set, when, self.now(), more).await
    }

    async fn create_user_with(&self, new: NewUser, letters: &[NewLetter]) -> Result<User> {
        let more = self.0.outbox.steps(self.driver(), letters).await?;
        self.0.users.create(self.driver(), new, self.now(), more).await
    }

    async fn rehearse_user_with(&self, new: NewUser, letters: &[NewLetter]) -> Result<()> {
        let more = self.0.outbox.steps(self.driver(), letters).await?;
        if let Err(error) = self.0.users.rehearse(self.driver(), new, self.now(), more).await {
            tracing::debug!(%error, "this database takes no such user");
            return self.enqueue(letters).await;
        }
        Ok(())
    }

    async fn issue_once_with(
        &self,
        purpose: &str,
        key_hash: &[u8],
        expires: DateTime,
        payload: &str,
        letters: &[NewLetter],
    ) -> Result<()> {
        let more = self.0.outbox.steps(self.driver(), letters).await?;
        let (key, now) = ((purpose, key_hash), self.now());
        self.0.once.issue(self.driver(), key, expires, payload, now, more).await
    }

    fn keeps_letters(&self) -> bool {
        true
    }

    async fn enqueue(&self, letters: &[NewLetter]) -> Result<()> {
        self.0.outbox.enqueue(self.driver(), letters).await
    }

    async fn claim_letter(&self, now: DateTime, until: DateTime) -> Result<Option<Letter>> {
        self.0.outbox.claim(self.driver(), now, until).await
    }

    async fn letter_sent(&self, id: &str, attempt: i64) -> Result<bool> {
        self.0.outbox.sent(self.driver(), id, attempt).await
    }

    async fn letter_failed(
        &self,
        id: &str,
        attempt: i64,
        why: &str,
        now: DateTime,
        again: Option<DateTime>,
    ) -> Result<bool> {
        self.0.outbox.failed(self.driver(), (id, attempt), why, now, again).await
    }

    async fn letters(&self, failed: bool, after: &str, limit: u32) -> Result<Vec<Letter>> {
        self.0.outbox.list(self.driver(), failed, after, limit).await
    }

    async fn retry_letters(
        &self,
        id: Option<&str>,
        now: DateTime,
        give_up_at: DateTime,
    ) -> Result<u64> {
        self.0.outbox.retry(self.driver(), id, now, give_up_at).await
    }

    async fn purge_letters(&self, failed_until: DateTime) -> Result<u64> {
        self.0.outbox.purge(self.driver(), failed_until).await
    }

    async fn session(&self, key_hash: &[u8]) -> Result<Option<(ServerSession, Option<User>)>> {
        self.0.sessions.find(self.driver(), &self.0.users, key_hash).await
    }

    async fn sessions(&self, user: &UserId, now: DateTime) -> Result<Vec<ServerSession>> {
        self.0.sessions.list(self.driver(), user, now).await
    }

    async fn create_session(&self, new: &ServerSession, limit: Option<u32>) -> Result<()> {
        self.0.sessions.create(self.driver(), new, limit).await
    }

    async fn update_session(&self, seen: &ServerSession, change: &SessionChange) -> Result<bool> {
        self.0.sessions.update(self.driver(), seen, change).await
    }

    async fn end_session(&self, key_hash: &[u8], until: Option<DateTime>) -> Result<bool> {
        self.0.sessions.end(self.driver(), key_hash, until).await
    }

    async fn end_sessions(&self, user: &UserId, except: Option<&[u8]>) -> Result<u64> {
        self.0.sessions.end_all(self.driver(), user, except).await
    }

    async fn update_user_ending_sessions(
        &self,
        id: &UserId,
        set: &[UserField],
        when: &[UserField],
        except: Option<&[u8]>,
    ) -> Result<bool> {
        self.update_user_ending_sessions_with(id, set, when, except, &[]).await
    }

    async fn update_user_ending_sessions_with(
        &self,
        id: &UserId,
        set: &[UserField],
        when: &[UserField],
        except: Option<&[u8]>,
        letters: &[NewLetter],
    ) -> Result<bool> {
        let mut more = self.0.sessions.ending(self.driver(), id, set, except).await?;
        more.extend(self.overruling(id, set).await?);
        more.extend(self.0.outbox.steps(self.driver(), letters).await?);
        self.0.users.update(self.driver(), id, set, when, self.now(), more).await
    }

    async fn purge_sessions(&self, now: DateTime, most: u32) -> Result<u64> {
        self.0.sessions.purge(self.driver(), now, most).await
    }

    async fn attempts(&self, key: &[u8]) -> Result<Option<Attempts>> {
        self.0.lockouts.read(self.driver(), key).await
    }

    async fn put_attempts(&self, key: &[u8], new: &Attempts, now: DateTime) -> Result<bool> {
        self.0.lockouts.put(self.driver(), key, new, now).await
    }

    async fn forget_attempts(&self, key: &[u8]) -> Result<bool> {
        self.0.lockouts.forget(self.driver(), key).await
    }

    async fn unlock_attempts(&self, owner: &[u8]) -> Result<u64> {
        self.0.lockouts.unlock(self.driver(), owner).await
    }

    async fn keep_undo(&self, user: &UserId, key_hash: &[u8], expires: DateTime) -> Result<()> {
        self.0.undo.keep(self.driver(), user, key_hash, expires, self.now()).await
    }

    async fn can_undo(&self, user: &UserId, key_hash: &[u8], now: DateTime) -> Result<bool> {
        self.0.undo.known(self.driver(), user, key_hash, now).await
    }

    async fn undo(
        &self,
        user: &UserId,
        key_hash: &[u8],
        set: &[UserField],
        letters: &[NewLetter],
    ) -> Result<bool> {
        self.take_back(user, key_hash, set, letters).await
    }

    async fn close_account(
        &self,
        user: &UserId,
        closing: &Closing,
        change: (&[UserField], &[UserField]),
        unless_last: Option<&str>,
        letters: &[NewLetter],
    ) -> Result<bool> {
        self.close(user, closing, change, unless_last, letters).await
    }

    async fn closing(&self, user: &UserId) -> Result<Option<Closing>> {
        self.0.closings.find(self.driver(), user).await
    }

    async fn reopen_account(&self, user: &UserId, set: &[UserField]) -> Result<bool> {
        let step = self.0.closings.reopening(self.driver(), user).await?;
        self.0.users.update(self.driver(), user, set, &[], self.now(), vec![step]).await
    }

    async fn due_closings(&self, now: DateTime, most: u32) -> Result<Vec<UserId>> {
        self.0.closings.due(self.driver(), now, most).await
    }

    async fn delete_closed(&self, user: &UserId, now: DateTime) -> Result<bool> {
        self.bury(user, now).await
    }

    fn webhooks(&self) -> Option<&dyn Queue> {
        Some(&self.0.webhooks)
    }

    fn keeps_audit(&self) -> bool {
        true
    }

    async fn audit_head(&self) -> Result<Option<AuditRow>> {
        self.0.audit.head(self.driver()).await
    }

    async fn append_audit(&self, row: &AuditRow) -> Result<bool> {
        self.0.audit.append(self.driver(), row).await
    }

    async fn rehearse_audit(&self, row: &AuditRow) -> Result<bool> {
        self.0.audit.rehearse(self.driver(), row).await
    }

    async fn audit(&self, query: &AuditQuery) -> Result<Vec<AuditRow>> {
        self.0.audit.list(self.driver(), query).await
    }

    async fn anchor_audit(&self, row: &AuditRow) -> Result<bool> {
        self.0.audit.anchor(self.driver(), row).await
    }

    async fn ping(&self) -> Result<()> {
        self.driver().fetch(&self.0.ping, &[]).await.map(drop)
    }

    fn capabilities(&self) -> &Capabilities {
        &self.0.inspection.capabilities
    }
}
