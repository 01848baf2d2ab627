//! How long ago the primary credentials were shown, and the grace period.

use jiff::SignedDuration;

use crate::request::cx::Cx;
use crate::request::state::{Known, Mechanism};
use crate::session::GRACE_UNTIL;

/// Whether a sign-in is recent enough; if so, the grace period of the session starts anew.
pub(crate) fn check(cx: &Cx, known: &Known, within: SignedDuration, grace: SignedDuration) -> bool {
    if known.via == Mechanism::Basic || within.is_negative() {
        return true;
    }
    let Some(primary_at) = known.primary_at.filter(|&at| at != 0.0) else { return false };
    let now = cx.clock().unix_float();
    let by_session = known.via == Mechanism::Session;
    let graced = by_session && in_grace(cx, now, grace);
    let fresh = graced || (now - primary_at).abs() < within.as_secs_f64();
    // The grace belongs to the session: a token must not make somebody's session fresh.
    if fresh && by_session {
        #[allow(clippy::cast_possible_truncation, reason = "seconds since 1970")]
        cx.session().set_integer(GRACE_UNTIL, (now + grace.as_secs_f64()) as i64);
    }
    fresh
}

/// A stack in another time zone writes ends that lie hours ahead: those count for nothing.
fn in_grace(cx: &Cx, now: f64, grace: SignedDuration) -> bool {
    let longest = cx.config().freshness.grace_period.max(grace).as_secs_f64();
    cx.session().number(GRACE_UNTIL).is_some_and(|end| now < end && end <= now + longest + 1.0)
}
