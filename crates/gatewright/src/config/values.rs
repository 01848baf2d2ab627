//! How plain values are read: numbers, texts, lists, maps, spans of time.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use serde_json::{Map, Value};
use subtle::ConstantTimeEq;

use crate::config::secret::{REDACTED, Secret};
use crate::config::table::Setting;

/// Longest span of time that a setting may name: a thousand years.
const LONGEST: i64 = 1000 * 366 * 86_400;

/// True if the value says "none": null, or `false` where the file format has no null.
pub(crate) fn is_none(value: &Value) -> bool {
    matches!(value, Value::Null | Value::Bool(false))
}

impl Setting for bool {
    fn kind() -> String {
        "boolean".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        value.as_bool().ok_or_else(|| "true or false".into())
    }

    fn read_text(text: &str) -> Result<Self, String> {
        match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" | "on" => Ok(true),
            "false" | "0" | "no" | "off" => Ok(false),
            _ => Err("true or false".into()),
        }
    }

    fn show(&self) -> Value {
        Value::from(*self)
    }
}

macro_rules! whole_numbers {
    ($($type:ty),+) => { $(
        impl Setting for $type {
            fn kind() -> String {
                "integer".into()
            }

            fn read(value: &Value) -> Result<Self, String> {
                let wrong = || {
                    // Everything up to 64 bits is a range that nobody wants spelled out.
                    if <$type>::MAX as u64 <= u64::from(u16::MAX) {
                        format!("a whole number from {} to {}", <$type>::MIN, <$type>::MAX)
                    } else if <$type>::MIN == 0 {
                        "a whole number, 0 or more".into()
                    } else {
                        "a whole number".into()
                    }
                };
                let number = value.as_i64().ok_or_else(wrong)?;
                <$type>::try_from(number).map_err(|_| wrong())
            }

            fn show(&self) -> Value {
                Value::from(*self)
            }
        }
    )+ };
}

whole_numbers!(u8, u16, u32, u64, usize, i64);

impl Setting for String {
    fn kind() -> String {
        "text".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        value.as_str().map(str::to_owned).ok_or_else(|| "text".into())
    }

    fn read_text(text: &str) -> Result<Self, String> {
        // `KEY="text"` in an environment file may arrive with its quotes.
        Ok(serde_json::from_str::<Self>(text).unwrap_or_else(|_| text.to_owned()))
    }

    fn show(&self) -> Value {
        Value::from(self.as_str())
    }
}

impl Setting for Secret {
    fn kind() -> String {
        "secret".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        match value.as_str() {
            Some("") => Err("text that is not empty".into()),
            Some(text) => Ok(Self::from(text)),
            None => Err("text".into()),
        }
    }

    fn read_text(text: &str) -> Result<Self, String> {
        Self::read(&Value::from(String::read_text(text)?))
    }

    fn show(&self) -> Value {
        Value::from(REDACTED)
    }

    fn same(&self, other: &Self) -> bool {
        self.as_bytes().ct_eq(other.as_bytes()).into()
    }
}

impl<T: Setting> Setting for Option<T> {
    fn kind() -> String {
        format!("{} or none", T::kind())
    }

    fn read(value: &Value) -> Result<Self, String> {
        if is_none(value) {
            return Ok(None);
        }
        T::read(value).map(Some).map_err(|why| format!("{why}, or false for none"))
    }

    fn read_text(text: &str) -> Result<Self, String> {
        if text.is_empty() || ["null", "none", "false"].iter().any(|w| text.eq_ignore_ascii_case(w))
        {
            return Ok(None);
        }
        T::read_text(text).map(Some)
    }

    fn show(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::show)
    }

    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(one), Some(other)) => one.same(other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

impl<T: Setting> Setting for Vec<T> {
    fn kind() -> String {
        format!("list of {}", T::kind())
    }

    fn read(value: &Value) -> Result<Self, String> {
        match value {
            Value::Array(items) => items
                .iter()
                .map(T::read)
                .collect::<Result<_, _>>()
                .map_err(|why| format!("a list in which each entry is {why}")),
            // One text is a list of one; with commas, of several.
            Value::String(text) => text
                .split(',')
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(|part| T::read(&Value::from(part)))
                .collect::<Result<_, _>>()
                .map_err(|why| format!("a list in which each entry is {why}")),
            value if is_none(value) => Ok(Self::new()),
            Value::Bool(_) | Value::Number(_) | Value::Object(_) | Value::Null => {
                Err(format!("a list in which each entry is of type {}", T::kind()))
            }
        }
    }

    fn show(&self) -> Value {
        self.iter().map(T::show).collect()
    }

    fn same(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(one, other)| one.same(other))
    }
}

