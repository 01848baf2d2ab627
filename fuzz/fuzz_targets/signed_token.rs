//! Dated and undated tokens: as a stranger sends them, and past the signature.
#![no_main]

use data_encoding::BASE64URL_NOPAD;
use gatewright_wire::itsdangerous::{Derivation, Signer, Timed, UrlSafe};
use libfuzzer_sys::fuzz_target;

const SECRET: &[u8] = b"core-secret-key-0123456789abcdef";
const SALT: &str = "remember-salt";
const KIND: Derivation = Derivation::DjangoConcat;
const NOW: i64 = 1_780_000_000;

fuzz_target!(|data: &[u8]| {
    let signer = Signer::new(&[b"another", SECRET], SALT, KIND);
    let timed = Timed::new(&[b"another", SECRET], SALT, KIND);
    let untimed = UrlSafe::new(&[b"another", SECRET], SALT, KIND);
    let read = |token: &str| {
        let _ = timed.loads(token, NOW, Some(900));
        let _ = timed.loads(token, NOW, None);
        let _ = untimed.loads(token);
    };
    // Signed bytes that say they are zlib.
    read(&signer.sign(&format!(".{}", BASE64URL_NOPAD.encode(data))));
    let Ok(text) = std::str::from_utf8(data) else { return };
    read(text);
    read(&signer.sign(text));
    let again = timed.loads(&timed.dumps(text, NOW), NOW, Some(0));
    assert!(again.is_ok_and(|loaded| loaded.json == text && loaded.issued_at == NOW));
    assert_eq!(untimed.loads(&untimed.dumps(text)).as_deref(), Ok(text));
});
