//! How Python spells values where JSON has no word for them: spans of time, bytes, sets, texts to be
//! translated, functions and classes.

use data_encoding::HEXLOWER_PERMISSIVE;
use serde_json::Value;

/// A value without Python in it.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Read {
    pub(super) value: Value,
    /// Names of functions and classes; the value is of no use then.
    pub(super) code: Vec<String>,
    /// There were bytes that are no text; the value is of no use then.
    pub(super) binary: bool,
    /// There was text such as `b'…'`, which may have been meant as it is.
    pub(super) spelt_as_bytes: bool,
}

/// Reads a value of a dump; `span` says that spans of time are expected.
pub(super) fn read(value: &Value, span: bool) -> Read {
    let mut read = Read::default();
    read.value = read.plain(value, span);
    read
}

impl Read {
    fn plain(&mut self, value: &Value, span: bool) -> Value {
        match value {
            Value::String(text) => self.text(text, span),
            Value::Array(items) => items.iter().map(|item| self.plain(item, span)).collect(),
            Value::Object(map) => {
                if let (1, Some(Value::String(hex))) = (map.len(), map.get("$bytes")) {
                    return self.bytes(HEXLOWER_PERMISSIVE.decode(hex.as_bytes()).ok());
                }
                let entries = map.iter().map(|(key, value)| (key.clone(), self.plain(value, span)));
                Value::Object(entries.collect())
            }
            other => other.clone(),
        }
    }

    fn text(&mut self, text: &str, span: bool) -> Value {
        if let Some(name) = function(text) {
            // The library's own, which have their counterparts here.
            if !name.starts_with("uia_") {
                self.code.push(name.to_owned());
            }
            return Value::from(name);
        }
        if let Some(bytes) = text.strip_prefix('b').and_then(literal) {
            self.spelt_as_bytes = true;
            return self.bytes(Some(bytes));
        }
        if let Some(lazy) = text.strip_prefix('l').and_then(literal) {
            return Value::from(String::from_utf8_lossy(&lazy).into_owned());
        }
        if span && let Some(seconds) = timedelta(text) {
            return Value::from(seconds);
        }
        set(text).unwrap_or_else(|| Value::from(text))
    }

    fn bytes(&mut self, bytes: Option<Vec<u8>>) -> Value {
        match bytes.map(String::from_utf8) {
            Some(Ok(text)) => Value::from(text),
            _ => {
                self.binary = true;
                Value::Null
            }
        }
    }
}

/// The name in `<function name at 0x…>`, `<class 'a.B'>`, `<bound method A.b of …>`, `<a.B object …>`.
fn function(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('<')?.strip_suffix('>')?;
    for start in ["function ", "built-in function ", "bound method ", "built-in method ", "class "]
    {
        if let Some(rest) = inner.strip_prefix(start) {
            let name = rest.split(' ').next().unwrap_or(rest);
            return Some(name.trim_matches('\''));
        }
    }
    let (name, _) = inner.split_once(" object at 0x")?;
    (!name.contains(' ')).then_some(name)
}

