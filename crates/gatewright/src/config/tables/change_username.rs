//! Changing the username.

use crate::config::table::settings;

settings! {
    /// Changing the username.
    "Change username"
    pub struct Settings {
        /// Switches the feature on.
        enabled: bool = false => "SECURITY_CHANGE_USERNAME",
        /// Path of the page.
        url: String = "/change-username".into() => "SECURITY_CHANGE_USERNAME_URL",
        /// Template of the page.
        template: String = "security/change_username.html".into()
            => "SECURITY_CHANGE_USERNAME_TEMPLATE",
        /// Where to go afterwards. None: `POST_LOGIN_VIEW`.
        post_view: Option<String> = None => "SECURITY_POST_CHANGE_USERNAME_VIEW",
        /// Tell the user by mail.
        send_email: bool = true => "SECURITY_SEND_USERNAME_CHANGE_EMAIL",
        /// Subject of that mail. None: from the catalogue.
        email_subject: Option<String> = None => "SECURITY_EMAIL_SUBJECT_USERNAME_CHANGE_NOTICE",
        /// Template of that mail, without its ending.
        email_template: String = "security/email/change_username_notice".into()
            => "SECURITY_CHANGE_USERNAME_EMAIL_TEMPLATE",
    }
}
