use jiff::civil::DateTime;

use super::UserId;

/// A WebAuthn credential of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Passkey {
    /// The primary key; ignored when the passkey is created.
    pub id: i64,
    /// Whose it is.
    pub user_id: UserId,
    /// The credential id, raw bytes.
    pub credential_id: Vec<u8>,
    /// The public key as COSE bytes.
    pub public_key: Vec<u8>,
    /// The signature counter last seen; some rows have none.
    pub sign_count: Option<i64>,
    /// How the authenticator can be reached: `usb`, `nfc`, `internal`, …; `None` is NULL.
    pub transports: Option<Vec<String>>,
    /// True if the credential is backed up.
    pub backup_state: bool,
    /// `single_device` or `multi_device`.
    pub device_type: String,
    /// The client's extension results as JSON text.
    pub extensions: Option<String>,
    /// When it was registered, UTC; absent in a passkey that is about to be created.
    pub create_datetime: Option<DateTime>,
    /// When it was last used, UTC.
    pub lastuse_datetime: DateTime,
    /// What the user calls it; unique per user.
    pub name: String,
    /// `first` or `secondary`.
    pub usage: String,
}

impl Passkey {
    /// A passkey that is registered now: of a single device, for the first factor, without a counter.
    pub fn new(
        user_id: UserId,
        name: impl Into<String>,
        credential_id: Vec<u8>,
        public_key: Vec<u8>,
        now: DateTime,
    ) -> Self {
        Self {
            id: 0,
            user_id,
            credential_id,
            public_key,
            sign_count: None,
            transports: None,
            backup_state: false,
            device_type: "single_device".to_owned(),
            extensions: None,
            create_datetime: None,
            lastuse_datetime: now,
            name: name.into(),
            usage: "first".to_owned(),
        }
    }
}
