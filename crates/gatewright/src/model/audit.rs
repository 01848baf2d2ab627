use std::fmt;

use jiff::civil::DateTime;

/// An entry of the audit log.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuditRow {
    /// Its number: one more than that of the entry before.
    pub seq: i64,
    /// When it happened (UTC).
    pub time: DateTime,
    /// The event's name.
    pub event: String,
    /// The key of the user it is about.
    pub user: Option<String>,
    /// Who did it, if not the one behind the request: `cli:root` for a command.
    pub actor: Option<String>,
    /// The client's address.
    pub address: Option<String>,
    /// The browser's `User-Agent`, shortened.
    pub agent: Option<String>,
    /// What else the event said: a JSON object, without secrets.
    pub details: String,
    /// The seal over the entry and the one before it.
    pub hash: Vec<u8>,
}

impl AuditRow {
    /// An entry with a number, a time and an event alone, for stores of your own.
    pub fn new(seq: i64, time: DateTime, event: impl Into<String>) -> Self {
        Self {
            seq,
            time,
            event: event.into(),
            user: None,
            actor: None,
            address: None,
            agent: None,
            details: "{}".to_owned(),
            hash: Vec::new(),
        }
    }
}

impl fmt::Debug for AuditRow {
    /// Leaves out what is about people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuditRow")
            .field("seq", &self.seq)
            .field("event", &self.event)
            .finish_non_exhaustive()
    }
}
