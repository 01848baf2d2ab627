//! Origins of pages.

use std::fmt;

use serde_json::Value;

use crate::config::table::Setting;
use crate::text::host::Host;

/// Where a page comes from, as browsers write it into the header `Origin` (RFC 6454): scheme, host,
/// and the port where it is not the scheme's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebOrigin(String);

impl WebOrigin {
    /// The origin as browsers write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads an origin in any spelling; `None` if it has a path, a user or no host.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
        if !scheme.starts_with(|c: char| c.is_ascii_alphabetic()) || !scheme.bytes().all(plain) {
            return None;
        }
        let host = Host::parse(rest)?.without_default_port(&scheme);
        Some(Self(format!("{scheme}://{host}")))
    }
}

impl fmt::Display for WebOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Setting for WebOrigin {
    fn kind() -> String {
        "origin".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        let origin = value.as_str().and_then(|text| Self::parse(text.trim()));
        origin.ok_or_else(|| {
            "an origin such as \"https://app.example.com\", without a path".to_owned()
        })
    }

    fn show(&self) -> Value {
        Value::from(self.0.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_written_as_browsers_write_them() {
        for (text, expected) in [
            ("https://app.test", Some("https://app.test")),
            ("HTTPS://App.Test:443", Some("https://app.test")),
            ("http://app.test:443", Some("http://app.test:443")),
            ("http://localhost:5173", Some("http://localhost:5173")),
            ("https://bücher.test", Some("https://xn--bcher-kva.test")),
            ("http://[::1]:3000", Some("http://[::1]:3000")),
            ("capacitor://localhost", Some("capacitor://localhost")),
            ("app.test", None),
            ("https://app.test/", None),
            ("https://app.test/x", None),
            ("https://user@app.test", None),
            ("https://*.app.test", None),
            ("://app.test", None),
            ("null", None),
            ("*", None),
            ("", None),
        ] {
            let read = WebOrigin::parse(text);
            assert_eq!(read.as_ref().map(WebOrigin::as_str), expected, "{text}");
        }
    }
}
