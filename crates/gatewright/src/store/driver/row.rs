use std::vec::IntoIter;

use data_encoding::BASE64;
use gatewright_wire::lists;
use jiff::civil::DateTime;

use super::Value;
use crate::error::{Error, Result};

/// A row, read from left to right; each read takes the value out.
#[derive(Debug)]
pub(crate) struct Row(IntoIter<Value>);

impl Row {
    pub(crate) fn new(values: Vec<Value>) -> Self {
        Self(values.into_iter())
    }

    pub(crate) fn skip(&mut self, columns: usize) {
        self.0.by_ref().take(columns).for_each(drop);
    }

    pub(crate) fn value(&mut self) -> Value {
        self.0.next().unwrap_or_default()
    }

    pub(crate) fn opt_text(&mut self) -> Result<Option<String>> {
        match self.value() {
            Value::Null => Ok(None),
            Value::Text(text) => Ok(Some(text)),
            // A foreign writer may leave a number where text is declared.
            Value::Int(number) => Ok(Some(number.to_string())),
            other => Err(unexpected("text", &other)),
        }
    }

    pub(crate) fn text(&mut self) -> Result<String> {
        self.opt_text()?.ok_or_else(|| unexpected("text", &Value::Null))
    }

    pub(crate) fn opt_int(&mut self) -> Result<Option<i64>> {
        match self.value() {
            Value::Null => Ok(None),
            Value::Int(number) => Ok(Some(number)),
            Value::Bool(flag) => Ok(Some(flag.into())),
            other => Err(unexpected("a number", &other)),
        }
    }

    pub(crate) fn int(&mut self) -> Result<i64> {
        self.opt_int()?.ok_or_else(|| unexpected("a number", &Value::Null))
    }

    /// NULL is false: an account is enabled only if the row says so.
    pub(crate) fn flag(&mut self) -> Result<bool> {
        Ok(self.opt_int()?.is_some_and(|number| number != 0))
    }

    pub(crate) fn bytes(&mut self) -> Result<Vec<u8>> {
        self.opt_bytes()?.ok_or_else(|| unexpected("bytes", &Value::Null))
    }

    pub(crate) fn opt_bytes(&mut self) -> Result<Option<Vec<u8>>> {
        match self.value() {
            Value::Null => Ok(None),
            Value::Bytes(bytes) => Ok(Some(bytes)),
            Value::Text(text) => Ok(Some(text.into_bytes())),
            other => Err(unexpected("bytes", &other)),
        }
    }

    pub(crate) fn opt_time(&mut self) -> Result<Option<DateTime>> {
        match self.value() {
            Value::Null => Ok(None),
            Value::Time(time) => Ok(Some(time)),
            Value::Text(text) => match parse_time(&text) {
                Some(time) => Ok(Some(time)),
                None => Err(Error::store("a time in the database cannot be read")),
            },
            other => Err(unexpected("a time", &other)),
        }
    }

    pub(crate) fn time(&mut self) -> Result<DateTime> {
        self.opt_time()?.ok_or_else(|| unexpected("a time", &Value::Null))
    }

    /// A comma list; `None` for NULL.
    pub(crate) fn opt_list(&mut self) -> Result<Option<Vec<String>>> {
        Ok(self.opt_text()?.map(|text| lists::split(Some(&text))))
    }

    /// A column of the application's own.
    pub(crate) fn json(&mut self) -> serde_json::Value {
        match self.value() {
            Value::Null => serde_json::Value::Null,
            Value::Bool(flag) => flag.into(),
            Value::Int(number) => number.into(),
            Value::Real(number) => number.into(),
            Value::Text(text) => text.into(),
            Value::Bytes(bytes) => BASE64.encode(&bytes).into(),
            Value::Time(time) => time.to_string().into(),
        }
    }
}

/// Reads `YYYY-MM-DD HH:MM:SS`, with up to nine digits of a fraction or none.
fn parse_time(text: &str) -> Option<DateTime> {
    // Written out because it is read up to seven times for every request of a signed-in user.
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| {
        let digits = bytes.get(from..to)?;
        digits.iter().try_fold(0_i32, |sum, digit| {
            digit.is_ascii_digit().then(|| sum * 10 + i32::from(digit - b'0'))
        })
    };
    let small = |from, to| number(from, to).and_then(|number| i8::try_from(number).ok());
    let mark = |at: usize, allowed: &[u8]| bytes.get(at).is_some_and(|byte| allowed.contains(byte));
    if !(mark(4, b"-") && mark(7, b"-") && mark(10, b" T") && mark(13, b":") && mark(16, b":")) {
        return None;
    }
    let year = i16::try_from(number(0, 4)?).ok()?;
    let nanos = match bytes.get(19..) {
        None | Some([]) => 0,
        Some([b'.', digits @ ..]) if (1..=9).contains(&digits.len()) => {
            let scale = 10_i32.pow(9 - u32::try_from(digits.len()).ok()?);
            number(20, bytes.len())?.checked_mul(scale)?
        }
        Some(_) => return None,
    };
    let (month, day) = (small(5, 7)?, small(8, 10)?);
    let (hour, minute, second) = (small(11, 13)?, small(14, 16)?, small(17, 19)?);
    DateTime::new(year, month, day, hour, minute, second, nanos).ok()
}

fn unexpected(wanted: &str, found: &Value) -> Error {
    Error::store(format!("the database holds {found:?} where {wanted} was expected"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn times_are_read_in_both_spellings() {
        let noon = date(2026, 6, 15).at(12, 0, 0, 0);
        assert_eq!(parse_time("2026-06-15 12:00:00"), Some(noon));
        assert_eq!(parse_time("2026-06-15 12:00:00.000000"), Some(noon));
        assert_eq!(
            parse_time("2026-06-15T12:00:00.25"),
            Some(date(2026, 6, 15).at(12, 0, 0, 250_000_000))
        );
    }

    #[test]
    fn anything_else_is_no_time() {
        for text in [
            "",
            "2026-06-15",
            "2026-02-30 12:00:00",
            "2026-06-15 24:00:00",
            "2026-06-15 12:00:00.",
            "2026-06-15 12:00:00Z",
            "2026-06-15 12:00:00.0000000001",
            "2026-06-15 12:00:0é",
            "+026-06-15 12:00:00",
            "2026-06-15 12:00:00.12345x",
        ] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }
}
