//! Our own table of failed attempts.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::civil::DateTime;

use super::SqlStore;
use super::columns::Kind;
use super::own::Own;
use super::schema::spelt;
use crate::error::Result;
use crate::model::Attempts;
use crate::store;
use crate::store::driver::{Dialect, Driver, Row, Sql, Step, Value};

const LOCKOUT: &str = "gatewright_lockout";

const COLUMNS: &str = "\"owner\",\"version\",\"failures\",\"total\",\"locks\",\"window_ends\",\
                       \"locked_until\",\"expires_at\"";

/// What nobody needs leaves a few at a time, so that no sign-in pays for many.
const SWEEP: u32 = 100;

/// The statements about failed attempts.
#[derive(Debug)]
pub(super) struct Lockouts {
    table: Own,
    read: Sql,
    purge: Sql,
    insert: Sql,
    update: Sql,
    forget: Sql,
    unlock: Sql,
}

/// The statements that make the table.
pub(super) fn table(dialect: Dialect) -> String {
    let kind = |kind| spelt(dialect, kind);
    let (blob, int, time) = (kind(Kind::Blob), kind(Kind::Int), kind(Kind::Time));
    format!(
        "CREATE TABLE IF NOT EXISTS \"{LOCKOUT}\" (\"key_hash\" {blob} NOT NULL PRIMARY KEY, \
         \"owner\" {blob} NOT NULL, \"version\" {int} NOT NULL, \"failures\" {int} NOT NULL, \
         \"total\" {int} NOT NULL, \"locks\" {int} NOT NULL, \"window_ends\" {time} NOT NULL, \
         \"locked_until\" {time}, \"expires_at\" {time} NOT NULL);\n\
         CREATE INDEX IF NOT EXISTS \"{LOCKOUT}_ix_owner\" ON \"{LOCKOUT}\" (\"owner\");\n\
         CREATE INDEX IF NOT EXISTS \"{LOCKOUT}_ix_expires_at\" ON \"{LOCKOUT}\" (\"expires_at\");\n"
    )
}

impl Lockouts {
    pub(super) fn new(driver: &Arc<dyn Driver>, made: bool) -> Self {
        Self {
            table: Own::new(driver, LOCKOUT, table, made),
            read: Sql::new(format!("SELECT {COLUMNS} FROM \"{LOCKOUT}\" WHERE \"key_hash\"=?")),
            purge: Sql::new(format!(
                "DELETE FROM \"{LOCKOUT}\" WHERE \"key_hash\" IN (SELECT \"key_hash\" \
                 FROM \"{LOCKOUT}\" WHERE \"expires_at\"<=? ORDER BY \"expires_at\" LIMIT {SWEEP})"
            )),
            insert: Sql::new(format!(
                "INSERT INTO \"{LOCKOUT}\" ({COLUMNS},\"key_hash\") VALUES (?,?,?,?,?,?,?,?,?)"
            )),
            update: Sql::new(format!(
                "UPDATE \"{LOCKOUT}\" SET \"owner\"=?,\"version\"=?,\"failures\"=?,\"total\"=?,\
                 \"locks\"=?,\"window_ends\"=?,\"locked_until\"=?,\"expires_at\"=? \
                 WHERE \"key_hash\"=? AND \"version\"=?"
            )),
            forget: Sql::new(format!("DELETE FROM \"{LOCKOUT}\" WHERE \"key_hash\"=?")),
            unlock: Sql::new(format!("DELETE FROM \"{LOCKOUT}\" WHERE \"owner\"=?")),
        }
    }

    /// What runs at every sign-in, for the test that nothing scans.
    #[cfg(test)]
    pub(super) fn in_sign_ins(&self) -> [&Sql; 5] {
        [&self.read, &self.purge, &self.update, &self.forget, &self.unlock]
    }
}

#[async_trait]
impl store::Lockouts for SqlStore {
    async fn find(&self, key: &[u8]) -> Result<Option<Attempts>> {
        let driver = self.0.lockouts.table.made().await?;
        driver.fetch(&self.0.lockouts.read, &[key.into()]).await?.pop().map(read).transpose()
    }

    async fn put(&self, key: &[u8], new: &Attempts, now: DateTime) -> Result<bool> {
        let lockouts = &self.0.lockouts;
        let driver = lockouts.table.made().await?;
        let mut args: Vec<Value> = vec![
            new.owner.as_slice().into(),
            new.version.into(),
            new.failures.into(),
            new.total.into(),
            new.locks.into(),
            new.window_ends.into(),
            new.locked_until.into(),
            new.expires_at.into(),
            key.into(),
        ];
        if new.version > 1 {
            args.push((new.version - 1).into());
            return Ok(driver.execute(&lockouts.update, args).await? > 0);
        }
        let purge = Step { sql: lockouts.purge.clone(), args: vec![now.into()], must: false };
        let insert = Step { sql: lockouts.insert.clone(), args, must: true };
        match driver.transaction(vec![purge, insert]).await {
            Ok(_) => Ok(true),
            Err(error) if error.is_conflict() => Ok(false),
            Err(error) => Err(error),
        }
    }

    async fn forget(&self, key: &[u8]) -> Result<bool> {
        let driver = self.0.lockouts.table.made().await?;
        Ok(driver.execute(&self.0.lockouts.forget, vec![key.into()]).await? > 0)
    }

    async fn unlock(&self, owner: &[u8]) -> Result<u64> {
        let driver = self.0.lockouts.table.made().await?;
        driver.execute(&self.0.lockouts.unlock, vec![owner.into()]).await
    }
}

fn read(mut row: Row) -> Result<Attempts> {
    Ok(Attempts {
        owner: row.bytes()?,
        version: row.int()?,
        failures: row.int()?,
        total: row.int()?,
        locks: row.int()?,
        window_ends: row.time()?,
        locked_until: row.opt_time()?,
        expires_at: row.time()?,
    })
}
