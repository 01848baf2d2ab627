//! Signing in.

use crate::config::table::settings;

settings! {
    /// Signing in.
    "Login"
    pub struct Settings {
        /// Path of the page.
        url: String = "/login".into() => "SECURITY_LOGIN_URL",
        /// Template of the page.
        template: String = "security/login_user.html".into() => "SECURITY_LOGIN_USER_TEMPLATE",
        /// Where to go afterwards, if the request does not say. None: `APPLICATION_ROOT`.
        post_view: Option<String> = None => "SECURITY_POST_LOGIN_VIEW",
        /// Where a single-page application is told of errors of links and social sign-in.
        error_view: Option<String> = None => "SECURITY_LOGIN_ERROR_VIEW",
        /// Whether to remember a user who does not say.
        default_remember_me: bool = false => "SECURITY_DEFAULT_REMEMBER_ME",
        /// Users may sign in before they have confirmed their address.
        without_confirmation: bool = false => "SECURITY_LOGIN_WITHOUT_CONFIRMATION",
        /// Keep the times, addresses and number of sign-ins.
        trackable: bool = false => "SECURITY_TRACKABLE",
    }
}
