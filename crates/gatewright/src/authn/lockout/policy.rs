//! What the next attempt makes of a counter: arithmetic, nothing else.

use jiff::SignedDuration;
use jiff::civil::DateTime;

use crate::config::Config;
use crate::model::Attempts;

/// The end of a lock that does not end by itself.
pub(super) const FOREVER: DateTime = DateTime::constant(9999, 12, 31, 0, 0, 0, 0);
/// The longest lock that ends by itself.
const LONGEST: SignedDuration = SignedDuration::from_hours(24);
/// How long the failures of an account are remembered after the last one.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What the settings say.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    pub(super) threshold: i64,
    pub(super) total: Option<i64>,
    pub(super) window: SignedDuration,
    pub(super) duration: SignedDuration,
}

impl Rules {
    /// `None` if nothing is ever locked.
    pub(super) fn of(config: &Config) -> Option<Self> {
        let lockout = &config.lockout;
        Some(Self {
            threshold: lockout.threshold?.into(),
            total: lockout.total.map(i64::from),
            window: lockout.window,
            duration: lockout.duration,
        })
    }

    /// The counter with one attempt more; `None` if it is locked.
    ///
    /// The attempt that uses up what is left locks at once: there is no moment between the last one
    /// and the lock, and no second write that could get lost.
    pub(super) fn next(
        &self,
        seen: Option<&Attempts>,
        owner: &[u8],
        known: bool,
        now: DateTime,
    ) -> Option<Attempts> {
        let mut new = self.begin(seen, owner, now);
        if new.locked_until.is_some_and(|until| until > now) {
            return None;
        }
        if new.locked_until.is_some() || new.window_ends <= now {
            new.failures = 0;
            new.locked_until = None;
            new.window_ends = now.saturating_add(self.window);
        }
        new.version = new.version.saturating_add(1);
        new.failures = new.failures.saturating_add(1);
        new.total = new.total.saturating_add(1);
        if self.total.is_some_and(|most| new.total >= most) {
            new.locked_until = Some(FOREVER);
            new.locks = new.locks.saturating_add(1);
        } else if new.failures >= self.threshold {
            new.locked_until = Some(now.saturating_add(self.lock(new.locks)));
            new.locks = new.locks.saturating_add(1);
        }
        let ends = new.locked_until.map_or(new.window_ends, |until| until.max(new.window_ends));
        new.expires_at = if known {
            ends.saturating_add(KEPT).min(FOREVER)
        } else {
            // Identities that nobody has are endless: they are not kept for longer than it takes.
            ends.min(now.saturating_add(LONGEST))
        };
        Some(new)
    }

    fn begin(&self, seen: Option<&Attempts>, owner: &[u8], now: DateTime) -> Attempts {
        match seen {
            Some(seen) if seen.expires_at > now => seen.clone(),
            _ => Attempts {
                owner: owner.to_vec(),
                version: seen.map_or(0, |seen| seen.version),
                failures: 0,
                total: 0,
                locks: 0,
                window_ends: now.saturating_add(self.window),
                locked_until: None,
                expires_at: now,
            },
        }
    }

    /// Twice as long as the one before.
    fn lock(&self, before: i64) -> SignedDuration {
        let doublings = u32::try_from(before.clamp(0, 16)).unwrap_or_default();
        let span = self.duration.saturating_mul(2_i32.saturating_pow(doublings));
        span.min(LONGEST.max(self.duration))
    }
}
