//! What happened, told to whoever listens. Events are for observers: a rule is never hidden here.

use async_trait::async_trait;
use jiff::civil::DateTime;
use serde_json::{Map, Value, json};

use crate::facts::Facts;
use crate::model::{Refresh, ServerSession, User, UserId};

/// Something that happened. Names and moments are those of the reference's signals.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Event<'a> {
    /// Somebody signed in; `via` says how (`password`, `register`, …).
    UserAuthenticated {
        /// Who.
        user: &'a User,
        /// How it was proven.
        via: &'a [&'a str],
    },
    /// A guarded page was asked for by nobody known.
    UserUnauthenticated,
    /// A known user's credentials were wrong.
    UserFailedAuthn {
        /// Whose credentials were tried.
        user: &'a User,
        /// `password`, `passcode`, `passkey` or `code`.
        auth_type: &'a str,
        /// True at the second factor.
        tfa: bool,
    },
    /// An account was made by its owner.
    UserRegistered {
        /// The new account.
        user: &'a User,
        /// What the form held, without passwords.
        form_data: &'a Map<String, Value>,
    },
    /// Somebody tried to register what exists already (only with generic responses).
    UserNotRegistered {
        /// The owner of the address, if there is one.
        user: Option<&'a User>,
        /// The address was taken.
        existing_email: bool,
        /// The username was taken.
        existing_username: bool,
        /// What the form held, without passwords.
        form_data: &'a Map<String, Value>,
    },
    /// A password was changed.
    PasswordChanged {
        /// Whose.
        user: &'a User,
    },
    /// A sign-in began a family of refresh tokens.
    RefreshTrackerCreated {
        /// Whose.
        user: &'a User,
        /// The family.
        refresh: &'a Refresh,
    },
    /// A family of refresh tokens was revoked.
    RefreshTrackerRevoked {
        /// Whose; absent if the user is gone.
        user: Option<&'a User>,
        /// The family.
        refresh: &'a Refresh,
        /// `GEN_MISMATCH` if a used token came again, `None` if somebody wanted it so.
        reason: Option<&'a str>,
    },
    /// The identity of the session or request changed; `None` at sign-out.
    IdentityChanged {
        /// The user's `fs_uniquifier`.
        identity: Option<&'a str>,
    },
    /// A session on the server was used with a token that had been replaced: somebody has a copy of
    /// its cookie. The session has ended.
    SessionReplayed {
        /// Whose session it was.
        user: &'a User,
        /// The session.
        session: &'a ServerSession,
    },
    /// An account was locked after too many wrong passwords or codes.
    AccountLocked {
        /// Whose.
        user: &'a User,
        /// When the lock ends by itself (UTC), if it does.
        until: Option<DateTime>,
    },
    /// A lock was ended, by somebody rather than by time.
    AccountUnlocked {
        /// Whose.
        user: &'a User,
        /// `mail` or `administrator`.
        via: &'a str,
    },
    /// Somebody ended a session on the server that was not their browser's own, or, without a
    /// session, all that a user's sign-ins had left behind.
    SessionRevoked {
        /// Whose session it was.
        user: &'a User,
        /// The session; `None`: every one, with tokens and remember-me cookies.
        session: Option<&'a ServerSession>,
    },
    /// A message was flashed into the session.
    MessageFlashed {
        /// The text in the caller's language.
        message: &'a str,
        /// `error`, `info`, `success` or `warning`.
        category: &'a str,
    },
}

impl Event<'_> {
    /// The event's name in logs and webhooks.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::UserAuthenticated { .. } => "user_authenticated",
            Self::UserUnauthenticated => "user_unauthenticated",
            Self::UserFailedAuthn { .. } => "user_failed_authn",
            Self::UserRegistered { .. } => "user_registered",
            Self::UserNotRegistered { .. } => "user_not_registered",
            Self::PasswordChanged { .. } => "password_changed",
            Self::RefreshTrackerCreated { .. } => "refresh_tracker_created",
            Self::RefreshTrackerRevoked { .. } => "refresh_tracker_revoked",
            Self::IdentityChanged { .. } => "identity_changed",
            Self::SessionReplayed { .. } => "session_replayed",
            Self::AccountLocked { .. } => "account_locked",
            Self::AccountUnlocked { .. } => "account_unlocked",
            Self::SessionRevoked { .. } => "session_revoked",
            Self::MessageFlashed { .. } => "message_flashed",
        }
    }

    /// What the event carries, under the names of the reference's signals. A user is
    /// `{"id", "email", "fs_uniquifier"}`; keep it from logs, as the uniquifier names sessions.
    ///
    /// ```
    /// use gatewright::event::Event;
    ///
    /// let event = Event::MessageFlashed { message: "Hello", category: "info" };
    /// assert_eq!(event.payload()["category"], "info");
    /// ```
    pub fn payload(&self) -> Map<String, Value> {
        let payload = match self {
            Self::UserUnauthenticated => json!({}),
            Self::UserAuthenticated { user, via } => {
                json!({ "user": person(user), "authn_via": via })
            }
            Self::UserFailedAuthn { user, auth_type, tfa } => {
                json!({ "user": person(user), "auth_type": auth_type, "tfa": tfa })
            }
            Self::UserRegistered { user, form_data } => {
                let token = Value::Null;
                json!({ "user": person(user), "confirmation_token": token, "form_data": form_data })
            }
            Self::UserNotRegistered { user, existing_email, existing_username, form_data } => {
                json!({
                    "user": user.map(person),
                    "existing_email": existing_email,
                    "existing_username": existing_username,
                    "form_data": form_data,
                })
            }
            Self::PasswordChanged { user } => json!({ "user": person(user) }),
            Self::RefreshTrackerCreated { user, refresh } => {
                json!({ "user": person(user), "refresh_tracker": tracker(refresh) })
            }
            Self::RefreshTrackerRevoked { user, refresh, reason } => {
                json!({
                    "user": user.map(person),
                    "refresh_tracker": tracker(refresh),
                    "refresh_errors": reason,
                })
            }
            Self::IdentityChanged { identity } => json!({ "identity": identity }),
            Self::SessionReplayed { user, session } => {
                json!({ "user": person(user), "session": session.id() })
            }
            Self::AccountLocked { user, until } => {
                json!({ "user": person(user), "until": until.map(|time| time.to_string()) })
            }
            Self::AccountUnlocked { user, via } => json!({ "user": person(user), "via": via }),
            Self::SessionRevoked { user, session } => {
                json!({ "user": person(user), "session": session.map(ServerSession::id) })
            }
            Self::MessageFlashed { message, category } => {
                json!({ "message": message, "category": category })
            }
        };
        match payload {
            Value::Object(map) => map,
            _ => Map::new(),
        }
    }
}

fn tracker(refresh: &Refresh) -> Value {
    json!({
        "id": refresh.id,
        "refresh_family": refresh.family,
        "gen": refresh.generation,
        "user_id": key(&refresh.user_id),
    })
}

fn key(id: &UserId) -> Value {
    match id {
        UserId::Int(id) => json!(id),
        UserId::Text(id) => json!(id),
    }
}

fn person(user: &User) -> Value {
    let id = key(&user.id);
    json!({ "id": id, "email": user.email, "fs_uniquifier": user.uniquifier })
}

/// Hears of every [`Event`]. It is awaited before the answer leaves, and cannot fail a request.
#[async_trait]
pub trait Listener: Send + Sync + 'static {
    /// Takes notice; `facts` is `None` outside of a request.
    async fn notice(&self, facts: Option<&Facts>, event: &Event<'_>);
}
