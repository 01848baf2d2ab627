//! The only place that reads the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// A clock that can be turned; clones show the same time.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    shift: Arc<AtomicI64>,
    stands: Option<Timestamp>,
}

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that is ahead of the system's by so many seconds, or behind it if negative.
    pub fn offset(seconds: i64) -> Self {
        let shift = Arc::new(AtomicI64::new(seconds.saturating_mul(1_000_000)));
        Self { shift, stands: None }
    }

    /// A clock that shows this moment until it is turned: tests compare what two requests answer, and
    /// must not fail where a second ends between them.
    #[cfg(any(test, feature = "testing"))]
    pub fn standing(moment: Timestamp) -> Self {
        Self { stands: Some(moment), ..Self::default() }
    }

    /// The present moment.
    #[allow(clippy::disallowed_methods, reason = "this is the one place that may")]
    pub fn now(&self) -> Timestamp {
        let shift = SignedDuration::from_micros(self.shift.load(Ordering::Relaxed));
        let now = self.stands.unwrap_or_else(Timestamp::now);
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
        self.shift.fetch_add(micros, Ordering::Relaxed);
    }
}

/// A moment as the database keeps it: UTC without a zone, in microseconds.
pub fn utc(moment: Timestamp) -> DateTime {
    let micros = Timestamp::from_microsecond(moment.as_microsecond()).unwrap_or(moment);
    TimeZone::UTC.to_datetime(micros)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_turn_together_and_other_clocks_do_not() {
        let (clock, other) = (Clock::system(), Clock::system());
        let shown = clock.clone();
        clock.advance(SignedDuration::from_hours(24));
        assert!(shown.unix() - other.unix() >= 24 * 3600 - 1);
        clock.advance(-SignedDuration::from_hours(24));
        assert!((shown.unix() - other.unix()).abs() <= 1);
        assert!(Clock::offset(-3600).unix() < other.unix() - 3500);
    }

    #[test]
    fn a_standing_clock_moves_only_when_turned() {
        let before = Clock::system().now();
        let clock = Clock::standing(before);
        while Clock::system().now() <= before {}
        assert_eq!(clock.now(), before);
        clock.advance(SignedDuration::from_secs(1));
        assert_eq!(clock.clone().now(), before + SignedDuration::from_secs(1));
    }

    #[test]
    fn a_clock_turned_beyond_all_time_shows_some_time() {
        for far in [i64::MAX, i64::MIN] {
            let clock = Clock::offset(far);
            assert!(clock.now() >= Timestamp::MIN && clock.now() <= Timestamp::MAX);
            assert!(clock.unix_float().is_finite());
        }
    }

    #[test]
    fn the_database_keeps_microseconds() {
        let moment = Timestamp::from_nanosecond(1_780_000_000_123_456_789).unwrap();
        assert_eq!(utc(moment).to_string(), "2026-05-28T20:26:40.123456");
    }
}
