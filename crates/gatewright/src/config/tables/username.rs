//! Usernames beside email addresses.

use crate::config::table::settings;

settings! {
    /// Usernames beside email addresses.
    "Username"
    pub struct Settings {
        /// Users have a username and may sign in with it.
        enable: bool = false => "SECURITY_USERNAME_ENABLE",
        /// Registration requires one.
        required: bool = false => "SECURITY_USERNAME_REQUIRED",
        /// Unicode categories of its characters, by their first letters. None: any.
        allowed_chars: Option<Vec<String>> = Some(vec!["L".into(), "N".into()])
            => "SECURITY_USERNAME_ALLOWED_CHARS",
        /// Fewest characters, after normalisation.
        min_length: usize = 4 => "SECURITY_USERNAME_MIN_LENGTH",
        /// Most characters, after normalisation.
        max_length: usize = 32 => "SECURITY_USERNAME_MAX_LENGTH",
    }
}
