//! Headers and proxies.

use serde_json::{Value, json};

use crate::config::table::Setting;
use crate::config::values::is_none;

/// Directives of the `Cache-Control` header (RFC 9111), in the order in which they are sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CacheControl(Vec<(String, Option<String>)>);

impl CacheControl {
    pub(crate) fn private() -> Self {
        Self(vec![("private".into(), None), ("no-store".into(), None)])
    }

    /// The value of the header, for example `private, no-store`.
    pub fn header_value(&self) -> String {
        let directives = self.0.iter().map(|(name, value)| match value {
            Some(value) => format!("{name}={value}"),
            None => name.clone(),
        });
        directives.collect::<Vec<_>>().join(", ")
    }
}

impl Setting for CacheControl {
    fn kind() -> String {
        "map".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        let wrong = || {
            "a table of Cache-Control directives, each true or a number, such as \
             { private = true, max-age = 60 }"
                .to_owned()
        };
        let map = value.as_object().ok_or_else(wrong)?;
        let mut directives = Vec::new();
        for (name, value) in map {
            // Flask spells them with either character.
            let name = name.to_ascii_lowercase().replace('_', "-");
            if name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
                return Err(wrong());
            }
            match value {
                Value::Bool(true) => directives.push((name, None)),
                Value::Number(number) => directives.push((name, Some(number.to_string()))),
                value if is_none(value) => {}
                _ => return Err(wrong()),
            }
        }
        Ok(Self(directives))
    }

    fn show(&self) -> Value {
        let entry = |(name, value): &(String, Option<String>)| {
            let value = match value.as_deref().map(str::parse::<i64>) {
                Some(Ok(number)) => Value::from(number),
                Some(Err(_)) => Value::from(value.clone()),
                None => Value::from(true),
            };
            (name.clone(), value)
        };
        Value::Object(self.0.iter().map(entry).collect())
    }
}

/// How many proxies in front of the application may be believed, per header.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ProxyFix {
    /// For `X-Forwarded-For`: the client's address.
    pub x_for: usize,
    /// For `X-Forwarded-Proto`: the scheme.
    pub x_proto: usize,
    /// For `X-Forwarded-Host`.
    pub x_host: usize,
    /// For `X-Forwarded-Port`.
    pub x_port: usize,
    /// For `X-Forwarded-Prefix`: the path that the proxy took away.
    pub x_prefix: usize,
}

impl Setting for ProxyFix {
    fn kind() -> String {
        "map to integer".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        let wrong = || {
            "a table of small numbers, such as { x_for = 1, x_proto = 1 } (also x_host, x_port, \
             x_prefix)"
                .to_owned()
        };
        let mut proxies = Self::default();
        if is_none(value) {
            return Ok(proxies);
        }
        for (name, value) in value.as_object().ok_or_else(wrong)? {
            let count = usize::read(value).ok().filter(|count| *count <= 16).ok_or_else(wrong)?;
            match name.as_str() {
                "x_for" => proxies.x_for = count,
                "x_proto" => proxies.x_proto = count,
                "x_host" => proxies.x_host = count,
                "x_port" => proxies.x_port = count,
                "x_prefix" => proxies.x_prefix = count,
                _ => return Err(wrong()),
            }
        }
        Ok(proxies)
    }

    fn show(&self) -> Value {
        json!({
            "x_for": self.x_for, "x_proto": self.x_proto, "x_host": self.x_host,
            "x_port": self.x_port, "x_prefix": self.x_prefix,
        })
    }
}
