//! What happened, told to whoever listens. Events are for observers: a rule is never hidden here. What
//! changes or stops something is a [hook](crate::Hooks).

mod names;
mod payload;
mod select;
#[cfg(test)]
mod tests;
pub mod webhook;

use async_trait::async_trait;
use jiff::civil::DateTime;
use serde_json::{Map, Value};

use crate::facts::Facts;
use crate::model::{Refresh, ServerSession, User};

pub use names::NAMES;

pub(crate) use select::Selection;

/// Something that happened. Names and moments are those of the reference's signals.
///
/// Those of mailed links carry the link's token, which opens the account once: send it to nobody else,
/// and log [`Event::redacted`] or `{:?}`, which leave it out.
#[derive(Clone)]
#[non_exhaustive]
pub enum Event<'a> {
    /// Somebody signed in; `via` says how (`password`, `register`, …).
    #[non_exhaustive]
    UserAuthenticated {
        /// Who.
        user: &'a User,
        /// How it was proven.
        via: &'a [&'a str],
    },
    /// A guarded page was asked for by nobody known.
    UserUnauthenticated,
    /// A known user's credentials were wrong.
    #[non_exhaustive]
    UserFailedAuthn {
        /// Whose credentials were tried.
        user: &'a User,
        /// `password`, `passcode`, `passkey` or `code`.
        auth_type: &'a str,
        /// True at the second factor.
        tfa: bool,
    },
    /// An account was made by its owner.
    #[non_exhaustive]
    UserRegistered {
        /// The new account.
        user: &'a User,
        /// The token of the link that confirms the address, if one was mailed.
        confirmation_token: Option<&'a str>,
        /// What the form held, without passwords.
        form_data: &'a Map<String, Value>,
    },
    /// Somebody tried to register what exists already (only with generic responses).
    #[non_exhaustive]
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
    /// An address was confirmed.
    #[non_exhaustive]
    UserConfirmed {
        /// Whose.
        user: &'a User,
    },
    /// A link that confirms the address was mailed.
    #[non_exhaustive]
    ConfirmInstructionsSent {
        /// To whom.
        user: &'a User,
        /// The link's token.
        token: &'a str,
    },
    /// A link that signs in was mailed.
    #[non_exhaustive]
    LoginInstructionsSent {
        /// To whom.
        user: &'a User,
        /// The link's token.
        login_token: &'a str,
    },
    /// A link that sets a new password was mailed.
    #[non_exhaustive]
    ResetPasswordInstructionsSent {
        /// To whom.
        user: &'a User,
        /// The link's token.
        token: &'a str,
    },
    /// A forgotten password was replaced through a mailed link.
    #[non_exhaustive]
    PasswordReset {
        /// Whose.
        user: &'a User,
    },
    /// A link that confirms a new address was mailed to that address.
    #[non_exhaustive]
    ChangeEmailInstructionsSent {
        /// Who wants to change it.
        user: &'a User,
        /// The new address.
        new_email: &'a str,
        /// The link's token.
        token: &'a str,
    },
    /// An address was changed.
    #[non_exhaustive]
    ChangeEmailConfirmed {
        /// Whose; the address is the new one.
        user: &'a User,
        /// The address before.
        old_email: &'a str,
    },
    /// The owner of the old address took the change of address back.
    #[non_exhaustive]
    EmailChangeUndone {
        /// Whose; the address is the old one again.
        user: &'a User,
        /// The address that it had been changed to.
        undone_email: &'a str,
    },
    /// A username was changed.
    #[non_exhaustive]
    UsernameChanged {
        /// Whose; the username is the new one.
        user: &'a User,
        /// The username before, if there was one.
        old_username: Option<&'a str>,
    },
    /// A forgotten username was mailed.
    #[non_exhaustive]
    UsernameRecoveryEmailSent {
        /// To whom.
        user: &'a User,
    },
    /// The owner closed the account; it can be opened again until its time has run out.
    #[non_exhaustive]
    AccountClosed {
        /// Whose.
        user: &'a User,
    },
    /// The owner opened a closed account again.
    #[non_exhaustive]
    AccountReopened {
        /// Whose.
        user: &'a User,
    },
    /// An account was made by an administrator.
    #[non_exhaustive]
    UserCreated {
        /// The new account.
        user: &'a User,
    },
    /// An account was enabled by an administrator.
    #[non_exhaustive]
    UserActivated {
        /// Whose.
        user: &'a User,
    },
    /// An account was disabled by an administrator.
    #[non_exhaustive]
    UserDeactivated {
        /// Whose.
        user: &'a User,
    },
    /// An account was deleted.
    #[non_exhaustive]
    UserDeleted {
        /// Whose it was.
        user: &'a User,
    },
    /// An administrator did something else, by a command for example.
    #[non_exhaustive]
    Administered {
        /// What was done, as the command says it (`roles add`).
        action: &'a str,
        /// To whom, if to one user.
        user: Option<&'a User>,
        /// What it was done with; never a secret.
        details: &'a Map<String, Value>,
    },
    /// A password was changed by who knew the old one, or by an administrator.
    #[non_exhaustive]
    PasswordChanged {
        /// Whose.
        user: &'a User,
    },
    /// A sign-in began a family of refresh tokens.
    #[non_exhaustive]
    RefreshTrackerCreated {
        /// Whose.
        user: &'a User,
        /// The family.
        refresh: &'a Refresh,
    },
    /// A family of refresh tokens was revoked.
    #[non_exhaustive]
    RefreshTrackerRevoked {
        /// Whose; absent if the user is gone.
        user: Option<&'a User>,
        /// The family.
        refresh: &'a Refresh,
        /// `GEN_MISMATCH` if a used token came again, `None` if somebody wanted it so.
        reason: Option<&'a str>,
    },
    /// The identity of the session or request changed; `None` at sign-out.
    #[non_exhaustive]
    IdentityChanged {
        /// The user's `fs_uniquifier`.
        identity: Option<&'a str>,
    },
    /// A session on the server was used with a token that had been replaced: somebody has a copy of
    /// its cookie. The session has ended.
    #[non_exhaustive]
    SessionReplayed {
        /// Whose session it was.
        user: &'a User,
        /// The session.
        session: &'a ServerSession,
    },
    /// An account was locked after too many wrong passwords or codes.
    #[non_exhaustive]
    AccountLocked {
        /// Whose.
        user: &'a User,
        /// When the lock ends by itself (UTC), if it does.
        until: Option<DateTime>,
    },
    /// A lock was ended, by somebody rather than by time.
    #[non_exhaustive]
    AccountUnlocked {
        /// Whose.
        user: &'a User,
        /// `mail` or `administrator`.
        via: &'a str,
    },
    /// Somebody ended a session on the server that was not their browser's own, or, without a
    /// session, all that a user's sign-ins had left behind.
    #[non_exhaustive]
    SessionRevoked {
        /// Whose session it was.
        user: &'a User,
        /// The session; `None`: every one, with tokens and remember-me cookies.
        session: Option<&'a ServerSession>,
    },
    /// A message was flashed into the session.
    #[non_exhaustive]
    MessageFlashed {
        /// The text in the caller's language.
        message: &'a str,
        /// `error`, `info`, `success` or `warning`.
        category: &'a str,
    },
}

/// Hears of every [`Event`]. It is awaited before the answer leaves, and cannot fail a request: a panic
/// in it is logged. Hand long work to a task, and what must not get lost to a webhook
/// (`EVENTS_WEBHOOK_URL`), which waits in the database until it is taken.
///
/// ```
/// use gatewright::event::{Event, Listener};
/// use gatewright::facts::Facts;
/// use gatewright::{Security, async_trait};
///
/// struct Welcome;
///
/// #[async_trait]
/// impl Listener for Welcome {
///     async fn notice(&self, _: Option<&Facts>, event: &Event<'_>) {
///         // Further events come with later versions: leave room for them.
///         if let Event::UserConfirmed { user, .. } = event {
///             println!("{} may come in", user.email);
///         }
///     }
/// }
///
/// let builder = Security::builder().listen(Welcome);
/// ```
#[async_trait]
pub trait Listener: Send + Sync + 'static {
    /// Takes notice; `facts` is `None` outside of a request.
    async fn notice(&self, facts: Option<&Facts>, event: &Event<'_>);
}
