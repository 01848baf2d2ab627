//! The only place of this crate that asks for randomness: salts and initialisation vectors.

use crate::{Error, Result};

/// So many random bytes.
#[allow(clippy::disallowed_methods, reason = "this is the one place of this crate that may")]
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut out = [0; N];
    getrandom::fill(&mut out).map_err(|_| Error::NoRandomness)?;
    Ok(out)
}
