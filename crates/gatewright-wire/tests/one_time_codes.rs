//! One-time codes and their records against the reference's golden values and hostile input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::sync::LazyLock;

use gatewright_wire::{
    Error,
    totp::{Algorithm, MAX_KEY, Refused, Token, Totp, code},
    totp_wallet::{MAX_COST, Wallet},
};
use proptest::prelude::*;
use serde_json::Value;

static GOLDEN: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../testdata/totp.json")).unwrap());

fn rows(value: &'static Value) -> &'static [Value] {
    let rows = value.as_array().unwrap();
    assert!(!rows.is_empty());
    rows
}

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_else(|| panic!("{key} in {row}"))
}

fn number(row: &Value, key: &str) -> u32 {
    row[key].as_u64().and_then(|n| n.try_into().ok()).unwrap_or_else(|| panic!("{key} in {row}"))
}

fn algorithm(row: &Value) -> Algorithm {
    let all = [Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512];
    all.into_iter().find(|known| known.name() == row["alg"]).unwrap()
}

fn wallet(secrets: &Value) -> Wallet {
    let pairs = secrets.as_object().unwrap().iter();
    Wallet::new(pairs.map(|(tag, secret)| (tag, secret.as_str().unwrap()))).unwrap()
}

#[test]
fn codes() {
    for row in rows(&GOLDEN["totp_codes"]) {
        let (digits, period, time) =
            (number(row, "digits"), number(row, "period"), row["time"].as_i64().unwrap());
        let totp = Totp::from_base32(text(row, "b32")).unwrap();
        let made = code(totp.key(), time, digits, period, algorithm(row));
        assert_eq!(made, text(row, "code"), "{row}");
        let totp = totp.with_parameters(digits, period, algorithm(row)).unwrap();
        assert_eq!(totp.code(time), made);
        let counter = totp.verify(made.as_str(), time, 0, None);
        assert_eq!(counter, Ok(row["counter"].as_u64().unwrap()), "{row}");
    }
}

#[test]
fn windows_input_and_replays() {
    for row in rows(&GOLDEN["totp_verify"]) {
        let totp = Totp::from_base32(text(row, "b32")).unwrap();
        let token = match &row["token"] {
            Value::Number(number) => Token::Number(number.as_i64().unwrap()),
            _ => Token::Text(text(row, "token")),
        };
        let (now, window) = (row["now"].as_i64().unwrap(), number(row, "window"));
        let expected = match row["expect"]["why"].as_str() {
            None => Ok(row["expect"]["counter"].as_u64().unwrap()),
            Some("no_match") => Err(Refused::NoMatch),
            Some("used") => Err(Refused::Used),
            Some("malformed") => Err(Refused::Malformed),
            Some(other) => panic!("{other}"),
        };
        assert_eq!(row["expect"]["ok"], expected.is_ok());
        let found = totp.verify(token, now, window, row["last_counter"].as_u64());
        assert_eq!(found, expected, "{row}");
    }
}

#[test]
fn provisioning() {
    for row in rows(&GOLDEN["totp_provisioning"]) {
        let totp = Totp::from_base32(text(row, "b32")).unwrap();
        let uri = totp.uri(text(row, "issuer"), text(row, "username"));
        if row["upstream_error"].is_string() {
            assert!(uri.starts_with("otpauth://totp/tests:ab?"), "{uri}");
            continue;
        }
        assert_eq!(uri, text(row, "uri"));
        assert_eq!(totp.pretty(), text(row, "pretty"));
    }
}

#[test]
fn unusual_parameters_stand_in_the_address() {
    let totp = Totp::from_base32("JBSWY3DPEHPK3PXP").unwrap();
    let uri = totp.with_parameters(8, 60, Algorithm::Sha256).unwrap().uri("x", "y");
    let expected =
        "otpauth://totp/x:y?secret=JBSWY3DPEHPK3PXP&algorithm=SHA256&digits=8&period=60&issuer=x";
    assert_eq!(uri, expected);
    let other = "7F4COLHFAL34PD42AVZ6Q7X4RRHMPLC2A7";
    assert_eq!(Totp::from_base32(other).unwrap().pretty().split('-').map(str::len).max(), Some(6));
}

