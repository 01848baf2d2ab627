//! Where events are posted to.

use jiff::SignedDuration;

use crate::config::secret::Secret;
use crate::config::table::settings;
use crate::config::types::ReceiverUrl;

settings! {
    /// Where events are posted to. More: [events](events.md).
    "Events"
    pub struct Settings {
        /// URL that events are posted to, as JSON.
        webhook_url: Option<ReceiverUrl> = None => "EVENTS_WEBHOOK_URL",
        /// Signs what is posted, as Standard Webhooks says: `whsec_` and base64 of 24 bytes or more,
        /// or any text without commas. Of several, each signs, so that one can be replaced.
        webhook_secret: Vec<Secret> = vec![] => "EVENTS_WEBHOOK_SECRET",
        /// Which events: names, `*` for all, and names with a minus for those that are left out.
        webhook_events: Vec<String> = vec!["*".into()], recommended = usual()
            => "EVENTS_WEBHOOK_EVENTS",
        /// Post also to addresses that are not public: this machine, its network, the cloud's.
        webhook_allow_private: bool = true, recommended = false => "EVENTS_WEBHOOK_ALLOW_PRIVATE",
        /// How long the receiver may take for one event.
        webhook_timeout: SignedDuration = SignedDuration::from_secs(5) => "EVENTS_WEBHOOK_TIMEOUT",
        /// How long to try again while the receiver is down or refuses.
        webhook_give_up_after: SignedDuration = SignedDuration::from_hours(72)
            => "EVENTS_WEBHOOK_GIVE_UP_AFTER",
    }
}

/// All but those that tell nothing about an account, and that strangers can cause at will.
pub(super) fn usual() -> Vec<String> {
    ["*", "-identity_changed", "-message_flashed", "-user_unauthenticated"].map(Into::into).into()
}
