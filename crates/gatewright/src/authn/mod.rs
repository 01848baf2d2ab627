//! Who is asking: session, remember-me, token, HTTP Basic.

pub(crate) mod account;
pub(crate) mod basic;
pub(crate) mod device;
pub(crate) mod fresh;
mod identity;
pub(crate) mod links;
pub(crate) mod lockout;
mod personal;
mod policy;
pub(crate) mod protection;
pub(crate) mod refresh;
pub(crate) mod token;

use std::sync::Arc;

use crate::error::Result;
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::state::{Decided, Known, Mechanism};
use crate::session::{FRESH, GRACE_UNTIL, PRIMARY_AT, USER_ID, remember, server};
use crate::store::Lookup;

impl Cx {
    /// The user of this request, if there is one. Looked up once, at the first question.
    ///
    /// # Errors
    /// The store failed.
    pub async fn user(&self) -> Result<Option<Arc<User>>> {
        Ok(self.known().await?.map(|known| known.user))
    }

    /// How the user of this request is known: by session, token or HTTP Basic.
    ///
    /// # Errors
    /// The store failed.
    pub async fn mechanism(&self) -> Result<Option<Mechanism>> {
        Ok(self.known().await?.map(|known| known.via))
    }

    /// The user of the session, if somebody asked already.
    pub(crate) fn resolved(&self) -> Option<Arc<User>> {
        let known = match self.state().decided() {
            Decided::User(known) => Some(known),
            Decided::SignedOut => None,
            Decided::No => self.state().current.get().cloned().flatten(),
        };
        known.filter(|known| known.via == Mechanism::Session).map(|known| known.user)
    }

    /// Who sent this request, and how that is known.
    pub(crate) async fn known(&self) -> Result<Option<Known>> {
        match self.state().decided() {
            Decided::User(known) => Ok(Some(known)),
            Decided::SignedOut => Ok(None),
            Decided::No => self.state().current.get_or_try_init(|| resolve(self)).await.cloned(),
        }
    }
}

/// The user whom the session or a remember-me cookie names, whatever a guard decided.
pub(crate) async fn by_session(cx: &Cx) -> Result<Option<Known>> {
    let known = cx.state().current.get_or_try_init(|| resolve(cx)).await?;
    Ok(known.clone().filter(|known| known.via == Mechanism::Session))
}

/// An active user, by what sessions and tokens call them.
pub(crate) async fn active(cx: &Cx, by: Lookup<'_>) -> Result<Option<Arc<User>>> {
    Ok(cx.store().user(by).await?.filter(|user| user.active).map(Arc::new))
}

/// Session first, then remember-me; a token only if no remember-me cookie came.
async fn resolve(cx: &Cx) -> Result<Option<Known>> {
    if server::used(cx) {
        server::load(cx).await?;
        return match server::user(cx) {
            Some(user) => {
                let primary_at = server::primary_at(cx);
                Ok(Some(Known { user, via: Mechanism::Session, primary_at }))
            }
            None => token::known(cx).await,
        };
    }
    let protected = protection::apply(cx);
    let session = cx.session();
    if let Some(uniquifier) = session.text(USER_ID)
        && let Some(user) = active(cx, Lookup::Uniquifier(&uniquifier)).await?
    {
        let primary_at = session.number(PRIMARY_AT);
        return Ok(Some(Known { user, via: Mechanism::Session, primary_at }));
    }
    let cookie = if protected { None } else { remember::uniquifier(cx) };
    match cookie {
        Some(Some(uniquifier)) => {
            let Some(user) = active(cx, Lookup::Uniquifier(&uniquifier)).await? else {
                return Ok(None);
            };
            session.set_text(USER_ID, &uniquifier);
            session.set_flag(FRESH, false);
            // Whoever showed credentials in this session before, it was not by this cookie.
            for key in [PRIMARY_AT, GRACE_UNTIL] {
                if session.has(key) {
                    session.remove(key);
                }
            }
            protection::bind(cx);
            Ok(Some(Known { user, via: Mechanism::Session, primary_at: None }))
        }
        Some(None) => Ok(None),
        None => token::known(cx).await,
    }
}
