//! An outcome that has not decided what it looks like.

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::i18n::messages::Message;
use crate::model::User;
use crate::request::form::Form;

/// What an endpoint has to say. `web/respond.rs` turns it into HTML or JSON.
pub(crate) struct Reply {
    pub(crate) outcome: Outcome,
    /// HTML: flashed. JSON: not shown.
    pub(crate) message: Option<Message>,
    /// JSON: `response.user`.
    pub(crate) user: Option<Arc<User>>,
    /// JSON: tokens beside the user when they are asked for.
    pub(crate) tokens: bool,
    /// JSON: further members of `response.user`.
    pub(crate) credentials: Map<String, Value>,
    /// JSON: further keys of the response.
    pub(crate) extra: Map<String, Value>,
    /// JSON: no `csrf_token` in the response.
    pub(crate) bare: bool,
    /// A redirect even for clients that want JSON.
    pub(crate) always_redirects: bool,
}

/// The outcome itself.
pub(crate) enum Outcome {
    /// A page with its form. With errors in the form: JSON 400; without: JSON 200.
    Page { template: String, form: Form, context: Map<String, Value> },
    /// For programs alone: JSON 400 with errors in the form, else 200. There is no page.
    Data(Form),
    /// A file to keep, whatever the client wants to see.
    Download { name: &'static str, data: Map<String, Value> },
    /// Done. HTML goes there, JSON says 200.
    Redirect(Target),
}

/// Where a redirect goes.
pub(crate) enum Target {
    /// The first acceptable of: the form's `next`, the query's `next`, this view, the root.
    Next { field: Option<String>, view: Option<String> },
    /// Exactly there: made by this crate or by the settings.
    Exactly(String),
}

impl Reply {
    pub(crate) fn page(template: &str, form: Form) -> Self {
        let (template, context) = (template.to_owned(), Map::new());
        Self::of(Outcome::Page { template, form, context })
    }

    /// What an endpoint for programs says: its form with errors, or nothing but members.
    pub(crate) fn data(form: Form) -> Self {
        Self::of(Outcome::Data(form)).bare()
    }

    /// JSON that a browser saves under a name.
    pub(crate) fn download(name: &'static str, data: Map<String, Value>) -> Self {
        Self::of(Outcome::Download { name, data })
    }

    pub(crate) fn redirect(target: Target) -> Self {
        Self::of(Outcome::Redirect(target))
    }

    fn of(outcome: Outcome) -> Self {
        Self {
            outcome,
            message: None,
            user: None,
            tokens: false,
            credentials: Map::new(),
            extra: Map::new(),
            bare: false,
            always_redirects: false,
        }
    }

    pub(crate) fn message(mut self, message: Message) -> Self {
        self.message = Some(message);
        self
    }

    pub(crate) fn user(mut self, user: &Arc<User>) -> Self {
        self.user = Some(Arc::clone(user));
        self
    }

    /// Adds an authentication token where the request asks for one.
    pub(crate) fn tokens(mut self) -> Self {
        self.tokens = true;
        self
    }

    /// Adds tokens that were made already.
    pub(crate) fn credentials(mut self, members: Map<String, Value>) -> Self {
        self.credentials = members;
        self
    }

    pub(crate) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.extra.insert(key.to_owned(), value.into());
        self
    }

    /// Adds a name to the page's context; JSON does not see it.
    pub(crate) fn context(mut self, key: &str, value: impl Into<Value>) -> Self {
        if let Outcome::Page { context, .. } = &mut self.outcome {
            context.insert(key.to_owned(), value.into());
        }
        self
    }

    pub(crate) fn always_redirects(mut self, yes: bool) -> Self {
        self.always_redirects = yes;
        self
    }

    pub(crate) fn bare(mut self) -> Self {
        self.bare = true;
        self
    }
}
