//! Dated and undated tokens, and the keys behind them.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha1::Sha1;

use gatewright_wire::Error;
use gatewright_wire::itsdangerous::{Derivation, MAX_JSON, MAX_TOKEN, Signer, Timed, UrlSafe};
use gatewright_wire::pyjson::{self, Style};

use crate::{number, rows, secrets, testdata, text};

#[test]
fn key_derivation() {
    for row in rows(&testdata!("key_derivation")) {
        let derivation = match text(row, "derivation") {
            "hmac" => Derivation::Hmac,
            "django-concat" => Derivation::DjangoConcat,
            other => panic!("{other}"),
        };
        let signer =
            Signer::new(&[text(row, "secret_key").as_bytes()], text(row, "salt"), derivation);
        let key = HEXLOWER.decode(text(row, "key_hex").as_bytes()).unwrap();
        let mac = Hmac::<Sha1>::new_from_slice(&key).unwrap().chain_update(b"value").finalize();
        let signature = BASE64URL_NOPAD.encode(&mac.into_bytes());
        assert_eq!(signer.sign("value"), format!("value.{signature}"), "{row}");
        assert_eq!(format!("{signer:?}"), "Signer { keys: 1, .. }");
    }
}

#[test]
fn auth_tokens() {
    for row in rows(&testdata!("auth_tokens")) {
        let name = text(row, "name");
        let tokens = Timed::new(&secrets(row), text(row, "salt"), Derivation::DjangoConcat);
        let (token, now) = (text(row, "token"), number(row, "now"));
        let outcome = tokens.loads(token, now, row["max_age"].as_i64());
        match (name, text(row, "expect")) {
            // These are good at the level of the signature; their content is for the caller.
            ("v5_exp_past" | "v5_missing_exp" | "v5_missing_uid" | "list_of_two", _)
            | (_, "valid") => {
                let loaded = outcome.unwrap();
                let json: Value = serde_json::from_str(&loaded.json).unwrap();
                if row["parsed"]["ver"] == json!("5") {
                    assert_eq!(json, row["parsed"], "{name}");
                }
                let again = tokens.dumps(&loaded.json, loaded.issued_at);
                if !token.starts_with('.') && name != "fallback_list_signed_by_last_fallback" {
                    assert_eq!(again, token, "{name}");
                }
                assert_eq!(tokens.loads(&again, loaded.issued_at, Some(0)), Ok(loaded), "{name}");
            }
            (_, "expired") => {
                let Err(Error::Expired { issued_at, payload }) = outcome else { panic!("{name}") };
                let age = now - issued_at;
                assert!(!(0..=number(row, "max_age")).contains(&age), "{name}");
                let json: Value = serde_json::from_slice(&payload).unwrap();
                assert_eq!(json["ver"], "5", "{name}");
                assert!(tokens.loads(token, now, None).is_ok(), "{name}");
            }
            _ => assert!(
                matches!(outcome, Err(Error::Malformed | Error::BadSignature)),
                "{name}: {outcome:?}"
            ),
        }
    }
}

#[test]
fn the_payload_of_an_auth_token_is_written_to_the_byte() {
    #[derive(serde::Serialize)]
    struct Payload<'a> {
        ver: &'a str,
        uid: &'a str,
        fs_paa: f64,
        exp: i64,
    }
    let payload = Payload {
        ver: "5",
        uid: "1f2e3d4c5b6a798897a6b5c4d3e2f101",
        fs_paa: 1_779_999_990.0,
        exp: 0,
    };
    let json = pyjson::dumps(&payload, Style::Compact).unwrap();
    let all = testdata!("auth_tokens");
    let row = rows(&all).iter().find(|row| row["name"] == "v5_integer_paa").unwrap();
    let tokens = Timed::new(&secrets(row), text(row, "salt"), Derivation::DjangoConcat);
    let issued_at = tokens.loads(text(row, "token"), 0, None).unwrap().issued_at;
    assert_eq!(tokens.dumps(&json, issued_at), text(row, "token"));
}

#[test]
fn refresh_tokens() {
    for row in rows(&testdata!("refresh_tokens")) {
        let tokens = UrlSafe::new(&secrets(row), text(row, "salt"), Derivation::DjangoConcat);
        let outcome = tokens.loads(text(row, "token"));
        if text(row, "expect") == "valid" {
            let json = outcome.unwrap();
            assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), row["payload"]);
            assert_eq!(tokens.loads(&tokens.dumps(&json)), Ok(json));
        } else {
            assert!(outcome.is_err(), "{row}");
        }
    }
}

