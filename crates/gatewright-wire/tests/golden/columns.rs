//! Text columns: recovery codes and one-time code secrets.

use serde_json::{Map, Value};

use gatewright_wire::fernet::{Fernet, Multi};
use gatewright_wire::recovery_codes::Column;
use gatewright_wire::{Error, lists};

use crate::{number, rows, testdata, text};

fn column(row: &Value) -> Column {
    match row["keys"].as_array() {
        None => Column::plain(),
        Some(keys) => {
            let keys: Vec<&str> = keys.iter().map(|key| key.as_str().unwrap()).collect();
            Column::encrypted(Multi::new(&keys).unwrap(), row["ttl"].as_i64())
        }
    }
}

#[test]
fn recovery_codes_are_read() {
    let all = testdata!("recovery_codes");
    for row in rows(&all["plain"]).iter().chain(rows(&all["encrypted"])) {
        let now = row["now"].as_i64().unwrap_or_default();
        let codes: Vec<&str> =
            row["codes"].as_array().unwrap().iter().map(|code| code.as_str().unwrap()).collect();
        assert_eq!(column(row).read(row["column"].as_str(), now), codes, "{row}");
        let again = column(row).write(&codes, now).unwrap();
        assert_eq!(column(row).read(Some(&again), now), codes, "{row}");
        if row["keys"].is_null() {
            assert_eq!(again, row["column"].as_str().unwrap_or_default());
        }
    }
}

#[test]
fn recovery_codes_are_used_up() {
    let all = testdata!("recovery_codes");
    for row in rows(&all["consume"]) {
        let before = row["column"].as_str();
        let after = column(row).take(before, text(row, "code"), number(row, "now"));
        assert_eq!(after.is_some(), row["accepted"].as_bool().unwrap(), "{row}");
        let left = after.as_deref().or(before);
        assert_eq!(left, Some(text(row, "column_after")), "{row}");
    }
    assert_eq!(Column::plain().take(Some("a,,b"), "", 0), None);
    assert_eq!(Column::plain().take(Some("a,b"), "a,b", 0), None);
    assert_eq!(Column::plain().take(None, "a", 0), None);
}

#[test]
fn fernet_refuses_what_is_not_its_own() {
    let all = testdata!("recovery_codes");
    let row = &rows(&all["fernet_known_iv"])[0];
    let (token, at) = (text(row, "token"), number(row, "at"));
    let fernet = Fernet::new(text(row, "key")).unwrap();
    assert_eq!(fernet.decrypt(token, Some(0), at).unwrap(), text(row, "plain").as_bytes());
    let outcome = fernet.decrypt(token, Some(0), at + 1);
    assert_eq!(outcome, Err(Error::Expired { issued_at: at, payload: Vec::new() }));
    for place in 0..token.len() {
        let mut bytes = token.as_bytes().to_vec();
        bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(bytes).unwrap();
        assert!(fernet.decrypt(&changed, None, at).is_err(), "{place}");
        assert!(fernet.decrypt(&token[..place], None, at).is_err(), "{place}");
    }
    for key in ["", "short", &"A".repeat(42), &"A".repeat(44), "\u{e9}"] {
        assert!(matches!(Fernet::new(key), Err(Error::BadOption(_))), "{key}");
    }
    assert!(matches!(Multi::new::<&str>(&[]), Err(Error::BadOption(_))));
    assert_eq!(format!("{fernet:?}"), "Fernet { .. }");
}

#[test]
fn one_time_code_secrets() {
    let all = testdata!("us_totp_secrets_column");
    for row in rows(&all["cases"]) {
        let pairs = lists::split_map(row["column"].as_str()).unwrap();
        let methods: Vec<&str> = pairs.iter().map(|(method, _)| method.as_str()).collect();
        let mut expected: Vec<&str> =
            row["methods"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut sorted = methods.clone();
        sorted.sort_unstable();
        expected.sort_unstable();
        assert_eq!(sorted, expected);
        for (_, record) in &pairs {
            assert!(
                serde_json::from_str::<Map<String, Value>>(record).unwrap().contains_key("enckey")
            );
        }
        let again = lists::join_map(&pairs);
        assert_eq!(again.as_deref(), row["column"].as_str().filter(|text| !text.is_empty()));
    }
    for bad in ["[]", "{\"email\":1}", "{", "null"] {
        assert_eq!(lists::split_map(Some(bad)), Err(Error::Malformed), "{bad}");
    }
    let repeated = lists::split_map(Some(r#"{"a":"1","b":"2","a":"3"}"#)).unwrap();
    assert_eq!(repeated, [("a".to_owned(), "3".to_owned()), ("b".to_owned(), "2".to_owned())]);
}

#[test]
fn comma_lists() {
    assert_eq!(lists::split(None), Vec::<String>::new());
    assert_eq!(lists::split(Some("")), Vec::<String>::new());
    assert_eq!(lists::split(Some("a, b,,c")), ["a", " b", "", "c"]);
    assert_eq!(lists::join(&["a", "b"]), "a,b");
    assert_eq!(lists::join::<&str>(&[]), "");
}
