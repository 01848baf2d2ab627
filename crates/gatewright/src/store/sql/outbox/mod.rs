//! Our own tables of what waits to be sent: mails, whichever is due; webhooks, in their order.
//!
//! Whoever claims a letter moves its due time to the end of the lease: a process that dies leaves
//! a letter that becomes due again by itself. The number of attempts fences off the one who was
//! too slow.

mod statements;

use async_trait::async_trait;
use jiff::civil::DateTime;

use super::users::Users;
use crate::error::Result;
use crate::model::{Letter, NewLetter, UserId};
use crate::store::Queue;
use crate::store::driver::{Row, Sql, Step, Value};

pub(super) use self::statements::{Letters, Outbox, table};

/// Letters of one page of a list.
const PAGE: u32 = 1_000;

#[async_trait]
impl Queue for Outbox {
    async fn enqueue(&self, letters: &[NewLetter]) -> Result<()> {
        let steps = self.steps(letters).await?;
        self.table.made().await?.transaction(steps).await.map(drop)
    }

    async fn claim(&self, now: DateTime, until: DateTime) -> Result<Option<Letter>> {
        let Some(driver) = self.table.found().await? else { return Ok(None) };
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

    async fn sent(&self, id: &str, attempt: i64) -> Result<bool> {
        let driver = self.table.made().await?;
        Ok(driver.execute(&self.sent, vec![id.into(), attempt.into()]).await? > 0)
    }

    async fn failed(
        &self,
        id: &str,
        attempt: i64,
        why: &str,
        now: DateTime,
        again: Option<DateTime>,
    ) -> Result<bool> {
        let driver = self.table.made().await?;
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

    async fn list(&self, failed: bool, after: &str, limit: u32) -> Result<Vec<Letter>> {
        let Some(driver) = self.table.found().await? else { return Ok(Vec::new()) };
        let sql = if failed { &self.given_up } else { &self.waiting };
        let args = [after.into(), i64::from(limit.min(PAGE)).into()];
        driver.fetch(sql, &args).await?.into_iter().map(read).collect()
    }

    async fn list_for(&self, recipient: &str, limit: u32) -> Result<Vec<Letter>> {
        let Some(driver) = self.table.found().await? else { return Ok(Vec::new()) };
        let args = [recipient.into(), i64::from(limit.min(PAGE)).into()];
        driver.fetch(&self.of_one, &args).await?.into_iter().map(read).collect()
    }

    async fn retry(&self, id: Option<&str>, now: DateTime, give_up_at: DateTime) -> Result<u64> {
        let Some(driver) = self.table.found().await? else { return Ok(0) };
        let mut args: Vec<Value> = vec![now.into(), give_up_at.into(), false.into()];
        args.extend(id.map(Value::from));
        let sql = if id.is_some() { &self.retry_one } else { &self.retry_all };
        driver.execute(sql, args).await
    }

    async fn purge(&self, failed_until: DateTime) -> Result<u64> {
        let Some(driver) = self.table.found().await? else { return Ok(0) };
        driver.execute(&self.purge, vec![failed_until.into()]).await
    }
}

impl Outbox {
    /// What writes letters, for a transaction.
    pub(super) async fn steps(&self, letters: &[NewLetter]) -> Result<Vec<Step>> {
        if letters.is_empty() {
            return Ok(Vec::new());
        }
        self.table.made().await?;
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

    /// Forgets what waits for a user's address, if there is a table.
    pub(super) async fn forgetting(&self, users: &Users, user: &UserId) -> Result<Option<Step>> {
        if self.table.found().await?.is_none() {
            return Ok(None);
        }
        let address = users.address();
        let table = self.letters.name();
        let sql = Sql::heavy(format!("DELETE FROM \"{table}\" WHERE \"recipient\"={address}"));
        Ok(Some(Step { sql, args: vec![user.into()], must: false }))
    }

    #[cfg(test)]
    pub(super) fn is_ready(&self) -> bool {
        self.table.is_ready()
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
