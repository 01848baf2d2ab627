//! Rate limits for the application's own routes.

use std::time::Duration;

use axum::extract::MatchedPath;
use http::Extensions;

use crate::config::Rate;
use crate::error::Result;
use crate::guard::limit;
use crate::request::cx::Cx;

/// How often a route may be asked: a tower layer. Built by [`rate_limit`].
///
/// Every route counts for itself, unless [`RateLimit::named`] puts some together.
#[derive(Debug, Clone)]
pub struct RateLimit {
    rate: Rate,
    by_user: bool,
    by_address: bool,
    name: Option<String>,
}

/// The span of a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// A second.
    Second,
    /// 60 seconds.
    Minute,
    /// 60 minutes.
    Hour,
    /// 24 hours.
    Day,
}

/// So many requests in a span, by address: all of them at once, then one after the other as the
/// time goes by. Others are answered with 429 and `Retry-After`.
///
/// Answers say how the client stands (`RateLimit`, `RateLimit-Policy`: draft-ietf-httpapi-ratelimit-headers).
///
/// ```
/// use axum::{Router, routing::get};
/// use gatewright::{Per, rate_limit};
///
/// let app: Router = Router::new()
///     .route("/search", get(async || "found").layer(rate_limit(30, Per::Minute)))
///     .route("/report", get(async || "done").layer(rate_limit(5, Per::Hour).by_user()));
/// ```
pub fn rate_limit(count: u32, per: Per) -> RateLimit {
    let seconds = match per {
        Per::Second => 1,
        Per::Minute => 60,
        Per::Hour => 3_600,
        Per::Day => 86_400,
    };
    let rate = Rate::new(count, Duration::from_secs(seconds));
    RateLimit { rate, by_user: false, by_address: false, name: None }
}

impl RateLimit {
    /// Counts by user, from wherever they come; by address who is not signed in.
    ///
    /// Where HTTP Basic signs in, the guard that allows it has to stand outside of this.
    #[must_use]
    pub fn by_user(mut self) -> Self {
        self.by_user = true;
        self
    }

    /// Counts by address, as is usual; together with [`RateLimit::by_user`] by both.
    #[must_use]
    pub fn by_address(mut self) -> Self {
        self.by_address = true;
        self
    }

    /// Counts together with every other route whose limit has this name. Clients see it.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Whether the body has to be looked into for a token of the user.
    pub(super) fn asks_who(&self) -> bool {
        self.by_user
    }

    pub(super) async fn check(&self, cx: &Cx, extensions: &Extensions) -> Result<()> {
        let route = || extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str);
        let policy = self.name.as_deref().unwrap_or("default");
        // Names and routes are apart: a name may look like a route.
        let group = self
            .name
            .as_ref()
            .map_or_else(|| format!("route {}", route()), |name| format!("name {name}"));
        let user = if self.by_user { cx.user().await? } else { None };
        if let Some(user) = &user {
            let key = format!("{group} {}", limit::of_user(user));
            limit::count(cx, policy, &key, self.rate).await?;
        }
        if (user.is_none() || self.by_address)
            && let Some(address) = limit::address(cx)
        {
            limit::count(cx, policy, &format!("{group} {address}"), self.rate).await?;
        }
        Ok(())
    }
}
