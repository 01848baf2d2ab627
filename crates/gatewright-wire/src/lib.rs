//! The wire formats of Gatewright: bytes in, bytes out, no I/O and no clock.

mod error;

pub use error::Error;
