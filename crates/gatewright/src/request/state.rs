//! What a request gathers on its way: plain data, filled in by the floors above.

use std::borrow::Cow;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use gatewright_wire::flask::session::Payload;
use jiff::civil::DateTime;
use tokio::sync::OnceCell;

use crate::config::Rate;
use crate::error::Result;
use crate::kv::Spent;
use crate::model::{ServerSession, User};
use crate::request::cx::Cx;
use crate::request::form::BodyToken;

/// The slots of one request.
#[derive(Default)]
pub(crate) struct State {
    session: Mutex<SessionState>,
    pub(crate) loaded: OnceCell<()>,
    pub(crate) tell: OnceLock<Tell>,
    outgoing: Mutex<Outgoing>,
    csrf: Mutex<CsrfState>,
    pub(crate) current: OnceCell<Option<Known>>,
    pub(crate) token: OnceCell<Option<Known>>,
    pub(crate) basic: OnceCell<Option<Known>>,
    decided: Mutex<Decided>,
    body: Mutex<Body>,
    nonce: Mutex<Option<String>>,
    guarded: AtomicBool,
    secret_address: AtomicBool,
    limits: Mutex<Vec<Standing>>,
    reserved: Mutex<Option<Vec<u8>>>,
    pub(crate) language: Languages,
}

/// In which language the answer speaks, once somebody has asked.
#[derive(Default)]
pub(crate) struct Languages {
    /// That of the user, where the application knows it.
    pub(crate) of_user: OnceLock<Option<String>>,
    /// What the cookie or the browser's languages say.
    pub(crate) of_client: OnceLock<String>,
}

/// How a client stands with a rate limit.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub(crate) policy: Cow<'static, str>,
    pub(crate) rate: Rate,
    pub(crate) spent: Spent,
}

/// The session as it was read, and what became of it.
#[derive(Default)]
pub(crate) struct SessionState {
    pub(crate) opened: bool,
    pub(crate) modified: bool,
    pub(crate) payload: Payload,
    /// The session on the server that the request belongs to.
    pub(crate) kept: Option<Kept>,
    /// The request carries a session that was replaced: it writes nothing and takes no cookie away.
    pub(crate) mute: bool,
    /// The request carries a good cookie for visitors.
    pub(crate) visit: bool,
    /// Somebody signed in: a new session is due.
    pub(crate) entering: Option<Entering>,
    /// The session on the server that is over with this request, by its key.
    pub(crate) ended: Option<Vec<u8>>,
    /// A session on the server has ended in this request: its cookie is to go.
    pub(crate) left: bool,
    /// A new token is due.
    pub(crate) rotate: bool,
    /// What was written to the session on the server, to be repeated if somebody else wrote first.
    pub(crate) ops: Vec<Op>,
}

/// What its owner is told of without having asked.
pub(crate) enum Notice {
    /// A session was used with a token that had been replaced.
    SessionReplayed(User),
}

/// Tells of it, from a floor that can write mails.
pub(crate) type Tell = for<'a> fn(&'a Cx, Notice) -> Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

/// A session on the server.
#[derive(Clone)]
pub(crate) struct Kept {
    pub(crate) row: ServerSession,
    pub(crate) user: Option<Arc<User>>,
    /// The request shows the token before the present one.
    pub(crate) behind: bool,
}

/// Whose session begins with this request.
pub(crate) struct Entering {
    pub(crate) user: Arc<User>,
    /// The browser keeps it when it is closed.
    pub(crate) persistent: bool,
    /// When the session began that this one goes on with, UTC: it does not live longer for it.
    pub(crate) since: Option<DateTime>,
}

/// One write to the data of a session.
pub(crate) enum Op {
    Set(String, String),
    Remove(String),
    Change(Change),
}

/// What [`Session::update`](crate::session::Session::update) does.
pub(crate) type Change = Box<dyn Fn(&mut Payload) -> Result<()> + Send + Sync>;

/// Cookies and flags that the answer will carry.
#[derive(Default)]
pub(crate) struct Outgoing {
    pub(crate) remember: Option<Remember>,
    pub(crate) refresh: Option<RefreshCookie>,
    /// The line that makes this browser known.
    pub(crate) device: Option<String>,
    /// The line that keeps the language which was chosen.
    pub(crate) language: Option<String>,
    /// Messages flashed and shown within this request.
    pub(crate) flashed: Vec<(String, String)>,
}

