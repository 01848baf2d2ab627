//! Sign-in and access control for axum.

pub mod clock;
pub mod config;
pub mod error;
pub mod i18n;
pub mod model;
pub mod random;
pub mod store;
pub mod text;
pub(crate) mod web;

#[cfg(fuzzing)]
pub use web::fuzzing;
