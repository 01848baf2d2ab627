//! What a client prefers: JSON or pages, and in which language.
#![no_main]

use gatewright::fuzzing::wants_json;
use gatewright::i18n::negotiate::negotiate;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|header: &str| {
    let from_body = wants_json(Some(header), None);
    let from_accept = wants_json(None, Some(header));
    assert!(!(from_body || from_accept) || header.to_ascii_lowercase().contains("json"));
    assert_eq!(wants_json(Some(header), Some(header)), from_body || from_accept);

    let at_hand = ["en", "de", "pt-BR"];
    if let Some(language) = negotiate(header, &at_hand) {
        assert!(at_hand.contains(&language));
    }
});
