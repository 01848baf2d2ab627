//! Events on their way to a real server on a socket.

mod hostile;
mod outages;
mod receiver;

use jiff::SignedDuration;
use serde_json::{Value, json};

use self::receiver::Receiver;
use crate::assembly::Builder;
use crate::config::{Delivery, Preset};
use crate::event::Event;
use crate::event::webhook::{TOLERANCE, verify};
use crate::model::User;
use crate::testing::TestApp;

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const FORMER: &str = "a former secret of the receiver";

/// An application of the preset `recommended` that posts to this receiver, and a user.
async fn app(receiver: &Receiver, delivery: Delivery) -> (TestApp, User) {
    app_with(receiver, delivery, |builder| builder).await
}

async fn app_with(
    receiver: &Receiver,
    delivery: Delivery,
    change: impl FnOnce(Builder) -> Builder,
) -> (TestApp, User) {
    let url = receiver.url();
    let app = TestApp::with(Preset::Recommended, |builder| {
        let builder = builder
            .setting("EVENTS_WEBHOOK_URL", url)
            .setting("EVENTS_WEBHOOK_SECRET", json!([SECRET, FORMER]))
            .setting("EVENTS_WEBHOOK_ALLOW_PRIVATE", true)
            .setting("EVENTS_WEBHOOK_TIMEOUT", "1 second")
            .configure(move |config| config.core.delivery = delivery);
        change(builder)
    })
    .await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    (app, joe)
}

/// Something happens that is easily told from the others.
async fn happen(app: &TestApp, what: &str) {
    app.security().administered(what, None, json!({})).await;
}

/// What had happened, of those that were posted.
fn told(receiver: &Receiver) -> Vec<String> {
    let action = |body: Value| body["action"].as_str().unwrap().to_owned();
    receiver.posted().iter().map(|posted| action(posted.json())).collect()
}

async fn waiting(app: &TestApp) -> usize {
    app.security().store().webhooks().unwrap().list(false, "", 100).await.unwrap().len()
}

async fn given_up(app: &TestApp) -> usize {
    app.security().store().webhooks().unwrap().list(true, "", 100).await.unwrap().len()
}

fn minute() -> SignedDuration {
    SignedDuration::from_mins(1)
}

#[tokio::test]
async fn in_the_preset_flask_every_event_is_posted_before_the_answer_and_nothing_else() {
    let receiver = Receiver::start().await;
    let url = receiver.url();
    let app = TestApp::with(Preset::Flask, |builder| builder.setting("EVENTS_WEBHOOK_URL", url));
    let app = app.await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    let mut browser = app.browser();
    browser.post_form("/login", [("email", "joe@lp.com"), ("password", "wrong")]).await;
    browser.sign_in("joe@lp.com", "correct horse").await;
    let user = json!({ "id": 1, "email": "joe@lp.com", "fs_uniquifier": joe.uniquifier });
    let bodies: Vec<Value> = receiver.posted().iter().map(|posted| posted.json()).collect();
    assert_eq!(
        bodies,
        [
            json!({ "event": "user_failed_authn", "user": user, "auth_type": "password", "tfa": false }),
            json!({ "event": "identity_changed", "identity": joe.uniquifier }),
            json!({ "event": "user_authenticated", "user": user, "authn_via": ["password"] }),
        ]
    );
    assert_eq!(receiver.connections(), 1, "a connection is used again");
    let sent = &receiver.posted()[0];
    assert_eq!(
        (sent.path.as_str(), &sent.headers["content-type"]),
        ("/hook?a=b", "application/json".parse().as_ref().unwrap())
    );
    assert!(!sent.headers.contains_key("webhook-signature"));

    // The token of a link is part of what the reference sends.
    let event = Event::ConfirmInstructionsSent { user: &joe, token: "tok" };
    app.security().announce(None, &event).await;
    let last = receiver.posted().pop().unwrap().json();
    assert_eq!(last, json!({ "event": "confirm_instructions_sent", "user": user, "token": "tok" }));
    assert!(
        !app.security()
            .store()
            .webhooks()
            .unwrap()
            .list(false, "", 9)
            .await
            .unwrap()
            .iter()
            .any(|_| true)
    );
}

