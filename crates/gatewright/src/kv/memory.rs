//! Counters and values of one process.

use std::collections::hash_map::RandomState;
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;

use super::{Gcra, Kv, Spent};
use crate::clock::Clock;
use crate::config::Rate;
use crate::error::{Error, ErrorKind, Result};

/// So many parts, each with a lock of its own.
const SHARDS: usize = 16;
/// So many entries of each kind by default: about 20 MiB when all of them are taken.
const ENTRIES: usize = 65_536;
/// The largest value that is kept, in bytes.
const MOST_BYTES: usize = 16 * 1024;
/// What has expired leaves a few at a time, so that no request pays for many.
const SWEEP: usize = 8;

/// [`Kv`] in the memory of this process.
///
/// It never holds more than a fixed number of entries: what would expire first makes room. An entry
/// that was spent to its end lives longest, so nobody gets rid of theirs by making many others.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> gatewright::Result<()> {
/// use gatewright::{clock::Clock, kv::{Kv, MemoryKv}};
///
/// let kv = MemoryKv::new(Clock::system());
/// let rate = "2/minute".parse().unwrap();
/// assert!(kv.spend("sign-in of joe", rate).await?.allowed);
/// assert_eq!(kv.spend("sign-in of joe", rate).await?.remaining, 0);
/// assert!(!kv.spend("sign-in of joe", rate).await?.allowed);
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct MemoryKv {
    values: Arc<Shards<Vec<u8>>>,
    rates: Arc<Shards<i64>>,
    clock: Clock,
}

impl MemoryKv {
    /// Room for 65,536 values and as many rates.
    pub fn new(clock: Clock) -> Self {
        Self::with_room(clock, ENTRIES)
    }

    /// Room for so many values and as many rates, rounded up to a multiple of 16.
    pub fn with_room(clock: Clock, entries: usize) -> Self {
        let (values, rates) = (Arc::new(Shards::new(entries)), Arc::new(Shards::new(entries)));
        Self { values, rates, clock }
    }

    fn now(&self) -> i64 {
        self.clock.now().as_microsecond()
    }
}

#[async_trait]
impl Kv for MemoryKv {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>> {
        Ok(self.values.shard(key).get(key, self.now()).cloned())
    }

    async fn put(&self, key: &str, value: &[u8], ttl: Duration) -> Result<()> {
        if value.len() > MOST_BYTES {
            return Err(Error::new(ErrorKind::Store, "the value is larger than 16 KiB"));
        }
        let now = self.now();
        self.values.shard(key).set(key, value.to_vec(), after(now, ttl), now);
        Ok(())
    }

    async fn add(&self, key: &str, by: i64, ttl: Duration) -> Result<i64> {
        let now = self.now();
        let mut shard = self.values.shard(key);
        let text = |bytes: &Vec<u8>| std::str::from_utf8(bytes).ok()?.parse::<i64>().ok();
        let (seen, expires) = match shard.entry(key, now) {
            Some(entry) => (text(&entry.value).unwrap_or(0), entry.expires),
            None => (0, after(now, ttl)),
        };
        let sum = seen.saturating_add(by);
        shard.set(key, sum.to_string().into_bytes(), expires, now);
        Ok(sum)
    }

    async fn remove(&self, key: &str) -> Result<()> {
        self.values.shard(key).remove(key);
        Ok(())
    }

    async fn spend(&self, key: &str, rate: Rate) -> Result<Spent> {
        let now = self.now();
        let mut shard = self.rates.shard(key);
        let seen = shard.get(key, now).copied();
        let (spent, arrival) = Gcra::new(rate).spend(seen, now);
        if seen != Some(arrival) {
            shard.set(key, arrival, arrival, now);
        }
        Ok(spent)
    }

    async fn give_back(&self, key: &str, rate: Rate) -> Result<()> {
        let now = self.now();
        let mut shard = self.rates.shard(key);
        let Some(seen) = shard.get(key, now).copied() else { return Ok(()) };
        let arrival = Gcra::new(rate).give_back(Some(seen), now);
        shard.set(key, arrival, arrival, now);
        Ok(())
    }
}

impl fmt::Debug for MemoryKv {
    /// Without keys and values: they tell who is here.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryKv").finish_non_exhaustive()
    }
}

fn after(now: i64, ttl: Duration) -> i64 {
    now.saturating_add(i64::try_from(ttl.as_micros()).unwrap_or(i64::MAX))
}

struct Shards<T> {
    parts: Vec<Mutex<Shard<T>>>,
    hasher: RandomState,
}

struct Shard<T> {
    entries: HashMap<Arc<str>, Entry<T>>,
    /// What expires first stands first.
    order: BTreeSet<(i64, Arc<str>)>,
    most: usize,
}

struct Entry<T> {
    value: T,
    expires: i64,
}

impl<T> Shards<T> {
    fn new(entries: usize) -> Self {
        let most = entries.div_ceil(SHARDS).max(1);
        let shard = || Shard { entries: HashMap::new(), order: BTreeSet::new(), most };
        let parts = (0..SHARDS).map(|_| Mutex::new(shard())).collect();
        Self { parts, hasher: RandomState::new() }
    }

    #[allow(clippy::indexing_slicing, reason = "the remainder is below the number of shards")]
    fn shard(&self, key: &str) -> MutexGuard<'_, Shard<T>> {
        #[allow(clippy::cast_possible_truncation, reason = "a few bits choose the shard")]
        let at = self.hasher.hash_one(key) as usize % SHARDS;
        self.parts[at].lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        let lock =
            |part: &Mutex<Shard<T>>| part.lock().unwrap_or_else(PoisonError::into_inner).len();
        self.parts.iter().map(lock).sum()
    }
}

impl<T> Shard<T> {
    fn entry(&self, key: &str, now: i64) -> Option<&Entry<T>> {
        self.entries.get(key).filter(|entry| entry.expires > now)
    }

    fn get(&self, key: &str, now: i64) -> Option<&T> {
        self.entry(key, now).map(|entry| &entry.value)
    }

    fn set(&mut self, key: &str, value: T, expires: i64, now: i64) {
        self.sweep(now);
        // One allocation serves both tables.
        let name = match self.entries.get_key_value(key) {
            Some((name, old)) => {
                let name = Arc::clone(name);
                self.order.remove(&(old.expires, Arc::clone(&name)));
                name
            }
            None => {
                if self.entries.len() >= self.most
                    && let Some((_, first)) = self.order.pop_first()
                {
                    self.entries.remove(&first);
                }
                Arc::from(key)
            }
        };
        if expires <= now {
            self.entries.remove(&name);
            return;
        }
        self.order.insert((expires, Arc::clone(&name)));
        self.entries.insert(name, Entry { value, expires });
    }

    fn remove(&mut self, key: &str) {
        if let Some((name, old)) = self.entries.remove_entry(key) {
            self.order.remove(&(old.expires, name));
        }
    }

    fn sweep(&mut self, now: i64) {
        for _ in 0..SWEEP {
            let Some((expires, _)) = self.order.first() else { return };
            if *expires > now {
                return;
            }
            if let Some((_, name)) = self.order.pop_first() {
                self.entries.remove(&name);
            }
        }
    }

    #[cfg(test)]
    fn len(&self) -> usize {
        assert_eq!(self.entries.len(), self.order.len());
        self.entries.len()
    }
}

#[cfg(test)]
impl MemoryKv {
    /// How many values and rates are held, expired ones included.
    pub(super) fn held(&self) -> (usize, usize) {
        (self.values.len(), self.rates.len())
    }
}
