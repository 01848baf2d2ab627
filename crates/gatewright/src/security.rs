//! The object: settings, store, keys, hooks, listeners.

pub(crate) mod audit;
mod headers;
mod publish;

use std::collections::BTreeMap;
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Weak};

use futures_util::FutureExt;
use gatewright_wire::flask::csrf::Csrf;
use gatewright_wire::flask::session::Codec;
use gatewright_wire::itsdangerous::{Timed, UrlSafe};
use tokio::sync::watch;

use crate::clock::Clock;
use crate::config::Config;
use crate::event::{Event, Listener};
use crate::facts::Facts;
use crate::hooks::Hooks;
use crate::i18n::Catalog;
use crate::kv::Kv;
use crate::outbound::http::HttpClient;
use crate::outbound::{Letterbox, Post, Webhooks};
use crate::password::Passwords;
use crate::password::breach::Breaches;
use crate::store::Store;
use crate::text::host::{Host, Pattern};
use crate::text::{email, username};

pub(crate) use self::audit::Audit;
pub(crate) use self::headers::Headers;

/// The one object an application keeps. Cloning is a reference count.
#[derive(Clone)]
pub struct Security(Arc<Inner>);

/// As [`Security`], without keeping it alive.
#[derive(Clone)]
pub(crate) struct Weakly(Weak<Inner>);

/// What the builder has put together.
pub(crate) struct Inner {
    pub(crate) config: Config,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) kv: Arc<dyn Kv>,
    pub(crate) clock: Clock,
    pub(crate) keys: Keys,
    pub(crate) passwords: Passwords,
    pub(crate) post: Post,
    pub(crate) webhooks: Option<Webhooks>,
    pub(crate) audit: Audit,
    /// Who acts where no request is behind it.
    pub(crate) actor: Option<String>,
    /// Ends the background jobs when it is told to, or dropped.
    pub(crate) end: watch::Sender<bool>,
    pub(crate) breaches: Breaches,
    pub(crate) catalog: Catalog,
    pub(crate) rules: Rules,
    pub(crate) headers: Headers,
    pub(crate) hooks: Arc<dyn Hooks>,
    pub(crate) listeners: Vec<Arc<dyn Listener>>,
    pub(crate) http: Arc<dyn HttpClient>,
    pub(crate) pages: minijinja::Environment<'static>,
    /// Endpoint name to path, with the prefix.
    pub(crate) endpoints: BTreeMap<String, String>,
}

/// Keys that are derived once.
pub(crate) struct Keys {
    pub(crate) session: Codec,
    /// What is kept for visitors, beside sessions on the server.
    pub(crate) visit: Codec,
    pub(crate) csrf: Csrf,
    pub(crate) token: Timed,
    /// Browsers that are known.
    pub(crate) device: Timed,
    pub(crate) refresh: UrlSafe,
    pub(crate) links: LinkKeys,
    /// Latin-1 bytes of the secret, as the remember-me cookie wants it.
    pub(crate) remember: zeroize::Zeroizing<Vec<u8>>,
}

/// What signs links in mails, by what they are for.
pub(crate) struct LinkKeys {
    pub(crate) confirm: Timed,
    pub(crate) reset: Timed,
    pub(crate) login: Timed,
    pub(crate) change_email: Timed,
    pub(crate) undo_email: Timed,
    pub(crate) reopen: Timed,
    /// Keys of digests inside links; the first one makes them, every one verifies.
    pub(crate) digests: Vec<zeroize::Zeroizing<[u8; 32]>>,
}

/// How identities are judged, read from the settings once.
pub(crate) struct Rules {
    pub(crate) email: email::Options,
    pub(crate) username: username::Rules,
    pub(crate) hosts: Hosts,
}

/// Which hosts this application answers to.
pub(crate) struct Hosts {
    /// `SERVER_NAME`.
    pub(crate) own: Option<Host<'static>>,
    /// `TRUSTED_HOSTS`; `None` lets every host in.
    pub(crate) trusted: Option<Vec<Pattern>>,
}

impl Security {
    pub(crate) fn assemble(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// Where users live.
    pub fn store(&self) -> &dyn Store {
        &*self.0.store
    }

    /// Where rates and short-lived values live.
    pub fn kv(&self) -> &dyn Kv {
        &*self.0.kv
    }

    /// The clock that everything here goes by.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Hashes and verifies passwords as the settings say.
    pub fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }

    pub(crate) fn breaches(&self) -> &Breaches {
        &self.0.breaches
    }

    /// What asks other services over HTTP.
    pub fn http(&self) -> &dyn HttpClient {
        &*self.0.http
    }

    /// True if both are clones of one object.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.0.keys
    }

    pub(crate) fn catalog(&self) -> &Catalog {
        &self.0.catalog
    }

    pub(crate) fn rules(&self) -> &Rules {
        &self.0.rules
    }

    pub(crate) fn headers(&self) -> &Headers {
        &self.0.headers
    }

    pub(crate) fn hooks(&self) -> &dyn Hooks {
        &*self.0.hooks
    }

    pub(crate) fn pages(&self) -> &minijinja::Environment<'static> {
        &self.0.pages
    }

    pub(crate) fn endpoints(&self) -> &BTreeMap<String, String> {
        &self.0.endpoints
    }

    pub(crate) fn post(&self) -> &Post {
        &self.0.post
    }

    pub(crate) fn webhooks(&self) -> Option<&Webhooks> {
        self.0.webhooks.as_ref()
    }

    pub(crate) fn audit(&self) -> &Audit {
        &self.0.audit
    }

    fn actor(&self) -> Option<&str> {
        self.0.actor.as_deref()
    }

    /// Where mails and webhooks wait.
    pub(crate) fn letterbox(&self) -> Letterbox<'_> {
        Letterbox { store: self.store(), clock: self.clock() }
    }

    /// What ends the background jobs.
    pub(crate) fn end(&self) -> &watch::Sender<bool> {
        &self.0.end
    }

    pub(crate) fn weakly(&self) -> Weakly {
        Weakly(Arc::downgrade(&self.0))
    }

    /// Writes it down, posts it, and tells every listener, one after the other. None of it can fail
    /// what happened already: one listener's panic is not the next one's.
    pub(crate) async fn announce(&self, facts: Option<&Facts>, event: &Event<'_>) {
        tracing::debug!(event = event.name(), "security event");
        self.record(facts, event).await;
        self.publish(event).await;
        for listener in &self.0.listeners {
            if AssertUnwindSafe(listener.notice(facts, event)).catch_unwind().await.is_err() {
                tracing::error!(event = event.name(), "a listener panicked");
            }
        }
    }
}

impl Weakly {
    /// `None` if the application has let go of it.
    pub(crate) fn upgrade(&self) -> Option<Security> {
        self.0.upgrade().map(Security)
    }
}

impl fmt::Debug for Security {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Security").field("endpoints", &self.0.endpoints).finish_non_exhaustive()
    }
}
