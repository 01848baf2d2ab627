//! Breached passwords, asked of a service.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use gatewright::config::Preset;
use gatewright::outbound::http::{Client, HttpClient};
use gatewright::testing::TestApp;
use gatewright::{Result, async_trait};
use serde_json::json;

use crate::log::Log;
use crate::service::{KNOWN, Service};
use crate::{faults, with};

async fn asking(service: &Service, way: &str, rule: &str, count: u64) -> TestApp {
    let (url, rule) = (service.url(way), rule.to_owned());
    TestApp::with(Preset::Flask, |builder| {
        builder
            .setting("SECURITY_PASSWORD_CHECK_BREACHED", rule)
            .setting("SECURITY_PASSWORD_BREACHED_COUNT", count)
            .setting("SECURITY_PASSWORD_BREACHED_URL", url)
            .http(Client::new().unwrap().patience(Duration::from_millis(1500)))
    })
    .await
}

#[tokio::test]
async fn the_service_learns_five_digits_and_who_asks() {
    let service = Service::start().await;
    let app = asking(&service, "range", "strict", 1).await;
    assert_eq!(faults(app.security(), KNOWN).await, ["PASSWORD_BREACHED"]);
    assert!(faults(app.security(), "zK9#vQ2!mL7p").await.is_empty());
    let asked = service.asked.lock().unwrap();
    let (path, headers) = &asked[0];
    let hash = data_encoding::HEXUPPER.encode(&gatewright_wire::digest::sha1(KNOWN.as_bytes()));
    assert_eq!(*path, format!("/range/{}", &hash[..5]));
    assert_eq!(headers["add-padding"], "true");
    assert!(headers["user-agent"].to_str().unwrap().starts_with("gatewright/"));
    assert!(headers.values().all(|value| !value.as_bytes().windows(7).any(|it| it == b"correct")));
}

#[tokio::test]
async fn answers_are_read_in_every_form() {
    let service = Service::start().await;
    for (way, count, breached) in [
        ("range", 3, true),
        ("range", 4, false),
        ("bom", 3, true),
        ("lower", 1, true),
        ("padding", 0, false),
        ("none", 1, false),
    ] {
        let app = asking(&service, way, "strict", count).await;
        let want: &[&str] = if breached { &["PASSWORD_BREACHED"] } else { &[] };
        assert_eq!(faults(app.security(), KNOWN).await, want, "{way} {count}");
    }
}

#[tokio::test]
async fn what_cannot_be_asked_is_an_error_only_where_it_must_be() {
    let service = Service::start().await;
    for way in ["late", "page", "cut", "bytes", "huge", "elsewhere", "gone", "500"] {
        let app = asking(&service, way, "strict", 1).await;
        assert_eq!(faults(app.security(), KNOWN).await, ["PASSWORD_BREACHED_SITE_ERROR"], "{way}");
        let app = asking(&service, way, "best-effort", 1).await;
        assert!(faults(app.security(), KNOWN).await.is_empty(), "{way}");
    }
    let followed = |(path, _): &(String, _)| path.starts_with("/range/");
    assert!(!service.asked.lock().unwrap().iter().any(followed), "a redirect was followed");
    // Nobody there.
    let url = { tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap() };
    let settings = [
        ("SECURITY_PASSWORD_CHECK_BREACHED", json!("strict")),
        ("SECURITY_PASSWORD_BREACHED_URL", json!(format!("http://{url}/range"))),
    ];
    let app = with(Preset::Recommended, &settings).await;
    assert_eq!(faults(app.security(), KNOWN).await, ["PASSWORD_BREACHED_SITE_ERROR"]);
}

#[tokio::test]
async fn a_failure_is_logged_without_the_password() {
    let service = Service::start().await;
    let app = asking(&service, "500", "best-effort", 1).await;
    let log = Log::start();
    assert!(faults(app.security(), KNOWN).await.is_empty());
    let said = log.text();
    let hash = data_encoding::HEXUPPER.encode(&gatewright_wire::digest::sha1(KNOWN.as_bytes()));
    assert!(said.contains("WARN") && said.contains("500"), "{said}");
    assert!(!said.contains("horse") && !said.contains(&hash[..5]), "{said}");
}

/// Answers when it is let go, and counts how many wait for that.
#[derive(Clone, Default)]
struct Slow {
    waiting: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
    go: Arc<tokio::sync::Notify>,
}

#[async_trait]
impl HttpClient for Slow {
    async fn send(&self, _: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>> {
        let now = self.waiting.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
        self.go.notified().await;
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        self.go.notify_one();
        Ok(http::Response::new(Vec::new()))
    }
}

#[tokio::test]
async fn many_forms_at_once_are_not_as_many_questions() {
    let slow = Slow::default();
    let client = slow.clone();
    let app = TestApp::with(Preset::Flask, |builder| {
        builder.setting("SECURITY_PASSWORD_CHECK_BREACHED", "strict").http(client)
    })
    .await;
    let asked: Vec<_> = (0..64)
        .map(|number| {
            let security = app.security().clone();
            tokio::spawn(async move { faults(&security, &format!("zK9#vQ2!mL7p{number}")).await })
        })
        .collect();
    while slow.waiting.load(Ordering::SeqCst) < 16 {
        tokio::task::yield_now().await;
    }
    slow.go.notify_one();
    for one in asked {
        assert!(one.await.unwrap().is_empty());
    }
    assert_eq!(slow.most.load(Ordering::SeqCst), 16);
}
