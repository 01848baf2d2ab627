//! The wire formats of Gatewright: bytes in, bytes out, no I/O and no clock.
//!
//! Everything here is byte-compatible, in both directions, with what Flask-Security 5.9 and the
//! libraries below it write: a cookie, token, hash or column made by the one is read by the other.
//! Times are arguments, in seconds since 1970. Randomness is used for salts and initialisation
//! vectors only.
//!
//! | module | format | defined by |
//! | --- | --- | --- |
//! | [`itsdangerous`] | signed texts, dated and undated tokens | itsdangerous 2 |
//! | [`flask::session`] | the session cookie: tagged JSON | Flask 3 |
//! | [`flask::remember`], [`flask::identifier`] | remember-me cookie, session protection | Flask-Login 0.6 |
//! | [`flask::csrf`] | CSRF tokens | Flask-WTF 1 |
//! | [`fernet`], [`recovery_codes`] | texts encrypted at rest | `cryptography`, Flask-Security |
//! | [`passlib`] | password hashes | passlib |
//! | [`totp`], [`totp_wallet`] | one-time codes and their secrets at rest | RFC 6238, passlib |
//! | [`bloom`] | hashes of breached passwords in a filter | this crate |
//! | [`chain`] | entries of a log that seal those before them | this crate |
//! | [`webhook`] | signatures of webhooks | Standard Webhooks |
//! | [`lists`], [`pyjson`], [`b64`] | columns, JSON text, base64 dialects | Python |
//!
//! # A session
//!
//! ```
//! use gatewright_wire::flask::session::{Codec, Payload};
//!
//! let codec = Codec::new(&[b"the current secret", b"the one before"], "cookie-session");
//! let mut session = Payload::default();
//! session.set_str("_user_id", "1f2e3d4c5b6a798897a6b5c4d3e2f101");
//! session.set_bool("_fresh", true);
//! let cookie = codec.encode(&session, 1_780_000_000)?;
//!
//! let month = 31 * 86_400;
//! let session = codec.decode(&cookie, 1_780_000_600, month)?;
//! assert_eq!(session.get_bool("_fresh"), Some(true));
//! # Ok::<(), gatewright_wire::Error>(())
//! ```
//!
//! # A link in a mail
//!
//! ```
//! use gatewright_wire::Error;
//! use gatewright_wire::itsdangerous::{Derivation, Timed};
//!
//! let links = Timed::new(&[b"the current secret"], "confirm-salt", Derivation::DjangoConcat);
//! let token = links.dumps(r#"["1f2e3d4c"]"#, 1_780_000_000);
//! assert_eq!(links.loads(&token, 1_780_000_600, Some(3600))?.json, r#"["1f2e3d4c"]"#);
//!
//! // Too late: the answer may still say whom it was for.
//! match links.loads(&token, 1_780_009_999, Some(3600)) {
//!     Err(Error::Expired { payload, .. }) => assert_eq!(payload, br#"["1f2e3d4c"]"#),
//!     other => panic!("{other:?}"),
//! }
//! # Ok::<(), gatewright_wire::Error>(())
//! ```
//!
//! # What a stranger can do
//!
//! Nothing here panics, whatever it reads, and the work is bounded: [`itsdangerous::MAX_TOKEN`],
//! [`itsdangerous::MAX_JSON`] (how far a payload is inflated), [`flask::session::MAX_DEPTH`],
//! [`flask::remember::MAX_COOKIE`], [`fernet::MAX_TOKEN`]. Signatures are checked before anything
//! behind them is read, and compared in constant time. `Debug` shows no key and no payload.
//!
//! # What differs
//!
//! Base64 must be canonical, where Python overlooks foreign characters; genuine values are. A
//! session that holds `NaN` or an infinite number, which is not JSON, is refused as a whole.
//! Compressed payloads differ byte for byte, as between any two implementations of zlib.

pub mod b64;
pub mod bloom;
pub mod chain;
pub mod digest;
mod error;
pub mod fernet;
pub mod flask;
pub mod itsdangerous;
pub mod lists;
pub mod passlib;
pub mod pyjson;
pub mod recovery_codes;
mod salt;
pub mod totp;
pub mod totp_wallet;
pub mod webhook;

pub use error::Error;

/// What every fallible call of this crate returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;
