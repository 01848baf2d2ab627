//! Values with a meaning of their own: cookie attributes, identities, mail addresses, choices.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use jiff::SignedDuration;
use serde_json::{Map, Value, json};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::config::secret::{REDACTED, Secret};
use crate::config::table::Setting;
use crate::config::values::is_none;

/// A Unicode normalisation form (Unicode Standard Annex #15).
pub use crate::text::unicode::Form as NormalForm;

/// Options of a library behind a setting, by name.
pub type Options = Map<String, Value>;

impl Setting for PathBuf {
    fn kind() -> String {
        "path".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        match value.as_str() {
            Some(path) if !path.is_empty() => Ok(Self::from(path)),
            _ => Err("a path".into()),
        }
    }

    fn read_text(text: &str) -> Result<Self, String> {
        Self::read(&Value::from(text))
    }

    fn show(&self) -> Value {
        Value::from(self.to_string_lossy())
    }
}

impl Setting for NormalForm {
    fn kind() -> String {
        "NFC, NFD, NFKC, NFKD".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        let form = value.as_str().and_then(|name| name.to_ascii_uppercase().parse().ok());
        form.ok_or_else(|| "one of \"NFC\", \"NFD\", \"NFKC\", \"NFKD\"".into())
    }

    fn show(&self) -> Value {
        Value::from(self.name())
    }
}

/// Declares an enumeration whose values are words.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$doc:meta])+ $variant:ident = $word:literal ),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $( $(#[$doc])+ $variant, )+ }

        impl $name {
            /// The word that stands for the value in a configuration.
            pub fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $word, )+ }
            }
        }

        impl Setting for $name {
            fn kind() -> String {
                [$($word),+].join(", ")
            }

            fn read(value: &Value) -> Result<Self, String> {
                let given = value.as_str().unwrap_or_default();
                $( if given.eq_ignore_ascii_case($word) { return Ok(Self::$variant); } )+
                Err(format!("one of {}", [$(concat!("\"", $word, "\"")),+].join(", ")))
            }

            fn show(&self) -> Value {
                Value::from(self.as_str())
            }
        }
    };
}

words! {
    /// Which defaults a configuration starts from.
    #[derive(Default)]
    pub enum Preset {
        /// Hardened defaults, for a new application.
        #[default]
        Recommended = "recommended",
        /// The defaults of Flask-Security 5.9.2, to take over or run beside one of its applications.
        Flask = "flask",
    }
}

words! {
    /// The `SameSite` attribute of a cookie.
    pub enum SameSite {
        /// Only sent with requests from the same site.
        Strict = "Strict",
        /// Also sent when a link leads here.
        Lax = "Lax",
        /// Always sent.
        None = "None",
    }
}

words! {
    /// What happens when the client's fingerprint no longer fits its session.
    pub enum Protection {
        /// The session is no longer fresh.
        Basic = "basic",
        /// The session ends.
        Strong = "strong",
    }
}

words! {
    /// When mail, SMS and webhooks leave.
    pub enum Delivery {
        /// From a table, in the background, with retries.
        Outbox = "outbox",
        /// Before the response is sent.
        Inline = "inline",
    }
}

words! {
    /// How the value of an identity attribute is normalised before it is looked up.
    pub enum Mapper {
        /// As an email address; anything else is no identity.
        Email = "uia_email_mapper",
        /// As a username.
        Username = "uia_username_mapper",
        /// As a phone number, in E.164 form.
        Phone = "uia_phone_mapper",
        /// As it is.
        Raw = "raw",
    }
}

words! {
    /// What a look-up in a corpus of breached passwords decides; `false` in a file is off.
    pub enum Breached {
        /// The password is refused also when the corpus cannot be asked.
        Strict = "strict",
        /// The password is accepted when the corpus cannot be asked.
        BestEffort = "best-effort",
    }
}

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

/// One kind of identity that users sign in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityAttribute {
    /// The attribute of the user.
    pub attribute: String,
    /// How a submitted value is normalised.
    pub mapper: Mapper,
    /// True if upper and lower case are the same.
    pub case_insensitive: bool,
}

impl IdentityAttribute {
    pub(crate) fn new(attribute: &str, mapper: Mapper) -> Self {
        Self { attribute: attribute.into(), mapper, case_insensitive: true }
    }
}

impl Setting for IdentityAttribute {
    fn kind() -> String {
        "identity attribute".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        let wrong = || {
            "a table with one entry, such as \
             { email = { mapper = \"uia_email_mapper\", case_insensitive = true } }"
                .to_owned()
        };
        let map = value.as_object().filter(|map| map.len() == 1).ok_or_else(wrong)?;
        let (attribute, how) = map.iter().next().ok_or_else(wrong)?;
        let how = how.as_object().ok_or_else(wrong)?;
        let mapper = Mapper::read(how.get("mapper").ok_or_else(wrong)?)
            .map_err(|why| format!("a table in which mapper is {why}"))?;
        let case_insensitive = match how.get("case_insensitive") {
            Some(value) => bool::read(value).map_err(|_| wrong())?,
            None => false,
        };
        let known = |key: &String| matches!(key.as_str(), "mapper" | "case_insensitive");
        let column = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if attribute.is_empty() || !attribute.chars().all(column) || !how.keys().all(known) {
            return Err(wrong());
        }
        Ok(Self { attribute: attribute.clone(), mapper, case_insensitive })
    }

    fn show(&self) -> Value {
        let mut how = Map::new();
        how.insert("mapper".into(), self.mapper.show());
        if self.case_insensitive {
            how.insert("case_insensitive".into(), Value::from(true));
        }
        json!({ self.attribute.as_str(): how })
    }
}

/// Which password schemes are stored without the HMAC step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SingleHash {
    /// Every scheme.
    All,
    /// These.
    Schemes(Vec<String>),
}

