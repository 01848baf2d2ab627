//! Names of the command groups.

use crate::config::table::settings;

settings! {
    /// Names of the command groups.
    "Commands"
    pub struct Settings {
        /// Group of the commands about users. None: no such group.
        users_name: Option<String> = Some("users".into()) => "SECURITY_CLI_USERS_NAME",
        /// Group of the commands about roles. None: no such group.
        roles_name: Option<String> = Some("roles".into()) => "SECURITY_CLI_ROLES_NAME",
    }
}
