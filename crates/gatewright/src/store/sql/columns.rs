//! The reference's schema as data: what to create, what to look for, what to read.

/// A column of the reference's schema.
#[derive(Debug, Clone, Copy)]
pub(super) struct Col {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) required: bool,
    pub(super) unique: bool,
    /// The version of the schema that brought it.
    pub(super) since: u8,
    /// What does not work without it.
    pub(super) need: Need,
}

/// The type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Key,
    Text(u16),
    LongText,
    Bool,
    Int,
    Time,
    /// A time that is the time of creation unless something else is said.
    Now,
    Blob,
}

/// What needs a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// Everything.
    Always,
    /// This feature.
    For(&'static str),
    /// Nothing.
    Nice,
}

impl Col {
    const fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, required: false, unique: false, since: 1, need: Need::Nice }
    }

    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn unique(mut self) -> Self {
        self.unique = true;
        self
    }

    const fn since(mut self, version: u8) -> Self {
        self.since = version;
        self
    }

    const fn always(mut self) -> Self {
        self.need = Need::Always;
        self
    }

    const fn feature(mut self, feature: &'static str) -> Self {
        self.need = Need::For(feature);
        self
    }
}

const ID: Col = Col::new("id", Kind::Key).required().always();

pub(super) const TRACKING: &str = "tracking";
pub(super) const TWO_FACTOR: &str = "two-factor";
pub(super) const UNIFIED: &str = "unified sign-in";
pub(super) const PASSKEYS: &str = "passkeys";
pub(super) const REFRESH: &str = "refresh tokens";

/// In the order in which [`super::users`] reads them; the key comes first.
pub(super) const USER: [Col; 21] = [
    ID,
    Col::new("email", Kind::Text(255)).required().unique().always(),
    Col::new("username", Kind::Text(255)).unique().feature("usernames"),
    Col::new("password", Kind::Text(255)).always(),
    Col::new("active", Kind::Bool).required().always(),
    Col::new("fs_uniquifier", Kind::Text(64)).required().unique().always(),
    Col::new("fs_webauthn_user_handle", Kind::Text(64)).unique().since(3).feature(PASSKEYS),
    Col::new("confirmed_at", Kind::Time).feature("confirmation"),
    Col::new("last_login_at", Kind::Time).feature(TRACKING),
    Col::new("current_login_at", Kind::Time).feature(TRACKING),
    Col::new("last_login_ip", Kind::Text(64)).feature(TRACKING),
    Col::new("current_login_ip", Kind::Text(64)).feature(TRACKING),
    Col::new("login_count", Kind::Int).feature(TRACKING),
    Col::new("tf_primary_method", Kind::Text(64)).feature(TWO_FACTOR),
    Col::new("tf_totp_secret", Kind::Text(255)).feature(TWO_FACTOR),
    Col::new("tf_phone_number", Kind::Text(128)).feature("two-factor by SMS"),
    Col::new("us_totp_secrets", Kind::LongText).since(2).feature(UNIFIED),
    Col::new("us_phone_number", Kind::Text(128)).unique().since(2).feature("sign-in by SMS"),
    Col::new("mf_recovery_codes", Kind::LongText).since(3).feature("recovery codes"),
    Col::new("create_datetime", Kind::Now).required(),
    Col::new("update_datetime", Kind::Now).required(),
];

pub(super) const ROLE: [Col; 5] = [
    ID,
    Col::new("name", Kind::Text(80)).required().unique().always(),
    Col::new("description", Kind::Text(255)).always(),
    Col::new("permissions", Kind::LongText).feature("permissions"),
    Col::new("update_datetime", Kind::Now).required(),
];

/// The references to users and roles, which every schema spells as it likes.
pub(super) const LINK: [Col; 2] =
    [Col::new("user_id", Kind::Int).always(), Col::new("role_id", Kind::Int).always()];

pub(super) const WEB_AUTHN: [Col; 13] = [
    ID,
    Col::new("credential_id", Kind::Blob).required().always(),
    Col::new("public_key", Kind::Blob).required().always(),
    Col::new("sign_count", Kind::Int).always(),
    Col::new("transports", Kind::LongText).always(),
    Col::new("backup_state", Kind::Bool).required().always(),
    Col::new("device_type", Kind::Text(64)).required().always(),
    Col::new("extensions", Kind::Text(255)).always(),
    Col::new("create_datetime", Kind::Now).required().always(),
    Col::new("lastuse_datetime", Kind::Time).required().always(),
    Col::new("name", Kind::Text(64)).required().always(),
    Col::new("usage", Kind::Text(64)).required().always(),
    Col::new("user_id", Kind::Int).required().always(),
];

pub(super) const FS_REFRESH_TRACKER: [Col; 9] = [
    ID,
    Col::new("refresh_family", Kind::Text(64)).required().unique().always(),
    Col::new("gen", Kind::Int).always(),
    Col::new("expires_at", Kind::Time).required().always(),
    Col::new("revoked_at", Kind::Time).always(),
    Col::new("last_used_at", Kind::Time).required().always(),
    Col::new("create_datetime", Kind::Now).required().always(),
    Col::new("name", Kind::Text(64)).required().always(),
    Col::new("user_id", Kind::Int).required().always(),
];

/// The optional column that tokens refer to, where an application has it.
pub(super) const TOKEN_UNIQUIFIER: &str = "fs_token_uniquifier";
