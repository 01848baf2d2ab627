use jiff::SignedDuration;

use super::{Through, app, app_with, tell, to_server};
use crate::clock::Clock;
use crate::config::{Delivery, Preset};
use crate::testing::{Behaviour, SmtpServer, TestApp};

async fn waiting(app: &TestApp) -> usize {
    app.security().store().mails().unwrap().list(false, "", 100).await.unwrap().len()
}

async fn given_up(app: &TestApp) -> usize {
    app.security().store().mails().unwrap().list(true, "", 100).await.unwrap().len()
}

#[tokio::test]
async fn a_mail_waits_while_the_server_is_down_and_arrives_when_it_is_back() {
    for delivery in [Delivery::Outbox, Delivery::Inline] {
        let mut server = SmtpServer::start();
        let (app, joe) = app(&server, delivery).await;
        server.stop();
        tell(&app, &joe).await;
        app.security().tidy().await.unwrap();
        assert_eq!((waiting(&app).await, server.received().len()), (1, 0));
        server.restart();
        app.security().tidy().await.unwrap();
        assert_eq!(server.received().len(), 0, "it is not asked again at once");
        app.advance(SignedDuration::from_mins(1));
        app.security().tidy().await.unwrap();
        assert_eq!((waiting(&app).await, server.received().len()), (0, 1));
    }
}

#[tokio::test]
async fn a_connection_that_was_kept_may_be_dead() {
    let mut server = SmtpServer::start();
    let (app, joe) = app(&server, Delivery::Inline).await;
    tell(&app, &joe).await;
    server.restart();
    tell(&app, &joe).await;
    app.advance(SignedDuration::from_mins(1));
    app.security().tidy().await.unwrap();
    assert_eq!((waiting(&app).await, server.received().len()), (0, 2));
}

#[tokio::test]
async fn a_refusal_for_the_moment_is_tried_again_and_one_for_good_is_not() {
    let server = SmtpServer::start();
    let (app, joe) = app(&server, Delivery::Outbox).await;
    server.behave(Behaviour::Refuse(450));
    tell(&app, &joe).await;
    app.security().tidy().await.unwrap();
    assert_eq!((waiting(&app).await, given_up(&app).await), (1, 0));
    server.behave(Behaviour::Refuse(550));
    app.advance(SignedDuration::from_mins(1));
    app.security().tidy().await.unwrap();
    assert_eq!((waiting(&app).await, given_up(&app).await), (0, 1));
    let failed = app.security().store().mails().unwrap().list(true, "", 100).await.unwrap();
    assert!(failed[0].last_error.as_deref().unwrap().contains("550"), "{:?}", failed[0].last_error);
    assert_eq!(failed[0].attempts, 2);

    // Somebody has put it right and says so.
    server.behave(Behaviour::Accept);
    let (store, now) = (app.security().store(), app.clock().utc());
    let until = now + SignedDuration::from_hours(1);
    assert_eq!(store.mails().unwrap().retry(None, now, until).await.unwrap(), 1);
    app.security().tidy().await.unwrap();
    assert_eq!((given_up(&app).await, server.received().len()), (0, 1));
}

#[tokio::test]
async fn a_server_that_hangs_holds_nobody_up() {
    let server = SmtpServer::start();
    let limit = SignedDuration::from_secs(2);
    let (app, joe) = app_with(&server, Delivery::Outbox, limit).await;
    server.behave(Behaviour::Hang);
    tell(&app, &joe).await;
    assert_eq!(server.connections(), 0, "the answer waits for no server");
    app.security().tidy().await.unwrap();
    assert_eq!(server.connections(), 1);
    let letters = app.security().store().mails().unwrap().list(false, "", 1).await.unwrap();
    assert!(letters[0].last_error.as_deref().unwrap().contains("MAIL_TIMEOUT"));
    server.behave(Behaviour::Accept);
    app.advance(SignedDuration::from_mins(1));
    app.security().tidy().await.unwrap();
    assert_eq!((waiting(&app).await, server.received().len()), (0, 1));
}

