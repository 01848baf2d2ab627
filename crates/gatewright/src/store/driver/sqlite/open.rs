use std::io::Read as _;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread::available_parallelism;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use tokio::task::spawn_blocking;

use super::url::{self, Place};
use super::{Pool, Shared, Sqlite, failed, is_busy};
use crate::error::{Error, Result};

/// How long a write or a patient read waits for another process.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often others may be quicker to lock a new file.
const TRIES: usize = 100;

/// Pages that a reader keeps, in KiB when negative: the indexes of a hundred thousand users.
const CACHE: i64 = -16_384;

/// Enough for all fixed statements and the usual updates.
const STATEMENTS: usize = 128;

/// What opening may do to the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Make it if it is not there.
    Create,
    /// It must be there and keeps its journal mode.
    Keep,
    /// It must be there and is switched to write-ahead logging.
    Improve,
    /// It must be there, and is read alone: no file beside it is made.
    Look,
}

impl Sqlite {
    pub(crate) async fn open(url: &str, access: Access) -> Result<Self> {
        let place = url::parse(url)?;
        let opened = spawn_blocking(move || match place {
            Place::Memory => memory(),
            Place::File(path) if access == Access::Look => look(&path),
            Place::File(path) => file(&path, access),
        });
        opened.await.map_err(|error| Error::store("a database job died").caused_by(error))?
    }
}

/// One connection for everything: a second one would be another database.
fn memory() -> Result<Sqlite> {
    let connection = Connection::open_in_memory().map_err(failed)?;
    set_up(&connection).map_err(failed)?;
    Ok(only(connection))
}

fn only(connection: Connection) -> Sqlite {
    let only = Arc::new(Mutex::new(connection));
    Sqlite {
        readers: vec![Arc::clone(&only)],
        patient: Pool::new(vec![Arc::clone(&only)]),
        writer: Pool::new(vec![only]),
    }
}

/// Even a reader makes the files of a write-ahead log where there are none. Then nobody else has the
/// file open, and SQLite may be told that it stays as it is.
fn look(path: &Path) -> Result<Sqlite> {
    let cannot = |error: rusqlite::Error| unopened(path, error);
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let mut flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = if is_logged(path) && !Path::new(&log).exists() {
        flags |= OpenFlags::SQLITE_OPEN_URI;
        let path = path.to_string_lossy();
        // What has a meaning in an address (RFC 3986): `%`, `?`, `#`.
        let escaped = path.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
        Connection::open_with_flags(format!("file:{escaped}?immutable=1"), flags)
    } else {
        Connection::open_with_flags(path, flags)
    };
    let connection = connection.map_err(cannot)?;
    connection.busy_timeout(PATIENCE).map_err(cannot)?;
    set_up(&connection).map_err(cannot)?;
    // Nothing is read by opening: a file that is no database shows now.
    is_empty(&connection).map_err(cannot)?;
    Ok(only(connection))
}

/// Whether the head of the file asks for a write-ahead log ("read version" 2 of the file format).
fn is_logged(path: &Path) -> bool {
    let mut head = [0; 20];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && head.last() == Some(&2)
}

fn unopened(path: &Path, error: rusqlite::Error) -> Error {
    if !path.exists() {
        let absolute = std::path::absolute(path);
        let whole = absolute.as_deref().unwrap_or(path).display();
        return Error::store(format!(
            "there is no {whole}: run `gatewright db create`, or say in DATABASE_URL where the \
             database is (a relative path is written `sqlite:app.db`)"
        ))
        .caused_by(error);
    }
    let path = path.display();
    Error::store(format!(
        "cannot open {path} (a relative path is written `sqlite:app.db`): {error}"
    ))
    .caused_by(error)
}

fn file(path: &Path, access: Access) -> Result<Sqlite> {
    if access == Access::Create {
        make_private(path)?;
    }
    let cannot = |error: rusqlite::Error| unopened(path, error);
    let writer = connect(path).map_err(cannot)?;
    let was_empty = is_empty(&writer).map_err(cannot)?;
    if access == Access::Improve || (access == Access::Create && was_empty) {
        // Readers and the writer, ours and foreign ones, no longer wait for each other.
        log_ahead(&writer).map_err(cannot)?;
    }
    writer.busy_timeout(PATIENCE).map_err(cannot)?;
    let reader = |timeout: Duration| -> Result<Shared> {
        let connection = connect(path).map_err(cannot)?;
        connection.pragma_update(None, "query_only", true).map_err(cannot)?;
        connection.pragma_update(None, "cache_size", CACHE).map_err(cannot)?;
        connection.busy_timeout(timeout).map_err(cannot)?;
        Ok(Arc::new(Mutex::new(connection)))
    };
    let threads = available_parallelism().map_or(2, usize::from).clamp(2, 8);
    let in_place = (0..threads).map(|_| reader(Duration::ZERO)).collect::<Result<_>>()?;
    Ok(Sqlite {
        readers: in_place,
        patient: Pool::new(vec![reader(PATIENCE)?, reader(PATIENCE)?]),
        writer: Pool::new(vec![Arc::new(Mutex::new(writer))]),
    })
}

/// Switches to write-ahead logging. For this alone SQLite does not wait, and several processes may
/// start at the same moment: those that come second wait for a lock that it does wait for.
fn log_ahead(writer: &Connection) -> rusqlite::Result<()> {
    for _ in 0..TRIES {
        match writer.pragma_update(None, "journal_mode", "WAL") {
            Err(error) if is_busy(&error) => writer.execute_batch("BEGIN EXCLUSIVE; COMMIT")?,
            outcome => return outcome,
        }
    }
    writer.pragma_update(None, "journal_mode", "WAL")
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    set_up(&connection)?;
    Ok(connection)
}

fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Without the planner's stability guarantee this build of SQLite (STAT4) parses a cached
    // statement anew each time its bindings were cleared: a read takes 40 µs instead of 6.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // A misspelt "column" is an error, not a text.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    // A schema that somebody else wrote cannot call functions with side effects.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    // With NORMAL a killed process loses nothing, but a power cut may take back changes that were
    // acknowledged: a new password, a revoked session. FULL syncs every commit.
    connection.pragma_update(None, "synchronous", "FULL")
}

fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))
}

/// A new file is for the owner alone: it will hold password hashes. SQLite gives its log and its
/// shared memory the same rights.
fn make_private(path: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => {
            let path = path.display();
            Err(Error::store(format!(
                "cannot make {path} (a relative path is written `sqlite:app.db`): {error}"
            ))
            .caused_by(error))
        }
    }
}
