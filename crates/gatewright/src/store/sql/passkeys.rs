//! The table of passkeys.

use async_trait::async_trait;

use super::SqlStore;
use super::columns::WEB_AUTHN;
use super::inspect::Tables;
use super::names::{TableNames, quoted};
use super::values;
use crate::error::{Error, Result};
use crate::model::{Passkey, UserId};
use crate::store;
use crate::store::driver::{Row, Sql, Value};

/// The statements about passkeys; `None` where the table is missing.
#[derive(Debug)]
pub(super) struct Passkeys(Option<Statements>);

#[derive(Debug)]
struct Statements {
    by_credential: Sql,
    by_user: Sql,
    insert: Sql,
    note_use: Sql,
    note_first_use: Sql,
    delete: Sql,
    delete_all: Sql,
}

impl Passkeys {
    pub(super) fn new(names: &TableNames, tables: &Tables) -> Self {
        let has =
            |table: &&crate::store::driver::Table| WEB_AUTHN.iter().all(|col| table.has(col.name));
        let Some(found) = tables.web_authn.as_ref().filter(has) else {
            return Self(None);
        };
        let table = quoted(&names.web_authn);
        let columns = WEB_AUTHN.map(|col| quoted(col.name));
        let select = format!("SELECT {} FROM {table}", columns.join(","));
        // Without the key, which the database makes.
        let written = columns.get(1..).unwrap_or_default();
        let marks = vec!["?"; written.len()].join(",");
        let note = format!(
            "UPDATE {table} SET \"sign_count\"=?,\"backup_state\"=?,\"lastuse_datetime\"=? \
             WHERE \"credential_id\"=? AND \"sign_count\""
        );
        let of_user = format!("DELETE FROM {table} WHERE \"user_id\"=?");
        Self(Some(Statements {
            by_credential: Sql::new(format!("{select} WHERE \"credential_id\"=?"))
                .heavy_if(!found.finds("credential_id")),
            by_user: Sql::new(format!("{select} WHERE \"user_id\"=? ORDER BY \"id\""))
                .heavy_if(!found.finds("user_id")),
            insert: Sql::new(format!(
                "INSERT INTO {table} ({}) VALUES ({marks})",
                written.join(",")
            )),
            note_use: Sql::new(format!("{note}=?")),
            note_first_use: Sql::new(format!("{note} IS NULL")),
            delete: Sql::new(format!("{of_user} AND \"name\"=?")),
            delete_all: Sql::new(of_user),
        }))
    }

    /// What sign-ins run.
    #[cfg(test)]
    pub(super) fn in_requests(&self) -> Vec<&Sql> {
        self.0.iter().flat_map(|sql| [&sql.by_credential, &sql.by_user]).collect()
    }
}

#[async_trait]
impl store::Passkeys for SqlStore {
    async fn find(&self, credential_id: &[u8]) -> Result<Option<Passkey>> {
        let Some(sql) = &self.0.passkeys.0 else {
            return Ok(None);
        };
        let mut rows = self.driver().fetch(&sql.by_credential, &[credential_id.into()]).await?;
        rows.pop().map(decode).transpose()
    }

    async fn list(&self, id: &UserId) -> Result<Vec<Passkey>> {
        let Some(sql) = &self.0.passkeys.0 else {
            return Ok(Vec::new());
        };
        self.driver().fetch(&sql.by_user, &[id.into()]).await?.into_iter().map(decode).collect()
    }

    async fn create(&self, new: &Passkey) -> Result<Passkey> {
        let Some(sql) = &self.0.passkeys.0 else {
            return Err(Error::config("the database has no table of passkeys"));
        };
        let args = vec![
            new.credential_id.as_slice().into(),
            new.public_key.as_slice().into(),
            new.sign_count.into(),
            values::list(new.transports.as_deref()),
            new.backup_state.into(),
            new.device_type.as_str().into(),
            new.extensions.as_deref().into(),
            new.create_datetime.unwrap_or_else(|| self.now()).into(),
            new.lastuse_datetime.into(),
            new.name.as_str().into(),
            new.usage.as_str().into(),
            Value::from(&new.user_id),
        ];
        self.driver().execute(&sql.insert, args).await?;
        let created = store::Passkeys::find(self, &new.credential_id).await?;
        created.ok_or_else(|| Error::store("a new passkey is gone already"))
    }

    async fn note_use(&self, key: &Passkey, seen: Option<i64>) -> Result<bool> {
        let Some(sql) = &self.0.passkeys.0 else {
            return Ok(false);
        };
        let mut args = vec![
            key.sign_count.into(),
            key.backup_state.into(),
            key.lastuse_datetime.into(),
            key.credential_id.as_slice().into(),
        ];
        args.extend(seen.map(Value::Int));
        let sql = if seen.is_some() { &sql.note_use } else { &sql.note_first_use };
        Ok(self.driver().execute(sql, args).await? > 0)
    }

    async fn delete(&self, id: &UserId, name: &str) -> Result<bool> {
        let Some(sql) = &self.0.passkeys.0 else {
            return Ok(false);
        };
        Ok(self.driver().execute(&sql.delete, vec![id.into(), name.into()]).await? > 0)
    }

    async fn delete_all(&self, id: &UserId) -> Result<u64> {
        let Some(sql) = &self.0.passkeys.0 else {
            return Ok(0);
        };
        self.driver().execute(&sql.delete_all, vec![id.into()]).await
    }
}

/// Reads the columns in the order of [`WEB_AUTHN`].
fn decode(mut row: Row) -> Result<Passkey> {
    Ok(Passkey {
        id: row.int()?,
        credential_id: row.bytes()?,
        public_key: row.bytes()?,
        sign_count: row.opt_int()?,
        transports: row.opt_list()?,
        backup_state: row.flag()?,
        device_type: row.text()?,
        extensions: row.opt_text()?,
        create_datetime: row.opt_time()?,
        lastuse_datetime: row.time()?,
        name: row.text()?,
        usage: row.text()?,
        user_id: values::user_id(&mut row)?,
    })
}
