//! Opening an account.

use crate::config::table::settings;

settings! {
    /// Opening an account.
    "Registration"
    pub struct Settings {
        /// Switches the feature on.
        enabled: bool = false => "SECURITY_REGISTERABLE",
        /// Path of the page.
        url: String = "/register".into() => "SECURITY_REGISTER_URL",
        /// Template of the page.
        template: String = "security/register_user.html".into()
            => "SECURITY_REGISTER_USER_TEMPLATE",
        /// Where to go afterwards. None: `APPLICATION_ROOT`.
        post_view: Option<String> = None => "SECURITY_POST_REGISTER_VIEW",
        /// Send mail about registrations.
        send_email: bool = true => "SECURITY_SEND_REGISTER_EMAIL",
        /// Subject of these mails. None: from the catalogue.
        email_subject: Option<String> = None => "SECURITY_EMAIL_SUBJECT_REGISTER",
        /// Template of the welcome, without its ending.
        email_template: String = "security/email/welcome".into()
            => "SECURITY_REGISTER_EMAIL_TEMPLATE",
        /// Template of the mail to somebody whose address was registered again.
        email_existing_template: String = "security/email/welcome_existing".into()
            => "SECURITY_REGISTER_EMAIL_EXISTING_TEMPLATE",
        /// Template of the mail to somebody who asked for a username that is taken.
        email_existing_username_template: String =
            "security/email/welcome_existing_username".into()
            => "SECURITY_REGISTER_EMAIL_EXISTING_USERNAME_TEMPLATE",
        /// Use the one registration form that adapts to the settings; false: the two older ones.
        use_v2: bool = true => "SECURITY_USE_REGISTER_V2",
    }
}
