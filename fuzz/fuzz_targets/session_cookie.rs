//! The session cookie: as a stranger sends it, and past the signature.
#![no_main]

use gatewright_wire::flask::session::{Codec, Payload};
use gatewright_wire::itsdangerous::{Derivation, Signer, Timed};
use libfuzzer_sys::fuzz_target;

const SECRET: &[u8] = b"core-secret-key-0123456789abcdef";
const SALT: &str = "cookie-session";
const NOW: i64 = 1_780_000_000;

fuzz_target!(|data: &[u8]| {
    let codec = Codec::new(&[SECRET], SALT);
    if let Ok(payload) = Payload::from_json(data) {
        reread(&codec, &payload);
    }
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(payload) = codec.decode(text, NOW, i64::MAX) {
        reread(&codec, &payload);
    }
    let _ = codec.decode(&Signer::new(&[SECRET], SALT, Derivation::Hmac).sign(text), NOW, 60);
    let cookie = Timed::new(&[SECRET], SALT, Derivation::Hmac).dumps(text, NOW);
    if let Ok(payload) = codec.decode(&cookie, NOW, 60) {
        reread(&codec, &payload);
    }
});

fn reread(codec: &Codec, payload: &Payload) {
    for key in payload.keys() {
        let _ = (payload.get_str(key), payload.get_bool(key));
        let _ = (payload.get_f64(key), payload.get_i64(key));
    }
    if let Ok(cookie) = codec.encode(payload, NOW) {
        assert!(codec.decode(&cookie, NOW, 0).as_ref() == Ok(payload));
    }
}
