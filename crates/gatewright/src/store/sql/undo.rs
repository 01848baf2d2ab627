//! Our own table of changes of an address that can be taken back.
//!
//! Changes follow one another: taking one back takes back those after it, and their links end with
//! it. Else whoever changed an address twice could undo the undoing.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::civil::DateTime;

use super::SqlStore;
use super::columns::Kind;
use super::own::Own;
use super::schema::spelt;
use crate::error::Result;
use crate::model::{NewLetter, UserField, UserId};
use crate::store;
use crate::store::driver::{Dialect, Driver, Sql, Step};

const UNDO: &str = "gatewright_undo";

/// The statements about changes that can be taken back.
#[derive(Debug)]
pub(super) struct Undo {
    table: Own,
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
    pub(super) fn new(driver: &Arc<dyn Driver>, made: bool) -> Self {
        let this = "\"user_id\"=? AND \"key_hash\"=? AND \"expires_at\">?";
        Self {
            table: Own::new(driver, UNDO, table, made),
            purge: Sql::new(format!(
                "DELETE FROM \"{UNDO}\" WHERE \"number\" IN (SELECT \"number\" FROM \"{UNDO}\" \
                 WHERE \"expires_at\"<=? ORDER BY \"expires_at\" LIMIT ?)"
            )),
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

    /// Forgets a user's, if there is a table of them: numbers of deleted accounts are given again, and
    /// a link of the one before would take over the next.
    pub(super) async fn forgetting(&self, user: &UserId) -> Result<Option<Step>> {
        let found = self.table.found().await?;
        let step = |_| Step { sql: self.forget.clone(), args: vec![user.into()], must: false };
        Ok(found.map(step))
    }

    /// What runs again and again, for the test that nothing scans.
    #[cfg(test)]
    pub(super) fn in_rounds(&self) -> [&Sql; 4] {
        [&self.purge, &self.read, &self.take, &self.forget]
    }
}

#[async_trait]
impl store::Undos for SqlStore {
    async fn keep(&self, user: &UserId, key_hash: &[u8], expires: DateTime) -> Result<()> {
        let driver = self.0.undo.table.made().await?;
        let args = vec![user.into(), key_hash.into(), expires.into()];
        driver.execute(&self.0.undo.insert, args).await.map(drop)
    }

    async fn knows(&self, user: &UserId, key_hash: &[u8], now: DateTime) -> Result<bool> {
        let driver = self.0.undo.table.made().await?;
        let args = [user.into(), key_hash.into(), now.into()];
        Ok(!driver.fetch(&self.0.undo.read, &args).await?.is_empty())
    }

    async fn take_back(
        &self,
        user: &UserId,
        key_hash: &[u8],
        set: &[UserField],
        letters: &[NewLetter],
    ) -> Result<bool> {
        let (undo, now) = (&self.0.undo, self.now());
        let driver = undo.table.made().await?;
        let args = vec![user.into(), user.into(), key_hash.into(), now.into()];
        let mut more = vec![Step { sql: undo.take.clone(), args, must: true }];
        match set.contains(&UserField::Active(true)) {
            // Only of an account that is still closed: somebody may have disabled it meanwhile.
            true => more.push(self.0.closings.reopening(user).await?),
            false => more.extend(self.0.closings.forgetting(user).await?),
        }
        more.extend(self.0.sessions.ending_known(user).await?);
        more.extend(self.0.outbox.steps(letters).await?);
        self.0.users.update(driver, user, set, &[], now, more).await
    }

    async fn purge(&self, now: DateTime, most: u32) -> Result<u64> {
        let Some(driver) = self.0.undo.table.found().await? else { return Ok(0) };
        driver.execute(&self.0.undo.purge, vec![now.into(), i64::from(most).into()]).await
    }
}
