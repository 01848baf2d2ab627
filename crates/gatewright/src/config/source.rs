//! Where settings come from: files and the environment, turned into names and values.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde_json::Value;

use crate::config::known;
use crate::config::table::Given;
use crate::error::{Error, Result};

/// Largest configuration file, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// In front of a name in the environment, to keep it apart from other programs' names.
const OURS: &str = "GATEWRIGHT_";

/// Names of the environment that the commands read themselves.
const COMMANDS: &[&str] = &["BIND", "CONFIG", "HOME", "LOG"];

/// Beginnings of names that nobody else uses: a name that is unknown is a misspelt one.
const OWNED: &[&str] = &["SECURITY_", "SESSION_COOKIE_", "REMEMBER_COOKIE_", "WTF_"];

/// One setting on its way in, with its name as the tables spell it.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) key: String,
    pub(crate) given: Given,
}

/// Reads a configuration file: JSON if its name ends so, else TOML.
pub(crate) fn read_file(path: &Path) -> Result<Value> {
    let name = path.display();
    let cannot = |error: &std::io::Error| Error::config(format!("{name} cannot be read: {error}"));
    let file = File::open(path).map_err(|error| cannot(&error))?;
    let mut text = String::new();
    file.take(LARGEST + 1).read_to_string(&mut text).map_err(|error| cannot(&error))?;
    if text.len() as u64 > LARGEST {
        return Err(Error::config(format!("{name} is larger than a configuration may be (1 MiB)")));
    }
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        parse_json(&name.to_string(), &text)
    } else {
        parse_toml(&name.to_string(), &text)
    }
}

/// Reads JSON. The error names the line but never shows it: it may hold a secret.
pub(crate) fn parse_json(name: &str, text: &str) -> Result<Value> {
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Error::config(format!("{name}, line {line}, column {column}: this is not valid JSON"))
    })
}

/// Reads TOML. The error names the line but never shows it: it may hold a secret.
pub(crate) fn parse_toml(name: &str, text: &str) -> Result<Value> {
    let table: toml::Table = toml::from_str(text).map_err(|error| {
        let upto = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = upto.matches('\n').count() + 1;
        Error::config(format!("{name}, line {line}: {}", error.message()))
    })?;
    Ok(from_toml(toml::Value::Table(table)))
}

fn from_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::from(text),
        toml::Value::Integer(number) => Value::from(number),
        // Infinity and "not a number" become text, which no setting takes for a number.
        toml::Value::Float(number) if number.is_finite() => Value::from(number),
        toml::Value::Float(number) => Value::from(number.to_string()),
        toml::Value::Boolean(flag) => Value::from(flag),
        toml::Value::Datetime(moment) => Value::from(moment.to_string()),
        toml::Value::Array(items) => items.into_iter().map(from_toml).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, from_toml(value))).collect())
        }
    }
}

/// Names the settings of a file: top-level keys in either case, and those of the table `security`.
///
/// Tables that the application says are its own are left out.
pub(crate) fn from_document(document: Value, own: &[String]) -> Result<Vec<Item>, String> {
    let Value::Object(document) = document else {
        return Err("a configuration is a table of settings".into());
    };
    let mut items = Vec::new();
    for (name, value) in document {
        if own.contains(&name) {
            continue;
        }
        match value {
            Value::Object(table) if name.eq_ignore_ascii_case("security") => {
                for (name, value) in table {
                    let name = name.to_uppercase();
                    let key = match name.strip_prefix("SECURITY_") {
                        Some(_) => name,
                        None => format!("SECURITY_{name}"),
                    };
                    items.push(Item { key, given: Given::Value(value) });
                }
            }
            value => {
                let name = name.to_uppercase();
                let key = match name.strip_prefix("SECURITY.") {
                    Some(rest) => format!("SECURITY_{rest}"),
                    None => name,
                };
                items.push(Item { key, given: Given::Value(value) });
            }
        }
    }
    Ok(items)
}

/// Picks the settings out of an environment, in which most names are about something else.
///
/// `GATEWRIGHT_X` is `X` or `SECURITY_X`, and beats the plain name. A name of one word, such as
/// `DEBUG`, counts only with that prefix.
pub(crate) fn from_environment(vars: impl IntoIterator<Item = (String, String)>) -> Vec<Item> {
    let (mut plain, mut prefixed) = (Vec::new(), Vec::new());
    for (name, text) in vars {
        let given = Given::Text(text);
        if let Some(rest) = name.strip_prefix(OURS) {
            if COMMANDS.contains(&rest) || links_a_container(rest) {
                continue;
            }
            let long = format!("SECURITY_{rest}");
            let short = !known::exists(rest) && known::exists(&long);
            prefixed.push(Item { key: if short { long } else { rest.to_owned() }, given });
        } else if name.contains('_')
            && (known::exists(&name) || OWNED.iter().any(|start| name.starts_with(start)))
            && !links_a_container(&name)
        {
            plain.push(Item { key: name, given });
        }
    }
    // What is said by the longer name is said last.
    plain.retain(|item| !prefixed.iter().any(|other: &Item| same_setting(&other.key, &item.key)));
    plain.append(&mut prefixed);
    plain
}

fn same_setting(one: &str, other: &str) -> bool {
    known::canonical(one).is_some_and(|key| known::canonical(other) == Some(key))
}

/// True for the variables that container platforms make for a service called like one of our
/// prefixes: `…_SERVICE_HOST`, `…_PORT`, `…_PORT_443_TCP_ADDR` and so on.
fn links_a_container(name: &str) -> bool {
    let words: Vec<&str> = name.split('_').collect();
    let service = words.windows(2).any(|pair| matches!(pair, ["SERVICE", "HOST" | "PORT"]));
    let protocol = words.iter().any(|word| matches!(*word, "TCP" | "UDP"));
    !known::exists(name) && (service || protocol || words.last() == Some(&"PORT"))
}
