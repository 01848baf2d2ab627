//! The role table, and who has which.

use jiff::civil::DateTime;

use super::inspect::Tables;
use super::names::{TableNames, quoted};
use super::users::no_role;
use super::values;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{NewRole, Role, UserId};
use crate::store::driver::{Dialect, Done, Driver, Row, Sql, Step, Table, Value};

/// The statements about roles.
#[derive(Debug)]
pub(super) struct Roles {
    dialect: Dialect,
    table: Table,
    name: String,
    by_name: Sql,
    all: Sql,
    grant: Sql,
    revoke: Sql,
    has_user: Sql,
    delete_links: Sql,
    delete: Sql,
}

/// The columns of a role in the order in which [`decode`] reads them.
pub(super) fn columns(tables: &Tables, alias: &str) -> String {
    let table = tables.role.as_ref();
    let columns = ["id", "name", "description", "permissions", "update_datetime"];
    let columns = columns.map(|name| match table {
        Some(table) if table.has(name) => format!("{alias}.{}", quoted(name)),
        _ => "NULL".into(),
    });
    columns.join(",")
}

/// The role at this place of a row; `None` where an outer join found none.
pub(super) fn decode(row: &mut Row) -> Result<Option<Role>> {
    let Some(id) = row.opt_int()? else {
        return Ok(None);
    };
    Ok(Some(Role {
        id,
        name: row.text()?,
        description: row.opt_text()?,
        permissions: row.opt_list()?.unwrap_or_default(),
        update_datetime: row.opt_time()?,
    }))
}

impl Roles {
    pub(super) fn new(names: &TableNames, tables: &Tables, dialect: Dialect) -> Self {
        let (role, links) = (quoted(&names.role), quoted(&names.roles_users));
        let (user, key) = (quoted(&names.user), quoted(&names.user_key));
        let select = format!("SELECT {} FROM {role} r", columns(tables, "r"));
        let of_name = format!("\"role_id\" IN (SELECT \"id\" FROM {role} WHERE \"name\"=?)");
        Self {
            dialect,
            by_name: Sql::new(format!("{select} WHERE r.\"name\"=?")),
            all: Sql::heavy(format!("{select} ORDER BY r.\"id\"")),
            grant: Sql::new(format!(
                "INSERT INTO {links} (\"user_id\",\"role_id\") SELECT u.{key},r.\"id\" \
                 FROM {user} u JOIN {role} r ON r.\"name\"=? WHERE u.{key}=? AND NOT EXISTS \
                 (SELECT 1 FROM {links} l WHERE l.\"user_id\"=u.{key} AND l.\"role_id\"=r.\"id\")"
            )),
            revoke: Sql::new(format!("DELETE FROM {links} WHERE {of_name} AND \"user_id\"=?")),
            has_user: Sql::new(format!("SELECT 1 FROM {user} WHERE {key}=?")),
            delete_links: Sql::new(format!("DELETE FROM {links} WHERE {of_name}")),
            delete: Sql::new(format!("DELETE FROM {role} WHERE \"name\"=?")),
            table: tables.role.clone().unwrap_or_default(),
            name: role,
        }
    }

    pub(super) async fn find(&self, driver: &dyn Driver, name: &str) -> Result<Option<Role>> {
        let mut rows = driver.fetch(&self.by_name, &[name.into()]).await?;
        rows.pop().map_or(Ok(None), |mut row| decode(&mut row))
    }

    pub(super) async fn list(&self, driver: &dyn Driver) -> Result<Vec<Role>> {
        let mut rows = driver.fetch(&self.all, &[]).await?;
        rows.iter_mut().filter_map(|row| decode(row).transpose()).collect()
    }

    pub(super) async fn create(
        &self,
        driver: &dyn Driver,
        new: NewRole,
        now: DateTime,
    ) -> Result<Role> {
        let permissions = values::list(new.permissions.as_deref());
        let name = new.name;
        let columns = self.known([
            ("name", name.as_str().into()),
            ("description", new.description.into()),
            ("permissions", permissions),
            ("update_datetime", now.into()),
        ])?;
        let (columns, args): (Vec<String>, Vec<Value>) = columns.into_iter().unzip();
        let marks = vec!["?"; args.len()].join(",");
        let sql =
            Sql::new(format!("INSERT INTO {} ({}) VALUES ({marks})", self.name, columns.join(",")));
        driver.execute(&sql, args).await?;
        let created = self.find(driver, &name).await?;
        created.ok_or_else(|| Error::store("a new role is gone already"))
    }

    pub(super) async fn put(
        &self,
        driver: &dyn Driver,
        role: &Role,
        now: DateTime,
    ) -> Result<bool> {
        let columns = self.known([
            ("name", role.name.as_str().into()),
            ("description", role.description.as_deref().into()),
            ("permissions", values::list(Some(&role.permissions))),
            ("update_datetime", values::later(now, role.update_datetime).into()),
        ])?;
        let (columns, mut args): (Vec<String>, Vec<Value>) = columns.into_iter().unzip();
        let changes: Vec<String> = columns.iter().map(|column| format!("{column}=?")).collect();
        args.push(role.id.into());
        let mut condition = "\"id\"=?".to_owned();
        // The time of the last write is what tells that nobody has written since.
        if self.table.has("update_datetime") {
            let seen = role.update_datetime.into();
            let still = values::equals(self.dialect, "update_datetime", seen, &mut args);
            condition = format!("{condition} AND {still}");
        }
        let changes = changes.join(",");
        let sql = Sql::new(format!("UPDATE {} SET {changes} WHERE {condition}", self.name));
        Ok(driver.execute(&sql, args).await? > 0)
    }

    pub(super) async fn delete(&self, driver: &dyn Driver, name: &str) -> Result<bool> {
        let step = |sql: &Sql| Step { sql: sql.clone(), args: vec![name.into()], must: false };
        match driver.transaction(vec![step(&self.delete_links), step(&self.delete)]).await? {
            Done::Committed(rows) => Ok(rows.last().is_some_and(|rows| *rows > 0)),
            Done::Refused(_) => Ok(false),
        }
    }

    pub(super) async fn grant(
        &self,
        driver: &dyn Driver,
        id: &UserId,
        role: &str,
        granted: bool,
    ) -> Result<bool> {
        let sql = if granted { &self.grant } else { &self.revoke };
        let changed = driver.execute(sql, vec![role.into(), id.into()]).await? > 0;
        if granted && !changed {
            if self.find(driver, role).await?.is_none() {
                return Err(no_role(role));
            }
            if driver.fetch(&self.has_user, &[id.into()]).await?.is_empty() {
                return Err(Error::new(ErrorKind::NotFound, format!("there is no user {id}")));
            }
        }
        Ok(changed)
    }

    /// The columns that the table has; a value for one that it lacks is an error.
    fn known<const N: usize>(&self, columns: [(&str, Value); N]) -> Result<Vec<(String, Value)>> {
        let mut known = Vec::with_capacity(N);
        for (column, value) in columns {
            let empty = value == Value::Null || value == Value::Text(String::new());
            if self.table.has(column) {
                known.push((quoted(column), value));
            } else if column == "permissions" && !empty {
                return Err(Error::config("the table of roles has no column `permissions`"));
            }
        }
        Ok(known)
    }
}
