//! Where the users are.

use crate::config::table::settings;
use crate::config::types::{DatabaseUrl, SecretMap};

settings! {
    /// Where the users are.
    "Database"
    pub struct Settings {
        /// Address of the database, such as `sqlite:app.db` or `sqlite:////var/lib/app/app.db`.
        url: Option<DatabaseUrl> = None => "DATABASE_URL" | "SQLALCHEMY_DATABASE_URI",
        /// Table of the users. Our own tables (`gatewright_…`) have fixed names: two applications need
        /// two databases.
        user_table: String = "user".into() => "USER_TABLE",
        /// Table of the roles.
        role_table: String = "role".into() => "ROLE_TABLE",
        /// Table that links users and roles.
        roles_users_table: String = "roles_users".into() => "ROLES_USERS_TABLE",
        /// Table of the passkeys.
        web_authn_table: String = "web_authn".into() => "WEB_AUTHN_TABLE",
        /// Table of the refresh-token trackers.
        fs_refresh_table: String = "fs_refresh_tracker".into() => "FS_REFRESH_TABLE",
        /// The application's own columns of the user table that are loaded with the user.
        user_extra_columns: Vec<String> = vec![] => "USER_EXTRA_COLUMNS",
        /// Options of SQLAlchemy's engine: accepted, without effect here.
        engine_options: SecretMap = SecretMap::default() => "SQLALCHEMY_ENGINE_OPTIONS",
        /// Further databases of Flask-SQLAlchemy: accepted, without effect here.
        binds: SecretMap = SecretMap::default() => "SQLALCHEMY_BINDS",
        /// Statement log of SQLAlchemy: accepted, without effect here.
        echo: bool = false => "SQLALCHEMY_ECHO",
    }
}
