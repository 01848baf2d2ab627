//! Sign-in and access control for axum.

pub mod clock;
pub mod error;
pub mod random;
