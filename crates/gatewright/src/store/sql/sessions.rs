//! Our own table of sessions that are kept on the server.

use jiff::civil::DateTime;
use tokio::sync::OnceCell;

use super::names::{TableNames, quoted};
use super::schema::{self, SESSION};
use super::users::Users;
use super::values;
use crate::error::Result;
use crate::model::{ServerSession, SessionChange, User, UserField, UserId};
use crate::store::driver::{Dialect, Driver, Row, Sql, Step, Value};

/// The columns in the order in which [`decode`] reads them; the first finds the row.
const COLUMNS: [&str; 16] = [
    "key_hash",
    "token_hash",
    "previous_hash",
    "rotated_at",
    "confirmed",
    "user_id",
    "uniquifier",
    "version",
    "data",
    "created_at",
    "seen_at",
    "expires_at",
    "address",
    "agent",
    "persistent",
    "ended",
];

/// The statements about sessions.
#[derive(Debug)]
pub(super) struct Sessions {
    script: String,
    ready: OnceCell<()>,
    find: Sql,
    of_user: Sql,
    insert: Sql,
    trim: Sql,
    end: Sql,
    delete: Sql,
    delete_user: Sql,
    delete_others: Sql,
    rename: Sql,
    purge: Sql,
}

impl Sessions {
    /// `ready` if the table is known to exist; otherwise it is made at the first use.
    pub(super) fn new(names: &TableNames, users: &Users, dialect: Dialect, ready: bool) -> Self {
        let own = COLUMNS.map(|name| format!("s.\"{name}\"")).join(",");
        let (select, joins) = users.joined();
        let (user, key) = (quoted(&names.user), quoted(&names.user_key));
        let find = format!(
            "SELECT {own},{select} FROM \"{SESSION}\" s LEFT JOIN {user} u ON u.{key}=s.\"user_id\" \
             {joins} WHERE s.\"key_hash\"=?"
        );
        let live = "\"user_id\"=? AND \"ended\"=0 AND \"expires_at\">?";
        let marks = ["?"; COLUMNS.len()].join(",");
        let columns = COLUMNS.map(|name| format!("\"{name}\"")).join(",");
        Self {
            script: schema::sessions(dialect),
            ready: OnceCell::new_with(ready.then_some(())),
            find: Sql::new(find)
                .sharing(COLUMNS.len() + users.width())
                .heavy_if(!users.finds_links()),
            of_user: Sql::new(format!(
                "SELECT {columns} FROM \"{SESSION}\" WHERE {live} ORDER BY \"seen_at\" DESC"
            )),
            insert: Sql::new(format!("INSERT INTO \"{SESSION}\" ({columns}) VALUES ({marks})")),
            trim: Sql::new(format!(
                "DELETE FROM \"{SESSION}\" WHERE \"user_id\"=? AND \"ended\"=0 AND \"key_hash\"<>? \
                 AND \"key_hash\" NOT IN (SELECT \"key_hash\" FROM \"{SESSION}\" WHERE {live} \
                 AND \"key_hash\"<>? ORDER BY \"seen_at\" DESC LIMIT ?)"
            )),
            end: Sql::new(format!(
                "UPDATE \"{SESSION}\" SET \"ended\"=1,\"data\"='{{}}',\"user_id\"=NULL,\
                 \"uniquifier\"=NULL,\"expires_at\"=? WHERE \"key_hash\"=? AND \"ended\"=0"
            )),
            delete: Sql::new(format!("DELETE FROM \"{SESSION}\" WHERE \"key_hash\"=?")),
            delete_user: Sql::new(format!("DELETE FROM \"{SESSION}\" WHERE \"user_id\"=?")),
            delete_others: Sql::new(format!(
                "DELETE FROM \"{SESSION}\" WHERE \"user_id\"=? AND \"key_hash\"<>?"
            )),
            rename: Sql::new(format!(
                "UPDATE \"{SESSION}\" SET \"uniquifier\"=? WHERE \"key_hash\"=? AND \"user_id\"=? \
                 AND \"ended\"=0"
            )),
            purge: Sql::new(format!(
                "DELETE FROM \"{SESSION}\" WHERE \"key_hash\" IN (SELECT \"key_hash\" FROM \
                 \"{SESSION}\" WHERE \"expires_at\"<=? ORDER BY \"expires_at\" LIMIT ?)"
            )),
        }
    }

    pub(super) async fn find(
        &self,
        driver: &dyn Driver,
        users: &Users,
        key_hash: &[u8],
    ) -> Result<Option<(ServerSession, Option<User>)>> {
        self.ready(driver).await?;
        let mut rows = driver.fetch(&self.find, &[key_hash.into()]).await?.into_iter();
        let Some(mut first) = rows.next() else { return Ok(None) };
        let session = decode(&mut first)?;
        let user = users.beside(first, rows, COLUMNS.len())?;
        Ok(Some((session, user)))
    }

    pub(super) async fn list(
        &self,
        driver: &dyn Driver,
        user: &UserId,
        now: DateTime,
    ) -> Result<Vec<ServerSession>> {
        self.ready(driver).await?;
        let rows = driver.fetch(&self.of_user, &[user.into(), now.into()]).await?;
        rows.into_iter().map(|mut row| decode(&mut row)).collect()
    }

