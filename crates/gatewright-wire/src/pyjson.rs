//! JSON text as Python's `json.dumps` writes it, to the byte.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};
use serde_json::Value;
use serde_json::ser::Formatter;

use crate::{Error, Result};

/// Which options of `json.dumps` are in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Compact, raw UTF-8, members in the order given: what itsdangerous signs.
    Compact,
    /// Compact, non-ASCII escaped, members in the order given.
    Ascii,
    /// `json.dumps` without options: `, ` and `: `, non-ASCII escaped.
    Spaced,
}

/// Writes a value compactly in UTF-8, as signed tokens carry it. Members come in the order of the
/// map; a struct through [`dumps`] keeps the order of its fields.
///
/// ```
/// use gatewright_wire::pyjson;
///
/// let value = serde_json::json!(["é", 1e-7, 5.0]);
/// assert_eq!(pyjson::to_string(&value), r#"["é",1e-07,5.0]"#);
/// ```
pub fn to_string(value: &Value) -> String {
    // Cannot fail: a `Value` has text keys only and the sink is memory.
    dumps(value, Style::Compact).unwrap_or_default()
}

/// Writes a value compactly, escaped to ASCII, members sorted: as Flask's session does.
///
/// ```
/// use gatewright_wire::pyjson;
///
/// let value = serde_json::json!({"b": "é", "a": null});
/// assert_eq!(pyjson::to_ascii(&value), r#"{"a":null,"b":"\u00e9"}"#);
/// ```
pub fn to_ascii(value: &Value) -> String {
    dumps(&Sorted(value), Style::Ascii).unwrap_or_default()
}

/// Writes anything that serde can, in the given style. Numbers that are not finite become `null`.
///
/// # Errors
/// [`Error::Malformed`] if the value has no JSON form (a map whose keys are not texts).
pub fn dumps<T: Serialize + ?Sized>(value: &T, style: Style) -> Result<String> {
    let mut out = Vec::with_capacity(128);
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, Python(style));
    value.serialize(&mut serializer).map_err(|_| Error::Malformed)?;
    String::from_utf8(out).map_err(|_| Error::Malformed)
}

/// Writes a text as a JSON string in UTF-8, quotes included.
pub fn quote(text: &str) -> String {
    dumps(text, Style::Compact).unwrap_or_default()
}

/// Writes a text as a JSON string, escaped to ASCII, quotes included.
pub fn quote_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    push_ascii(text, &mut out);
    out
}

/// As [`quote_ascii`], at the end of a text. Most texts need no escapes.
pub(crate) fn push_ascii(text: &str, out: &mut String) {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\') {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        out.push_str(&dumps(text, Style::Ascii).unwrap_or_default());
    }
}

/// Writes a number as Python's `repr` does: the shortest text that reads back the same, with a
/// point or an exponent. `null` if it is not finite.
///
/// ```
/// use gatewright_wire::pyjson::float;
///
/// assert_eq!(float(5.0), "5.0");
/// assert_eq!(float(1e-7), "1e-07");
/// assert_eq!(float(1e22), "1e+22");
/// ```
pub fn float(value: f64) -> String {
    if !value.is_finite() {
        return "null".to_owned();
    }
    // Two shortest texts can be equally near, and then Python takes the even digit: so the digits
    // are counted first and rounded again.
    let shortest = format!("{value:e}");
    let digits = shortest.bytes().take_while(|&b| b != b'e').filter(u8::is_ascii_digit).count();
    let rounded = format!("{value:.*e}", digits.saturating_sub(1));
    let shortest = if rounded.parse() == Ok(value) { rounded } else { shortest };
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if !(-4..16).contains(&exponent) {
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{mantissa}e{sign}{:02}", exponent.unsigned_abs());
    }
    plain(mantissa, exponent)
}

/// Moves the point of `d.ddd` by an exponent from -4 to 15.
fn plain(mantissa: &str, exponent: i32) -> String {
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let digits = mantissa.replace('.', "");
    match usize::try_from(exponent) {
        Err(_) => {
            let zeros = exponent.unsigned_abs().saturating_sub(1) as usize;
            format!("{sign}0.{}{digits}", "0".repeat(zeros))
        }
        Ok(places) => {
            let padded = format!("{digits:0<width$}", width = places + 2);
            let (whole, fraction) = padded.split_at(places + 1);
            format!("{sign}{whole}.{fraction}")
        }
    }
}

struct Python(Style);

impl Python {
    fn comma<W: io::Write + ?Sized>(&self, writer: &mut W, first: bool) -> io::Result<()> {
        match (first, self.0) {
            (true, _) => Ok(()),
            (false, Style::Spaced) => writer.write_all(b", "),
            (false, Style::Compact | Style::Ascii) => writer.write_all(b","),
        }
    }
}

impl Formatter for Python {
    fn write_f32<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: f32) -> io::Result<()> {
        self.write_f64(writer, f64::from(value))
    }

    fn write_f64<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(float(value).as_bytes())
    }

    fn begin_array_value<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.comma(writer, first)
    }

    fn begin_object_key<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.comma(writer, first)
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(if self.0 == Style::Spaced { b": " } else { b":" })
    }

    fn write_string_fragment<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if self.0 == Style::Compact {
            return writer.write_all(fragment.as_bytes());
        }
        let mut rest = fragment;
        while let Some(at) = rest.find(|c: char| !(' '..='~').contains(&c)) {
            let (plain, from) = rest.split_at(at);
            writer.write_all(plain.as_bytes())?;
            let mut chars = from.chars();
            for unit in chars.next().iter().flat_map(|c| Units::of(*c)) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = chars.as_str();
        }
        writer.write_all(rest.as_bytes())
    }
}

/// The one or two UTF-16 code units of a character.
struct Units;

impl Units {
    fn of(c: char) -> impl Iterator<Item = u16> {
        let mut buffer = [0; 2];
        let count = c.encode_utf16(&mut buffer).len();
        buffer.into_iter().take(count)
    }
}

/// A value whose objects are written with sorted members, whatever order the map keeps.
struct Sorted<'a>(&'a Value);

impl Serialize for Sorted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        match self.0 {
            Value::Array(items) => {
                let mut seq = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    seq.serialize_element(&Sorted(item))?;
                }
                seq.end()
            }
            Value::Object(members) => {
                let members: BTreeMap<_, _> = members.iter().collect();
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    map.serialize_entry(key, &Sorted(value))?;
                }
                map.end()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                self.0.serialize(serializer)
            }
        }
    }
}
