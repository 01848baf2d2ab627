//! Changing the email address.

use jiff::SignedDuration;

use crate::config::table::settings;

settings! {
    /// Changing the email address.
    "Change email"
    pub struct Settings {
        /// Switches the feature on.
        enabled: bool = false => "SECURITY_CHANGE_EMAIL",
        /// Path of the page, and first part of the link.
        url: String = "/change-email".into() => "SECURITY_CHANGE_EMAIL_URL",
        /// Accepted, without effect, as in Flask-Security.
        confirm_url: String = "/change-email-confirm".into()
            => "SECURITY_CHANGE_EMAIL_CONFIRM_URL",
        /// Salt of the link's signature.
        salt: String = "change-email-salt".into() => "SECURITY_CHANGE_EMAIL_SALT",
        /// Life of a link.
        within: SignedDuration = SignedDuration::from_hours(2) => "SECURITY_CHANGE_EMAIL_WITHIN",
        /// Template of the page.
        template: String = "security/change_email.html".into()
            => "SECURITY_CHANGE_EMAIL_TEMPLATE",
        /// Subject of the mail. None: from the catalogue.
        subject: Option<String> = None => "SECURITY_CHANGE_EMAIL_SUBJECT",
        /// Template of the mail, without its ending.
        email_template: String = "security/email/change_email_instructions".into()
            => "SECURITY_CHANGE_EMAIL_EMAIL_TEMPLATE",
        /// Where a bad link leads.
        error_view: Option<String> = None => "SECURITY_CHANGE_EMAIL_ERROR_VIEW",
        /// Where a good link leads. None: `POST_LOGIN_VIEW`.
        post_view: Option<String> = None => "SECURITY_POST_CHANGE_EMAIL_VIEW",
    }
}
