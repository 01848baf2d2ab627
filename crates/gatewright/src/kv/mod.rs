//! Counters and values that live for minutes: the trait [`Kv`], and the one in memory.

mod memory;
#[cfg(test)]
mod tests;

use std::time::Duration;

use async_trait::async_trait;

use crate::config::Rate;
use crate::error::Result;

pub use memory::MemoryKv;

/// Where counters and short-lived values live. Implement it to share them between processes.
///
/// Whatever it holds may be lost at any moment: what must not be lost lives in
/// [`Store`](crate::store::Store). Values and rates are apart: a key of the one is none of the other.
/// Every method may fail with [`ErrorKind::Store`](crate::ErrorKind::Store).
#[async_trait]
pub trait Kv: Send + Sync + 'static {
    /// The value, if it is there and has not expired.
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>>;

    /// Keeps a value for so long, in place of what was there.
    async fn put(&self, key: &str, value: &[u8], ttl: Duration) -> Result<()>;

    /// Adds to a counter and says what it is now. A counter begins at 0 and lives for `ttl` from its
    /// first step on; its value reads as decimal text. A value that is no number counts as 0.
    async fn add(&self, key: &str, by: i64, ttl: Duration) -> Result<i64>;

    /// Forgets a value.
    async fn remove(&self, key: &str) -> Result<()>;

    /// Takes one of what a rate allows, if one is left: the generic cell rate algorithm. Of many at
    /// the same time exactly as many are allowed as are left.
    async fn spend(&self, key: &str, rate: Rate) -> Result<Spent>;

    /// Gives one back that was taken and, as it turned out, was none to count.
    async fn give_back(&self, key: &str, rate: Rate) -> Result<()>;
}

/// What is left of a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Spent {
    /// True if there was one to take.
    pub allowed: bool,
    /// How many more there are now.
    pub remaining: u32,
    /// After how long all of them are there again.
    pub reset: Duration,
    /// After how long there is one again; zero if one is there.
    pub retry_after: Duration,
}

/// The arithmetic of a rate, for those who implement [`Kv`]: all state is one number, the theoretical
/// arrival time, in microseconds of a clock of the caller's choice.
///
/// ```
/// use gatewright::kv::Gcra;
///
/// let two = Gcra::new("2/minute".parse().unwrap());
/// let (first, arrival) = two.spend(None, 0);
/// let (second, arrival) = two.spend(Some(arrival), 0);
/// let (third, _) = two.spend(Some(arrival), 0);
/// assert_eq!([first.allowed, second.allowed, third.allowed], [true, true, false]);
/// assert_eq!(third.retry_after.as_secs(), 30);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Gcra {
    count: u32,
    /// Between one and the next, when all have been taken.
    interval: i64,
}

impl Gcra {
    /// The arithmetic of this rate.
    pub fn new(rate: Rate) -> Self {
        let per = i64::try_from(rate.per().as_micros()).unwrap_or(i64::MAX);
        Self { count: rate.count(), interval: (per / i64::from(rate.count())).max(1) }
    }

    /// Takes one, if there is one: what is left, and the number to keep until it lies in the past.
    pub fn spend(&self, arrival: Option<i64>, now: i64) -> (Spent, i64) {
        let arrival = self.bounded(arrival, now);
        let next = arrival + self.interval;
        let allowed = next - now <= self.window();
        let kept = if allowed { next } else { arrival };
        let left = (self.window() - (kept - now)) / self.interval;
        let wait = if left > 0 { 0 } else { kept + self.interval - now - self.window() };
        let spent = Spent {
            allowed,
            remaining: u32::try_from(left).unwrap_or(0),
            reset: span(kept - now),
            retry_after: span(wait),
        };
        (spent, kept)
    }

    /// Gives one back.
    pub fn give_back(&self, arrival: Option<i64>, now: i64) -> i64 {
        (self.bounded(arrival, now) - self.interval).max(now)
    }

    /// All of them, one after the other.
    fn window(&self) -> i64 {
        self.interval.saturating_mul(self.count.into())
    }

    /// No arrival lies further ahead than all that may be taken: a clock that was set back, or a
    /// rate that was lowered, must not keep anybody out for longer.
    fn bounded(&self, arrival: Option<i64>, now: i64) -> i64 {
        arrival.unwrap_or(now).clamp(now, now.saturating_add(self.window()))
    }
}

fn span(micros: i64) -> Duration {
    Duration::from_micros(u64::try_from(micros).unwrap_or(0))
}
