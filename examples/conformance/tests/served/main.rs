//! The program with a converted configuration, asked over a socket.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod app;
mod beside;
mod configured;
mod events;
mod routes;
mod tab;