#[test]
fn encrypted_records() {
    for row in rows(&GOLDEN["totp_wallet"]["cases"]) {
        let (wallet, stored) = (wallet(&row["secrets"]), text(row, "stored"));
        assert_eq!(wallet.default_tag(), text(row, "default_tag"), "{row}");
        let opened = wallet.decrypt(stored).unwrap();
        assert_eq!(opened.totp.base32(), text(row, "plain_b32"), "{row}");
        assert_eq!(data_encoding::HEXLOWER.encode(opened.totp.key()), text(row, "plain_key"));
        assert_eq!(opened.totp.digits(), number(row, "digits"));
        assert_eq!(opened.totp.period(), number(row, "period"));
        assert_eq!(opened.totp.algorithm(), algorithm(row));
        assert_eq!(Value::Bool(opened.needs_recrypt), row["needs_recrypt"], "{row}");
        assert_eq!(wallet.needs_recrypt(stored), opened.needs_recrypt);
        let again = wallet.encrypt(&opened.totp).unwrap();
        let reopened = wallet.decrypt(&again).unwrap();
        assert_eq!(reopened.totp, opened.totp, "{again}");
        assert!(!reopened.needs_recrypt);
    }
}

#[test]
fn records_that_others_wrote() {
    let group = &GOLDEN["totp_wallet"]["other_sources"];
    let wallet = wallet(&group["secrets"]);
    for row in rows(&group["cases"]) {
        let opened = wallet.decrypt(text(row, "stored")).unwrap();
        assert_eq!(opened.totp.base32(), text(row, "plain_b32"), "{row}");
        assert_eq!(opened.needs_recrypt, wallet.needs_recrypt(text(row, "stored")));
    }
}

