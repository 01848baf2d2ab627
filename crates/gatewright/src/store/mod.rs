//! Where users live: the trait [`Store`], and the one over SQL.
//!
//! A store is small on purpose: rows in, rows out; the rules live above it. Whatever may happen
//! once only is one conditional write, so that exactly one request can win, whatever the database.

#[cfg_attr(not(feature = "sqlite"), allow(dead_code, reason = "no driver is built in"))]
mod driver;
mod queue;
mod sql;

use async_trait::async_trait;
use jiff::civil::DateTime;

use crate::error::{Error, ErrorKind, Result};
use crate::model::{
    Attempts, AuditRow, Closing, Letter, NewLetter, NewRole, NewUser, Passkey, Refresh, Role,
    ServerSession, SessionChange, User, UserField, UserId,
};

pub use queue::Queue;
#[cfg(feature = "cli")]
pub(crate) use sql::Survey;
pub use sql::{Gap, Inspection, Mode, SchemaVersion, SqlStore, TableNames};

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

/// By what a user is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lookup<'a> {
    /// The primary key.
    Id(&'a UserId),
    /// What sessions and links carry.
    Uniquifier(&'a str),
    /// What tokens carry, where the table has that column.
    TokenUniquifier(&'a str),
    /// The user handle of passkeys.
    Handle(&'a str),
    /// A column that identifies users: `email`, `username`, `us_phone_number`, or one of your own.
    Identity {
        /// The name of the column.
        attribute: &'a str,
        /// The normalised value.
        value: &'a str,
        /// Compares through the database's `lower`; the lowest key wins if several rows match. If
        /// none does, those match that differ in the case of letters that `lower` does not know.
        case_insensitive: bool,
    },
}

/// Which users to list; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// A part of the address or the username, in any ASCII case.
    pub text: Option<String>,
    /// The name of a role they have.
    pub role: Option<String>,
    /// Whether the account is enabled.
    pub active: Option<bool>,
    /// Whether the address is confirmed.
    pub confirmed: Option<bool>,
}

/// A part of a list in the order of the primary key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The last key of the page before.
    pub after: Option<UserId>,
    /// At most so many rows; never more than 1,000.
    pub limit: u32,
}

impl Default for Page {
    fn default() -> Self {
        Self { after: None, limit: 100 }
    }
}

/// Which refresh-token families to delete; a family goes if either flag fits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Purge<'a> {
    /// Only those of this user.
    pub user: Option<&'a UserId>,
    /// Those that ended before this time.
    pub expired_before: Option<DateTime>,
    /// Those that were revoked.
    pub revoked: bool,
}

/// Which entries of the audit log to list; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// The key of the user they are about.
    pub user: Option<String>,
    /// The event's name.
    pub event: Option<String>,
    /// The earliest time (UTC).
    pub since: Option<DateTime>,
    /// The last number of the page before.
    pub from: Option<i64>,
    /// From the newest to the oldest.
    pub newest_first: bool,
    /// At most so many entries; never more than 1,000.
    pub limit: u32,
}

/// What the tables of a database can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Capabilities {
    /// `user.username` exists.
    pub username: bool,
    /// `user.confirmed_at` exists.
    pub confirmation: bool,
    /// The five tracking columns exist.
    pub trackable: bool,
    /// `user.tf_primary_method` and `user.tf_totp_secret` exist.
    pub two_factor: bool,
    /// `user.tf_phone_number` exists.
    pub two_factor_phone: bool,
    /// `user.us_totp_secrets` exists.
    pub unified_signin: bool,
    /// `user.us_phone_number` exists.
    pub unified_signin_phone: bool,
    /// `user.mf_recovery_codes` exists.
    pub recovery_codes: bool,
    /// `user.fs_webauthn_user_handle` and the table of passkeys exist.
    pub passkeys: bool,
    /// `role.permissions` exists.
    pub permissions: bool,
    /// `user.fs_token_uniquifier` exists.
    pub token_uniquifier: bool,
    /// The table of refresh-token families exists.
    pub refresh_tokens: bool,
    /// Sessions can be kept here.
    pub sessions: bool,
    /// Failed attempts can be counted here.
    pub lockout: bool,
    /// Changes of an address can be taken back here.
    pub undo: bool,
    /// Accounts can be closed by their owners here, to be deleted later.
    pub closings: bool,
}

