//! The one way in and out. A first factor opens a pending sign-in; what is asked before it becomes
//! a session is asked here, for every way in.

pub(crate) mod asked;
mod delete;
pub(crate) mod everywhere;
pub(crate) mod extra;
pub(crate) mod fields;
pub(crate) mod password;

use std::sync::Arc;

use crate::authn::{account, device, lockout, protection, refresh};
use crate::config::Preset;
use crate::error::Result;
use crate::event::Event;
use crate::model::{User, UserField};
use crate::request::cx::Cx;
use crate::request::state::{Decided, Known, Mechanism, RefreshCookie, Remember};
use crate::request::whole::whole;
use crate::session::{
    CLIENT_ID, CSRF_COOKIE_STATE, FRESH, GRACE_UNTIL, OAUTH_NEXT, PRIMARY_AT, USER_ID, VISITED,
    keep, remember, server,
};

pub(crate) use crate::authn::account::Refusal;

/// A first factor that was shown, and what the user asked for beside it.
pub(crate) struct Pending {
    pub(crate) user: Arc<User>,
    /// How it was proven: `password`, `register`, …
    pub(crate) via: &'static str,
    pub(crate) remember: bool,
}

/// What became of a pending sign-in.
pub(crate) enum Entered {
    /// The session is the user's.
    In,
    /// The account may not sign in.
    Refused(Refusal),
}

/// Asks in this order: account state, lock, confirmation; then signs in.
///
/// Second factors and required set-up are asked between the two by the features that bring them.
pub(crate) async fn enter(cx: &Cx, pending: Pending) -> Result<Entered> {
    admit(cx, pending, true).await
}

/// As [`enter`], for somebody who came by a mailed link. In the preset `flask` the address need not be
/// confirmed for that.
pub(crate) async fn enter_by_mail(cx: &Cx, pending: Pending) -> Result<Entered> {
    admit(cx, pending, cx.config().preset != Preset::Flask).await
}

async fn admit(cx: &Cx, pending: Pending, confirmed: bool) -> Result<Entered> {
    let refusal = account::refusal(cx, &pending.user).await?;
    if let Some(refusal) = refusal.filter(|refusal| confirmed || !refusal.unconfirmed) {
        return Ok(Entered::Refused(refusal));
    }
    finish(cx, &pending.user, &[pending.via], pending.remember).await?;
    Ok(Entered::In)
}

impl Cx {
    /// Signs in a user for whom the application vouches: no credentials are asked, no confirmed
    /// address and no second factor. Whoever calls this has proven by means of its own who sent the
    /// request.
    ///
    /// `via` says how it was proven; listeners hear it. Without `remember` the setting
    /// `DEFAULT_REMEMBER_ME` decides. False, with nothing changed, if the account is disabled or
    /// locked.
    ///
    /// ```
    /// # use gatewright::{Cx, Result, User};
    /// async fn from_the_intranet(cx: &Cx, user: User) -> Result<bool> {
    ///     cx.sign_in(user, &["intranet"], None).await
    /// }
    /// ```
    ///
    /// # Errors
    /// The store failed.
    pub async fn sign_in(&self, user: User, via: &[&str], remember: Option<bool>) -> Result<bool> {
        let user = Arc::new(user);
        let refusal = account::refusal(self, &user).await?;
        if refusal.is_some_and(|refusal| !refusal.unconfirmed) {
            return Ok(false);
        }
        let remember = remember.unwrap_or_else(|| self.config().login.default_remember_me);
        finish(self, &user, via, remember).await?;
        Ok(true)
    }

    /// Signs out: the session forgets its user, and the browser its remember-me cookie.
    ///
    /// # Errors
    /// The store failed.
    pub async fn sign_out(&self) -> Result<()> {
        leave(self).await
    }
}

/// Signs out: the session forgets its user, and the browser its remember-me cookie and its refresh
/// token, which is revoked.
pub(crate) async fn leave(cx: &Cx) -> Result<()> {
    server::load(cx).await?;
    let session = cx.session();
    let csrf = cx.config().csrf.field_name.as_str();
    let gone = [
        USER_ID,
        FRESH,
        CLIENT_ID,
        PRIMARY_AT,
        GRACE_UNTIL,
        OAUTH_NEXT,
        VISITED,
        "identity.name",
        "identity.auth_type",
        csrf,
    ];
    for key in gone {
        if session.has(key) {
            session.remove(key);
        }
    }
    session.set_text(CSRF_COOKIE_STATE, "clear");
    if server::used(cx) {
        keep::forget(cx);
        keep::end(cx).await?;
    }
    if cx.facts().cookie(&cx.config().remember.cookie_name).is_some() {
        cx.state().outgoing().remember = Some(Remember::Clear);
    }
    refresh::leave(cx).await?;
    cx.state().csrf().token = None;
    cx.state().decide(Decided::SignedOut);
    cx.announce(Event::IdentityChanged { identity: None }).await;
    Ok(())
}

