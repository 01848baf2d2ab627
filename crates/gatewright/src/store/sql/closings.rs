//! Our own table of accounts that their owners have closed, until they are deleted.

use jiff::civil::DateTime;
use tokio::sync::OnceCell;

use super::columns::Kind;
use super::names::{TableNames, quoted};
use super::schema::{self, spelt};
use super::values;
use crate::error::Result;
use crate::model::{Closing, UserId};
use crate::store::driver::{Dialect, Driver, Sql, Step, Value};

const CLOSING: &str = "gatewright_closing";

/// The statements about closed accounts.
#[derive(Debug)]
pub(super) struct Closings {
    script: String,
    ready: OnceCell<()>,
    forget: Sql,
    insert: Sql,
    read: Sql,
    due: Sql,
    take: Sql,
    not_last: Sql,
}

/// The statements that make the table.
pub(super) fn table(dialect: Dialect) -> String {
    let time = spelt(dialect, Kind::Time);
    format!(
        "CREATE TABLE IF NOT EXISTS \"{CLOSING}\" (\"user_id\" NOT NULL PRIMARY KEY, \
         \"closed_at\" {time} NOT NULL, \"closes_at\" {time} NOT NULL);\n\
         CREATE INDEX IF NOT EXISTS \"{CLOSING}_ix_closes_at\" ON \"{CLOSING}\" (\"closes_at\");\n"
    )
}

impl Closings {
    /// `ready` if the table is known to exist; else it is made when the first account is closed.
    pub(super) fn new(names: &TableNames, dialect: Dialect, ready: bool) -> Self {
        let (user, key) = (quoted(&names.user), quoted(&names.user_key));
        let (links, role) = (quoted(&names.roles_users), quoted(&names.role));
        Self {
            script: schema::own(dialect),
            ready: OnceCell::new_with(ready.then_some(())),
            forget: Sql::new(format!("DELETE FROM \"{CLOSING}\" WHERE \"user_id\"=?")),
            insert: Sql::new(format!(
                "INSERT INTO \"{CLOSING}\" (\"user_id\",\"closed_at\",\"closes_at\") VALUES (?,?,?)"
            )),
            read: Sql::new(format!(
                "SELECT \"closed_at\",\"closes_at\" FROM \"{CLOSING}\" WHERE \"user_id\"=?"
            )),
            due: Sql::new(format!(
                "SELECT \"user_id\" FROM \"{CLOSING}\" WHERE \"closes_at\"<=? \
                 ORDER BY \"closes_at\" LIMIT ?"
            )),
            // Somebody may have opened it again by other means: then it is no longer closed.
            take: Sql::new(format!(
                "DELETE FROM \"{CLOSING}\" WHERE \"user_id\"=? AND \"closes_at\"<=? \
                 AND NOT EXISTS (SELECT 1 FROM {user} u WHERE u.{key}=? AND u.\"active\"=?)"
            )),
            not_last: Sql::new(format!(
                "UPDATE {user} SET \"active\"=\"active\" WHERE {key}=? AND EXISTS (SELECT 1 FROM \
                 {user} o JOIN {links} l ON l.\"user_id\"=o.{key} JOIN {role} r ON r.\"id\"=l.\"role_id\" \
                 WHERE r.\"name\"=? AND o.\"active\"=? AND o.{key}<>?)"
            )),
        }
    }

    /// Writes down that an account is closed. `unless_last`: only if somebody else who is active has
    /// that role.
    pub(super) async fn closing(
        &self,
        driver: &dyn Driver,
        user: &UserId,
        closing: &Closing,
        unless_last: Option<&str>,
    ) -> Result<Vec<Step>> {
        self.ready(driver).await?;
        let mut steps = Vec::new();
        if let Some(role) = unless_last {
            let args = vec![user.into(), role.into(), true.into(), user.into()];
            steps.push(Step { sql: self.not_last.clone(), args, must: true });
        }
        steps.push(Step { sql: self.forget.clone(), args: vec![user.into()], must: false });
        let args = vec![user.into(), closing.closed_at.into(), closing.closes_at.into()];
        steps.push(Step { sql: self.insert.clone(), args, must: true });
        Ok(steps)
    }

    pub(super) async fn find(&self, driver: &dyn Driver, user: &UserId) -> Result<Option<Closing>> {
        if !self.exists(driver).await? {
            return Ok(None);
        }
        let row = driver.fetch(&self.read, &[user.into()]).await?.pop();
        row.map(|mut row| Ok(Closing { closed_at: row.time()?, closes_at: row.time()? }))
            .transpose()
    }

    /// Takes the note away: exactly one of several at the same time does.
    pub(super) async fn reopening(&self, driver: &dyn Driver, user: &UserId) -> Result<Step> {
        self.ready(driver).await?;
        Ok(Step { sql: self.forget.clone(), args: vec![user.into()], must: true })
    }

    /// Forgets a user's, if there is a table of them.
    pub(super) async fn forgetting(
        &self,
        driver: &dyn Driver,
        user: &UserId,
    ) -> Result<Option<Step>> {
        let exists = self.exists(driver).await?;
        let step = || Step { sql: self.forget.clone(), args: vec![user.into()], must: false };
        Ok(exists.then(step))
    }

    /// Those whose time has run out.
    pub(super) async fn due(
        &self,
        driver: &dyn Driver,
        now: DateTime,
        most: u32,
    ) -> Result<Vec<UserId>> {
        if !self.exists(driver).await? {
            return Ok(Vec::new());
        }
        let args = [now.into(), Value::from(i64::from(most))];
        let mut rows = driver.fetch(&self.due, &args).await?;
        rows.iter_mut().map(values::user_id).collect()
    }

    /// Takes one whose time has run out and that is still closed.
    pub(super) fn taking(&self, user: &UserId, now: DateTime) -> Step {
        let args = vec![user.into(), now.into(), user.into(), true.into()];
        Step { sql: self.take.clone(), args, must: true }
    }

    /// Looks for the table without making it: a foreign database stays without a trace.
    async fn exists(&self, driver: &dyn Driver) -> Result<bool> {
        Ok(self.ready.initialized() || driver.describe(CLOSING).await?.is_some())
    }

    async fn ready(&self, driver: &dyn Driver) -> Result<()> {
        self.ready.get_or_try_init(|| driver.script(self.script.clone())).await.copied()
    }
}
