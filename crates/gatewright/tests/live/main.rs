//! Back and forth with the real Flask-Security. Needs its Python, so it is ignored by default.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod formats;
mod journeys;
mod migration;
mod ours;
mod peer;
mod proxy;
mod tab;
