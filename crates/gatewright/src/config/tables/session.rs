//! The session and its cookie.

use jiff::SignedDuration;

use crate::config::table::settings;
use crate::config::types::{Protection, SameSite, SecureFlag, SessionStore};

settings! {
    /// The session and its cookie.
    "Session"
    pub struct Settings {
        /// Where a signed-in session lives: `server`, where it can be listed, ended and watched for
        /// theft, or `cookie`, as Flask keeps it.
        store: SessionStore = SessionStore::Cookie, recommended = SessionStore::Server
            => "SESSION_STORE",
        /// How long a session on the server lives without a request.
        idle_timeout: SignedDuration = SignedDuration::from_hours(7 * 24)
            => "SESSION_IDLE_TIMEOUT",
        /// How long a session on the server lives at most. One that is to be remembered has
        /// `REMEMBER_COOKIE_DURATION` for both.
        absolute_timeout: SignedDuration = SignedDuration::from_hours(30 * 24)
            => "SESSION_ABSOLUTE_TIMEOUT",
        /// Age at which a session on the server gets a new token. 0: only at sign-in.
        rotate_after: SignedDuration = SignedDuration::from_hours(1) => "SESSION_ROTATE_AFTER",
        /// How long the token before stays good, for requests that were under way.
        rotate_grace: SignedDuration = SignedDuration::from_secs(30) => "SESSION_ROTATE_GRACE",
        /// Most sessions of one user at a time; a further sign-in ends the one that was used least
        /// recently. None: no limit.
        limit: Option<u32> = Some(50) => "SESSION_LIMIT",
        /// Path of the page with the user's own sessions on the server.
        url: String = "/sessions".into() => "SESSIONS_URL",
        /// Template of that page.
        template: String = "security/sessions.html".into() => "SESSIONS_TEMPLATE",
        /// Put `__Host-` before the names of session cookies that are sent over https only, so that
        /// no other host and no plain connection can plant them (RFC 6265bis, section 4.1.3);
        /// `__Secure-` where a domain or a path makes that impossible.
        cookie_prefix: bool = false, recommended = true => "SESSION_COOKIE_PREFIX",
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
