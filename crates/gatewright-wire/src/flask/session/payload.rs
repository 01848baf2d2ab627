//! The session as it travels.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde_json::value::RawValue;

use super::tagged;
use crate::pyjson;
use crate::{Error, Result};

/// The members of a session, sorted by key, each value as the exact JSON text it arrived in: what
/// is not understood (long integers, tags, data of the application) survives bit for bit.
///
/// Debug shows how many members there are and nothing of them.
/// Clones share the members until one of them changes.
#[derive(Clone, Default)]
pub struct Payload(Arc<BTreeMap<String, Box<RawValue>>>);

impl Payload {
    /// Reads the JSON object of a session.
    ///
    /// # Errors
    /// [`Error::Malformed`] if it is not a JSON object.
    pub fn from_json(json: &[u8]) -> Result<Self> {
        let mut members: BTreeMap<String, Box<RawValue>> =
            serde_json::from_slice(json).map_err(|_| Error::Malformed)?;
        if let Some(key) = lone_tag(&members) {
            // A session of one member whose key looks like a tag travels in a wrapper.
            let wrapped = members.remove(key).filter(|_| key == tagged::DICT);
            members = wrapped
                .and_then(|raw| serde_json::from_str(raw.get()).ok())
                .filter(|inner: &BTreeMap<_, _>| inner.len() == 1)
                .ok_or(Error::Malformed)?
                .into_iter()
                .map(|(key, raw): (String, _)| match key.strip_suffix("__") {
                    Some(plain) => Ok((plain.to_owned(), raw)),
                    None => Err(Error::Malformed),
                })
                .collect::<Result<_>>()?;
        }
        Ok(Self(Arc::new(members)))
    }

    /// Writes the JSON object: compact, keys sorted and escaped to ASCII, values untouched.
    pub fn to_json(&self) -> String {
        let wrapped = lone_tag(&self.0).is_some();
        let size = self.0.iter().map(|(key, raw)| key.len() + raw.get().len() + 4).sum::<usize>();
        let mut out = String::with_capacity(size + 16);
        if wrapped {
            out.push_str("{\" di\":");
        }
        out.push('{');
        for (at, (key, raw)) in self.0.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            if wrapped {
                out.push_str(&pyjson::quote_ascii(&format!("{key}__")));
            } else {
                pyjson::push_ascii(key, &mut out);
            }
            out.push(':');
            out.push_str(raw.get());
        }
        out.push('}');
        if wrapped {
            out.push('}');
        }
        out
    }

    /// The exact JSON text of a member.
    pub fn get_raw(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(|raw| raw.get())
    }

    /// A member that is a text. Plain text is borrowed, escaped text is not.
    pub fn get_str(&self, key: &str) -> Option<Cow<'_, str>> {
        let raw = self.get_raw(key)?;
        let inner = raw.strip_prefix('"')?.strip_suffix('"')?;
        if inner.contains('\\') {
            return serde_json::from_str(raw).ok().map(Cow::Owned);
        }
        Some(Cow::Borrowed(inner))
    }

    /// A member that is true or false.
    pub fn get_bool(&self, key: &str) -> Option<bool> {
        match self.get_raw(key)? {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// A member that is a number, as a float.
    pub fn get_f64(&self, key: &str) -> Option<f64> {
        let raw = self.get_raw(key)?;
        // Not through serde_json, which may miss the last bit.
        let number = raw.starts_with(|c: char| c == '-' || c.is_ascii_digit());
        raw.parse().ok().filter(|value: &f64| number && value.is_finite())
    }

    /// A member that is an integer and fits.
    pub fn get_i64(&self, key: &str) -> Option<i64> {
        serde_json::from_str(self.get_raw(key)?).ok()
    }

    /// Sets a member to a JSON text.
    ///
    /// # Errors
    /// [`Error::Malformed`] if the text is not JSON; nothing has changed then.
    pub fn set_raw(&mut self, key: &str, json: &str) -> Result<()> {
        let raw = RawValue::from_string(json.to_owned()).map_err(|_| Error::Malformed)?;
        self.members().insert(key.to_owned(), raw);
        Ok(())
    }

    /// Sets a member to a text.
    pub fn set_str(&mut self, key: &str, value: &str) {
        self.set(key, pyjson::quote_ascii(value));
    }

    /// Sets a member to true or false.
    pub fn set_bool(&mut self, key: &str, value: bool) {
        self.set(key, value.to_string());
    }

    /// Sets a member to a float in Python's notation. What is not finite becomes null.
    pub fn set_f64(&mut self, key: &str, value: f64) {
        self.set(key, pyjson::float(value));
    }

    /// Sets a member to an integer.
    pub fn set_i64(&mut self, key: &str, value: i64) {
        self.set(key, value.to_string());
    }

    /// Removes a member and tells whether it was there.
    pub fn remove(&mut self, key: &str) -> bool {
        self.contains(key) && self.members().remove(key).is_some()
    }

    /// Removes every member.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Tells whether there is such a member.
    pub fn contains(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Tells whether there is no member.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The keys, sorted, with the exact JSON text of their values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, raw)| (key.as_str(), raw.get()))
    }

    /// For texts that are JSON by construction.
    fn set(&mut self, key: &str, json: String) {
        if let Ok(raw) = RawValue::from_string(json) {
            self.members().insert(key.to_owned(), raw);
        }
    }

    fn members(&mut self) -> &mut BTreeMap<String, Box<RawValue>> {
        Arc::make_mut(&mut self.0)
    }
}

impl PartialEq for Payload {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Payload {}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Payload").field("members", &self.0.len()).finish_non_exhaustive()
    }
}

/// The tag that a session of one member would be mistaken for.
fn lone_tag(members: &BTreeMap<String, Box<RawValue>>) -> Option<&'static str> {
    let (key, _) = members.first_key_value().filter(|_| members.len() == 1)?;
    tagged::TAGS.iter().find(|tag| *tag == key).copied()
}
