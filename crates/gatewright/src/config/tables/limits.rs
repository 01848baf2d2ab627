//! How often something may be asked.

use crate::config::table::settings;
use crate::config::types::Rate;

settings! {
    /// How often something may be asked: so many at once, then one after the other.
    "Rate limits"
    pub struct Settings {
        /// Sign-ins from one address, for example `30/minute`.
        ///
        /// IPv6 addresses count by networks of 64 bits, everywhere.
        sign_in: Option<Rate> = None, recommended = Some(Rate::new(30, MINUTE)) => "LIMIT_SIGN_IN",
        /// Sign-ins with one identity from wherever, whether or not there is such an account.
        ///
        /// A browser in which its owner has signed in before counts for itself.
        sign_in_identity: Option<Rate> = None, recommended = Some(Rate::new(10, MINUTE))
            => "LIMIT_SIGN_IN_IDENTITY",
        /// Passwords that one user shows again.
        verify: Option<Rate> = None, recommended = Some(Rate::new(10, MINUTE)) => "LIMIT_VERIFY",
        /// One-time codes that are entered for one user.
        codes: Option<Rate> = None, recommended = Some(Rate::new(10, MINUTE)) => "LIMIT_CODES",
        /// Accounts that are opened from one address.
        register: Option<Rate> = None, recommended = Some(Rate::new(30, HOUR)) => "LIMIT_REGISTER",
        /// Mails that one address asks for: links, usernames, confirmations.
        mail: Option<Rate> = None, recommended = Some(Rate::new(30, HOUR)) => "LIMIT_MAIL",
        /// Mails that are asked for to one address, whether or not there is such an account.
        mail_identity: Option<Rate> = None, recommended = Some(Rate::new(6, HOUR))
            => "LIMIT_MAIL_IDENTITY",
        /// Refresh tokens that are exchanged from one address.
        refresh: Option<Rate> = None, recommended = Some(Rate::new(120, MINUTE))
            => "LIMIT_REFRESH",
    }
}

const MINUTE: std::time::Duration = std::time::Duration::from_secs(60);
const HOUR: std::time::Duration = std::time::Duration::from_secs(3600);
