//! The user table, joined with roles.

mod rows;
mod statements;

use jiff::civil::DateTime;

use self::rows::NewRow;
use self::statements::Identity;
use super::columns::TOKEN_UNIQUIFIER;
use super::fold::Variants;
use super::names::quoted;
use super::values;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{NewUser, User, UserField, UserId};
use crate::random;
use crate::store::driver::{Done, Driver, Sql, Step, Value};
use crate::store::{Filter, Lookup, Page, is_of_one_row};

pub(super) use self::statements::Users;

/// How often to jump through an index, one entry at a time, before reading many at once: whoever
/// makes names can put some between the spellings of another one.
const JUMPS: usize = 64;

/// The largest page.
const ROWS: u32 = 1_000;

/// What creates a user: the row, then a link for each role.
struct Creation {
    steps: Vec<Step>,
    uniquifier: String,
    roles: Vec<String>,
}

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

    pub(super) async fn create(
        &self,
        driver: &dyn Driver,
        new: NewUser,
        now: DateTime,
        more: Vec<Step>,
    ) -> Result<User> {
        let Creation { mut steps, uniquifier, roles } = self.creation(new, now)?;
        steps.extend(more);
        if let Done::Refused(at) = driver.transaction(steps).await? {
            let role = at.checked_sub(1).and_then(|at| roles.get(at));
            return Err(no_role(role.map_or("", String::as_str)));
        }
        let created = self.find(driver, Lookup::Uniquifier(&uniquifier)).await?;
        created.ok_or_else(|| Error::store("a new user is gone already"))
    }

    /// The work of [`Self::create`] without its user: the row is taken back before the rest is
    /// committed, together with what triggers made of it.
    pub(super) async fn rehearse(
        &self,
        driver: &dyn Driver,
        new: NewUser,
        now: DateTime,
        more: Vec<Step>,
    ) -> Result<()> {
        let bare = |sql: &str| Step { sql: Sql::new(sql), args: Vec::new(), must: false };
        let steps = [bare("SAVEPOINT rehearsal")]
            .into_iter()
            .chain(self.creation(new, now)?.steps)
            .chain([bare("ROLLBACK TO rehearsal"), bare("RELEASE rehearsal")])
            .chain(more)
            .collect();
        match driver.transaction(steps).await? {
            Done::Committed(_) => Ok(()),
            // A trigger has turned the row away, and with it what was to be written beside it.
            Done::Refused(_) => Err(Error::store("the row was not written")),
        }
    }

    /// All in one transaction, or, if one of them cannot be created, each in its own.
    pub(super) async fn create_all(
        &self,
        driver: &dyn Driver,
        new: Vec<NewUser>,
        now: DateTime,
    ) -> Result<Vec<Result<()>>> {
        let mut together = Vec::with_capacity(new.len());
        let mut sound = true;
        for new in &new {
            match self.creation(new.clone(), now) {
                Ok(creation) => together.extend(creation.steps),
                Err(error) if is_of_one_row(&error) => sound = false,
                Err(error) => return Err(error),
            }
        }
        if sound {
            match driver.transaction(together).await {
                Ok(Done::Committed(_)) => return Ok(new.iter().map(|_| Ok(())).collect()),
                Err(error) if !is_of_one_row(&error) => return Err(error),
                Ok(Done::Refused(_)) | Err(_) => {}
            }
        }
        let mut outcomes = Vec::with_capacity(new.len());
        for new in new {
            outcomes.push(match self.create(driver, new, now, Vec::new()).await {
                Err(error) if !is_of_one_row(&error) => return Err(error),
                outcome => outcome.map(drop),
            });
        }
        Ok(outcomes)
    }

    fn creation(&self, new: NewUser, now: DateTime) -> Result<Creation> {
        let uniquifier = match new.uniquifier {
            Some(uniquifier) => uniquifier,
            None => random::uniquifier()?,
        };
        let mut row = NewRow::new(self);
        if let Some(id) = &new.id {
            row.put(&self.names.user_key, id.into())?;
        }
        row.put("email", new.email.into())?;
        row.put("username", new.username.into())?;
        row.put("password", new.password.into())?;
        row.put("active", new.active.into())?;
        row.put("fs_uniquifier", uniquifier.as_str().into())?;
        for (column, value) in [
            (TOKEN_UNIQUIFIER, new.token_uniquifier),
            ("fs_webauthn_user_handle", new.webauthn_handle),
        ] {
            if self.table.has(column) {
                let value = match value {
                    Some(value) => value,
                    None => random::uniquifier()?,
                };
                row.put(column, value.into())?;
            }
        }
        row.put("confirmed_at", new.confirmed_at.into())?;
        row.put("us_phone_number", new.us_phone_number.into())?;
        for field in &new.fields {
            // Nothing needs this column, and without it a user is no less one.
            let nice = matches!(field, UserField::CreateDatetime(_));
            if nice && !self.table.has(field.column()) {
                continue;
            }
            self.own_column(field)?;
            row.put(field.column(), values::field(field))?;
        }
        for (column, value) in &new.extra {
            self.own_column(&UserField::Extra(column.clone(), value.clone()))?;
            row.put(column, values::json(value))?;
        }
        // Not left to the database, whose clock may run in another time zone.
        for column in ["create_datetime", "update_datetime"] {
            if self.table.has(column) && !row.has(column) {
                row.put(column, now.into())?;
            }
        }
        let mut roles = new.roles;
        roles.sort();
        roles.dedup();
        let mut steps = vec![row.insert()];
        steps.extend(roles.iter().map(|role| Step {
            sql: self.link.clone(),
            args: vec![role.as_str().into(), uniquifier.as_str().into()],
            must: true,
        }));
        Ok(Creation { steps, uniquifier, roles })
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
