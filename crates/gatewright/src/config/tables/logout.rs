//! Signing out.

use crate::config::table::settings;

settings! {
    /// Signing out.
    "Logout"
    pub struct Settings {
        /// Path of the endpoint.
        url: String = "/logout".into() => "SECURITY_LOGOUT_URL",
        /// Its methods, GET or POST. None: there is no such endpoint.
        methods: Option<Vec<String>> = Some(vec!["POST".into()]) => "SECURITY_LOGOUT_METHODS",
        /// Another site cannot sign a user out.
        csrf: bool = false, recommended = true => "SECURITY_LOGOUT_CSRF",
        /// Page that asks again when the proof against CSRF is missing.
        template: String = "security/logout_user.html".into() => "SECURITY_LOGOUT_USER_TEMPLATE",
        /// Where to go afterwards, if the request does not say. None: `APPLICATION_ROOT`.
        post_view: Option<String> = None => "SECURITY_POST_LOGOUT_VIEW",
    }
}
