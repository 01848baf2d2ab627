//! The remember-me cookie, the CSRF token and the client identifier.
#![no_main]

use gatewright_wire::flask::csrf::Csrf;
use gatewright_wire::flask::{identifier, remember};
use gatewright_wire::itsdangerous::{Derivation, Timed};
use libfuzzer_sys::fuzz_target;

const SECRET: &[u8] = b"core-secret-key-0123456789abcdef";
const RAW: &str = "e16334cd50fc334fefae1216d681f54021855d35";
const NOW: i64 = 1_780_000_000;

fuzz_target!(|data: &[u8]| {
    let _ = identifier::client(Some("127.0.0.1"), Some(data));
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(uid) = remember::decode(SECRET, text) {
        assert_eq!(remember::encode(SECRET, &uid), text);
    }
    let cookie = remember::encode(SECRET, text);
    assert_eq!(remember::decode(SECRET, &cookie).is_ok(), cookie.len() <= remember::MAX_COOKIE);
    if let Ok(key) = remember::latin1(text) {
        assert_eq!(key.len(), text.chars().count());
    }
    let csrf = Csrf::new(SECRET);
    let _ = csrf.check(text, RAW, NOW, Some(3600));
    let _ = csrf.check(text, RAW, NOW, None);
    assert_eq!(csrf.check(&csrf.token(text, NOW), text, NOW, Some(0)).is_ok(), !text.is_empty());
    // A good signature over anything.
    let signed = Timed::new(&[SECRET], "wtf-csrf-token", Derivation::DjangoConcat);
    let _ = csrf.check(&signed.dumps(text, NOW), RAW, NOW, None);
});