#[tokio::test]
async fn in_recommended_they_leave_in_order_signed_and_without_secrets() {
    let receiver = Receiver::start().await;
    let (app, joe) = app(&receiver, Delivery::Outbox).await;
    let mut browser = app.browser();
    browser.get("/sessions").await;
    browser.sign_in("joe@lp.com", "correct horse").await;
    let event = Event::ConfirmInstructionsSent { user: &joe, token: "tok" };
    app.security().announce(None, &event).await;
    assert_eq!((receiver.connections(), waiting(&app).await), (0, 2), "no request waits for it");
    let letters = app.security().store().webhooks().unwrap().list(false, "", 9).await.unwrap();
    assert!(letters.iter().all(|letter| !letter.payload.contains("joe")));

    app.security().tidy().await.unwrap();
    assert_eq!(receiver.events(), ["user_authenticated", "confirm_instructions_sent"]);
    assert_eq!(waiting(&app).await, 0);
    for posted in receiver.posted() {
        let (body, headers) = (&posted.body, &posted.headers);
        for secret in [SECRET, FORMER] {
            verify(headers, body, &[secret], TOLERANCE, app.clock()).unwrap();
        }
        assert!(
            verify(headers, body, &["no secret of ours at all"], TOLERANCE, app.clock()).is_err()
        );
        let json = posted.json();
        assert_eq!(json["user"], json!({ "id": 1, "email": "joe@lp.com" }));
        let text = json.to_string();
        assert!(!text.contains("tok\"") && !text.contains(&joe.uniquifier), "{text}");
        assert!(json["time"].as_str().unwrap().ends_with('Z'));
    }
}

#[tokio::test]
async fn which_events_are_posted_is_a_setting() {
    let receiver = Receiver::start().await;
    let (app, joe) = app_with(&receiver, Delivery::Inline, |builder| {
        builder.setting("EVENTS_WEBHOOK_EVENTS", "user_confirmed, message_flashed")
    })
    .await;
    let security = app.security();
    security.announce(None, &Event::UserDeleted { user: &joe }).await;
    security.announce(None, &Event::UserConfirmed { user: &joe }).await;
    security.announce(None, &Event::MessageFlashed { message: "Hi", category: "info" }).await;
    assert_eq!(receiver.events(), ["user_confirmed", "message_flashed"]);
    for (key, word) in [("EVENTS_WEBHOOK_EVENTS", "user_confirm"), ("AUDIT_EVENTS", "-x")] {
        let error = crate::Security::builder()
            .database("sqlite::memory:")
            .setting("SECRET_KEY", "a secret key that only tests use 0123456789")
            .setting("SECURITY_PASSWORD_SALT", "a salt that only tests use 0123456789")
            .setting("EVENTS_WEBHOOK_URL", "https://hooks.example.com/")
            .setting("EVENTS_WEBHOOK_SECRET", SECRET)
            .setting(key, word)
            .build()
            .await
            .unwrap_err();
        assert!(error.detail().starts_with(key) && error.detail().contains(word), "{error}");
    }
}

#[tokio::test]
async fn what_was_typed_cannot_make_an_event_too_large() {
    let receiver = Receiver::start().await;
    let (app, joe) = app(&receiver, Delivery::Outbox).await;
    let form_data = serde_json::Map::from_iter([("x".to_owned(), json!("é".repeat(40_000)))]);
    let event =
        Event::UserRegistered { user: &joe, confirmation_token: None, form_data: &form_data };
    app.security().announce(None, &event).await;
    app.security().tidy().await.unwrap();
    let posted = receiver.posted();
    assert_eq!((posted.len(), &posted[0].json()["form_data"]), (1, &json!({})));
}
