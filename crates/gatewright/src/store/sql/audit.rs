//! Our own table of what happened. Entries are added and, when their time is over, taken off the
//! front; none is ever changed but the one that is left to hold the chain.

use std::sync::Arc;

use async_trait::async_trait;

use super::SqlStore;
use super::columns::Kind;
use super::own::Own;
use super::schema::spelt;
use crate::error::Result;
use crate::model::AuditRow;
use crate::store::driver::{Dialect, Done, Driver, Row, Sql, Step, Value};
use crate::store::{self, AuditQuery};

const AUDIT: &str = "gatewright_audit";

const COLUMNS: &str = "\"seq\",\"time\",\"event\",\"user_id\",\"actor\",\"address\",\"agent\",\
                       \"details\",\"hash\"";

/// Entries of one page of a list.
const PAGE: u32 = 1_000;

/// The statements about the audit log.
#[derive(Debug)]
pub(super) struct Audit {
    table: Own,
    head: Sql,
    insert: Sql,
    remove: Sql,
    of_user: Sql,
    forwards: Sql,
    backwards: Sql,
    anchor: Sql,
    purge: Sql,
}

/// The statements that make the table.
pub(super) fn table(dialect: Dialect) -> String {
    let (text, agent) = (spelt(dialect, Kind::Text(255)), spelt(dialect, Kind::Text(300)));
    let (key, time) = (spelt(dialect, Kind::Key), spelt(dialect, Kind::Time));
    let (long, blob) = (spelt(dialect, Kind::LongText), spelt(dialect, Kind::Blob));
    format!(
        "CREATE TABLE IF NOT EXISTS \"{AUDIT}\" (\"seq\" {key}, \"time\" {time} NOT NULL, \
         \"event\" {text} NOT NULL, \"user_id\" {text}, \"actor\" {text}, \"address\" {text}, \
         \"agent\" {agent}, \"details\" {long} NOT NULL, \"hash\" {blob} NOT NULL);\n\
         CREATE INDEX IF NOT EXISTS \"{AUDIT}_ix_user_id\" ON \"{AUDIT}\" (\"user_id\",\"seq\");\n"
    )
}

impl Audit {
    pub(super) fn new(driver: &Arc<dyn Driver>, made: bool) -> Self {
        let list = |from: &str, order: &str| {
            Sql::heavy(format!(
                "SELECT {COLUMNS} FROM \"{AUDIT}\" WHERE \"seq\"{from}? \
                 AND (? IS NULL OR \"user_id\"=?) AND (? IS NULL OR \"event\"=?) \
                 AND (? IS NULL OR \"time\">=?) ORDER BY \"seq\" {order} LIMIT ?"
            ))
        };
        Self {
            table: Own::new(driver, AUDIT, table, made),
            head: Sql::new(format!(
                "SELECT {COLUMNS} FROM \"{AUDIT}\" WHERE \"seq\"=(SELECT max(\"seq\") FROM \"{AUDIT}\")"
            )),
            insert: Sql::new(format!(
                "INSERT INTO \"{AUDIT}\" ({COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?)"
            )),
            remove: Sql::new(format!("DELETE FROM \"{AUDIT}\" WHERE \"seq\"=? AND \"hash\"=?")),
            of_user: Sql::new(format!(
                "SELECT {COLUMNS} FROM \"{AUDIT}\" WHERE \"user_id\"=? ORDER BY \"seq\" DESC LIMIT ?"
            )),
            forwards: list(">", "ASC"),
            backwards: list("<", "DESC"),
            anchor: Sql::new(format!(
                "UPDATE \"{AUDIT}\" SET \"event\"=?,\"user_id\"=NULL,\"actor\"=NULL,\
                 \"address\"=NULL,\"agent\"=NULL,\"details\"=? WHERE \"seq\"=? AND \"hash\"=?"
            )),
            purge: Sql::new(format!("DELETE FROM \"{AUDIT}\" WHERE \"seq\"<?")),
        }
    }

