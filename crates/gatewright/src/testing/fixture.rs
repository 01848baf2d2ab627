//! What tests of features share: people, and what they do.

use std::sync::Arc;

use async_trait::async_trait;
use serde_json::{Value, json};

use crate::assembly::Builder;
use crate::assembly::mailer::mailer;
use crate::config::{Config, Preset};
use crate::error::Result;
use crate::i18n::messages::Message;
use crate::outbound::{Mail, Mailer};
use crate::testing::{Answer, Browser, TestApp};

pub(crate) const JOE: &str = "joe@lp.com";
pub(crate) const EVE: &str = "eve@lp.com";
pub(crate) const PASSWORD: &str = "correct horse battery";
pub(crate) const NEW: &str = "purple elephant stapler";

/// An application at `localhost` with this feature switched on, in which Joe has an account.
pub(crate) async fn app_with(
    preset: Preset,
    switch: &str,
    more: impl FnOnce(Builder) -> Builder,
) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        let builder = builder
            .setting("SERVER_NAME", "localhost")
            .setting(switch, true)
            .endpoint("ui.result", "/ui/result");
        more(builder)
    })
    .await;
    app.user(JOE, PASSWORD).await;
    app
}

/// Asks at a page for a mail to Joe, and gives the path of its link, which begins with that page's.
pub(crate) async fn link(app: &TestApp, page: &str) -> String {
    app.browser().post_form(page, [("email", JOE)]).await.is(200);
    let path = app.outbox().last().path();
    assert!(path.starts_with(&format!("{page}/")), "{path}");
    path
}

/// Whether Joe gets in with a password.
pub(crate) async fn signs_in(app: &TestApp, password: &str) -> bool {
    let body = json!({ "email": JOE, "password": password });
    app.browser().post_json("/login", &body).await.status == 200
}

/// Whether somebody is signed in.
pub(crate) async fn is_in(tab: &mut Browser) -> bool {
    tab.get_json("/verify").await.status == 200
}

/// The names of what an answer in JSON says.
pub(crate) fn members(answer: &Answer) -> Vec<String> {
    answer.json()["response"].as_object().unwrap().keys().cloned().collect()
}

/// The faults of these fields, as an answer in JSON has them.
pub(crate) fn faults(app: &TestApp, expected: &[(&str, Message)]) -> Value {
    let say = |message: &Message| json!([app.text(message.clone())]);
    Value::Object(expected.iter().map(|(name, one)| ((*name).to_owned(), say(one))).collect())
}

/// A message that the next page shows.
pub(crate) async fn shows(
    app: &TestApp,
    tab: &mut Browser,
    page: &str,
    message: impl Into<Message>,
) {
    let (page, text) = (tab.get(page).await.text(), app.text(message));
    assert!(page.contains(&text.replace('\'', "&#x27;")), "{text}: {page}");
}

/// A message as the query of a redirect has it.
pub(crate) fn query(message: &str) -> String {
    form_urlencoded::byte_serialize(message.as_bytes()).collect()
}

/// A mail server on a socket, in place of the list that tests have.
pub(crate) struct Through(pub(crate) Arc<dyn Mailer>);

impl Through {
    pub(crate) fn to(port: u16) -> Self {
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
