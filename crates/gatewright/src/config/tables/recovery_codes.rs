//! Single-use codes for the day the second factor is lost.

use crate::config::secret::Secret;
use crate::config::table::settings;

settings! {
    /// Single-use codes for the day the second factor is lost.
    "Recovery codes"
    pub struct Settings {
        /// Switches the feature on.
        enabled: bool = false => "SECURITY_MULTI_FACTOR_RECOVERY_CODES",
        /// How many codes a user gets.
        n: usize = 5 => "SECURITY_MULTI_FACTOR_RECOVERY_CODES_N",
        /// Path of the page that shows and makes codes.
        url: String = "/mf-recovery-codes".into() => "SECURITY_MULTI_FACTOR_RECOVERY_CODES_URL",
        /// Template of that page.
        template: String = "security/mf_recovery_codes.html".into()
            => "SECURITY_MULTI_FACTOR_RECOVERY_CODES_TEMPLATE",
        /// Path of the page that takes a code.
        recovery_url: String = "/mf-recovery".into() => "SECURITY_MULTI_FACTOR_RECOVERY_URL",
        /// Template of that page.
        recovery_template: String = "security/mf_recovery.html".into()
            => "SECURITY_MULTI_FACTOR_RECOVERY_TEMPLATE",
        /// Fernet keys that encrypt the codes at rest; the first encrypts. None: stored as they are.
        keys: Vec<Secret> = vec![] => "SECURITY_MULTI_FACTOR_RECOVERY_CODES_KEYS",
        /// How long an encrypted code is accepted, in seconds. None: for ever.
        ttl: Option<u64> = None => "SECURITY_MULTI_FACTOR_RECOVERY_CODE_TTL",
    }
}
