//! The only place that reads the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// A clock that can be turned; clones show the same time.
#[derive(Debug, Clone, Default)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that is ahead of the system's by so many seconds, or behind it if negative.
    pub fn offset(seconds: i64) -> Self {
        Self(Arc::new(AtomicI64::new(seconds.saturating_mul(1_000_000))))
    }

    /// The present moment.
    #[allow(clippy::disallowed_methods, reason = "this is the one place that may")]
    pub fn now(&self) -> Timestamp {
        let shift = SignedDuration::from_micros(self.0.load(Ordering::Relaxed));
        let now = Timestamp::now();
        now.checked_add(shift).unwrap_or(now)
    }

    /// Whole seconds since 1970.
    pub fn unix(&self) -> i64 {
        self.now().as_second()
    }

    /// Seconds since 1970 with microseconds, as the session keeps them.
    #[allow(clippy::cast_precision_loss, reason = "exact for the next two centuries")]
    pub fn unix_float(&self) -> f64 {
        self.now().as_microsecond() as f64 / 1e6
    }

    /// The present moment as the database keeps it: UTC without a zone, in microseconds.
    pub fn utc(&self) -> DateTime {
        utc(self.now())
    }

    /// Turns the clock by so much.
    pub fn advance(&self, by: SignedDuration) {
        let micros = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
        self.0.fetch_add(micros, Ordering::Relaxed);
    }
}

/// A moment as the database keeps it: UTC without a zone, in microseconds.
pub fn utc(moment: Timestamp) -> DateTime {
    let micros = Timestamp::from_microsecond(moment.as_microsecond()).unwrap_or(moment);
    TimeZone::UTC.to_datetime(micros)
}
