//! Our own table of everything that can be used once.

use jiff::civil::DateTime;
use tokio::sync::OnceCell;

use super::schema::{self, ONCE};
use crate::error::Result;
use crate::store::driver::{Dialect, Done, Driver, Sql, Step, Value};

/// The statements about values that can be taken once.
#[derive(Debug)]
pub(super) struct Once {
    script: String,
    ready: OnceCell<()>,
    purge: Sql,
    insert: Sql,
    read: Sql,
    take: Sql,
}

impl Once {
    /// `ready` if the table is known to exist. Otherwise it is made at the first use and not when
    /// the database is opened, so that looking at a foreign database leaves no trace.
    pub(super) fn new(dialect: Dialect, ready: bool) -> Self {
        let this = "\"purpose\"=? AND \"key_hash\"=? AND \"expires_at\">?";
        Self {
            script: schema::once(dialect),
            ready: OnceCell::new_with(ready.then_some(())),
            purge: Sql::new(format!("DELETE FROM \"{ONCE}\" WHERE \"expires_at\"<=?")),
            insert: Sql::new(format!(
                "INSERT INTO \"{ONCE}\" (\"purpose\",\"key_hash\",\"expires_at\",\"payload\") \
                 VALUES (?,?,?,?)"
            )),
            read: Sql::new(format!("SELECT \"payload\" FROM \"{ONCE}\" WHERE {this}")),
            take: Sql::new(format!("DELETE FROM \"{ONCE}\" WHERE {this} AND \"payload\"=?")),
        }
    }

    pub(super) async fn issue(
        &self,
        driver: &dyn Driver,
        key: (&str, &[u8]),
        expires: DateTime,
        payload: &str,
        now: DateTime,
        more: Vec<Step>,
    ) -> Result<()> {
        self.ready(driver).await?;
        // What has expired goes here, so that the table needs no other care.
        let purge = Step { sql: self.purge.clone(), args: vec![now.into()], must: false };
        let args = vec![key.0.into(), key.1.into(), expires.into(), payload.into()];
        let insert = Step { sql: self.insert.clone(), args, must: true };
        let steps = [purge, insert].into_iter().chain(more).collect();
        match driver.transaction(steps).await? {
            Done::Committed(_) | Done::Refused(_) => Ok(()),
        }
    }

    pub(super) async fn peek(
        &self,
        driver: &dyn Driver,
        key: (&str, &[u8]),
        now: DateTime,
    ) -> Result<Option<String>> {
        self.ready(driver).await?;
        let mut rows = driver.fetch(&self.read, &args(key, now)).await?;
        rows.pop().map(|mut row| row.text()).transpose()
    }

    pub(super) async fn consume(
        &self,
        driver: &dyn Driver,
        key: (&str, &[u8]),
        now: DateTime,
    ) -> Result<Option<String>> {
        let Some(payload) = self.peek(driver, key, now).await? else {
            return Ok(None);
        };
        // Whoever deletes the row has it; the others find nothing to delete.
        let mut args = args(key, now);
        args.push(payload.as_str().into());
        let taken = driver.execute(&self.take, args).await? > 0;
        Ok(taken.then_some(payload))
    }

    /// Looks for the table without making it: a foreign database stays without a trace.
    pub(super) async fn purge(&self, driver: &dyn Driver, now: DateTime) -> Result<u64> {
        if !self.ready.initialized() && driver.describe(ONCE).await?.is_none() {
            return Ok(0);
        }
        driver.execute(&self.purge, vec![now.into()]).await
    }

    async fn ready(&self, driver: &dyn Driver) -> Result<()> {
        self.ready.get_or_try_init(|| driver.script(self.script.clone())).await.copied()
    }
}

fn args((purpose, key_hash): (&str, &[u8]), now: DateTime) -> Vec<Value> {
    vec![purpose.into(), key_hash.into(), now.into()]
}
