//! What is stricter than the reference: a test for every row of its list of weaknesses, each of
//! which fails on the reference's behaviour.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod account;
mod alike;
mod crashes;
mod csrf;
mod fixture;
#[path = "../common/log.rs"]
mod log;
mod mixed;
mod passwords;
mod redirects;
mod refresh;
mod rows;
mod session;
mod tokens;
