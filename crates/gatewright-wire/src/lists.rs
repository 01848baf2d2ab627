//! Several texts in one text column: comma lists, and JSON objects of texts.

use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

use crate::pyjson::{self, Style};
use crate::{Error, Result};

/// Reads a comma list: no quoting, no trimming; NULL and the empty text are the empty list.
///
/// ```
/// assert_eq!(gatewright_wire::lists::split(Some("read,write")), ["read", "write"]);
/// assert!(gatewright_wire::lists::split(None).is_empty());
/// ```
pub fn split(column: Option<&str>) -> Vec<String> {
    match column {
        None | Some("") => Vec::new(),
        Some(text) => text.split(',').map(str::to_owned).collect(),
    }
}

/// Writes a comma list. An element that holds a comma comes back as two.
pub fn join<S: AsRef<str>>(items: &[S]) -> String {
    let mut out = String::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str(item.as_ref());
    }
    out
}

/// Reads a JSON object whose values are texts, in the order written; NULL and the empty text are
/// the empty map. Of a repeated key the last value counts.
///
/// # Errors
/// [`Error::Malformed`] for anything else.
pub fn split_map(column: Option<&str>) -> Result<Vec<(String, String)>> {
    match column {
        None | Some("") => Ok(Vec::new()),
        Some(text) => {
            serde_json::from_str::<Pairs>(text).map(|p| p.0).map_err(|_| Error::Malformed)
        }
    }
}

/// Writes a JSON object of texts as Python's `json.dumps` does, in the order given; `None` (NULL)
/// for the empty map.
///
/// ```
/// use gatewright_wire::lists;
///
/// let column = lists::join_map(&[("email", "a"), ("sms", "b")]);
/// assert_eq!(column.as_deref(), Some(r#"{"email": "a", "sms": "b"}"#));
/// ```
pub fn join_map<K: AsRef<str>, V: AsRef<str>>(pairs: &[(K, V)]) -> Option<String> {
    if pairs.is_empty() {
        return None;
    }
    pyjson::dumps(&Borrowed(pairs), Style::Spaced).ok()
}

struct Pairs(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor)
    }
}

struct PairsVisitor;

impl<'de> Visitor<'de> for PairsVisitor {
    type Value = Pairs;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of texts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Pairs, A::Error> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        while let Some((key, value)) = map.next_entry::<String, String>()? {
            match places.get(&key).and_then(|&place| pairs.get_mut(place)) {
                Some(pair) => pair.1 = value,
                None => {
                    places.insert(key.clone(), pairs.len());
                    pairs.push((key, value));
                }
            }
        }
        Ok(Pairs(pairs))
    }
}

struct Borrowed<'a, K, V>(&'a [(K, V)]);

impl<K: AsRef<str>, V: AsRef<str>> Serialize for Borrowed<'_, K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in self.0 {
            map.serialize_entry(key.as_ref(), value.as_ref())?;
        }
        map.end()
    }
}
