use jiff::civil::DateTime;

/// An account that its owner has closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Closing {
    /// When it was closed (UTC).
    pub closed_at: DateTime,
    /// When it is deleted (UTC), unless it is opened again before.
    pub closes_at: DateTime,
}

impl Closing {
    /// An account that was closed at the first time (UTC) and is deleted at the second.
    pub fn new(closed_at: DateTime, closes_at: DateTime) -> Self {
        Self { closed_at, closes_at }
    }
}
