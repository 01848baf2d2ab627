//! Which sessions a user has, and the end of one of them.

use std::sync::Arc;

use crate::error::Result;
use crate::event::Event;
use crate::model::{ServerSession, User};
use crate::request::cx::Cx;
use crate::request::whole::whole;
use crate::session::keep;
use crate::text::agent;

/// A session as its owner sees it.
pub(super) struct Device {
    pub(super) row: ServerSession,
    /// The session that this request belongs to.
    pub(super) current: bool,
    /// Browser and system, if they are known.
    pub(super) agent: Option<String>,
    /// Seconds since it was used, in whole units of the largest kind; `None`: a moment ago.
    pub(super) unused_for: Option<u64>,
}

/// The user's sessions: this one first, then those used last.
pub(super) async fn devices(cx: &Cx, user: &User) -> Result<Vec<Device>> {
    let own = keep::own(cx);
    let mut devices: Vec<Device> = good(cx, user)
        .await?
        .into_iter()
        .map(|row| {
            let unused = cx.clock().utc().duration_since(row.seen_at).as_secs();
            Device {
                current: own.as_ref() == Some(&row.key_hash),
                agent: row.agent.as_deref().and_then(agent::describe),
                unused_for: rounded(u64::try_from(unused).unwrap_or_default()),
                row,
            }
        })
        .collect();
    devices.sort_by_key(|device| !device.current);
    Ok(devices)
}

/// True if that is the name of the session that this request belongs to.
pub(super) fn is_own(cx: &Cx, id: &str) -> bool {
    cx.state().session().kept.as_ref().is_some_and(|kept| kept.row.id() == id)
}

/// True if this request belongs to a session.
pub(super) fn by_session(cx: &Cx) -> bool {
    keep::own(cx).is_some()
}

/// Ends one of the user's sessions. False if they have none of that name.
pub(super) async fn end(cx: &Cx, user: &Arc<User>, id: &str) -> Result<bool> {
    let Some(row) = good(cx, user).await?.into_iter().find(|row| row.id() == id) else {
        return Ok(false);
    };
    let (cx, user) = (cx.clone(), Arc::clone(user));
    whole(async move {
        // Of several requests that end it, one tells.
        let ended = cx.store().sessions()?.end(&row.key_hash, None).await?;
        if ended {
            cx.announce(Event::SessionRevoked { user: &user, session: Some(&row) }).await;
        }
        Ok(ended)
    })
    .await
}

/// Those that would be let in: a changed uniquifier has ended the others.
async fn good(cx: &Cx, user: &User) -> Result<Vec<ServerSession>> {
    let mut rows = cx.store().sessions()?.list(&user.id, cx.clock().utc()).await?;
    rows.retain(|row| row.uniquifier.as_deref() == Some(user.uniquifier.as_str()));
    Ok(rows)
}

/// `3 days` says enough: what it was in minutes is nobody's question.
fn rounded(seconds: u64) -> Option<u64> {
    const UNITS: [u64; 5] = [365 * 86_400, 30 * 86_400, 86_400, 3_600, 60];
    let unit = UNITS.into_iter().find(|unit| seconds >= *unit)?;
    Some(seconds - seconds % unit)
}

#[cfg(test)]
mod units {
    use super::rounded;

    #[test]
    fn spans_are_of_one_unit() {
        for (seconds, expected) in [
            (0, None),
            (59, None),
            (60, Some(60)),
            (3_599, Some(59 * 60)),
            (90_000, Some(86_400)),
            (45 * 86_400, Some(30 * 86_400)),
            (u64::MAX, Some(u64::MAX - u64::MAX % (365 * 86_400))),
        ] {
            assert_eq!(rounded(seconds), expected, "{seconds}");
        }
    }
}
