//! The session and its cookie.

use jiff::SignedDuration;

use crate::config::table::settings;
use crate::config::types::{Protection, SameSite, SecureFlag};

settings! {
    /// The session and its cookie.
    "Session"
    pub struct Settings {
        /// Name of the cookie.
        cookie_name: String = "session".into() => "SESSION_COOKIE_NAME",
        /// Domain of the cookie. None: only the host that set it.
        cookie_domain: Option<String> = None => "SESSION_COOKIE_DOMAIN",
        /// Path of the cookie. None: `APPLICATION_ROOT`.
        cookie_path: Option<String> = None => "SESSION_COOKIE_PATH",
        /// Hide the cookie from scripts.
        cookie_httponly: bool = true => "SESSION_COOKIE_HTTPONLY",
        /// Send the cookie only over https; `"auto"` makes an exception for plain http on a
        /// loopback host.
        cookie_secure: SecureFlag = SecureFlag::Never, recommended = SecureFlag::Auto
            => "SESSION_COOKIE_SECURE",
        /// Keep a separate cookie per embedding site.
        cookie_partitioned: bool = false => "SESSION_COOKIE_PARTITIONED",
        /// Whether other sites' requests carry the cookie: Strict, Lax or None; none leaves the
        /// attribute out.
        cookie_samesite: Option<SameSite> = None, recommended = Some(SameSite::Lax)
            => "SESSION_COOKIE_SAMESITE",
        /// Age at which any session ends, and life of a permanent session's cookie.
        permanent_lifetime: SignedDuration = SignedDuration::from_hours(31 * 24)
            => "PERMANENT_SESSION_LIFETIME",
        /// Send a permanent session's cookie again with every response.
        refresh_each_request: bool = true => "SESSION_REFRESH_EACH_REQUEST",
        /// What happens when the client's address and browser change: basic, strong, or nothing.
        protection: Option<Protection> = Some(Protection::Basic) => "SESSION_PROTECTION",
        /// Size above which a cookie is logged as too large for browsers, in bytes.
        max_cookie_size: usize = 4093 => "MAX_COOKIE_SIZE",
    }
}
