//! Asking a signed-in user for the password again.

use crate::config::table::settings;

settings! {
    /// Asking a signed-in user for the password again.
    "Verify"
    pub struct Settings {
        /// Path of the page.
        url: String = "/verify".into() => "SECURITY_VERIFY_URL",
        /// Template of the page.
        template: String = "security/verify.html".into() => "SECURITY_VERIFY_TEMPLATE",
        /// Where to go afterwards, if the request does not say. None: `APPLICATION_ROOT`.
        post_view: Option<String> = None => "SECURITY_POST_VERIFY_VIEW",
        /// Where a single-page application is told of errors of a social verification.
        error_view: Option<String> = None => "SECURITY_VERIFY_ERROR_VIEW",
    }
}