#[tokio::test]
async fn a_server_that_never_stops_talking_holds_nobody_up() {
    let server = SmtpServer::start();
    let (app, joe) = app_with(&server, Delivery::Outbox, SignedDuration::from_secs(5)).await;
    server.behave(Behaviour::Endless);
    tell(&app, &joe).await;
    let security = app.security().clone();
    let sending = tokio::spawn(async move { security.tidy().await });
    while server.connections() == 0 {
        tokio::task::yield_now().await;
    }
    for _ in 0..50 {
        app.browser().get("/login").await.is(200);
    }
    assert!(!sending.is_finished(), "pages come while it talks");
    sending.await.unwrap().unwrap();
    let letters = app.security().store().mails().unwrap().list(false, "", 1).await.unwrap();
    assert!(letters[0].last_error.as_deref().unwrap().contains("MAIL_TIMEOUT"));
}

#[tokio::test]
async fn pauses_grow_until_it_is_given_up_and_what_was_given_up_goes() {
    let mut server = SmtpServer::start();
    let (app, joe) = app(&server, Delivery::Outbox).await;
    server.stop();
    tell(&app, &joe).await;
    let mut attempts = 0;
    let mut pauses = Vec::new();
    while waiting(&app).await > 0 {
        app.security().tidy().await.unwrap();
        attempts += 1;
        assert!(attempts < 200, "it never gives up");
        let letters = app.security().store().mails().unwrap().list(false, "", 1).await.unwrap();
        if let Some(due) = letters.first().and_then(|letter| letter.due_at) {
            let pause = due.duration_since(app.clock().utc());
            pauses.push(pause);
            app.advance(pause + SignedDuration::from_secs(1));
        }
    }
    assert!(pauses[0] > SignedDuration::from_secs(20) && pauses[0] < SignedDuration::from_secs(40));
    assert!(pauses[6] > SignedDuration::from_mins(20), "{:?}", pauses[6]);
    assert!(pauses.iter().all(|pause| *pause < SignedDuration::from_mins(151)));
    // Five days with at most two and a half hours between the attempts.
    assert!(attempts > 48, "{attempts}");
    assert_eq!(given_up(&app).await, 1);
    app.advance(SignedDuration::from_hours(31 * 24));
    app.security().tidy().await.unwrap();
    assert_eq!(given_up(&app).await, 0);
}

#[tokio::test]
async fn a_storm_of_letters_to_a_dead_server_is_cut_short() {
    let server = SmtpServer::start();
    let (app, joe) = app(&server, Delivery::Outbox).await;
    server.behave(Behaviour::Refuse(450));
    for _ in 0..40 {
        tell(&app, &joe).await;
    }
    app.security().tidy().await.unwrap();
    let letters = app.security().store().mails().unwrap().list(false, "", 100).await.unwrap();
    let tried = letters.iter().filter(|letter| letter.attempts > 0).count();
    assert!((3..=12).contains(&tried), "{tried} of 40 were tried");
    server.behave(Behaviour::Accept);
    app.advance(SignedDuration::from_mins(1));
    app.security().tidy().await.unwrap();
    assert_eq!(server.received().len(), 40);
}

/// Processes of one application get a new key one after the other.
#[tokio::test]
async fn a_process_with_the_former_key_leaves_a_mail_to_one_that_can_open_it() {
    let server = SmtpServer::start();
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("app.db").display());
    let clock = Clock::system();
    let process = async |key: &str| {
        let (mailer, url, key) = (Through(to_server(&server, |_| {})), url.clone(), key.to_owned());
        TestApp::with(Preset::Recommended, |builder| {
            builder
                .database(url)
                .clock(clock.clone())
                .mailer(mailer)
                .setting("SECRET_KEY", key)
                .configure(|config| config.core.delivery = Delivery::Outbox)
        })
        .await
    };
    let former = process("a former key that only tests use 0123456789").await;
    let new = process("another secret key that only tests use 0123456789").await;
    let joe = new.user("joe@lp.com", "correct horse").await;
    tell(&new, &joe).await;
    former.security().tidy().await.unwrap();
    assert_eq!((waiting(&new).await, given_up(&new).await), (1, 0));
    clock.advance(SignedDuration::from_mins(1));
    new.security().tidy().await.unwrap();
    assert_eq!((waiting(&new).await, server.received().len()), (0, 1));
}