impl<T: Setting> Setting for BTreeMap<String, T> {
    fn kind() -> String {
        format!("map to {}", T::kind())
    }

    fn read(value: &Value) -> Result<Self, String> {
        let map = match value {
            Value::Object(map) => map,
            value if is_none(value) => return Ok(Self::new()),
            _ => return Err(format!("a table whose values are of type {}", T::kind())),
        };
        let entries = map.iter().filter(|(_, value)| !value.is_null());
        entries
            .map(|(key, value)| {
                T::read(value)
                    .map(|value| (key.clone(), value))
                    .map_err(|why| format!("a table in which \"{key}\" is {why}"))
            })
            .collect()
    }

    fn show(&self) -> Value {
        Value::Object(self.iter().map(|(key, value)| (key.clone(), value.show())).collect())
    }
}

impl Setting for Map<String, Value> {
    fn kind() -> String {
        "map".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        match value {
            Value::Object(map) => Ok(map.clone()),
            value if is_none(value) => Ok(Self::new()),
            _ => Err("a table of options".into()),
        }
    }

    fn show(&self) -> Value {
        Value::Object(self.clone())
    }
}

impl Setting for SignedDuration {
    fn kind() -> String {
        "duration".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        let span = match value {
            Value::Number(number) => match number.as_i64() {
                Some(seconds) => Some(Self::from_secs(seconds)),
                None => number.as_f64().and_then(|secs| Self::try_from_secs_f64(secs).ok()),
            },
            Value::String(text) => parse_span(text),
            Value::Bool(_) | Value::Null | Value::Array(_) | Value::Object(_) => None,
        };
        span.filter(|span| span.as_secs().unsigned_abs() <= LONGEST.unsigned_abs()).ok_or_else(
            || "seconds, or text such as \"30 minutes\" (at most 1000 years)".to_owned(),
        )
    }

    fn show(&self) -> Value {
        if self.subsec_nanos() == 0 {
            Value::from(self.as_secs())
        } else {
            Value::from(self.as_secs_f64())
        }
    }
}

/// Reads `<number> <unit>`: "5 days", "1 hour", "15 min", "90s", or a bare number of seconds.
pub(crate) fn parse_span(text: &str) -> Option<SignedDuration> {
    let text = text.trim();
    let digits = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(digits)?;
    let micros: i64 = match unit.to_ascii_lowercase().as_str() {
        "us" | "microsecond" | "microseconds" => 1,
        "ms" | "millisecond" | "milliseconds" => 1_000,
        "" | "s" | "sec" | "secs" | "second" | "seconds" => 1_000_000,
        "m" | "min" | "mins" | "minute" | "minutes" => 60 * 1_000_000,
        "h" | "hour" | "hours" => 3_600 * 1_000_000,
        "d" | "day" | "days" => 86_400 * 1_000_000,
        "w" | "week" | "weeks" => 7 * 86_400 * 1_000_000,
        _ => return None,
    };
    let number = number.trim();
    if let Ok(whole) = number.parse::<i64>() {
        return whole.checked_mul(micros).map(SignedDuration::from_micros);
    }
    let number: f64 = number.parse().ok()?;
    // Six decimals of the smallest usual unit are more than anyone writes.
    #[allow(clippy::cast_precision_loss, reason = "the units are small numbers")]
    SignedDuration::try_from_secs_f64(number * (micros as f64 / 1e6)).ok()
}

/// A span of time in words: "30 minutes", "2 days", "1.5 seconds".
pub(crate) fn span_in_words(seconds: &Value) -> String {
    let Some(whole) = seconds.as_i64() else { return format!("{seconds} seconds") };
    let (count, unit) = in_units(whole);
    format!("{count} {unit}{}", if count.abs() == 1 { "" } else { "s" })
}

/// A span in the largest unit that it is a whole number of.
pub(crate) fn in_units(seconds: i64) -> (i64, &'static str) {
    let units = [("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1)];
    let (unit, size) = units
        .into_iter()
        .find(|(_, size)| seconds != 0 && seconds % size == 0)
        .unwrap_or(("second", 1));
    (seconds / size, unit)
}
