//! One-time code records, addresses, keys and codes.
#![no_main]

use std::sync::LazyLock;

use gatewright_wire::{
    totp::{Refused, Totp},
    totp_wallet::Wallet,
};
use libfuzzer_sys::fuzz_target;

const NOW: i64 = 1_768_478_410;

static WALLET: LazyLock<Wallet> = LazyLock::new(|| {
    let secrets = [("1", "TjQ9Qa31VOrfEzuPy4VHQWPCTmRzCnFzMKLxXYiZu9B"), ("2", "second")];
    Wallet::new(secrets).and_then(|wallet| wallet.with_cost(1)).expect("good secrets")
});

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let _ = WALLET.needs_recrypt(text);
    // High costs are legitimate and slow: a two-digit cost is left to the tests.
    let slow = text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_digit));
    if !slow || text.starts_with("otpauth://") {
        if let Ok(opened) = WALLET.decrypt(text) {
            again(&opened.totp);
        }
    }
    let totp = Totp::from_base32(text);
    if let Ok(totp) = &totp {
        again(totp);
        assert!(totp.uri(text, text).starts_with("otpauth://totp/"));
    }
    let totp = Totp::from_base32("JBSWY3DPEHPK3PXP").expect("a key");
    let found = totp.verify(text, NOW, 300, None);
    if let Ok(counter) = found {
        assert_eq!(totp.verify(text, NOW, 300, Some(counter)), Err(Refused::Used));
    }
});

fn again(totp: &Totp) {
    let stored = WALLET.encrypt(totp).expect("randomness");
    let opened = WALLET.decrypt(&stored).expect("own record");
    assert_eq!(&opened.totp, totp);
    assert!(!opened.needs_recrypt);
    assert_eq!(
        Totp::from_base32(&totp.pretty()).map(|read| read.key().to_vec()).as_deref(),
        Ok(totp.key())
    );
}
