//! Our own table of accounts that their owners have closed, until they are deleted.
//!
//! A closing names the time at which its account was made: another program may delete the account,
//! and the database gives its number to the next one, which nobody has closed.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::civil::DateTime;

use super::SqlStore;
use super::columns::Kind;
use super::inspect::Tables;
use super::names::{TableNames, quoted};
use super::own::Own;
use super::schema::spelt;
use super::values;
use crate::error::Result;
use crate::model::{Closing, NewLetter, UserField, UserId};
use crate::store;
use crate::store::driver::{Dialect, Driver, Sql, Step, Value};

const CLOSING: &str = "gatewright_closing";

/// The statements about closed accounts.
#[derive(Debug)]
pub(super) struct Closings {
    table: Own,
    forget: Sql,
    insert: Sql,
    read: Sql,
    reopen: Sql,
    clear: Sql,
    due: Sql,
    take: Sql,
    postpone: Sql,
    not_last: Sql,
}

/// The statements that make the table.
pub(super) fn table(dialect: Dialect) -> String {
    let time = spelt(dialect, Kind::Time);
    format!(
        "CREATE TABLE IF NOT EXISTS \"{CLOSING}\" (\"user_id\" NOT NULL PRIMARY KEY, \
         \"user_made_at\" {time}, \"closed_at\" {time} NOT NULL, \"closes_at\" {time} NOT NULL);\n\
         CREATE INDEX IF NOT EXISTS \"{CLOSING}_ix_closes_at\" ON \"{CLOSING}\" (\"closes_at\");\n"
    )
}

impl Closings {
    pub(super) fn new(
        driver: &Arc<dyn Driver>,
        names: &TableNames,
        tables: &Tables,
        made: bool,
    ) -> Self {
        let (user, key) = (quoted(&names.user), quoted(&names.user_key));
        let (links, role) = (quoted(&names.roles_users), quoted(&names.role));
        // The column's own spelling of the time, which another program may have written. Tables
        // without it cannot tell one account from the next.
        let dated = tables.user.as_ref().is_some_and(|user| user.has("create_datetime"));
        let birth = if dated { "u.\"create_datetime\"" } else { "NULL" };
        let closed = format!(
            "u.{key}=\"{CLOSING}\".\"user_id\" AND {birth} IS \"{CLOSING}\".\"user_made_at\""
        );
        let due = "\"user_id\"=? AND \"closes_at\"<=?";
        Self {
            table: Own::new(driver, CLOSING, table, made),
            forget: Sql::new(format!("DELETE FROM \"{CLOSING}\" WHERE \"user_id\"=?")),
            insert: Sql::new(format!(
                "INSERT INTO \"{CLOSING}\" (\"user_id\",\"user_made_at\",\"closed_at\",\"closes_at\") \
                 SELECT u.{key},{birth},?,? FROM {user} u WHERE u.{key}=?"
            )),
            read: Sql::new(format!(
                "SELECT \"closed_at\",\"closes_at\" FROM \"{CLOSING}\" WHERE \"user_id\"=? \
                 AND EXISTS (SELECT 1 FROM {user} u WHERE {closed})"
            )),
            reopen: Sql::new(format!(
                "DELETE FROM \"{CLOSING}\" WHERE \"user_id\"=? \
                 AND EXISTS (SELECT 1 FROM {user} u WHERE {closed})"
            )),
            // Somebody may have opened it again by other means: then it is no longer closed.
            clear: Sql::new(format!(
                "DELETE FROM \"{CLOSING}\" WHERE \"closes_at\"<=? AND EXISTS (SELECT 1 FROM {user} u \
                 WHERE u.{key}=\"{CLOSING}\".\"user_id\" AND (u.\"active\"=? OR NOT ({closed})))"
            )),
            due: Sql::new(format!(
                "SELECT \"user_id\" FROM \"{CLOSING}\" WHERE \"closes_at\"<=? \
                 ORDER BY \"closes_at\" LIMIT ?"
            )),
            take: Sql::new(format!(
                "DELETE FROM \"{CLOSING}\" WHERE {due} AND NOT EXISTS (SELECT 1 FROM {user} u \
                 WHERE u.{key}=? AND (u.\"active\"=? OR NOT ({closed})))"
            )),
            postpone: Sql::new(format!(
                "UPDATE \"{CLOSING}\" SET \"closes_at\"=? WHERE \"user_id\"=?"
            )),
            not_last: Sql::new(format!(
                "UPDATE {user} SET \"active\"=\"active\" WHERE {key}=? AND EXISTS (SELECT 1 FROM \
                 {user} o JOIN {links} l ON l.\"user_id\"=o.{key} JOIN {role} r ON r.\"id\"=l.\"role_id\" \
                 WHERE r.\"name\"=? AND o.\"active\"=? AND o.{key}<>?)"
            )),
        }
    }

