//! What is written can be read, and what is read never makes a parser panic.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

use gatewright_wire::fernet::{Fernet, Multi};
use gatewright_wire::flask::csrf::Csrf;
use gatewright_wire::flask::session::{self, Codec, Payload, Tagged};
use gatewright_wire::flask::{identifier, remember};
use gatewright_wire::itsdangerous::{Derivation, Signer, Timed, UrlSafe};
use gatewright_wire::recovery_codes::Column;
use gatewright_wire::{b64, lists, pyjson};

const SECRET: &[u8] = b"a secret of the application";
const KEY: &str = "iLTPZetxUdtJ1SxyQhcMt9cSPIQAfuj_aYVIB7gysuw=";
const NOW: i64 = 1_780_000_000;
const KIND: Derivation = Derivation::DjangoConcat;

/// Any text, of several lines and with control characters.
fn any_text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..60).prop_map(String::from_iter)
}

/// Texts that look like what the parsers expect.
fn near_text() -> impl Strategy<Value = String> {
    prop_oneof![any_text(), "[A-Za-z0-9_.|=-]{0,80}", "[\\[\\]{}\", :0-9a-z\\\\-]{0,60}"]
}

fn key() -> impl Strategy<Value = String> {
    prop_oneof![any_text(), " (t|b|u|d|m|di)(__)?"]
}

fn tagged() -> impl Strategy<Value = Tagged> {
    let leaf = prop_oneof![
        Just(Tagged::Null),
        any::<bool>().prop_map(Tagged::Bool),
        any::<i128>().prop_map(|n| Tagged::Number(n.to_string())),
        any::<f64>()
            .prop_filter("finite", |f| f.is_finite())
            .prop_map(|f| Tagged::Number(pyjson::float(f))),
        any_text().prop_map(Tagged::Text),
        vec(any::<u8>(), 0..20).prop_map(Tagged::Bytes),
        any::<[u8; 16]>().prop_map(Tagged::Uuid),
        (-62_135_596_800..=253_402_300_799_i64).prop_map(Tagged::Time),
        any_text().prop_map(Tagged::Markup),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Tagged::List),
            vec(inner.clone(), 0..5).prop_map(Tagged::Tuple),
            btree_map(key(), inner, 0..4).prop_map(Tagged::Dict),
        ]
    })
}

