//! Every flow that mails, while the mail server fails in each of its ways.

use jiff::SignedDuration;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{Through, to_server};
use crate::clock::Clock;
use crate::config::{Delivery, Preset};
use crate::model::UserField;
use crate::testing::{Answer, Behaviour, SmtpServer, TestApp};

const PASSWORD: &str = "correct horse battery";
const NEW: &str = "purple elephant stapler";
const FEATURES: [&str; 7] = [
    "REGISTERABLE",
    "CONFIRMABLE",
    "RECOVERABLE",
    "CHANGEABLE",
    "CHANGE_EMAIL",
    "CHANGE_USERNAME",
    "USERNAME_RECOVERY",
];

/// One database that several processes open, one after the other.
struct Site {
    folder: TempDir,
    clock: Clock,
    passwordless: bool,
}

impl Site {
    fn new(passwordless: bool) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), clock: Clock::system(), passwordless }
    }

    async fn open(&self, server: &SmtpServer, delivery: Delivery) -> TestApp {
        let url = format!("sqlite:{}", self.folder.path().join("app.sqlite").display());
        let mailer = Through(to_server(server, |_| {}));
        let (clock, passwordless) = (self.clock.clone(), self.passwordless);
        TestApp::with(Preset::Recommended, |mut builder| {
            for feature in FEATURES {
                builder = builder.setting(&format!("SECURITY_{feature}"), true);
            }
            builder
                .database(url)
                .clock(clock)
                .mailer(mailer)
                .setting("SERVER_NAME", "localhost")
                .setting("SECURITY_USERNAME_ENABLE", true)
                .setting("SECURITY_PASSWORDLESS", passwordless)
                .configure(move |config| {
                    config.core.delivery = delivery;
                    config.mail.timeout = SignedDuration::from_secs(1);
                })
        })
        .await
    }
}

/// Status and shape of every answer.
async fn everything(app: &TestApp, passwordless: bool) -> Vec<(String, u16, Vec<String>)> {
    for name in ["joe", "new", "lost"] {
        app.user(&format!("{name}@lp.com"), PASSWORD).await;
    }
    app.change("lost@lp.com", &[UserField::ConfirmedAt(None)]).await;
    app.change("joe@lp.com", &[UserField::Username(Some("joey".into()))]).await;
    let mut seen = Vec::new();
    let mut asks = vec![
        (
            "/register",
            json!({ "email": "a@lp.com", "username": "fresh", "password": NEW, "password_confirm": NEW }),
        ),
        (
            "/register",
            json!({ "email": "joe@lp.com", "username": "other", "password": NEW, "password_confirm": NEW }),
        ),
        ("/confirm", json!({ "email": "lost@lp.com" })),
        ("/reset", json!({ "email": "joe@lp.com" })),
        ("/recover-username", json!({ "email": "joe@lp.com" })),
    ];
    if passwordless {
        asks = vec![("/login", json!({ "email": "joe@lp.com" }))];
    }
    for (path, body) in asks {
        seen.push(shape(path, &app.browser().post_json(path, &body).await));
    }
    if !passwordless {
        let mut tab = app.browser();
        tab.sign_in("new@lp.com", PASSWORD).await;
        for (path, body) in [
            ("/change-email", json!({ "email": "newer@lp.com" })),
            ("/change-username", json!({ "username": "newest" })),
            (
                "/change",
                json!({ "password": PASSWORD, "new_password": NEW, "new_password_confirm": NEW }),
            ),
        ] {
            seen.push(shape(path, &tab.post_json(path, &body).await));
        }
    }
    seen
}

fn shape(path: &str, answer: &Answer) -> (String, u16, Vec<String>) {
    let body: Value = answer.json();
    let members = body["response"].as_object().unwrap().keys().cloned().collect();
    (path.to_owned(), answer.status.as_u16(), members)
}

fn arrived(server: &SmtpServer) -> Vec<(String, String)> {
    let subject = |data: &str| {
        let line = data.lines().find(|line| line.starts_with("Subject:"));
        line.unwrap().to_owned()
    };
    let mut all: Vec<_> =
        server.received().into_iter().map(|mail| (mail.to, subject(&mail.data))).collect();
    all.sort();
    all
}

#[derive(Debug, Clone, Copy)]
enum Outage {
    Down,
    Mute,
    Refuses(u16),
}

#[tokio::test]
async fn every_flow_answers_as_always_and_every_mail_arrives_after_the_process_was_killed() {
    for passwordless in [false, true] {
        let server = SmtpServer::start();
        let healthy = Site::new(passwordless).open(&server, Delivery::Outbox).await;
        let answers = everything(&healthy, passwordless).await;
        assert!(answers.iter().all(|(_, status, _)| *status == 200), "{answers:?}");
        healthy.security().tidy().await.unwrap();
        let mails = arrived(&server);
        assert!(mails.len() >= answers.len(), "{mails:?}");

        for outage in [Outage::Down, Outage::Mute, Outage::Refuses(450), Outage::Refuses(550)] {
            let mut server = SmtpServer::start();
            let site = Site::new(passwordless);
            let app = site.open(&server, Delivery::Outbox).await;
            match outage {
                Outage::Down => server.stop(),
                Outage::Mute => server.behave(Behaviour::Hang),
                Outage::Refuses(code) => server.behave(Behaviour::Refuse(code)),
            }
            assert_eq!(everything(&app, passwordless).await, answers, "{outage:?}");
            app.security().tidy().await.unwrap();
            assert!(server.received().is_empty(), "{outage:?}");

            // The process ends without a word; the next one finds what was not sent.
            drop(app);
            match outage {
                Outage::Down => server.restart(),
                _ => server.behave(Behaviour::Accept),
            }
            site.clock.advance(SignedDuration::from_mins(2));
            let app = site.open(&server, Delivery::Outbox).await;
            if let Outage::Refuses(550) = outage {
                // Refused for good: it waits for somebody who says that it was put right.
                let (store, now) = (app.security().store(), app.clock().utc());
                let until = now + SignedDuration::from_hours(1);
                store.mails().unwrap().retry(None, now, until).await.unwrap();
            }
            app.security().tidy().await.unwrap();
            assert_eq!(arrived(&server), mails, "{outage:?}");
        }
    }
}
