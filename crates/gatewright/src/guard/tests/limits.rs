//! How often something may be asked, by whom, and what others are told.

use std::net::IpAddr;

use axum::Router;
use axum::routing::get;
use data_encoding::BASE64;
use futures_util::future::join_all;
use jiff::SignedDuration;
use serde_json::json;

use crate::config::Preset::{Flask, Recommended};
use crate::guard::{Per, http_auth_required, rate_limit};
use crate::testing::{Answer, TestApp};

const JOE: &str = "joe@lp.com";
const JILL: &str = "jill@lp.com";
const PASSWORD: &str = "correct horse battery";

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn routes() -> Router {
    let hello = || get(async || "hello").post(async || "done");
    Router::new()
        .route("/search", hello().layer(rate_limit(3, Per::Minute)))
        .route("/items/{id}", hello().layer(rate_limit(3, Per::Minute)))
        .route("/mine", hello().layer(rate_limit(2, Per::Hour).by_user()))
        .route("/both", hello().layer(rate_limit(2, Per::Hour).by_user().by_address()))
        .route("/basic", hello().layer(http_auth_required()))
        .route("/one", hello().layer(rate_limit(2, Per::Day).named("pair")))
        .route("/two", hello().layer(rate_limit(2, Per::Day).named("pair")))
}

async fn app() -> TestApp {
    // Locks would come before some of the limits.
    let app = TestApp::new(|config| config.lockout.threshold = None).await;
    app.user(JOE, PASSWORD).await;
    app.user(JILL, PASSWORD).await;
    app.serve(routes())
}

async fn sign_in(app: &TestApp, from: &str, email: &str, password: &str) -> Answer {
    let body = json!({ "email": email, "password": password });
    app.browser().at(address(from)).post_json("/login", &body).await
}

#[tokio::test]
async fn a_route_answers_so_often_and_says_when_it_will_again() {
    let app = app().await;
    let mut tab = app.browser();
    for left in ["r=2;t=20", "r=1;t=40", "r=0;t=60"] {
        let answer = tab.get("/search").await;
        assert_eq!(answer.is(200).header("ratelimit"), Some(&*format!("\"default\";{left}")));
        assert_eq!(answer.header("ratelimit-policy"), Some("\"default\";q=3;w=60"));
        assert_eq!(answer.header("retry-after"), None);
    }
    let page = tab.get("/search").await;
    assert_eq!(page.is(429).header("retry-after"), Some("20"));
    assert_eq!(page.header("ratelimit"), Some("\"default\";r=0;t=60"));
    assert!(page.text().contains("20 seconds"), "{}", page.text());
    assert!(page.header("content-type").unwrap().starts_with("text/html"));
    let reply = tab.get_json("/search").await;
    assert_eq!(reply.is(429).json()["meta"]["code"], 429);
    assert!(reply.json()["response"]["errors"][0].as_str().unwrap().contains("20 seconds"));
    // The methods of a route count together, other routes and other addresses for themselves.
    tab.post_form("/search", []).await.is(429);
    for id in 0..3 {
        tab.get(&format!("/items/{id}")).await.is(200);
    }
    tab.get("/items/another").await.is(429);
    app.browser().at([203, 0, 113, 9]).get("/search").await.is(200);
    app.advance(SignedDuration::from_secs(20));
    tab.get("/search").await.is(200);
    tab.get("/search").await.is(429);
}

#[tokio::test]
async fn addresses_that_cost_nothing_are_one_client() {
    let app = app().await;
    for from in ["2001:db8:1:2::1", "2001:db8:1:2:ffff::", "2001:db8:1:2::3"] {
        app.browser().at(address(from)).get("/search").await.is(200);
    }
    app.browser().at(address("2001:db8:1:2::4")).get("/search").await.is(429);
    app.browser().at(address("2001:db8:1:3::4")).get("/search").await.is(200);
    for from in ["203.0.113.9", "::ffff:203.0.113.9", "203.0.113.9"] {
        app.browser().at(address(from)).get("/search").await.is(200);
    }
    app.browser().at(address("::ffff:203.0.113.9")).get("/search").await.is(429);
}