proptest! {
    #[test]
    fn signed_texts_come_back(value in any_text(), place in any::<prop::sample::Index>()) {
        let signer = Signer::new(&[SECRET], "salt", KIND);
        let signed = signer.sign(&value);
        prop_assert_eq!(signer.unsign(&signed), Ok(value.as_str()));
        prop_assert!(Signer::new(&[SECRET], "other", KIND).unsign(&signed).is_err());
        let rotated = Signer::new(&[b"newer", SECRET], "salt", KIND);
        prop_assert_eq!(rotated.unsign(&signed), Ok(value.as_str()));
        let mut bytes = signed.into_bytes();
        let place = place.index(bytes.len());
        bytes[place] ^= 1;
        if let Ok(changed) = String::from_utf8(bytes) {
            prop_assert!(signer.unsign(&changed).is_err());
        }
    }

    #[test]
    fn tokens_come_back(json in any_text(), repeat in 1..40_usize, age in 0..5000_i64) {
        let json = json.repeat(repeat);
        let timed = Timed::new(&[SECRET], "salt", KIND);
        let loaded = timed.loads(&timed.dumps(&json, NOW - age), NOW, Some(age)).unwrap();
        prop_assert_eq!(&loaded.json, &json);
        prop_assert_eq!(loaded.issued_at, NOW - age);
        prop_assert!(timed.loads(&timed.dumps(&json, NOW - age), NOW, Some(age - 1)).is_err());
        let untimed = UrlSafe::new(&[SECRET], "salt", KIND);
        prop_assert_eq!(untimed.loads(&untimed.dumps(&json)), Ok(json));
    }

    #[test]
    fn tagged_values_come_back(value in tagged()) {
        let json = session::encode(&value);
        prop_assert!(json.is_ascii());
        prop_assert!(session::decode(&json) == Ok(value), "{}", json);
    }

    #[test]
    fn sessions_come_back(members in btree_map(key(), tagged(), 0..6)) {
        let codec = Codec::new(&[SECRET], "cookie-session");
        let mut payload = Payload::default();
        for (key, value) in &members {
            payload.set_raw(key, &session::encode(value)).unwrap();
        }
        let cookie = codec.encode(&payload, NOW).unwrap();
        prop_assert!(codec.decode(&cookie, NOW, 0) == Ok(payload.clone()));
        // The same as the writer of whole values makes of it.
        prop_assert_eq!(payload.to_json(), session::encode(&Tagged::Dict(members)));
    }

    #[test]
    fn session_members_come_back(text in any_text(), number: i64, float: f64, flag: bool) {
        let mut payload = Payload::default();
        payload.set_str("text", &text);
        payload.set_i64("number", number);
        payload.set_f64("float", float);
        payload.set_bool("flag", flag);
        let read = Payload::from_json(payload.to_json().as_bytes()).unwrap();
        prop_assert_eq!(read.get_str("text").unwrap(), text);
        prop_assert_eq!(read.get_i64("number"), Some(number));
        prop_assert_eq!(read.get_f64("float"), Some(float).filter(|f| f.is_finite()));
        prop_assert_eq!(read.get_bool("flag"), Some(flag));
    }

    #[test]
    fn floats_read_back_the_same(bits: u64) {
        let value = f64::from_bits(bits);
        prop_assume!(value.is_finite());
        let text = pyjson::float(value);
        prop_assert!(text.contains(['.', 'e']) && !text.starts_with('.'));
        prop_assert_eq!(text.parse::<f64>().unwrap().to_bits(), bits);
    }

    #[test]
    fn json_texts_read_back_the_same(text in any_text()) {
        let ascii = pyjson::quote_ascii(&text);
        prop_assert!(ascii.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
        prop_assert_eq!(serde_json::from_str::<String>(&ascii).unwrap(), text.clone());
        prop_assert_eq!(serde_json::from_str::<String>(&pyjson::quote(&text)).unwrap(), text);
    }

    #[test]
    fn cookies_come_back(uid in any_text(), raw in "[0-9a-f]{40}") {
        let cookie = remember::encode(SECRET, &uid);
        prop_assert_eq!(remember::decode(SECRET, &cookie), Ok(uid));
        prop_assert!(remember::decode(b"other", &cookie).is_err());
        let csrf = Csrf::new(SECRET);
        prop_assert_eq!(csrf.check(&csrf.token(&raw, NOW), &raw, NOW, Some(0)), Ok(()));
    }

    #[test]
    fn encrypted_texts_come_back(plain in vec(any::<u8>(), 0..70), codes in vec("[0-9a-f]{4}", 1..4)) {
        let fernet = Fernet::new(KEY).unwrap();
        let token = fernet.encrypt(&plain, NOW).unwrap();
        prop_assert_eq!(fernet.decrypt(&token, Some(0), NOW), Ok(plain));
        let column = Column::encrypted(Multi::new(&[KEY]).unwrap(), None);
        let text = column.write(&codes, NOW).unwrap();
        let left = column.take(Some(&text), &codes[0], NOW).unwrap();
        prop_assert_eq!(column.read(Some(&left), NOW), &codes[1..]);
    }

    #[test]
    fn columns_come_back(
        items in vec("[^,]{1,9}", 0..5),
        pairs in btree_map(any_text(), any_text(), 0..4),
    ) {
        prop_assert_eq!(lists::split(Some(&lists::join(&items))), items);
        let pairs: Vec<(String, String)> = pairs.into_iter().collect();
        prop_assert_eq!(lists::split_map(lists::join_map(&pairs).as_deref()).unwrap(), pairs);
    }

    #[test]
    fn base64_dialects_come_back(bytes in vec(any::<u8>(), 0..40)) {
        prop_assert_eq!(&b64::url_decode(&b64::url_encode(&bytes)).unwrap(), &bytes);
        prop_assert_eq!(&b64::ab64_decode(&b64::ab64_encode(&bytes)).unwrap(), &bytes);
        prop_assert_eq!(&b64::hash64_decode(&b64::hash64_encode(&bytes)).unwrap(), &bytes);
        prop_assert_eq!(&b64::hash64_decode_be(&b64::hash64_encode_be(&bytes)).unwrap(), &bytes);
        prop_assert_eq!(&b64::bcrypt64_decode(&b64::bcrypt64_encode(&bytes)).unwrap(), &bytes);
    }

    #[test]
    fn no_text_makes_a_parser_panic(text in near_text(), bytes in vec(any::<u8>(), 0..60)) {
        let signer = Signer::new(&[SECRET], "salt", KIND);
        let timed = Timed::new(&[SECRET], "salt", KIND);
        let untimed = UrlSafe::new(&[SECRET], "salt", KIND);
        // As it is, and past the signature.
        for token in [text.clone(), signer.sign(&text), signer.sign(&format!(".{text}"))] {
            let _ = timed.loads(&token, NOW, None);
            let _ = timed.loads(&token, i64::MIN, Some(i64::MAX));
            let _ = timed.loads(&token, i64::MAX, Some(i64::MIN));
            let _ = untimed.loads(&token);
        }
        let codec = Codec::new(&[SECRET], "salt");
        let session = Timed::new(&[SECRET], "salt", Derivation::Hmac);
        let _ = codec.decode(&text, NOW, 60);
        let _ = codec.decode(&session.dumps(&text, NOW), NOW, 60);
        let _ = Payload::from_json(&bytes);
        let _ = session::decode(&text);
        let _ = remember::decode(&bytes, &text);
        let _ = remember::latin1(&text);
        let _ = Csrf::new(SECRET).check(&text, &text, NOW, Some(60));
        let _ = identifier::client(Some(&text), Some(&bytes));
        let fernet = Fernet::new(KEY).unwrap();
        let _ = fernet.decrypt(&text, Some(60), NOW);
        let _ = fernet.decrypt(&data_encoding::BASE64URL.encode(&bytes), Some(i64::MAX), i64::MAX);
        let _ = Fernet::new(&text);
        let _ = lists::split_map(Some(&text));
        for decode in [b64::url_decode, b64::ab64_decode, b64::hash64_decode, b64::bcrypt64_decode] {
            let _ = decode(&text);
        }
    }
}

#[test]
fn the_dialects_give_the_known_texts() {
    assert_eq!(b64::url_encode(&[0xfb, 0xff]), "-_8");
    assert_eq!(b64::ab64_encode(&[0xfb, 0xff]), ".\u{2f}8");
    assert_eq!(b64::ab64_decode("+/8").unwrap(), [0xfb, 0xff]);
    // Six bits each: 1, 2, 3, 4, from the low end and from the high end.
    assert_eq!(b64::hash64_encode(&[0x81, 0x30, 0x10]), "/012");
    assert_eq!(b64::hash64_encode_be(&[0x04, 0x20, 0xc4]), "/012");
    assert_eq!(b64::bcrypt64_encode(&[0x04, 0x20, 0xc4]), "/ABC");
    assert_eq!(b64::hash64_encode(&[0x81]), "/0");
    for bad in ["a", "abcde", "é", "zz", "*."] {
        assert!(b64::hash64_decode(bad).is_err(), "{bad}");
    }
}

#[test]
fn python_writes_numbers_and_members_like_this() {
    for (value, text) in [
        (0.0, "0.0"),
        (-0.0, "-0.0"),
        (0.1, "0.1"),
        (1e-4, "0.0001"),
        (0.000_012_5, "1.25e-05"),
        (1e15, "1000000000000000.0"),
        (1e16, "1e+16"),
        (123_456_789_012_345_680.0, "1.2345678901234568e+17"),
        (1.5e300, "1.5e+300"),
        (5e-324, "5e-324"),
        (1_779_999_990.823_607, "1779999990.823607"),
        (1_059_438_285_926_254.0 + 0.25, "1059438285926254.2"),
        (1_779_999_990.0 + 1.0 / 256.0, "1779999990.0039062"),
        (-1.25e-3, "-0.00125"),
        (-100.0, "-100.0"),
        (f64::NAN, "null"),
    ] {
        assert_eq!(pyjson::float(value), text);
    }
    let value = serde_json::json!({"b": [1, 2.5, "\u{e9}\u{7f}\n"], "a": {}});
    assert_eq!(pyjson::to_ascii(&value), r#"{"a":{},"b":[1,2.5,"\u00e9\u007f\n"]}"#);
    assert_eq!(
        pyjson::dumps(&value["b"], pyjson::Style::Spaced).unwrap(),
        r#"[1, 2.5, "\u00e9\u007f\n"]"#
    );
    assert_eq!(pyjson::to_string(&value["b"]), "[1,2.5,\"\u{e9}\u{7f}\\n\"]");
    let keys: BTreeMap<Vec<u8>, u8> = BTreeMap::from([(vec![1], 1)]);
    assert!(pyjson::dumps(&keys, pyjson::Style::Compact).is_err());
}
