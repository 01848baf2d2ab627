//! Which users, and how many of them.

use crate::model::UserId;

/// By what a user is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lookup<'a> {
    /// The primary key.
    Id(&'a UserId),
    /// What sessions and links carry.
    Uniquifier(&'a str),
    /// What tokens carry, where the table has that column.
    TokenUniquifier(&'a str),
    /// The user handle of passkeys.
    Handle(&'a str),
    /// A column that identifies users: `email`, `username`, `us_phone_number`, or one of your own.
    Identity {
        /// The name of the column.
        attribute: &'a str,
        /// The normalised value.
        value: &'a str,
        /// Compares through the database's `lower`; the lowest key wins if several rows match. If
        /// none does, those match that differ in the case of letters that `lower` does not know.
        case_insensitive: bool,
    },
}

/// Which users to list; everything that is set must hold.
///
/// ```
/// use gatewright::store::Filter;
///
/// let editors = Filter::default().role("editor").active(true);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Filter {
    /// A part of the address or the username, in any ASCII case.
    pub text: Option<String>,
    /// The name of a role they have.
    pub role: Option<String>,
    /// Whether the account is enabled.
    pub active: Option<bool>,
    /// Whether the address is confirmed.
    pub confirmed: Option<bool>,
}

impl Filter {
    /// Those with this text in the address or the username.
    #[must_use]
    pub fn text(mut self, part: impl Into<String>) -> Self {
        self.text = Some(part.into());
        self
    }

    /// Those who have the role of this name.
    #[must_use]
    pub fn role(mut self, name: impl Into<String>) -> Self {
        self.role = Some(name.into());
        self
    }

    /// Those whose account is enabled, or is not.
    #[must_use]
    pub fn active(mut self, active: bool) -> Self {
        self.active = Some(active);
        self
    }

    /// Those whose address is confirmed, or is not.
    #[must_use]
    pub fn confirmed(mut self, confirmed: bool) -> Self {
        self.confirmed = Some(confirmed);
        self
    }
}

/// A part of a list in the order of the primary key.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page {
    /// The last key of the page before.
    pub after: Option<UserId>,
    /// At most so many rows; never more than 1,000.
    pub limit: u32,
}

impl Page {
    /// The first rows of the list, so many; never more than 1,000.
    pub fn of(limit: u32) -> Self {
        Self { after: None, limit }
    }

    /// The rows after the one with this key: the last one of the page before.
    #[must_use]
    pub fn after(mut self, key: UserId) -> Self {
        self.after = Some(key);
        self
    }
}

impl Default for Page {
    fn default() -> Self {
        Self { after: None, limit: 100 }
    }
}
