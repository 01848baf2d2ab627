//! Signing in by a mailed link.

mod ask;
mod follow;

use crate::assembly::Builder;
use crate::config::Preset;
use crate::testing::fixture::{self, JOE, PASSWORD, is_in};
use crate::testing::{Browser, TestApp};

async fn app_with(preset: Preset, more: impl FnOnce(Builder) -> Builder) -> TestApp {
    fixture::app_with(preset, "SECURITY_PASSWORDLESS", more).await
}

async fn app(preset: Preset) -> TestApp {
    app_with(preset, |builder| builder).await
}

/// The path of a new link for Joe.
async fn link(app: &TestApp) -> String {
    fixture::link(app, "/login").await
}

/// Follows a link as its reader does: by the button, where there is one.
async fn follow(app: &TestApp, tab: &mut Browser, path: &str) -> crate::testing::Answer {
    match app.security().config().links.ask {
        true => tab.post_form(path, []).await,
        false => tab.get(path).await,
    }
}
