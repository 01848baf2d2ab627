//! What waits to be sent.

use std::fmt;

use jiff::civil::DateTime;

/// A letter for the outbox. The payload is sealed: whoever reads the database reads no link.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NewLetter {
    /// The key; keys sort by the time they were made.
    pub id: String,
    /// What it is: `mail`, the name of an event, or [`Letter::NOBODY`].
    pub kind: String,
    /// Whom it is for, for lists.
    pub recipient: String,
    /// What is to be sent, encrypted.
    pub payload: String,
    /// When it was made.
    pub created_at: DateTime,
    /// When it is to be sent; of one that is claimed, when others may take it.
    pub due_at: DateTime,
    /// When to stop trying.
    pub give_up_at: DateTime,
    /// True if whoever makes it sends it at once: nobody else takes it before it is due.
    pub claimed: bool,
}

/// A letter in the outbox.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Letter {
    /// The key.
    pub id: String,
    /// What it is: `mail`, the name of an event, or [`Letter::NOBODY`].
    pub kind: String,
    /// Whom it is for.
    pub recipient: String,
    /// What is to be sent, encrypted.
    pub payload: String,
    /// How often somebody tried to send it, with the attempt that runs.
    pub attempts: i64,
    /// True while somebody sends it.
    pub claimed: bool,
    /// When it was made.
    pub created_at: DateTime,
    /// When it is to be sent; `None` if that was given up.
    pub due_at: Option<DateTime>,
    /// When to stop trying.
    pub give_up_at: DateTime,
    /// When it was given up.
    pub failed_at: Option<DateTime>,
    /// Why it could not be sent the last time.
    pub last_error: Option<String>,
}

impl Letter {
    /// The kind of a letter that is to nobody and never sent: an answer about an account that does
    /// not exist takes as much work as any other.
    pub const NOBODY: &str = "nobody";

    /// Whether it is to nobody.
    pub fn is_to_nobody(&self) -> bool {
        self.kind == Self::NOBODY
    }
}

impl From<NewLetter> for Letter {
    /// As it lies in the outbox at first: for stores of your own.
    fn from(new: NewLetter) -> Self {
        Self {
            id: new.id,
            kind: new.kind,
            recipient: new.recipient,
            payload: new.payload,
            attempts: new.claimed.into(),
            claimed: new.claimed,
            created_at: new.created_at,
            due_at: Some(new.due_at),
            give_up_at: new.give_up_at,
            failed_at: None,
            last_error: None,
        }
    }
}

impl fmt::Debug for NewLetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewLetter").field("id", &self.id).finish_non_exhaustive()
    }
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letter")
            .field("id", &self.id)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}
