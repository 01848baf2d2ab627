//! Our own table of everything that can be used once.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::civil::DateTime;

use super::SqlStore;
use super::columns::Kind;
use super::own::Own;
use super::schema::spelt;
use crate::error::Result;
use crate::store;
use crate::store::driver::{Dialect, Driver, Sql, Step, Value};

const ONCE: &str = "gatewright_once";

/// The statements about values that can be taken once.
#[derive(Debug)]
pub(super) struct Once {
    table: Own,
    purge: Sql,
    insert: Sql,
    read: Sql,
    take: Sql,
}

/// The statements that make the table.
pub(super) fn table(dialect: Dialect) -> String {
    let kind = |kind| spelt(dialect, kind);
    let (text, blob, time) = (kind(Kind::Text(64)), kind(Kind::Blob), kind(Kind::Time));
    format!(
        "CREATE TABLE IF NOT EXISTS \"{ONCE}\" (\"purpose\" {text} NOT NULL, \
         \"key_hash\" {blob} NOT NULL, \"expires_at\" {time} NOT NULL, \"payload\" TEXT NOT NULL, \
         PRIMARY KEY (\"purpose\", \"key_hash\"));\n\
         CREATE INDEX IF NOT EXISTS \"{ONCE}_ix_expires_at\" ON \"{ONCE}\" (\"expires_at\");\n"
    )
}

impl Once {
    pub(super) fn new(driver: &Arc<dyn Driver>, made: bool) -> Self {
        let this = "\"purpose\"=? AND \"key_hash\"=? AND \"expires_at\">?";
        Self {
            table: Own::new(driver, ONCE, table, made),
            purge: Sql::new(format!("DELETE FROM \"{ONCE}\" WHERE \"expires_at\"<=?")),
            insert: Sql::new(format!(
                "INSERT INTO \"{ONCE}\" (\"purpose\",\"key_hash\",\"expires_at\",\"payload\") \
                 VALUES (?,?,?,?)"
            )),
            read: Sql::new(format!("SELECT \"payload\" FROM \"{ONCE}\" WHERE {this}")),
            take: Sql::new(format!("DELETE FROM \"{ONCE}\" WHERE {this} AND \"payload\"=?")),
        }
    }
}

#[async_trait]
impl store::Once for SqlStore {
    async fn issue(
        &self,
        purpose: &str,
        key_hash: &[u8],
        expires: DateTime,
        payload: &str,
    ) -> Result<()> {
        let once = &self.0.once;
        let driver = once.table.made().await?;
        // What has expired goes here, so that the table needs no other care.
        let purge = Step { sql: once.purge.clone(), args: vec![self.now().into()], must: false };
        let args = vec![purpose.into(), key_hash.into(), expires.into(), payload.into()];
        let insert = Step { sql: once.insert.clone(), args, must: true };
        driver.transaction(vec![purge, insert]).await.map(drop)
    }

    async fn peek(&self, purpose: &str, key_hash: &[u8], now: DateTime) -> Result<Option<String>> {
        let driver = self.0.once.table.made().await?;
        let mut rows = driver.fetch(&self.0.once.read, &args(purpose, key_hash, now)).await?;
        rows.pop().map(|mut row| row.text()).transpose()
    }

    async fn consume(
        &self,
        purpose: &str,
        key_hash: &[u8],
        now: DateTime,
    ) -> Result<Option<String>> {
        let Some(payload) = self.peek(purpose, key_hash, now).await? else {
            return Ok(None);
        };
        // Whoever deletes the row has it; the others find nothing to delete.
        let mut args = args(purpose, key_hash, now);
        args.push(payload.as_str().into());
        let taken = self.driver().execute(&self.0.once.take, args).await? > 0;
        Ok(taken.then_some(payload))
    }

    async fn purge(&self, now: DateTime) -> Result<u64> {
        match self.0.once.table.found().await? {
            Some(driver) => driver.execute(&self.0.once.purge, vec![now.into()]).await,
            None => Ok(0),
        }
    }
}

fn args(purpose: &str, key_hash: &[u8], now: DateTime) -> Vec<Value> {
    vec![purpose.into(), key_hash.into(), now.into()]
}
