//! The tables of letters and the statements about them.

use std::sync::Arc;

use crate::store::driver::{Dialect, Driver, Sql};
use crate::store::sql::columns::Kind;
use crate::store::sql::own::Own;
use crate::store::sql::schema::spelt;

/// A table of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store::sql) enum Letters {
    /// Each leaves when it is due.
    Mails,
    /// The first leaves before the second.
    Webhooks,
}

impl Letters {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Mails => "gatewright_outbox",
            Self::Webhooks => "gatewright_webhooks",
        }
    }
}

const COLUMNS: &str = "\"id\",\"kind\",\"recipient\",\"payload\",\"attempts\",\"claimed\",\
                       \"created_at\",\"due_at\",\"give_up_at\",\"failed_at\",\"last_error\"";

/// The statements about letters.
#[derive(Debug)]
pub(in crate::store::sql) struct Outbox {
    pub(super) letters: Letters,
    pub(super) table: Own,
    pub(super) insert: Sql,
    pub(super) next: Sql,
    pub(super) claim: Sql,
    pub(super) sent: Sql,
    pub(super) postpone: Sql,
    pub(super) waiting: Sql,
    pub(super) given_up: Sql,
    pub(super) of_one: Sql,
    pub(super) retry_all: Sql,
    pub(super) retry_one: Sql,
    pub(super) purge: Sql,
}

/// The statements that make the tables.
pub(in crate::store::sql) fn table(dialect: Dialect) -> String {
    let kind = |kind| spelt(dialect, kind);
    let (text, long, time) = (kind(Kind::Text(64)), kind(Kind::LongText), kind(Kind::Time));
    let (int, flag) = (kind(Kind::Int), kind(Kind::Bool));
    let make = |letters: Letters| {
        let table = letters.name();
        // In order, those that were given up must not be in the way of the first that was not.
        let failed = match letters {
            Letters::Mails => "\"failed_at\"",
            Letters::Webhooks => "\"failed_at\",\"id\"",
        };
        format!(
            "CREATE TABLE IF NOT EXISTS \"{table}\" (\"id\" {text} NOT NULL PRIMARY KEY, \
             \"kind\" {text} NOT NULL, \"recipient\" {long} NOT NULL, \"payload\" {long} NOT NULL, \
             \"attempts\" {int} NOT NULL, \"claimed\" {flag} NOT NULL, \
             \"created_at\" {time} NOT NULL, \"due_at\" {time}, \"give_up_at\" {time} NOT NULL, \
             \"failed_at\" {time}, \"last_error\" {long});\n\
             CREATE INDEX IF NOT EXISTS \"{table}_ix_due_at\" ON \"{table}\" (\"due_at\");\n\
             CREATE INDEX IF NOT EXISTS \"{table}_ix_failed_at\" ON \"{table}\" ({failed});\n"
        )
    };
    make(Letters::Mails) + &make(Letters::Webhooks)
}

impl Outbox {
    pub(in crate::store::sql) fn new(
        driver: &Arc<dyn Driver>,
        made: bool,
        letters: Letters,
    ) -> Self {
        let name = letters.name();
        let this = "\"id\"=? AND \"attempts\"=? AND \"due_at\" IS NOT NULL";
        let again = format!(
            "UPDATE \"{name}\" SET \"due_at\"=?,\"give_up_at\"=?,\"failed_at\"=NULL \
             WHERE \"claimed\"=?"
        );
        let list = |which: &str| {
            format!(
                "SELECT {COLUMNS} FROM \"{name}\" WHERE \"id\">? AND \"failed_at\" IS {which} \
                 ORDER BY \"id\" LIMIT ?"
            )
        };
        Self {
            letters,
            table: Own::new(driver, name, table, made),
            insert: Sql::new(format!(
                "INSERT INTO \"{name}\" ({COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,NULL,NULL)"
            )),
            next: Sql::new(match letters {
                Letters::Mails => format!(
                    "SELECT {COLUMNS} FROM \"{name}\" WHERE \"due_at\"<=? \
                     ORDER BY \"due_at\" LIMIT 1"
                ),
                Letters::Webhooks => format!(
                    "SELECT {COLUMNS} FROM \"{name}\" WHERE \"failed_at\" IS NULL \
                     ORDER BY \"id\" LIMIT 1"
                ),
            }),
            claim: Sql::new(format!(
                "UPDATE \"{name}\" SET \"due_at\"=?,\"attempts\"=?,\"claimed\"=? \
                 WHERE {this} AND \"due_at\"<=?"
            )),
            sent: Sql::new(format!("DELETE FROM \"{name}\" WHERE {this}")),
            postpone: Sql::new(format!(
                "UPDATE \"{name}\" SET \"due_at\"=?,\"failed_at\"=?,\"last_error\"=?,\
                 \"claimed\"=? WHERE {this}"
            )),
            waiting: Sql::heavy(list("NULL")),
            given_up: Sql::heavy(list("NOT NULL")),
            of_one: Sql::heavy(format!(
                "SELECT {} FROM \"{name}\" WHERE LOWER(\"recipient\")=LOWER(?) \
                 ORDER BY \"id\" LIMIT ?",
                COLUMNS.replace("\"payload\"", "''")
            )),
            retry_one: Sql::new(format!("{again} AND \"id\"=?")),
            retry_all: Sql::new(again),
            purge: Sql::new(format!("DELETE FROM \"{name}\" WHERE \"failed_at\"<=?")),
        }
    }
}