impl SingleHash {
    /// True if hashes of this scheme are made from the password itself.
    pub fn covers(&self, scheme: &str) -> bool {
        match self {
            Self::All => true,
            Self::Schemes(schemes) => schemes.iter().any(|each| each == scheme),
        }
    }
}

impl Setting for SingleHash {
    fn kind() -> String {
        "list of text, or true".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        let schemes = match value {
            Value::Bool(true) => return Ok(Self::All),
            value if is_none(value) => Vec::new(),
            value => {
                Vec::<String>::read(value).map_err(|_| "true, or a list of schemes".to_owned())?
            }
        };
        // An empty list means what none means: only plaintext is stored as it is.
        Ok(Self::Schemes(if schemes.is_empty() { vec!["plaintext".into()] } else { schemes }))
    }

    fn show(&self) -> Value {
        match self {
            Self::All => Value::from(true),
            Self::Schemes(schemes) => schemes.show(),
        }
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

/// The sender of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The name that is shown.
    pub name: Option<String>,
    /// The address.
    pub address: String,
}

impl Setting for Sender {
    fn kind() -> String {
        "text, or [name, address]".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        let sender = match value {
            Value::String(text) => {
                match text.trim().strip_suffix('>').and_then(|t| t.split_once('<')) {
                    Some((name, address)) => Self {
                        name: Some(name.trim().trim_matches('"').to_owned())
                            .filter(|n| !n.is_empty()),
                        address: address.trim().to_owned(),
                    },
                    None => Self { name: None, address: text.trim().to_owned() },
                }
            }
            Value::Array(parts) => match parts.as_slice() {
                [Value::String(name), Value::String(address)] => {
                    Self { name: Some(name.clone()), address: address.trim().to_owned() }
                }
                _ => return Err("an address, or [name, address]".into()),
            },
            _ => return Err("an address, or [name, address]".into()),
        };
        // A line break here would be a header of the sender's choosing.
        let clean = |text: &str| !text.chars().any(char::is_control);
        if sender.address.is_empty()
            || !clean(&sender.address)
            || !sender.name.as_deref().is_none_or(clean)
        {
            return Err("an address, or [name, address], without control characters".into());
        }
        Ok(sender)
    }

    fn show(&self) -> Value {
        match &self.name {
            Some(name) => json!([name, self.address]),
            None => Value::from(self.address.as_str()),
        }
    }
}

/// Where the database is. Its password is not shown.
#[derive(Clone)]
pub struct DatabaseUrl(Zeroizing<String>);

impl DatabaseUrl {
    /// The address as it was given, password included.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address with the password struck out.
    pub fn redacted(&self) -> String {
        let Some((scheme, rest)) = self.0.split_once("://") else { return self.0.to_string() };
        // Options may hold a password, too; and a password may hold any of `/?@`.
        let cut = |text: &str| match text.split_once('?') {
            Some((before, _)) => format!("{before}?{REDACTED}"),
            None => text.to_owned(),
        };
        match rest.rsplit_once('@') {
            Some((user, host)) => {
                let user = user.split_once(':').map_or(user, |(user, _)| user);
                format!("{scheme}://{user}:{REDACTED}@{}", cut(host))
            }
            None => format!("{scheme}://{}", cut(rest)),
        }
    }
}

impl From<&str> for DatabaseUrl {
    fn from(url: &str) -> Self {
        Self(Zeroizing::new(url.to_owned()))
    }
}

impl From<String> for DatabaseUrl {
    fn from(url: String) -> Self {
        Self(Zeroizing::new(url))
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({})", self.redacted())
    }
}

impl Setting for DatabaseUrl {
    fn kind() -> String {
        "URL".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        match value.as_str().map(str::trim) {
            Some(url) if url.contains(':') => Ok(Self::from(url)),
            _ => Err("a URL such as \"sqlite:app.db\"".into()),
        }
    }

    fn show(&self) -> Value {
        Value::from(self.redacted())
    }

    fn same(&self, other: &Self) -> bool {
        self.as_str().as_bytes().ct_eq(other.as_str().as_bytes()).into()
    }
}

/// A map whose values are not shown: account data, keys by tag, options with passwords inside.
#[derive(Clone, Default)]
pub struct SecretMap(BTreeMap<String, Secret>);

impl SecretMap {
    /// The value of an entry; one that is not text is JSON.
    pub fn get(&self, key: &str) -> Option<&Secret> {
        self.0.get(key)
    }

    /// The entries in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Secret)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// True if there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for SecretMap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(&self.0).finish()
    }
}

impl Setting for SecretMap {
    fn kind() -> String {
        "map of secrets".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        let map = match value {
            Value::Object(map) => map,
            value if is_none(value) => return Ok(Self::default()),
            _ => return Err("a table".into()),
        };
        let entries = map.iter().filter(|(_, value)| !value.is_null());
        let secret = |value: &Value| match value {
            Value::String(text) => Secret::from(text.as_str()),
            other => Secret::from(other.to_string()),
        };
        Ok(Self(entries.map(|(key, value)| (key.clone(), secret(value))).collect()))
    }

    fn show(&self) -> Value {
        Value::Object(self.0.keys().map(|key| (key.clone(), Value::from(REDACTED))).collect())
    }

    fn same(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self
                .0
                .iter()
                .zip(&other.0)
                .all(|(one, other)| one.0 == other.0 && one.1.same(other.1))
    }
}

/// A setting that is a function in Flask-Security and code here: known, but not for a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Code;

impl Setting for Code {
    fn kind() -> String {
        "code".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        if is_none(value) {
            return Ok(Self);
        }
        Err("left out: it is a function, which an application gives to the builder".into())
    }

    fn show(&self) -> Value {
        Value::Null
    }
}