    /// Forgets a user's, if there is a table of them.
    pub(super) async fn forgetting(&self, user: &UserId) -> Result<Option<Step>> {
        let found = self.table.found().await?;
        Ok(found.map(|_| Step { sql: self.forget.clone(), args: vec![user.into()], must: false }))
    }

    /// Takes the note away: exactly one of several at the same time does.
    pub(super) async fn reopening(&self, user: &UserId) -> Result<Step> {
        self.table.made().await?;
        Ok(Step { sql: self.reopen.clone(), args: vec![user.into()], must: true })
    }

    /// What runs again and again, for the test that nothing scans.
    #[cfg(test)]
    pub(super) fn in_rounds(&self) -> [&Sql; 6] {
        [&self.read, &self.reopen, &self.clear, &self.due, &self.take, &self.postpone]
    }
}

#[async_trait]
impl store::Closings for SqlStore {
    async fn close(
        &self,
        user: &UserId,
        closing: &Closing,
        (set, when): (&[UserField], &[UserField]),
        unless_last: Option<&str>,
        letters: &[NewLetter],
    ) -> Result<bool> {
        let closings = &self.0.closings;
        let driver = closings.table.made().await?;
        let mut more = Vec::new();
        if let Some(role) = unless_last {
            let args = vec![user.into(), role.into(), true.into(), user.into()];
            more.push(Step { sql: closings.not_last.clone(), args, must: true });
        }
        more.push(Step { sql: closings.forget.clone(), args: vec![user.into()], must: false });
        let args = vec![closing.closed_at.into(), closing.closes_at.into(), user.into()];
        more.push(Step { sql: closings.insert.clone(), args, must: true });
        more.extend(self.0.sessions.ending_known(user).await?);
        more.extend(self.0.outbox.steps(letters).await?);
        self.0.users.update(driver, user, set, when, self.now(), more).await
    }

    async fn find(&self, user: &UserId) -> Result<Option<Closing>> {
        let Some(driver) = self.0.closings.table.found().await? else { return Ok(None) };
        let row = driver.fetch(&self.0.closings.read, &[user.into()]).await?.pop();
        row.map(|mut row| Ok(Closing::new(row.time()?, row.time()?))).transpose()
    }

    async fn reopen(&self, user: &UserId, set: &[UserField]) -> Result<bool> {
        let step = self.0.closings.reopening(user).await?;
        self.0.users.update(self.driver(), user, set, &[], self.now(), vec![step]).await
    }

    async fn due(&self, now: DateTime, most: u32) -> Result<Vec<UserId>> {
        let closings = &self.0.closings;
        let Some(driver) = closings.table.found().await? else { return Ok(Vec::new()) };
        let args = [now.into(), Value::from(i64::from(most))];
        let mut rows = driver.fetch(&closings.due, &args).await?;
        if !rows.is_empty() {
            // Those that are void must not be in the way of the others.
            driver.execute(&closings.clear, vec![now.into(), true.into()]).await?;
            rows = driver.fetch(&closings.due, &args).await?;
        }
        rows.iter_mut().map(values::user_id).collect()
    }

    async fn postpone(&self, user: &UserId, until: DateTime) -> Result<bool> {
        let driver = self.0.closings.table.made().await?;
        Ok(driver.execute(&self.0.closings.postpone, vec![until.into(), user.into()]).await? > 0)
    }

    async fn delete(&self, user: &UserId, now: DateTime) -> Result<bool> {
        let args = vec![user.into(), now.into(), user.into(), true.into()];
        let mut steps = vec![Step { sql: self.0.closings.take.clone(), args, must: true }];
        steps.extend(self.hanging_on(user).await?);
        self.0.users.delete(self.driver(), user, steps).await
    }
}