/// What the body holds for us.
#[derive(Default)]
struct Body {
    token: Option<BodyToken>,
    csrf: Option<String>,
    peeked: bool,
}

/// What becomes of the remember-me cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Remember {
    Set,
    Clear,
}

/// What becomes of the cookie with the refresh token.
#[derive(Clone)]
pub(crate) enum RefreshCookie {
    Set(String),
    Clear,
}

/// What is known about CSRF in this request.
#[derive(Default, Clone)]
pub(crate) struct CsrfState {
    /// A guard has checked, or has decided that no check is due: forms do not check again.
    pub(crate) settled: bool,
    /// One token per request.
    pub(crate) token: Option<String>,
}

/// Whether somebody decided who the user of this request is.
#[derive(Debug, Clone, Default)]
pub(crate) enum Decided {
    /// Nobody did: cookies and tokens tell.
    #[default]
    No,
    User(Known),
    SignedOut,
}

/// Who sent the request, and how that is known.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) user: Arc<User>,
    pub(crate) via: Mechanism,
    /// When the primary credentials were shown, in seconds since 1970.
    pub(crate) primary_at: Option<f64>,
}

/// How a request proves who sends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mechanism {
    /// HTTP Basic: identity and password with every request.
    Basic,
    /// The session cookie, or a remember-me cookie.
    Session,
    /// An authentication token.
    Token,
}

impl Mechanism {
    /// The name in settings and events: `basic`, `session` or `token`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Session => "session",
            Self::Token => "token",
        }
    }

    /// The mechanism of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Basic, Self::Session, Self::Token].into_iter().find(|one| one.name() == name)
    }
}

impl State {
    pub(crate) fn session(&self) -> MutexGuard<'_, SessionState> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn outgoing(&self) -> MutexGuard<'_, Outgoing> {
        self.outgoing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn csrf(&self) -> MutexGuard<'_, CsrfState> {
        self.csrf.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who a guard let through, or who signed in or out during this request.
    pub(crate) fn decided(&self) -> Decided {
        self.decided.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn decide(&self, decided: Decided) {
        *self.decided.lock().unwrap_or_else(PoisonError::into_inner) = decided;
    }

    pub(crate) fn body_token(&self) -> Option<BodyToken> {
        self.body().token.clone()
    }

    pub(crate) fn set_body_token(&self, token: Option<BodyToken>) {
        self.body().token = token;
    }

    pub(crate) fn form_token(&self) -> Option<String> {
        self.body().csrf.clone()
    }

    pub(crate) fn set_form_token(&self, token: Option<String>) {
        self.body().csrf = token;
    }

    /// Whether the body was looked into already.
    pub(crate) fn peeked(&self) -> bool {
        self.body().peeked
    }

    pub(crate) fn set_peeked(&self) {
        self.body().peeked = true;
    }

    /// The counter of an attempt that was right, until its user is let in.
    pub(crate) fn take_reserved(&self) -> Option<Vec<u8>> {
        self.reserved.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    pub(crate) fn set_reserved(&self, key: Vec<u8>) {
        *self.reserved.lock().unwrap_or_else(PoisonError::into_inner) = Some(key);
    }

    /// The rate limits that this request was counted by.
    pub(crate) fn limits(&self) -> MutexGuard<'_, Vec<Standing>> {
        self.limits.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The nonce of the answer's scripts, once somebody has asked for it.
    pub(crate) fn nonce(&self) -> MutexGuard<'_, Option<String>> {
        self.nonce.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the answer depends on who asks.
    pub(crate) fn guarded(&self) -> bool {
        self.guarded.load(Ordering::Relaxed)
    }

    pub(crate) fn set_guarded(&self) {
        self.guarded.store(true, Ordering::Relaxed);
    }

    /// Whether the address of this request holds a token.
    pub(crate) fn secret_address(&self) -> bool {
        self.secret_address.load(Ordering::Relaxed)
    }

    pub(crate) fn set_secret_address(&self) {
        self.secret_address.store(true, Ordering::Relaxed);
    }

    fn body(&self) -> MutexGuard<'_, Body> {
        self.body.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
