//! Rows to nouns and back.

use gatewright_wire::lists;
use jiff::civil::DateTime;
use serde_json::Value as Json;

use super::names::quoted;
use crate::error::Result;
use crate::model::{UserField, UserId};
use crate::store::driver::{Dialect, Row, Value};

impl From<&UserId> for Value {
    fn from(id: &UserId) -> Self {
        match id {
            UserId::Int(id) => Self::Int(*id),
            UserId::Text(id) => Self::Text(id.clone()),
        }
    }
}

/// The key of a user, whatever its type.
pub(super) fn user_id(row: &mut Row) -> Result<UserId> {
    opt_user_id(row)?.ok_or_else(|| crate::error::Error::store("a row lacks the key of its user"))
}

/// The key of a user where there may be none.
pub(super) fn opt_user_id(row: &mut Row) -> Result<Option<UserId>> {
    match row.value() {
        Value::Null => Ok(None),
        Value::Int(id) => Ok(Some(UserId::Int(id))),
        Value::Text(id) => Ok(Some(UserId::Text(id))),
        other => Err(crate::error::Error::store(format!("{other:?} is no key of a user"))),
    }
}

/// A list as the tables keep it: joined with commas, NULL for none.
pub(super) fn list(items: Option<&[String]>) -> Value {
    items.map_or(Value::Null, |items| Value::Text(lists::join(items)))
}

/// The value that a field stands for.
pub(super) fn field(field: &UserField) -> Value {
    match field {
        UserField::Email(text) | UserField::Uniquifier(text) => Value::from(text.as_str()),
        UserField::Username(text)
        | UserField::Password(text)
        | UserField::TokenUniquifier(text)
        | UserField::WebauthnHandle(text)
        | UserField::LastLoginIp(text)
        | UserField::CurrentLoginIp(text)
        | UserField::TfPrimaryMethod(text)
        | UserField::TfTotpSecret(text)
        | UserField::TfPhoneNumber(text)
        | UserField::UsTotpSecrets(text)
        | UserField::UsPhoneNumber(text) => Value::from(text.as_deref()),
        UserField::Active(flag) => Value::from(*flag),
        UserField::ConfirmedAt(time)
        | UserField::LastLoginAt(time)
        | UserField::CurrentLoginAt(time)
        | UserField::CreateDatetime(time) => Value::from(*time),
        UserField::LoginCount(count) => Value::from(*count),
        UserField::MfRecoveryCodes(codes) => list(codes.as_deref()),
        UserField::Extra(_, value) => json(value),
    }
}

/// A column of the application's own.
pub(super) fn json(value: &Json) -> Value {
    match value {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => number
            .as_i64()
            .map(Value::Int)
            .or_else(|| number.as_f64().map(Value::Real))
            .unwrap_or_default(),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(_) | Json::Object(_) => Value::Text(value.to_string()),
    }
}

/// "This column still has this value", NULL and both spellings of a time included.
pub(super) fn equals(
    dialect: Dialect,
    column: &str,
    value: Value,
    args: &mut Vec<Value>,
) -> String {
    let column = quoted(column);
    let other = match &value {
        Value::Null => return format!("{column} IS NULL"),
        Value::Time(time) => dialect.other_spelling(*time),
        _ => None,
    };
    args.push(value);
    match other {
        None => format!("{column} = ?"),
        Some(other) => {
            args.push(other);
            format!("{column} IN (?, ?)")
        }
    }
}

/// A time that is later than the one before, so that it tells two writes apart.
pub(super) fn later(now: DateTime, before: Option<DateTime>) -> DateTime {
    let next = |before: DateTime| before.checked_add(jiff::SignedDuration::from_micros(1)).ok();
    before.and_then(next).map_or(now, |next| next.max(now))
}
