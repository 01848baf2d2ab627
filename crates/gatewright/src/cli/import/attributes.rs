//! Under which names files have what a user has.

use crate::store::Capabilities;

/// What a user can be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Attribute {
    Email,
    Username,
    /// The password itself.
    Password,
    /// What another system has made of it.
    Hash,
    /// What Firebase keeps beside it.
    Salt,
    /// When the address was confirmed.
    ConfirmedAt,
    /// Whether it was.
    Confirmed,
    Active,
    /// The opposite.
    Disabled,
    CreatedAt,
    Roles,
    Phone,
    SecondFactorPhone,
    LastLoginAt,
    CurrentLoginAt,
    LoginCount,
    /// A column of the application's own.
    Own(String),
    /// Read and left out.
    Nothing,
}

/// Names in lower case and without separators; the first is the one that help and errors use.
const NAMES: &[(Attribute, &[&str])] = &[
    (Attribute::Email, &["email", "mail", "emailaddress"]),
    (Attribute::Username, &["username", "login", "nickname"]),
    (Attribute::Password, &["password"]),
    (Attribute::Hash, &["passwordhash", "hashedpassword", "encryptedpassword", "passworddigest"]),
    (Attribute::Salt, &["passwordsalt", "salt"]),
    (Attribute::ConfirmedAt, &["confirmedat", "emailconfirmedat", "emailverifiedat"]),
    (Attribute::Confirmed, &["confirmed", "emailverified", "emailconfirmed", "verified"]),
    (Attribute::Active, &["active", "enabled", "isactive"]),
    (Attribute::Disabled, &["disabled", "blocked"]),
    (
        Attribute::CreatedAt,
        &["createdatetime", "created", "createdat", "datejoined", "createdtimestamp"],
    ),
    (Attribute::Roles, &["roles", "role"]),
    (Attribute::Phone, &["usphonenumber", "phone", "phonenumber"]),
    (Attribute::SecondFactorPhone, &["tfphonenumber"]),
    (Attribute::LastLoginAt, &["lastloginat", "lastsigninat"]),
    (Attribute::CurrentLoginAt, &["currentloginat", "currentsigninat", "lastlogin"]),
    (Attribute::LoginCount, &["logincount", "signincount", "loginscount"]),
    (Attribute::Nothing, &["importrefused"]),
];

impl Attribute {
    /// True if one of them says what the other says: only one of the two can be taken.
    pub(super) fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nothing, _) | (_, Self::Nothing) => false,
            (Self::Active | Self::Disabled, Self::Active | Self::Disabled) => true,
            _ => self == other,
        }
    }

    /// True if these tables have room for it.
    pub(super) fn fits(&self, has: &Capabilities) -> bool {
        match self {
            Self::Username => has.username,
            Self::Phone => has.unified_signin_phone,
            Self::SecondFactorPhone => has.two_factor_phone,
            Self::Confirmed | Self::ConfirmedAt => has.confirmation,
            Self::LastLoginAt | Self::CurrentLoginAt | Self::LoginCount => has.trackable,
            _ => true,
        }
    }
}

/// The attribute of that name: the application's own columns first, by their exact names.
pub(super) fn named(name: &str, own: &[String]) -> Option<Attribute> {
    if let Some(column) = column(name, own) {
        return Some(column);
    }
    let name: String = name
        .chars()
        .filter(|c| !matches!(c, '_' | '-' | ' ' | '.'))
        .flat_map(char::to_lowercase)
        .collect();
    let known = NAMES.iter().find(|(_, names)| names.contains(&&*name));
    known.map(|(attribute, _)| attribute.clone())
}

/// The column of the application's own of exactly that name.
pub(super) fn column(name: &str, own: &[String]) -> Option<Attribute> {
    own.iter().any(|column| column == name).then(|| Attribute::Own(name.to_owned()))
}

/// For the error about a name that is none.
pub(super) const KNOWN: &str = "email, username, password, password_hash, password_salt, \
     confirmed_at, confirmed, active, disabled, created_at, roles, us_phone_number, \
     tf_phone_number, last_login_at, current_login_at, login_count, and the columns that \
     USER_EXTRA_COLUMNS names";
