//! How long a sign-in is recent enough for sensitive actions.

use jiff::SignedDuration;

use crate::config::table::settings;

settings! {
    /// How long a sign-in is recent enough for sensitive actions.
    "Freshness"
    pub struct Settings {
        /// Longest age of the sign-in. Negative: never asked again, and no verify page.
        within: SignedDuration = SignedDuration::from_hours(24) => "SECURITY_FRESHNESS",
        /// Once fresh, how much longer the session stays so after each sensitive action.
        grace_period: SignedDuration = SignedDuration::from_hours(1)
            => "SECURITY_FRESHNESS_GRACE_PERIOD",
        /// The age of an auth token counts as that of the sign-in.
        allow_auth_token: bool = true => "SECURITY_FRESHNESS_ALLOW_AUTH_TOKEN",
    }
}
