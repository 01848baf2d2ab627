//! Session, identifier, remember-me and CSRF.

use data_encoding::HEXLOWER;
use serde_json::{Value, json};

use gatewright_wire::Error;
use gatewright_wire::flask::csrf::{Csrf, CsrfFault};
use gatewright_wire::flask::session::{Codec, Payload, Tagged, decode, encode};
use gatewright_wire::flask::{identifier, remember};

use crate::{number, rows, secrets, testdata, text};

const SALT: &str = "cookie-session";
const MONTH: i64 = 31 * 86_400;

#[test]
fn session_cookies() {
    for row in rows(&testdata!("session_cookies")) {
        let name = text(row, "name");
        let mut keys = secrets(row);
        keys.reverse();
        let codec = Codec::new(&keys, SALT);
        let now = row["now"].as_i64().unwrap_or_else(|| number(row, "signed_at") + 60);
        let max_age = row["max_age"].as_i64().unwrap_or(MONTH);
        let cookie = text(row, "cookie");
        let outcome = codec.decode(cookie, now, max_age);
        match (text(row, "expect"), outcome) {
            ("valid", Ok(payload)) => round_trip(row, &codec, &payload),
            ("expired", Err(Error::Expired { payload, .. })) => {
                assert!(Payload::from_json(&payload).is_ok(), "{name}");
            }
            ("invalid", Err(Error::Malformed | Error::BadSignature)) => {}
            (expect, outcome) => panic!("{name}: {expect}, but {outcome:?}"),
        }
    }
}

fn round_trip(row: &Value, codec: &Codec, payload: &Payload) {
    let name = text(row, "name");
    if let Some(inner) = row["inner_json"].as_str() {
        let signed_at = number(row, "signed_at");
        assert_eq!(payload.to_json(), inner, "{name}");
        assert_eq!(&Payload::from_json(inner.as_bytes()).unwrap(), payload, "{name}");
        let again = codec.encode(payload, signed_at).unwrap();
        if row["compressed"] == json!(false) {
            assert_eq!(again, text(row, "cookie"), "{name}");
        }
        assert_eq!(again.starts_with('.'), row["compressed"] == json!(true), "{name}");
        assert_eq!(&codec.decode(&again, signed_at, 0).unwrap(), payload, "{name}");
        let tagged = decode(inner).unwrap();
        assert_eq!(encode(&tagged), inner, "{name}");
        let mut exact = row["typed"].clone();
        same(&mut exact, &tagged, name);
    } else {
        let again = codec.encode(payload, 1_780_000_000).unwrap();
        assert_eq!(&codec.decode(&again, 1_780_000_000, 0).unwrap(), payload, "{name}");
    }
}

/// Compares with the decoded form of the vectors, where `$type` stands for what JSON lacks.
fn same(expected: &mut Value, found: &Tagged, name: &str) {
    match found {
        Tagged::Null => assert!(expected.is_null(), "{name}"),
        Tagged::Bool(found) => assert_eq!(expected, found, "{name}"),
        Tagged::Text(found) => assert_eq!(expected, found, "{name}"),
        Tagged::Number(found) => {
            assert_eq!(expected, &serde_json::from_str::<Value>(found).unwrap(), "{name}");
        }
        Tagged::List(found) => same_list(expected, found, name),
        Tagged::Tuple(found) => {
            assert_eq!(expected["$type"], "tuple", "{name}");
            same_list(&mut expected["value"], found, name);
        }
        Tagged::Dict(found) => {
            let expected = expected.as_object_mut().unwrap();
            assert_eq!(expected.len(), found.len(), "{name}");
            for (key, found) in found {
                same(&mut expected[key], found, name);
            }
        }
        Tagged::Bytes(found) => {
            assert_eq!(*expected, json!({"$type": "bytes", "hex": HEXLOWER.encode(found)}));
        }
        Tagged::Uuid(found) => {
            assert_eq!(expected["$type"], "uuid", "{name}");
            assert_eq!(text(expected, "value").replace('-', ""), HEXLOWER.encode(found), "{name}");
        }
        Tagged::Time(found) => {
            assert_eq!(expected["$type"], "datetime", "{name}");
            assert_eq!(expected["unix"], *found, "{name}");
        }
        Tagged::Markup(found) => {
            assert_eq!(*expected, json!({"$type": "markup", "value": found}), "{name}");
        }
    }
}

fn same_list(expected: &mut Value, found: &[Tagged], name: &str) {
    let expected = expected.as_array_mut().unwrap();
    assert_eq!(expected.len(), found.len(), "{name}");
    for (expected, found) in expected.iter_mut().zip(found) {
        same(expected, found, name);
    }
}

#[test]
fn session_cookies_of_a_second_factor() {
    let all = testdata!("session_cookies_second_factor");
    let codec = Codec::new(&[text(&all, "secret_key").as_bytes()], SALT);
    let issued_at = number(&all, "issued_at");
    for row in rows(&all["cases"]) {
        let payload = codec.decode(text(row, "cookie"), issued_at, MONTH).unwrap();
        let read: Value = serde_json::from_str(&payload.to_json()).unwrap();
        assert_eq!(read, row["payload"]);
        let again = codec.encode(&payload, issued_at).unwrap();
        assert_eq!(codec.decode(&again, issued_at, 0).unwrap(), payload);
    }
}

