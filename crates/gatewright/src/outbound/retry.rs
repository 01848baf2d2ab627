//! Keys of letters, and when to try again.

use jiff::SignedDuration;

use crate::clock::Clock;
use crate::error::Result;
use crate::model::{Letter, NewLetter};
use crate::random;

/// How long letters that were given up are kept.
pub(super) const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long after the limit for one letter somebody else may take it.
pub(super) const GRACE: SignedDuration = SignedDuration::from_mins(5);
/// Most letters that a reason is kept of, in characters.
pub(super) const REASON: usize = 500;

/// A letter that is as much work to write, to claim and to take out again, and is never sent: the
/// answer to whoever asked for it, and the next one, must not tell by their time that there is no such
/// account. It names nobody and cannot be opened, whatever the process that claims it knows of kinds.
pub(super) fn to_nobody(letter: &NewLetter) -> NewLetter {
    let mut letter = letter.clone();
    Letter::NOBODY.clone_into(&mut letter.kind);
    letter.recipient.clear();
    letter.payload.insert(0, '-');
    letter
}

/// A key that sorts by time.
pub(super) fn id(clock: &Clock) -> Result<String> {
    id_at(clock.now().as_microsecond())
}

/// As [`id`], of another moment, in microseconds since 1970.
pub(super) fn id_at(micros: i64) -> Result<String> {
    let random = u64::from_le_bytes(random::bytes()?);
    Ok(format!("{:015x}-{random:016x}", micros.max(0)))
}

/// Twice as long after each failure, and a quarter more or less, so that the letters of an outage
/// do not all come back at the same moment.
pub(super) fn pause(
    first: SignedDuration,
    longest: SignedDuration,
    attempts: i64,
) -> SignedDuration {
    let doublings = u32::try_from(attempts.saturating_sub(1).clamp(0, 16)).unwrap_or_default();
    let pause = first.saturating_mul(2_i32.saturating_pow(doublings)).min(longest);
    pause.mul_f64(0.75 + random::fraction() / 2.0)
}
