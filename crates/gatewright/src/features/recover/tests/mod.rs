//! Resetting a password, as pages and as JSON.

mod after;
mod ask;
mod ended;
mod follow;

use crate::assembly::Builder;
use crate::config::Preset;
use crate::testing::TestApp;
use crate::testing::fixture::{self, EVE, JOE, NEW, PASSWORD, is_in, signs_in};

async fn app_with(preset: Preset, more: impl FnOnce(Builder) -> Builder) -> TestApp {
    let app = fixture::app_with(preset, "SECURITY_RECOVERABLE", more).await;
    app.user(EVE, PASSWORD).await;
    app
}

async fn app(preset: Preset) -> TestApp {
    app_with(preset, |builder| builder).await
}

/// The path of a new link for Joe.
async fn link(app: &TestApp) -> String {
    fixture::link(app, "/reset").await
}
