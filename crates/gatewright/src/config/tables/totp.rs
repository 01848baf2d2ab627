//! One-time codes.

use crate::config::table::settings;
use crate::config::types::SecretMap;

settings! {
    /// One-time codes (RFC 6238).
    "One-time codes"
    pub struct Settings {
        /// Keys that encrypt the secrets at rest, by tag; the highest tag encrypts new ones.
        secrets: SecretMap = SecretMap::default() => "SECURITY_TOTP_SECRETS",
        /// Name that authenticator apps show.
        issuer: Option<String> = None => "SECURITY_TOTP_ISSUER",
        /// A code is accepted once; false allows it again while its time lasts.
        single_use: bool = true => "SECURITY_TOTP_SINGLE_USE",
    }
}
