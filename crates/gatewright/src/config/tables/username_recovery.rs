//! Mailing a forgotten username.

use crate::config::table::settings;

settings! {
    /// Mailing a forgotten username.
    "Username recovery"
    pub struct Settings {
        /// Switches the feature on.
        enabled: bool = false => "SECURITY_USERNAME_RECOVERY",
        /// Path of the page.
        url: String = "/recover-username".into() => "SECURITY_USERNAME_RECOVERY_URL",
        /// Template of the page.
        template: String = "security/recover_username.html".into()
            => "SECURITY_USERNAME_RECOVERY_TEMPLATE",
        /// Subject of the mail. None: from the catalogue.
        email_subject: Option<String> = None => "SECURITY_EMAIL_SUBJECT_USERNAME_RECOVERY",
        /// Template of the mail, without its ending.
        email_template: String = "security/email/username_recovery".into()
            => "SECURITY_USERNAME_RECOVERY_EMAIL_TEMPLATE",
    }
}
