//! Phone numbers.

use crate::config::table::settings;

settings! {
    /// Phone numbers.
    "Phone numbers"
    pub struct Settings {
        /// Region of numbers without a country code (ISO 3166, two letters).
        region_default: String = "US".into() => "SECURITY_PHONE_REGION_DEFAULT",
    }
}