#[test]
fn signed_tokens() {
    let all = testdata!("signed_tokens");
    for row in rows(&all["cases"]) {
        let tokens = Timed::new(&secrets(row), text(row, "salt"), Derivation::DjangoConcat);
        let (token, within) = (text(row, "token"), number(row, "within"));
        for check in rows(&row["checks"]) {
            let outcome = tokens.loads(token, number(check, "now"), Some(within));
            match (text(check, "status"), outcome) {
                ("valid", Ok(loaded)) => {
                    assert_eq!(
                        serde_json::from_str::<Value>(&loaded.json).unwrap(),
                        row["payload"]
                    );
                    assert_eq!(loaded.issued_at, number(row, "issued_at"));
                    let again = tokens.dumps(&loaded.json, loaded.issued_at);
                    if row["compressed"] == json!(true) {
                        // Another zlib: a few bytes more or less, which may tip the balance.
                        assert!(again.len() <= token.len() + 12, "{row}");
                    } else {
                        assert!(!again.starts_with('.'), "{row}");
                    }
                    if row["compressed"] == json!(false) && row["signed_with"].is_null() {
                        assert_eq!(again, token);
                    }
                    assert_eq!(tokens.loads(&again, loaded.issued_at, Some(0)), Ok(loaded));
                }
                ("expired", Err(Error::Expired { issued_at, payload })) => {
                    assert_eq!(issued_at, number(row, "issued_at"));
                    let payload: Value = serde_json::from_slice(&payload).unwrap();
                    assert_eq!(payload, row["payload"]);
                }
                (status, outcome) => panic!("{status}, but {outcome:?}: {row}"),
            }
        }
    }
    for row in rows(&all["invalid"]) {
        let tokens = Timed::new(&secrets(row), text(row, "salt"), Derivation::DjangoConcat);
        let outcome = tokens.loads(text(row, "token"), number(row, "now"), Some(1800));
        assert!(matches!(outcome, Err(Error::Malformed | Error::BadSignature)), "{row}");
    }
}

#[test]
fn without_a_secret_nothing_verifies() {
    let signer = Signer::new(&[], "salt", Derivation::Hmac);
    assert_eq!(signer.unsign(&signer.sign("value")), Err(Error::BadSignature));
}

#[test]
fn a_small_token_that_inflates_without_end_is_refused() {
    let tokens = UrlSafe::new(&[b"key"], "salt", Derivation::DjangoConcat);
    let fits = format!("\"{}\"", "x".repeat(MAX_JSON - 2));
    assert_eq!(tokens.loads(&tokens.dumps(&fits)), Ok(fits));
    let bomb = tokens.dumps(&format!("\"{}\"", "x".repeat(10_000_000)));
    assert!(bomb.len() < MAX_TOKEN);
    assert_eq!(tokens.loads(&bomb), Err(Error::Malformed));
    let one_more = tokens.dumps(&"x".repeat(MAX_JSON + 1));
    assert_eq!(tokens.loads(&one_more), Err(Error::Malformed));
}

#[test]
fn a_long_token_is_refused() {
    let signer = Signer::new(&[b"key"], "salt", Derivation::DjangoConcat);
    let longest = signer.sign(&"x".repeat(MAX_TOKEN - 28));
    assert!(signer.unsign(&longest).is_ok());
    assert_eq!(signer.unsign(&signer.sign(&"x".repeat(MAX_TOKEN - 27))), Err(Error::Malformed));
}

#[test]
fn truncated_zlib_is_refused() {
    let signer = Signer::new(&[b"key"], "salt", Derivation::DjangoConcat);
    let tokens = UrlSafe::new(&[b"key"], "salt", Derivation::DjangoConcat);
    let whole = tokens.dumps(&"abc".repeat(100));
    let (payload, _) = whole.rsplit_once('.').unwrap();
    assert!(payload.starts_with('.'));
    for end in 1..payload.len() {
        let cut = signer.sign(&payload[..end]);
        assert_eq!(tokens.loads(&cut), Err(Error::Malformed), "{end}");
    }
}

#[test]
fn timestamps_at_the_edges() {
    let tokens = Timed::new(&[b"key"], "salt", Derivation::DjangoConcat);
    let signer = Signer::new(&[b"key"], "salt", Derivation::DjangoConcat);
    for now in [0, 1, 255, 256, u32::MAX.into(), i64::MAX] {
        assert_eq!(tokens.loads(&tokens.dumps("1", now), now, Some(0)).unwrap().issued_at, now);
    }
    assert_eq!(tokens.loads(&tokens.dumps("1", -5), 0, Some(0)).unwrap().issued_at, 0);
    let ancient = tokens.loads(&tokens.dumps("1", i64::MAX), i64::MIN, Some(0));
    assert_eq!(ancient, Err(Error::Malformed));
    let too_large = signer.sign("MQ.__________8");
    assert_eq!(tokens.loads(&too_large, 0, None), Err(Error::Malformed));
    assert_eq!(tokens.loads(&signer.sign("MQ.AAAAAAAAAAAAAAAA"), 0, None), Err(Error::Malformed));
    assert_eq!(tokens.loads(&signer.sign("MQ.*"), 0, None), Err(Error::Malformed));
}
