//! Who signs in, with what, and who writes to them.

use serde_json::{Map, Value, json};

use crate::config::table::Setting;
use crate::config::types::Mapper;
use crate::config::values::is_none;

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
