//! What people type to say who they are.
#![no_main]

use gatewright::text::email::{self, Options};
use gatewright::text::password;
use gatewright::text::unicode::Form;
use gatewright::text::username::{self, Rules};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let all = Options {
        allow_empty_local: true,
        allow_quoted_local: true,
        allow_domain_literal: true,
        allow_display_name: true,
        globally_deliverable: false,
        ..Options::default()
    };
    for options in [Options::default(), all] {
        if let Ok(address) = email::normalize(input, &options) {
            assert!(address.len() <= 254 && address.contains('@'), "{address:?}");
            assert!(!address.chars().any(char::is_control), "{address:?}");
            assert_eq!(email::normalize(&address, &options).as_deref(), Ok(address.as_str()));
        }
    }

    let rules = Rules::default();
    if let Ok(Some(name)) = username::normalize(input, &rules) {
        assert!((4..=32).contains(&name.chars().count()));
        assert_eq!(username::map(input, &rules), Some(name));
    }
    let normalized = password::normalize(input, Some(Form::Nfkd));
    assert_eq!(password::normalize(&normalized, Some(Form::Nfkd)), normalized);
    let _ = password::has_valid_length(&normalized, 8);
});
