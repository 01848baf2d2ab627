use jiff::SignedDuration;
use serde_json::json;

use super::receiver::{Behaviour, Receiver};
use super::{app, app_with, given_up, happen, minute, told, waiting};
use crate::config::{Delivery, Preset};
use crate::testing::TestApp;

#[tokio::test]
async fn events_wait_in_their_order_while_the_receiver_is_down() {
    for delivery in [Delivery::Outbox, Delivery::Inline] {
        let mut receiver = Receiver::start().await;
        let (app, _) = app(&receiver, delivery).await;
        receiver.stop().await;
        for what in ["a", "b", "c"] {
            happen(&app, what).await;
        }
        app.advance(minute());
        app.security().tidy().await.unwrap();
        assert_eq!(waiting(&app).await, 3);
        let letters = app.security().store().webhooks().unwrap().list(false, "", 9).await.unwrap();
        let tried: Vec<i64> = letters.iter().map(|letter| letter.attempts).collect();
        assert_eq!(tried, [1, 0, 0], "nobody overtakes the first");
        assert!(letters[0].last_error.as_deref().unwrap().contains("no answer: "));
        receiver.restart().await;
        app.security().tidy().await.unwrap();
        assert_eq!(told(&receiver), [""; 0], "it is not asked again at once");
        app.advance(minute());
        app.security().tidy().await.unwrap();
        assert_eq!(told(&receiver), ["a", "b", "c"]);
        assert_eq!(waiting(&app).await, 0);
    }
}

#[tokio::test]
async fn an_event_that_comes_again_has_the_same_id_and_body_and_a_new_time() {
    let receiver = Receiver::start().await;
    let (app, _) = app(&receiver, Delivery::Outbox).await;
    receiver.behave(Behaviour::Answer(500));
    happen(&app, "a").await;
    app.security().tidy().await.unwrap();
    app.advance(minute());
    receiver.behave(Behaviour::Answer(204));
    app.security().tidy().await.unwrap();
    let posted = receiver.posted();
    assert_eq!(posted.len(), 2);
    assert_eq!((posted[0].id(), &posted[0].body), (posted[1].id(), &posted[1].body));
    let time = |at: usize| posted[at].headers["webhook-timestamp"].to_str().unwrap().parse::<i64>();
    assert!(time(1).unwrap() - time(0).unwrap() >= 60);
    assert_eq!(waiting(&app).await, 0);
}

#[tokio::test]
async fn what_is_given_up_lets_the_next_one_pass_and_can_be_tried_again() {
    let receiver = Receiver::start().await;
    let (app, _) = app(&receiver, Delivery::Outbox).await;
    receiver.behave(Behaviour::Answer(400));
    happen(&app, "a").await;
    let mut rounds = 0;
    while waiting(&app).await > 0 {
        app.security().tidy().await.unwrap();
        app.advance(SignedDuration::from_mins(20));
        rounds += 1;
        assert!(rounds < 1_000, "it never gives up");
    }
    // Three days with at most 19 minutes between the attempts.
    assert!((200..=300).contains(&rounds), "{rounds}");
    assert_eq!(given_up(&app).await, 1);
    receiver.behave(Behaviour::Answer(200));
    happen(&app, "b").await;
    app.security().tidy().await.unwrap();
    assert_eq!(told(&receiver).pop().as_deref(), Some("b"));
    let (queue, now) = (app.security().store().webhooks().unwrap(), app.clock().utc());
    assert_eq!(queue.retry(None, now, now).await.unwrap(), 1);
    app.security().tidy().await.unwrap();
    assert_eq!(told(&receiver).pop().as_deref(), Some("a"));
    assert_eq!((waiting(&app).await, given_up(&app).await), (0, 0));
}

#[tokio::test]
async fn a_receiver_that_is_gone_is_not_asked_again() {
    let receiver = Receiver::start().await;
    let (app, _) = app(&receiver, Delivery::Outbox).await;
    receiver.behave(Behaviour::Answer(410));
    for what in ["a", "b"] {
        happen(&app, what).await;
    }
    app.security().tidy().await.unwrap();
    assert_eq!((waiting(&app).await, given_up(&app).await, receiver.posted().len()), (0, 2, 2));
    app.advance(SignedDuration::from_hours(31 * 24));
    app.security().tidy().await.unwrap();
    assert_eq!(given_up(&app).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_processes_post_each_event_once_and_in_order() {
    let receiver = Receiver::start().await;
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("app.db").display());
    let mut apps = Vec::new();
    for _ in 0..3 {
        let url = url.clone();
        let (receiver_url, retries) = (receiver.url(), json!(true));
        let app = TestApp::with(Preset::Recommended, |builder| {
            builder
                .database(url)
                .setting("EVENTS_WEBHOOK_URL", receiver_url)
                .setting("EVENTS_WEBHOOK_SECRET", super::SECRET)
                .setting("EVENTS_WEBHOOK_ALLOW_PRIVATE", retries)
                .configure(|config| config.core.delivery = Delivery::Outbox)
        });
        apps.push(app.await);
    }
    let names: Vec<String> = (0..40).map(|n| format!("{n}")).collect();
    for name in &names {
        happen(&apps[0], name).await;
    }
    let mut workers = Vec::new();
    for app in &apps {
        let security = app.security().clone();
        workers.push(tokio::spawn(async move { security.tidy().await.unwrap() }));
    }
    for worker in workers {
        worker.await.unwrap();
    }
    // Who finds the first taken goes away: the others are left to who has it.
    apps[0].security().tidy().await.unwrap();
    assert_eq!(told(&receiver), names);
}

#[tokio::test]
async fn another_key_leaves_what_cannot_be_opened_and_goes_on() {
    let receiver = Receiver::start().await;
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("app.db").display());
    let other = url.clone();
    let (first, _) = app_with(&receiver, Delivery::Outbox, |builder| builder.database(url)).await;
    happen(&first, "a").await;
    let second = TestApp::with(Preset::Recommended, |builder| {
        builder
            .database(other)
            .setting("SECRET_KEY", "another secret key that only tests use 012345")
            .setting("EVENTS_WEBHOOK_URL", receiver.url())
            .setting("EVENTS_WEBHOOK_SECRET", super::SECRET)
            .setting("EVENTS_WEBHOOK_ALLOW_PRIVATE", true)
            .configure(|config| config.core.delivery = Delivery::Outbox)
    })
    .await;
    happen(&second, "b").await;
    second.security().tidy().await.unwrap();
    assert_eq!(told(&receiver), ["b"]);
    let failed = second.security().store().webhooks().unwrap().list(true, "", 9).await.unwrap();
    assert!(failed[0].last_error.as_deref().unwrap().contains("SECRET_KEY"));
}

/// Who has no account must not be told by the time, and a stranger fills no table by that: behind an
/// event that waits, what has not happened does not pile up.
#[tokio::test]
async fn what_has_not_happened_does_not_wait_for_a_receiver_that_is_down() {
    let mut receiver = Receiver::start().await;
    let (app, _) = app(&receiver, Delivery::Outbox).await;
    receiver.stop().await;
    happen(&app, "a").await;
    app.security().tidy().await.unwrap();
    for n in 0..9 {
        let sent = json!({ "email": format!("nobody{n}@lp.com"), "password": "wrong" });
        app.browser().post_json("/login", &sent).await.is(400);
    }
    let taken_out = async {
        while waiting(&app).await > 1 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(5), taken_out).await.unwrap();
}
