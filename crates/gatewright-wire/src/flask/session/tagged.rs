//! Tagged JSON: an object of one member whose key is a tag stands for a type that JSON lacks.

use std::collections::BTreeMap;
use std::fmt;

use data_encoding::{BASE64, HEXLOWER, HEXLOWER_PERMISSIVE};
use serde_json::value::RawValue;

use super::date;
use crate::pyjson;
use crate::{Error, Result};

/// How deep lists and dicts may be nested.
pub const MAX_DEPTH: usize = 64;

pub(super) const DICT: &str = " di";
const TUPLE: &str = " t";
const BYTES: &str = " b";
const MARKUP: &str = " m";
const UUID: &str = " u";
const TIME: &str = " d";
pub(super) const TAGS: [&str; 6] = [DICT, TUPLE, BYTES, MARKUP, UUID, TIME];

/// A value of a session. Debug shows its type only: a session may hold secrets.
#[derive(Clone, PartialEq, Eq)]
pub enum Tagged {
    /// `None`.
    Null,
    /// True or false.
    Bool(bool),
    /// The exact text of a number: integers have no limit.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tagged>),
    /// A tuple, tag `t`.
    Tuple(Vec<Tagged>),
    /// A dict; one that would be mistaken for a tag gets the tag `di`.
    Dict(BTreeMap<String, Tagged>),
    /// A byte string, tag `b`.
    Bytes(Vec<u8>),
    /// A UUID, tag `u`.
    Uuid([u8; 16]),
    /// A time in seconds since 1970, tag `d`, from the year 1 to 9999.
    Time(i64),
    /// HTML that needs no escaping, tag `m`.
    Markup(String),
}

/// Reads tagged JSON. Unknown tags are plain dicts.
///
/// ```
/// use gatewright_wire::flask::session::{Tagged, decode, encode};
///
/// let value = decode(r#"{" t":["info",12345678901234567890]}"#)?;
/// let Tagged::Tuple(items) = &value else { panic!("a tuple") };
/// assert_eq!(items[1], Tagged::Number("12345678901234567890".to_owned()));
/// assert_eq!(encode(&value), r#"{" t":["info",12345678901234567890]}"#);
/// # Ok::<(), gatewright_wire::Error>(())
/// ```
///
/// # Errors
/// [`Error::Malformed`] if it is not JSON, deeper than [`MAX_DEPTH`], or a tag has a value that
/// its type cannot have.
pub fn decode(json: &str) -> Result<Tagged> {
    let raw: &RawValue = serde_json::from_str(json).map_err(|_| Error::Malformed)?;
    value(raw.get(), MAX_DEPTH)
}

/// Writes tagged JSON: compact, keys sorted, escaped to ASCII. A [`Tagged::Number`] whose text is
/// no number becomes null.
pub fn encode(value: &Tagged) -> String {
    let mut out = String::with_capacity(64);
    write(value, &mut out);
    out
}

impl fmt::Debug for Tagged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "Null",
            Self::Bool(_) => "Bool",
            Self::Number(_) => "Number",
            Self::Text(_) => "Text",
            Self::List(_) => "List",
            Self::Tuple(_) => "Tuple",
            Self::Dict(_) => "Dict",
            Self::Bytes(_) => "Bytes",
            Self::Uuid(_) => "Uuid",
            Self::Time(_) => "Time",
            Self::Markup(_) => "Markup",
        })
    }
}

/// A number's exact text is lost once parsed, so each level is split into raw texts.
fn value(json: &str, depth: usize) -> Result<Tagged> {
    let json = json.trim_matches([' ', '\t', '\n', '\r']);
    let inner = depth.checked_sub(1);
    Ok(match json.bytes().next() {
        Some(b'n') => Tagged::Null,
        Some(b't') => Tagged::Bool(true),
        Some(b'f') => Tagged::Bool(false),
        Some(b'"') => Tagged::Text(parse(json)?),
        Some(b'[') => {
            let inner = inner.ok_or(Error::Malformed)?;
            let items: Vec<&RawValue> = parse(json)?;
            Tagged::List(
                items.into_iter().map(|raw| value(raw.get(), inner)).collect::<Result<_>>()?,
            )
        }
        Some(b'{') => {
            let inner = inner.ok_or(Error::Malformed)?;
            let members: BTreeMap<String, &RawValue> = parse(json)?;
            let members = members
                .into_iter()
                .map(|(key, raw)| Ok((key, value(raw.get(), inner)?)))
                .collect::<Result<_>>()?;
            untag(members)?
        }
        _ => Tagged::Number(json.to_owned()),
    })
}

