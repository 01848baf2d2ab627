//! Links in mails, under every purpose: as a stranger sends them, past the signature, and good ones of
//! which something was changed. The first byte names the purpose.
#![no_main]

use std::sync::LazyLock;

use gatewright::fuzzing::{Links, PURPOSES, Worth};
use libfuzzer_sys::fuzz_target;

static SITE: LazyLock<Links> = LazyLock::new(|| Links::new().expect("the settings are good"));

/// What cannot be forged past the signature either: these hold a keyed digest.
const BOUND: [usize; 3] = [0, 1, 3];

fuzz_target!(|data: &[u8]| {
    let Some((&first, rest)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let purpose = usize::from(first) % PURPOSES;
    // A fault of the link is an answer, one of the store is not.
    let read = |purpose, token: &str| SITE.read(purpose, token).expect("an answer");

    assert_ne!(read(purpose, text), Worth::Good, "{text:?}");
    read(purpose, &SITE.sign(purpose, text));
    // Half a million rounds, which only whoever has the key can ask for.
    if !text.contains("$5$") {
        let naming = format!("[{},{text}]", SITE.owner(purpose));
        let worth = read(purpose, &SITE.sign(purpose, &naming));
        assert!(worth != Worth::Good || !BOUND.contains(&purpose), "{naming:?}");
    }

    let good = SITE.mint(purpose);
    for other in 0..PURPOSES {
        let expected = if other == purpose { Worth::Good } else { Worth::Nothing };
        assert_eq!(read(other, &good), expected, "{purpose} as {other}");
    }
    // A second spelling of a link would be a second use of it.
    let at = usize::from(first) * good.len() / 256;
    for spoilt in [
        format!("{}{text}{}", &good[..at], &good[at..]),
        format!("{}{text}{}", &good[..at], good.get(at + text.len()..).unwrap_or_default()),
        format!("{good}{text}"),
    ] {
        assert!(spoilt == good || read(purpose, &spoilt) != Worth::Good, "{spoilt:?} is {good:?}");
    }
});
