//! Our own table of sessions that are kept on the server.

mod statements;

use async_trait::async_trait;
use jiff::civil::DateTime;

use self::statements::COLUMNS;
use super::SqlStore;
use super::values;
use crate::error::Result;
use crate::model::{NewLetter, ServerSession, SessionChange, User, UserField, UserId};
use crate::store;
use crate::store::driver::{Row, Sql, Step, Value};

pub(super) use self::statements::{Sessions, table};

#[async_trait]
impl store::Sessions for SqlStore {
    async fn find(&self, key_hash: &[u8]) -> Result<Option<(ServerSession, Option<User>)>> {
        let sessions = &self.0.sessions;
        let driver = sessions.table.made().await?;
        let mut rows = driver.fetch(&sessions.find, &[key_hash.into()]).await?.into_iter();
        let Some(mut first) = rows.next() else { return Ok(None) };
        let session = decode(&mut first)?;
        let user = self.0.users.beside(first, rows, COLUMNS.len())?;
        Ok(Some((session, user)))
    }

    async fn list(&self, user: &UserId, now: DateTime) -> Result<Vec<ServerSession>> {
        let sessions = &self.0.sessions;
        let driver = sessions.table.made().await?;
        let rows = driver.fetch(&sessions.of_user, &[user.into(), now.into()]).await?;
        rows.into_iter().map(|mut row| decode(&mut row)).collect()
    }

    async fn create(&self, new: &ServerSession, limit: Option<u32>) -> Result<()> {
        let sessions = &self.0.sessions;
        let driver = sessions.table.made().await?;
        let mut steps = vec![Step { sql: sessions.insert.clone(), args: encode(new), must: true }];
        if let (Some(user), Some(limit)) = (&new.user_id, limit) {
            let key = || Value::from(new.key_hash.as_slice());
            let others = i64::from(limit).saturating_sub(1).max(0);
            let args: Vec<Value> =
                vec![user.into(), key(), user.into(), new.created_at.into(), key(), others.into()];
            steps.push(Step { sql: sessions.trim.clone(), args, must: false });
        }
        driver.transaction(steps).await.map(drop)
    }

    async fn update(&self, seen: &ServerSession, change: &SessionChange) -> Result<bool> {
        let driver = self.0.sessions.table.made().await?;
        match statements::update(seen, change) {
            Some((sql, args)) => Ok(driver.execute(&sql, args).await? > 0),
            None => Ok(true),
        }
    }

    async fn end(&self, key_hash: &[u8], until: Option<DateTime>) -> Result<bool> {
        let sessions = &self.0.sessions;
        let driver = sessions.table.made().await?;
        let rows = match until {
            Some(until) => {
                driver.execute(&sessions.end, vec![until.into(), key_hash.into()]).await?
            }
            None => driver.execute(&sessions.delete, vec![key_hash.into()]).await?,
        };
        Ok(rows > 0)
    }

    async fn end_all(&self, user: &UserId, except: Option<&[u8]>) -> Result<u64> {
        let sessions = &self.0.sessions;
        let driver = sessions.table.made().await?;
        match except {
            Some(key) => {
                driver.execute(&sessions.delete_others, vec![user.into(), key.into()]).await
            }
            None => driver.execute(&sessions.delete_user, vec![user.into()]).await,
        }
    }

    async fn update_user(
        &self,
        user: &UserId,
        set: &[UserField],
        when: &[UserField],
        except: Option<&[u8]>,
        letters: &[NewLetter],
    ) -> Result<bool> {
        let mut more = self.0.sessions.ending(user, set, except).await?;
        more.extend(self.overruling(user, set).await?);
        more.extend(self.0.outbox.steps(letters).await?);
        self.0.users.update(self.driver(), user, set, when, self.now(), more).await
    }

    async fn purge(&self, now: DateTime, most: u32) -> Result<u64> {
        let sessions = &self.0.sessions;
        let driver = sessions.table.made().await?;
        driver.execute(&sessions.purge, vec![now.into(), i64::from(most).into()]).await
    }
}

impl Sessions {
    /// The steps that go with a change of the user.
    pub(super) async fn ending(
        &self,
        user: &UserId,
        set: &[UserField],
        except: Option<&[u8]>,
    ) -> Result<Vec<Step>> {
        self.table.made().await?;
        let step = |sql: &Sql, args| Step { sql: sql.clone(), args, must: false };
        let Some(key) = except else {
            return Ok(vec![step(&self.delete_user, vec![user.into()])]);
        };
        let mut steps = vec![step(&self.delete_others, vec![user.into(), key.into()])];
        for field in set {
            if let UserField::Uniquifier(new) = field {
                steps.push(step(&self.rename, vec![new.as_str().into(), key.into(), user.into()]));
            }
        }
        Ok(steps)
    }

    /// The end of a user's sessions, if there is a table of them: a database that has none does not
    /// get one for this.
    pub(super) async fn ending_known(&self, user: &UserId) -> Result<Option<Step>> {
        let found = self.table.found().await?;
        let step = |_| Step { sql: self.delete_user.clone(), args: vec![user.into()], must: false };
        Ok(found.map(step))
    }

    /// What guarded requests and the purge run.
    #[cfg(test)]
    pub(super) fn in_requests(&self) -> [&Sql; 5] {
        [&self.find, &self.of_user, &self.delete_user, &self.delete_others, &self.purge]
    }
}

fn decode(row: &mut Row) -> Result<ServerSession> {
    Ok(ServerSession {
        key_hash: row.bytes()?,
        token_hash: row.bytes()?,
        previous_hash: row.opt_bytes()?,
        rotated_at: row.time()?,
        confirmed: row.flag()?,
        user_id: values::opt_user_id(row)?,
        uniquifier: row.opt_text()?,
        version: row.int()?,
        data: row.text()?,
        created_at: row.time()?,
        seen_at: row.time()?,
        expires_at: row.time()?,
        address: row.opt_text()?,
        agent: row.opt_text()?,
        persistent: row.flag()?,
        ended: row.flag()?,
    })
}

fn encode(new: &ServerSession) -> Vec<Value> {
    vec![
        new.key_hash.as_slice().into(),
        new.token_hash.as_slice().into(),
        new.previous_hash.as_deref().into(),
        new.rotated_at.into(),
        new.confirmed.into(),
        new.user_id.as_ref().into(),
        new.uniquifier.as_deref().into(),
        new.version.into(),
        new.data.as_str().into(),
        new.created_at.into(),
        new.seen_at.into(),
        new.expires_at.into(),
        new.address.as_deref().into(),
        new.agent.as_deref().into(),
        new.persistent.into(),
        new.ended.into(),
    ]
}
