use std::fmt;

use jiff::civil::DateTime;
use serde_json::Value;

/// One column of a user and a value for it: a new one, or the one it must still have.
///
/// ```
/// use gatewright::model::UserField;
///
/// let set = [UserField::Active(false)];
/// assert_eq!(set[0].column(), "active");
/// ```
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum UserField {
    /// The normalised address.
    Email(String),
    /// The normalised username.
    Username(Option<String>),
    /// The password hash.
    Password(Option<String>),
    /// Whether the account is enabled.
    Active(bool),
    /// What identifies the user in sessions and links.
    Uniquifier(String),
    /// What identifies the user in tokens, where the column exists.
    TokenUniquifier(Option<String>),
    /// The user handle of passkeys.
    WebauthnHandle(Option<String>),
    /// When the address was confirmed.
    ConfirmedAt(Option<DateTime>),
    /// When the user signed in before the current time.
    LastLoginAt(Option<DateTime>),
    /// When the user last signed in.
    CurrentLoginAt(Option<DateTime>),
    /// From where the user signed in before the current time.
    LastLoginIp(Option<String>),
    /// From where the user last signed in.
    CurrentLoginIp(Option<String>),
    /// How often the user signed in.
    LoginCount(Option<i64>),
    /// When the row was made.
    CreateDatetime(Option<DateTime>),
    /// The second factor's method.
    TfPrimaryMethod(Option<String>),
    /// The second factor's encrypted secret.
    TfTotpSecret(Option<String>),
    /// The second factor's phone number.
    TfPhoneNumber(Option<String>),
    /// The encrypted secrets of unified sign-in, a JSON object.
    UsTotpSecrets(Option<String>),
    /// The phone number of unified sign-in, E.164.
    UsPhoneNumber(Option<String>),
    /// The recovery codes; `None` is NULL.
    MfRecoveryCodes(Option<Vec<String>>),
    /// A column of the application's own. Arrays and objects are stored as JSON text.
    Extra(String, Value),
}

impl UserField {
    /// The name of the column.
    pub fn column(&self) -> &str {
        match self {
            Self::Email(_) => "email",
            Self::Username(_) => "username",
            Self::Password(_) => "password",
            Self::Active(_) => "active",
            Self::Uniquifier(_) => "fs_uniquifier",
            Self::TokenUniquifier(_) => "fs_token_uniquifier",
            Self::WebauthnHandle(_) => "fs_webauthn_user_handle",
            Self::ConfirmedAt(_) => "confirmed_at",
            Self::LastLoginAt(_) => "last_login_at",
            Self::CurrentLoginAt(_) => "current_login_at",
            Self::LastLoginIp(_) => "last_login_ip",
            Self::CurrentLoginIp(_) => "current_login_ip",
            Self::LoginCount(_) => "login_count",
            Self::CreateDatetime(_) => "create_datetime",
            Self::TfPrimaryMethod(_) => "tf_primary_method",
            Self::TfTotpSecret(_) => "tf_totp_secret",
            Self::TfPhoneNumber(_) => "tf_phone_number",
            Self::UsTotpSecrets(_) => "us_totp_secrets",
            Self::UsPhoneNumber(_) => "us_phone_number",
            Self::MfRecoveryCodes(_) => "mf_recovery_codes",
            Self::Extra(column, _) => column,
        }
    }
}

// Most values are secrets or personal: the column is enough for a log.
impl fmt::Debug for UserField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UserField").field(&self.column()).finish_non_exhaustive()
    }
}
