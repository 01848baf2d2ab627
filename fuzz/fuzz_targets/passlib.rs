//! Stored password hashes: identify, verify, renew, under limits that keep one input cheap.
#![no_main]

use std::sync::LazyLock;

use gatewright_wire::passlib::{
    Context, Deprecated, Limits, Options, Scheme, SingleHash, verify_data,
};
use libfuzzer_sys::fuzz_target;

static CONTEXTS: LazyLock<[Context; 2]> = LazyLock::new(|| {
    // A hash that is refused costs one plaintext "hash".
    let single = [SingleHash::Always, SingleHash::default()];
    single.map(|single| {
        Context::new(
            Scheme::ALL.to_vec(),
            Scheme::Plaintext,
            Deprecated::Auto,
            single,
            Some(b"salt".to_vec()),
            Options::default(),
        )
        .expect("a good policy")
        .with_limits(Limits::TINY)
        .with_foreign_keys(vec![b"pepper".to_vec()], vec![vec![7; 64]])
    })
});

fuzz_target!(|data: &[u8]| {
    let Ok(stored) = std::str::from_utf8(data) else { return };
    for context in &*CONTEXTS {
        let identified = context.identify(stored);
        let verdict = context.verify("password", stored);
        assert!(identified.is_some() || !verdict.ok);
        assert!(verdict.ok || !verdict.needs_update);
        assert_eq!(context.verify("password", stored), verdict);
        if identified != Some(Scheme::Plaintext) {
            assert!(!verdict.ok || !context.verify("other", stored).ok);
        }
        let _ = context.needs_update(stored);
    }
    // The hash of a link has no limits to set, so only cheap ones are tried.
    if !stored.contains("rounds=") {
        let _ = verify_data("password", stored);
    }
});
