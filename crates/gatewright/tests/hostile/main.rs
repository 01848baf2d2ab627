//! What a stranger may send, and worse: nothing may panic, hang or be answered 5xx.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod ask;
mod bodies;
mod credentials;
mod fixture;
mod fuzz;
mod heads;
mod sessions;
mod sockets;
mod storm;
