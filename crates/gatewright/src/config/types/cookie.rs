//! Attributes of cookies.

use jiff::SignedDuration;
use serde_json::{Map, Value};

use crate::config::table::Setting;
use crate::config::types::SameSite;

/// When a cookie gets the `Secure` attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecureFlag {
    /// On every response.
    Always,
    /// On none.
    Never,
    /// Always, except over plain http on a loopback host (development).
    Auto,
}

impl SecureFlag {
    /// True if a response gets the attribute.
    pub fn applies(self, https: bool, loopback_host: bool) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => https || !loopback_host,
        }
    }
}

impl Setting for SecureFlag {
    fn kind() -> String {
        "boolean or auto".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        match value {
            Value::Bool(true) => Ok(Self::Always),
            Value::Bool(false) => Ok(Self::Never),
            Value::String(text) if text.eq_ignore_ascii_case("auto") => Ok(Self::Auto),
            Value::Null
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_) => Err("true, false or \"auto\"".into()),
        }
    }

    fn read_text(text: &str) -> Result<Self, String> {
        match bool::read_text(text) {
            Ok(flag) => Self::read(&Value::from(flag)),
            Err(_) => Self::read(&Value::from(text)),
        }
    }

    fn show(&self) -> Value {
        match self {
            Self::Always => Value::from(true),
            Self::Never => Value::from(false),
            Self::Auto => Value::from("auto"),
        }
    }
}

/// The attributes of a cookie other than the session's and the remember cookie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CookieAttributes {
    /// `SameSite`; absent if none.
    pub samesite: Option<SameSite>,
    /// `HttpOnly`.
    pub httponly: bool,
    /// `Secure`.
    pub secure: SecureFlag,
    /// `Domain`; the host itself if none.
    pub domain: Option<String>,
    /// `Path`; the whole site if none.
    pub path: Option<String>,
    /// `Max-Age`; a session cookie if none.
    pub max_age: Option<SignedDuration>,
    /// `Partitioned`.
    pub partitioned: bool,
}

impl CookieAttributes {
    pub(crate) fn strict(httponly: bool) -> Self {
        Self {
            samesite: Some(SameSite::Strict),
            secure: SecureFlag::Always,
            ..Self::plain(httponly)
        }
    }

    fn plain(httponly: bool) -> Self {
        Self {
            samesite: None,
            httponly,
            secure: SecureFlag::Never,
            domain: None,
            path: None,
            max_age: None,
            partitioned: false,
        }
    }
}

impl Setting for CookieAttributes {
    fn kind() -> String {
        "cookie attributes".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        let Value::Object(map) = value else {
            return Err("a table of cookie attributes".into());
        };
        let mut cookie = Self::plain(false);
        for (name, value) in map {
            let result = match name.as_str() {
                "samesite" => Setting::read(value).map(|it| cookie.samesite = it),
                "httponly" => Setting::read(value).map(|it| cookie.httponly = it),
                "secure" => Setting::read(value).map(|it| cookie.secure = it),
                "domain" => Setting::read(value).map(|it| cookie.domain = it),
                "path" => Setting::read(value).map(|it| cookie.path = it),
                "max_age" => Setting::read(value).map(|it| cookie.max_age = it),
                "partitioned" => Setting::read(value).map(|it| cookie.partitioned = it),
                _ => Err(String::new()),
            };
            result.map_err(|why| match why.as_str() {
                "" => format!(
                    "a table of cookie attributes (samesite, httponly, secure, domain, path, \
                     max_age, partitioned), which \"{name}\" is not"
                ),
                why => format!("a table in which \"{name}\" is {why}"),
            })?;
        }
        Ok(cookie)
    }

    fn show(&self) -> Value {
        let mut map = Map::new();
        map.insert("samesite".into(), self.samesite.show());
        map.insert("httponly".into(), self.httponly.show());
        map.insert("secure".into(), self.secure.show());
        map.insert("domain".into(), self.domain.show());
        map.insert("path".into(), self.path.show());
        map.insert("max_age".into(), self.max_age.show());
        if self.partitioned {
            map.insert("partitioned".into(), Value::from(true));
        }
        map.retain(|_, value| !value.is_null());
        Value::Object(map)
    }
}
