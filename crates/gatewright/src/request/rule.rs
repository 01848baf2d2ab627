//! What a request must show: data that `guard` applies.

use jiff::SignedDuration;

use crate::request::state::Mechanism;

/// What a request must show before it may pass. Rules add up.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rule {
    pub(crate) signed_in: Option<SignedIn>,
    pub(crate) any_identity: bool,
    pub(crate) anonymous: bool,
    pub(crate) unauth_csrf: bool,
    /// A route of the application: no form of ours checks the token where guards do not.
    pub(crate) application: bool,
    pub(crate) needs: Vec<Needed>,
    /// How often it may be asked, by what the settings say.
    pub(crate) limit: Option<Limit>,
}

/// The limits of our own endpoints; those that change something are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    /// By address, and by the identity that is named.
    SignIn,
    /// By user.
    Verify,
    /// By user.
    #[allow(dead_code, reason = "for features that ask for codes")]
    Codes,
    /// By address.
    Register,
    /// By address: what sends a mail.
    Mail,
    /// By address.
    Refresh,
}

/// Somebody must be signed in, by one of these mechanisms.
#[derive(Debug, Clone)]
pub(crate) struct SignedIn {
    /// `None`: the mechanisms of `API_ENABLED_METHODS`.
    pub(crate) mechanisms: Option<Vec<Mechanism>>,
    pub(crate) realm: Option<String>,
    pub(crate) freshness: Freshness,
}

/// How long ago the primary credentials may have been shown.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) enum Freshness {
    /// It does not matter.
    #[default]
    Any,
    /// As the settings say.
    Configured,
    /// Within so long; the grace period is the settings' own unless given.
    Within(SignedDuration, Option<SignedDuration>),
}

/// Rights that the user must have.
#[derive(Debug, Clone)]
pub(crate) enum Needed {
    AllRoles(Vec<String>),
    AnyRole(Vec<String>),
    AllPermissions(Vec<String>),
    AnyPermission(Vec<String>),
    Permission(crate::principal::Permission),
}

impl Rule {
    /// Somebody must be signed in by one of the mechanisms that the settings enable for the API.
    pub(crate) fn signed_in() -> Self {
        let signed_in = SignedIn { mechanisms: None, realm: None, freshness: Freshness::Any };
        Self { signed_in: Some(signed_in), ..Self::default() }
    }

    /// As [`Rule::signed_in`], and not too long ago, as the settings say.
    pub(crate) fn signed_in_freshly() -> Self {
        let mut rule = Self::signed_in();
        if let Some(signed_in) = &mut rule.signed_in {
            signed_in.freshness = Freshness::Configured;
        }
        rule
    }

    /// The anonymous caller's form: CSRF as for endpoints that need no sign-in.
    pub(crate) fn unauth_csrf() -> Self {
        Self { unauth_csrf: true, ..Self::default() }
    }

    /// Adds: not more often than the settings say.
    pub(crate) fn limited(mut self, limit: Limit) -> Self {
        self.limit = Some(limit);
        self
    }
}
