//! Another address, and the way back.

mod change;
mod race;
mod undo;

use crate::assembly::Builder;
use crate::config::Preset;
use crate::model::User;
pub(super) use crate::testing::fixture::{JOE, PASSWORD};
use crate::testing::{Browser, Heard, TestApp, fixture};

pub(super) const NEW: &str = "new@lp.com";

pub(super) struct Fixture {
    pub(super) app: TestApp,
    pub(super) heard: Heard,
    pub(super) joe: User,
}

pub(super) async fn fixture(preset: Preset, more: &[(&str, serde_json::Value)]) -> Fixture {
    fixture_with(preset, more, |builder| builder).await
}

pub(super) async fn fixture_with(
    preset: Preset,
    more: &[(&str, serde_json::Value)],
    change: impl FnOnce(Builder) -> Builder,
) -> Fixture {
    let heard = Heard::default();
    let app = fixture::app_with(preset, "SECURITY_CHANGE_EMAIL", |builder| {
        let builder = builder
            .setting("LIMIT_MAIL", false)
            .setting("LIMIT_MAIL_IDENTITY", false)
            .setting("LIMIT_SIGN_IN", false)
            .listen(heard.clone());
        let set = |builder: Builder, (key, value): &(&str, serde_json::Value)| {
            builder.setting(key, value.clone())
        };
        change(more.iter().fold(builder, set))
    })
    .await;
    let joe = app.find(JOE).await.unwrap();
    Fixture { app, heard, joe }
}

impl Fixture {
    pub(super) async fn tab(&self) -> Browser {
        let mut tab = self.app.browser();
        tab.sign_in(JOE, PASSWORD).await;
        self.heard.take();
        tab
    }

    /// Asks for the change and gives the path of the mailed link.
    pub(super) async fn asked(&self, tab: &mut Browser, email: &str) -> String {
        tab.post_form("/change-email", [("email", email)]).await.is(200);
        let mail = self.app.outbox().last();
        assert_eq!(mail.to.address, email);
        mail.path()
    }
}
