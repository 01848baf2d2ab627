use jiff::civil::DateTime;

use super::UserId;

/// A family of refresh tokens: every exchange raises the generation by one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refresh {
    /// The primary key; ignored when the family is created.
    pub id: i64,
    /// Whose it is.
    pub user_id: UserId,
    /// 32 hex digits that name the family.
    pub family: String,
    /// The generation whose token is good now; starts at 1, some rows have none.
    pub generation: Option<i64>,
    /// When the family ends, UTC.
    pub expires_at: DateTime,
    /// When it was revoked, UTC.
    pub revoked_at: Option<DateTime>,
    /// When a token was last issued, UTC.
    pub last_used_at: DateTime,
    /// When it was made, UTC; absent in a family that is about to be created.
    pub create_datetime: Option<DateTime>,
    /// What the client called it, `default` if nothing.
    pub name: String,
}

impl Refresh {
    /// A family whose first token is issued now, with the name `default`.
    pub fn new(
        user_id: UserId,
        family: impl Into<String>,
        now: DateTime,
        expires_at: DateTime,
    ) -> Self {
        Self {
            id: 0,
            user_id,
            family: family.into(),
            generation: Some(1),
            expires_at,
            revoked_at: None,
            last_used_at: now,
            create_datetime: None,
            name: "default".to_owned(),
        }
    }
}
