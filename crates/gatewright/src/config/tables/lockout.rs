//! Locking accounts after too many wrong passwords.

use jiff::SignedDuration;

use crate::config::table::settings;

settings! {
    /// Locking accounts after too many wrong passwords and codes (NIST SP 800-63B, section 3.2.2).
    "Lockout"
    pub struct Settings {
        /// So many wrong passwords or codes within `LOCKOUT_WINDOW` lock an account. None: never.
        threshold: Option<u32> = None, recommended = Some(10) => "LOCKOUT_THRESHOLD",
        /// Within what span they count together.
        window: SignedDuration = SignedDuration::from_mins(15) => "LOCKOUT_WINDOW",
        /// How long the first lock lasts; each one after it twice as long, up to a day.
        duration: SignedDuration = SignedDuration::from_mins(15) => "LOCKOUT_DURATION",
        /// So many failures without a success between them lock an account until its owner opens the
        /// mailed link or an administrator unlocks it. None: every lock ends by itself.
        total: Option<u32> = Some(100) => "LOCKOUT_TOTAL",
        /// How long a browser in which somebody signed in is known. It counts its own failures, so
        /// that strangers cannot lock out the owner. None: no browser is known.
        known_devices: Option<SignedDuration> = None,
            recommended = Some(SignedDuration::from_hours(180 * 24)) => "LOCKOUT_KNOWN_DEVICES",
        /// Name of the cookie by which a browser is known.
        cookie_name: String = "gatewright_device".into() => "LOCKOUT_COOKIE_NAME",
        /// Path of the page that the mailed link leads to.
        url: String = "/unlock".into() => "LOCKOUT_URL",
    }
}
