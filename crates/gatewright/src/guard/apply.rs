//! What a request has to show, asked in the contract's order.

use crate::authn::{by_session, fresh, token};
use crate::config::Preset;
use crate::error::{Denial, Result};
use crate::event::Event;
use crate::guard::{csrf, limit};
use crate::request::cx::Cx;
use crate::request::rule::{Freshness, Needed, Rule, SignedIn};
use crate::request::state::{Decided, Known, Mechanism};
use crate::session::server;

/// Applies a rule. The order is part of the contract: who, how fresh, CSRF, rights.
pub(crate) async fn apply(cx: &Cx, rule: &Rule) -> Result<()> {
    if rule.signed_in.is_some() || rule.any_identity || !rule.needs.is_empty() {
        cx.state().set_guarded();
    }
    server::load(cx).await?;
    if let Some(wanted) = &rule.signed_in {
        require_signed_in(cx, wanted).await?;
    }
    if rule.any_identity && cx.known().await?.is_none() {
        return Err(Denial::Anonymous { challenge: None }.into());
    }
    if rule.anonymous && cx.known().await?.is_some() {
        return Err(Denial::SignedIn.into());
    }
    if rule.asks_csrf(cx) {
        csrf::asked(cx).await?;
    } else if rule.unauth_csrf {
        csrf::unauthenticated(cx).await?;
    }
    for needed in &rule.needs {
        if !holds(cx, needed).await? {
            return Err(Denial::Forbidden.into());
        }
    }
    Ok(())
}

async fn require_signed_in(cx: &Cx, wanted: &SignedIn) -> Result<()> {
    let configured = || {
        let names = &cx.config().core.api_enabled_methods;
        names.iter().filter_map(|name| Mechanism::named(name)).collect()
    };
    let allowed: std::borrow::Cow<'_, [Mechanism]> = match &wanted.mechanisms {
        Some(list) => list.as_slice().into(),
        None => std::borrow::Cow::Owned(configured()),
    };
    let Some(known) = identify(cx, &allowed).await? else {
        // The answer depends on the cookies even if they were not asked.
        cx.known().await?;
        let basic = allowed.contains(&Mechanism::Basic);
        let realm = || cx.config().core.default_http_auth_realm.clone();
        let challenge = basic.then(|| wanted.realm.clone().unwrap_or_else(realm));
        return Err(Denial::Anonymous { challenge }.into());
    };
    cx.state().decide(Decided::User(known.clone()));
    if known.via != Mechanism::Session {
        let identity = Some(known.user.uniquifier.as_str());
        cx.announce(Event::IdentityChanged { identity }).await;
    }
    let settings = &cx.config().freshness;
    let fresh = match wanted.freshness {
        Freshness::Any => true,
        Freshness::Configured => fresh::check(cx, &known, settings.within, settings.grace_period),
        Freshness::Within(age, grace) => {
            fresh::check(cx, &known, age, grace.unwrap_or(settings.grace_period))
        }
    };
    if !fresh {
        return Err(Denial::Stale.into());
    }
    csrf::authenticated(cx, known.via)
}

/// The first mechanism that succeeds decides who the user is. A token or password of one user
/// beside the session of another is refused: whom should the page serve?
async fn identify(cx: &Cx, allowed: &[Mechanism]) -> Result<Option<Known>> {
    let mut found = None;
    if allowed.contains(&Mechanism::Token) {
        found = token::known(cx).await?;
    }
    if found.is_none() && allowed.contains(&Mechanism::Session) {
        found = by_session(cx).await?;
    }
    if found.is_none() && allowed.contains(&Mechanism::Basic) {
        found = limit::basic(cx).await?;
    }
    let Some(known) = found else { return Ok(None) };
    if known.via != Mechanism::Session
        && let Some(session) = by_session(cx).await?
        && session.user.id != known.user.id
    {
        return Ok(None);
    }
    Ok(Some(known))
}

impl Rule {
    /// Whether the token is asked for in every mode: the reference's guards do not in mode *form*.
    pub(super) fn asks_csrf(&self, cx: &Cx) -> bool {
        self.unauth_csrf && self.application && cx.config().preset == Preset::Recommended
    }
}

async fn holds(cx: &Cx, needed: &Needed) -> Result<bool> {
    let Some(user) = cx.user().await? else { return Ok(asks_nothing(needed)) };
    Ok(match needed {
        Needed::AllRoles(names) => names.iter().all(|name| user.has_role(name)),
        Needed::AnyRole(names) => names.is_empty() || names.iter().any(|name| user.has_role(name)),
        Needed::AllPermissions(names) => names.iter().all(|name| user.has_permission(name)),
        Needed::AnyPermission(names) => {
            names.is_empty() || names.iter().any(|name| user.has_permission(name))
        }
        Needed::Permission(permission) => {
            cx.identity().await?.is_some_and(|identity| identity.can(permission))
        }
    })
}

fn asks_nothing(needed: &Needed) -> bool {
    match needed {
        Needed::AllRoles(names)
        | Needed::AnyRole(names)
        | Needed::AllPermissions(names)
        | Needed::AnyPermission(names) => names.is_empty(),
        Needed::Permission(permission) => permission.allows(&std::collections::HashSet::new()),
    }
}
