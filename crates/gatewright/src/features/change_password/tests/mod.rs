//! Changing a password, as a page, as JSON, and by the application.

mod ended;
mod fields;

use std::sync::Arc;

use async_trait::async_trait;
use serde_json::json;

use crate::assembly::Builder;
use crate::assembly::mailer::mailer;
use crate::config::{Config, Preset};
use crate::error::Result;
use crate::outbound::{Mail, Mailer};
use crate::testing::{Browser, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";
const NEW: &str = "purple elephant stapler";

async fn app_with(preset: Preset, more: impl FnOnce(Builder) -> Builder) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        let builder = builder
            .setting("SERVER_NAME", "localhost")
            .setting("SECURITY_CHANGEABLE", true)
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

async fn signed_in(app: &TestApp) -> Browser {
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    tab
}

async fn signs_in(app: &TestApp, password: &str) -> bool {
    let body = json!({ "email": JOE, "password": password });
    app.browser().post_json("/login", &body).await.status == 200
}

async fn is_in(tab: &mut Browser) -> bool {
    tab.get_json("/verify").await.status == 200
}

fn filled<'a>(now: &'a str, new: &'a str) -> [(&'static str, &'a str); 3] {
    [("password", now), ("new_password", new), ("new_password_confirm", new)]
}

/// A server on a socket, in place of the list that tests have.
struct Through(Arc<dyn Mailer>);

impl Through {
    fn to(port: u16) -> Self {
        let mut config = Config::preset(Preset::Recommended);
        config.mail.server = "127.0.0.1".into();
        config.mail.port = port;
        Self(mailer(&config).unwrap())
    }
}

#[async_trait]
impl Mailer for Through {
    async fn send(&self, mail: &Mail) -> Result<()> {
        self.0.send(mail).await
    }
}
