use std::fmt;

use jiff::civil::DateTime;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Role, UserField};
use crate::error::{Error, Result};

/// The primary key of a user; applications may have chosen text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UserId {
    /// A number, as in the reference schema.
    Int(i64),
    /// A text, a UUID for example.
    Text(String),
}

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(id) => id.fmt(f),
            Self::Text(id) => id.fmt(f),
        }
    }
}

impl From<i64> for UserId {
    fn from(id: i64) -> Self {
        Self::Int(id)
    }
}

/// A user with roles: every column of the reference schema, and the application's own in `extra`.
///
/// A column that the table lacks reads as `None`. All times are UTC.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// The primary key.
    pub id: UserId,
    /// The normalised address.
    pub email: String,
    /// The normalised username.
    pub username: Option<String>,
    /// The password hash; `None` is an account without password.
    pub password: Option<String>,
    /// False if the account is disabled.
    pub active: bool,
    /// What identifies the user in sessions and links; changing it ends them all.
    pub uniquifier: String,
    /// What identifies the user in tokens, where the table has that column.
    pub token_uniquifier: Option<String>,
    /// The user handle of passkeys; NULL in rows older than passkeys.
    pub webauthn_handle: Option<String>,
    /// When the address was confirmed.
    pub confirmed_at: Option<DateTime>,
    /// When the user signed in before the current time.
    pub last_login_at: Option<DateTime>,
    /// When the user last signed in.
    pub current_login_at: Option<DateTime>,
    /// From where the user signed in before the current time.
    pub last_login_ip: Option<String>,
    /// From where the user last signed in.
    pub current_login_ip: Option<String>,
    /// How often the user signed in.
    pub login_count: Option<i64>,
    /// The second factor's method.
    pub tf_primary_method: Option<String>,
    /// The second factor's encrypted secret.
    pub tf_totp_secret: Option<String>,
    /// The second factor's phone number, as typed.
    pub tf_phone_number: Option<String>,
    /// The encrypted secrets of unified sign-in: a JSON object of method and secret.
    pub us_totp_secrets: Option<String>,
    /// The phone number of unified sign-in, E.164.
    pub us_phone_number: Option<String>,
    /// The recovery codes as stored, plain or encrypted; `None` is NULL.
    pub mf_recovery_codes: Option<Vec<String>>,
    /// When the row was made.
    pub create_datetime: Option<DateTime>,
    /// When the row was last written.
    pub update_datetime: Option<DateTime>,
    /// The roles, each once, in the order of their keys.
    pub roles: Vec<Role>,
    /// The application's own columns, as far as they are configured.
    pub extra: Map<String, Value>,
}

impl User {
    /// The uniquifier of nobody.
    pub(crate) const NOBODY: &str = "00000000000000000000000000000000";

    /// Nobody, with the address that somebody has typed: for the same work as for an account.
    pub(crate) fn stand_in(email: &str) -> Self {
        // Links to set a password hold a digest of the one before, where there is one.
        let password = Some("-".repeat(97));
        Self { password, ..Self::new(UserId::Int(0), email, Self::NOBODY) }
    }

    /// An active user with nothing but a key, an address and a uniquifier, for stores of your own.
    pub fn new(id: UserId, email: impl Into<String>, uniquifier: impl Into<String>) -> Self {
        Self {
            id,
            email: email.into(),
            username: None,
            password: None,
            active: true,
            uniquifier: uniquifier.into(),
            token_uniquifier: None,
            webauthn_handle: None,
            confirmed_at: None,
            last_login_at: None,
            current_login_at: None,
            last_login_ip: None,
            current_login_ip: None,
            login_count: None,
            tf_primary_method: None,
            tf_totp_secret: None,
            tf_phone_number: None,
            us_totp_secrets: None,
            us_phone_number: None,
            mf_recovery_codes: None,
            create_datetime: None,
            update_datetime: None,
            roles: Vec::new(),
            extra: Map::new(),
        }
    }

    /// True if the user has the role; the comparison is exact.
    pub fn has_role(&self, name: &str) -> bool {
        self.roles.iter().any(|role| role.name == name)
    }

    /// True if a role of the user holds the permission; the comparison is exact.
    pub fn has_permission(&self, permission: &str) -> bool {
        self.roles.iter().any(|role| role.has_permission(permission))
    }