fn untag(mut members: BTreeMap<String, Tagged>) -> Result<Tagged> {
    let lone = members.first_key_value().filter(|_| members.len() == 1);
    let Some(tag) = lone.and_then(|(key, _)| TAGS.iter().find(|tag| *tag == key)) else {
        return Ok(Tagged::Dict(members));
    };
    let Some((_, inner)) = members.pop_first() else { return Err(Error::Malformed) };
    match (*tag, inner) {
        (TUPLE, Tagged::List(items)) => Ok(Tagged::Tuple(items)),
        (MARKUP, Tagged::Text(html)) => Ok(Tagged::Markup(html)),
        (BYTES, Tagged::Text(text)) => {
            BASE64.decode(text.as_bytes()).map(Tagged::Bytes).map_err(|_| Error::Malformed)
        }
        (UUID, Tagged::Text(text)) => {
            let bytes =
                HEXLOWER_PERMISSIVE.decode(text.as_bytes()).map_err(|_| Error::Malformed)?;
            bytes.try_into().map(Tagged::Uuid).map_err(|_| Error::Malformed)
        }
        (TIME, Tagged::Text(text)) => date::parse(&text).map(Tagged::Time).ok_or(Error::Malformed),
        (DICT, Tagged::Dict(mut inner)) if inner.len() == 1 => {
            let (key, value) = inner.pop_first().ok_or(Error::Malformed)?;
            let key = key.strip_suffix("__").ok_or(Error::Malformed)?.to_owned();
            Ok(Tagged::Dict(BTreeMap::from([(key, value)])))
        }
        _ => Err(Error::Malformed),
    }
}

fn write(value: &Tagged, out: &mut String) {
    match value {
        Tagged::Null => out.push_str("null"),
        Tagged::Bool(true) => out.push_str("true"),
        Tagged::Bool(false) => out.push_str("false"),
        Tagged::Number(text) => out.push_str(if is_number(text) { text } else { "null" }),
        Tagged::Text(text) => pyjson::push_ascii(text, out),
        Tagged::List(items) => write_list(items, out),
        Tagged::Tuple(items) => {
            tag(TUPLE, out, |out| write_list(items, out));
        }
        Tagged::Dict(members) => match members.first_key_value() {
            Some((key, value)) if members.len() == 1 && TAGS.contains(&key.as_str()) => {
                tag(DICT, out, |out| {
                    out.push('{');
                    pyjson::push_ascii(&format!("{key}__"), out);
                    out.push(':');
                    write(value, out);
                    out.push('}');
                });
            }
            _ => write_dict(members, out),
        },
        Tagged::Bytes(bytes) => tag_text(BYTES, &BASE64.encode(bytes), out),
        Tagged::Uuid(bytes) => tag_text(UUID, &HEXLOWER.encode(bytes), out),
        Tagged::Time(seconds) => tag_text(TIME, &date::format(*seconds), out),
        Tagged::Markup(html) => tag_text(MARKUP, html, out),
    }
}

fn write_list(items: &[Tagged], out: &mut String) {
    out.push('[');
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(']');
}

fn write_dict(members: &BTreeMap<String, Tagged>, out: &mut String) {
    out.push('{');
    for (at, (key, value)) in members.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        pyjson::push_ascii(key, out);
        out.push(':');
        write(value, out);
    }
    out.push('}');
}

fn tag(name: &str, out: &mut String, value: impl FnOnce(&mut String)) {
    out.push('{');
    pyjson::push_ascii(name, out);
    out.push(':');
    value(out);
    out.push('}');
}

fn tag_text(name: &str, text: &str, out: &mut String) {
    tag(name, out, |out| pyjson::push_ascii(text, out));
}

fn parse<'a, T: serde::Deserialize<'a>>(json: &'a str) -> Result<T> {
    serde_json::from_str(json).map_err(|_| Error::Malformed)
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
        && text.ends_with(|c: char| c.is_ascii_digit())
        && serde_json::from_str::<&RawValue>(text).is_ok()
}
