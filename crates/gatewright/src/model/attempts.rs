use jiff::civil::DateTime;

/// Wrong passwords and codes that were counted for one account, or for an identity that nobody has.
///
/// A row is kept under the hash of what it counts for; only hashes name anybody in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attempts {
    /// Hash of the account or identity; several rows may belong to one.
    pub owner: Vec<u8>,
    /// How often this row was written; the next to write it adds one.
    pub version: i64,
    /// Attempts in the present window that have not succeeded, those under way included.
    pub failures: i64,
    /// Attempts without a success between them.
    pub total: i64,
    /// Locks without a success between them.
    pub locks: i64,
    /// When the window is over.
    pub window_ends: DateTime,
    /// When the present or last lock is over.
    pub locked_until: Option<DateTime>,
    /// When the row may be forgotten.
    pub expires_at: DateTime,
}

impl Attempts {
    /// The first row about an owner, with nothing counted yet: for stores of your own.
    pub fn new(owner: Vec<u8>, window_ends: DateTime, expires_at: DateTime) -> Self {
        Self {
            owner,
            version: 1,
            failures: 0,
            total: 0,
            locks: 0,
            window_ends,
            locked_until: None,
            expires_at,
        }
    }
}
