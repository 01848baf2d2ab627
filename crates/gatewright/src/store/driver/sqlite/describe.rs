use rusqlite::Connection;

use crate::store::driver::{Column, Index, Key, Table};

/// Columns and indexes of a table.
pub(super) fn table(connection: &Connection, name: &str) -> rusqlite::Result<Option<Table>> {
    let columns = columns(connection, name)?;
    if columns.is_empty() {
        return Ok(None);
    }
    let mut indexes = indexes(connection, name)?;
    // A single INTEGER PRIMARY KEY is the row's address and has no index of its own.
    let mut keys = columns.iter().filter(|column| column.primary);
    if let (Some(key), None) = (keys.next(), keys.next()) {
        let starts_with = Key::Column(key.name.clone());
        indexes.push(Index { starts_with, single: true, unique: true });
    }
    Ok(Some(Table { columns, indexes }))
}

fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<Column>> {
    const SQL: &str = "SELECT name, \"notnull\", dflt_value IS NOT NULL OR hidden > 1, pk > 0, \
                       upper(type) = 'INTEGER' FROM pragma_table_xinfo(?) WHERE hidden <> 1";
    let mut statement = connection.prepare(SQL)?;
    let rows = statement.query_map([table], |row| {
        let primary = row.get(3)?;
        let address: bool = row.get(4)?;
        Ok(Column {
            name: row.get(0)?,
            not_null: row.get(1)?,
            filled: row.get::<_, bool>(2)? || (primary && address),
            primary,
        })
    })?;
    rows.collect()
}

fn indexes(connection: &Connection, table: &str) -> rusqlite::Result<Vec<Index>> {
    const SQL: &str = "SELECT x.name, x.coll = 'BINARY', l.\"unique\", s.sql, \
                       (SELECT count(*) FROM pragma_index_xinfo(l.name) k WHERE k.key) = 1 \
                       FROM pragma_index_list(?) l JOIN pragma_index_xinfo(l.name) x \
                       LEFT JOIN sqlite_schema s ON s.type = 'index' AND s.name = l.name \
                       WHERE x.seqno = 0 AND NOT l.partial";
    let mut statement = connection.prepare(SQL)?;
    let rows = statement.query_map([table], |row| {
        let column: Option<String> = row.get(0)?;
        let binary: bool = row.get(1)?;
        let sql: Option<String> = row.get(3)?;
        let starts_with = match (column, sql) {
            (Some(column), _) if binary => Key::Column(column),
            (None, Some(sql)) if binary => lowered(&sql).map_or(Key::Other, Key::Lower),
            _ => Key::Other,
        };
        Ok(Index { starts_with, unique: row.get(2)?, single: row.get(4)? })
    })?;
    rows.collect()
}

/// The column of `… ON table (lower("column"))`.
fn lowered(sql: &str) -> Option<String> {
    let (_, inner) = sql.rsplit_once('(')?;
    let column = inner.trim_end().strip_suffix(')')?.trim_end().strip_suffix(')')?.trim();
    let before = sql.strip_suffix(inner)?.trim_end_matches('(').trim_end().to_ascii_lowercase();
    if !before.ends_with("lower") {
        return None;
    }
    let bare = column.trim_matches(['"', '`', '[', ']']);
    let plain = bare.chars().all(|c| c.is_alphanumeric() || c == '_');
    plain.then(|| bare.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expression_indexes_are_understood() {
        assert_eq!(
            lowered(r#"CREATE INDEX a ON "user" (lower("email"))"#).as_deref(),
            Some("email")
        );
        assert_eq!(lowered("CREATE INDEX a ON user( LOWER( email ) )").as_deref(), Some("email"));
        assert_eq!(lowered("CREATE INDEX a ON user (upper(email))"), None);
        assert_eq!(lowered("CREATE INDEX a ON user (lower(email || 'x'))"), None);
    }
}
