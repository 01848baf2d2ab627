//! Values of which a part must not be seen.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::config::secret::{REDACTED, Secret};
use crate::config::table::Setting;
use crate::config::values::is_none;

/// Where the database is. Its password is not shown.
#[derive(Clone)]
pub struct DatabaseUrl(Zeroizing<String>);

impl DatabaseUrl {
    /// The address as it was given, password included.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address with the password struck out.
    pub fn redacted(&self) -> String {
        let Some((scheme, rest)) = self.0.split_once("://") else { return self.0.to_string() };
        // Options may hold a password, too; and a password may hold any of `/?@`.
        let cut = |text: &str| match text.split_once('?') {
            Some((before, _)) => format!("{before}?{REDACTED}"),
            None => text.to_owned(),
        };
        match rest.rsplit_once('@') {
            Some((user, host)) => {
                let user = user.split_once(':').map_or(user, |(user, _)| user);
                format!("{scheme}://{user}:{REDACTED}@{}", cut(host))
            }
            None => format!("{scheme}://{}", cut(rest)),
        }
    }
}

impl From<&str> for DatabaseUrl {
    fn from(url: &str) -> Self {
        Self(Zeroizing::new(url.to_owned()))
    }
}

impl From<String> for DatabaseUrl {
    fn from(url: String) -> Self {
        Self(Zeroizing::new(url))
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({})", self.redacted())
    }
}

impl Setting for DatabaseUrl {
    fn kind() -> String {
        "URL".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        match value.as_str().map(str::trim) {
            Some(url) if url.contains(':') => Ok(Self::from(url)),
            _ => Err("a URL such as \"sqlite:app.db\"".into()),
        }
    }

    fn show(&self) -> Value {
        Value::from(self.redacted())
    }

    fn same(&self, other: &Self) -> bool {
        self.as_str().as_bytes().ct_eq(other.as_str().as_bytes()).into()
    }
}

/// Where events are posted to. What follows the host is not shown: with many receivers, whoever knows
/// it may post.
#[derive(Clone)]
pub struct ReceiverUrl(Zeroizing<String>);

impl ReceiverUrl {
    /// The URL as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Scheme and host, and whether something follows.
    pub fn redacted(&self) -> String {
        let Some((scheme, rest)) = self.0.split_once("://") else { return REDACTED.to_owned() };
        match rest.split_once(['/', '?', '#', '@']) {
            None | Some((_, "")) => self.0.to_string(),
            Some(_) if rest.contains('@') => format!("{scheme}://{REDACTED}"),
            Some((host, _)) => format!("{scheme}://{host}/{REDACTED}"),
        }
    }
}

impl From<&str> for ReceiverUrl {
    fn from(url: &str) -> Self {
        Self(Zeroizing::new(url.to_owned()))
    }
}

impl fmt::Debug for ReceiverUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReceiverUrl({})", self.redacted())
    }
}

impl Setting for ReceiverUrl {
    fn kind() -> String {
        "URL".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        match value.as_str().map(str::trim) {
            Some(url) => Ok(Self::from(url)),
            None => Err("a URL such as \"https://hooks.example.com/gatewright\"".into()),
        }
    }

    fn show(&self) -> Value {
        Value::from(self.redacted())
    }

    fn same(&self, other: &Self) -> bool {
        self.as_str().as_bytes().ct_eq(other.as_str().as_bytes()).into()
    }
}

/// A map whose values are not shown: account data, keys by tag, options with passwords inside.
#[derive(Clone, Default)]
pub struct SecretMap(BTreeMap<String, Secret>);

impl SecretMap {
    /// The value of an entry; one that is not text is JSON.
    pub fn get(&self, key: &str) -> Option<&Secret> {
        self.0.get(key)
    }

    /// The entries in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Secret)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// True if there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for SecretMap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(&self.0).finish()
    }
}

impl Setting for SecretMap {
    fn kind() -> String {
        "map of secrets".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        let map = match value {
            Value::Object(map) => map,
            value if is_none(value) => return Ok(Self::default()),
            _ => return Err("a table".into()),
        };
        let entries = map.iter().filter(|(_, value)| !value.is_null());
        let secret = |value: &Value| match value {
            Value::String(text) => Secret::from(text.as_str()),
            other => Secret::from(other.to_string()),
        };
        Ok(Self(entries.map(|(key, value)| (key.clone(), secret(value))).collect()))
    }

    fn show(&self) -> Value {
        Value::Object(self.0.keys().map(|key| (key.clone(), Value::from(REDACTED))).collect())
    }

    fn same(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self
                .0
                .iter()
                .zip(&other.0)
                .all(|(one, other)| one.0 == other.0 && one.1.same(other.1))
    }
}
