//! Signing out everywhere: the end of all that a user's sign-ins have left behind.

use std::sync::Arc;

use crate::authn::refresh;
use crate::config::SessionStore;
use crate::error::Result;
use crate::event::Event;
use crate::facts::Facts;
use crate::model::{NewLetter, User, UserField};
use crate::random;
use crate::request::cx::Cx;
use crate::request::state::{Decided, Known, Mechanism};
use crate::request::whole::{afterwards, whole};
use crate::security::Security;
use crate::session::{USER_ID, keep};
use crate::store::Lookup;

/// What has ended, beside what is kept nowhere: auth tokens, remember-me cookies and mailed links.
pub(crate) struct Ended {
    /// The user with the new uniquifiers.
    pub(crate) user: Arc<User>,
    /// Sessions on the server.
    pub(crate) sessions: usize,
    /// Families of refresh tokens.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "commands say so"))]
    pub(crate) families: u64,
}

impl Security {
    /// Signs a user out everywhere: sessions, remember-me cookies, auth tokens, refresh tokens and
    /// links in mails that are older than this are refused from the next request on. False if the
    /// user was deleted meanwhile.
    ///
    /// Call it when an application changes a password by means of its own. Listeners hear
    /// [`SessionRevoked`](Event::SessionRevoked).
    ///
    /// ```
    /// # use gatewright::{Result, Security, User};
    /// async fn lost_the_laptop(security: &Security, user: &User) -> Result<bool> {
    ///     security.sign_out_everywhere(user).await
    /// }
    /// ```
    ///
    /// # Errors
    /// The store failed ([`Store`](crate::ErrorKind::Store)).
    pub async fn sign_out_everywhere(&self, user: &User) -> Result<bool> {
        Ok(everywhere(self, None, user).await?.is_some())
    }

    /// Disables an account and signs it out everywhere: nothing of that comes back when it is
    /// enabled again. An account that its owner has closed stays, and can no longer be opened by the
    /// mailed link: whoever disables it decides. False if it is disabled already, or was deleted.
    /// Listeners hear of [`Event::UserDeactivated`].
    ///
    /// ```
    /// # use gatewright::{Result, Security, User};
    /// async fn until_it_is_clear(security: &Security, user: &User) -> Result<bool> {
    ///     security.suspend(user).await
    /// }
    /// ```
    ///
    /// # Errors
    /// The store failed ([`Store`](crate::ErrorKind::Store)).
    pub async fn suspend(&self, user: &User) -> Result<bool> {
        let change = Change {
            set: vec![UserField::Active(false)],
            when: &[UserField::Active(true)],
            ..Change::default()
        };
        let mut done = with_change(self, None, user, change).await?.is_some();
        if !done
            && let Ok(closings) = self.store().closings()
            // Asked first: in a database without such a table none is to be made for this.
            && closings.find(&user.id).await?.is_some()
        {
            let mut set = vec![UserField::Active(false)];
            set.extend(uniquifiers(self)?);
            done = closings.reopen(&user.id, &set).await?;
        }
        if done {
            self.announce(None, &Event::UserDeactivated { user }).await;
        }
        Ok(done)
    }

    /// Enables an account that was disabled or closed. False if it is enabled already, or was
    /// deleted. Listeners hear of [`Event::UserActivated`].
    ///
    /// # Errors
    /// The store failed.
    pub async fn activate(&self, user: &User) -> Result<bool> {
        let (set, when) = ([UserField::Active(true)], [UserField::Active(false)]);
        let done = self.store().update_user(&user.id, &set, &when).await?;
        if done {
            self.announce(None, &Event::UserActivated { user }).await;
        }
        Ok(done)
    }
}

/// Ends all of it; `None` if the user was deleted meanwhile.
pub(crate) async fn everywhere(
    security: &Security,
    facts: Option<&Facts>,
    user: &User,
) -> Result<Option<Ended>> {
    with_change(security, facts, user, Change::default()).await
}

/// As [`everywhere`], at the wish of this request's user, wherever they are meanwhile.
pub(crate) async fn here_too(cx: &Cx, user: &Arc<User>) -> Result<Option<Ended>> {
    let (cx, user) = (cx.clone(), Arc::clone(user));
    whole(async move { everywhere(cx.security(), Some(cx.facts()), &user).await }).await
}

/// Ends all but this request's session, which goes on under another cookie: of the present one, too,
/// there may be copies. A request without a session ends everything. `None`, with nothing changed, if
/// the user was deleted or somebody else's request has ended this sign-in meanwhile: of two that end
/// each other, one stays.
pub(crate) async fn others(cx: &Cx, user: &Arc<User>) -> Result<Option<Ended>> {
    let (cx, user) = (cx.clone(), Arc::clone(user));
    whole(async move {
        let keep = keep::own(&cx);
        let when = [UserField::Uniquifier(user.uniquifier.clone())];
        let change = Change { when: &when, keep: keep.as_deref(), ..Change::default() };
        let ended = with_change(cx.security(), Some(cx.facts()), &user, change).await?;
        if let (Some(ended), true) = (&ended, keep.is_some()) {
            go_on(&cx, &ended.user);
        }
        Ok(ended)
    })
    .await
}

