//! SQLite: reads in place on a few connections, one writer.

mod describe;
mod open;
pub(crate) mod url;

use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use std::time::Duration;

use async_trait::async_trait;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, TransactionBehavior, ffi, params_from_iter};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::{Dialect, Done, Driver, Row, Sql, Step, Table, Value};
use crate::error::{Error, ErrorKind, Result};

pub(crate) use open::Access;

type Shared = Arc<Mutex<Connection>>;

/// The connections to one database.
#[derive(Debug)]
pub(crate) struct Sqlite {
    /// For reads in place; these never wait.
    readers: Vec<Shared>,
    /// For reads that would hold up an async thread; these wait.
    patient: Pool,
    /// For writes; there is one because SQLite has one writer at a time.
    writer: Pool,
}

/// Connections for the blocking pool. Whoever has to wait does so without holding a thread, so
/// that a flood of writes cannot take the threads that password hashing needs.
#[derive(Debug)]
struct Pool {
    connections: Vec<Shared>,
    permits: Arc<Semaphore>,
}

impl Pool {
    fn new(connections: Vec<Shared>) -> Self {
        let permits = Arc::new(Semaphore::new(connections.len()));
        Self { connections, permits }
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T> {
        let closed = |_| Error::store("the database is closed");
        // The permit moves with the work: a request that is given up does not end a write.
        let permit = Arc::clone(&self.permits).acquire_owned().await.map_err(closed)?;
        let connections = self.connections.clone();
        let done = spawn_blocking(move || {
            let _permit = permit;
            let free = connections.iter().find_map(|connection| connection.try_lock().ok());
            match (free, connections.first()) {
                (Some(mut connection), _) => work(&mut connection),
                (None, Some(first)) => {
                    work(&mut first.lock().unwrap_or_else(PoisonError::into_inner))
                }
                (None, None) => Err(rusqlite::Error::InvalidQuery),
            }
        });
        done.await
            .map_err(|error| Error::store("a database job died").caused_by(error))?
            .map_err(failed)
    }
}

#[async_trait]
impl Driver for Sqlite {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    async fn fetch(&self, sql: &Sql, args: &[Value]) -> Result<Vec<Row>> {
        if !sql.heavy
            && let Some(rows) = self.fetch_in_place(sql, args)
        {
            return rows;
        }
        let (sql, args) = (sql.clone(), args.to_vec());
        self.patient.run(move |connection| query(connection, &sql, &args)).await
    }

    async fn execute(&self, sql: &Sql, args: Vec<Value>) -> Result<u64> {
        let sql = sql.clone();
        self.writer.run(move |connection| change(connection, &sql, &args)).await
    }

    async fn transaction(&self, steps: Vec<Step>) -> Result<Done> {
        let work = move |connection: &mut Connection| {
            // Immediate, because a transaction that reads first cannot wait for the lock later.
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut changed = Vec::with_capacity(steps.len());
            for (at, step) in steps.iter().enumerate() {
                let rows = change(&transaction, &step.sql, &step.args)?;
                if step.must && rows == 0 {
                    return Ok(Done::Refused(at));
                }
                changed.push(rows);
            }
            transaction.commit()?;
            Ok(Done::Committed(changed))
        };
        self.writer.run(work).await
    }

    async fn script(&self, sql: String) -> Result<()> {
        let work = move |connection: &mut Connection| {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            transaction.execute_batch(&sql)?;
            transaction.commit()
        };
        self.writer.run(work).await
    }

