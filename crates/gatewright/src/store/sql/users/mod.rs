//! The user table, joined with roles.

mod create;
mod rows;
mod statements;

use jiff::civil::DateTime;

use self::statements::Identity;
use super::columns::TOKEN_UNIQUIFIER;
use super::fold::Variants;
use super::names::quoted;
use super::values;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{User, UserField, UserId};
use crate::store::driver::{Done, Driver, Sql, Step, Value};
use crate::store::{Filter, Lookup, Page};

pub(super) use self::statements::Users;

/// How often to jump through an index, one entry at a time, before reading many at once: whoever
/// makes names can put some between the spellings of another one.
const JUMPS: usize = 64;

/// The largest page.
const ROWS: u32 = 1_000;

impl Users {
    pub(super) async fn find(&self, driver: &dyn Driver, by: Lookup<'_>) -> Result<Option<User>> {
        let (sql, key) = match by {
            Lookup::Id(id) => (Some(&self.by_id), Value::from(id)),
            Lookup::Uniquifier(value) => (Some(&self.by_uniquifier), Value::from(value)),
            Lookup::TokenUniquifier(value) => (self.by_token.as_ref(), Value::from(value)),
            Lookup::Handle(value) => (self.by_handle.as_ref(), Value::from(value)),
            Lookup::Identity { attribute, value, case_insensitive } => {
                let identity = self.identity(attribute)?;
                if case_insensitive {
                    return self.find_folded(driver, identity, value).await;
                }
                (Some(&identity.exact), Value::from(value))
            }
        };
        match sql {
            Some(sql) => self.first(driver, sql, key).await,
            None => Ok(None),
        }
    }

    /// The user with the lowest key among those whose attribute differs at most in case. The database
    /// folds ASCII: whom it finds goes before those who differ in other letters, too.
    async fn find_folded(
        &self,
        driver: &dyn Driver,
        identity: &Identity,
        value: &str,
    ) -> Result<Option<User>> {
        let Some(found) = Self::spelt(driver, identity, value).await? else {
            return self.first(driver, &identity.folded, value.into()).await;
        };
        let lowest = found
            .into_iter()
            .min_by_key(|(spelt, id)| (!spelt.eq_ignore_ascii_case(value), id.clone()));
        match lowest {
            Some((_, id)) => self.first(driver, &self.by_id, (&id).into()).await,
            None => Ok(None),
        }
    }

    /// All users whose attribute differs at most in case, the lowest key first.
    pub(super) async fn namesakes(
        &self,
        driver: &dyn Driver,
        attribute: &str,
        value: &str,
    ) -> Result<Vec<UserId>> {
        let identity = self.identity(attribute)?;
        let mut ids: Vec<UserId> = match Self::spelt(driver, identity, value).await? {
            Some(found) => found.into_iter().map(|(_, id)| id).collect(),
            None => {
                let found = driver.fetch(&identity.folded, &[value.into()]).await?;
                self.decode(found)?.into_iter().map(|user| user.id).collect()
            }
        };
        ids.sort();
        Ok(ids)
    }

    /// How the attribute is spelt, and whose it is. `None` if the database has to look by itself.
    async fn spelt(
        driver: &dyn Driver,
        identity: &Identity,
        value: &str,
    ) -> Result<Option<Vec<(String, UserId)>>> {
        let jumps = identity.jumps.as_ref().filter(|_| !(identity.indexed && value.is_ascii()));
        let Some([one, many]) = jumps else { return Ok(None) };
        let variants = Variants::of(value);
        let mut all = Vec::new();
        let (mut next, mut jumps) = (Some(variants.first()), 0);
        while let Some(from) = next.take() {
            let jump = if jumps < JUMPS { one } else { many };
            jumps += 1;
            for mut row in driver.fetch(jump, &[from.into()]).await? {
                let found = row.text()?;
                if variants.has(&found) {
                    all.push((found.clone(), values::user_id(&mut row)?));
                }
                next = Some(found);
            }
            next = next.and_then(|last| variants.after(&last));
        }
        Ok(Some(all))
    }

    fn identity(&self, attribute: &str) -> Result<&Identity> {
        self.identities
            .get(attribute)
            .ok_or_else(|| Error::config(format!("users cannot be found by `{attribute}`")))
    }

    async fn first(&self, driver: &dyn Driver, sql: &Sql, key: Value) -> Result<Option<User>> {
        let users = self.decode(driver.fetch(sql, &[key]).await?)?;
        Ok(users.into_iter().min_by(|a, b| a.id.cmp(&b.id)))
    }

