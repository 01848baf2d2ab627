//! Tagged JSON, the column of one-time code secrets, and the base64 dialects.
#![no_main]

use gatewright_wire::flask::session::{decode, encode};
use gatewright_wire::{b64, lists};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(value) = decode(text) {
        let json = encode(&value);
        assert!(json.is_ascii());
        assert!(decode(&json) == Ok(value));
    }
    if let Ok(pairs) = lists::split_map(Some(text)) {
        assert!(lists::split_map(lists::join_map(&pairs).as_deref()) == Ok(pairs));
    }
    if let Ok(bytes) = b64::url_decode(text) {
        assert_eq!(b64::url_encode(&bytes), text);
    }
    if let Ok(bytes) = b64::hash64_decode(text) {
        assert_eq!(b64::hash64_encode(&bytes), text);
    }
    if let Ok(bytes) = b64::hash64_decode_be(text) {
        assert_eq!(b64::hash64_encode_be(&bytes), text);
    }
    if let Ok(bytes) = b64::bcrypt64_decode(text) {
        assert_eq!(b64::bcrypt64_encode(&bytes), text);
    }
    if let Ok(bytes) = b64::ab64_decode(text) {
        assert_eq!(b64::ab64_encode(&bytes), text.replace('+', "."));
    }
});
