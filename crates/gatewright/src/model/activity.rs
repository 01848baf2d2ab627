use jiff::civil::DateTime;
use serde_json::{Map, Value};

/// Something that happened to an account, as its audit log has it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Activity {
    /// When (UTC).
    pub time: DateTime,
    /// The [event](crate::event::Event::name)'s name.
    pub event: String,
    /// The client's address, if a request was behind it.
    pub address: Option<String>,
    /// The browser's `User-Agent`, shortened.
    pub agent: Option<String>,
    /// What else the event said, without secrets.
    pub details: Map<String, Value>,
}
