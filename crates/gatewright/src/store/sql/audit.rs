//! Our own table of what happened. Entries are added and, when their time is over, taken off the
//! front; none is ever changed but the one that is left to hold the chain.

use tokio::sync::OnceCell;

use super::columns::Kind;
use super::schema::{self, spelt};
use crate::error::Result;
use crate::model::AuditRow;
use crate::store::AuditQuery;
use crate::store::driver::{Dialect, Done, Driver, Row, Sql, Step, Value};

const AUDIT: &str = "gatewright_audit";

const COLUMNS: &str = "\"seq\",\"time\",\"event\",\"user_id\",\"actor\",\"address\",\"agent\",\
                       \"details\",\"hash\"";

/// Entries of one page of a list.
const PAGE: u32 = 1_000;

/// The statements about the audit log.
#[derive(Debug)]
pub(super) struct Audit {
    script: String,
    ready: OnceCell<()>,
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
    /// `ready` if the table is known to exist; else it is made when the first entry comes.
    pub(super) fn new(dialect: Dialect, ready: bool) -> Self {
        let list = |from: &str, order: &str| {
            Sql::heavy(format!(
                "SELECT {COLUMNS} FROM \"{AUDIT}\" WHERE \"seq\"{from}? \
                 AND (? IS NULL OR \"user_id\"=?) AND (? IS NULL OR \"event\"=?) \
                 AND (? IS NULL OR \"time\">=?) ORDER BY \"seq\" {order} LIMIT ?"
            ))
        };
        Self {
            script: schema::own(dialect),
            ready: OnceCell::new_with(ready.then_some(())),
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

    pub(super) async fn head(&self, driver: &dyn Driver) -> Result<Option<AuditRow>> {
        if !self.exists(driver).await? {
            return Ok(None);
        }
        Ok(driver.fetch(&self.head, &[]).await?.pop().map(read))
    }

    /// False if the number is taken.
    pub(super) async fn append(&self, driver: &dyn Driver, row: &AuditRow) -> Result<bool> {
        self.ready.get_or_try_init(|| driver.script(self.script.clone())).await?;
        free(driver.execute(&self.insert, values(row)).await)
    }

    /// The same pages are written, with what was in them. False if the number is taken.
    pub(super) async fn rehearse(&self, driver: &dyn Driver, row: &AuditRow) -> Result<bool> {
        self.ready.get_or_try_init(|| driver.script(self.script.clone())).await?;
        let this = vec![row.seq.into(), row.hash.as_slice().into()];
        let steps = vec![
            Step { sql: self.insert.clone(), args: values(row), must: true },
            Step { sql: self.remove.clone(), args: this, must: true },
        ];
        free(driver.transaction(steps).await)
    }

    pub(super) async fn list(
        &self,
        driver: &dyn Driver,
        query: &AuditQuery,
    ) -> Result<Vec<AuditRow>> {
        if !self.exists(driver).await? {
            return Ok(Vec::new());
        }
        let limit: Value = i64::from(query.limit.min(PAGE)).into();
        let whole = query.from.is_none() && query.event.is_none() && query.since.is_none();
        let rows = match &query.user {
            Some(user) if whole && query.newest_first => {
                driver.fetch(&self.of_user, &[user.as_str().into(), limit]).await?
            }
            user => {
                let user = Value::from(user.as_deref());
                let event = Value::from(query.event.as_deref());
                let since = Value::from(query.since);
                let (sql, end) = match query.newest_first {
                    true => (&self.backwards, i64::MAX),
                    false => (&self.forwards, 0),
                };
                let from = query.from.unwrap_or(end).into();
                let args =
                    [from, user.clone(), user, event.clone(), event, since.clone(), since, limit];
                driver.fetch(sql, &args).await?
            }
        };
        Ok(rows.into_iter().map(read).collect())
    }

    pub(super) async fn anchor(&self, driver: &dyn Driver, row: &AuditRow) -> Result<bool> {
        if !self.exists(driver).await? {
            return Ok(false);
        }
        let args = vec![
            row.event.as_str().into(),
            row.details.as_str().into(),
            row.seq.into(),
            row.hash.as_slice().into(),
        ];
        let steps = vec![
            Step { sql: self.anchor.clone(), args, must: true },
            Step { sql: self.purge.clone(), args: vec![row.seq.into()], must: false },
        ];
        Ok(matches!(driver.transaction(steps).await?, Done::Committed(_)))
    }

    /// Looks for the table without making it: a foreign database stays without a trace.
    async fn exists(&self, driver: &dyn Driver) -> Result<bool> {
        if self.ready.initialized() {
            return Ok(true);
        }
        let found = driver.describe(AUDIT).await?.is_some();
        if found {
            self.ready.get_or_try_init(|| driver.script(self.script.clone())).await?;
        }
        Ok(found)
    }

    /// What runs in requests, for the test that nothing scans.
    #[cfg(test)]
    pub(super) fn in_requests(&self) -> [&Sql; 3] {
        [&self.head, &self.insert, &self.of_user]
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