    /// Every permission of every role; one that two roles hold comes twice.
    pub fn permissions(&self) -> impl Iterator<Item = &str> {
        self.roles.iter().flat_map(|role| role.permissions.iter().map(String::as_str))
    }

    /// The application's own columns as its own type.
    ///
    /// ```
    /// use gatewright::model::{User, UserId};
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Mine {
    ///     security_number: Option<i64>,
    /// }
    ///
    /// let mut user = User::new(UserId::Int(1), "joe@lp.com", "3f0c");
    /// user.extra.insert("security_number".into(), 123456.into());
    /// let mine: Mine = user.extra()?;
    /// assert_eq!(mine.security_number, Some(123456));
    /// # Ok::<(), gatewright::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// The columns do not fit the type.
    pub fn extra<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_value(Value::Object(self.extra.clone()))
            .map_err(|error| Error::store("the user's own columns do not fit").caused_by(error))
    }

    /// The value of an attribute by which users are found: `email`, `username`, `us_phone_number`,
    /// or a text column of the application's own.
    pub fn identity(&self, attribute: &str) -> Option<&str> {
        match attribute {
            "email" => Some(&self.email),
            "username" => self.username.as_deref(),
            "us_phone_number" => self.us_phone_number.as_deref(),
            "tf_phone_number" => self.tf_phone_number.as_deref(),
            other => self.extra.get(other).and_then(Value::as_str),
        }
    }
}

// Hashes, secrets and uniquifiers must not reach a log.
impl fmt::Debug for User {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("User")
            .field("id", &self.id)
            .field("email", &self.email)
            .field("active", &self.active)
            .field("confirmed_at", &self.confirmed_at)
            .field("roles", &self.roles.iter().map(|role| &role.name).collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

/// A user that is about to be created.
///
/// ```
/// use gatewright::model::NewUser;
///
/// let new = NewUser::new("joe@lp.com").username("joe").role("editor");
/// assert!(new.active);
/// ```
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NewUser {
    /// The primary key, if the application chooses it; otherwise the database does.
    pub id: Option<UserId>,
    /// The normalised address.
    pub email: String,
    /// The normalised username.
    pub username: Option<String>,
    /// The password hash.
    pub password: Option<String>,
    /// False to create a disabled account.
    pub active: bool,
    /// 32 hex digits, made by the store if absent.
    pub uniquifier: Option<String>,
    /// As `uniquifier`; stored where the table has that column.
    pub token_uniquifier: Option<String>,
    /// As `uniquifier`; stored where the table has that column.
    pub webauthn_handle: Option<String>,
    /// When the address was confirmed.
    pub confirmed_at: Option<DateTime>,
    /// The phone number of unified sign-in, E.164.
    pub us_phone_number: Option<String>,
    /// Any other column; one that is named above as well is an error.
    pub fields: Vec<UserField>,
    /// Names of roles that exist.
    pub roles: Vec<String>,
    /// The application's own columns.
    pub extra: Map<String, Value>,
}

impl NewUser {
    /// An active, unconfirmed user without password and roles.
    pub fn new(email: impl Into<String>) -> Self {
        Self {
            id: None,
            email: email.into(),
            username: None,
            password: None,
            active: true,
            uniquifier: None,
            token_uniquifier: None,
            webauthn_handle: None,
            confirmed_at: None,
            us_phone_number: None,
            fields: Vec::new(),
            roles: Vec::new(),
            extra: Map::new(),
        }
    }

    /// With this username, normalised.
    #[must_use]
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }

    /// With this password hash.
    #[must_use]
    pub fn password(mut self, hash: impl Into<String>) -> Self {
        self.password = Some(hash.into());
        self
    }

    /// With the address confirmed at this time (UTC).
    #[must_use]
    pub fn confirmed_at(mut self, time: DateTime) -> Self {
        self.confirmed_at = Some(time);
        self
    }

    /// With one role more, which must exist.
    #[must_use]
    pub fn role(mut self, name: impl Into<String>) -> Self {
        self.roles.push(name.into());
        self
    }
}

impl fmt::Debug for NewUser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewUser")
            .field("email", &self.email)
            .field("active", &self.active)
            .field("roles", &self.roles)
            .finish_non_exhaustive()
    }
}
