//! Text messages.

use crate::config::table::settings;
use crate::config::types::SecretMap;

settings! {
    /// Text messages.
    "SMS"
    pub struct Settings {
        /// Name of the sender; `Dummy` sends nothing.
        service: String = "Dummy".into() => "SECURITY_SMS_SERVICE",
        /// What the sender needs: account, key, sending number, URL.
        service_config: SecretMap = SecretMap::default() => "SECURITY_SMS_SERVICE_CONFIG",
    }
}
