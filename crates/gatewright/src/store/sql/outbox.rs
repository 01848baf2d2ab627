//! Our own tables of what waits to be sent: mails, whichever is due; webhooks, in their order.
//!
//! Whoever claims a letter moves its due time to the end of the lease: a process that dies leaves
//! a letter that becomes due again by itself. The number of attempts fences off the one who was
//! too slow.

use jiff::civil::DateTime;
use tokio::sync::OnceCell;

use super::columns::Kind;
use super::schema::{self, spelt};
use super::users::Users;
use crate::error::Result;
use crate::model::{Letter, NewLetter, UserId};
use crate::store::driver::{Dialect, Driver, Row, Sql, Step, Value};

/// A table of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// Each leaves when it is due.
    Mails,
    /// The first leaves before the second.
    Webhooks,
}

impl Letters {
    fn table(self) -> &'static str {
        match self {
            Self::Mails => "gatewright_outbox",
            Self::Webhooks => "gatewright_webhooks",
        }
    }
}

const COLUMNS: &str = "\"id\",\"kind\",\"recipient\",\"payload\",\"attempts\",\"claimed\",\
                       \"created_at\",\"due_at\",\"give_up_at\",\"failed_at\",\"last_error\"";

/// Letters of one page of a list.
const PAGE: u32 = 1_000;

/// The statements about letters.
#[derive(Debug)]
pub(super) struct Outbox {
    letters: Letters,
    script: String,
    ready: OnceCell<()>,
    insert: Sql,
    next: Sql,
    claim: Sql,
    sent: Sql,
    postpone: Sql,
    waiting: Sql,
    given_up: Sql,
    retry_all: Sql,
    retry_one: Sql,
    purge: Sql,
}