/// Whether the browser holds a session or cookie of somebody who is not let in now, such as a
/// disabled account: it would count again one day.
pub(crate) fn could_return(cx: &Cx) -> bool {
    cx.session().has(USER_ID) || remember::uniquifier(cx).is_some() || refresh::held(cx).is_some()
}

/// Writes the primary proof's time: the user has just shown their credentials again.
pub(crate) fn renew(cx: &Cx, user: &User) {
    // The caller came with a token: there is no session to make fresh.
    if server::used(cx) && !keep::has_session(cx) {
        return;
    }
    // Or one that still names somebody whose account is closed: it is not theirs to make fresh.
    if cx.session().text(USER_ID).is_some_and(|named| named != user.uniquifier) {
        return;
    }
    cx.session().set_number(PRIMARY_AT, cx.clock().unix_float());
    // Whoever has a copy of the cookie does not share in what was proven.
    cx.rotate_session();
}

/// Signs in, counts it and tells of it, wherever the client is meanwhile.
async fn finish(cx: &Cx, user: &Arc<User>, via: &[&str], remember: bool) -> Result<()> {
    let (cx, user) = (cx.clone(), Arc::clone(user));
    let via: Vec<String> = via.iter().map(|&one| one.to_owned()).collect();
    whole(async move {
        let via: Vec<&str> = via.iter().map(String::as_str).collect();
        open(&cx, &user, &via, remember).await
    })
    .await
}

/// The only place that writes an authenticated session.
async fn open(cx: &Cx, user: &Arc<User>, via: &[&str], remember: bool) -> Result<()> {
    server::load(cx).await?;
    if server::used(cx) {
        keep::begin(cx, user, remember);
    }
    let session = cx.session();
    // Grace that an earlier user of this browser earned is not this user's.
    if session.has(GRACE_UNTIL) {
        session.remove(GRACE_UNTIL);
    }
    // Nor is the CSRF token that somebody may have planted or read before: the answer brings another.
    let csrf = &cx.config().csrf.field_name;
    let renews = cx.config().preset == Preset::Recommended || server::used(cx);
    if renews && session.has(csrf) {
        session.remove(csrf);
        cx.state().csrf().token = None;
    }
    session.set_text(USER_ID, &user.uniquifier);
    session.set_flag(FRESH, true);
    protection::bind(cx);
    session.set_text(CSRF_COOKIE_STATE, "set");
    renew(cx, user);
    lockout::succeeded(cx).await?;
    device::remember(cx, user)?;
    if remember {
        cx.state().outgoing().remember = Some(Remember::Set);
    } else if remembers_another(cx, user) {
        // Or the browser would be theirs again as soon as this session ends.
        cx.state().outgoing().remember = Some(Remember::Clear);
    }
    if refresh::of_another(cx, user) {
        cx.state().outgoing().refresh = Some(RefreshCookie::Clear);
    }
    if cx.config().login.trackable {
        track(cx, user).await?;
    }
    let primary_at = Some(cx.clock().unix_float());
    let known = Known { user: Arc::clone(user), via: Mechanism::Session, primary_at };
    cx.state().decide(Decided::User(known));
    cx.announce(Event::IdentityChanged { identity: Some(&user.uniquifier) }).await;
    cx.announce(Event::UserAuthenticated { user, via }).await;
    Ok(())
}

fn remembers_another(cx: &Cx, user: &User) -> bool {
    remember::uniquifier(cx).flatten().is_some_and(|other| other != user.uniquifier)
}

/// Moves the present sign-in to the last one. Of two at the same time, both count.
async fn track(cx: &Cx, user: &User) -> Result<()> {
    const TRIES: usize = 5;
    let now = cx.clock().utc();
    let address = cx.facts().client().map(|address| address.to_string());
    let mut seen = user.clone();
    for _ in 0..TRIES {
        let count =
            seen.login_count.filter(|&count| count > 0).map_or(1, |count| count.saturating_add(1));
        let set = [
            UserField::LastLoginAt(Some(seen.current_login_at.unwrap_or(now))),
            UserField::CurrentLoginAt(Some(now)),
            UserField::LastLoginIp(seen.current_login_ip.clone()),
            UserField::CurrentLoginIp(address.clone()),
            UserField::LoginCount(Some(count)),
        ];
        let when = [UserField::LoginCount(seen.login_count)];
        if cx.store().update_user(&seen.id, &set, &when).await? {
            return Ok(());
        }
        let Some(again) = cx.store().user(crate::store::Lookup::Id(&seen.id)).await? else {
            return Ok(());
        };
        seen = again;
    }
    tracing::warn!("a sign-in was not counted: too many at the same time");
    Ok(())
}

#[cfg(test)]
mod tests;
