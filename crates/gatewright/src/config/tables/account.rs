//! The page of one's own account.

use jiff::SignedDuration;

use crate::config::table::settings;

settings! {
    /// The page of one's own account.
    "Account"
    pub struct Settings {
        /// Path of the page, and first part of those below it. None: there is no such page.
        url: Option<String> = None, recommended = Some("/account".into()) => "ACCOUNT_URL",
        /// Template of the page.
        template: String = "security/account.html".into() => "ACCOUNT_TEMPLATE",
        /// How long an account that its owner has closed can be opened again, by a mailed link, before
        /// it is deleted. None: owners cannot close their accounts.
        closing_grace: Option<SignedDuration> = Some(SignedDuration::from_hours(14 * 24))
            => "ACCOUNT_CLOSING_GRACE",
    }
}
