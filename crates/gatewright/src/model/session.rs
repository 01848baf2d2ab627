use std::fmt;

use data_encoding::HEXLOWER;
use jiff::civil::DateTime;

use super::UserId;

/// A session that is kept on the server: one browser of one user, or of a visitor for whom the
/// application keeps something.
///
/// Of the cookie, only hashes are stored. `Debug` shows none of them, and no data.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServerSession {
    /// SHA-256 of the part of the cookie that finds the row.
    pub key_hash: Vec<u8>,
    /// SHA-256 of the part that proves it, as it is now.
    pub token_hash: Vec<u8>,
    /// The same before the last rotation.
    pub previous_hash: Option<Vec<u8>>,
    /// When the present token was made, UTC.
    pub rotated_at: DateTime,
    /// Whether the present token came back already: the answer that carried it may have been lost.
    pub confirmed: bool,
    /// Whose it is.
    pub user_id: Option<UserId>,
    /// The user's `fs_uniquifier` at sign-in; another one ends the session.
    pub uniquifier: Option<String>,
    /// Raised by every write of the data.
    pub version: i64,
    /// What the session holds: a JSON object.
    pub data: String,
    /// When it was made, UTC.
    pub created_at: DateTime,
    /// When it was last used, UTC; exact to a minute.
    pub seen_at: DateTime,
    /// When it ends if it is not used any more, UTC.
    pub expires_at: DateTime,
    /// From where it was last used.
    pub address: Option<String>,
    /// The `User-Agent` that used it last, cut to 300 characters.
    pub agent: Option<String>,
    /// True if the browser keeps it when it is closed.
    pub persistent: bool,
    /// Replaced by another: requests that still carry it are nobody's.
    pub ended: bool,
}

impl ServerSession {
    /// A session that begins now, of nobody and without data; the hashes are SHA-256.
    pub fn new(
        key_hash: Vec<u8>,
        token_hash: Vec<u8>,
        now: DateTime,
        expires_at: DateTime,
    ) -> Self {
        Self {
            key_hash,
            token_hash,
            previous_hash: None,
            rotated_at: now,
            confirmed: false,
            user_id: None,
            uniquifier: None,
            version: 1,
            data: "{}".to_owned(),
            created_at: now,
            seen_at: now,
            expires_at,
            address: None,
            agent: None,
            persistent: false,
            ended: false,
        }
    }

    /// The name under which its owner sees it and can end it: 24 hex digits. It opens nothing.
    pub fn id(&self) -> String {
        HEXLOWER.encode(self.key_hash.get(..12).unwrap_or_default())
    }
}

impl fmt::Debug for ServerSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerSession")
            .field("id", &self.id())
            .field("user_id", &self.user_id)
            .field("created_at", &self.created_at)
            .field("seen_at", &self.seen_at)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

/// What is to change in a session that was read; what is `None` stays.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct SessionChange {
    /// New data, if nobody has written data since the session was read.
    pub data: Option<String>,
    /// A new token, if it still has the one that was read.
    pub rotation: Option<Rotation>,
    /// The present token came back.
    pub confirmed: bool,
    /// It was used.
    pub seen: Option<Seen>,
    /// The user's `fs_uniquifier`, after it changed.
    pub uniquifier: Option<String>,
}

/// A new token for a session.
#[derive(Clone)]
#[non_exhaustive]
pub struct Rotation {
    /// SHA-256 of the new token.
    pub token_hash: Vec<u8>,
    /// SHA-256 of the token that stays good for the grace.
    pub previous_hash: Vec<u8>,
    /// When, UTC.
    pub now: DateTime,
}

/// A use of a session.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Seen {
    /// When, UTC.
    pub at: DateTime,
    /// When it ends if it is not used any more, UTC.
    pub expires_at: DateTime,
    /// From where.
    pub address: Option<String>,
    /// The `User-Agent`.
    pub agent: Option<String>,
}

impl fmt::Debug for SessionChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionChange")
            .field("data", &self.data.is_some())
            .field("rotation", &self.rotation.is_some())
            .field("confirmed", &self.confirmed)
            .field("seen", &self.seen)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Rotation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rotation").field("now", &self.now).finish_non_exhaustive()
    }
}