/// The bytes of `'…'` or `"…"`, as `repr` writes them. Characters beyond Latin-1 are UTF-8.
fn literal(text: &str) -> Option<Vec<u8>> {
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let inner = text.strip_prefix(quote)?.strip_suffix(quote)?;
    let mut bytes = Vec::with_capacity(inner.len());
    let mut rest = inner.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next()? {
                'n' => bytes.push(b'\n'),
                'r' => bytes.push(b'\r'),
                't' => bytes.push(b'\t'),
                'x' => {
                    let digits: String = rest.by_ref().take(2).collect();
                    bytes.push(u8::from_str_radix(&digits, 16).ok()?);
                }
                same @ ('\\' | '\'' | '"') => bytes.push(same as u8),
                _ => return None,
            },
            c if c == quote => return None,
            c => bytes.extend(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    Some(bytes)
}

/// The seconds of `datetime.timedelta(days=1, seconds=30)` or `1 day, 0:00:30`.
fn timedelta(text: &str) -> Option<f64> {
    let call = text.strip_prefix("datetime.").unwrap_or(text).strip_prefix("timedelta(");
    if let Some(arguments) = call.and_then(|rest| rest.strip_suffix(')')) {
        let mut seconds = 0.0;
        for argument in
            arguments.split(',').map(str::trim).filter(|it| !it.is_empty() && *it != "0")
        {
            let (unit, number) = argument.split_once('=')?;
            let size = match unit {
                "days" => 86_400.0,
                "seconds" => 1.0,
                "microseconds" => 1e-6,
                _ => return None,
            };
            seconds += number.parse::<f64>().ok()? * size;
        }
        return Some(seconds);
    }
    let (days, clock) = match text.split_once(", ") {
        Some((days, clock)) => {
            let number = days.strip_suffix(" days").or_else(|| days.strip_suffix(" day"))?;
            (number.parse::<f64>().ok()?, clock)
        }
        None => (0.0, text),
    };
    let parts: Vec<f64> = clock.split(':').map(|it| it.parse().ok()).collect::<Option<_>>()?;
    let [hours, minutes, seconds] = parts.as_slice() else { return None };
    Some(days * 86_400.0 + hours * 3_600.0 + minutes * 60.0 + seconds)
}

/// The texts of `{'a', 'b'}`, `frozenset({'a'})` or `('a', 'b')`.
fn set(text: &str) -> Option<Value> {
    if text == "set()" || text == "frozenset()" {
        return Some(Value::Array(Vec::new()));
    }
    let plain = text.strip_prefix("frozenset(").and_then(|rest| rest.strip_suffix(')'));
    let plain = plain.unwrap_or(text);
    let braces = plain.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let inner =
        braces.or_else(|| plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')))?;
    let items = inner
        .trim_end_matches(',')
        .split(", ")
        .map(|item| literal(item).and_then(|bytes| String::from_utf8(bytes).ok()).map(Value::from));
    items.collect::<Option<Vec<_>>>().map(Value::Array)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_python_prints() {
        for (text, span, value) in [
            ("datetime.timedelta(days=31)", true, json!(2_678_400.0)),
            ("datetime.timedelta(days=-1, seconds=30)", true, json!(-86_370.0)),
            ("datetime.timedelta(0)", true, json!(0.0)),
            ("1 day, 0:00:30", true, json!(86_430.0)),
            ("0:15:00", true, json!(900.0)),
            ("0:15:00", false, json!("0:15:00")),
            ("5 days", true, json!("5 days")),
            ("b'a key'", false, json!("a key")),
            (r"b'it\'s \x41\\'", false, json!(r"it's A\")),
            ("l'Welcome'", false, json!("Welcome")),
            ("{'argon2', 'bcrypt'}", false, json!(["argon2", "bcrypt"])),
            ("frozenset({'plaintext'})", false, json!(["plaintext"])),
            ("('Joe', 'joe@lp.com')", false, json!(["Joe", "joe@lp.com"])),
            ("set()", false, json!([])),
            ("{ not python }", false, json!("{ not python }")),
            ("<b>bold</b>", false, json!("<b>bold</b>")),
            ("<function uia_email_mapper at 0x7f18ab1018a0>", false, json!("uia_email_mapper")),
        ] {
            let read = read(&json!(text), span);
            assert_eq!((read.value, read.code, read.binary), (value, vec![], false), "{text}");
        }
        assert!(read(&json!("b'key'"), false).spelt_as_bytes);
        assert!(!read(&json!({ "$bytes": "6b6579" }), false).spelt_as_bytes);
        assert_eq!(read(&json!({ "$bytes": "6b6579" }), false).value, json!("key"));
        assert!(read(&json!({ "$bytes": "ff00" }), false).binary);
        assert!(read(&json!(r"b'\xec\xff'"), false).binary);
    }

    #[test]
    fn code_is_named() {
        for (text, name) in [
            ("<function mapper at 0x7f18ab1018a0>", "mapper"),
            ("<function make.<locals>.inner at 0x7f18ab1018a0>", "make.<locals>.inner"),
            ("<class 'app.forms.Register'>", "app.forms.Register"),
            ("<bound method Site.mapper of <app.Site object at 0x7f18>>", "Site.mapper"),
            ("<app.Site object at 0x7f18>", "app.Site"),
        ] {
            assert_eq!(read(&json!([{ "a": text }]), false).code, [name], "{text}");
        }
    }
}
