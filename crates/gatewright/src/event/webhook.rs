//! For those who receive events: is what has come from whom it should be from?

use gatewright_wire::webhook::{self, Secret};
use http::HeaderMap;
use jiff::SignedDuration;

use crate::clock::Clock;
use crate::error::{Error, Result};

/// How old a message may be, and how far ahead its clock: five minutes, as Standard Webhooks
/// recommends.
pub const TOLERANCE: SignedDuration = SignedDuration::from_mins(5);

/// Checks a message: `body` are the bytes as they came, before anybody read JSON from them. Of several
/// secrets one must fit, so that they can be replaced. What holds may come twice, with the same
/// `webhook-id`: remember those of the last minutes, or do nothing a second time.
///
/// ```
/// use gatewright::clock::Clock;
/// use gatewright::event::webhook::{TOLERANCE, verify};
/// use gatewright_wire::webhook::Secret;
/// use http::HeaderMap;
///
/// let (secret, clock) = ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Clock::system());
/// let (body, at) = (br#"{"event":"user_confirmed"}"#, clock.unix());
/// let mut headers = HeaderMap::new();
/// headers.insert("webhook-id", "msg_1".parse().unwrap());
/// headers.insert("webhook-timestamp", at.into());
/// let signature = Secret::new(secret).unwrap().sign("msg_1", at, body);
/// headers.insert("webhook-signature", signature.parse().unwrap());
///
/// assert!(verify(&headers, body, &[secret], TOLERANCE, &clock).is_ok());
/// assert!(verify(&headers, b"{}", &[secret], TOLERANCE, &clock).is_err());
/// ```
///
/// # Errors
/// [`BadRequest`](crate::ErrorKind::BadRequest): a header is missing, the message is too old or its
/// signature wrong. [`Config`](crate::ErrorKind::Config): a secret cannot be read.
pub fn verify(
    headers: &HeaderMap,
    body: &[u8],
    secrets: &[&str],
    tolerance: SignedDuration,
    clock: &Clock,
) -> Result<()> {
    let secrets = secrets.iter().map(|secret| Secret::new(secret));
    let secrets = secrets.collect::<gatewright_wire::Result<Vec<_>>>().map_err(|error| {
        Error::config("the secret of the webhook cannot be read").caused_by(error)
    })?;
    let header = |name: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.ok_or_else(|| Error::bad_request(format!("the header {name} is missing")))
    };
    let (id, signature) = (header("webhook-id")?, header("webhook-signature")?);
    let at = header("webhook-timestamp")?.parse::<i64>();
    let at = at.map_err(|_| Error::bad_request("the header webhook-timestamp is no number"))?;
    if clock.unix().abs_diff(at) > tolerance.as_secs().unsigned_abs() {
        return Err(Error::bad_request("the message is too old, or from the future"));
    }
    webhook::verify(&secrets, id, at, body, signature)
        .map_err(|error| Error::bad_request("the signature is wrong").caused_by(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    fn headers(id: &str, at: &str, signature: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in
            [("webhook-id", id), ("webhook-timestamp", at), ("webhook-signature", signature)]
        {
            if !value.is_empty() {
                headers.insert(name, value.parse().unwrap());
            }
        }
        headers
    }

    #[test]
    fn a_message_holds_for_five_minutes() {
        let clock = Clock::system();
        let (body, now) = (b"{}", clock.unix());
        let check = |at: i64| {
            let signature = Secret::new(SECRET).unwrap().sign("a", at, body);
            verify(
                &headers("a", &at.to_string(), &signature),
                body,
                &["another secret of ours", SECRET],
                TOLERANCE,
                &clock,
            )
        };
        for (shift, good) in [(0, true), (-290, true), (290, true), (-310, false), (310, false)] {
            assert_eq!(check(now + shift).is_ok(), good, "{shift}");
        }
        assert!(check(i64::MIN).is_err() && check(i64::MAX).is_err());
    }

    #[test]
    fn what_is_missing_or_wrong_is_refused() {
        let clock = Clock::system();
        let now = clock.unix();
        let (at, good) = (now.to_string(), Secret::new(SECRET).unwrap().sign("a", now, b"{}"));
        for headers in [
            headers("", &at, &good),
            headers("a", "", &good),
            headers("a", &at, ""),
            headers("a", "soon", &good),
            headers("b", &at, &good),
            headers("a", &at, "v1,"),
        ] {
            let error = verify(&headers, b"{}", &[SECRET], TOLERANCE, &clock).unwrap_err();
            assert_eq!(error.status(), 400, "{headers:?}");
        }
        let headers = headers("a", &at, &good);
        assert!(verify(&headers, b"{}", &[], TOLERANCE, &clock).is_err());
        assert!(verify(&headers, b"{}", &["whsec_*"], TOLERANCE, &clock).is_err());
        assert!(verify(&headers, b"{}", &[SECRET], TOLERANCE, &clock).is_ok());
    }
}
