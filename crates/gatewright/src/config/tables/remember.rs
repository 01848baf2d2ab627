//! The remember-me cookie.

use jiff::SignedDuration;

use crate::config::table::settings;
use crate::config::types::{SameSite, SecureFlag};

settings! {
    /// The remember-me cookie.
    "Remember me"
    pub struct Settings {
        /// Name of the cookie.
        cookie_name: String = "remember_token".into() => "REMEMBER_COOKIE_NAME",
        /// How long the browser keeps it.
        cookie_duration: SignedDuration = SignedDuration::from_hours(365 * 24),
            recommended = SignedDuration::from_hours(90 * 24)
            => "REMEMBER_COOKIE_DURATION",
        /// Domain of the cookie. None: only the host that set it.
        cookie_domain: Option<String> = None => "REMEMBER_COOKIE_DOMAIN",
        /// Path of the cookie.
        cookie_path: String = "/".into() => "REMEMBER_COOKIE_PATH",
        /// Send the cookie only over https; `"auto"` makes an exception for plain http on a
        /// loopback host.
        cookie_secure: SecureFlag = SecureFlag::Never, recommended = SecureFlag::Auto
            => "REMEMBER_COOKIE_SECURE",
        /// Hide the cookie from scripts.
        cookie_httponly: bool = true => "REMEMBER_COOKIE_HTTPONLY",
        /// Whether other sites' requests carry the cookie: Strict, Lax or None; none leaves the
        /// attribute out.
        cookie_samesite: Option<SameSite> = None, recommended = Some(SameSite::Lax)
            => "REMEMBER_COOKIE_SAMESITE",
        /// Send the cookie again with every response.
        cookie_refresh_each_request: bool = false => "REMEMBER_COOKIE_REFRESH_EACH_REQUEST",
    }
}
