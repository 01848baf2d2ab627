//! The store that the settings name, and whether it keeps what they ask for.

use std::sync::Arc;

use crate::clock::Clock;
use crate::config::{Config, SessionStore};
use crate::error::{Error, Result};
use crate::store::{Store, TableNames};

/// Opens the database of the settings; `manage` makes the tables that are missing.
pub(super) async fn open(config: &Config, clock: &Clock, manage: bool) -> Result<Arc<dyn Store>> {
    #[cfg(feature = "sqlite")]
    {
        use crate::store::{Mode, SqlStore};
        let Some(url) = &config.database.url else {
            return Err(Error::config("DATABASE_URL is missing: for example sqlite:app.db"));
        };
        let names = table_names(config);
        let mode = if manage { Mode::Create } else { Mode::Existing };
        Ok(Arc::new(SqlStore::open(url.as_str(), &names, clock.clone(), mode).await?))
    }
    #[cfg(not(feature = "sqlite"))]
    {
        let _ = (config, clock, manage);
        Err(Error::config(
            "no database driver is compiled in: switch on the cargo feature `sqlite`",
        ))
    }
}

/// What the settings call the tables.
#[cfg_attr(not(any(feature = "sqlite", feature = "cli")), allow(dead_code, reason = "no driver"))]
pub(crate) fn table_names(config: &Config) -> TableNames {
    let database = &config.database;
    let mut names = TableNames::default();
    names.user.clone_from(&database.user_table);
    names.role.clone_from(&database.role_table);
    names.roles_users.clone_from(&database.roles_users_table);
    names.web_authn.clone_from(&database.web_authn_table);
    names.fs_refresh_tracker.clone_from(&database.fs_refresh_table);
    names.extra_columns.clone_from(&database.user_extra_columns);
    names
}

/// Refuses settings that ask for what this store does not keep.
pub(super) fn check(config: &Config, store: &dyn Store) -> Result<()> {
    let has = store.capabilities();
    if config.refresh.enabled && !has.refresh_tokens {
        return Err(Error::config(
            "SECURITY_REFRESH_TOKEN is on, but the database has no table of refresh tokens: \
             run `gatewright db upgrade`, or say its name with FS_REFRESH_TABLE",
        ));
    }
    if config.confirm.enabled && !has.confirmation {
        return Err(Error::config(
            "SECURITY_CONFIRMABLE is on, but the table of users has no column confirmed_at: add \
             it, or run `gatewright db upgrade`",
        ));
    }
    if config.change_username.enabled && !has.username {
        return Err(Error::config(
            "SECURITY_CHANGE_USERNAME is on, but the table of users has no column `username`: run \
             `gatewright db upgrade`, or switch it off",
        ));
    }
    // What a store of an application's own lacks says which setting goes without it.
    if config.refresh.enabled {
        store.refreshes()?;
    }
    if config.session.store == SessionStore::Server {
        store.sessions()?;
    }
    if config.lockout.threshold.is_some() {
        store.lockouts()?;
    }
    if config.change_email.enabled && config.links.undo_within.is_some() {
        store.undos()?;
    }
    if config.account.url.is_some() && config.account.closing_grace.is_some() {
        store.closings()?;
    }
    Ok(())
}
