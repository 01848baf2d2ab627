//! What a record says, read by the names of its values.

use jiff::Timestamp;
use jiff::civil::DateTime;
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use crate::cli::import::attributes::Attribute;
use crate::cli::import::foreign::Secret;
use crate::clock;
use crate::model::UserField;

/// What a record says.
#[derive(Default)]
pub(super) struct Given {
    pub(super) email: Option<String>,
    pub(super) username: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) second_phone: Option<String>,
    pub(super) hash: Option<String>,
    pub(super) salt: Option<String>,
    pub(super) secret: Option<Secret>,
    pub(super) active: Option<bool>,
    pub(super) confirmed: Option<bool>,
    pub(super) confirmed_at: Option<DateTime>,
    pub(super) created_at: Option<DateTime>,
    pub(super) roles: Vec<String>,
    pub(super) fields: Vec<UserField>,
    pub(super) extra: Map<String, Value>,
    /// Which value said what.
    taken: Vec<(String, Attribute)>,
}

impl Given {
    pub(super) fn take(
        &mut self,
        name: &str,
        attribute: Attribute,
        value: Value,
        separator: &str,
    ) -> Result<(), String> {
        if let Some((other, _)) = self.taken.iter().find(|(_, taken)| taken.meets(&attribute)) {
            return Err(twice(other, name));
        }
        self.taken.push((name.to_owned(), attribute.clone()));
        match attribute {
            Attribute::Email => self.email = Some(text(value)?),
            Attribute::Username => self.username = Some(text(value)?),
            Attribute::Phone => self.phone = Some(text(value)?),
            Attribute::Hash => self.hash = Some(text(value)?),
            Attribute::Salt => self.salt = Some(text(value)?),
            Attribute::Password => {
                let password = Zeroizing::new(text(value)?);
                if !password.is_empty() && self.secret.is_some() {
                    return Err("beside it stands a hash: leave one of them out".to_owned());
                }
                if !password.is_empty() {
                    self.secret = Some(Secret::Password(password));
                }
            }
            Attribute::Active => self.active = Some(flag(&value)?),
            Attribute::Disabled => self.active = Some(!flag(&value)?),
            Attribute::Confirmed => self.confirmed = Some(flag(&value)?),
            Attribute::ConfirmedAt => self.confirmed_at = Some(time(&value)?),
            Attribute::CreatedAt => self.created_at = Some(time(&value)?),
            Attribute::LastLoginAt => {
                self.fields.push(UserField::LastLoginAt(Some(time(&value)?)));
            }
            Attribute::CurrentLoginAt => {
                self.fields.push(UserField::CurrentLoginAt(Some(time(&value)?)));
            }
            Attribute::LoginCount => {
                let count = value.as_i64().or_else(|| value.as_str()?.parse().ok());
                let count = count.filter(|count| *count >= 0).ok_or("it must be a number")?;
                self.fields.push(UserField::LoginCount(Some(count)));
            }
            Attribute::SecondFactorPhone => self.second_phone = Some(text(value)?),
            Attribute::Roles => self.roles = roles(value, separator)?,
            Attribute::Own(column) => {
                self.extra.insert(column, value);
            }
            Attribute::Nothing => {}
        }
        Ok(())
    }
}

/// Which of the two is meant, nobody can tell.
pub(super) fn twice(one: &str, other: &str) -> String {
    let out = format!("{other}=");
    format!(
        "{one:?} and {other:?} say the same of a user: leave one out, such as with --map {out:?}"
    )
}

fn text(value: Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text),
        Value::Number(number) => Ok(number.to_string()),
        _ => Err("it must be text".to_owned()),
    }
}

fn flag(value: &Value) -> Result<bool, String> {
    let word = match value {
        Value::Bool(flag) => return Ok(*flag),
        Value::Number(number) => number.to_string(),
        other => other.as_str().unwrap_or_default().trim().to_ascii_lowercase(),
    };
    match word.as_str() {
        "true" | "t" | "yes" | "y" | "1" | "on" => Ok(true),
        "false" | "f" | "no" | "n" | "0" | "off" => Ok(false),
        _ => Err("it must be true or false".to_owned()),
    }
}

fn roles(value: Value, separator: &str) -> Result<Vec<String>, String> {
    let names: Vec<String> = match value {
        Value::Array(names) => names.into_iter().map(text).collect::<Result<_, _>>()?,
        Value::String(names) if separator.is_empty() => vec![names],
        Value::String(names) => names.split(separator).map(str::to_owned).collect(),
        _ => return Err("they must be a list of names".to_owned()),
    };
    let names = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
    Ok(names.map(str::to_owned).collect())
}

/// Seconds or milliseconds since 1970, or a date and time as databases and RFC 3339 write it; UTC
/// where there is no zone.
fn time(value: &Value) -> Result<DateTime, String> {
    let wrong = || "it must be a time, such as 2026-06-15T12:00:00Z".to_owned();
    let text = value.as_str().map(str::trim);
    let number = value.as_i64().or_else(|| text?.parse().ok());
    if let Some(number) = number {
        // Seconds reach this in the year 5138, milliseconds reached it in 1973.
        let milliseconds = number.unsigned_abs() > 100_000_000_000;
        let moment = match milliseconds {
            true => Timestamp::from_millisecond(number),
            false => Timestamp::from_second(number),
        };
        return moment.ok().map(clock::utc).filter(storable).ok_or_else(wrong);
    }
    let text = text.ok_or_else(wrong)?;
    let text = text.strip_suffix(" UTC").unwrap_or(text);
    let time = match text.parse::<Timestamp>() {
        Ok(moment) => Some(clock::utc(moment)),
        Err(_) => text.parse::<DateTime>().ok(),
    };
    time.filter(storable).ok_or_else(wrong)
}

/// Databases, and Python beside us, read no other years: one such row would stop every list.
fn storable(time: &DateTime) -> bool {
    (1..=9999).contains(&time.year())
}