#[test]
fn an_address_keeps_its_parameters() {
    let wallet = Wallet::new([("1", "secret")]).unwrap();
    let uri =
        "otpauth://totp/My%20App:bob?secret=JBSWY3DPEHPK3PXP&algorithm=SHA512&digits=8&period=60";
    let opened = wallet.decrypt(uri).unwrap();
    assert_eq!((opened.totp.digits(), opened.totp.period()), (8, 60));
    assert_eq!(opened.totp.algorithm(), Algorithm::Sha512);
    let stored = wallet.encrypt(&opened.totp).unwrap();
    assert!(stored.contains(r#""issuer":"My App","label":"bob","period":60"#), "{stored}");
    assert_eq!(wallet.decrypt(&stored).unwrap().totp, opened.totp);
}

#[test]
fn bad_records_are_refused() {
    let group = &GOLDEN["totp_wallet"]["rejected"];
    let wallet = wallet(&group["secrets"]);
    for row in rows(&group["cases"]) {
        assert!(wallet.decrypt(text(row, "stored")).is_err(), "{row}");
    }
    let sealed = |c: u64, k: &str| {
        format!(
            r#"{{"enckey":{{"c":{c},"k":"{k}","s":"AAAA","t":"1","v":1}},"type":"totp","v":1}}"#
        )
    };
    let good = "JWDVS7STW2D7YBG577RNNPT6L7MT2QPH";
    assert!(wallet.decrypt(&sealed(0, good)).is_ok());
    let plain = |rest: &str| format!(r#"{{"key":"{good}","type":"totp","v":1,{rest}}}"#);
    assert!(wallet.decrypt(&plain(r#""digits":8"#)).is_ok());
    for bad in [
        sealed(u64::from(MAX_COST) + 1, good),
        sealed(63, good),
        sealed(1 << 40, good),
        sealed(1, ""),
        sealed(1, "A"),
        sealed(1, "!!!!"),
        sealed(1, &"A".repeat(MAX_KEY * 2)),
        plain(r#""digits":0"#),
        plain(r#""digits":11"#),
        plain(r#""period":0"#),
        plain(r#""period":-1"#),
        plain(r#""alg":"md5""#),
        plain(r#""enckey":{}"#),
        "null".to_owned(),
        "[]".to_owned(),
        String::new(),
        "otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP".to_owned(),
        "otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&digits=%".to_owned(),
        "otpauth://totp/x".to_owned(),
        "[".repeat(5000),
        " ".repeat(1 << 20),
    ] {
        assert!(wallet.decrypt(&bad).is_err(), "{bad}");
    }
}

#[test]
fn bad_wallets_are_refused() {
    let new = |pairs: &[(&str, &str)]| Wallet::new(pairs.iter().copied()).map(|_| ());
    assert_eq!(new(&[("1", "x"), ("a_b.c-d", "y")]), Ok(()));
    for pairs in
        [&[][..], &[("", "x")], &[("1", "")], &[("-1", "x")], &[("a b", "x")], &[("é", "x")]]
    {
        assert!(matches!(new(pairs), Err(Error::BadOption(_))), "{pairs:?}");
    }
    assert!(Wallet::new([("1", "x")]).unwrap().with_cost(MAX_COST + 1).is_err());
}

#[test]
fn debug_shows_no_secret() {
    let wallet = Wallet::new([("1", "TjQ9Qa31VOrfEz")]).unwrap();
    let shown = format!("{wallet:?} {:?}", Totp::from_key(b"12345678901234567890").unwrap());
    assert!(!shown.contains("TjQ9") && !shown.contains("49, 50"), "{shown}");
}

#[test]
fn extreme_times_and_windows_are_harmless() {
    let totp = Totp::generate().unwrap();
    for now in [i64::MIN, -1, 0, i64::MAX] {
        let _ = totp.code(now);
        let _ = totp.verify("000000", now, u32::MAX, Some(u64::MAX));
        let _ = totp.verify(i64::MIN, now, 300, None);
    }
    assert_eq!(code(b"", 0, u32::MAX, 0, Algorithm::Sha1).len(), 32);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_key_survives_a_round_trip(
        key in prop::collection::vec(any::<u8>(), 1..80),
        digits in 6..=10_u32,
        period in 1..=3600_u32,
    ) {
        let wallet = Wallet::new([("1", "one"), ("2", "two")]).unwrap().with_cost(1).unwrap();
        let totp = Totp::from_key(&key).unwrap();
        let totp = totp.with_parameters(digits, period, Algorithm::Sha512).unwrap();
        for typed in [totp.base32(), totp.pretty()] {
            let read = Totp::from_base32(&typed).unwrap();
            prop_assert_eq!(read.key(), &*key);
        }
        let opened = wallet.decrypt(&wallet.encrypt(&totp).unwrap()).unwrap();
        prop_assert!(!opened.needs_recrypt);
        prop_assert_eq!(opened.totp, totp);
    }

    #[test]
    fn nothing_stored_panics(stored in any::<String>(), token in any::<String>()) {
        let wallet = Wallet::new([("1", "one")]).unwrap();
        let _ = wallet.decrypt(&stored);
        let _ = wallet.decrypt(&format!("otpauth://totp/{stored}"));
        let _ = wallet.needs_recrypt(&stored);
        let totp = Totp::from_key(b"12345678901234567890").unwrap();
        let found = totp.verify(token.as_str(), 1_768_478_410, 300, None);
        prop_assert!(found.is_err() || token.chars().filter(char::is_ascii_digit).count() == 6);
    }

    #[test]
    fn no_damaged_record_panics(
        at in any::<prop::sample::Index>(),
        with in r#"[{}",:a-z01]{0,3}"#,
        cut in 0..3_usize,
    ) {
        let wallet = Wallet::new([("1", "one")]).unwrap();
        let record = r#"{"alg":"sha256","enckey":{"c":1,"k":"CUXRVAUYPR76C5EO","s":"PPDSYB6X","t":"1","v":1},"type":"totp","v":1}"#;
        let at = at.index(record.len() + 1);
        let rest = record.get(at + cut..).unwrap_or("");
        let _ = wallet.decrypt(&format!("{}{with}{rest}", &record[..at]));
    }
}
