//! What each event carries.

use std::fmt;

use serde_json::{Map, Value, json};

use super::Event;
use crate::model::{Refresh, ServerSession, User, UserId};

/// Keys of a payload whose values open an account.
const SECRET: &[&str] = &["confirmation_token", "login_token", "token"];

impl<'a> Event<'a> {
    /// What an application lets administrators do, for [`Cx::announce`](crate::Cx::announce): `action`
    /// is a name of its own, `user` is whom it was done to. It is `administered` in the audit log.
    ///
    /// ```
    /// use gatewright::{Cx, User};
    /// use gatewright::event::Event;
    ///
    /// async fn refunded(cx: &Cx, user: &User, amount: u64) {
    ///     let details = [("amount".to_owned(), amount.into())].into_iter().collect();
    ///     cx.announce(Event::administered("orders refund", Some(user), &details)).await;
    /// }
    /// ```
    pub fn administered(
        action: &'a str,
        user: Option<&'a User>,
        details: &'a Map<String, Value>,
    ) -> Self {
        Self::Administered { action, user, details }
    }
}

impl Event<'_> {
    /// What the event carries, under the names of the reference's signals. A user is
    /// `{"id", "email", "fs_uniquifier"}`. It holds the tokens of mailed links: keep it from logs, or
    /// take [`Event::redacted`].
    ///
    /// ```
    /// use gatewright::event::Event;
    ///
    /// fn category(event: &Event<'_>) -> Option<String> {
    ///     Some(event.payload().get("category")?.as_str()?.to_owned())
    /// }
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
            Self::UserRegistered { user, confirmation_token: token, form_data } => {
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
            Self::UserConfirmed { user }
            | Self::PasswordReset { user }
            | Self::PasswordChanged { user }
            | Self::UsernameRecoveryEmailSent { user }
            | Self::AccountClosed { user }
            | Self::AccountReopened { user }
            | Self::UserCreated { user }
            | Self::UserActivated { user }
            | Self::UserDeactivated { user }
            | Self::UserDeleted { user } => json!({ "user": person(user) }),
            Self::ConfirmInstructionsSent { user, token }
            | Self::ResetPasswordInstructionsSent { user, token } => {
                json!({ "user": person(user), "token": token })
            }
            Self::LoginInstructionsSent { user, login_token } => {
                json!({ "user": person(user), "login_token": login_token })
            }
            Self::ChangeEmailInstructionsSent { user, new_email, token } => {
                json!({ "user": person(user), "new_email": new_email, "token": token })
            }
            Self::ChangeEmailConfirmed { user, old_email } => {
                json!({ "user": person(user), "old_email": old_email })
            }
            Self::EmailChangeUndone { user, undone_email } => {
                json!({ "user": person(user), "undone_email": undone_email })
            }
            Self::UsernameChanged { user, old_username } => {
                json!({ "user": person(user), "old_username": old_username })
            }
            Self::Administered { action, user, details } => {
                json!({ "user": user.map(person), "action": action, "details": details })
            }
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

    /// As [`Event::payload`] without the tokens of mailed links and the users' `fs_uniquifier` (also
    /// the `identity` of `identity_changed`), whose keys are left out: for logs and other services.
    ///
    /// ```
    /// use gatewright::event::Event;
    /// use serde_json::Value;
    ///
    /// /// `confirm_instructions_sent {"user":{"email":"joe@lp.com","id":1}}`
    /// fn line(event: &Event<'_>) -> String {
    ///     format!("{} {}", event.name(), Value::Object(event.redacted()))
    /// }
    /// ```
    pub fn redacted(&self) -> Map<String, Value> {
        let mut payload = self.payload();
        payload.retain(|key, _| !SECRET.contains(&key.as_str()));
        if let Some(Value::Object(user)) = payload.get_mut("user") {
            user.remove("fs_uniquifier");
        }
        // Of a sign-out it is null, and says so.
        payload.retain(|key, value| key != "identity" || value.is_null());
        payload
    }

    /// Whose account it is about.
    pub fn user(&self) -> Option<&User> {
        match self {
            Self::UserUnauthenticated
            | Self::IdentityChanged { .. }
            | Self::MessageFlashed { .. } => None,
            Self::UserNotRegistered { user, .. }
            | Self::RefreshTrackerRevoked { user, .. }
            | Self::Administered { user, .. } => *user,
            Self::UserAuthenticated { user, .. }
            | Self::UserFailedAuthn { user, .. }
            | Self::UserRegistered { user, .. }
            | Self::UserConfirmed { user }
            | Self::ConfirmInstructionsSent { user, .. }
            | Self::LoginInstructionsSent { user, .. }
            | Self::ResetPasswordInstructionsSent { user, .. }
            | Self::PasswordReset { user }
            | Self::ChangeEmailInstructionsSent { user, .. }
            | Self::ChangeEmailConfirmed { user, .. }
            | Self::EmailChangeUndone { user, .. }
            | Self::UsernameChanged { user, .. }
            | Self::UsernameRecoveryEmailSent { user }
            | Self::AccountClosed { user }
            | Self::AccountReopened { user }
            | Self::UserCreated { user }
            | Self::UserActivated { user }
            | Self::UserDeactivated { user }
            | Self::UserDeleted { user }
            | Self::PasswordChanged { user }
            | Self::RefreshTrackerCreated { user, .. }
            | Self::SessionReplayed { user, .. }
            | Self::AccountLocked { user, .. }
            | Self::AccountUnlocked { user, .. }
            | Self::SessionRevoked { user, .. } => Some(user),
        }
    }
}

impl fmt::Debug for Event<'_> {
    /// What may stand in a log: no tokens, and nothing that people typed into a form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let user = self.user().map(|user| user.id.to_string());
        f.debug_struct("Event").field("name", &self.name()).field("user", &user).finish()
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
