//! Rates and values in memory, by a clock that is turned.

use std::time::Duration;

use futures_util::future::join_all;
use jiff::SignedDuration;

use super::{Gcra, Kv, MemoryKv};
use crate::clock::Clock;
use crate::config::Rate;

fn kv() -> (MemoryKv, Clock) {
    let clock = Clock::system();
    (MemoryKv::new(clock.clone()), clock)
}

fn rate(text: &str) -> Rate {
    text.parse().unwrap()
}

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn values_live_as_long_as_they_were_given() {
    let (kv, clock) = kv();
    assert_eq!(kv.get("a").await.unwrap(), None);
    kv.put("a", b"one", MINUTE).await.unwrap();
    kv.put("a", b"two", MINUTE).await.unwrap();
    kv.put("b", b"other", MINUTE * 2).await.unwrap();
    assert_eq!(kv.get("a").await.unwrap().as_deref(), Some(&b"two"[..]));
    clock.advance(SignedDuration::from_secs(61));
    assert_eq!(kv.get("a").await.unwrap(), None);
    assert!(kv.get("b").await.unwrap().is_some());
    kv.remove("b").await.unwrap();
    kv.remove("never").await.unwrap();
    assert_eq!(kv.get("b").await.unwrap(), None);
    kv.put("c", b"gone at once", Duration::ZERO).await.unwrap();
    assert_eq!(kv.get("c").await.unwrap(), None);
    assert!(kv.put("d", &[0; 16 * 1024 + 1], MINUTE).await.is_err());
    kv.put("d", b"for ever", Duration::MAX).await.unwrap();
    assert!(kv.get("d").await.unwrap().is_some());
}

#[tokio::test]
async fn counters_count_from_their_first_step_on() {
    let (kv, clock) = kv();
    assert_eq!(kv.add("n", 1, MINUTE).await.unwrap(), 1);
    clock.advance(SignedDuration::from_secs(40));
    assert_eq!(kv.add("n", 5, MINUTE).await.unwrap(), 6);
    assert_eq!(kv.get("n").await.unwrap().as_deref(), Some(&b"6"[..]));
    // A later step does not prolong it.
    clock.advance(SignedDuration::from_secs(21));
    assert_eq!(kv.add("n", -2, MINUTE).await.unwrap(), -2);
    assert_eq!(kv.add("n", i64::MIN, MINUTE).await.unwrap(), i64::MIN);
    kv.put("word", b"no number", MINUTE).await.unwrap();
    assert_eq!(kv.add("word", 3, MINUTE).await.unwrap(), 3);
}

#[tokio::test]
async fn a_rate_allows_a_burst_and_then_one_after_the_other() {
    let (kv, clock) = kv();
    let rate = rate("3/minute");
    for remaining in [2, 1, 0] {
        let spent = kv.spend("a", rate).await.unwrap();
        assert!(spent.allowed);
        assert_eq!(spent.remaining, remaining);
    }
    let refused = kv.spend("a", rate).await.unwrap();
    assert!(!refused.allowed);
    assert_eq!(refused.retry_after.as_secs_f64().ceil(), 20.0);
    assert!(kv.spend("b", rate).await.unwrap().allowed, "others are others");
    // Asking while refused does not prolong the wait.
    clock.advance(SignedDuration::from_secs(19));
    assert!(!kv.spend("a", rate).await.unwrap().allowed);
    clock.advance(SignedDuration::from_secs(1));
    assert!(kv.spend("a", rate).await.unwrap().allowed);
    assert!(!kv.spend("a", rate).await.unwrap().allowed);
    kv.give_back("a", rate).await.unwrap();
    assert!(kv.spend("a", rate).await.unwrap().allowed);
    // A rate is no value.
    assert_eq!(kv.get("a").await.unwrap(), None);
    clock.advance(SignedDuration::from_secs(60));
    assert_eq!(kv.spend("a", rate).await.unwrap().remaining, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_at_once_exactly_as_many_pass_as_are_left() {
    for (text, expected) in [("10/hour", 10), ("1/hour", 1), ("63/hour", 63), ("64/hour", 64)] {
        let (kv, _) = kv();
        let rate = rate(text);
        let all = join_all((0..64).map(|_| {
            let kv = kv.clone();
            tokio::spawn(async move { kv.spend("edge", rate).await.unwrap().allowed })
        }));
        let allowed = all.await.into_iter().filter(|one| *one.as_ref().unwrap()).count();
        assert_eq!(allowed, expected, "{text}");
    }
}

#[tokio::test]
async fn strangers_cannot_fill_the_memory_nor_push_out_who_is_refused() {
    let clock = Clock::system();
    let kv = MemoryKv::with_room(clock.clone(), 160);
    let rate = rate("5/minute");
    while kv.spend("victim", rate).await.unwrap().allowed {}
    for n in 0..10_000 {
        kv.spend(&format!("stranger {n}"), rate).await.unwrap();
        kv.put(&format!("value {n}"), b"x", MINUTE).await.unwrap();
    }
    let (values, rates) = kv.held();
    assert!(values <= 160 && rates <= 160, "{values} {rates}");
    assert!(!kv.spend("victim", rate).await.unwrap().allowed);
    // What has expired makes room without anybody looking through all of it.
    clock.advance(SignedDuration::from_mins(2));
    for n in 0..200 {
        kv.spend(&format!("later {n}"), rate).await.unwrap();
    }
    assert!(kv.spend("victim", rate).await.unwrap().allowed);
}

#[test]
fn a_clock_that_was_set_back_keeps_nobody_out() {
    let gcra = Gcra::new(rate("2/minute"));
    let day = 86_400_000_000;
    let (spent, kept) = gcra.spend(Some(day), 0);
    assert!(!spent.allowed);
    assert_eq!(spent.retry_after.as_secs(), 30);
    assert!(gcra.spend(Some(kept), 30_000_000).0.allowed);
    assert_eq!(gcra.give_back(None, 5), 5);
}

#[test]
fn rates_that_do_not_divide_evenly_allow_no_more_than_they_say() {
    for text in ["7/minute", "9/second", "100000/second", "100000/7 days", "11/13 seconds"] {
        let rate = rate(text);
        let gcra = Gcra::new(rate);
        let (mut arrival, mut passed) = (None, 0);
        loop {
            let (spent, next) = gcra.spend(arrival, 1_000);
            if !spent.allowed {
                break;
            }
            passed += 1;
            assert_eq!(spent.remaining, rate.count() - passed, "{text}");
            arrival = Some(next);
        }
        assert_eq!(passed, rate.count(), "{text}");
    }
}