#[tokio::test]
async fn users_are_counted_wherever_they_are() {
    let app = app().await;
    let (mut joe, mut jill) = (app.browser(), app.browser());
    joe.sign_in(JOE, PASSWORD).await;
    jill.sign_in(JILL, PASSWORD).await;
    joe.get("/mine").await.is(200);
    let mut joe = joe.at([203, 0, 113, 9]);
    joe.get("/mine").await.is(200);
    joe.get("/mine").await.is(429);
    jill.get("/mine").await.is(200);
    // Who is not signed in counts by address.
    for status in [200, 200, 429] {
        app.browser().get("/mine").await.is(status);
    }
    app.browser().at([203, 0, 113, 10]).get("/mine").await.is(200);
    // By both: jill finds the address taken, and joe is out wherever he goes.
    let answer = joe.get("/both").await;
    let expected = "\"default\";q=2;w=3600, \"default\";q=2;w=3600";
    assert_eq!(answer.is(200).header("ratelimit-policy"), Some(expected));
    joe.get("/both").await.is(200);
    jill.clone().at([203, 0, 113, 9]).get("/both").await.is(429);
    joe.at([203, 0, 113, 11]).get("/both").await.is(429);
    jill.get("/both").await.is(200);
}

#[tokio::test]
async fn routes_of_one_name_count_together() {
    let app = app().await;
    let mut tab = app.browser();
    tab.get("/one").await.is(200);
    let answer = tab.get("/two").await;
    assert_eq!(answer.is(200).header("ratelimit-policy"), Some("\"pair\";q=2;w=86400"));
    tab.get("/one").await.is(429);
    tab.get("/two").await.is(429);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_at_once_exactly_as_many_pass_as_may() {
    let app = app().await;
    let all = (0..64).map(|_| {
        let mut tab = app.browser();
        tokio::spawn(async move { tab.get("/search").await.status.as_u16() })
    });
    let statuses: Vec<u16> = join_all(all).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 3);
    assert_eq!(statuses.iter().filter(|status| **status == 429).count(), 61);
}

#[tokio::test]
async fn sign_ins_are_limited_by_address_before_any_work() {
    let app = app().await;
    for n in 0..30 {
        let answer = sign_in(&app, "203.0.113.9", &format!("{n}@lp.com"), "wrong horse").await;
        let left = format!("\"sign-in\";r={};", 29 - n);
        assert!(answer.is(400).header("ratelimit").unwrap().starts_with(&left));
    }
    let hashes = app.security().passwords().jobs();
    let refused = sign_in(&app, "203.0.113.9", JOE, PASSWORD).await;
    assert_eq!(refused.is(429).header("retry-after"), Some("2"));
    assert_eq!(refused.header("cache-control"), Some("private, no-store"));
    assert_eq!(app.security().passwords().jobs(), hashes);
    // Pages are there all the same, and others sign in.
    app.browser().at([203, 0, 113, 9]).get("/login").await.is(200);
    sign_in(&app, "203.0.113.10", JOE, PASSWORD).await.is(200);
    app.advance(SignedDuration::from_secs(2));
    sign_in(&app, "203.0.113.9", JOE, PASSWORD).await.is(200);
}

#[tokio::test]
async fn sign_ins_are_limited_by_whom_they_name_whether_or_not_there_is_somebody() {
    let app = app().await;
    let mut seen = Vec::new();
    for (name, network) in [("joe", "203.0.113"), ("nobody", "198.51.100")] {
        let mut answers = Vec::new();
        for n in 0..12 {
            let spellings = [
                format!("{name}@lp.com"),
                format!("{name}@LP.com"),
                format!("{}@lp.com", name.to_uppercase()),
            ];
            let email = &spellings[n % spellings.len()];
            let from = format!("{network}.{n}");
            let answer = sign_in(&app, &from, email, "wrong horse").await;
            let told = ["ratelimit", "ratelimit-policy", "retry-after"]
                .map(|header| answer.header(header).map(str::to_owned));
            answers.push((answer.status.as_u16(), told, answer.text()));
            // Others use the account meanwhile: no answer shows it.
            assert_eq!(answer.header("ratelimit").unwrap().contains("identity"), n >= 10, "{n}");
        }
        assert!(answers[..10].iter().all(|(status, ..)| *status == 400));
        assert!(answers[10..].iter().all(|(status, ..)| *status == 429));
        for (_, _, text) in &mut answers {
            // Each has a token of its own.
            *text = text.split("csrf_token").next().unwrap().to_owned();
        }
        seen.push(answers);
    }
    assert_eq!(seen[0], seen[1]);
    sign_in(&app, "203.0.113.99", JILL, PASSWORD).await.is(200);
    app.advance(SignedDuration::from_secs(6));
    sign_in(&app, "203.0.113.99", JOE, PASSWORD).await.is(200);
}

