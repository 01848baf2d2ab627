//! Values with a meaning of their own: cookie attributes, identities, mail addresses, choices.

mod cookie;
mod hidden;
mod http;
mod network;
mod origin;
mod people;
mod rate;
mod words;

use std::path::PathBuf;

use serde_json::{Map, Value};

use crate::config::table::Setting;
use crate::config::values::is_none;

pub use self::cookie::{CookieAttributes, SecureFlag};
pub use self::hidden::{DatabaseUrl, ReceiverUrl, SecretMap};
pub use self::http::{CacheControl, ProxyFix};
pub use self::network::{Network, NotANetwork, TrustedProxy};
pub use self::origin::WebOrigin;
pub use self::people::{IdentityAttribute, Sender, SingleHash};
pub use self::rate::Rate;
pub use self::words::{
    Breached, Delivery, MailSender, Mapper, Preset, Protection, SameSite, SessionStore,
};

/// A Unicode normalisation form (Unicode Standard Annex #15).
pub use crate::text::unicode::Form as NormalForm;

/// Options of a library behind a setting, by name.
pub type Options = Map<String, Value>;

/// A setting that is a function in Flask-Security and code here: known, but not for a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Code;

impl Setting for Code {
    fn kind() -> String {
        "code".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        if is_none(value) {
            return Ok(Self);
        }
        Err("left out: it is a function, which an application gives to the builder".into())
    }

    fn show(&self) -> Value {
        Value::Null
    }
}

impl Setting for PathBuf {
    fn kind() -> String {
        "path".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        match value.as_str() {
            Some(path) if !path.is_empty() => Ok(Self::from(path)),
            _ => Err("a path".into()),
        }
    }

    fn read_text(text: &str) -> Result<Self, String> {
        Self::read(&Value::from(text))
    }

    fn show(&self) -> Value {
        Value::from(self.to_string_lossy())
    }
}
