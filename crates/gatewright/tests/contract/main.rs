//! The reference's recorded conversations, request by request, against the real router.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod cases;
mod client;
mod deviations;
mod fixture;
mod groups;
mod vectors;
