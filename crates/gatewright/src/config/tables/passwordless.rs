//! Signing in with a link from a mail.

use jiff::SignedDuration;

use crate::config::table::settings;

settings! {
    /// Signing in with a link from a mail. Deprecated: use unified sign-in.
    "Passwordless"
    pub struct Settings {
        /// Switches the feature on: the login page then mails a link.
        enabled: bool = false => "SECURITY_PASSWORDLESS",
        /// Template of the page.
        template: String = "security/send_login.html".into() => "SECURITY_SEND_LOGIN_TEMPLATE",
        /// Salt of the link's signature.
        salt: String = "login-salt".into() => "SECURITY_LOGIN_SALT",
        /// Life of a link.
        within: SignedDuration = SignedDuration::from_hours(24) => "SECURITY_LOGIN_WITHIN",
        /// Subject of the mail. None: from the catalogue.
        email_subject: Option<String> = None => "SECURITY_EMAIL_SUBJECT_PASSWORDLESS",
        /// Template of the mail, without its ending.
        email_template: String = "security/email/login_instructions".into()
            => "SECURITY_EMAIL_TEMPLATE_PASSWORDLESS",
    }
}
