//! Locks: when they come, whom they hold, and how they end.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::routing::get;
use data_encoding::BASE64;
use futures_util::future::join_all;
use jiff::SignedDuration;
use jiff::civil::{DateTime, date};
use serde_json::json;

use super::policy::{FOREVER, Rules};
use super::{code, succeeded, unlock};
use crate::config::{Config, Preset};
use crate::error::{Error, ErrorKind};
use crate::guard::http_auth_required;
use crate::model::Attempts;
use crate::testing::{Answer, Browser, Heard, TestApp};

const JOE: &str = "joe@lp.com";
const JILL: &str = "jill@lp.com";
const PASSWORD: &str = "correct horse battery";
const WRONG: &str = "wrong horse battery";

/// Rates would answer before the lock does.
fn unhurried(config: &mut Config) {
    config.limits.sign_in = None;
    config.limits.sign_in_identity = None;
    config.limits.verify = None;
}

async fn app() -> TestApp {
    heard(Heard::default()).await
}

async fn heard(heard: Heard) -> TestApp {
    let change = |builder: crate::Builder| {
        let builder = builder.configure(unhurried).listen(heard);
        builder.setting("SERVER_NAME", "localhost").setting("TRUSTED_HOSTS", json!(["localhost"]))
    };
    let app = TestApp::with(Preset::Recommended, change).await;
    app.user(JOE, PASSWORD).await;
    app.user(JILL, PASSWORD).await;
    app
}

async fn attempt(tab: &mut Browser, email: &str, password: &str) -> Answer {
    tab.post_json("/login", &json!({ "email": email, "password": password })).await
}

async fn fail(app: &TestApp, email: &str, times: usize) {
    for _ in 0..times {
        attempt(&mut app.browser(), email, WRONG).await.is(400);
    }
}

/// What happens beside the answer is there in the end.
async fn eventually(mut happened: impl FnMut() -> bool) {
    let waiting = async {
        while !happened() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), waiting).await.unwrap();
}

fn shown(answer: &Answer) -> (u16, Vec<(String, String)>, String) {
    let mut headers: Vec<_> = answer
        .headers
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    headers.sort();
    (answer.status.as_u16(), headers, answer.text())
}

