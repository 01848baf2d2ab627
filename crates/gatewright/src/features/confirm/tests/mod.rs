//! Confirming an address, as pages and as JSON.

mod link;
mod send;

use crate::assembly::Builder;
use crate::config::Preset;
use crate::model::UserField;
use crate::testing::TestApp;
use crate::testing::fixture::{self, EVE, JOE, PASSWORD};

/// Joe has yet to confirm; Eve has.
async fn app_with(preset: Preset, more: impl FnOnce(Builder) -> Builder) -> TestApp {
    let app = fixture::app_with(preset, "SECURITY_CONFIRMABLE", more).await;
    app.change(JOE, &[UserField::ConfirmedAt(None)]).await;
    app.user(EVE, PASSWORD).await;
    app
}

async fn app(preset: Preset) -> TestApp {
    app_with(preset, |builder| builder).await
}

async fn confirmed(app: &TestApp) -> bool {
    app.find(JOE).await.unwrap().confirmed_at.is_some()
}

/// The path of a new link.
async fn link(app: &TestApp) -> String {
    fixture::link(app, "/confirm").await
}
