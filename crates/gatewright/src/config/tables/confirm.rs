//! Proving that an address is the user's.

use jiff::SignedDuration;

use crate::config::table::settings;

settings! {
    /// Proving that an address is the user's.
    "Confirmation"
    pub struct Settings {
        /// Switches the feature on.
        enabled: bool = false => "SECURITY_CONFIRMABLE",
        /// Path of the page that asks for another link, and first part of the link.
        url: String = "/confirm".into() => "SECURITY_CONFIRM_URL",
        /// Salt of the link's signature.
        salt: String = "confirm-salt".into() => "SECURITY_CONFIRM_SALT",
        /// Life of a link.
        email_within: SignedDuration = SignedDuration::from_hours(48)
            => "SECURITY_CONFIRM_EMAIL_WITHIN",
        /// Template of the page.
        template: String = "security/send_confirmation.html".into()
            => "SECURITY_SEND_CONFIRMATION_TEMPLATE",
        /// Subject of the mail. None: from the catalogue.
        email_subject: Option<String> = None => "SECURITY_EMAIL_SUBJECT_CONFIRM",
        /// Template of the mail, without its ending.
        email_template: String = "security/email/confirmation_instructions".into()
            => "SECURITY_EMAIL_TEMPLATE_CONFIRM",
        /// Where a bad link leads.
        error_view: Option<String> = None => "SECURITY_CONFIRM_ERROR_VIEW",
        /// Where a good link leads. None: the login page, or `POST_LOGIN_VIEW` after auto-login.
        post_view: Option<String> = None => "SECURITY_POST_CONFIRM_VIEW",
        /// The link signs the user in.
        auto_login: bool = false => "SECURITY_AUTO_LOGIN_AFTER_CONFIRM",
        /// Where a form sends users who have yet to confirm.
        requires_confirmation_error_view: Option<String> = None
            => "SECURITY_REQUIRES_CONFIRMATION_ERROR_VIEW",
    }
}
