//! Signatures of webhooks, as [Standard Webhooks](https://www.standardwebhooks.com) defines them:
//! HMAC-SHA256 over the message's id, the time of the attempt and the body.

use std::fmt;

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{Error, Result};

/// What a secret in base64 begins with.
const PREFIX: &str = "whsec_";
/// What a signature with a shared secret begins with.
const VERSION: &str = "v1,";
/// Most signatures that are looked at.
const MOST: usize = 16;

/// A secret that sender and receiver share.
///
/// ```
/// use gatewright_wire::webhook::{Secret, verify};
///
/// let secret = Secret::new("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")?;
/// let signature = secret.sign("msg_1", 1_614_265_330, b"{}");
/// verify(&[secret], "msg_1", 1_614_265_330, b"{}", &signature)?;
/// # Ok::<(), gatewright_wire::Error>(())
/// ```
#[derive(Clone)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// Reads `whsec_` and base64, or takes any other text as it is.
    ///
    /// # Errors
    /// [`Error::BadOption`]: what follows `whsec_` is not base64, or there is nothing.
    pub fn new(text: &str) -> Result<Self> {
        let bytes = match text.strip_prefix(PREFIX) {
            None => text.as_bytes().to_vec(),
            Some(encoded) => BASE64.decode(encoded.as_bytes()).map_err(|_| {
                Error::BadOption("what follows whsec_ is not base64 with padding".to_owned())
            })?,
        };
        if bytes.is_empty() {
            return Err(Error::BadOption("the secret is empty".to_owned()));
        }
        Ok(Self(Zeroizing::new(bytes)))
    }

    /// How many bytes it has.
    #[allow(clippy::len_without_is_empty, reason = "it is never empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The signature of a message: `v1,` and base64. `at` is in seconds since 1970.
    pub fn sign(&self, id: &str, at: i64, body: &[u8]) -> String {
        let mac = self.mac(id, at, body).map(|mac| mac.finalize().into_bytes());
        format!("{VERSION}{}", BASE64.encode(mac.as_deref().unwrap_or_default()))
    }

    /// `None` is impossible: an HMAC takes keys of any length.
    fn mac(&self, id: &str, at: i64, body: &[u8]) -> Option<Hmac<Sha256>> {
        let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0).ok()?;
        Some(mac.chain_update(format!("{id}.{at}.")).chain_update(body))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(********)")
    }
}

/// Checks a message against the header `webhook-signature`: a list of signatures, of which one must
/// be made with one of the secrets. How old it may be is the caller's to say.
///
/// # Errors
/// [`Error::BadSignature`]: none is.
pub fn verify(secrets: &[Secret], id: &str, at: i64, body: &[u8], signatures: &str) -> Result<()> {
    for given in signatures.split(' ').take(MOST) {
        let given = given.strip_prefix(VERSION).map(|text| BASE64.decode(text.as_bytes()));
        let Some(Ok(given)) = given else { continue };
        for secret in secrets {
            let mac = secret.mac(id, at, body);
            if mac.is_some_and(|mac| mac.verify_slice(&given).is_ok()) {
                return Ok(());
            }
        }
    }
    Err(Error::BadSignature)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = b"{\"test\": 2432232314}";

    fn secret() -> Secret {
        Secret::new("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap()
    }

    #[test]
    fn the_example_of_the_reference_libraries_has_its_signature() {
        let (id, at) = ("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330);
        let signature = secret().sign(id, at, BODY);
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        verify(&[secret()], id, at, BODY, &signature).unwrap();
    }

    #[test]
    fn one_good_signature_of_several_is_enough_and_nothing_else_is() {
        let other = Secret::new("another secret of the receiver").unwrap();
        let good = secret().sign("a", 7, BODY);
        let both = format!("v1,AAAA v2,x {} {good}", other.sign("b", 7, BODY));
        let secrets = [other, secret()];
        verify(&secrets, "a", 7, BODY, &both).unwrap();
        for (id, at, body, signatures) in [
            ("b", 7, BODY, good.as_str()),
            ("a", 8, BODY, &good),
            ("a", 7, b"{}", &good),
            ("a", 7, BODY, ""),
            ("a", 7, BODY, "v1,"),
            ("a", 7, BODY, good.trim_start_matches("v1,")),
            ("a", 7, BODY, &good.to_ascii_lowercase()),
            ("a", 7, BODY, &format!("{}{good}", "v1, ".repeat(99))),
        ] {
            let checked = verify(&secrets, id, at, body, signatures);
            assert_eq!(checked, Err(Error::BadSignature), "{id} {at} {signatures}");
        }
    }

    #[test]
    fn a_secret_is_base64_after_its_prefix_and_never_empty() {
        assert_eq!((secret().len(), Secret::new("raw").unwrap().len()), (24, 3));
        for bad in ["", "whsec_", "whsec_*"] {
            assert!(matches!(Secret::new(bad), Err(Error::BadOption(_))), "{bad:?}");
        }
        assert_eq!(format!("{:?}", secret()), "Secret(********)");
    }
}
