//! What becomes of a session on the server at the end of a request: stored once, and a cookie only
//! if the browser needs another one.

use gatewright_wire::flask::session::Payload;

use crate::clock::utc;
use crate::error::{Error, ErrorKind, Result};
use crate::model::SessionChange;
use crate::request::cx::Cx;
use crate::request::state::{Kept, Op};
use crate::request::whole::whole;
use crate::session::cookie::{self, Which};
use crate::session::server::{self, Token};
use crate::session::{CSRF_COOKIE_STATE, FLASHES, FRESH, PERMANENT, VISITED};

/// How often a write is tried again after others were quicker: each time at least one of them got
/// its way, so this is how many may write at once.
const TRIES: usize = 512;

/// Stores what changed. The lines to send follow from it.
pub(crate) async fn lines(cx: &Cx) -> Result<Vec<String>> {
    let changes = {
        let state = cx.state().session();
        let kept = state.kept.is_some() && (state.modified || state.rotate);
        kept || state.entering.is_some()
    };
    if !changes {
        return store(cx).await;
    }
    // The deed is done: that the client has gone must not undo a part of it.
    let cx = cx.clone();
    whole(async move { store(&cx).await }).await
}

async fn store(cx: &Cx) -> Result<Vec<String>> {
    let (entering, kept, mute) = {
        let state = cx.state().session();
        (state.entering.is_some(), state.kept.is_some(), state.mute)
    };
    if entering {
        return enter(cx).await;
    }
    end(cx).await?;
    if mute {
        return Ok(Vec::new());
    }
    if kept { update(cx).await } else { visit(cx).await }
}

/// A sign-in: a new session, and the end of the one before.
async fn enter(cx: &Cx) -> Result<Vec<String>> {
    let lines = create(cx).await?;
    let ended = cx.state().session().ended.take();
    if let Some(key) = ended {
        // Requests under way still carry it: they must neither be this user's nor take the cookie away.
        cx.store().sessions()?.end(&key, Some(server::marked_until(cx))).await?;
    }
    Ok(lines)
}

/// A sign-out, at once: nothing is left of the session, whatever becomes of the answer.
pub(crate) async fn end(cx: &Cx) -> Result<()> {
    let Some(key) = cx.state().session().ended.clone() else { return Ok(()) };
    let cx = cx.clone();
    whole(async move {
        cx.store().sessions()?.end(&key, None).await?;
        let mut state = cx.state().session();
        state.ended = None;
        state.left = true;
        Ok(())
    })
    .await
}

async fn create(cx: &Cx) -> Result<Vec<String>> {
    let token = Token::new()?;
    let row = server::create(cx, &cx.state().session(), &token);
    cx.store().sessions()?.create(&row, cx.config().session.limit).await?;
    let mut lines = vec![cookie::session(cx, &token.cookie(), &row)];
    if cookie::value(cx, Which::Visit).is_some() {
        lines.push(cookie::delete(cx, Which::Visit));
    }
    Ok(lines)
}

async fn update(cx: &Cx) -> Result<Vec<String>> {
    let (mut kept, mut payload, modified, due, ops) = {
        let mut state = cx.state().session();
        let Some(kept) = &state.kept else { return Ok(Vec::new()) };
        let due = server::is_due(cx, kept, state.rotate);
        let noted = (kept.behind || kept.row.confirmed) && server::seen(cx, &kept.row).is_none();
        if noted && !due && !state.modified {
            return Ok(Vec::new());
        }
        let kept = kept.clone();
        let ops = std::mem::take(&mut state.ops);
        (kept, state.payload.clone(), state.modified, due, ops)
    };
    let mut rotation = if due { Some(server::rotation(cx, &kept)?) } else { None };
    for _ in 0..TRIES {
        let change = SessionChange {
            data: modified.then(|| payload.to_json()),
            rotation: rotation.as_ref().map(|(_, rotation)| rotation.clone()),
            confirmed: !kept.behind && !kept.row.confirmed,
            seen: server::seen(cx, &kept.row),
            uniquifier: None,
        };
        if cx.store().sessions()?.update(&kept.row, &change).await? {
            let line = rotation.map(|(token, _)| cookie::session(cx, &token.cookie(), &kept.row));
            return Ok(line.into_iter().collect());
        }
        // Somebody else wrote or rotated: their work stays, ours goes on top.
        let again = cx.store().sessions()?.find(&kept.row.key_hash).await?;
        let Some((row, _)) = again.filter(|(row, _)| !row.ended) else { return Ok(Vec::new()) };
        if row.token_hash != kept.row.token_hash {
            rotation = None;
        }
        payload = server::parse(&row.data);
        for op in &ops {
            op.apply(&mut payload)?;
        }
        // What was shown is no longer the present token.
        let behind = kept.behind || row.token_hash != kept.row.token_hash;
        kept = Kept { row, user: None, behind };
    }
    let retry_after = std::time::Duration::from_secs(1);
    Err(Error::new(ErrorKind::Busy { retry_after }, "too many requests write to one session"))
}

