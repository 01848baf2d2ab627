//! The store over SQL, with the reference's tables.

mod audit;
mod closings;
mod columns;
mod fold;
mod inspect;
mod lockouts;
mod names;
mod once;
mod outbox;
mod own;
mod passkeys;
mod refresh;
mod roles;
mod schema;
mod sessions;
mod store;
#[cfg(feature = "cli")]
mod survey;
#[cfg(test)]
mod tests;
mod undo;
mod users;
mod values;

use std::sync::Arc;

use jiff::civil::DateTime;

use self::inspect::Tables;
use super::driver::{Driver, Sql};
use crate::clock::Clock;
use crate::error::{Error, Result};

pub use inspect::{Gap, Inspection, SchemaVersion};
pub use names::TableNames;
#[cfg(feature = "cli")]
pub(crate) use survey::Survey;

/// What opening a database may do to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mode {
    /// Makes the file and the tables if there are none. Tables that exist are taken as they are.
    Create,
    /// Takes the database as it is: no table of the reference is touched, nothing is written by
    /// opening. Our own table is made when the first link or code is issued.
    Existing,
    /// Adds the columns, tables and indexes that are missing, and switches a SQLite file to
    /// write-ahead logging. Nothing that exists is changed or removed.
    Upgrade,
}

/// The store over SQL: SQLite today, addressed as `sqlite:app.db`.
///
/// It reads and writes the tables of Flask-Security as that does, so both can work on one database
/// at the same time; nothing read is kept from one call to the next. Clones share the connections.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> gatewright::error::Result<()> {
/// use gatewright::clock::Clock;
/// use gatewright::model::NewUser;
/// use gatewright::store::{Lookup, Mode, SqlStore, Store, TableNames};
///
/// let names = TableNames::default();
/// let store = SqlStore::open("sqlite::memory:", &names, Clock::system(), Mode::Create).await?;
/// let joe = store.create_user(NewUser::new("joe@lp.com")).await?;
/// let found = store.user(Lookup::Uniquifier(&joe.uniquifier)).await?;
/// assert_eq!(found, Some(joe));
/// # Ok(()) }
/// ```
#[derive(Debug, Clone)]
pub struct SqlStore(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    driver: Arc<dyn Driver>,
    clock: Clock,
    inspection: Inspection,
    ping: Sql,
    users: users::Users,
    roles: roles::Roles,
    passkeys: passkeys::Passkeys,
    refresh: refresh::Refreshes,
    once: once::Once,
    outbox: outbox::Outbox,
    webhooks: outbox::Outbox,
    audit: audit::Audit,
    sessions: sessions::Sessions,
    lockouts: lockouts::Lockouts,
    undo: undo::Undo,
    closings: closings::Closings,
}

impl SqlStore {
    /// Opens a database and prepares the statements for what it has.
    ///
    /// # Errors
    /// The address or a name is not usable, the database cannot be opened, or it lacks a table or
    /// column that nothing works without; the error lists them.
    pub async fn open(url: &str, names: &TableNames, clock: Clock, mode: Mode) -> Result<Self> {
        names.check()?;
        let driver = connect(url, mode).await?;
        let mut tables = Tables::read(&*driver, names).await?;
        if mode != Mode::Existing && !tables.none() && !tables.all() {
            // Another process may have made them, at once, while they were read one after the other.
            tables = Tables::read(&*driver, names).await?;
        }
        let dialect = driver.dialect();
        let script = match mode {
            Mode::Create | Mode::Upgrade if tables.none() => schema::create(dialect, names),
            Mode::Upgrade => {
                Inspection::of(&tables, names).require_columns()?;
                schema::upgrade(dialect, names, &tables)
            }
            Mode::Create | Mode::Existing => String::new(),
        };
        let made = !script.is_empty();
        if made {
            driver.script(script).await?;
            tables = Tables::read(&*driver, names).await?;
        }
        let inspection = Inspection::of(&tables, names);
        inspection.require()?;
        let users = users::Users::new(names, &tables, dialect);
        Ok(Self(Arc::new(Inner {
            ping: Sql::new("SELECT 1"),
            sessions: sessions::Sessions::new(&driver, names, &users, made),
            users,
            roles: roles::Roles::new(names, &tables, dialect),
            passkeys: passkeys::Passkeys::new(names, &tables),
            refresh: refresh::Refreshes::new(names, &tables),
            once: once::Once::new(&driver, made),
            outbox: outbox::Outbox::new(&driver, made, outbox::Letters::Mails),
            webhooks: outbox::Outbox::new(&driver, made, outbox::Letters::Webhooks),
            audit: audit::Audit::new(&driver, made),
            lockouts: lockouts::Lockouts::new(&driver, made),
            undo: undo::Undo::new(&driver, made),
            closings: closings::Closings::new(&driver, names, &tables, made),
            driver,
            clock,
            inspection,
        })))
    }

    /// Looks at a database without changing it.
    ///
    /// # Errors
    /// The address or a name is not usable, or the database cannot be opened.
    pub async fn inspect(url: &str, names: &TableNames) -> Result<Inspection> {
        names.check()?;
        let driver = connect(url, Mode::Existing).await?;
        Ok(Inspection::of(&Tables::read(&*driver, names).await?, names))
    }

    /// What was found when the database was opened.
    pub fn inspection(&self) -> &Inspection {
        &self.0.inspection
    }

    fn driver(&self) -> &dyn Driver {
        &*self.0.driver
    }

    fn now(&self) -> DateTime {
        self.0.clock.utc()
    }
}

/// The driver for an address; without a mode the database is read alone.
#[cfg_attr(not(feature = "sqlite"), allow(clippy::unused_async, reason = "no driver is built in"))]
async fn connect(url: &str, mode: impl Into<Option<Mode>>) -> Result<Arc<dyn Driver>> {
    let mode = mode.into();
    match url.split_once(':').map(|(scheme, _)| scheme) {
        #[cfg(feature = "sqlite")]
        Some("sqlite") => {
            use super::driver::sqlite::{Access, Sqlite};
            let access = match mode {
                Some(Mode::Create) => Access::Create,
                Some(Mode::Existing) => Access::Keep,
                Some(Mode::Upgrade) => Access::Improve,
                None => Access::Look,
            };
            Ok(Arc::new(Sqlite::open(url, access).await?))
        }
        #[cfg(not(feature = "sqlite"))]
        Some("sqlite") => {
            let _ = mode;
            Err(Error::config("`sqlite:` needs the cargo feature `sqlite`"))
        }
        _ => Err(Error::config("the address of the database must start with `sqlite:`")),
    }
}