#[tokio::test]
async fn passwords_are_shown_again_only_so_often() {
    let app = app().await;
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    for _ in 0..10 {
        let answer = tab.post_json("/verify", &json!({ "password": "wrong horse" })).await;
        assert!(answer.is(400).header("ratelimit").unwrap().starts_with("\"verify\""));
    }
    tab.post_json("/verify", &json!({ "password": PASSWORD })).await.is(429);
    app.advance(SignedDuration::from_secs(6));
    tab.post_json("/verify", &json!({ "password": PASSWORD })).await.is(200);
}

#[tokio::test]
async fn accounts_are_opened_only_so_often() {
    let app = TestApp::new(|config| {
        config.register.enabled = true;
        config.limits.register = Some("2/hour".parse().unwrap());
    })
    .await;
    for (n, status) in [200, 200, 429].into_iter().enumerate() {
        let email = format!("new{n}@lp.com");
        let body = json!({ "email": email, "password": PASSWORD, "password_confirm": PASSWORD });
        app.browser().post_json("/register", &body).await.is(status);
        assert_eq!(app.find(&email).await.is_some(), status == 200);
    }
}

#[tokio::test]
async fn limits_are_on_in_one_preset_and_a_choice_in_the_other() {
    for (preset, setting, limited) in
        [(Flask, None, false), (Flask, Some("5/minute"), true), (Recommended, None, true)]
    {
        let app = TestApp::with(preset, |builder| match setting {
            Some(rate) => builder.setting("LIMIT_SIGN_IN", rate),
            None => builder,
        })
        .await;
        let mut last = None;
        for n in 0..32 {
            last = Some(sign_in(&app, "203.0.113.9", &format!("{n}@lp.com"), "wrong").await);
        }
        let last = last.unwrap();
        assert_eq!(last.status.as_u16() == 429, limited, "{preset:?} {setting:?}");
        assert_eq!(last.header("ratelimit").is_some(), limited);
    }
}

async fn basic(app: &TestApp, from: &str, identity: &str, password: &str) -> Answer {
    let credentials = BASE64.encode(format!("{identity}:{password}").as_bytes());
    let tab = app.browser().header("authorization", &format!("Basic {credentials}"));
    tab.at(address(from)).get("/basic").await
}

#[tokio::test]
async fn guesses_by_http_basic_count_as_sign_ins_and_good_requests_do_not() {
    let app = app().await;
    // A program sends its password with every request.
    for _ in 0..40 {
        basic(&app, "203.0.113.9", JOE, PASSWORD).await.is(200);
    }
    // By identity, from wherever, together with the form; nobody learns who has an account.
    let mut refusals = Vec::new();
    for who in [JOE, "nobody@lp.com"] {
        for n in 0..5 {
            sign_in(&app, &format!("198.51.100.{n}"), who, "wrong").await.is(400);
            basic(&app, &format!("198.51.100.{n}"), who, "wrong").await.is(401);
        }
        let refused = basic(&app, "198.51.100.9", &who.to_uppercase(), "wrong").await;
        assert_eq!(refused.is(429).header("retry-after"), Some("6"));
        sign_in(&app, "198.51.100.9", who, "wrong").await.is(429);
        refusals.push((refused.headers.clone(), refused.text()));
    }
    assert_eq!(refusals[0], refusals[1]);
    basic(&app, "198.51.100.9", JOE, PASSWORD).await.is(429);
    basic(&app, "198.51.100.9", JILL, PASSWORD).await.is(200);
    // By address, whoever is named, if anybody.
    for n in 0..30 {
        let who = if n % 2 == 0 { format!("{n}@lp.com") } else { "no address".to_owned() };
        basic(&app, "192.0.2.1", &who, "wrong").await.is(401);
    }
    basic(&app, "192.0.2.1", JILL, PASSWORD).await.is(429);
    sign_in(&app, "192.0.2.1", JILL, PASSWORD).await.is(429);
    basic(&app, "192.0.2.2", JILL, PASSWORD).await.is(200);
    // Without credentials it is a question, not a guess.
    app.browser().at([192, 0, 2, 1]).get("/basic").await.is(401);
    app.advance(SignedDuration::from_secs(6));
    basic(&app, "198.51.100.9", JOE, PASSWORD).await.is(200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_guesses_by_http_basic_at_once_no_more_are_verified_than_are_left() {
    let app = app().await;
    let app = &app;
    let guess =
        async |n: usize| basic(app, &format!("203.0.113.{n}"), JOE, "wrong").await.status.as_u16();
    let all = join_all((0..64).map(guess)).await;
    assert_eq!(all.iter().filter(|&&status| status == 401).count(), 10, "{all:?}");
    assert_eq!(all.iter().filter(|&&status| status == 429).count(), 54, "{all:?}");
}
