//! What an application may change. Every method has a default.

mod fields;

use async_trait::async_trait;
use serde_json::{Map, Value};

use crate::error::Result;
use crate::facts::Facts;
use crate::i18n::messages::Message;
use crate::model::{NewUser, User};
use crate::principal::Need;

pub use fields::{ExtraField, FieldKind};

/// Questions that this crate asks of the application. What is not answered stays as it is.
///
/// They are asked while a request waits, so a question that needs long holds it up. Who only wants to
/// hear of what happened is a [`Listener`](crate::event::Listener).
///
/// ```
/// use gatewright::hooks::Hooks;
/// use gatewright::i18n::messages::{self as msg, Message};
/// use gatewright::{Result, Security, async_trait};
///
/// /// Nobody calls themselves as we do.
/// struct Ours;
///
/// #[async_trait]
/// impl Hooks for Ours {
///     async fn username_fault(&self, username: &str) -> Result<Option<Message>> {
///         let ours = ["admin", "support"].contains(&username.to_lowercase().as_str());
///         Ok(ours.then(|| msg::USERNAME_ALREADY_ASSOCIATED.with("username", username)))
///     }
/// }
///
/// let builder = Security::builder().hooks(Ours);
/// ```
#[async_trait]
pub trait Hooks: Send + Sync + 'static {
    /// Whether this account is locked, and the text for its owner. Asked at every sign-in after
    /// the credentials were right; `None` lets the user in.
    ///
    /// # Errors
    /// The answer cannot be had: nobody gets in.
    async fn locked(&self, user: &User) -> Result<Option<Lock>> {
        let _ = user;
        Ok(None)
    }

    /// What a new password lacks beside length and strength; an empty list accepts it.
    ///
    /// # Errors
    /// The answer cannot be had: the password is not taken.
    async fn password_faults(&self, password: &str, user: Option<&User>) -> Result<Vec<Message>> {
        let _ = (password, user);
        Ok(Vec::new())
    }

    /// The object under `response.user` in JSON answers. The preset `recommended` adds `email` and
    /// `username`, unless they are there.
    fn user_payload(&self, user: &User) -> Map<String, Value> {
        let _ = user;
        Map::new()
    }

    /// What a user may do beside roles and permissions, for example edit a particular post.
    ///
    /// # Errors
    /// The answer cannot be had: the request is not let through.
    async fn needs(&self, user: &User) -> Result<Vec<Need>> {
        let _ = user;
        Ok(Vec::new())
    }

    /// When a new authentication token of this user ends, in seconds since 1970; 0 is never. `None`
    /// leaves it to `TOKEN_EXPIRE_TIMESTAMP`. `TOKEN_MAX_AGE` ends the token, too.
    fn token_expire_timestamp(&self, user: &User) -> Option<i64> {
        let _ = user;
        None
    }

    /// Further members of an authentication token.
    fn augment_token(&self, user: &User, token: &mut Map<String, Value>) {
        let _ = (user, token);
    }

    /// Whether an otherwise good authentication token is accepted.
    fn verify_token(&self, user: &User, token: &Map<String, Value>) -> bool {
        let _ = (user, token);
        true
    }

    /// The language of this user's pages and mails, such as `de`; `None` is that of the request.
    fn language(&self, user: &User) -> Option<String> {
        let _ = user;
        None
    }

    /// What is wrong with a new address beside its form, such as a domain that may not sign up; `None`
    /// accepts it. The address is normalised. Asked at registration and when an address is changed, and
    /// by the commands that make accounts.
    ///
    /// # Errors
    /// The answer cannot be had: the address is not taken.
    async fn email_fault(&self, email: &str) -> Result<Option<Message>> {
        let _ = email;
        Ok(None)
    }

    /// What is wrong with a new username beside its letters and length, such as a reserved word;
    /// `None` accepts it. The name is normalised. Asked wherever [`Hooks::email_fault`] is.
    ///
    /// # Errors
    /// The answer cannot be had: the name is not taken.
    async fn username_fault(&self, username: &str) -> Result<Option<Message>> {
        let _ = username;
        Ok(None)
    }

    /// What is wrong with a phone number beside its form, such as a country that no message can be
    /// sent to; `None` accepts it. The number is in the form E.164. Asked wherever a number is taken,
    /// not where a user is looked up by it. Numbers need the cargo feature `phone`.
    ///
    /// # Errors
    /// The answer cannot be had: the number is not taken.
    async fn phone_fault(&self, number: &str) -> Result<Option<Message>> {
        let _ = number;
        Ok(None)
    }

    /// Fields that a form has beside ours, by Flask-Security's name of the form: `register_form`,
    /// `login_form`, `verify_form`, `send_confirmation_form`, `forgot_password_form`,
    /// `reset_password_form`, `change_password_form`, `change_email_form`, `change_username_form`,
    /// `username_recovery_form` or `passwordless_login_form`. Pages show them, JSON takes them. What is
    /// given at registration is kept in the columns of the same names, as far as `USER_EXTRA_COLUMNS`
    /// names them, and is part of the event.
    fn fields(&self, form: &str) -> Vec<ExtraField> {
        let _ = form;
        Vec::new()
    }

    /// What is wrong with what was sent, by the name of the field; asked for the forms of
    /// [`Hooks::fields`]. `values` holds `email` and `username`, as far as they were sent, and each of
    /// the application's own; null is no value, or one that is refused already. Passwords are not there.
    ///
    /// # Errors
    /// The answer cannot be had: the form is not taken.
    async fn field_faults(
        &self,
        form: &str,
        values: &Map<String, Value>,
    ) -> Result<Vec<(&'static str, Message)>> {
        let _ = (form, values);
        Ok(Vec::new())
    }

    /// Completes an account before it is made at registration: roles, columns of the application's
    /// own, `active = false` for one that an administrator has to approve. What is put there is
    /// written in the same transaction. `values` is what was sent, without passwords.
    ///
    /// # Errors
    /// The account is not made.
    async fn new_user(&self, new: &mut NewUser, values: &Map<String, Value>) -> Result<()> {
        let _ = (new, values);
        Ok(())
    }

    /// The answer to a request that is refused, in place of the usual one (a redirect to the sign-in
    /// page, a page, or JSON). `wants_json` is what the client has asked for. `None` leaves it.
    ///
    /// An answer of the application's own to [`Refused::Unauthenticated`] has to bring the challenge
    /// of its `realm`, if there is one (RFC 9110, section 11.6.1).
    fn refused(
        &self,
        facts: &Facts,
        why: Refused<'_>,
        wants_json: bool,
    ) -> Option<http::Response<Vec<u8>>> {
        let _ = (facts, why, wants_json);
        None
    }

    /// The body of a JSON answer of this crate, before it is sent: `meta` and `response`.
    fn json(&self, status: u16, body: Value) -> Value {
        let _ = status;
        body
    }

    /// Further members for the query of redirects into a single-page application, beside `email` and
    /// `identity` (`REDIRECT_BEHAVIOR`). Nothing secret: URLs are logged.
    fn redirect_query(&self, user: &User) -> Vec<(String, String)> {
        let _ = user;
        Vec::new()
    }

    /// Further names for a page or a mail, by its template name: `login_user`, `welcome`. One that the
    /// template has already is replaced. Asked for every page: what takes long is kept elsewhere.
    fn page_context(&self, page: &str, facts: &Facts) -> Map<String, Value> {
        let _ = (page, facts);
        Map::new()
    }
}

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused<'a> {
    /// Nobody is signed in, or nobody who is let in.
    Unauthenticated {
        /// The realm of HTTP Basic, where that is among what may be shown.
        realm: Option<&'a str>,
    },
    /// The user lacks a role or permission.
    Forbidden,
    /// The sign-in is too long ago.
    Stale,
}

/// An account may not sign in for now: see [`Hooks::locked`].
///
/// [`Lock::default`] tells its owner what is told about a disabled account.
///
/// ```
/// use gatewright::hooks::Lock;
///
/// let told = Lock::with_text("Come to the desk.");
/// # assert!(told.text.is_some() && Lock::default().text.is_none());
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Lock {
    /// What its owner is told; without it the text of a disabled account.
    pub text: Option<String>,
}

impl Lock {
    /// With a text for the owner.
    pub fn with_text(text: impl Into<String>) -> Self {
        Self { text: Some(text.into()) }
    }
}

/// The hooks of an application that changes nothing.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct NoHooks;

#[async_trait]
impl Hooks for NoHooks {}
