//! The exports of other systems, as records of plain names.

use gatewright_wire::passlib::{Digest, Foreign};
use serde_json::{Map, Value};

use crate::cli::import::options::Format;

type Record = Map<String, Value>;

/// A record as this program names things, and the hash if it is not a text.
pub(super) struct Plain {
    pub(super) fields: Record,
    pub(super) hash: Option<Result<Foreign, gatewright_wire::Error>>,
}

/// `None` if the record is no user.
pub(super) fn plain(format: Format, record: &Record) -> Option<Plain> {
    let mut fields = record.clone();
    let mut hash = None;
    match format {
        Format::Csv | Format::Json | Format::Jsonl => {}
        Format::Firebase => firebase(&mut fields),
        Format::Auth0 => auth0(&mut fields),
        Format::Keycloak => hash = keycloak(&mut fields),
        Format::Django => {
            let model = record.get("model").and_then(Value::as_str).unwrap_or_default();
            if !model.to_ascii_lowercase().ends_with("user") {
                return None;
            }
            fields = record.get("fields")?.as_object()?.clone();
            django(&mut fields);
        }
    }
    Some(Plain { fields, hash })
}

fn firebase(fields: &mut Record) {
    // In milliseconds, as text.
    rename(fields, "lastSignedInAt", "current_login_at");
    // Without a password there may be a salt all the same.
    if fields.get("passwordHash").is_none_or(|hash| hash.as_str() == Some("")) {
        fields.remove("passwordHash");
        fields.remove("salt");
    }
}

fn auth0(fields: &mut Record) {
    for name in ["created_at", "last_login", "updated_at"] {
        let inner = fields.get(name).and_then(|value| value.get("$date")).cloned();
        if let Some(value) = inner {
            fields.insert(name.to_owned(), value);
        }
    }
    let custom = fields.remove("custom_password_hash");
    let value = custom.as_ref().and_then(|custom| custom.pointer("/hash/value"));
    if let Some(value) = value
        && !fields.contains_key("password_hash")
        && !fields.contains_key("passwordHash")
    {
        fields.insert("password_hash".to_owned(), value.clone());
    }
}

fn django(fields: &mut Record) {
    rename(fields, "password", "password_hash");
    // What Django writes for accounts without a password.
    let unusable = |hash: &Value| hash.as_str().is_some_and(|hash| hash.starts_with('!'));
    if fields.get("password_hash").is_some_and(unusable) {
        fields.remove("password_hash");
    }
    // Names with `--natural-foreign`, each in a list; otherwise numbers, which mean nothing here.
    if let Some(Value::Array(groups)) = fields.remove("groups") {
        let name = |group: &Value| match group {
            Value::Array(key) => key.first().filter(|name| name.is_string()).cloned(),
            Value::String(_) => Some(group.clone()),
            _ => None,
        };
        let names: Vec<Value> = groups.iter().filter_map(name).collect();
        fields.insert("roles".to_owned(), Value::Array(names));
    }
}

fn keycloak(fields: &mut Record) -> Option<Result<Foreign, gatewright_wire::Error>> {
    // A list for each name; the first counts.
    if let Some(Value::Object(attributes)) = fields.remove("attributes") {
        for (name, value) in attributes {
            let first = value.get(0).cloned().unwrap_or(Value::Null);
            fields.entry(name).or_insert(first);
        }
    }
    if let Some(Value::Array(mut roles)) = fields.remove("realmRoles") {
        let built_in = |name: &str| {
            name.starts_with("default-roles-")
                || matches!(name, "offline_access" | "uma_authorization")
        };
        roles.retain(|role| role.as_str().is_some_and(|name| !built_in(name)));
        fields.insert("roles".to_owned(), Value::Array(roles));
    }
    let Some(Value::Array(credentials)) = fields.remove("credentials") else { return None };
    let is_password = |one: &&Value| one.get("type").and_then(Value::as_str) == Some("password");
    credentials.iter().find(is_password).map(credential)
}

/// `credentialData` and `secretData` are JSON in JSON; before version 8 their members lay beside one
/// another.
fn credential(credential: &Value) -> Result<Foreign, gatewright_wire::Error> {
    let malformed = || gatewright_wire::Error::Malformed;
    let part = |name: &str| {
        let text = credential.get(name).and_then(Value::as_str)?;
        serde_json::from_str::<Value>(text).ok()
    };
    let (data, secret) = (part("credentialData"), part("secretData"));
    let (data, secret) =
        (data.as_ref().unwrap_or(credential), secret.as_ref().unwrap_or(credential));
    let text = |of: &Value, name: &str| of.get(name).and_then(Value::as_str).map(str::to_owned);
    let algorithm = text(data, "algorithm").unwrap_or_else(|| "pbkdf2".to_owned());
    let value = text(secret, "value").or_else(|| text(secret, "hashedSaltedValue"));
    let value = value.ok_or_else(malformed)?;
    if algorithm == "bcrypt" {
        return Foreign::read(&value);
    }
    let bytes = |text: &str| {
        let bytes = data_encoding::BASE64.decode(text.as_bytes());
        bytes.map_err(|_| malformed())
    };
    let salt = text(secret, "salt").ok_or_else(malformed)?;
    let (salt, value) = (bytes(&salt)?, bytes(&value)?);
    let rounds = data.get("hashIterations").and_then(number).ok_or_else(malformed)?;
    let digest = match algorithm.to_ascii_lowercase().as_str() {
        "pbkdf2" | "hmacsha1" | "pbkdf2-sha1" => Digest::Sha1,
        "pbkdf2-sha256" => Digest::Sha256,
        "pbkdf2-sha512" => Digest::Sha512,
        "argon2" => {
            let more = |name: &str| data.get("additionalParameters")?.get(name)?.get(0);
            let cost = |name: &str| more(name).and_then(number).ok_or_else(malformed);
            let kind = more("type").and_then(Value::as_str).unwrap_or("id");
            if more("version").is_some_and(|version| version != "1.3") {
                return Err(gatewright_wire::Error::UnknownScheme);
            }
            let costs = (cost("memory")?, rounds, cost("parallelism")?);
            return Foreign::argon2(kind, costs, &salt, &value);
        }
        _ => return Err(gatewright_wire::Error::UnknownScheme),
    };
    Foreign::pbkdf2(digest, rounds, &salt, &value)
}

/// A number, also one in quotes.
fn number(value: &Value) -> Option<u32> {
    match value {
        Value::String(text) => text.parse().ok(),
        other => other.as_u64().and_then(|number| number.try_into().ok()),
    }
}

fn rename(fields: &mut Record, from: &str, to: &str) {
    if let Some(value) = fields.remove(from) {
        fields.insert(to.to_owned(), value);
    }
}
