//! Mails on their way to a real server on a socket.

mod flows;
mod formats;
mod nobody;
mod outages;

use std::sync::Arc;

use jiff::SignedDuration;

use crate::assembly::mailer::mailer;
use crate::config::{Config, Delivery, Preset};
use crate::model::User;
use crate::outbound::{Mail, Mailbox, Mailer};
use crate::testing::fixture::Through;
use crate::testing::{SmtpServer, TestApp};

/// A mailer that the settings make for this server.
fn to_server(server: &SmtpServer, change: impl FnOnce(&mut Config)) -> Arc<dyn Mailer> {
    let mut config = Config::preset(Preset::Recommended);
    config.mail.server = "127.0.0.1".into();
    config.mail.port = server.port();
    change(&mut config);
    mailer(&config).unwrap()
}

/// An application that sends to this server, and a user.
async fn app(server: &SmtpServer, delivery: Delivery) -> (TestApp, User) {
    app_with(server, delivery, SignedDuration::from_secs(30)).await
}

/// As [`app`], with another limit for one mail.
async fn app_with(
    server: &SmtpServer,
    delivery: Delivery,
    timeout: SignedDuration,
) -> (TestApp, User) {
    let mailer = Through(to_server(server, |_| {}));
    let app = TestApp::with(Preset::Recommended, |builder| {
        builder.mailer(mailer).configure(move |config| {
            config.core.delivery = delivery;
            config.mail.timeout = timeout;
        })
    })
    .await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    (app, joe)
}

async fn tell(app: &TestApp, user: &User) {
    let cx = app.security().offline();
    let context = cx.seen();
    cx.mail("session_replayed", "MAIL_SESSION_REPLAYED_SUBJECT", user, context).await.unwrap();
}

fn mail(to: &str) -> Mail {
    let sender = Mailbox::new("no-reply@app.test");
    let mut mail = Mail::new(sender, Mailbox::new(to), "Hello", "a1b2", 1_780_000_000);
    mail.text = Some("Hello\n.\nthere".to_owned());
    mail
}
