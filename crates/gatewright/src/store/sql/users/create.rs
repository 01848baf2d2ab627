//! New users: with roles, many at once, and as if.

use jiff::civil::DateTime;

use super::Users;
use super::no_role;
use super::rows::NewRow;
use crate::error::{Error, Result};
use crate::model::{NewUser, User, UserField};
use crate::random;
use crate::store::driver::{Done, Driver, Sql, Step};
use crate::store::sql::columns::TOKEN_UNIQUIFIER;
use crate::store::sql::values;
use crate::store::{Lookup, is_of_one_row};

/// What creates a user: the row, then a link for each role.
struct Creation {
    steps: Vec<Step>,
    uniquifier: String,
    roles: Vec<String>,
}

impl Users {
    pub(in crate::store::sql) async fn create(
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
    pub(in crate::store::sql) async fn rehearse(
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
    pub(in crate::store::sql) async fn create_all(
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
}
