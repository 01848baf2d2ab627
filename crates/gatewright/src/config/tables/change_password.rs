//! Changing the password.

use crate::config::table::settings;

settings! {
    /// Changing the password.
    "Change password"
    pub struct Settings {
        /// Switches the feature on.
        enabled: bool = false => "SECURITY_CHANGEABLE",
        /// Path of the page.
        url: String = "/change".into() => "SECURITY_CHANGE_URL",
        /// Template of the page.
        template: String = "security/change_password.html".into()
            => "SECURITY_CHANGE_PASSWORD_TEMPLATE",
        /// Where to go afterwards. None: `POST_LOGIN_VIEW`.
        post_view: Option<String> = None => "SECURITY_POST_CHANGE_VIEW",
        /// Tell the user by mail.
        send_email: bool = true => "SECURITY_SEND_PASSWORD_CHANGE_EMAIL",
        /// Subject of that mail. None: from the catalogue.
        email_subject: Option<String> = None => "SECURITY_EMAIL_SUBJECT_PASSWORD_CHANGE_NOTICE",
        /// Template of that mail, without its ending.
        email_template: String = "security/email/change_notice".into()
            => "SECURITY_EMAIL_TEMPLATE_PASSWORD_CHANGE_NOTICE",
        /// Accepted, without effect, as in Flask-Security.
        salt: String = "change-salt".into() => "SECURITY_CHANGE_SALT",
    }
}