/// The statements that make the tables.
pub(super) fn table(dialect: Dialect) -> String {
    let kind = |kind| spelt(dialect, kind);
    let (text, long, time) = (kind(Kind::Text(64)), kind(Kind::LongText), kind(Kind::Time));
    let (int, flag) = (kind(Kind::Int), kind(Kind::Bool));
    let make = |letters: Letters| {
        let table = letters.table();
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
    /// `ready` if the table is known to exist; else it is made when the first letter comes.
    pub(super) fn new(dialect: Dialect, ready: bool, letters: Letters) -> Self {
        let table = letters.table();
        let this = "\"id\"=? AND \"attempts\"=? AND \"due_at\" IS NOT NULL";
        let again = format!(
            "UPDATE \"{table}\" SET \"due_at\"=?,\"give_up_at\"=?,\"failed_at\"=NULL \
             WHERE \"claimed\"=?"
        );
        let list = |which: &str| {
            format!(
                "SELECT {COLUMNS} FROM \"{table}\" WHERE \"id\">? AND \"failed_at\" IS {which} \
                 ORDER BY \"id\" LIMIT ?"
            )
        };
        Self {
            letters,
            script: schema::own(dialect),
            ready: OnceCell::new_with(ready.then_some(())),
            insert: Sql::new(format!(
                "INSERT INTO \"{table}\" ({COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,NULL,NULL)"
            )),
            next: Sql::new(match letters {
                Letters::Mails => format!(
                    "SELECT {COLUMNS} FROM \"{table}\" WHERE \"due_at\"<=? \
                     ORDER BY \"due_at\" LIMIT 1"
                ),
                Letters::Webhooks => format!(
                    "SELECT {COLUMNS} FROM \"{table}\" WHERE \"failed_at\" IS NULL \
                     ORDER BY \"id\" LIMIT 1"
                ),
            }),
            claim: Sql::new(format!(
                "UPDATE \"{table}\" SET \"due_at\"=?,\"attempts\"=?,\"claimed\"=? \
                 WHERE {this} AND \"due_at\"<=?"
            )),
            sent: Sql::new(format!("DELETE FROM \"{table}\" WHERE {this}")),
            postpone: Sql::new(format!(
                "UPDATE \"{table}\" SET \"due_at\"=?,\"failed_at\"=?,\"last_error\"=?,\
                 \"claimed\"=? WHERE {this}"
            )),
            waiting: Sql::heavy(list("NULL")),
            given_up: Sql::heavy(list("NOT NULL")),
            retry_one: Sql::new(format!("{again} AND \"id\"=?")),
            retry_all: Sql::new(again),
            purge: Sql::new(format!("DELETE FROM \"{table}\" WHERE \"failed_at\"<=?")),
        }
    }

    pub(super) async fn enqueue(&self, driver: &dyn Driver, letters: &[NewLetter]) -> Result<()> {
        let steps = self.steps(driver, letters).await?;
        driver.transaction(steps).await.map(drop)
    }

    /// Forgets what waits for a user's address, if there is a table.
    pub(super) async fn forgetting(
        &self,
        driver: &dyn Driver,
        users: &Users,
        user: &UserId,
    ) -> Result<Option<Step>> {
        if !self.exists(driver).await? {
            return Ok(None);
        }
        let address = users.address();
        let table = self.letters.table();
        let sql = Sql::heavy(format!("DELETE FROM \"{table}\" WHERE \"recipient\"={address}"));
        Ok(Some(Step { sql, args: vec![user.into()], must: false }))
    }

    pub(super) async fn claim(
        &self,
        driver: &dyn Driver,
        now: DateTime,
        until: DateTime,
    ) -> Result<Option<Letter>> {
        if !self.exists(driver).await? {
            return Ok(None);
        }
        loop {
            let args = [now.into()];
            let args = if self.letters == Letters::Mails { &args[..] } else { &[] };
            let Some(row) = driver.fetch(&self.next, args).await?.pop() else {
                return Ok(None);
            };
            let mut letter = read(row)?;
            // The first of several holds up the others.
            if letter.due_at.is_none_or(|due| due > now) {
                return Ok(None);
            }
            let seen = letter.attempts;
            letter.attempts = seen.saturating_add(1);
            (letter.claimed, letter.due_at) = (true, Some(until));
            let args = vec![
                until.into(),
                letter.attempts.into(),
                true.into(),
                letter.id.as_str().into(),
                seen.into(),
                now.into(),
            ];
            // Somebody else was quicker if nothing changed: then the next one is due.
            if driver.execute(&self.claim, args).await? > 0 {
                return Ok(Some(letter));
            }
        }
    }

    pub(super) async fn sent(&self, driver: &dyn Driver, id: &str, attempt: i64) -> Result<bool> {
        Ok(driver.execute(&self.sent, vec![id.into(), attempt.into()]).await? > 0)
    }

    pub(super) async fn failed(
        &self,
        driver: &dyn Driver,
        (id, attempt): (&str, i64),
        why: &str,
        now: DateTime,
        again: Option<DateTime>,
    ) -> Result<bool> {
        let failed_at = again.is_none().then_some(now);
        let args = vec![
            again.into(),
            failed_at.into(),
            why.into(),
            false.into(),
            id.into(),
            attempt.into(),
        ];
        Ok(driver.execute(&self.postpone, args).await? > 0)
    }

    pub(super) async fn list(
        &self,
        driver: &dyn Driver,
        failed: bool,
        after: &str,
        limit: u32,
    ) -> Result<Vec<Letter>> {
        if !self.exists(driver).await? {
            return Ok(Vec::new());
        }
        let sql = if failed { &self.given_up } else { &self.waiting };
        let args = [after.into(), i64::from(limit.min(PAGE)).into()];
        driver.fetch(sql, &args).await?.into_iter().map(read).collect()
    }

    pub(super) async fn retry(
        &self,
        driver: &dyn Driver,
        id: Option<&str>,
        now: DateTime,
        give_up_at: DateTime,
    ) -> Result<u64> {
        if !self.exists(driver).await? {
            return Ok(0);
        }
        let mut args: Vec<Value> = vec![now.into(), give_up_at.into(), false.into()];
        args.extend(id.map(Value::from));
        let sql = if id.is_some() { &self.retry_one } else { &self.retry_all };
        driver.execute(sql, args).await
    }

    pub(super) async fn purge(&self, driver: &dyn Driver, until: DateTime) -> Result<u64> {
        if !self.exists(driver).await? {
            return Ok(0);
        }
        driver.execute(&self.purge, vec![until.into()]).await
    }

    /// What writes letters, for a transaction.
    pub(super) async fn steps(
        &self,
        driver: &dyn Driver,
        letters: &[NewLetter],
    ) -> Result<Vec<Step>> {
        if letters.is_empty() {
            return Ok(Vec::new());
        }
        self.ready.get_or_try_init(|| driver.script(self.script.clone())).await?;
        let step = |letter: &NewLetter| Step {
            sql: self.insert.clone(),
            args: vec![
                letter.id.as_str().into(),
                letter.kind.as_str().into(),
                letter.recipient.as_str().into(),
                letter.payload.as_str().into(),
                i64::from(letter.claimed).into(),
                letter.claimed.into(),
                letter.created_at.into(),
                letter.due_at.into(),
                letter.give_up_at.into(),
            ],
            must: true,
        };
        Ok(letters.iter().map(step).collect())
    }

    /// Looks for the table without making it: a foreign database stays without a trace.
    async fn exists(&self, driver: &dyn Driver) -> Result<bool> {
        if self.ready.initialized() {
            return Ok(true);
        }
        let found = driver.describe(self.letters.table()).await?.is_some();
        if found {
            self.ready.get_or_try_init(|| driver.script(self.script.clone())).await?;
        }
        Ok(found)
    }

    #[cfg(test)]
    pub(super) fn is_ready(&self) -> bool {
        self.ready.initialized()
    }

    /// What runs again and again, for the test that nothing scans.
    #[cfg(test)]
    pub(super) fn in_rounds(&self) -> [&Sql; 5] {
        [&self.next, &self.claim, &self.sent, &self.postpone, &self.purge]
    }
}

fn read(mut row: Row) -> Result<Letter> {
    Ok(Letter {
        id: row.text()?,
        kind: row.text()?,
        recipient: row.text()?,
        payload: row.text()?,
        attempts: row.int()?,
        claimed: row.flag()?,
        created_at: row.time()?,
        due_at: row.opt_time()?,
        give_up_at: row.time()?,
        failed_at: row.opt_time()?,
        last_error: row.opt_text()?,
    })
}
