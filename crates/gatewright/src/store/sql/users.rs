//! The user table, joined with roles.

use std::collections::HashMap;

use jiff::civil::DateTime;

use super::columns::{TOKEN_UNIQUIFIER, USER};
use super::fold;
use super::inspect::Tables;
use super::names::{TableNames, quoted};
use super::roles;
use super::values;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{NewUser, User, UserField, UserId};
use crate::random;
use crate::store::driver::{Dialect, Done, Driver, Row, Sql, Step, Table, Value};
use crate::store::{Filter, Lookup, Page};

/// How often to jump through an index before reading the table is likely to be quicker.
const JUMPS: usize = 64;

/// The largest page.
const ROWS: u32 = 1_000;

/// The statements about users.
#[derive(Debug)]
pub(super) struct Users {
    dialect: Dialect,
    names: TableNames,
    table: Table,
    /// How many values of a row belong to the user and not to a role.
    width: usize,
    /// `SELECT` and the columns of user and role.
    select: String,
    /// The joins that bring the roles.
    joins: String,
    by_id: Sql,
    by_uniquifier: Sql,
    by_token: Option<Sql>,
    by_handle: Option<Sql>,
    identities: HashMap<String, Identity>,
    count: Sql,
    link: Sql,
    delete: Vec<Sql>,
}

/// The statements that find a user by one attribute.
#[derive(Debug)]
struct Identity {
    exact: Sql,
    folded: Sql,
    /// The first entry of the index that is not less: an alternative to `folded` without its index.
    jump: Option<Sql>,
}

impl Users {
    pub(super) fn new(names: &TableNames, tables: &Tables, dialect: Dialect) -> Self {
        let table = tables.user.clone().unwrap_or_default();
        let key = quoted(&names.user_key);
        let own = USER.iter().map(|col| match col.name {
            "id" => format!("u.{key}"),
            name if table.has(name) => format!("u.{}", quoted(name)),
            _ => "NULL".into(),
        });
        let token = if table.has(TOKEN_UNIQUIFIER) {
            format!("u.{}", quoted(TOKEN_UNIQUIFIER))
        } else {
            "NULL".into()
        };
        let extra = names.extra_columns.iter().map(|name| format!("u.{}", quoted(name)));
        let own: Vec<String> = own.chain([token]).chain(extra).collect();
        let width = own.len();
        let select = format!("SELECT {},{}", own.join(","), roles::columns(tables, "r"));
        let joins = format!(
            "LEFT JOIN {} l ON l.\"user_id\"=u.{key} LEFT JOIN {} r ON r.\"id\"=l.\"role_id\"",
            quoted(&names.roles_users),
            quoted(&names.role),
        );
        let user = quoted(&names.user);
        let linked = tables.roles_users.as_ref().is_some_and(|links| links.finds("user_id"));
        let by = |column: &str, condition: String| {
            Sql::new(format!("{select} FROM {user} u {joins} WHERE {condition}"))
                .heavy_if(!linked || !table.finds(column))
        };
        let equal = |column: &str| by(column, format!("u.{}=?", quoted(column)));
        let optional = |column: &str| table.has(column).then(|| equal(column));
        let attributes = ["email", "username", "us_phone_number", "tf_phone_number"];
        let attributes =
            attributes.into_iter().chain(names.extra_columns.iter().map(String::as_str));
        let identities = attributes.filter(|column| table.has(column)).map(|column| {
            let c = quoted(column);
            let folded =
                Sql::new(format!("{select} FROM {user} u {joins} WHERE lower(u.{c})=lower(?)"));
            let indexed = table.finds_lower(column);
            let jumps = dialect == Dialect::Sqlite && table.finds(column) && !indexed;
            let jump = format!("SELECT {c},{key} FROM {user} WHERE {c}>=? ORDER BY {c} LIMIT 1");
            let identity = Identity {
                exact: equal(column),
                folded: folded.heavy_if(!linked || !indexed),
                jump: jumps.then(|| Sql::new(jump)),
            };
            (column.to_owned(), identity)
        });
        let dependents = [
            Some(&names.roles_users),
            tables.web_authn.is_some().then_some(&names.web_authn),
            tables.fs_refresh_tracker.is_some().then_some(&names.fs_refresh_tracker),
        ];
        let dependents = dependents.into_iter().flatten();
        let delete = dependents
            .map(|table| format!("DELETE FROM {} WHERE \"user_id\"=?", quoted(table)))
            .chain([format!("DELETE FROM {user} WHERE {key}=?")]);
        Self {
            dialect,
            by_id: equal(&names.user_key),
            by_uniquifier: equal("fs_uniquifier"),
            by_token: optional(TOKEN_UNIQUIFIER),
            by_handle: optional("fs_webauthn_user_handle"),
            identities: identities.collect(),
            count: Sql::heavy(format!("SELECT count(*) FROM {user}")),
            link: Sql::new(format!(
                "INSERT INTO {} (\"user_id\",\"role_id\") SELECT u.{key},r.\"id\" FROM {user} u \
                 JOIN {} r ON r.\"name\"=? WHERE u.\"fs_uniquifier\"=?",
                quoted(&names.roles_users),
                quoted(&names.role),
            )),
            delete: delete.map(Sql::new).collect(),
            names: names.clone(),
            table,
            width,
            select,
            joins,
        }
    }

