//! Setting a new password for one that was forgotten.

use jiff::SignedDuration;

use crate::config::table::settings;

settings! {
    /// Setting a new password for one that was forgotten.
    "Password reset"
    pub struct Settings {
        /// Switches the feature on.
        enabled: bool = false => "SECURITY_RECOVERABLE",
        /// Path of the page that asks for a link, and first part of the link.
        url: String = "/reset".into() => "SECURITY_RESET_URL",
        /// Salt of the link's signature.
        salt: String = "reset-salt".into() => "SECURITY_RESET_SALT",
        /// Life of a link.
        within: SignedDuration = SignedDuration::from_hours(24)
            => "SECURITY_RESET_PASSWORD_WITHIN",
        /// Template of the page that asks for a link.
        forgot_template: String = "security/forgot_password.html".into()
            => "SECURITY_FORGOT_PASSWORD_TEMPLATE",
        /// Template of the page that sets the password.
        reset_template: String = "security/reset_password.html".into()
            => "SECURITY_RESET_PASSWORD_TEMPLATE",
        /// Where a good link leads in a single-page application.
        reset_view: Option<String> = None => "SECURITY_RESET_VIEW",
        /// Where a bad link leads in a single-page application.
        error_view: Option<String> = None => "SECURITY_RESET_ERROR_VIEW",
        /// Where to go afterwards. None: the login page, or `POST_LOGIN_VIEW` after auto-login.
        post_view: Option<String> = None => "SECURITY_POST_RESET_VIEW",
        /// Sign the user in afterwards. Not advised.
        auto_login: bool = false => "SECURITY_AUTO_LOGIN_AFTER_RESET",
        /// Send the mail with the link.
        send_email: bool = true => "SECURITY_SEND_PASSWORD_RESET_EMAIL",
        /// Subject of that mail. None: from the catalogue.
        email_subject: Option<String> = None => "SECURITY_EMAIL_SUBJECT_PASSWORD_RESET",
        /// Template of that mail, without its ending.
        email_template: String = "security/email/reset_instructions".into()
            => "SECURITY_EMAIL_TEMPLATE_PASSWORD_RESET",
        /// Tell the user by mail that the password was reset.
        send_notice_email: bool = true => "SECURITY_SEND_PASSWORD_RESET_NOTICE_EMAIL",
        /// Subject of that notice. None: from the catalogue.
        notice_subject: Option<String> = None => "SECURITY_EMAIL_SUBJECT_PASSWORD_NOTICE",
        /// Template of that notice, without its ending.
        notice_template: String = "security/email/reset_notice".into()
            => "SECURITY_EMAIL_TEMPLATE_PASSWORD_RESET_NOTICE",
    }
}
