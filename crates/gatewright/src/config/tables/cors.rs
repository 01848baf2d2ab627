//! Pages of other origins that may call this application.

use jiff::SignedDuration;

use crate::config::table::settings;
use crate::config::types::WebOrigin;

settings! {
    /// Pages of other origins whose scripts may call this application and read its answers (Fetch
    /// Standard, CORS protocol).
    "CORS"
    pub struct Settings {
        /// Their origins, such as `https://app.example.com`: exact ones, no patterns. Their requests
        /// pass the check of origins, too: those without cookies, and all with `CORS_CREDENTIALS`.
        origins: Vec<WebOrigin> = vec![] => "CORS_ORIGINS",
        /// Their requests may carry cookies: they act for whoever is signed in. Not needed for tokens.
        credentials: bool = false => "CORS_CREDENTIALS",
        /// Headers that their requests may carry beside `Content-Type`, `Authorization` and those of
        /// tokens and of CSRF.
        headers: Vec<String> = vec![] => "CORS_HEADERS",
        /// How long a browser may keep the permission. 0: it asks before every request; browsers have
        /// limits of their own, for example two hours.
        max_age: SignedDuration = SignedDuration::from_hours(1) => "CORS_MAX_AGE",
    }
}
