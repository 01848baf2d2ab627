//! What is written down of what happens.

use jiff::SignedDuration;

use super::events::usual;
use crate::config::table::settings;

settings! {
    /// What is written down of what happens to accounts. More: [audit](audit.md).
    "Audit log"
    pub struct Settings {
        /// Write events into the table `gatewright_audit`.
        enabled: bool = false, recommended = true => "AUDIT_LOG",
        /// Which events: names, `*` for all, and names with a minus for those that are left out.
        events: Vec<String> = usual() => "AUDIT_EVENTS",
        /// How long entries are kept. None: for ever.
        keep: Option<SignedDuration> = None,
            recommended = Some(SignedDuration::from_hours(365 * 24)) => "AUDIT_KEEP",
    }
}
