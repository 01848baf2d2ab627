//! Makes and upgrades tables.

use std::fmt::Write as _;

use super::columns::{Col, FS_REFRESH_TRACKER, Kind, LINK, Need, ROLE, USER, WEB_AUTHN};
use super::inspect::Tables;
use super::names::{TableNames, quoted};
use super::{audit, closings, lockouts, once, outbox, sessions, undo};
use crate::store::driver::{Dialect, Table};

/// The statements that make all tables and our indexes; those that exist stay as they are.
pub(super) fn create(dialect: Dialect, names: &TableNames) -> String {
    let mut sql = whole_tables(dialect, names);
    for (name, column) in links(names) {
        link_index(&mut sql, name, column, names);
    }
    for column in ["email", "username"] {
        lower_index(&mut sql, &names.user, column);
    }
    sql + &own(dialect)
}

/// The statements that add what a database lacks. Nothing that exists is changed: a column that is
/// too strict stays so, and one that should be unique becomes so only if it is new.
pub(super) fn upgrade(dialect: Dialect, names: &TableNames, tables: &Tables) -> String {
    let mut sql = whole_tables(dialect, names);
    if let Some(user) = &tables.user {
        add_columns(&mut sql, dialect, &names.user, user, &USER);
        for column in ["email", "username"] {
            // A column that is missing is among those that were just added.
            if !user.finds_lower(column) {
                lower_index(&mut sql, &names.user, column);
            }
        }
    }
    if let Some(role) = &tables.role {
        add_columns(&mut sql, dialect, &names.role, role, &ROLE);
    }
    for (name, column) in links(names) {
        let found = [
            (&names.roles_users, &tables.roles_users),
            (&names.web_authn, &tables.web_authn),
            (&names.fs_refresh_tracker, &tables.fs_refresh_tracker),
        ];
        let found = found.into_iter().find(|(table, _)| *table == name);
        let exists = found.and_then(|(_, table)| table.as_ref());
        if exists.is_none_or(|table| table.has(column) && !table.finds(column)) {
            link_index(&mut sql, name, column, names);
        }
    }
    sql + &own(dialect)
}

/// The statements that make our own tables: what is ours alone lives apart from the reference's, in
/// tables with the prefix `gatewright_`.
pub(super) fn own(dialect: Dialect) -> String {
    let tables = [
        once::table,
        sessions::table,
        outbox::table,
        lockouts::table,
        audit::table,
        undo::table,
        closings::table,
    ];
    tables.map(|table| table(dialect)).concat()
}

/// Foreign keys that the reference leaves without an index: without one, the roles of a user are
/// found by reading the whole table of links.
fn links(names: &TableNames) -> [(&String, &'static str); 4] {
    [
        (&names.roles_users, "user_id"),
        (&names.roles_users, "role_id"),
        (&names.web_authn, "user_id"),
        (&names.fs_refresh_tracker, "user_id"),
    ]
}

/// The reference's tables, as far as they do not exist.
fn whole_tables(dialect: Dialect, names: &TableNames) -> String {
    let mut sql = String::new();
    table(&mut sql, dialect, &names.role, &ROLE, names);
    table(&mut sql, dialect, &names.user, &USER, names);
    table(&mut sql, dialect, &names.roles_users, &LINK, names);
    table(&mut sql, dialect, &names.web_authn, &WEB_AUTHN, names);
    table(&mut sql, dialect, &names.fs_refresh_tracker, &FS_REFRESH_TRACKER, names);
    let index = quoted(&format!("ix_{}_credential_id", names.web_authn));
    let passkeys = quoted(&names.web_authn);
    let _ =
        writeln!(sql, "CREATE UNIQUE INDEX IF NOT EXISTS {index} ON {passkeys} (credential_id);");
    sql
}

fn table(sql: &mut String, dialect: Dialect, name: &str, cols: &[Col], names: &TableNames) {
    let lines: Vec<String> = cols
        .iter()
        .map(|col| {
            let is_user_key = name == names.user && col.kind == Kind::Key;
            let column = if is_user_key { &names.user_key } else { col.name };
            let mut line = format!("{} {}", quoted(column), spelt(dialect, col.kind));
            if col.required && col.kind != Kind::Key {
                line.push_str(" NOT NULL");
            }
            if col.unique {
                line.push_str(" UNIQUE");
            }
            let target = match col.name {
                "user_id" => Some((&names.user, names.user_key.as_str())),
                "role_id" => Some((&names.role, "id")),
                _ => None,
            };
            if let Some((table, key)) = target {
                let _ = write!(line, " REFERENCES {} ({})", quoted(table), quoted(key));
                if col.required {
                    line.push_str(" ON DELETE CASCADE");
                }
            }
            line
        })
        .collect();
    let lines = lines.join(",\n  ");
    let _ = writeln!(sql, "CREATE TABLE IF NOT EXISTS {} (\n  {lines}\n);", quoted(name));
}

/// Adds the columns that a feature needs.
fn add_columns(sql: &mut String, dialect: Dialect, name: &str, found: &Table, cols: &[Col]) {
    for col in cols {
        if !matches!(col.need, Need::For(_)) || found.has(col.name) {
            continue;
        }
        let (table, kind) = (quoted(name), spelt(dialect, col.kind));
        let _ = writeln!(sql, "ALTER TABLE {table} ADD COLUMN {} {kind};", quoted(col.name));
        if col.unique {
            // SQLite cannot add a unique column, but an index says the same.
            let index = quoted(&format!("gatewright_ux_{name}_{}", col.name));
            let _ = writeln!(sql, "CREATE UNIQUE INDEX {index} ON {table} ({});", quoted(col.name));
        }
    }
}

fn link_index(sql: &mut String, table: &str, column: &str, names: &TableNames) {
    let mut what = quoted(column);
    if table == names.roles_users && column == "user_id" {
        // Both columns, so that the roles of a user are read from the index alone.
        what.push_str(", \"role_id\"");
    }
    index(sql, table, column, &what);
}

fn lower_index(sql: &mut String, table: &str, column: &str) {
    index(sql, table, &format!("{column}_lower"), &format!("lower({})", quoted(column)));
}

fn index(sql: &mut String, table: &str, name: &str, what: &str) {
    let name = quoted(&format!("gatewright_ix_{table}_{name}"));
    let _ = writeln!(sql, "CREATE INDEX IF NOT EXISTS {name} ON {} ({what});", quoted(table));
}

pub(super) fn spelt(dialect: Dialect, kind: Kind) -> String {
    match dialect {
        Dialect::Sqlite => match kind {
            Kind::Key => "INTEGER PRIMARY KEY NOT NULL".into(),
            Kind::Text(length) => format!("VARCHAR({length})"),
            Kind::LongText => "TEXT".into(),
            Kind::Bool => "BOOLEAN".into(),
            Kind::Int => "INTEGER".into(),
            Kind::Time => "DATETIME".into(),
            Kind::Now => "DATETIME DEFAULT CURRENT_TIMESTAMP".into(),
            Kind::Blob => "BLOB".into(),
        },
    }
}
