//! Our own table of failed attempts.

use jiff::civil::DateTime;
use tokio::sync::OnceCell;

use super::columns::Kind;
use super::schema::{self, spelt};
use crate::error::Result;
use crate::model::Attempts;
use crate::store::driver::{Dialect, Driver, Row, Sql, Step, Value};

const LOCKOUT: &str = "gatewright_lockout";

const COLUMNS: &str = "\"owner\",\"version\",\"failures\",\"total\",\"locks\",\"window_ends\",\
                       \"locked_until\",\"expires_at\"";

/// What nobody needs leaves a few at a time, so that no sign-in pays for many.
const SWEEP: u32 = 100;

/// The statements about failed attempts.
#[derive(Debug)]
pub(super) struct Lockouts {
    script: String,
    ready: OnceCell<()>,
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
    /// `ready` if the table is known to exist; else it is made at the first attempt.
    pub(super) fn new(dialect: Dialect, ready: bool) -> Self {
        Self {
            script: schema::own(dialect),
            ready: OnceCell::new_with(ready.then_some(())),
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

    pub(super) async fn read(&self, driver: &dyn Driver, key: &[u8]) -> Result<Option<Attempts>> {
        self.ready(driver).await?;
        driver.fetch(&self.read, &[key.into()]).await?.pop().map(read).transpose()
    }

    pub(super) async fn put(
        &self,
        driver: &dyn Driver,
        key: &[u8],
        new: &Attempts,
        now: DateTime,
    ) -> Result<bool> {
        self.ready(driver).await?;
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
            return Ok(driver.execute(&self.update, args).await? > 0);
        }
        let purge = Step { sql: self.purge.clone(), args: vec![now.into()], must: false };
        let insert = Step { sql: self.insert.clone(), args, must: true };
        match driver.transaction(vec![purge, insert]).await {
            Ok(_) => Ok(true),
            Err(error) if error.is_conflict() => Ok(false),
            Err(error) => Err(error),
        }
    }

    pub(super) async fn forget(&self, driver: &dyn Driver, key: &[u8]) -> Result<bool> {
        self.ready(driver).await?;
        Ok(driver.execute(&self.forget, vec![key.into()]).await? > 0)
    }

    pub(super) async fn unlock(&self, driver: &dyn Driver, owner: &[u8]) -> Result<u64> {
        self.ready(driver).await?;
        driver.execute(&self.unlock, vec![owner.into()]).await
    }

    async fn ready(&self, driver: &dyn Driver) -> Result<()> {
        self.ready.get_or_try_init(|| driver.script(self.script.clone())).await.copied()
    }

    /// What runs at every sign-in, for the test that nothing scans.
    #[cfg(test)]
    pub(super) fn in_sign_ins(&self) -> [&Sql; 5] {
        [&self.read, &self.purge, &self.update, &self.forget, &self.unlock]
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
