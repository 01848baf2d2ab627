//! Rows to users and back.

use super::Users;
use crate::error::{Error, Result};
use crate::model::{User, UserField, UserId};
use crate::store::driver::{Row, Sql, Step, Value};
use crate::store::sql::names::quoted;
use crate::store::sql::{roles, values};

impl Users {
    /// Rows of one user follow one another; only roles differ between them.
    pub(super) fn decode(&self, rows: Vec<Row>) -> Result<Vec<User>> {
        let mut users: Vec<User> = Vec::new();
        for mut row in rows {
            let id = values::user_id(&mut row)?;
            match users.last_mut() {
                Some(user) if user.id == id => {
                    row.skip(self.width - 1);
                    self.add_role(user, &mut row)?;
                }
                _ => users.push(self.user(id, row)?),
            }
        }
        for user in &mut users {
            user.roles.sort_by_key(|role| role.id);
        }
        Ok(users)
    }

    /// The user whose columns follow those of another table, so many, if the join found one. The
    /// rows differ in the user's roles only.
    pub(in crate::store::sql) fn beside(
        &self,
        mut first: Row,
        others: impl Iterator<Item = Row>,
        width: usize,
    ) -> Result<Option<User>> {
        let Some(id) = values::opt_user_id(&mut first)? else { return Ok(None) };
        let mut user = self.user(id, first)?;
        for mut row in others {
            row.skip(width + self.width);
            self.add_role(&mut user, &mut row)?;
        }
        user.roles.sort_by_key(|role| role.id);
        Ok(Some(user))
    }

    /// The link table may hold a role twice.
    fn add_role(&self, user: &mut User, row: &mut Row) -> Result<()> {
        if let Some(role) = roles::decode(row)?
            && user.roles.iter().all(|held| held.id != role.id)
        {
            user.roles.push(role);
        }
        Ok(())
    }

    /// Reads the columns in the order of [`USER`](crate::store::sql::columns::USER).
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
    pub(super) fn own_column(&self, field: &UserField) -> Result<String> {
        if let UserField::Extra(column, _) = field
            && !self.names.extra_columns.contains(column)
        {
            return Err(Error::config(format!(
                "`{column}` is not among the configured extra columns"
            )));
        }
        self.column(field.column())
    }

    pub(super) fn column(&self, name: &str) -> Result<String> {
        if self.table.has(name) {
            Ok(quoted(name))
        } else {
            Err(Error::config(format!("table `{}` has no column `{name}`", self.names.user)))
        }
    }
}

/// A row that is being put together.
pub(super) struct NewRow<'a> {
    users: &'a Users,
    columns: Vec<String>,
    args: Vec<Value>,
}

impl<'a> NewRow<'a> {
    pub(super) fn new(users: &'a Users) -> Self {
        Self { users, columns: Vec::new(), args: Vec::new() }
    }

    /// A NULL goes without saying: the column may not exist, or be given a value later.
    pub(super) fn put(&mut self, column: &str, value: Value) -> Result<()> {
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

    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.contains(&quoted(column))
    }

    pub(super) fn insert(self) -> Step {
        let marks = vec!["?"; self.columns.len()].join(",");
        let table = quoted(&self.users.names.user);
        let sql = format!("INSERT INTO {table} ({}) VALUES ({marks})", self.columns.join(","));
        Step { sql: Sql::new(sql), args: self.args, must: true }
    }
}
