//! Who may pass: rules as layers for the application's routes, and before our own endpoints.

mod apply;
pub(crate) mod ask;
pub(crate) mod body;
pub(crate) mod csrf;
mod extract;
pub(crate) mod layer;
pub(crate) mod limit;
mod network;
pub(crate) mod origin;
mod rate;
mod service;
#[cfg(test)]
mod tests;
mod visited;

use std::sync::Arc;

use jiff::SignedDuration;

pub(crate) use apply::apply;
pub use extract::{CsrfChecked, CurrentUser, Fresh};
pub use layer::GuardService;
pub use network::{AllowedNetworks, allowed_networks};
pub use rate::{Per, RateLimit, rate_limit};
pub use service::StepService;
pub use visited::{Marks, OnlyAfter, marks, only_after};

use crate::error::{Denial, Result};
use crate::principal::{Identity, Permission};
use crate::request::cx::Cx;
use crate::request::rule::{Freshness, Needed, Rule, SignedIn};
use crate::request::state::Mechanism;

/// What a request must show before it may pass: a tower layer. Built by the functions of this
/// module, extended by its methods; what is asked for adds up.
///
/// ```
/// use axum::{Router, routing::get};
/// let app: Router = Router::new()
///     .route("/admin", get(async || "secrets"))
///     .route_layer(gatewright::auth_required().roles_required(["admin"]));
/// ```
#[derive(Debug, Clone)]
pub struct Guard(Arc<Rule>);

/// Somebody must be signed in: by session or token, unless [`Guard::mechanisms`] says otherwise.
pub fn auth_required() -> Guard {
    let mechanisms = Some(vec![Mechanism::Session, Mechanism::Token]);
    let signed_in = SignedIn { mechanisms, realm: None, freshness: Freshness::Any };
    Guard::new(Rule { signed_in: Some(signed_in), ..Rule::default() })
}

/// The request must carry HTTP Basic credentials; others get a challenge.
pub fn http_auth_required() -> Guard {
    auth_required().mechanisms(&[Mechanism::Basic])
}

/// The request must carry an authentication token.
pub fn auth_token_required() -> Guard {
    auth_required().mechanisms(&[Mechanism::Token])
}

/// Somebody must be signed in, by whatever way; nothing else is asked.
pub fn login_required() -> Guard {
    Guard::new(Rule { any_identity: true, ..Rule::default() })
}

/// The user must have all of these roles. Used alone, nobody signed in is answered 403.
pub fn roles_required<const N: usize>(names: [&str; N]) -> Guard {
    Guard::new(Rule::default()).roles_required(names)
}

/// The user must have one of these roles.
pub fn roles_accepted<const N: usize>(names: [&str; N]) -> Guard {
    Guard::new(Rule::default()).roles_accepted(names)
}

/// The user's roles together must grant all of these permissions.
pub fn permissions_required<const N: usize>(names: [&str; N]) -> Guard {
    Guard::new(Rule::default()).permissions_required(names)
}

/// The user's roles together must grant one of these permissions.
pub fn permissions_accepted<const N: usize>(names: [&str; N]) -> Guard {
    Guard::new(Rule::default()).permissions_accepted(names)
}

/// The user must provide what a [`Permission`] asks for.
pub fn permission(permission: Permission) -> Guard {
    Guard::new(Rule::default()).with(Needed::Permission(permission))
}

/// Only callers who are not signed in may pass.
pub fn anonymous_user_required() -> Guard {
    Guard::new(Rule { anonymous: true, ..Rule::default() })
}

/// CSRF protection for an endpoint that needs no sign-in, as our own sign-in has it. In the preset
/// `flask` it does nothing unless `CSRF_PROTECT` is on, as with the reference.
pub fn unauth_csrf() -> Guard {
    Guard::new(Rule { application: true, ..Rule::unauth_csrf() })
}

impl Guard {
    fn new(rule: Rule) -> Self {
        Self(Arc::new(rule))
    }

    /// Which ways of signing in count. They are tried in the order token, session, Basic.
    #[must_use]
    pub fn mechanisms(mut self, allowed: &[Mechanism]) -> Self {
        self.signed_in().mechanisms = Some(allowed.to_vec());
        self
    }

    /// The realm of the challenge where HTTP Basic counts.
    #[must_use]
    pub fn realm(mut self, realm: &str) -> Self {
        self.signed_in().realm = Some(realm.to_owned());
        self
    }

    /// The sign-in must be as recent as the setting `FRESHNESS` says.
    #[must_use]
    pub fn fresh(mut self) -> Self {
        self.signed_in().freshness = Freshness::Configured;
        self
    }

    /// The sign-in must be as recent as this; then so much grace, or that of the settings.
    #[must_use]
    pub fn within(mut self, age: SignedDuration, grace: Option<SignedDuration>) -> Self {
        self.signed_in().freshness = Freshness::Within(age, grace);
        self
    }

    /// Adds: all of these roles.
    #[must_use]
    pub fn roles_required<const N: usize>(self, names: [&str; N]) -> Self {
        self.with(Needed::AllRoles(owned(names)))
    }

    /// Adds: one of these roles.
    #[must_use]
    pub fn roles_accepted<const N: usize>(self, names: [&str; N]) -> Self {
        self.with(Needed::AnyRole(owned(names)))
    }

    /// Adds: all of these permissions.
    #[must_use]
    pub fn permissions_required<const N: usize>(self, names: [&str; N]) -> Self {
        self.with(Needed::AllPermissions(owned(names)))
    }

    /// Adds: one of these permissions.
    #[must_use]
    pub fn permissions_accepted<const N: usize>(self, names: [&str; N]) -> Self {
        self.with(Needed::AnyPermission(owned(names)))
    }

    fn with(mut self, needed: Needed) -> Self {
        Arc::make_mut(&mut self.0).needs.push(needed);
        self
    }

    fn signed_in(&mut self) -> &mut SignedIn {
        Arc::make_mut(&mut self.0).signed_in.get_or_insert_with(|| SignedIn {
            mechanisms: Some(vec![Mechanism::Session, Mechanism::Token]),
            realm: None,
            freshness: Freshness::Any,
        })
    }
}

fn owned<const N: usize>(names: [&str; N]) -> Vec<String> {
    names.map(str::to_owned).to_vec()
}

impl Cx {
    /// The user of this request with everything they provide, or `None`.
    ///
    /// # Errors
    /// The store failed.
    pub async fn identity(&self) -> Result<Option<Identity>> {
        let Some(user) = self.user().await? else { return Ok(None) };
        let mut identity = Identity::new(user);
        let more = self.security().hooks().needs(identity.user()).await?;
        identity.provide(more);
        Ok(Some(identity))
    }

    /// Refuses the request with 403 unless its user provides what the permission asks for.
    ///
    /// # Errors
    /// [`Denial::Forbidden`], or the store failed.
    pub async fn require(&self, permission: &Permission) -> Result<()> {
        match self.identity().await? {
            Some(identity) if identity.can(permission) => Ok(()),
            _ => Err(Denial::Forbidden.into()),
        }
    }
}
