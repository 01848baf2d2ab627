//! A record as it stands in the file, and what it says.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use csv::ByteRecord;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::cli::import::refused;

/// A record as it stands in the file. It is read late: values take many times the room of their text.
pub(super) enum Raw {
    /// The names, and the values.
    Csv(Arc<Names>, ByteRecord),
    /// A line of its own.
    Line(Vec<u8>),
    /// An element of an array, or with `true` of the array `users` in an object.
    Element(Box<RawValue>, bool),
    /// Nothing that could be kept, and why.
    Lost(String),
}

/// The first line of a table.
pub(super) struct Names {
    pub(super) bytes: ByteRecord,
    pub(super) texts: Vec<String>,
    /// This program wrote the file, with apostrophes before what a spreadsheet would run.
    guarded: bool,
}

impl Names {
    pub(super) fn new(bytes: ByteRecord) -> Result<Self, String> {
        let text = |name| std::str::from_utf8(name).ok().map(|name| name.trim().to_owned());
        let texts: Option<Vec<String>> = bytes.iter().map(text).collect();
        let mut texts = texts.ok_or("the names of the columns are not UTF-8")?;
        let guarded = texts.iter().any(|name| name == refused::REASON);
        if guarded {
            texts.iter_mut().for_each(|name| *name = refused::unguarded(name).to_owned());
        }
        Ok(Self { bytes, texts, guarded })
    }
}

impl Raw {
    /// What it says, or why it cannot be read: without its values, which may be secret.
    pub(super) fn record(&self) -> Result<Map<String, Value>, String> {
        match self {
            Self::Csv(names, record) => fields(names, record),
            Self::Line(line) => members(line),
            Self::Element(element, _) => members(element.get().as_bytes()),
            Self::Lost(why) => Err(why.clone()),
        }
    }

    /// The memory it takes, about.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Csv(_, record) => record.as_slice().len() + record.len() * size_of::<usize>(),
            Self::Line(line) => line.len(),
            Self::Element(element, _) => element.get().len(),
            Self::Lost(why) => why.len(),
        }
    }
}

fn fields(names: &Names, record: &ByteRecord) -> Result<Map<String, Value>, String> {
    if record.len() != names.texts.len() {
        return Err(format!("it has {} values under {} names", record.len(), names.texts.len()));
    }
    let mut fields = Map::new();
    for (name, value) in names.texts.iter().zip(record) {
        let value = std::str::from_utf8(value).map_err(|_| "it is not UTF-8".to_owned())?;
        let value = if names.guarded { refused::unguarded(value) } else { value };
        fields.insert(name.clone(), if value.is_empty() { Value::Null } else { value.into() });
    }
    Ok(fields)
}

fn members(text: &[u8]) -> Result<Map<String, Value>, String> {
    // The error of the parser could quote a password.
    let members: Members<Value> =
        serde_json::from_slice(text).map_err(|_| "it is not a JSON object".to_owned())?;
    let mut fields = Map::new();
    for (name, value) in members.0 {
        if fields.contains_key(&name) {
            return Err(format!("two members have the name {name:?}"));
        }
        fields.insert(name, value);
    }
    Ok(fields)
}

/// The members of an object in their order, a name also twice.
pub(super) struct Members<T>(pub(super) Vec<(String, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Members<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Pairs(PhantomData))
    }
}

struct Pairs<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Pairs<T> {
    type Value = Members<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}