    /// What runs in requests, for the test that nothing scans.
    #[cfg(test)]
    pub(super) fn in_requests(&self) -> [&Sql; 3] {
        [&self.head, &self.insert, &self.of_user]
    }
}

#[async_trait]
impl store::AuditLog for SqlStore {
    async fn head(&self) -> Result<Option<AuditRow>> {
        let Some(driver) = self.0.audit.table.found().await? else { return Ok(None) };
        Ok(driver.fetch(&self.0.audit.head, &[]).await?.pop().map(read))
    }

    async fn append(&self, row: &AuditRow) -> Result<bool> {
        let driver = self.0.audit.table.made().await?;
        free(driver.execute(&self.0.audit.insert, values(row)).await)
    }

    /// The same pages are written, with what was in them.
    async fn rehearse(&self, row: &AuditRow) -> Result<bool> {
        let driver = self.0.audit.table.made().await?;
        let this = vec![row.seq.into(), row.hash.as_slice().into()];
        let steps = vec![
            Step { sql: self.0.audit.insert.clone(), args: values(row), must: true },
            Step { sql: self.0.audit.remove.clone(), args: this, must: true },
        ];
        free(driver.transaction(steps).await)
    }

    async fn list(&self, query: &AuditQuery) -> Result<Vec<AuditRow>> {
        let Some(driver) = self.0.audit.table.found().await? else { return Ok(Vec::new()) };
        let limit: Value = i64::from(query.limit.min(PAGE)).into();
        let whole = query.from.is_none() && query.event.is_none() && query.since.is_none();
        let rows = match &query.user {
            Some(user) if whole && query.newest_first => {
                driver.fetch(&self.0.audit.of_user, &[user.as_str().into(), limit]).await?
            }
            user => {
                let user = Value::from(user.as_deref());
                let event = Value::from(query.event.as_deref());
                let since = Value::from(query.since);
                let (sql, end) = match query.newest_first {
                    true => (&self.0.audit.backwards, i64::MAX),
                    false => (&self.0.audit.forwards, 0),
                };
                let from = query.from.unwrap_or(end).into();
                let args =
                    [from, user.clone(), user, event.clone(), event, since.clone(), since, limit];
                driver.fetch(sql, &args).await?
            }
        };
        Ok(rows.into_iter().map(read).collect())
    }

    async fn anchor(&self, row: &AuditRow) -> Result<bool> {
        let Some(driver) = self.0.audit.table.found().await? else { return Ok(false) };
        let args = vec![
            row.event.as_str().into(),
            row.details.as_str().into(),
            row.seq.into(),
            row.hash.as_slice().into(),
        ];
        let steps = vec![
            Step { sql: self.0.audit.anchor.clone(), args, must: true },
            Step { sql: self.0.audit.purge.clone(), args: vec![row.seq.into()], must: false },
        ];
        Ok(matches!(driver.transaction(steps).await?, Done::Committed(_)))
    }
}

fn values(row: &AuditRow) -> Vec<Value> {
    vec![
        row.seq.into(),
        row.time.into(),
        row.event.as_str().into(),
        row.user.as_deref().into(),
        row.actor.as_deref().into(),
        row.address.as_deref().into(),
        row.agent.as_deref().into(),
        row.details.as_str().into(),
        row.hash.as_slice().into(),
    ]
}

/// False if the number is taken.
fn free<T>(written: Result<T>) -> Result<bool> {
    match written {
        Ok(_) => Ok(true),
        Err(error) if error.is_conflict() => Ok(false),
        Err(error) => Err(error),
    }
}

/// Takes what is there: an entry that somebody has spoilt is for the seal to tell, by its number.
fn read(mut row: Row) -> AuditRow {
    let seq = row.int().unwrap_or_default();
    let time = row.time().unwrap_or_default();
    let mut text = || row.opt_text().ok().flatten();
    let mut read = AuditRow::new(seq, time, text().unwrap_or_default());
    read.user = text();
    read.actor = text();
    read.address = text();
    read.agent = text();
    read.details = text().unwrap_or_default();
    read.hash = row.opt_bytes().ok().flatten().unwrap_or_default();
    read
}