    pub(super) async fn find(&self, driver: &dyn Driver, by: Lookup<'_>) -> Result<Option<User>> {
        let (sql, key) = match by {
            Lookup::Id(id) => (Some(&self.by_id), Value::from(id)),
            Lookup::Uniquifier(value) => (Some(&self.by_uniquifier), Value::from(value)),
            Lookup::TokenUniquifier(value) => (self.by_token.as_ref(), Value::from(value)),
            Lookup::Handle(value) => (self.by_handle.as_ref(), Value::from(value)),
            Lookup::Identity { attribute, value, case_insensitive } => {
                let identity = self.identities.get(attribute).ok_or_else(|| {
                    Error::config(format!("users cannot be found by `{attribute}`"))
                })?;
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

    /// The user with the lowest key among those whose attribute differs at most in case.
    async fn find_folded(
        &self,
        driver: &dyn Driver,
        identity: &Identity,
        value: &str,
    ) -> Result<Option<User>> {
        let Some(jump) = &identity.jump else {
            return self.first(driver, &identity.folded, value.into()).await;
        };
        let target = value.to_ascii_lowercase();
        let mut lowest: Option<UserId> = None;
        let mut from = Some(fold::first(&target));
        for _ in 0..JUMPS {
            let next = match from {
                Some(from) => driver.fetch(jump, &[from.into()]).await?.pop(),
                None => None,
            };
            let Some(mut row) = next else {
                return match lowest {
                    Some(id) => self.first(driver, &self.by_id, (&id).into()).await,
                    None => Ok(None),
                };
            };
            let found = row.text()?;
            if found.eq_ignore_ascii_case(&target) {
                let id = values::user_id(&mut row)?;
                lowest = Some(match lowest {
                    Some(other) => other.min(id),
                    None => id,
                });
            }
            from = fold::after(&target, &found);
        }
        self.first(driver, &identity.folded, value.into()).await
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
        ));
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
    ) -> Result<User> {
        let uniquifier = match new.uniquifier {
            Some(uniquifier) => uniquifier,
            None => random::uniquifier()?,
        };
        let mut row = NewRow { users: self, columns: Vec::new(), args: Vec::new() };
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
            self.own_column(field)?;
            row.put(field.column(), values::field(field))?;
        }
        for (column, value) in &new.extra {
            self.own_column(&UserField::Extra(column.clone(), value.clone()))?;
            row.put(column, values::json(value))?;
        }
        // Not left to the database, whose clock may run in another time zone.
        for column in ["create_datetime", "update_datetime"] {
            if self.table.has(column) {
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
        if let Done::Refused(at) = driver.transaction(steps).await? {
            let role = at.checked_sub(1).and_then(|at| roles.get(at));
            return Err(no_role(role.map_or("", String::as_str)));
        }
        let created = self.find(driver, Lookup::Uniquifier(&uniquifier)).await?;
        created.ok_or_else(|| Error::store("a new user is gone already"))
    }

    pub(super) async fn update(
        &self,
        driver: &dyn Driver,
        id: &UserId,
        set: &[UserField],
        when: &[UserField],
        now: DateTime,
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
        Ok(driver.execute(&sql, args).await? > 0)
    }

    pub(super) async fn delete(&self, driver: &dyn Driver, id: &UserId) -> Result<bool> {
        let step = |sql: &Sql| Step { sql: sql.clone(), args: vec![id.into()], must: false };
        match driver.transaction(self.delete.iter().map(step).collect()).await? {
            Done::Committed(rows) => Ok(rows.last().is_some_and(|rows| *rows > 0)),
            Done::Refused(_) => Ok(false),
        }
    }

    /// What guarded requests and sign-ins run.
    #[cfg(test)]
    pub(super) fn in_requests(&self) -> Vec<&Sql> {
        let fixed = [Some(&self.by_id), Some(&self.by_uniquifier), self.by_handle.as_ref()];
        let identities =
            ["email", "username"].into_iter().filter_map(|name| self.identities.get(name));
        let identities = identities.flat_map(|identity| {
            // Where there are jumps, the folded one is the last resort.
            [Some(&identity.exact), Some(identity.jump.as_ref().unwrap_or(&identity.folded))]
        });
        fixed.into_iter().chain(identities).flatten().collect()
    }

    /// Rows of one user follow one another; only roles differ between them.
    fn decode(&self, rows: Vec<Row>) -> Result<Vec<User>> {
        let mut users: Vec<User> = Vec::new();
        for mut row in rows {
            let id = values::user_id(&mut row)?;
            match users.last_mut() {
                Some(user) if user.id == id => {
                    row.skip(self.width - 1);
                    // The link table may hold a role twice.
                    if let Some(role) = roles::decode(&mut row)?
                        && user.roles.iter().all(|held| held.id != role.id)
                    {
                        user.roles.push(role);
                    }
                }
                _ => users.push(self.user(id, row)?),
            }
        }
        for user in &mut users {
            user.roles.sort_by_key(|role| role.id);
        }
        Ok(users)
    }

    /// Reads the columns in the order of [`USER`].
    fn user(&self, id: UserId, mut row: Row) -> Result<User> {
        let mut user = User::new(id, row.text()?, "");
        user.username = row.opt_text()?;
        user.password = row.opt_text()?;
        user.active = row.flag()?;
        user.uniquifier = row.text()?;
        user.webauthn_handle = row.opt_text()?;
        user.confirmed_at = row.opt_time()?;
        user.last_login_at = row.opt_time()?;
        user.current_login_at = row.opt_time()?;
        user.last_login_ip = row.opt_text()?;
        user.current_login_ip = row.opt_text()?;
        user.login_count = row.opt_int()?;
        user.tf_primary_method = row.opt_text()?;
        user.tf_totp_secret = row.opt_text()?;
        user.tf_phone_number = row.opt_text()?;
        user.us_totp_secrets = row.opt_text()?;
        user.us_phone_number = row.opt_text()?;
        user.mf_recovery_codes = row.opt_list()?;
        user.create_datetime = row.opt_time()?;
        user.update_datetime = row.opt_time()?;
        user.token_uniquifier = row.opt_text()?;
        for column in &self.names.extra_columns {
            user.extra.insert(column.clone(), row.json());
        }
        user.roles.extend(roles::decode(&mut row)?);
        Ok(user)
    }

    /// The quoted name of a field's column, if the table has it and the field may name it.
    fn own_column(&self, field: &UserField) -> Result<String> {
        if let UserField::Extra(column, _) = field
            && !self.names.extra_columns.contains(column)
        {
            return Err(Error::config(format!(
                "`{column}` is not among the configured extra columns"
            )));
        }
        self.column(field.column())
    }

    fn column(&self, name: &str) -> Result<String> {
        if self.table.has(name) {
            Ok(quoted(name))
        } else {
            Err(Error::config(format!("table `{}` has no column `{name}`", self.names.user)))
        }
    }
}

/// A row that is being put together.
struct NewRow<'a> {
    users: &'a Users,
    columns: Vec<String>,
    args: Vec<Value>,
}

impl NewRow<'_> {
    /// A NULL goes without saying: the column may not exist, or be given a value later.
    fn put(&mut self, column: &str, value: Value) -> Result<()> {
        if value == Value::Null {
            return Ok(());
        }
        let column = self.users.column(column)?;
        if self.columns.contains(&column) {
            return Err(Error::config(format!("{column} is given twice for a new user")));
        }
        self.columns.push(column);
        self.args.push(value);
        Ok(())
    }

    fn insert(self) -> Step {
        let marks = vec!["?"; self.columns.len()].join(",");
        let table = quoted(&self.users.names.user);
        let sql = format!("INSERT INTO {table} ({}) VALUES ({marks})", self.columns.join(","));
        Step { sql: Sql::new(sql), args: self.args, must: true }
    }
}

pub(super) fn no_role(name: &str) -> Error {
    Error::new(ErrorKind::NotFound, format!("there is no role `{name}`"))
}
