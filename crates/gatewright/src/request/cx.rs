//! One request, as the house sees it.

use std::fmt;
use std::sync::Arc;

use crate::clock::Clock;
use crate::config::Config;
use crate::event::Event;
use crate::facts::Facts;
use crate::password::Passwords;
use crate::request::state::State;
use crate::security::Security;
use crate::store::Store;

/// One request: made once, cheap to clone, lazy in everything.
///
/// Handlers get it as an extractor. The floors above teach it more words: who is asking, what the
/// session holds, how a message reads in the caller's language.
#[derive(Clone)]
pub struct Cx(Arc<Inner>);

struct Inner {
    security: Security,
    facts: Facts,
    state: State,
}

impl Cx {
    pub(crate) fn new(security: Security, facts: Facts) -> Self {
        Self(Arc::new(Inner { security, facts, state: State::default() }))
    }

    /// The object that the application keeps.
    pub fn security(&self) -> &Security {
        &self.0.security
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        self.0.security.config()
    }

    /// Where users live.
    pub fn store(&self) -> &dyn Store {
        self.0.security.store()
    }

    /// The request as plain data.
    pub fn facts(&self) -> &Facts {
        &self.0.facts
    }

    /// The clock that everything here goes by.
    pub fn clock(&self) -> &Clock {
        self.0.security.clock()
    }

    /// Tells every listener, the audit log and webhooks of what the application does itself in a
    /// request: after the change, and once. What this crate does it tells of itself. The event is
    /// made by [`Event::administered`].
    pub async fn announce(&self, event: Event<'_>) {
        self.0.security.announce(Some(&self.0.facts), &event).await;
    }

    /// Password hashing in the line of the client that sent this request.
    pub(crate) fn passwords(&self) -> Passwords {
        self.0.security.passwords().for_client(self.0.facts.client())
    }

    pub(crate) fn state(&self) -> &State {
        &self.0.state
    }
}

impl Security {
    /// A request without a browser behind it, for jobs and the command line: nobody is signed in, and
    /// the language is that of the settings.
    pub fn offline(&self) -> Cx {
        Cx::new(self.clone(), Facts::offline())
    }
}

impl fmt::Debug for Cx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cx").field("method", self.0.facts.method()).finish_non_exhaustive()
    }
}
