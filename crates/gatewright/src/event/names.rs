//! What events are called.

use crate::event::Event;

/// The names of all events, in the order of the alphabet.
pub const NAMES: &[&str] = &[
    "account_closed",
    "account_locked",
    "account_reopened",
    "account_unlocked",
    "administered",
    "change_email_confirmed",
    "change_email_instructions_sent",
    "confirm_instructions_sent",
    "email_change_undone",
    "identity_changed",
    "login_instructions_sent",
    "message_flashed",
    "password_changed",
    "password_reset",
    "refresh_tracker_created",
    "refresh_tracker_revoked",
    "reset_password_instructions_sent",
    "session_replayed",
    "session_revoked",
    "user_activated",
    "user_authenticated",
    "user_confirmed",
    "user_created",
    "user_deactivated",
    "user_deleted",
    "user_failed_authn",
    "user_not_registered",
    "user_registered",
    "user_unauthenticated",
    "username_changed",
    "username_recovery_email_sent",
];

impl Event<'_> {
    /// The event's name in logs and webhooks.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::UserAuthenticated { .. } => "user_authenticated",
            Self::UserUnauthenticated => "user_unauthenticated",
            Self::UserFailedAuthn { .. } => "user_failed_authn",
            Self::UserRegistered { .. } => "user_registered",
            Self::UserNotRegistered { .. } => "user_not_registered",
            Self::UserConfirmed { .. } => "user_confirmed",
            Self::ConfirmInstructionsSent { .. } => "confirm_instructions_sent",
            Self::LoginInstructionsSent { .. } => "login_instructions_sent",
            Self::ResetPasswordInstructionsSent { .. } => "reset_password_instructions_sent",
            Self::PasswordReset { .. } => "password_reset",
            Self::ChangeEmailInstructionsSent { .. } => "change_email_instructions_sent",
            Self::ChangeEmailConfirmed { .. } => "change_email_confirmed",
            Self::EmailChangeUndone { .. } => "email_change_undone",
            Self::UsernameChanged { .. } => "username_changed",
            Self::UsernameRecoveryEmailSent { .. } => "username_recovery_email_sent",
            Self::AccountClosed { .. } => "account_closed",
            Self::AccountReopened { .. } => "account_reopened",
            Self::UserCreated { .. } => "user_created",
            Self::UserActivated { .. } => "user_activated",
            Self::UserDeactivated { .. } => "user_deactivated",
            Self::UserDeleted { .. } => "user_deleted",
            Self::Administered { .. } => "administered",
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
}
