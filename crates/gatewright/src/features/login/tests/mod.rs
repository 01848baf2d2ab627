//! Signing in, as a browser and as a client of the API.

mod equal;
mod fields;
mod kept;
mod places;
mod refused;

use axum::Router;
use axum::routing::get;

use crate::config::Preset;
use crate::guard::{CurrentUser, auth_required, auth_token_required};
use crate::testing::TestApp;

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

async fn app(preset: Preset) -> TestApp {
    let app = TestApp::with(preset, |builder| builder).await;
    app.user(JOE, PASSWORD).await;
    app
}

fn me() -> Router {
    Router::new()
        .route("/me", get(async |me: CurrentUser| me.email.clone()))
        .route("/token", get(async || "in").layer(auth_token_required()))
        .route("/fresh", get(async || "in").layer(auth_required().fresh()))
}
