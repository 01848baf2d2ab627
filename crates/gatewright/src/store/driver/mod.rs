//! What a database must do for us. SQL is written once, with `?` and "quoted" names.

mod row;
#[cfg(feature = "sqlite")]
pub(crate) mod sqlite;

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use jiff::civil::DateTime;

use crate::error::Result;

pub(crate) use row::Row;

/// A connection pool of one kind of database.
#[async_trait]
pub(crate) trait Driver: fmt::Debug + Send + Sync + 'static {
    /// How this database wants things spelt.
    fn dialect(&self) -> Dialect;

    /// Runs a reading statement.
    async fn fetch(&self, sql: &Sql, args: &[Value]) -> Result<Vec<Row>>;

    /// Runs one writing statement and says how many rows it changed; committed when it returns.
    async fn execute(&self, sql: &Sql, args: Vec<Value>) -> Result<u64>;

    /// Runs writing statements, all or none of them.
    async fn transaction(&self, steps: Vec<Step>) -> Result<Done>;

    /// Runs statements without arguments, all or none of them.
    async fn script(&self, sql: String) -> Result<()>;

    /// Describes a table; `None` if there is none of that name.
    async fn describe(&self, table: &str) -> Result<Option<Table>>;
}

/// What databases spell differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Times are text in two spellings; names and `lower` are ASCII.
    Sqlite,
}

impl Dialect {
    /// A second spelling that a stored time may have.
    pub(crate) fn other_spelling(self, time: DateTime) -> Option<Value> {
        match self {
            Self::Sqlite => (time.subsec_nanosecond() == 0)
                .then(|| Value::Text(time.strftime("%Y-%m-%d %H:%M:%S").to_string())),
        }
    }
}

/// The text of a statement; cloning is a reference count.
#[derive(Debug, Clone)]
pub(crate) struct Sql {
    pub(crate) text: Arc<str>,
    /// True if it may look at many rows, so that it must not run on an async thread.
    pub(crate) heavy: bool,
    /// So many columns are the same in all rows with the same first column, and need not be read
    /// again in the second such row.
    pub(crate) shared: usize,
}

impl Sql {
    pub(crate) fn new(text: impl Into<Arc<str>>) -> Self {
        Self { text: text.into(), heavy: false, shared: 0 }
    }

    pub(crate) fn heavy(text: impl Into<Arc<str>>) -> Self {
        Self { heavy: true, ..Self::new(text) }
    }

    #[must_use]
    pub(crate) fn sharing(mut self, columns: usize) -> Self {
        self.shared = columns;
        self
    }

    #[must_use]
    pub(crate) fn heavy_if(mut self, heavy: bool) -> Self {
        self.heavy |= heavy;
        self
    }
}

/// One statement of a transaction.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) sql: Sql,
    pub(crate) args: Vec<Value>,
    /// True if the transaction is taken back unless this changes a row.
    pub(crate) must: bool,
}

/// How a transaction ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// Rows changed by each step.
    Committed(Vec<u64>),
    /// This step changed no row although it had to; nothing is written.
    Refused(usize),
}

/// A value of a column or an argument.
#[derive(Clone, Default, PartialEq)]
pub(crate) enum Value {
    #[default]
    Null,
    Bool(bool),
    Int(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
    Time(DateTime),
}

// Arguments are hashes and secrets as often as not.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Bool(_) => "bool",
            Self::Int(_) => "int",
            Self::Real(_) => "real",
            Self::Text(_) => "text",
            Self::Bytes(_) => "bytes",
            Self::Time(_) => "time",
        })
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.into())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<DateTime> for Value {
    fn from(time: DateTime) -> Self {
        Self::Time(time)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// What a table looks like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) indexes: Vec<Index>,
}

impl Table {
    pub(crate) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name.eq_ignore_ascii_case(name))
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.column(name).is_some()
    }

    /// True if equality with the column is answered by an index, in byte order.
    pub(crate) fn finds(&self, column: &str) -> bool {
        self.indexes.iter().any(|index| index.starts_with == Key::Column(column.into()))
    }

    /// True if equality with `lower(column)` is answered by an index.
    pub(crate) fn finds_lower(&self, column: &str) -> bool {
        self.indexes.iter().any(|index| index.starts_with == Key::Lower(column.into()))
    }

    /// True if no two rows can have the same value there.
    pub(crate) fn unique(&self, column: &str) -> bool {
        let key = Key::Column(column.into());
        self.indexes.iter().any(|index| index.unique && index.single && index.starts_with == key)
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) not_null: bool,
    /// True if a row can be made without naming the column.
    pub(crate) filled: bool,
    pub(crate) primary: bool,
}

/// An index over all rows of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Index {
    pub(crate) starts_with: Key,
    /// True if there is nothing after that.
    pub(crate) single: bool,
    pub(crate) unique: bool,
}

/// What an index starts with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Key {
    Column(String),
    Lower(String),
    Other,
}
