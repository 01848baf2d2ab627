//! The wire formats of Gatewright: bytes in, bytes out, no I/O and no clock.

pub mod b64;
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

pub use error::Error;

/// What every fallible call of this crate returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;