#[test]
fn session_members_are_read_and_written_as_python_does() {
    let mut session = Payload::default();
    session.set_str("_user_id", "cl\u{e9} \u{1f600} \"\u{7f}");
    session.set_bool("_fresh", true);
    session.set_f64("fs_paa", 1_779_999_990.0);
    session.set_i64("fs_gexp", 1_780_003_590);
    session.set_raw("big", "12345678901234567890123").unwrap();
    assert_eq!(session.set_raw("bad", "{"), Err(Error::Malformed));
    assert_eq!(
        session.to_json(),
        r#"{"_fresh":true,"_user_id":"cl\u00e9 \ud83d\ude00 \"\u007f","big":12345678901234567890123,"fs_gexp":1780003590,"fs_paa":1779999990.0}"#
    );
    let read = Payload::from_json(session.to_json().as_bytes()).unwrap();
    assert_eq!(read.get_str("_user_id").unwrap(), "cl\u{e9} \u{1f600} \"\u{7f}");
    assert_eq!(read.get_bool("_fresh"), Some(true));
    assert_eq!(read.get_f64("fs_paa"), Some(1_779_999_990.0));
    assert_eq!(read.get_f64("fs_gexp"), Some(1_780_003_590.0));
    assert_eq!(read.get_i64("fs_gexp"), Some(1_780_003_590));
    assert_eq!(read.get_i64("fs_paa"), None);
    assert_eq!(read.get_i64("big"), None);
    assert_eq!(read.get_str("_fresh"), None);
    assert_eq!(read.get_bool("absent"), None);
    assert_eq!(format!("{read:?}"), "Payload { members: 5, .. }");
}

#[test]
fn a_session_of_one_member_that_looks_like_a_tag_is_wrapped() {
    let mut session = Payload::default();
    session.set_raw(" t", "[1,2]").unwrap();
    assert_eq!(session.to_json(), r#"{" di":{" t__":[1,2]}}"#);
    assert_eq!(Payload::from_json(session.to_json().as_bytes()).unwrap(), session);
    for other in [r#"{" t":[]}"#, r#"{" di":{}}"#, r#"{" di":{"x":1}}"#, "[]", "null", ""] {
        assert_eq!(Payload::from_json(other.as_bytes()), Err(Error::Malformed), "{other}");
    }
}

#[test]
fn tags_with_values_of_the_wrong_type_are_refused() {
    for bad in [
        r#"{" t":1}"#,
        r#"{" b":"A"}"#,
        r#"{" u":"12"}"#,
        r#"{" d":"2026-05-28"}"#,
        r#"{" d":"Thu, 31 Feb 2026 12:34:56 GMT"}"#,
        r#"{" d":"Fri, 28 May 2026 12:34:56 GMT"}"#,
        r#"{" m":null}"#,
        r#"{" di":{"a__":1,"b__":2}}"#,
        "[1,]",
        "01",
    ] {
        assert_eq!(decode(bad), Err(Error::Malformed), "{bad}");
    }
    let deep = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(decode(&deep(64)).is_ok());
    assert_eq!(decode(&deep(65)), Err(Error::Malformed));
    assert_eq!(decode(&deep(60_000)), Err(Error::Malformed));
    assert_eq!(encode(&Tagged::Number("1,2".to_owned())), "null");
}

#[test]
fn session_identifiers() {
    for row in rows(&testdata!("session_identifiers")) {
        let agent: Option<Vec<u8>> = row["user_agent_latin1"]
            .as_str()
            .map(|agent| agent.chars().map(|c| u8::try_from(c).unwrap()).collect());
        let address = match row["x_forwarded_for"].as_str() {
            Some(list) => list.split(',').next().map(str::trim),
            None => row["remote_addr"].as_str(),
        };
        assert_eq!(identifier::client(address, agent.as_deref()), text(row, "id"), "{row}");
    }
}

#[test]
fn remember_tokens() {
    for row in rows(&testdata!("remember_tokens")) {
        let key = remember::latin1(text(row, "secret_key")).unwrap();
        let token = text(row, "token");
        let outcome = remember::decode(&key, token);
        if text(row, "expect") == "valid" {
            assert_eq!(outcome.as_deref(), Ok(text(row, "uid")), "{row}");
            assert_eq!(remember::encode(&key, text(row, "uid")), token, "{row}");
        } else {
            assert!(outcome.is_err(), "{row}");
        }
    }
    assert!(remember::latin1("\u{20ac}").is_err());
    assert!(remember::decode(b"key", &remember::encode(b"key", &"u".repeat(5000))).is_err());
}

#[test]
fn csrf_tokens() {
    for row in rows(&testdata!("csrf_tokens")) {
        let csrf = Csrf::new(text(row, "secret_key").as_bytes());
        let raw = row["session_value"].as_str().unwrap_or_default();
        let token = row["token"].as_str().unwrap_or_default();
        let now = number(row, "now");
        let expected = match row["fault"].as_str() {
            None => Ok(()),
            Some("missing") => Err(CsrfFault::Missing),
            Some("expired") => Err(CsrfFault::Expired),
            Some("invalid") => Err(CsrfFault::Invalid),
            // Without a raw value there is nothing that a token could match.
            Some("mismatch" | "no_session_value") => Err(CsrfFault::Mismatch),
            Some(other) => panic!("{other}"),
        };
        assert_eq!(csrf.check(token, raw, now, row["time_limit"].as_i64()), expected, "{row}");
        if expected.is_ok() {
            assert_eq!(csrf.check(&csrf.token(raw, now), raw, now, Some(0)), Ok(()));
            assert_eq!(
                csrf.token(raw, now).split('.').next(),
                token.split('.').next(),
                "the payload does not depend on the time"
            );
        }
    }
}
