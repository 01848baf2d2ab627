use super::receiver::{Behaviour, Receiver};
use super::{SECRET, app, app_with, given_up, happen, told, waiting};
use crate::config::{Config, Delivery, Preset, Unbuilt, check};
use crate::outbound::http::{Client, HttpClient};

#[tokio::test]
async fn a_receiver_that_hangs_makes_one_request_wait_and_not_the_next() {
    let receiver = Receiver::start().await;
    let (app, _) = app(&receiver, Delivery::Inline).await;
    receiver.behave(Behaviour::Hang);
    for what in ["a", "b", "c"] {
        happen(&app, what).await;
    }
    assert_eq!(receiver.posted().len(), 1, "it is left alone after that");
    assert_eq!(waiting(&app).await, 3, "nothing is lost");
    receiver.behave(Behaviour::Answer(200));
    app.advance(super::minute());
    app.security().tidy().await.unwrap();
    assert_eq!(told(&receiver)[1..], ["a", "b", "c"]);
}

#[tokio::test]
async fn an_answer_counts_by_its_head_however_long_it_is() {
    let receiver = Receiver::start().await;
    let (app, _) = app(&receiver, Delivery::Inline).await;
    receiver.behave(Behaviour::Endless);
    happen(&app, "a").await;
    assert_eq!((waiting(&app).await, told(&receiver)), (0, vec!["a".to_owned()]));
}

#[tokio::test]
async fn a_head_that_never_ends_is_a_failure() {
    let receiver = Receiver::start().await;
    let (app, _) = app(&receiver, Delivery::Inline).await;
    receiver.behave(Behaviour::EndlessHead);
    happen(&app, "a").await;
    assert_eq!(waiting(&app).await, 1);
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let (receiver, elsewhere) = (Receiver::start().await, Receiver::start().await);
    let (app, _) = app(&receiver, Delivery::Outbox).await;
    for to in [elsewhere.url(), "http://169.254.169.254/latest/meta-data/".to_owned()] {
        receiver.behave(Behaviour::Redirect(to));
        happen(&app, "a").await;
        app.advance(super::minute());
        app.security().tidy().await.unwrap();
    }
    assert_eq!((elsewhere.connections(), given_up(&app).await), (0, 0));
    let letters = app.security().store().webhooks().unwrap().list(false, "", 9).await.unwrap();
    assert_eq!(letters[0].last_error.as_deref(), Some("the receiver answered 307"));
}

#[tokio::test]
async fn nothing_inside_is_connected_to_by_whatever_name() {
    let receiver = Receiver::start().await;
    let port = receiver.port();
    let client = Client::public_only().unwrap();
    for host in [
        "127.0.0.1",
        "localhost",
        "LOCALHOST.",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "169.254.169.254",
        "10.0.0.1",
        "[fd00::1]",
    ] {
        let url = format!("http://{host}:{port}/");
        let request = http::Request::post(&url).body(Vec::new()).unwrap();
        let refused = client.send(request).await.unwrap_err();
        assert!(!refused.detail().contains("in time"), "{url}: {refused:?}");
    }
    assert_eq!(receiver.connections(), 0);
    // The same client without that rule gets there.
    let request = http::Request::post(receiver.url()).header("content-length", 2);
    let answer = Client::new().unwrap().send(request.body(b"{}".to_vec()).unwrap()).await.unwrap();
    assert_eq!((answer.status().as_u16(), answer.body().as_slice()), (200, &b"ok"[..]));
}

#[tokio::test]
async fn a_name_that_leads_inside_is_found_out_when_it_is_connected_to() {
    let receiver = Receiver::start().await;
    let url = format!("https://localhost.localdomain:{}/", receiver.port());
    let (app, _) = app_with(&receiver, Delivery::Outbox, |builder| {
        builder.setting("EVENTS_WEBHOOK_URL", url).setting("EVENTS_WEBHOOK_ALLOW_PRIVATE", false)
    })
    .await;
    happen(&app, "a").await;
    app.security().tidy().await.unwrap();
    assert_eq!((receiver.connections(), waiting(&app).await), (0, 1));
}

#[test]
fn addresses_inside_missing_secrets_and_open_lines_are_refused_at_start() {
    type Change = fn(&mut Config);
    let problems = |change: Change| {
        let mut config = Config::preset(Preset::Recommended);
        config.core.secret_key = Some("a secret key that only tests use 0123456789".into());
        config.password.salt = Some("a salt that only tests use 0123456789".into());
        config.events.webhook_url = Some("https://hooks.example.com/x".into());
        config.events.webhook_secret = vec![SECRET.into()];
        change(&mut config);
        check(&config, Unbuilt::Refuse).err().map(|error| error.detail().to_owned())
    };
    assert_eq!(problems(|_| {}), None);
    let refused: [(Change, &str); 9] = [
        (|config| config.events.webhook_url = Some("https://127.0.0.1/".into()), "ALLOW_PRIVATE"),
        (|config| config.events.webhook_url = Some("https://[::1]:8/".into()), "ALLOW_PRIVATE"),
        (|config| config.events.webhook_url = Some("https://localhost/".into()), "ALLOW_PRIVATE"),
        (|config| config.events.webhook_url = Some("http://example.com/".into()), "https"),
        (|config| config.events.webhook_url = Some("example.com/x".into()), "must be a URL"),
        (|config| config.events.webhook_url = Some("https://a:b@example.com/".into()), "user name"),
        (|config| config.events.webhook_secret = Vec::new(), "EVENTS_WEBHOOK_SECRET"),
        (|config| config.events.webhook_secret = vec!["short".into()], "24 bytes"),
        (|config| config.events.webhook_secret = vec!["whsec_*".into()], "base64"),
    ];
    for (change, expected) in refused {
        let found = problems(change);
        assert!(found.as_ref().is_some_and(|text| text.contains(expected)), "{found:?}");
    }
    assert_eq!(
        problems(|config| {
            config.events.webhook_url = Some("http://127.0.0.1:9/".into());
            config.events.webhook_allow_private = true;
        }),
        None
    );
}
