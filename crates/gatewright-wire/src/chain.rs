//! A chain of entries, each of which seals those before it: HMAC-SHA256 (RFC 2104, FIPS 198-1) over
//! the seal of the entry before and the entry.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::{Error, Result};

/// How long a seal is, in bytes.
pub const LENGTH: usize = 32;

/// What the first entry has before it.
pub const START: [u8; LENGTH] = [0; LENGTH];

/// Makes and checks seals.
///
/// ```
/// use gatewright_wire::chain::{Sealer, START};
///
/// let sealer = Sealer::derived(b"the secret of the house", "a log")?;
/// let first = sealer.seal(&START, b"something happened");
/// let second = sealer.seal(&first, b"something else");
/// assert!(sealer.holds(&first, b"something else", &second));
/// assert!(!sealer.holds(&START, b"something else", &second));
/// # Ok::<(), gatewright_wire::Error>(())
/// ```
#[derive(Clone)]
pub struct Sealer(Hmac<Sha256>);

impl Sealer {
    /// Takes a key made of a secret that has other uses, too: HMAC-SHA256 of the purpose under the
    /// secret (NIST SP 800-108). The secret must be random and long, as it is not stretched.
    ///
    /// # Errors
    /// None in practice: an HMAC takes keys of any length.
    pub fn derived(secret: &[u8], purpose: &str) -> Result<Self> {
        let no_key = |_| Error::BadOption("the secret is no key".to_owned());
        let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret).map_err(no_key)?;
        let key = mac.chain_update(purpose.as_bytes()).finalize().into_bytes();
        <Hmac<Sha256> as KeyInit>::new_from_slice(&key).map(Self).map_err(no_key)
    }

    /// The seal of an entry.
    pub fn seal(&self, before: &[u8; LENGTH], entry: &[u8]) -> [u8; LENGTH] {
        self.mac(before, entry).finalize().into_bytes().into()
    }

    /// Whether an entry has this seal; compared in constant time.
    pub fn holds(&self, before: &[u8; LENGTH], entry: &[u8], seal: &[u8]) -> bool {
        self.mac(before, entry).verify_slice(seal).is_ok()
    }

    /// What comes before has a fixed length, so that no two pairs are the same bytes.
    fn mac(&self, before: &[u8; LENGTH], entry: &[u8]) -> Hmac<Sha256> {
        self.0.clone().chain_update(before).chain_update(entry)
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealer(********)")
    }
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::*;

    #[test]
    fn a_seal_is_the_hmac_of_the_one_before_and_the_entry() {
        // K=$(printf purpose | openssl dgst -sha256 -hmac secret -r | cut -c-64)
        // { head -c 32 /dev/zero; printf entry; } | openssl dgst -sha256 -mac HMAC -macopt hexkey:$K
        let sealer = Sealer::derived(b"secret", "purpose").unwrap();
        let seal = sealer.seal(&START, b"entry");
        assert_eq!(
            HEXLOWER.encode(&seal),
            "c5d90d8619b4c5fc784f31ab3885ac0bba2c1a196efad74aee7009f0d9f2fb86"
        );
        assert!(sealer.holds(&START, b"entry", &seal));
        for (before, entry, seal) in [
            (seal, &b"entry"[..], &seal[..]),
            (START, b"Entry", &seal),
            (START, b"entry", &seal[..31]),
            (START, b"entry", &[]),
        ] {
            assert!(!sealer.holds(&before, entry, seal));
        }
        let other = Sealer::derived(b"secret", "another purpose").unwrap();
        assert!(!other.holds(&START, b"entry", &seal));
        assert_eq!(format!("{other:?}"), "Sealer(********)");
    }
}