    async fn describe(&self, table: &str) -> Result<Option<Table>> {
        let table = table.to_owned();
        self.patient.run(move |connection| describe::table(connection, &table)).await
    }
}

impl Sqlite {
    /// `None` if every connection is taken or the database is locked: then the blocking pool waits.
    fn fetch_in_place(&self, sql: &Sql, args: &[Value]) -> Option<Result<Vec<Row>>> {
        let free = self.readers.iter().find_map(|reader| match reader.try_lock() {
            Ok(connection) => Some(connection),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        })?;
        match query(&free, sql, args) {
            Err(error) if is_busy(&error) => None,
            rows => Some(rows.map_err(failed)),
        }
    }
}

fn query(connection: &Connection, sql: &Sql, args: &[Value]) -> rusqlite::Result<Vec<Row>> {
    let mut statement = connection.prepare_cached(&sql.text)?;
    let width = statement.column_count();
    let mut found = statement.query(params_from_iter(args))?;
    let (mut rows, mut last) = (Vec::new(), None);
    while let Some(row) = found.next()? {
        let mut values = Vec::with_capacity(width);
        if sql.shared > 0 {
            let first = value(row.get_ref(0)?);
            if last.as_ref() == Some(&first) {
                values.push(first);
                values.resize(sql.shared, Value::Null);
            } else {
                last = Some(first);
            }
        }
        for column in values.len()..width {
            values.push(value(row.get_ref(column)?));
        }
        rows.push(Row::new(values));
    }
    Ok(rows)
}

fn value(found: ValueRef<'_>) -> Value {
    match found {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Real(number),
        // Nearly always UTF-8, and then checked several bytes at a time.
        ValueRef::Text(text) => Value::Text(match std::str::from_utf8(text) {
            Ok(text) => text.to_owned(),
            Err(_) => String::from_utf8_lossy(text).into_owned(),
        }),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.into()),
    }
}

fn change(connection: &Connection, sql: &Sql, args: &[Value]) -> rusqlite::Result<u64> {
    let rows = connection.prepare_cached(&sql.text)?.execute(params_from_iter(args))?;
    Ok(rows as u64)
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        use rusqlite::types::Value as Owned;
        Ok(match self {
            Self::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Bool(flag) => ToSqlOutput::Borrowed(ValueRef::Integer((*flag).into())),
            Self::Int(number) => ToSqlOutput::Borrowed(ValueRef::Integer(*number)),
            Self::Real(number) => ToSqlOutput::Borrowed(ValueRef::Real(*number)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
            // The reference's spelling: always six digits, so that times compare as text.
            Self::Time(time) => {
                ToSqlOutput::Owned(Owned::Text(time.strftime("%Y-%m-%d %H:%M:%S.%6f").to_string()))
            }
        })
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked};
    matches!(error.sqlite_error_code(), Some(DatabaseBusy | DatabaseLocked))
}

fn failed(error: rusqlite::Error) -> Error {
    let kind = match error.sqlite_error().map(|error| error.extended_code) {
        Some(
            ffi::SQLITE_CONSTRAINT_UNIQUE
            | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
            | ffi::SQLITE_CONSTRAINT_FOREIGNKEY,
        ) => ErrorKind::Conflict,
        _ if is_busy(&error) => ErrorKind::Busy { retry_after: Duration::from_secs(1) },
        _ => ErrorKind::Store,
    };
    Error::new(kind, format!("SQLite: {error}")).caused_by(error)
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::*;

    #[tokio::test]
    async fn a_cached_statement_is_not_parsed_again() {
        // Fails without the planner's stability guarantee; see `open.rs`.
        let sqlite = Sqlite::open("sqlite::memory:", Access::Create).await.unwrap();
        let script = "CREATE TABLE t (a TEXT UNIQUE, b INTEGER); CREATE INDEX i ON t (b);
            WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 500)
            INSERT INTO t SELECT 'x' || n, n % 7 FROM n; ANALYZE;";
        sqlite.script(script.into()).await.unwrap();
        let sql = Sql::new("SELECT t.a FROM t JOIN t s ON s.b = t.b WHERE t.a = ? AND s.b > ?");
        for n in 0..10_i64 {
            sqlite.fetch(&sql, &[format!("x{n}").into(), n.into()]).await.unwrap();
        }
        let connection = sqlite.readers[0].lock().unwrap();
        let statement = connection.prepare_cached(&sql.text).unwrap();
        assert!(statement.get_status(StatementStatus::Run) >= 10, "another statement");
        assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
    }
}