/// New uniquifiers, for a write of a feature's own that ends every sign-in with them: [`swept`] follows.
pub(crate) fn uniquifiers(security: &Security) -> Result<Vec<UserField>> {
    let mut set = vec![UserField::Uniquifier(random::uniquifier()?)];
    if security.store().capabilities().token_uniquifier {
        set.push(UserField::TokenUniquifier(Some(random::uniquifier()?)));
    }
    Ok(set)
}

/// Tidies up what a write with new [`uniquifiers`] has made worthless. If this request belongs to a
/// session of that user, the session goes on where `stay` says so: ask [`Cx::known`] before the write.
pub(crate) async fn swept(cx: &Cx, user: &Arc<User>, stay: bool) {
    let own = |known: Known| known.via == Mechanism::Session && known.user.id == user.id;
    let stays = stay && afterwards(cx.known().await).flatten().is_some_and(own);
    if cx.config().session.store == SessionStore::Server {
        let keep = keep::own(cx).filter(|_| stays);
        // Those that stay for now have a uniquifier that is nobody's any more.
        if let Some(sessions) = afterwards(cx.store().sessions()) {
            afterwards(sessions.end_all(&user.id, keep.as_deref()).await);
        }
    }
    afterwards(refresh::revoke_all(cx.security(), Some(cx.facts()), user).await);
    cx.announce(Event::SessionRevoked { user, session: None }).await;
    if stays {
        go_on(cx, user);
    }
}

fn go_on(cx: &Cx, user: &Arc<User>) {
    let primary_at = match cx.state().decided() {
        Decided::User(known) => known.primary_at,
        Decided::No | Decided::SignedOut => None,
    };
    keep::restart(cx, user);
    cx.session().set_text(USER_ID, &user.uniquifier);
    let known = Known { user: Arc::clone(user), via: Mechanism::Session, primary_at };
    cx.state().decide(Decided::User(known));
}

/// What becomes of the user beside new uniquifiers.
#[derive(Default)]
pub(crate) struct Change<'a> {
    /// Columns that are set in the same write.
    pub(crate) set: Vec<UserField>,
    /// What the user must still be like.
    pub(crate) when: &'a [UserField],
    /// The key of the session that goes on.
    pub(crate) keep: Option<&'a [u8]>,
    /// Auth tokens and refresh tokens stay good, where they have a uniquifier of their own; where they
    /// have none they end with the other one, and the rows of their families are left as they are.
    pub(crate) keep_tokens: bool,
    /// Letters that go with it.
    pub(crate) letters: &'a [NewLetter],
}

/// Changes a user and ends all that their sign-ins have left behind, in one write. `None`, with
/// nothing changed, if the user was deleted or is no longer as the change expects.
pub(crate) async fn with_change(
    security: &Security,
    facts: Option<&Facts>,
    user: &User,
    change: Change<'_>,
) -> Result<Option<Ended>> {
    let store = security.store();
    let Change { mut set, when, keep, keep_tokens, letters } = change;
    let own_uniquifier = store.capabilities().token_uniquifier;
    set.push(UserField::Uniquifier(random::uniquifier()?));
    if own_uniquifier && !keep_tokens {
        set.push(UserField::TokenUniquifier(Some(random::uniquifier()?)));
    }
    let on_server = security.config().session.store == SessionStore::Server;
    let mut sessions = 0;
    // One write decides; what follows tidies up what it made worthless.
    let changed = if on_server {
        let known = store.sessions()?.list(&user.id, security.clock().utc()).await?;
        let good = |key: &[u8]| Some(key) != keep;
        sessions = known.iter().filter(|session| good(&session.key_hash)).count();
        store.sessions()?.update_user(&user.id, &set, when, keep, letters).await?
    } else {
        store.update_user_with(&user.id, &set, when, letters).await?
    };
    if !changed {
        return Ok(None);
    }
    let user = match afterwards(store.user(Lookup::Id(&user.id)).await) {
        Some(Some(user)) => Arc::new(user),
        Some(None) => return Ok(None),
        None => Arc::new(with_new_uniquifiers(user, &set)),
    };
    let mut families = 0;
    if !keep_tokens {
        families =
            afterwards(refresh::revoke_all(security, facts, &user).await).unwrap_or_default();
    }
    if !(keep_tokens && own_uniquifier) {
        security.announce(facts, &Event::SessionRevoked { user: &user, session: None }).await;
    }
    Ok(Some(Ended { user, sessions, families }))
}

/// The user as the sessions that go on must know them, if they cannot be read again.
fn with_new_uniquifiers(user: &User, set: &[UserField]) -> User {
    let mut user = user.clone();
    for field in set {
        match field {
            UserField::Uniquifier(new) => user.uniquifier.clone_from(new),
            UserField::TokenUniquifier(new) => user.token_uniquifier.clone_from(new),
            _ => {}
        }
    }
    user
}
