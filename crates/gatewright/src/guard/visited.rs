//! Routes that may be reached only after another was.

use std::sync::Arc;

use http::{Method, StatusCode};

use crate::error::{Denial, Result};
use crate::request::cx::Cx;
use crate::session::VISITED;

/// Notes a visit in the session: a tower layer. Built by [`marks`].
#[derive(Debug, Clone)]
pub struct Marks(Arc<str>);

/// Asks for a visit that [`marks`] noted: a tower layer. Built by [`only_after`].
#[derive(Debug, Clone)]
pub struct OnlyAfter(Arc<str>);

/// Notes in the session that this page was visited, whenever it answers with success or a redirect.
/// `page` is the path of the page, as [`only_after`] calls it.
///
/// ```
/// use axum::{Router, routing::{get, post}};
/// use gatewright::{marks, only_after};
///
/// let app: Router = Router::new()
///     .route("/terms", get(async || "the terms"))
///     .route("/terms/accept", post(async || "thank you").layer(marks("/terms")))
///     .route("/download", get(async || "the file").layer(only_after("/terms")));
/// ```
pub fn marks(page: &str) -> Marks {
    Marks(page.into())
}

/// Only who has visited that page in this session may pass. Others are sent there, with the way back
/// in `next`; clients that want JSON get 403. Signing out forgets the visit.
///
/// It guides people, and proves nothing about them: whoever can ask this page can ask the other.
pub fn only_after(page: &str) -> OnlyAfter {
    OnlyAfter(page.into())
}

impl Marks {
    pub(super) fn note(&self, cx: &Cx, status: StatusCode) -> Result<()> {
        let looked =
            *cx.facts().method() != Method::HEAD && *cx.facts().method() != Method::OPTIONS;
        if !looked || !(status.is_success() || status.is_redirection()) {
            return Ok(());
        }
        if visited(cx).iter().any(|page| **page == *self.0) {
            return Ok(());
        }
        let page = self.0.to_string();
        cx.session().update(VISITED, move |pages: Option<Vec<String>>| {
            let mut pages = pages.unwrap_or_default();
            if !pages.contains(&page) {
                pages.push(page.clone());
            }
            Some(pages)
        })
    }
}

impl OnlyAfter {
    pub(super) fn check(&self, cx: &Cx) -> Result<()> {
        if visited(cx).iter().any(|page| **page == *self.0) {
            return Ok(());
        }
        Err(Denial::NotYet { page: self.0.to_string() }.into())
    }
}

fn visited(cx: &Cx) -> Vec<String> {
    cx.session().get(VISITED).unwrap_or_default()
}
