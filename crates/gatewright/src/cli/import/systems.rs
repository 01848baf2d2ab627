//! The exports of other systems, as records of plain names.

use gatewright_wire::passlib::{Digest, Foreign};
use serde_json::{Map, Value};

use crate::cli::import::attributes::Attribute;
use crate::cli::import::options::Format;

type Record = Map<String, Value>;

/// The member of Keycloak's users that holds the hash; `--map credentials=` leaves it out.
pub(super) const CREDENTIALS: &str = "credentials";

/// A user of a record.
pub(super) struct Plain {
    /// What the system itself says of its user.
    pub(super) fields: Record,
    /// What users, or whoever keeps their profiles, named themselves: no identity is taken from it.
    pub(super) profile: Record,
    /// The hash, if it is not a text.
    pub(super) hash: Option<Result<Foreign, gatewright_wire::Error>>,
}

/// The names that a system gives to what is taken over. `None` where names are the file's own.
///
/// No other names count there: profiles hold what users wrote, also under names such as `mail`.
pub(super) fn names(format: Format) -> Option<&'static [(&'static str, Attribute)]> {
    match format {
        Format::Csv | Format::Json | Format::Jsonl => None,
        Format::Firebase => Some(&[
            ("email", Attribute::Email),
            ("emailVerified", Attribute::Confirmed),
            ("passwordHash", Attribute::Hash),
            ("salt", Attribute::Salt),
            ("phoneNumber", Attribute::Phone),
            ("disabled", Attribute::Disabled),
            ("createdAt", Attribute::CreatedAt),
            ("lastSignedInAt", Attribute::CurrentLoginAt),
        ]),
        Format::Keycloak => Some(&[
            ("email", Attribute::Email),
            ("emailVerified", Attribute::Confirmed),
            ("username", Attribute::Username),
            ("enabled", Attribute::Active),
            ("createdTimestamp", Attribute::CreatedAt),
            ("realmRoles", Attribute::Roles),
        ]),
        Format::Auth0 => Some(&[
            ("email", Attribute::Email),
            ("email_verified", Attribute::Confirmed),
            ("username", Attribute::Username),
            ("password_hash", Attribute::Hash),
            ("passwordHash", Attribute::Hash),
            ("phone_number", Attribute::Phone),
            ("blocked", Attribute::Disabled),
            ("created_at", Attribute::CreatedAt),
            ("last_login", Attribute::CurrentLoginAt),
            ("logins_count", Attribute::LoginCount),
        ]),
        Format::Django => Some(&[
            ("email", Attribute::Email),
            ("username", Attribute::Username),
            ("password", Attribute::Hash),
            ("is_active", Attribute::Active),
            ("date_joined", Attribute::CreatedAt),
            ("last_login", Attribute::CurrentLoginAt),
            ("groups", Attribute::Roles),
        ]),
    }
}

/// `None` if the record is no user.
pub(super) fn plain(format: Format, record: &Record) -> Option<Plain> {
    let mut fields = record.clone();
    let (mut profile, mut hash) = (Record::new(), None);
    match format {
        Format::Csv | Format::Json | Format::Jsonl => {}
        Format::Firebase => firebase(&mut fields),
        Format::Auth0 => auth0(&mut fields),
        Format::Keycloak => {
            profile = attributes(&mut fields);
            hash = keycloak(&mut fields);
        }
        Format::Django => {
            let model = record.get("model").and_then(Value::as_str).unwrap_or_default();
            if !model.to_ascii_lowercase().ends_with("user") {
                return None;
            }
            fields = record.get("fields")?.as_object()?.clone();
            django(&mut fields);
        }
    }
    Some(Plain { fields, profile, hash })
}

fn firebase(fields: &mut Record) {
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
    // A number is an identity, unlike what somebody only says is theirs.
    if fields.get("phone_verified").and_then(Value::as_bool) != Some(true) {
        fields.remove("phone_number");
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
    // What Django writes for accounts without a password.
    let unusable = |hash: &Value| hash.as_str().is_some_and(|hash| hash.starts_with('!'));
    if fields.get("password").is_some_and(unusable) {
        fields.remove("password");
    }
    // Names with `--natural-foreign`, each in a list; otherwise numbers, which mean nothing here.
    if let Some(Value::Array(groups)) = fields.remove("groups") {
        let name = |group: &Value| match group {
            Value::Array(key) => key.first().filter(|name| name.is_string()).cloned(),
            Value::String(_) => Some(group.clone()),
            _ => None,
        };
        let names: Vec<Value> = groups.iter().filter_map(name).collect();
        fields.insert("groups".to_owned(), Value::Array(names));
    }
}

/// A list for each name; the first counts.
fn attributes(fields: &mut Record) -> Record {
    let Some(Value::Object(attributes)) = fields.remove("attributes") else { return Record::new() };
    let theirs = attributes.into_iter().filter(|(name, _)| !fields.contains_key(name));
    theirs.map(|(name, value)| (name, value.get(0).cloned().unwrap_or(Value::Null))).collect()
}

fn keycloak(fields: &mut Record) -> Option<Result<Foreign, gatewright_wire::Error>> {
    if let Some(Value::Array(mut roles)) = fields.remove("realmRoles") {
        let built_in = |name: &str| {
            name.starts_with("default-roles-")
                || matches!(name, "offline_access" | "uma_authorization")
        };
        roles.retain(|role| role.as_str().is_some_and(|name| !built_in(name)));
        fields.insert("realmRoles".to_owned(), Value::Array(roles));
    }
    let Some(Value::Array(credentials)) = fields.remove(CREDENTIALS) else { return None };
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
