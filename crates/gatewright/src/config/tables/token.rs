//! The auth token of API clients.

use jiff::SignedDuration;

use crate::config::table::settings;

settings! {
    /// The auth token of API clients.
    "Auth token"
    pub struct Settings {
        /// Query parameter and JSON key that may carry the token.
        authentication_key: String = "auth_token".into() => "SECURITY_TOKEN_AUTHENTICATION_KEY",
        /// Header that carries the token.
        authentication_header: String = "Authentication-Token".into()
            => "SECURITY_TOKEN_AUTHENTICATION_HEADER",
        /// Accept the token from the header only: addresses end up in logs.
        header_only: bool = false, recommended = true
            => "SECURITY_TOKEN_HEADER_ONLY" | "TOKEN_HEADER_ONLY",
        /// Longest age of a token since it was signed.
        max_age: SignedDuration = SignedDuration::from_mins(15) => "SECURITY_TOKEN_MAX_AGE",
        /// Unix time that new tokens carry as their end; 0: none.
        expire_timestamp: i64 = 0 => "SECURITY_TOKEN_EXPIRE_TIMESTAMP",
        /// Salt of the signature. Changing it ends all tokens.
        salt: String = "remember-salt".into() => "SECURITY_REMEMBER_SALT",
        /// Put a token into every JSON sign-in answer, asked for or not.
        backwards_compat_auth_token: bool = false => "SECURITY_BACKWARDS_COMPAT_AUTH_TOKEN",
    }
}
