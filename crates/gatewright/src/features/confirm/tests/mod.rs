//! Confirming an address, as pages and as JSON.

mod link;
mod send;

use crate::assembly::Builder;
use crate::config::Preset;
use crate::model::UserField;
use crate::testing::TestApp;

const JOE: &str = "joe@lp.com";
const EVE: &str = "eve@lp.com";
const PASSWORD: &str = "correct horse battery";

/// Joe has yet to confirm; Eve has.
async fn app_with(preset: Preset, more: impl FnOnce(Builder) -> Builder) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        let builder = builder
            .setting("SERVER_NAME", "localhost")
            .setting("SECURITY_CONFIRMABLE", true)
            .endpoint("ui.result", "/ui/result");
        more(builder)
    })
    .await;
    app.user(JOE, PASSWORD).await;
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
    app.browser().post_form("/confirm", [("email", JOE)]).await.is(200);
    let path = app.outbox().last().path();
    assert!(path.starts_with("/confirm/"), "{path}");
    path
}
