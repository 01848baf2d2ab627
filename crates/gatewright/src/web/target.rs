//! Where to go next.

use crate::config::Preset;
use crate::request::cx::Cx;
use crate::request::reply::Target;
use crate::web::redirect::{self, Base, Rules};

impl Cx {
    /// Whether a `next` may be followed.
    pub(crate) fn acceptable_next(&self, next: &str) -> bool {
        self.named(next).is_some() || redirect::valid(next, &self.redirect_rules(), &self.base())
    }

    /// The `Location` of a reply's target.
    pub(crate) fn location(&self, target: &Target) -> String {
        match target {
            Target::Exactly(place) => place.clone(),
            Target::Next { field, view } => {
                let query = self.facts().query("next");
                let (rules, base) = (self.redirect_rules(), self.base());
                [field.as_ref(), query.as_ref()]
                    .into_iter()
                    .flatten()
                    .find_map(|next| {
                        self.named(next).or_else(|| redirect::location(next, &rules, &base, None))
                    })
                    .unwrap_or_else(|| self.view_or_root(view.as_deref()))
            }
        }
    }

    /// The path of a view's setting; without one, the application's root.
    pub(crate) fn view_or_root(&self, view: Option<&str>) -> String {
        match view.filter(|view| !view.is_empty()) {
            Some(view) => self.view(view),
            None => self.config().core.application_root.clone(),
        }
    }

    /// The sign-in (or verify) page that comes back to what was asked for.
    pub(crate) fn with_next(&self, page: &str) -> String {
        redirect::login_next(page, self.facts().path_and_query(), &self.base())
    }

    /// In preset `flask` a client may name an endpoint instead of a path, as with the reference.
    fn named(&self, next: &str) -> Option<String> {
        let allowed = self.config().preset == Preset::Flask;
        allowed.then(|| self.url_for(next)).flatten().map(str::to_owned)
    }

    /// A path with further members in its query.
    pub(crate) fn with_query(&self, place: &str, pairs: &[(&str, &str)]) -> String {
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let separator = if place.contains('?') { '&' } else { '?' };
        format!("{place}{separator}{query}")
    }

    fn base(&self) -> Base<'_> {
        let facts = self.facts();
        // A forged `Host` makes no other site this one.
        let believed = self.config().preset == Preset::Flask || self.trusted_host().is_some();
        let host = facts.host().filter(|_| believed).unwrap_or_default();
        Base { scheme: facts.scheme(), host }
    }

    pub(crate) fn redirect_rules(&self) -> Rules {
        let config = self.config();
        Rules {
            allow_subdomains: config.redirect.allow_subdomains,
            server_name: config.core.server_name.clone(),
            base_domain: config.redirect.base_domain.clone(),
            allowed_subdomains: config.redirect.allowed_subdomains.clone(),
            host: config.redirect.host.clone(),
        }
    }
}
