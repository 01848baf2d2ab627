//! The real binary in a folder of its own: starts, ends, commands, crashes, slow clients.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]
#![cfg(unix)]

mod audit;
mod client;
mod commands;
mod crash;
mod doctor;
mod import;
mod import_files;
mod import_rows;
mod server;
mod sessions;
mod slow;
mod start;
mod takeover;
mod tokens;