impl Capabilities {
    /// Everything that the newest schema has; the optional `fs_token_uniquifier` is not in it.
    pub const FULL: Self = Self {
        username: true,
        confirmation: true,
        trackable: true,
        two_factor: true,
        two_factor_phone: true,
        unified_signin: true,
        unified_signin_phone: true,
        recovery_codes: true,
        passkeys: true,
        permissions: true,
        token_uniquifier: false,
        refresh_tokens: true,
        sessions: true,
        lockout: true,
        undo: true,
        closings: true,
    };
}

/// Where users live. Implement it to keep them elsewhere than in SQL.
///
/// Every method may fail with [`ErrorKind::Store`]; a value that
/// must be unique and is not gives [`ErrorKind::Conflict`], a
/// role or user that must exist and does not
/// [`ErrorKind::NotFound`].
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// The user, with roles.
    async fn user(&self, by: Lookup<'_>) -> Result<Option<User>>;

    /// Users in the order of their keys, with roles.
    async fn users(&self, filter: &Filter, page: &Page) -> Result<Vec<User>>;

    /// How many users there are.
    async fn count_users(&self) -> Result<u64>;

    /// Creates a user and makes the uniquifiers that are absent.
    async fn create_user(&self, new: NewUser) -> Result<User>;

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

    /// The passkey with that credential id.
    async fn passkey(&self, credential_id: &[u8]) -> Result<Option<Passkey>>;

    /// The passkeys of a user in the order of their creation.
    async fn passkeys(&self, id: &UserId) -> Result<Vec<Passkey>>;

    /// Creates a passkey.
    async fn create_passkey(&self, new: &Passkey) -> Result<Passkey>;

    /// Notes a use: writes `sign_count`, `backup_state` and `lastuse_datetime`, but only if the
    /// stored counter is still `seen`. True if it was.
    async fn use_passkey(&self, key: &Passkey, seen: Option<i64>) -> Result<bool>;

    /// Deletes a user's passkey by its name. True if there was one.
    async fn delete_passkey(&self, id: &UserId, name: &str) -> Result<bool>;

    /// Deletes all passkeys of a user and says how many there were.
    async fn delete_passkeys(&self, id: &UserId) -> Result<u64>;

    /// The refresh-token family of that name.
    async fn refresh(&self, family: &str) -> Result<Option<Refresh>>;

    /// The refresh-token families of a user in the order of their creation.
    async fn refreshes(&self, id: &UserId) -> Result<Vec<Refresh>>;

    /// Creates a refresh-token family.
    async fn create_refresh(&self, new: &Refresh) -> Result<Refresh>;

    /// Raises the generation by one and notes the use, but only if the generation is still `seen`
    /// and the family is not revoked. True if it was so.
    async fn exchange_refresh(
        &self,
        family: &str,
        seen: Option<i64>,
        now: DateTime,
    ) -> Result<bool>;

    /// Revokes a family. True if it was not revoked before.
    async fn revoke_refresh(&self, family: &str, now: DateTime) -> Result<bool>;

    /// Revokes all families of a user that are not revoked yet and says how many.
    async fn revoke_refreshes(&self, id: &UserId, now: DateTime) -> Result<u64>;

    /// Deletes families and says how many.
    async fn purge_refresh(&self, what: &Purge<'_>) -> Result<u64>;

    /// Keeps a value that can be taken once, until it expires. A key that is taken already is a
    /// conflict. Keep only hashes of what a client holds.
    async fn issue_once(
        &self,
        purpose: &str,
        key_hash: &[u8],
        expires: DateTime,
        payload: &str,
    ) -> Result<()>;

    /// Reads such a value without taking it.
    async fn peek_once(
        &self,
        purpose: &str,
        key_hash: &[u8],
        now: DateTime,
    ) -> Result<Option<String>>;

    /// Takes such a value: exactly one of several callers gets it.
    async fn consume(
        &self,
        purpose: &str,
        key_hash: &[u8],
        now: DateTime,
    ) -> Result<Option<String>>;

    /// Deletes values that were never taken and have expired, and says how many. A store that does
    /// so by itself need not implement this.
    async fn purge_once(&self, now: DateTime) -> Result<u64> {
        let _ = now;
        Ok(0)
    }

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
            self.enqueue(letters).await?;
        }
        Ok(changed)
    }

    /// As [`Store::create_user`], and enqueues letters in the same transaction.
    async fn create_user_with(&self, new: NewUser, letters: &[NewLetter]) -> Result<User> {
        let user = self.create_user(new).await?;
        if !letters.is_empty() {
            self.enqueue(letters).await?;
        }
        Ok(user)
    }

    /// As much work as [`Store::create_user_with`] with no user in the end, but with the letters: to
    /// register an address that is taken must take as long as to register one that is free. No other
    /// user may have the names of this one. A store without it tells by its time which ones are free.
    async fn rehearse_user_with(&self, new: NewUser, letters: &[NewLetter]) -> Result<()> {
        let _ = new;
        if letters.is_empty() { Ok(()) } else { self.enqueue(letters).await }
    }

    /// As [`Store::issue_once`], and enqueues letters in the same transaction.
    async fn issue_once_with(
        &self,
        purpose: &str,
        key_hash: &[u8],
        expires: DateTime,
        payload: &str,
        letters: &[NewLetter],
    ) -> Result<()> {
        self.issue_once(purpose, key_hash, expires, payload).await?;
        if !letters.is_empty() {
            self.enqueue(letters).await?;
        }
        Ok(())
    }

    /// Whether there is an outbox. Without one, mails are sent at once or not at all.
    fn keeps_letters(&self) -> bool {
        false
    }

    /// Keeps letters until they are sent, all or none of them.
    async fn enqueue(&self, letters: &[NewLetter]) -> Result<()> {
        let _ = letters;
        Err(no_outbox())
    }

    /// Takes the letter that is due first, and counts the attempt: of several callers, exactly one
    /// gets it. Until `until`, nobody else does.
    async fn claim_letter(&self, now: DateTime, until: DateTime) -> Result<Option<Letter>> {
        let _ = (now, until);
        Err(no_outbox())
    }

    /// Deletes a letter that was sent, if that attempt is still the last. True if it was.
    async fn letter_sent(&self, id: &str, attempt: i64) -> Result<bool> {
        let _ = (id, attempt);
        Err(no_outbox())
    }

    /// Notes why an attempt failed and when to try again, `None` for never, if that attempt is
    /// still the last. True if it was.
    async fn letter_failed(
        &self,
        id: &str,
        attempt: i64,
        why: &str,
        now: DateTime,
        again: Option<DateTime>,
    ) -> Result<bool> {
        let _ = (id, attempt, why, now, again);
        Err(no_outbox())
    }

    /// Letters in the order of their keys, after that one: those that were given up, or those that
    /// wait.
    async fn letters(&self, failed: bool, after: &str, limit: u32) -> Result<Vec<Letter>> {
        let _ = (failed, after, limit);
        Err(no_outbox())
    }

    /// Makes letters due that nobody is sending at the moment, also those that were given up: this
    /// one, or all. Says how many.
    async fn retry_letters(
        &self,
        id: Option<&str>,
        now: DateTime,
        give_up_at: DateTime,
    ) -> Result<u64> {
        let _ = (id, now, give_up_at);
        Err(no_outbox())
    }

    /// Deletes letters that were given up at that time or before, and says how many.
    async fn purge_letters(&self, failed_until: DateTime) -> Result<u64> {
        let _ = failed_until;
        Err(no_outbox())
    }

    /// The session with that key, and its user with roles: one read. Also one that has ended, or
    /// is out of date.
    async fn session(&self, key_hash: &[u8]) -> Result<Option<(ServerSession, Option<User>)>> {
        let _ = key_hash;
        Err(no_sessions())
    }

    /// The sessions of a user that have not ended by now, the one used last first.
    async fn sessions(&self, user: &UserId, now: DateTime) -> Result<Vec<ServerSession>> {
        let _ = (user, now);
        Err(no_sessions())
    }

    /// Creates a session. With a limit, ends those of its user that were used least recently, so
    /// that no more than so many are left.
    async fn create_session(&self, new: &ServerSession, limit: Option<u32>) -> Result<()> {
        let _ = (new, limit);
        Err(no_sessions())
    }

    /// Changes a session that was read before. False, and nothing is changed, if it has ended or
    /// what the change rests on is no longer so: read it again.
    async fn update_session(&self, seen: &ServerSession, change: &SessionChange) -> Result<bool> {
        let _ = (seen, change);
        Err(no_sessions())
    }

    /// Ends a session: it is deleted, or, until then, kept as a mark without user and data. True
    /// if it had not ended before.
    async fn end_session(&self, key_hash: &[u8], until: Option<DateTime>) -> Result<bool> {
        let _ = (key_hash, until);
        Err(no_sessions())
    }

    /// Deletes the sessions of a user, all or all but one, and says how many.
    async fn end_sessions(&self, user: &UserId, except: Option<&[u8]>) -> Result<u64> {
        let _ = (user, except);
        Err(no_sessions())
    }

    /// Sets columns as [`Store::update_user`] does and ends the user's sessions, both or neither: all
    /// of them, or all but the one with that key, which takes over the `fs_uniquifier` that is set.
    async fn update_user_ending_sessions(
        &self,
        id: &UserId,
        set: &[UserField],
        when: &[UserField],
        except: Option<&[u8]>,
    ) -> Result<bool> {
        let _ = (id, set, when, except);
        Err(no_sessions())
    }

    /// As [`Store::update_user_ending_sessions`], and enqueues letters if the row changed, in one
    /// transaction.
    async fn update_user_ending_sessions_with(
        &self,
        id: &UserId,
        set: &[UserField],
        when: &[UserField],
        except: Option<&[u8]>,
        letters: &[NewLetter],
    ) -> Result<bool> {
        let changed = self.update_user_ending_sessions(id, set, when, except).await?;
        if changed && !letters.is_empty() {
            self.enqueue(letters).await?;
        }
        Ok(changed)
    }

    /// Deletes at most so many sessions that expired by now, and says how many.
    async fn purge_sessions(&self, now: DateTime, most: u32) -> Result<u64> {
        let _ = (now, most);
        Err(no_sessions())
    }

    /// The failed attempts that are counted under a key.
    async fn attempts(&self, key: &[u8]) -> Result<Option<Attempts>> {
        let _ = key;
        Err(no_lockout())
    }

    /// Writes a counter whose version is one more than the stored one's, or 1 if there is none. False
    /// if somebody else was quicker: read it again. Counters that have expired may go.
    async fn put_attempts(&self, key: &[u8], new: &Attempts, now: DateTime) -> Result<bool> {
        let _ = (key, new, now);
        Err(no_lockout())
    }

    /// Forgets the counter of a key. True if there was one.
    async fn forget_attempts(&self, key: &[u8]) -> Result<bool> {
        let _ = key;
        Err(no_lockout())
    }

    /// Forgets every counter of an owner and says how many there were.
    async fn unlock_attempts(&self, owner: &[u8]) -> Result<u64> {
        let _ = owner;
        Err(no_lockout())
    }

    /// Notes that a change of a user's address can be taken back until then, by whoever has the key.
    async fn keep_undo(&self, user: &UserId, key_hash: &[u8], expires: DateTime) -> Result<()> {
        let _ = (user, key_hash, expires);
        Err(no_undo())
    }

    /// Whether that change can still be taken back.
    async fn can_undo(&self, user: &UserId, key_hash: &[u8], now: DateTime) -> Result<bool> {
        let _ = (user, key_hash, now);
        Err(no_undo())
    }

    /// Takes a change of the address back: sets columns, ends the user's sessions and closing,
    /// enqueues letters, and uses up the key together with those of all later changes, all or nothing.
    /// False if the key is used up, or was by somebody else at the same time; or if `set` enables an
    /// account that its owner has not closed (any more): who has disabled it, decides.
    async fn undo(
        &self,
        user: &UserId,
        key_hash: &[u8],
        set: &[UserField],
        letters: &[NewLetter],
    ) -> Result<bool> {
        let _ = (user, key_hash, set, letters);
        Err(no_undo())
    }

    /// Closes an account: sets columns if those of `when` still have these values, ends the user's
    /// sessions, keeps the closing and enqueues letters, all or nothing. With `unless_last`, only if
    /// another active user has the role of that name. False if it was not so.
    async fn close_account(
        &self,
        user: &UserId,
        closing: &Closing,
        change: (&[UserField], &[UserField]),
        unless_last: Option<&str>,
        letters: &[NewLetter],
    ) -> Result<bool> {
        let _ = (user, closing, change, unless_last, letters);
        Err(no_closings())
    }

    /// The closing of an account that its owner has closed.
    async fn closing(&self, user: &UserId) -> Result<Option<Closing>> {
        let _ = user;
        Err(no_closings())
    }

    /// Opens a closed account again: sets columns and ends the closing. False if there is none; of
    /// several callers, exactly one gets true.
    async fn reopen_account(&self, user: &UserId, set: &[UserField]) -> Result<bool> {
        let _ = (user, set);
        Err(no_closings())
    }

    /// At most so many users whose closings are due, the first ones first.
    async fn due_closings(&self, now: DateTime, most: u32) -> Result<Vec<UserId>> {
        let _ = (now, most);
        Err(no_closings())
    }

    /// Deletes a user as [`Store::delete_user`] does, with letters that wait for them, if their closing
    /// is due and the account is still disabled. True if it was.
    async fn delete_closed(&self, user: &UserId, now: DateTime) -> Result<bool> {
        let _ = (user, now);
        Err(no_closings())
    }

    /// Where webhooks wait, if they can wait here.
    fn webhooks(&self) -> Option<&dyn Queue> {
        None
    }

    /// Whether the audit log can be kept here.
    fn keeps_audit(&self) -> bool {
        false
    }

    /// The newest entry of the audit log.
    async fn audit_head(&self) -> Result<Option<AuditRow>> {
        Err(no_audit())
    }

    /// Adds an entry to the audit log. False if there is one of that number already: somebody else
    /// was quicker.
    async fn append_audit(&self, row: &AuditRow) -> Result<bool> {
        let _ = row;
        Err(no_audit())
    }

    /// As much work as [`Store::append_audit`] with nothing there in the end: what has not happened
    /// must take as long as what has. A store without it tells by its time that no entry was written.
    async fn rehearse_audit(&self, row: &AuditRow) -> Result<bool> {
        let _ = row;
        Ok(true)
    }

    /// Entries of the audit log in the order of their numbers.
    async fn audit(&self, query: &AuditQuery) -> Result<Vec<AuditRow>> {
        let _ = query;
        Err(no_audit())
    }

    /// Deletes the entries before that one and, if it still has that hash, leaves nothing in it but
    /// number, time, hash, and the event and details that are given. True if it did.
    async fn anchor_audit(&self, row: &AuditRow) -> Result<bool> {
        let _ = row;
        Err(no_audit())
    }

    /// Fails if the database cannot be asked.
    async fn ping(&self) -> Result<()>;

    /// What the tables can hold.
    fn capabilities(&self) -> &Capabilities;
}

/// What a store of an application's own answers as long as it keeps no such thing.
fn no_audit() -> Error {
    Error::config("this store keeps no audit log: set AUDIT_LOG to false")
}

fn no_lockout() -> Error {
    Error::config("this store keeps no failed attempts: set LOCKOUT_THRESHOLD to false")
}

/// True if another row may fare better.
fn is_of_one_row(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Conflict | ErrorKind::NotFound)
}

fn no_outbox() -> Error {
    Error::config("this store keeps no outbox: set DELIVERY to \"inline\"")
}

fn no_sessions() -> Error {
    Error::config("this store keeps no sessions: set SESSION_STORE to \"cookie\"")
}

fn no_undo() -> Error {
    Error::config("this store keeps no changes of addresses: set CHANGE_EMAIL_UNDO_WITHIN to false")
}

fn no_closings() -> Error {
    Error::config("this store keeps no closed accounts: set ACCOUNT_CLOSING_GRACE to false")
}
