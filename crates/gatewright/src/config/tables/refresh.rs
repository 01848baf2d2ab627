//! Tokens that fetch new auth tokens.

use jiff::SignedDuration;

use crate::config::table::settings;
use crate::config::types::CookieAttributes;

settings! {
    /// Tokens that fetch new auth tokens.
    "Refresh token"
    pub struct Settings {
        /// Switches the feature on.
        enabled: bool = false => "SECURITY_REFRESH_TOKEN",
        /// Salt of the signature.
        salt: String = "refresh-token-salt".into() => "SECURITY_REFRESH_TOKEN_SALT",
        /// Life of a family of tokens, from the sign-in.
        max_age: SignedDuration = SignedDuration::from_hours(90 * 24)
            => "SECURITY_REFRESH_TOKEN_MAX_AGE",
        /// Longest time between two uses.
        max_idle: SignedDuration = SignedDuration::from_hours(7 * 24)
            => "SECURITY_REFRESH_TOKEN_MAX_IDLE",
        /// Delete a user's expired entries when a new one is made.
        cleanup_expired: bool = true => "SECURITY_REFRESH_TOKEN_CLEANUP_EXPIRED",
        /// Delete a user's revoked entries at the same moment.
        cleanup_revoked: bool = false => "SECURITY_REFRESH_TOKEN_CLEANUP_REVOKED",
        /// A token that was exchanged counts as a sign-in of this moment. Otherwise it is as old as
        /// the sign-in that began the family.
        fresh: bool = true, recommended = false
            => "SECURITY_REFRESH_TOKEN_FRESH" | "REFRESH_TOKEN_FRESH",
        /// Path of the exchange.
        url: String = "/refresh-token".into() => "SECURITY_REFRESH_TOKEN_URL",
        /// Cookie that carries the token. None: it travels in JSON.
        cookie_name: Option<String> = Some("fs_refresh".into())
            => "SECURITY_REFRESH_TOKEN_COOKIE_NAME",
        /// Attributes of that cookie.
        cookie: CookieAttributes = CookieAttributes::strict(true)
            => "SECURITY_REFRESH_TOKEN_COOKIE",
    }
}
