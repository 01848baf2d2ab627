//! Where to go next.

use std::collections::BTreeMap;

use crate::config::{Config, Preset};
use crate::error::{Error, Result};
use crate::i18n::messages::Message;
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::reply::{Reply, Target};
use crate::web::redirect::{self, Base, Rules};
use crate::web::say;

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

    /// A place with further members in its query; a member of the same name is replaced.
    pub(crate) fn with_query(&self, place: &str, pairs: &[(&str, &str)]) -> String {
        redirect::with_members(place, pairs)
    }

    /// Whether links from mails lead into a single-page application (`REDIRECT_BEHAVIOR`).
    pub(crate) fn is_spa(&self) -> bool {
        self.config().redirect.behavior.is_some()
    }

    /// Sends a browser that followed a link into the single-page application, which reads from the
    /// query what came of it: the message under its category, more members, then whose account it
    /// was. Nothing is flashed, and clients that want JSON are redirected as well.
    ///
    /// A `view` that is not set is the application's root. Tokens have no place in a URL.
    pub(crate) fn spa_redirect(
        &self,
        view: Option<&str>,
        message: Option<&Message>,
        user: Option<&User>,
        more: &[(&str, &str)],
    ) -> Reply {
        let text = message.map(|message| (self.category(message), self.say(message)));
        let own = user.map(|user| self.security().hooks().redirect_query(user)).unwrap_or_default();
        let mut pairs = Vec::new();
        pairs.extend(text.iter().map(|(category, text)| (*category, text.as_str())));
        pairs.extend_from_slice(more);
        if let Some(user) = user.filter(|_| self.config().redirect.with_identity) {
            pairs.extend([("email", user.email.as_str()), ("identity", self.user_name(user))]);
        }
        pairs.extend(own.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let place = self.with_query(&self.view_or_root(view), &pairs);
        Reply::redirect(Target::Exactly(place)).always_redirects(true)
    }

    fn base(&self) -> Base<'_> {
        let facts = self.facts();
        // A forged `Host` makes no other site this one.
        let believed = self.config().preset == Preset::Flask || self.trusted_host().is_some();
        let host = facts.host().filter(|_| believed).unwrap_or_default();
        Base { scheme: facts.scheme(), host }
    }

    pub(crate) fn redirect_rules(&self) -> Rules {
        self.config().redirect_rules()
    }
}

/// Refuses a view that names a route which does not exist: else a user would find out after the
/// sign-in. Where the reference reads such a name as a relative URL, it is a warning.
pub(crate) fn check_views(config: &Config, endpoints: &BTreeMap<String, String>) -> Result<()> {
    let usual = Config::preset(config.preset).views();
    for (key, view) in config.views() {
        let is_name = !view.contains(['/', '?', '#']);
        let exists = say::endpoint(endpoints, &config.core.blueprint_name, &view).is_some();
        // The usual ones name endpoints of features that may be off.
        if !is_name || exists || usual.contains(&(key, view.clone())) {
            continue;
        }
        let line = format!(
            "{key} names the endpoint \"{view}\", which does not exist: write a path that starts \
             with \"/\", or name the route with Builder::endpoint"
        );
        match config.preset {
            Preset::Recommended => return Err(Error::config(line)),
            Preset::Flask => tracing::warn!("{line}"),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::messages as msg;
    use crate::model::NewUser;
    use crate::testing::TestApp;

    async fn spa(preset: Preset) -> TestApp {
        TestApp::with(preset, |builder| {
            builder
                .setting("SECURITY_REDIRECT_BEHAVIOR", "spa")
                .setting("SECURITY_USERNAME_ENABLE", true)
                .endpoint("ui.result", "/ui/result")
        })
        .await
    }

    fn place(reply: &Reply) -> &str {
        assert!(reply.always_redirects && reply.message.is_none(), "nothing is flashed");
        match &reply.outcome {
            crate::request::reply::Outcome::Redirect(Target::Exactly(place)) => place,
            _ => panic!("no redirect to one place"),
        }
    }

    #[tokio::test]
    async fn a_single_page_application_reads_from_the_query_what_came_of_a_link() {
        let app = spa(Preset::Flask).await;
        let mut new = NewUser::new("jo+e@lp.com");
        new.username = Some("joe".to_owned());
        let user = app.security().store().create_user(new).await.unwrap();
        let cx = app.security().offline();
        assert!(cx.is_spa());
        let bad = msg::INVALID_REDIRECT.into();
        let said: String = form_urlencoded::byte_serialize(cx.say(&bad).as_bytes()).collect();
        let to = |view, message, user, more: &[(&str, &str)]| {
            place(&cx.spa_redirect(view, message, user, more)).to_owned()
        };
        assert_eq!(to(Some("/ui"), Some(&bad), None, &[]), format!("/ui?error={said}"));
        assert_eq!(
            to(Some("/ui?error=old&lang=de#/x"), Some(&bad), Some(&user), &[("code", "7")]),
            format!(
                "/ui?error={said}&lang=de&code=7&email=jo%2Be%40lp.com&identity=jo%2Be%40lp.com#/x"
            )
        );
        assert_eq!(to(Some("ui.result"), None, None, &[("token", "a.b")]), "/ui/result?token=a.b");
        let good = msg::REAUTHENTICATION_SUCCESSFUL.into();
        assert!(to(None, Some(&good), None, &[]).starts_with("/?info="));
    }

    #[tokio::test]
    async fn whose_account_it_was_is_told_only_where_the_settings_say_so() {
        let app = spa(Preset::Recommended).await;
        let user = app.user("joe@lp.com", "correct horse battery").await;
        let cx = app.security().offline();
        assert_eq!(place(&cx.spa_redirect(Some("/ui"), None, Some(&user), &[])), "/ui");
    }
}
