//! Signing in by a mailed link.

mod ask;
mod follow;

use crate::assembly::Builder;
use crate::config::Preset;
use crate::testing::{Browser, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

async fn app_with(preset: Preset, more: impl FnOnce(Builder) -> Builder) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        let builder = builder
            .setting("SERVER_NAME", "localhost")
            .setting("SECURITY_PASSWORDLESS", true)
            .endpoint("ui.result", "/ui/result");
        more(builder)
    })
    .await;
    app.user(JOE, PASSWORD).await;
    app
}

async fn app(preset: Preset) -> TestApp {
    app_with(preset, |builder| builder).await
}

/// The path of a new link for Joe.
async fn link(app: &TestApp) -> String {
    app.browser().post_form("/login", [("email", JOE)]).await.is(200);
    let path = app.outbox().last().path();
    assert!(path.starts_with("/login/"), "{path}");
    path
}

/// Follows a link as its reader does: by the button, where there is one.
async fn follow(app: &TestApp, tab: &mut Browser, path: &str) -> crate::testing::Answer {
    match app.security().config().links.ask {
        true => tab.post_form(path, []).await,
        false => tab.get(path).await,
    }
}

async fn is_in(tab: &mut Browser) -> bool {
    tab.get_json("/verify").await.status == 200
}
