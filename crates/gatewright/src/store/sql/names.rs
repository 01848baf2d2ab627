use crate::error::{Error, Result};

/// What the tables are called, and which columns of the user table are the application's own.
///
/// ```
/// use gatewright::store::TableNames;
///
/// let names = TableNames { user: "users".into(), ..TableNames::default() };
/// assert_eq!(names.role, "role");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableNames {
    /// The table of users, `user`.
    pub user: String,
    /// The table of roles, `role`.
    pub role: String,
    /// The table that links both, `roles_users`.
    pub roles_users: String,
    /// The table of passkeys, `web_authn`.
    pub web_authn: String,
    /// The table of refresh-token families, `fs_refresh_tracker`.
    pub fs_refresh_tracker: String,
    /// The primary key of the user table, `id`.
    pub user_key: String,
    /// Columns of the user table that ride along in [`User::extra`](crate::model::User::extra).
    pub extra_columns: Vec<String>,
}

impl Default for TableNames {
    fn default() -> Self {
        Self {
            user: "user".into(),
            role: "role".into(),
            roles_users: "roles_users".into(),
            web_authn: "web_authn".into(),
            fs_refresh_tracker: "fs_refresh_tracker".into(),
            user_key: "id".into(),
            extra_columns: Vec::new(),
        }
    }
}

impl TableNames {
    /// Refuses names that cannot be meant. They come from the operator and are quoted, so this
    /// catches mistakes and not attacks.
    pub(super) fn check(&self) -> Result<()> {
        let tables =
            [&self.user, &self.role, &self.roles_users, &self.web_authn, &self.fs_refresh_tracker];
        for name in tables.into_iter().chain([&self.user_key]).chain(&self.extra_columns) {
            let odd = |c: char| !(c.is_alphanumeric() || "_-$ ".contains(c));
            if name.is_empty() || name.len() > 63 || name.contains(odd) {
                return Err(Error::config(format!("`{name}` cannot be a table or column")));
            }
        }
        for (at, name) in tables.iter().enumerate() {
            if tables.iter().take(at).any(|other| other == name) {
                return Err(Error::config(format!("two tables cannot both be called `{name}`")));
            }
        }
        Ok(())
    }
}

/// A name as SQL writes it.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