/// A visitor without a session: ours travels in the signed cookie, the application's own data does
/// not, as it could be neither large nor taken back.
async fn visit(cx: &Cx) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    let (payload, modified, had, left) = {
        let state = cx.state().session();
        (state.payload.clone(), state.modified, state.visit, state.left)
    };
    if modified && payload.keys().any(|key| !is_light(cx, key)) {
        return create(cx).await;
    }
    if left {
        lines.push(cookie::delete(cx, Which::Session));
    }
    if modified && !payload.is_empty() {
        let value = cx.security().keys().visit.encode(&payload, cx.clock().unix())?;
        lines.push(cookie::visit(cx, &value));
    } else if modified && had {
        lines.push(cookie::delete(cx, Which::Visit));
    }
    Ok(lines)
}

/// What a visitor's cookie may hold: worth nothing to whoever reads, plants or repeats it.
fn is_light(cx: &Cx, key: &str) -> bool {
    matches!(key, FLASHES | CSRF_COOKIE_STATE | FRESH | PERMANENT | VISITED)
        || key == cx.config().csrf.field_name
}

/// True if the request has a session on the server, or is about to have one.
pub(crate) fn has_session(cx: &Cx) -> bool {
    let state = cx.state().session();
    state.kept.is_some() || state.entering.is_some()
}

/// Whether the session on the server outlives its browser; `None` where sessions are cookies.
pub(crate) fn outlives(cx: &Cx) -> Option<bool> {
    let persistent = |kept: &Kept| kept.row.persistent;
    server::used(cx).then(|| cx.state().session().kept.as_ref().is_some_and(persistent))
}

/// What is left of a session after its user signed out.
pub(crate) fn forget(cx: &Cx) {
    let mut state = cx.state().session();
    let mut left = Payload::default();
    for key in [FLASHES, CSRF_COOKIE_STATE] {
        if let Some(raw) = state.payload.get_raw(key).map(str::to_owned) {
            // It was JSON before.
            let _ = left.set_raw(key, &raw);
        }
    }
    let kept = state.kept.take();
    state.ended = state.ended.take().or_else(|| kept.map(|kept| kept.row.key_hash));
    state.entering = None;
    state.ops.clear();
    state.payload = left;
    state.modified = true;
}

/// From here on the session is a new one, of this user. Of somebody else's nothing is taken along.
pub(crate) fn begin(cx: &Cx, user: &std::sync::Arc<crate::model::User>, persistent: bool) {
    use crate::request::state::Entering;
    let others = {
        let state = cx.state().session();
        let owner = state.kept.as_ref().and_then(|kept| kept.row.user_id.as_ref());
        owner.is_some_and(|owner| *owner != user.id)
    };
    if others {
        forget(cx);
    }
    let mut state = cx.state().session();
    if let Some(kept) = state.kept.take() {
        state.ended = Some(kept.row.key_hash);
    }
    if state.mute {
        state.payload.clear();
    }
    state.ops.clear();
    state.entering = Some(Entering { user: std::sync::Arc::clone(user), persistent, since: None });
}

/// The key of the session on the server that this request belongs to.
pub(crate) fn own(cx: &Cx) -> Option<Vec<u8>> {
    cx.state().session().kept.as_ref().map(|kept| kept.row.key_hash.clone())
}

/// What the session holds goes on under another cookie: whoever has a copy of this one has nothing.
pub(crate) fn restart(cx: &Cx, user: &std::sync::Arc<crate::model::User>) {
    use crate::request::state::Entering;
    let mut state = cx.state().session();
    let Some(kept) = state.kept.take() else { return };
    let (persistent, since) = (kept.row.persistent, Some(kept.row.created_at));
    state.ended = Some(kept.row.key_hash);
    state.ops.clear();
    state.entering = Some(Entering { user: std::sync::Arc::clone(user), persistent, since });
}

impl Op {
    pub(crate) fn apply(&self, payload: &mut Payload) -> Result<()> {
        match self {
            Self::Set(key, raw) => payload.set_raw(key, raw).map_err(Error::from),
            Self::Remove(key) => {
                payload.remove(key);
                Ok(())
            }
            Self::Change(change) => change(payload),
        }
    }
}

impl Cx {
    /// Ends every session of a user; with `others_only`, all but this request's. Says how many.
    ///
    /// # Errors
    /// The store failed, or keeps no sessions.
    pub async fn end_sessions(&self, user: &crate::model::User, others_only: bool) -> Result<u64> {
        server::load(self).await?;
        let own = own(self);
        self.store().sessions()?.end_all(&user.id, own.as_deref().filter(|_| others_only)).await
    }

    /// Gives the session of this request a new token, after something was proven in it.
    pub fn rotate_session(&self) {
        self.state().session().rotate = true;
    }
}

impl crate::security::Security {
    /// Deletes sessions that have expired, a part at a time so that writers get their turn.
    pub(crate) async fn purge_sessions(&self) -> Result<u64> {
        const PART: u32 = 500;
        let mut all = 0;
        loop {
            let gone = self.store().sessions()?.purge(utc(self.clock().now()), PART).await?;
            all += gone;
            if gone < u64::from(PART) {
                return Ok(all);
            }
            tokio::task::yield_now().await;
        }
    }
}
