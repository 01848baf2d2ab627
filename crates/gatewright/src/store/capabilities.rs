//! What a database has columns and tables for.

/// What the tables of a database can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Capabilities {
    /// `user.username` exists.
    pub username: bool,
    /// `user.confirmed_at` exists.
    pub confirmation: bool,
    /// The five tracking columns exist.
    pub trackable: bool,
    /// `user.tf_primary_method` and `user.tf_totp_secret` exist.
    pub two_factor: bool,
    /// `user.tf_phone_number` exists.
    pub two_factor_phone: bool,
    /// `user.us_totp_secrets` exists.
    pub unified_signin: bool,
    /// `user.us_phone_number` exists.
    pub unified_signin_phone: bool,
    /// `user.mf_recovery_codes` exists.
    pub recovery_codes: bool,
    /// `user.fs_webauthn_user_handle` and the table of passkeys exist.
    pub passkeys: bool,
    /// `role.permissions` exists.
    pub permissions: bool,
    /// `user.fs_token_uniquifier` exists.
    pub token_uniquifier: bool,
    /// The table of refresh-token families exists.
    pub refresh_tokens: bool,
}

impl Capabilities {
    /// Everything that the newest schema has; the optional `fs_token_uniquifier` is not in it.
    pub const FULL: Self = Self {
        username: true,
        confirmation: true,
        trackable: true,
        two_factor: true,
        two_factor_phone: true,
        unified_signin: true,
        unified_signin_phone: true,
        recovery_codes: true,
        passkeys: true,
        permissions: true,
        token_uniquifier: false,
        refresh_tokens: true,
    };
}
