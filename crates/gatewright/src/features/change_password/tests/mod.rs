//! Changing a password, as a page, as JSON, and by the application.

mod ended;
mod fields;

use crate::assembly::Builder;
use crate::config::Preset;
use crate::testing::fixture::{self, JOE, NEW, PASSWORD, Through, is_in, signs_in};
use crate::testing::{Browser, TestApp};

async fn app_with(preset: Preset, more: impl FnOnce(Builder) -> Builder) -> TestApp {
    fixture::app_with(preset, "SECURITY_CHANGEABLE", more).await
}

async fn app(preset: Preset) -> TestApp {
    app_with(preset, |builder| builder).await
}

async fn signed_in(app: &TestApp) -> Browser {
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    tab
}

fn filled<'a>(now: &'a str, new: &'a str) -> [(&'static str, &'a str); 3] {
    [("password", now), ("new_password", new), ("new_password_confirm", new)]
}
