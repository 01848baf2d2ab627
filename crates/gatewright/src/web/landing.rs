//! Where a link from a mail ends: on a page, in a single-page application, or with a program.

use std::sync::Arc;

use crate::config::Preset;
use crate::i18n::messages::Message;
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::form::Form;
use crate::request::reply::{Reply, Target};

/// What came of a link.
pub(crate) struct Landing<'a> {
    /// False if the link was no good.
    pub(crate) good: bool,
    pub(crate) message: Message,
    /// The view of the settings for this outcome.
    pub(crate) view: Option<&'a str>,
    /// Where to go without one: a path.
    pub(crate) otherwise: &'a str,
    /// Whose account it was, for single-page applications.
    pub(crate) user: Option<&'a Arc<User>>,
}

impl Cx {
    /// The answer to a mailed link. A browser is redirected, with the message flashed or, with
    /// `REDIRECT_BEHAVIOR = "spa"`, in the query. A program that wants JSON gets JSON in the preset
    /// `recommended`; in `flask` it is redirected as well.
    pub(crate) fn landed(&self, landing: Landing<'_>) -> Reply {
        let Landing { good, message, view, otherwise, user } = landing;
        if self.want_json() && self.config().preset == Preset::Recommended {
            let mut form = Form::new("link_form");
            if good {
                return Reply::redirect(Target::Exactly(otherwise.to_owned()));
            }
            form.reject("", message);
            return Reply::data(form);
        }
        if self.is_spa() {
            return self.spa_redirect(view, Some(&message), user.map(|user| &**user), &[]);
        }
        let place = match view.filter(|view| !view.is_empty()) {
            Some(view) => self.view(view),
            None => otherwise.to_owned(),
        };
        Reply::redirect(Target::Exactly(place)).message(message).always_redirects(true)
    }
}
