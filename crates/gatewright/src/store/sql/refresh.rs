//! The table of refresh-token families.

use async_trait::async_trait;
use jiff::civil::DateTime;

use super::SqlStore;
use super::columns::FS_REFRESH_TRACKER;
use super::inspect::Tables;
use super::names::{TableNames, quoted};
use super::values;
use crate::error::{Error, Result};
use crate::model::{Refresh, UserId};
use crate::store::driver::{Row, Sql, Table, Value};
use crate::store::{self, Purge};

/// The statements about refresh-token families; `None` where the table is missing.
#[derive(Debug)]
pub(super) struct Refreshes(Option<Statements>);

#[derive(Debug)]
struct Statements {
    table: String,
    by_family: Sql,
    by_user: Sql,
    insert: Sql,
    exchange: Sql,
    exchange_first: Sql,
    revoke: Sql,
    revoke_all: Sql,
}

impl Refreshes {
    pub(super) fn new(names: &TableNames, tables: &Tables) -> Self {
        let has = |table: &&Table| FS_REFRESH_TRACKER.iter().all(|col| table.has(col.name));
        let Some(found) = tables.fs_refresh_tracker.as_ref().filter(has) else {
            return Self(None);
        };
        let table = quoted(&names.fs_refresh_tracker);
        let columns = FS_REFRESH_TRACKER.map(|col| quoted(col.name));
        let select = format!("SELECT {} FROM {table}", columns.join(","));
        // Without the key, which the database makes.
        let written = columns.get(1..).unwrap_or_default();
        let marks = vec!["?"; written.len()].join(",");
        let exchange = format!(
            "UPDATE {table} SET \"gen\"=COALESCE(\"gen\",0)+1,\"last_used_at\"=? \
             WHERE \"refresh_family\"=? AND \"revoked_at\" IS NULL AND \"gen\""
        );
        let revoke =
            format!("UPDATE {table} SET \"revoked_at\"=? WHERE \"revoked_at\" IS NULL AND");
        Self(Some(Statements {
            by_family: Sql::new(format!("{select} WHERE \"refresh_family\"=?"))
                .heavy_if(!found.finds("refresh_family")),
            by_user: Sql::new(format!("{select} WHERE \"user_id\"=? ORDER BY \"id\""))
                .heavy_if(!found.finds("user_id")),
            insert: Sql::new(format!(
                "INSERT INTO {table} ({}) VALUES ({marks})",
                written.join(",")
            )),
            exchange: Sql::new(format!("{exchange}=?")),
            exchange_first: Sql::new(format!("{exchange} IS NULL")),
            revoke: Sql::new(format!("{revoke} \"refresh_family\"=?")),
            revoke_all: Sql::new(format!("{revoke} \"user_id\"=?")),
            table,
        }))
    }
}

#[async_trait]
impl store::Refreshes for SqlStore {
    async fn find(&self, family: &str) -> Result<Option<Refresh>> {
        let Some(sql) = &self.0.refresh.0 else {
            return Ok(None);
        };
        let mut rows = self.driver().fetch(&sql.by_family, &[family.into()]).await?;
        rows.pop().map(decode).transpose()
    }

    async fn list(&self, id: &UserId) -> Result<Vec<Refresh>> {
        let Some(sql) = &self.0.refresh.0 else {
            return Ok(Vec::new());
        };
        self.driver().fetch(&sql.by_user, &[id.into()]).await?.into_iter().map(decode).collect()
    }

    async fn create(&self, new: &Refresh) -> Result<Refresh> {
        let Some(sql) = &self.0.refresh.0 else {
            return Err(Error::config("the database has no table of refresh tokens"));
        };
        let args = vec![
            new.family.as_str().into(),
            new.generation.into(),
            new.expires_at.into(),
            new.revoked_at.into(),
            new.last_used_at.into(),
            new.create_datetime.unwrap_or_else(|| self.now()).into(),
            new.name.as_str().into(),
            Value::from(&new.user_id),
        ];
        self.driver().execute(&sql.insert, args).await?;
        let created = store::Refreshes::find(self, &new.family).await?;
        created.ok_or_else(|| Error::store("a new refresh token is gone already"))
    }

    async fn exchange(&self, family: &str, seen: Option<i64>, now: DateTime) -> Result<bool> {
        let Some(sql) = &self.0.refresh.0 else {
            return Ok(false);
        };
        let mut args = vec![now.into(), family.into()];
        args.extend(seen.map(Value::Int));
        let sql = if seen.is_some() { &sql.exchange } else { &sql.exchange_first };
        Ok(self.driver().execute(sql, args).await? > 0)
    }

    async fn revoke(&self, family: &str, now: DateTime) -> Result<bool> {
        let Some(sql) = &self.0.refresh.0 else {
            return Ok(false);
        };
        Ok(self.driver().execute(&sql.revoke, vec![now.into(), family.into()]).await? > 0)
    }

    async fn revoke_all(&self, id: &UserId, now: DateTime) -> Result<u64> {
        let Some(sql) = &self.0.refresh.0 else {
            return Ok(0);
        };
        self.driver().execute(&sql.revoke_all, vec![now.into(), id.into()]).await
    }

    async fn purge(&self, what: &Purge<'_>) -> Result<u64> {
        let Some(sql) = &self.0.refresh.0 else {
            return Ok(0);
        };
        let mut args = Vec::new();
        let mut flags = Vec::new();
        if let Some(time) = what.expired_before {
            args.push(time.into());
            flags.push("\"expires_at\"<?");
        }
        if what.revoked {
            flags.push("\"revoked_at\" IS NOT NULL");
        }
        if flags.is_empty() {
            return Ok(0);
        }
        let mut condition = format!("({})", flags.join(" OR "));
        if let Some(id) = what.user {
            args.push(id.into());
            condition.push_str(" AND \"user_id\"=?");
        }
        let table = &sql.table;
        if let Some(most) = what.most {
            // Found by a read: the reference has no index for it, and nobody should wait for a write
            // that looks at the whole table.
            let oldest = Sql::heavy(format!(
                "SELECT \"id\" FROM {table} WHERE {condition} ORDER BY \"id\" LIMIT ?"
            ));
            let mut found = args.clone();
            found.push(i64::from(most).into());
            let mut found = self.driver().fetch(&oldest, &found).await?.into_iter();
            let Some(mut first) = found.next() else { return Ok(0) };
            let first = first.int()?;
            let last = found.next_back().map(|mut row| row.int()).transpose()?;
            condition.push_str(" AND \"id\" BETWEEN ? AND ?");
            args.extend([first.into(), last.unwrap_or(first).into()]);
        }
        let text = format!("DELETE FROM {table} WHERE {condition}");
        self.driver().execute(&Sql::new(text), args).await
    }
}

/// Reads the columns in the order of [`FS_REFRESH_TRACKER`].
fn decode(mut row: Row) -> Result<Refresh> {
    Ok(Refresh {
        id: row.int()?,
        family: row.text()?,
        generation: row.opt_int()?,
        expires_at: row.time()?,
        revoked_at: row.opt_time()?,
        last_used_at: row.time()?,
        create_datetime: row.opt_time()?,
        name: row.text()?,
        user_id: values::user_id(&mut row)?,
    })
}
