//! What a new password must be, and what becomes of old hashes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod breaches;
mod filter;
mod hashes;
#[path = "../common/log.rs"]
mod log;
mod policy;
mod service;

use gatewright::Security;
use gatewright::config::Preset;
use gatewright::testing::TestApp;
use serde_json::Value;

/// An application with these settings.
async fn with(preset: Preset, settings: &[(&str, Value)]) -> TestApp {
    let settings: Vec<_> = settings.to_vec();
    TestApp::with(preset, |mut builder| {
        for (key, value) in settings {
            builder = builder.setting(key, value);
        }
        builder
    })
    .await
}

/// The keys of what is wrong with a password that nobody has yet.
async fn faults(security: &Security, password: &str) -> Vec<&'static str> {
    let found = security.offline().password_faults(password, None).await.unwrap();
    found.iter().map(|fault| fault.key().name()).collect()
}
