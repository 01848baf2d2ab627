//! Our own table of changes of an address that can be taken back.
//!
//! Changes follow one another: taking one back takes back those after it, and their links end with
//! it. Else whoever changed an address twice could undo the undoing.

use jiff::civil::DateTime;
use tokio::sync::OnceCell;

use super::columns::Kind;
use super::schema::{self, spelt};
use crate::error::Result;
use crate::model::UserId;
use crate::store::driver::{Dialect, Driver, Sql, Step};

const UNDO: &str = "gatewright_undo";

/// The statements about changes that can be taken back.
#[derive(Debug)]
pub(super) struct Undo {
    script: String,
    ready: OnceCell<()>,
    purge: Sql,
    insert: Sql,
    read: Sql,
    take: Sql,
    forget: Sql,
}

/// The statements that make the table. The order of changes is that of their numbers.
pub(super) fn table(dialect: Dialect) -> String {
    let kind = |kind| spelt(dialect, kind);
    let (key, blob, time) = (kind(Kind::Key), kind(Kind::Blob), kind(Kind::Time));
    format!(
        "CREATE TABLE IF NOT EXISTS \"{UNDO}\" (\"number\" {key}, \"user_id\" NOT NULL, \
         \"key_hash\" {blob} NOT NULL UNIQUE, \"expires_at\" {time} NOT NULL);\n\
         CREATE INDEX IF NOT EXISTS \"{UNDO}_ix_user_id\" ON \"{UNDO}\" (\"user_id\");\n\
         CREATE INDEX IF NOT EXISTS \"{UNDO}_ix_expires_at\" ON \"{UNDO}\" (\"expires_at\");\n"
    )
}

impl Undo {
    /// `ready` if the table is known to exist; else it is made at the first change.
    pub(super) fn new(dialect: Dialect, ready: bool) -> Self {
        let this = "\"user_id\"=? AND \"key_hash\"=? AND \"expires_at\">?";
        Self {
            script: schema::own(dialect),
            ready: OnceCell::new_with(ready.then_some(())),
            purge: Sql::new(format!("DELETE FROM \"{UNDO}\" WHERE \"expires_at\"<=?")),
            insert: Sql::new(format!(
                "INSERT INTO \"{UNDO}\" (\"user_id\",\"key_hash\",\"expires_at\") VALUES (?,?,?)"
            )),
            read: Sql::new(format!("SELECT \"number\" FROM \"{UNDO}\" WHERE {this}")),
            take: Sql::new(format!(
                "DELETE FROM \"{UNDO}\" WHERE \"user_id\"=? AND \"number\">=\
                 (SELECT \"number\" FROM \"{UNDO}\" WHERE {this})"
            )),
            forget: Sql::new(format!("DELETE FROM \"{UNDO}\" WHERE \"user_id\"=?")),
        }
    }

    /// Notes a change, and forgets those that are too old.
    pub(super) async fn keep(
        &self,
        driver: &dyn Driver,
        user: &UserId,
        key: &[u8],
        expires: DateTime,
        now: DateTime,
    ) -> Result<()> {
        self.ready(driver).await?;
        let purge = Step { sql: self.purge.clone(), args: vec![now.into()], must: false };
        let args = vec![user.into(), key.into(), expires.into()];
        let insert = Step { sql: self.insert.clone(), args, must: true };
        driver.transaction(vec![purge, insert]).await.map(drop)
    }

    pub(super) async fn known(
        &self,
        driver: &dyn Driver,
        user: &UserId,
        key: &[u8],
        now: DateTime,
    ) -> Result<bool> {
        self.ready(driver).await?;
        let args = [user.into(), key.into(), now.into()];
        Ok(!driver.fetch(&self.read, &args).await?.is_empty())
    }

    /// Uses up a change and all after it; of several at the same time, one does.
    pub(super) async fn taking(
        &self,
        driver: &dyn Driver,
        user: &UserId,
        key: &[u8],
        now: DateTime,
    ) -> Result<Step> {
        self.ready(driver).await?;
        let args = vec![user.into(), user.into(), key.into(), now.into()];
        Ok(Step { sql: self.take.clone(), args, must: true })
    }

    /// Forgets a user's, if there is a table of them.
    pub(super) async fn forgetting(
        &self,
        driver: &dyn Driver,
        user: &UserId,
    ) -> Result<Option<Step>> {
        // Looked for in the database, which another process may have written: numbers of deleted
        // accounts are given again, and a link of the one before would take over the next.
        let exists = self.ready.initialized() || driver.describe(UNDO).await?.is_some();
        let step = || Step { sql: self.forget.clone(), args: vec![user.into()], must: false };
        Ok(exists.then(step))
    }

    async fn ready(&self, driver: &dyn Driver) -> Result<()> {
        self.ready.get_or_try_init(|| driver.script(self.script.clone())).await.copied()
    }
}