#[tokio::test]
async fn ten_failures_lock_and_the_answers_stay_those_to_a_wrong_password() {
    let app = app().await;
    let mut all = Vec::new();
    // Who exists and who does not: neither an answer nor its work tells which, locked or not.
    for email in [JOE, "nobody@lp.com"] {
        let mut answers = Vec::new();
        for n in 0..14 {
            let before = app.security().passwords().jobs();
            let password = if n < 11 { WRONG } else { PASSWORD };
            let answer = attempt(&mut app.browser(), email, password).await;
            assert_eq!(app.security().passwords().jobs() - before, 1, "{email} {n}");
            answers.push(shown(&answer));
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
        all.push(answers);
    }
    assert_eq!(all[0], all[1]);
    // Others go on, and joe again after a while, also under another spelling.
    attempt(&mut app.browser(), JILL, PASSWORD).await.is(200);
    app.advance(SignedDuration::from_mins(14));
    attempt(&mut app.browser(), "Joe@LP.com", PASSWORD).await.is(400);
    app.advance(SignedDuration::from_mins(2));
    attempt(&mut app.browser(), "Joe@LP.com", PASSWORD).await.is(200);
}

#[tokio::test]
async fn a_success_forgets_the_failures_before_it_and_time_does_too() {
    let app = app().await;
    for _ in 0..3 {
        fail(&app, JOE, 9).await;
        attempt(&mut app.browser(), JOE, PASSWORD).await.is(200);
    }
    for _ in 0..3 {
        fail(&app, JOE, 9).await;
        app.advance(SignedDuration::from_mins(16));
    }
    attempt(&mut app.browser(), JOE, PASSWORD).await.is(200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_guesses_at_once_no_more_are_verified_than_are_left() {
    let app = app().await;
    let joe = Arc::new(app.find(JOE).await.unwrap());
    fail(&app, JOE, 3).await;
    let verified = Arc::new(AtomicUsize::new(0));
    let all = (0..64).map(|_| {
        let (cx, joe, verified) = (app.security().offline(), joe.clone(), verified.clone());
        tokio::spawn(async move {
            let check = async move {
                verified.fetch_add(1, Ordering::Relaxed);
                tokio::task::yield_now().await;
                Ok(false)
            };
            code(&cx, &joe, check).await.unwrap()
        })
    });
    assert!(join_all(all).await.into_iter().all(|right| !right.unwrap()));
    assert_eq!(verified.load(Ordering::Relaxed), 7);
    // And over HTTP: one of many that come at the edge knows the password, too late.
    attempt(&mut app.browser(), JOE, PASSWORD).await.is(400);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_storm_of_guesses_over_http_ends_in_one_lock_and_one_mail() {
    let heard = Heard::default();
    let app = self::heard(heard.clone()).await;
    let all = (0..64).map(|_| {
        let mut tab = app.browser();
        tokio::spawn(async move { attempt(&mut tab, JOE, WRONG).await.status.as_u16() })
    });
    // Those for whose hash there is no time do not count.
    let statuses: Vec<u16> = join_all(all).await.into_iter().map(Result::unwrap).collect();
    assert!(statuses.iter().all(|status| [400, 503].contains(status)), "{statuses:?}");
    fail(&app, JOE, 10).await;
    eventually(|| !app.outbox().is_empty()).await;
    attempt(&mut app.browser(), JOE, PASSWORD).await.is(400);
    assert_eq!(app.outbox().len(), 1);
    let locked = |line: &&String| line.starts_with("account_locked");
    assert_eq!(heard.take().iter().filter(locked).count(), 1);
}

#[tokio::test]
async fn what_could_not_be_verified_does_not_count() {
    let app = app().await;
    let (cx, joe) = (app.security().offline(), Arc::new(app.find(JOE).await.unwrap()));
    for _ in 0..30 {
        let failing = async { Err(Error::new(ErrorKind::Store, "the other server is away")) };
        assert!(code(&cx, &joe, failing).await.is_err());
    }
    assert!(code(&cx, &joe, async { Ok(true) }).await.unwrap());
    succeeded(&cx).await.unwrap();
    fail(&app, JOE, 9).await;
    attempt(&mut app.browser(), JOE, PASSWORD).await.is(200);
}

#[tokio::test]
async fn a_browser_in_which_its_owner_signed_in_is_not_locked_out_by_strangers() {
    let app = app().await;
    let mut home = app.browser();
    home.sign_in(JOE, PASSWORD).await;
    home.post_form("/logout", []).await;
    let mut jills = app.browser();
    jills.sign_in(JILL, PASSWORD).await;
    jills.post_form("/logout", []).await;
    fail(&app, JOE, 20).await;
    // Knowing somebody else's browser helps nobody, nor does a forged cookie.
    attempt(&mut jills, JOE, PASSWORD).await.is(400);
    let mut forged = app.browser();
    forged.set_cookie("gatewright_device", Some("WyJ4IiwieSJd.x.y"));
    attempt(&mut forged, JOE, PASSWORD).await.is(400);
    attempt(&mut app.browser(), JOE, PASSWORD).await.is(400);
    home.sign_in(JOE, PASSWORD).await;
    // It counts for itself, so a stolen browser is no way around the limit.
    home.post_form("/logout", []).await;
    for _ in 0..10 {
        attempt(&mut home, JOE, WRONG).await.is(400);
    }
    attempt(&mut home, JOE, PASSWORD).await.is(400);
}

#[tokio::test]
async fn the_cookie_of_a_browser_is_out_of_reach_and_lets_nobody_in() {
    let app = app().await;
    let mut tab = app.browser();
    let answer = tab.sign_in(JOE, PASSWORD).await;
    let lines = answer.set_cookies();
    let line = lines.iter().find(|line| line.starts_with("gatewright_device=")).unwrap();
    for attribute in ["HttpOnly", "Path=/", "SameSite=Lax", "Expires="] {
        assert!(line.contains(attribute), "{line}");
    }
    let mut other = app.browser();
    other.set_cookie("gatewright_device", tab.cookie("gatewright_device"));
    let answer = other.get_json("/verify").await;
    answer.is(401);
    // After a while it is a browser like any other.
    fail(&app, JOE, 10).await;
    attempt(&mut other.clone(), JOE, PASSWORD).await.is(200);
    app.advance(SignedDuration::from_hours(181 * 24));
    fail(&app, JOE, 10).await;
    attempt(&mut other, JOE, PASSWORD).await.is(400);
}

#[tokio::test]
async fn who_is_signed_in_shows_the_password_again_whatever_strangers_do() {
    let app = app().await;
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    fail(&app, JOE, 20).await;
    let body = |password: &str| json!({ "password": password });
    tab.post_json("/verify", &body(PASSWORD)).await.is(200);
    for _ in 0..10 {
        tab.post_json("/verify", &body(WRONG)).await.is(400);
    }
    tab.post_json("/verify", &body(PASSWORD)).await.is(400);
}

#[tokio::test]
async fn basic_counts_and_is_locked_like_the_form() {
    let hello = get(async || "hello").layer(http_auth_required());
    let app = app().await.serve(Router::new().route("/basic", hello));
    let basic = |password: &str| {
        let credentials = BASE64.encode(format!("{JOE}:{password}").as_bytes());
        app.browser().header("authorization", &format!("Basic {credentials}"))
    };
    for _ in 0..5 {
        basic(WRONG).get("/basic").await.is(401);
    }
    fail(&app, JOE, 4).await;
    for _ in 0..20 {
        basic(PASSWORD).get("/basic").await.is(200);
    }
    for _ in 0..10 {
        basic(WRONG).get("/basic").await.is(401);
    }
    basic(PASSWORD).get("/basic").await.is(401);
    attempt(&mut app.browser(), JOE, PASSWORD).await.is(400);
}

#[tokio::test]
async fn an_administrator_unlocks() {
    let heard = Heard::default();
    let app = self::heard(heard.clone()).await;
    fail(&app, JOE, 10).await;
    eventually(|| !app.outbox().is_empty()).await;
    let joe = app.find(JOE).await.unwrap();
    heard.take();
    assert!(unlock(&app.security().offline(), &joe, "administrator").await.unwrap());
    assert_eq!(heard.take(), ["account_unlocked joe@lp.com administrator"]);
    attempt(&mut app.browser(), JOE, PASSWORD).await.is(200);
    assert!(!unlock(&app.security().offline(), &joe, "administrator").await.unwrap());
}

#[tokio::test]
async fn the_preset_of_the_reference_locks_nobody_unless_it_is_told_to() {
    for (threshold, locked) in [(None, false), (Some(3), true)] {
        let app = TestApp::with(Preset::Flask, |builder| {
            builder.configure(move |config| config.lockout.threshold = threshold)
        })
        .await;
        app.user(JOE, PASSWORD).await;
        fail(&app, JOE, 12).await;
        attempt(&mut app.browser(), JOE, PASSWORD).await.is(if locked { 400 } else { 200 });
    }
}

#[tokio::test]
async fn counters_that_have_expired_leave_the_table() {
    let app = app().await;
    let store = app.security().store();
    let now = app.clock().utc();
    let new = |expires_at: DateTime| Attempts {
        owner: b"owner".to_vec(),
        version: 1,
        failures: 1,
        total: 1,
        locks: 0,
        window_ends: now,
        locked_until: None,
        expires_at,
    };
    let later = now.saturating_add(SignedDuration::from_hours(1));
    assert!(store.lockouts().unwrap().put(b"old", &new(now), now).await.unwrap());
    assert!(store.lockouts().unwrap().put(b"kept", &new(later), now).await.unwrap());
    assert!(
        !store.lockouts().unwrap().put(b"kept", &new(later), now).await.unwrap(),
        "it is there already"
    );
    assert_eq!(store.lockouts().unwrap().find(b"old").await.unwrap(), None);
    let kept = store.lockouts().unwrap().find(b"kept").await.unwrap().unwrap();
    // Of two that read the same, one writes.
    let next = Attempts { version: 2, ..kept };
    assert!(store.lockouts().unwrap().put(b"kept", &next, now).await.unwrap());
    assert!(!store.lockouts().unwrap().put(b"kept", &next, now).await.unwrap());
    assert_eq!(store.lockouts().unwrap().unlock(b"owner").await.unwrap(), 1);
    assert!(!store.lockouts().unwrap().forget(b"kept").await.unwrap());
}

fn rules() -> Rules {
    Rules::of(&Config::preset(Preset::Recommended)).unwrap()
}

const NOON: DateTime = date(2026, 6, 1).at(12, 0, 0, 0);

#[test]
fn each_lock_lasts_twice_as_long_up_to_a_day_and_the_last_for_ever() {
    let rules = rules();
    let (mut now, mut seen, mut spans) = (NOON, None, Vec::new());
    let mut attempts = 0;
    loop {
        let new = rules.next(seen.as_ref(), b"joe", true, now).unwrap();
        attempts += 1;
        let until = new.locked_until;
        seen = Some(new);
        let Some(until) = until else { continue };
        assert!(rules.next(seen.as_ref(), b"joe", true, now).is_none());
        if until == FOREVER {
            break;
        }
        spans.push(now.duration_until(until).as_secs() / 60);
        now = until;
    }
    assert_eq!(spans, [15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
    assert_eq!(attempts, 100);
    let much_later = now.saturating_add(SignedDuration::from_hours(24 * 3650));
    assert!(rules.next(seen.as_ref(), b"joe", true, much_later).is_none());
}

#[test]
fn what_nobody_has_is_not_kept_for_longer_than_it_takes() {
    let rules = rules();
    let first = rules.next(None, b"nobody", false, NOON).unwrap();
    assert_eq!(first.expires_at, NOON.saturating_add(SignedDuration::from_mins(15)));
    let known = rules.next(None, b"joe", true, NOON).unwrap();
    assert!(known.expires_at > NOON.saturating_add(SignedDuration::from_hours(29 * 24)));
    let last = Attempts { total: 99, ..first };
    let locked = rules.next(Some(&last), b"nobody", false, NOON).unwrap();
    assert_eq!(locked.locked_until, Some(FOREVER));
    assert_eq!(locked.expires_at, NOON.saturating_add(SignedDuration::from_hours(24)));
    // What has expired begins anew, in the same row.
    let tomorrow = NOON.saturating_add(SignedDuration::from_hours(25));
    let anew = rules.next(Some(&locked), b"nobody", false, tomorrow).unwrap();
    assert_eq!((anew.failures, anew.total, anew.locked_until), (1, 1, None));
    assert_eq!(anew.version, locked.version + 1);
}
