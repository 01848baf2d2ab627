//! The link by mail.

use jiff::SignedDuration;
use serde_json::json;

use crate::config::Preset;
use crate::testing::{Heard, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

async fn locked(heard: &Heard) -> TestApp {
    let app = TestApp::with(Preset::Recommended, |builder| {
        builder
            .setting("SERVER_NAME", "localhost")
            .setting("LIMIT_SIGN_IN", false)
            .setting("LIMIT_SIGN_IN_IDENTITY", false)
            .setting("LOCKOUT_THRESHOLD", 3)
            .listen(heard.clone())
    })
    .await;
    app.user(JOE, PASSWORD).await;
    fail(&app, 3).await;
    app
}

async fn fail(app: &TestApp, times: usize) {
    let mails = app.outbox().len();
    for _ in 0..times {
        let body = json!({ "email": JOE, "password": "wrong horse" });
        app.browser().post_json("/login", &body).await.is(400);
    }
    // The mail is written beside the answer.
    let waiting = async {
        while app.outbox().len() == mails {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), waiting).await.unwrap();
}

async fn signs_in(app: &TestApp) -> bool {
    let body = json!({ "email": JOE, "password": PASSWORD });
    app.browser().post_json("/login", &body).await.status == 200
}

#[tokio::test]
async fn the_mailed_link_unlocks_once_when_its_button_is_pressed() {
    let heard = Heard::default();
    let app = locked(&heard).await;
    assert_eq!(app.outbox().len(), 1);
    let mail = app.outbox().last();
    assert!(mail.text().contains("15 minutes"), "{}", mail.text());
    let link = mail.path();
    assert!(link.starts_with("/unlock/"));
    // Looking changes nothing: programs that read mails look, too.
    let mut tab = app.browser();
    let page = tab.get(&link).await;
    assert!(page.is(200).text().contains("type=\"submit\""));
    assert_eq!(page.header("cache-control"), Some("private, no-store"));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"), "its address is the secret");
    let told = tab.clone().get_json(&link).await.is(200).json();
    assert!(told["response"]["csrf_token"].is_string(), "{told}");
    assert!(!signs_in(&app).await);
    heard.take();
    tab.post_form(&link, []).await.redirects_to("/login");
    assert_eq!(heard.take()[0], "account_unlocked joe@lp.com mail");
    assert!(
        tab.get("/login").await.text().contains(&app.text(crate::i18n::messages::ACCOUNT_UNLOCKED))
    );
    assert!(signs_in(&app).await);
    tab.get(&link).await.is(404);
    tab.post_form(&link, []).await.is(404);
}

#[tokio::test]
async fn each_lock_has_its_mail_and_links_end() {
    let app = locked(&Heard::default()).await;
    app.advance(SignedDuration::from_mins(16));
    fail(&app, 3).await;
    assert_eq!(app.outbox().len(), 2);
    assert!(app.outbox().last().text().contains("30 minutes"));
    let link = app.outbox().last().path();
    app.advance(SignedDuration::from_hours(7 * 24 + 1));
    app.browser().get(&link).await.is(404);
    app.browser().post_form(&link, []).await.is(404);
    for wrong in ["/unlock/x", "/unlock/%00", "/unlock/%ff"] {
        let status = app.browser().get(wrong).await.status.as_u16();
        assert!(matches!(status, 400 | 404), "{wrong}: {status}");
    }
}

#[tokio::test]
async fn a_page_of_another_site_cannot_press_the_button() {
    let heard = Heard::default();
    let app = TestApp::with(Preset::Recommended, |builder| {
        builder
            .setting("SERVER_NAME", "localhost")
            .setting("WTF_CSRF_ENABLED", true)
            .setting("LIMIT_SIGN_IN_IDENTITY", false)
            .setting("LOCKOUT_THRESHOLD", 1)
            .listen(heard.clone())
    })
    .await;
    app.user(JOE, PASSWORD).await;
    let mut tab = app.browser();
    let token = tab.csrf_token().await;
    let fields = [("email", JOE), ("password", "wrong horse"), ("csrf_token", &token)];
    tab.post_form("/login", fields).await.is(200);
    let waiting = async {
        while app.outbox().is_empty() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), waiting).await.unwrap();
    let link = app.outbox().last().path();
    tab.post_form(&link, []).await;
    assert!(!heard.take().iter().any(|line| line.starts_with("account_unlocked")));
    tab.post_form(&link, [("csrf_token", &token)]).await.redirects_to("/login");
    assert!(heard.take().iter().any(|line| line.starts_with("account_unlocked")));
}