    pub(super) async fn list(
        &self,
        driver: &dyn Driver,
        filter: &Filter,
        page: &Page,
    ) -> Result<Vec<User>> {
        let key = quoted(&self.names.user_key);
        let mut args = Vec::new();
        let mut conditions = Vec::new();
        if let Some(text) = &filter.text {
            let text = text.to_ascii_lowercase();
            let text = text.replace('!', "!!").replace('%', "!%").replace('_', "!_");
            let columns = ["email", "username"].into_iter().filter(|name| self.table.has(name));
            let likes = columns.map(|column| {
                args.push(Value::Text(format!("%{text}%")));
                format!("lower(f.{}) LIKE ? ESCAPE '!'", quoted(column))
            });
            conditions.push(format!("({})", likes.collect::<Vec<_>>().join(" OR ")));
        }
        if let Some(role) = &filter.role {
            args.push(role.as_str().into());
            conditions.push(format!(
                "f.{key} IN (SELECT k.\"user_id\" FROM {} k JOIN {} q ON q.\"id\"=k.\"role_id\" \
                 WHERE q.\"name\"=?)",
                quoted(&self.names.roles_users),
                quoted(&self.names.role),
            ));
        }
        if let Some(active) = filter.active {
            args.push(active.into());
            conditions.push("f.\"active\"=?".into());
        }
        if let Some(confirmed) = filter.confirmed {
            self.column("confirmed_at")?;
            let not = if confirmed { "NOT " } else { "" };
            conditions.push(format!("f.\"confirmed_at\" IS {not}NULL"));
        }
        if let Some(after) = &page.after {
            args.push(after.into());
            conditions.push(format!("f.{key}>?"));
        }
        let condition = match conditions.as_slice() {
            [] => String::new(),
            some => format!("WHERE {}", some.join(" AND ")),
        };
        args.push(i64::from(page.limit.min(ROWS)).into());
        let sql = Sql::heavy(format!(
            "{} FROM (SELECT f.* FROM {} f {condition} ORDER BY f.{key} LIMIT ?) u {} \
             ORDER BY u.{key}",
            self.select,
            quoted(&self.names.user),
            self.joins
        ))
        .sharing(self.width);
        self.decode(driver.fetch(&sql, &args).await?)
    }

    pub(super) async fn count(&self, driver: &dyn Driver) -> Result<u64> {
        let mut rows = driver.fetch(&self.count, &[]).await?;
        let count = rows.pop().map(|mut row| row.int()).transpose()?;
        Ok(count.and_then(|count| u64::try_from(count).ok()).unwrap_or_default())
    }

    pub(super) async fn update(
        &self,
        driver: &dyn Driver,
        id: &UserId,
        set: &[UserField],
        when: &[UserField],
        now: DateTime,
        more: Vec<Step>,
    ) -> Result<bool> {
        let mut args = Vec::with_capacity(set.len() + when.len() + 2);
        let mut changes = Vec::with_capacity(set.len() + 1);
        for field in set {
            // As in the reference: without the column, tokens follow the other uniquifier.
            if matches!(field, UserField::TokenUniquifier(_)) && !self.table.has(TOKEN_UNIQUIFIER) {
                continue;
            }
            changes.push(format!("{}=?", self.own_column(field)?));
            args.push(values::field(field));
        }
        if self.table.has("update_datetime") {
            changes.push("\"update_datetime\"=?".into());
            args.push(now.into());
        }
        if changes.is_empty() {
            changes.push("\"active\"=\"active\"".into());
        }
        let mut conditions = vec![format!("{}=?", quoted(&self.names.user_key))];
        args.push(id.into());
        for field in when {
            self.own_column(field)?;
            let value = values::field(field);
            conditions.push(values::equals(self.dialect, field.column(), value, &mut args));
        }
        let sql = Sql::new(format!(
            "UPDATE {} SET {} WHERE {}",
            quoted(&self.names.user),
            changes.join(","),
            conditions.join(" AND "),
        ));
        if more.is_empty() {
            return Ok(driver.execute(&sql, args).await? > 0);
        }
        let mut steps = vec![Step { sql, args, must: true }];
        steps.extend(more);
        Ok(matches!(driver.transaction(steps).await?, Done::Committed(_)))
    }

    /// Deletes a user, after these steps.
    pub(super) async fn delete(
        &self,
        driver: &dyn Driver,
        id: &UserId,
        mut steps: Vec<Step>,
    ) -> Result<bool> {
        let step = |sql: &Sql| Step { sql: sql.clone(), args: vec![id.into()], must: false };
        steps.extend(self.delete.iter().map(step));
        match driver.transaction(steps).await? {
            Done::Committed(rows) => Ok(rows.last().is_some_and(|rows| *rows > 0)),
            Done::Refused(_) => Ok(false),
        }
    }
}

pub(super) fn no_role(name: &str) -> Error {
    Error::new(ErrorKind::NotFound, format!("there is no role `{name}`"))
}
