use jiff::civil::DateTime;

/// An account that its owner has closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing {
    /// When it was closed (UTC).
    pub closed_at: DateTime,
    /// When it is deleted (UTC), unless it is opened again before.
    pub closes_at: DateTime,
}
