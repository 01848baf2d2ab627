//! Counts what is in a database that another program may be using. Nothing is written.

use super::columns::TOKEN_UNIQUIFIER;
use super::inspect::{Inspection, Tables};
use super::names::{TableNames, quoted};
use super::{SqlStore, connect};
use crate::error::Result;
use crate::store::driver::{Driver, Sql, Table, Value};

/// Rows that are looked at in one go.
const PAGE: usize = 2_000;

/// How many there are of what; nothing about anybody.
#[derive(Debug)]
pub(crate) struct Survey {
    pub(crate) inspection: Inspection,
    pub(crate) users: u64,
    pub(crate) active: u64,
    /// With an address that was never confirmed; `None` where that is not kept.
    pub(crate) unconfirmed: Option<u64>,
    /// Addresses and usernames that several users share but for upper and lower case.
    pub(crate) shared_addresses: u64,
    pub(crate) shared_usernames: u64,
    pub(crate) roles: u64,
    pub(crate) grants: u64,
    pub(crate) refresh_families: u64,
    pub(crate) passkeys: u64,
    pub(crate) second_factors: u64,
    pub(crate) unified: u64,
    pub(crate) recovery_codes: u64,
    pub(crate) token_uniquifier: bool,
}

impl SqlStore {
    /// Counts, and shows address and stored password of every user to `each`.
    ///
    /// # Errors
    /// The address or a name is not usable, or the database cannot be read.
    pub(crate) async fn survey(
        url: &str,
        names: &TableNames,
        mut each: impl FnMut(&str, Option<&str>),
    ) -> Result<Survey> {
        names.check()?;
        let driver = connect(url, None).await?;
        let tables = Tables::read(&*driver, names).await?;
        let inspection = Inspection::of(&tables, names);
        let count = Count(&*driver);
        let (user, name) = (&tables.user, &names.user);
        let given = |column: &str| format!("{} IS NOT NULL", quoted(column));
        let survey = Survey {
            users: count.all(user, name, &[], "").await?,
            active: count.all(user, name, &["active"], "active").await?,
            unconfirmed: if user.as_ref().is_some_and(|table| table.has("confirmed_at")) {
                Some(count.all(user, name, &["confirmed_at"], "confirmed_at IS NULL").await?)
            } else {
                None
            },
            shared_addresses: count.shared(user, name, "email").await?,
            shared_usernames: count.shared(user, name, "username").await?,
            roles: count.all(&tables.role, &names.role, &[], "").await?,
            grants: count.all(&tables.roles_users, &names.roles_users, &[], "").await?,
            refresh_families: {
                let (table, name) = (&tables.fs_refresh_tracker, &names.fs_refresh_tracker);
                count.all(table, name, &["revoked_at"], "revoked_at IS NULL").await?
            },
            passkeys: count.all(&tables.web_authn, &names.web_authn, &[], "").await?,
            second_factors: {
                let column = "tf_primary_method";
                count.all(user, name, &[column], &given(column)).await?
            },
            unified: {
                let column = "us_totp_secrets";
                count.all(user, name, &[column], &given(column)).await?
            },
            recovery_codes: {
                let column = "mf_recovery_codes";
                count.all(user, name, &[column], &format!("{column} <> ''")).await?
            },
            token_uniquifier: user.as_ref().is_some_and(|table| table.has(TOKEN_UNIQUIFIER)),
            inspection,
        };
        let columns = ["email", "password", names.user_key.as_str()];
        if user.as_ref().is_some_and(|table| columns.iter().all(|column| table.has(column))) {
            count.each(name, &names.user_key, &mut each).await?;
        }
        Ok(survey)
    }
}

struct Count<'a>(&'a dyn Driver);

impl Count<'_> {
    /// Rows of a table that has these columns; none of one that has not.
    async fn all(
        &self,
        table: &Option<Table>,
        name: &str,
        columns: &[&str],
        condition: &str,
    ) -> Result<u64> {
        if !table.as_ref().is_some_and(|table| columns.iter().all(|column| table.has(column))) {
            return Ok(0);
        }
        let condition = if condition.is_empty() { "1 = 1" } else { condition };
        self.number(format!("SELECT count(*) FROM {} WHERE {condition}", quoted(name))).await
    }

    /// Values that several rows share, as look-ups compare them.
    async fn shared(&self, table: &Option<Table>, name: &str, column: &str) -> Result<u64> {
        if !table.as_ref().is_some_and(|table| table.has(column)) {
            return Ok(0);
        }
        let (name, column) = (quoted(name), quoted(column));
        self.number(format!(
            "SELECT count(*) FROM (SELECT 1 FROM {name} WHERE {column} IS NOT NULL \
             GROUP BY lower({column}) HAVING count(*) > 1) AS shared"
        ))
        .await
    }

    async fn number(&self, text: String) -> Result<u64> {
        let rows = self.0.fetch(&Sql::heavy(text), &[]).await?;
        let number = rows.into_iter().next().map_or(Ok(0), |mut row| row.int())?;
        Ok(u64::try_from(number).unwrap_or_default())
    }

    /// Page by page, so that a large table neither fills the memory nor holds up a writer.
    async fn each(
        &self,
        name: &str,
        key: &str,
        each: &mut impl FnMut(&str, Option<&str>),
    ) -> Result<()> {
        let (name, key) = (quoted(name), quoted(key));
        let page = |condition: &str| {
            Sql::heavy(format!(
                "SELECT {key}, email, password FROM {name} {condition} ORDER BY {key} LIMIT {PAGE}"
            ))
        };
        let (first, next) = (page(""), page(&format!("WHERE {key} > ?")));
        let mut after: Option<Value> = None;
        loop {
            let rows = match &after {
                None => self.0.fetch(&first, &[]).await?,
                Some(key) => self.0.fetch(&next, std::slice::from_ref(key)).await?,
            };
            let full = rows.len() == PAGE;
            for mut row in rows {
                after = Some(row.value());
                let email = row.opt_text()?.unwrap_or_default();
                let password = row.opt_text()?;
                each(&email, password.as_deref());
            }
            if !full {
                return Ok(());
            }
        }
    }
}
