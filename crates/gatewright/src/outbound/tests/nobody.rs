//! Letters to nobody.

use jiff::SignedDuration;
use serde_json::json;

use crate::config::{Delivery, Preset};
use crate::model::UserField;
use crate::testing::TestApp;

async fn app(delivery: &str) -> TestApp {
    let app = TestApp::with(Preset::Recommended, |builder| {
        builder
            .setting("SERVER_NAME", "localhost")
            .setting("DELIVERY", delivery)
            .setting("SECURITY_REGISTERABLE", true)
            .setting("SECURITY_CONFIRMABLE", true)
            .setting("SECURITY_RECOVERABLE", true)
            .setting("SECURITY_USERNAME_RECOVERY", true)
    })
    .await;
    app.user("joe@lp.com", "correct horse").await;
    app.change("joe@lp.com", &[UserField::Username(Some("joe".into()))]).await;
    app
}

#[tokio::test]
async fn a_letter_to_nobody_is_as_large_as_another_and_never_leaves() {
    for path in ["/reset", "/confirm", "/recover-username"] {
        let app = app("outbox").await;
        let store = app.security().store();
        app.browser().post_json(path, &json!({ "email": "non@lp.com" })).await.is(200);
        let waiting = store.mails().unwrap().list(false, "", 9).await.unwrap();
        let [decoy] = &waiting[..] else { panic!("{path}: {} letters", waiting.len()) };
        assert_eq!((decoy.kind.as_str(), decoy.recipient.as_str()), ("nobody", ""));

        if path == "/confirm" {
            app.change("joe@lp.com", &[UserField::ConfirmedAt(None)]).await;
        }
        app.browser().post_json(path, &json!({ "email": "joe@lp.com" })).await.is(200);
        let waiting = store.mails().unwrap().list(false, "", 9).await.unwrap();
        let letter = waiting.iter().find(|letter| letter.recipient == "joe@lp.com").unwrap();
        assert_eq!((letter.kind.as_str(), waiting.len()), ("mail", 2));
        // One sign makes sure that it cannot be opened.
        assert_eq!(decoy.payload.len(), letter.payload.len() + 1, "{path}");

        app.security().tidy().await.unwrap();
        assert!(store.mails().unwrap().list(false, "", 9).await.unwrap().is_empty());
        assert!(store.mails().unwrap().list(true, "", 9).await.unwrap().is_empty());
        let sent: Vec<String> =
            app.outbox().take().into_iter().map(|mail| mail.to.address.clone()).collect();
        assert_eq!(sent, ["joe@lp.com"], "{path}");
    }
}

#[tokio::test]
async fn where_mails_leave_at_once_a_letter_to_nobody_is_gone_with_the_answer() {
    let app = app("inline").await;
    assert_eq!(app.security().config().core.delivery, Delivery::Inline);
    app.browser().post_json("/reset", &json!({ "email": "non@lp.com" })).await.is(200);
    assert!(app.security().store().mails().unwrap().list(false, "", 9).await.unwrap().is_empty());
    assert!(app.outbox().is_empty());
}

#[tokio::test]
async fn what_did_not_happen_is_not_in_the_log_and_breaks_no_chain() {
    let app = app("outbox").await;
    let head = async || app.security().store().audit().unwrap().head().await.unwrap();
    for (path, status) in [("/reset", 200), ("/login", 400)] {
        for (email, more) in [("joe@lp.com", 1), ("non@lp.com", 0), ("joe@lp.com", 1)] {
            let before = head().await.map_or(0, |row| row.seq);
            let sent = json!({ "email": email, "password": "wrong horse battery" });
            app.browser().post_json(path, &sent).await.is(status);
            let after = head().await.map_or(0, |row| row.seq);
            assert_eq!(after, before + more, "{path} {email}");
        }
    }
    let soon = app.clock().utc().saturating_add(SignedDuration::from_secs(2));
    assert_eq!(app.security().store().once().purge(soon).await.unwrap(), 0);
}

#[tokio::test]
async fn a_registration_that_is_declined_leaves_a_mail_and_no_account() {
    let app = app("outbox").await;
    let new = json!({
        "email": "joe@lp.com", "password": "battery staple", "password_confirm": "battery staple",
    });
    app.browser().post_json("/register", &new).await.is(200);
    assert_eq!(app.security().store().count_users().await.unwrap(), 1);
    let waiting = app.security().store().mails().unwrap().list(false, "", 9).await.unwrap();
    let to: Vec<&str> = waiting.iter().map(|letter| letter.recipient.as_str()).collect();
    assert_eq!(to, ["joe@lp.com"]);
}
