//! Resetting a password, as pages and as JSON.

mod ask;
mod ended;
mod follow;

use crate::assembly::Builder;
use crate::config::Preset;
use crate::testing::TestApp;

const JOE: &str = "joe@lp.com";
const EVE: &str = "eve@lp.com";
const PASSWORD: &str = "correct horse battery";
const NEW: &str = "purple elephant stapler";

async fn app_with(preset: Preset, more: impl FnOnce(Builder) -> Builder) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        let builder = builder
            .setting("SERVER_NAME", "localhost")
            .setting("SECURITY_RECOVERABLE", true)
            .endpoint("ui.result", "/ui/result");
        more(builder)
    })
    .await;
    app.user(JOE, PASSWORD).await;
    app.user(EVE, PASSWORD).await;
    app
}

async fn app(preset: Preset) -> TestApp {
    app_with(preset, |builder| builder).await
}

/// The path of a new link for Joe.
async fn link(app: &TestApp) -> String {
    app.browser().post_form("/reset", [("email", JOE)]).await.is(200);
    let path = app.outbox().last().path();
    assert!(path.starts_with("/reset/"), "{path}");
    path
}

async fn signs_in(app: &TestApp, password: &str) -> bool {
    let body = serde_json::json!({ "email": JOE, "password": password });
    app.browser().post_json("/login", &body).await.status == 200
}
