//! Fernet tokens: as found in a column, and past the signature; recovery codes.
#![no_main]

use data_encoding::BASE64URL;
use gatewright_wire::fernet::{Fernet, Multi};
use gatewright_wire::recovery_codes::Column;
use hmac::{Hmac, KeyInit, Mac};
use libfuzzer_sys::fuzz_target;
use sha2::Sha256;

const KEYS: [&str; 2] = [
    "QkDJnaaVT1V8I96X2tSKoI2LkEhGSTUhMavYdcxcjV4=",
    "iLTPZetxUdtJ1SxyQhcMt9cSPIQAfuj_aYVIB7gysuw=",
];
const NOW: i64 = 1_768_478_400;

fuzz_target!(|data: &[u8]| {
    let (Ok(multi), Ok(first)) = (Multi::new(&KEYS), Fernet::new(KEYS[0])) else {
        panic!("the keys are good")
    };
    let token = first.encrypt(data, NOW).expect("randomness");
    assert_eq!(multi.decrypt(&token, Some(0), NOW).as_deref(), Ok(data));

    let mut signed = data.to_vec();
    let key = BASE64URL.decode(KEYS[0].as_bytes()).expect("a key");
    let mac = Hmac::<Sha256>::new_from_slice(&key[..16]).expect("any length");
    signed.extend_from_slice(&mac.chain_update(data).finalize().into_bytes());
    let _ = multi.decrypt(&BASE64URL.encode(&signed), None, NOW);
    let _ = multi.decrypt(&BASE64URL.encode(&signed), Some(3600), NOW);

    let Ok(text) = std::str::from_utf8(data) else { return };
    let _ = Fernet::new(text);
    let _ = multi.decrypt(text, Some(3600), NOW);
    for column in [Column::plain(), Column::encrypted(multi, Some(3600))] {
        let codes = column.read(Some(text), NOW);
        if let Some(code) = codes.iter().find(|code| !code.is_empty()) {
            assert!(column.take(Some(text), code, NOW).is_some());
        }
    }
});
