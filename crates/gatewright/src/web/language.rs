//! In which language an answer speaks.

use http::{HeaderValue, header};

use crate::model::User;
use crate::request::cookie::{Cookie, secure};
use crate::request::cx::Cx;

/// How long a choice is remembered.
const ONE_YEAR: jiff::SignedDuration = jiff::SignedDuration::from_hours(365 * 24);

impl Cx {
    /// The caller's language among those that are offered: that of the settings, else what
    /// [`Hooks::language`](crate::Hooks::language) says of a signed-in user who is known by now, else
    /// what was chosen on the pages, else what the browser asks for (RFC 9110, section 12.5.4), else
    /// English.
    pub fn locale(&self) -> &str {
        let catalog = self.security().catalog();
        if let Some(fixed) = catalog.fixed_language() {
            return fixed;
        }
        let chosen = &self.state().language;
        if chosen.of_user.get().is_none()
            && let Some(user) = self.resolved()
        {
            let _ = chosen.of_user.set(self.own_language(&user).map(str::to_owned));
        }
        if let Some(Some(own)) = chosen.of_user.get() {
            return own;
        }
        chosen.of_client.get_or_init(|| {
            let cookie = self.language_cookie().and_then(|name| self.facts().cookie(name));
            let kept = cookie.filter(|tag| tag.len() <= LONGEST_TAG);
            let kept = kept.and_then(|tag| catalog.find(tag));
            let asked = || catalog.language(self.facts().header("accept-language"));
            kept.unwrap_or_else(asked).to_owned()
        })
    }

    /// The language of a user, if the application knows it, else that of the request.
    pub(crate) fn language_of(&self, user: Option<&User>) -> &str {
        let catalog = self.security().catalog();
        let own = || user.and_then(|user| self.own_language(user));
        catalog.fixed_language().or_else(own).unwrap_or_else(|| self.locale())
    }

    /// The languages that a visitor may choose from, if there is a choice: not where the settings
    /// or the application have decided.
    pub(crate) fn languages(&self) -> Vec<&str> {
        let catalog = self.security().catalog();
        // Finds out whether the user has a language.
        self.locale();
        let fixed = self.state().language.of_user.get().is_some_and(Option::is_some);
        let fixed = fixed || catalog.fixed_language().is_some();
        let choice = self.language_cookie().is_some() && !fixed;
        let all: Vec<_> = catalog.languages().filter(|_| choice).collect();
        if all.len() > 1 { all } else { Vec::new() }
    }

    /// Lets the answer carry a cookie that keeps the language of this tag. `false` if it is not
    /// offered.
    pub(crate) fn choose_language(&self, tag: &str) -> bool {
        let session = &self.config().session;
        let Some(name) = self.language_cookie() else { return false };
        let Some(tag) = self.languages().into_iter().find(|one| *one == tag) else { return false };
        let cookie = Cookie {
            name,
            domain: None,
            path: Some("/"),
            secure: secure(session.cookie_secure, self.facts()),
            http_only: true,
            same_site: session.cookie_samesite,
            partitioned: false,
        };
        let expires = self.clock().now().checked_add(ONE_YEAR).ok();
        self.state().outgoing().language = Some(cookie.set(tag, expires));
        true
    }

    /// Tells caches what the language of an answer depended on (RFC 9110, section 12.5.5).
    pub(crate) fn vary_by_language(&self, headers: &mut http::HeaderMap) {
        if self.state().language.of_client.get().is_none() {
            return;
        }
        vary(headers, "Accept-Language");
        if self.language_cookie().is_some() {
            vary(headers, "Cookie");
        }
    }

    fn own_language(&self, user: &User) -> Option<&str> {
        let own = self.security().hooks().language(user)?;
        self.security().catalog().find(&own)
    }

    fn language_cookie(&self) -> Option<&str> {
        self.config().i18n.cookie.as_deref()
    }
}

/// Names a header among those that an answer depends on, once.
pub(crate) fn vary(headers: &mut http::HeaderMap, name: &'static str) {
    let named = headers.get_all(header::VARY).iter().any(|value| {
        value
            .to_str()
            .is_ok_and(|list| list.split(',').any(|one| one.trim().eq_ignore_ascii_case(name)))
    });
    if !named {
        headers.append(header::VARY, HeaderValue::from_static(name));
    }
}

/// Whatever is longer is no language of ours.
const LONGEST_TAG: usize = 64;