    pub(super) async fn create(
        &self,
        driver: &dyn Driver,
        new: &ServerSession,
        limit: Option<u32>,
    ) -> Result<()> {
        self.ready(driver).await?;
        let mut steps = vec![Step { sql: self.insert.clone(), args: encode(new), must: true }];
        if let (Some(user), Some(limit)) = (&new.user_id, limit) {
            let key = || Value::from(new.key_hash.as_slice());
            let others = i64::from(limit).saturating_sub(1).max(0);
            let args: Vec<Value> =
                vec![user.into(), key(), user.into(), new.created_at.into(), key(), others.into()];
            steps.push(Step { sql: self.trim.clone(), args, must: false });
        }
        driver.transaction(steps).await.map(drop)
    }

    pub(super) async fn update(
        &self,
        driver: &dyn Driver,
        seen: &ServerSession,
        change: &SessionChange,
    ) -> Result<bool> {
        self.ready(driver).await?;
        let mut set: Vec<&str> = Vec::new();
        let mut args: Vec<Value> = Vec::new();
        let mut when = vec!["\"key_hash\"=?", "\"ended\"=0"];
        let mut conditions: Vec<Value> = vec![seen.key_hash.as_slice().into()];
        if let Some(data) = &change.data {
            set.extend(["\"data\"=?", "\"version\"=\"version\"+1"]);
            args.push(data.as_str().into());
            when.push("\"version\"=?");
            conditions.push(seen.version.into());
        }
        if let Some(rotation) = &change.rotation {
            set.extend(["\"token_hash\"=?", "\"previous_hash\"=?", "\"rotated_at\"=?"]);
            set.push("\"confirmed\"=0");
            args.push(rotation.token_hash.as_slice().into());
            args.push(rotation.previous_hash.as_slice().into());
            args.push(rotation.now.into());
            when.push("\"token_hash\"=?");
            conditions.push(seen.token_hash.as_slice().into());
        } else if change.confirmed {
            set.push("\"confirmed\"=1");
            when.push("\"token_hash\"=?");
            conditions.push(seen.token_hash.as_slice().into());
        }
        if let Some(seen) = &change.seen {
            set.extend(["\"seen_at\"=?", "\"expires_at\"=?", "\"address\"=?", "\"agent\"=?"]);
            args.extend([seen.at.into(), seen.expires_at.into()]);
            args.extend([seen.address.as_deref().into(), seen.agent.as_deref().into()]);
        }
        if let Some(uniquifier) = &change.uniquifier {
            set.push("\"uniquifier\"=?");
            args.push(uniquifier.as_str().into());
        }
        if set.is_empty() {
            return Ok(true);
        }
        args.extend(conditions);
        let (set, when) = (set.join(","), when.join(" AND "));
        let sql = Sql::new(format!("UPDATE \"{SESSION}\" SET {set} WHERE {when}"));
        Ok(driver.execute(&sql, args).await? > 0)
    }

    pub(super) async fn end(
        &self,
        driver: &dyn Driver,
        key_hash: &[u8],
        until: Option<DateTime>,
    ) -> Result<bool> {
        self.ready(driver).await?;
        let rows = match until {
            Some(until) => driver.execute(&self.end, vec![until.into(), key_hash.into()]).await?,
            None => driver.execute(&self.delete, vec![key_hash.into()]).await?,
        };
        Ok(rows > 0)
    }

    pub(super) async fn end_all(
        &self,
        driver: &dyn Driver,
        user: &UserId,
        except: Option<&[u8]>,
    ) -> Result<u64> {
        self.ready(driver).await?;
        match except {
            Some(key) => driver.execute(&self.delete_others, vec![user.into(), key.into()]).await,
            None => driver.execute(&self.delete_user, vec![user.into()]).await,
        }
    }

    /// The steps that go with a change of the user.
    pub(super) async fn ending(
        &self,
        driver: &dyn Driver,
        user: &UserId,
        set: &[UserField],
        except: Option<&[u8]>,
    ) -> Result<Vec<Step>> {
        self.ready(driver).await?;
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
    pub(super) async fn ending_known(
        &self,
        driver: &dyn Driver,
        user: &UserId,
    ) -> Result<Option<Step>> {
        let exists = self.ready.initialized() || driver.describe(SESSION).await?.is_some();
        let step = || Step { sql: self.delete_user.clone(), args: vec![user.into()], must: false };
        Ok(exists.then(step))
    }

    pub(super) async fn purge(&self, driver: &dyn Driver, now: DateTime, most: u32) -> Result<u64> {
        self.ready(driver).await?;
        driver.execute(&self.purge, vec![now.into(), i64::from(most).into()]).await
    }

    /// What guarded requests and the purge run.
    #[cfg(test)]
    pub(super) fn in_requests(&self) -> [&Sql; 5] {
        [&self.find, &self.of_user, &self.delete_user, &self.delete_others, &self.purge]
    }

    async fn ready(&self, driver: &dyn Driver) -> Result<()> {
        self.ready.get_or_try_init(|| driver.script(self.script.clone())).await.copied()
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
