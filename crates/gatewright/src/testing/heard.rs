//! What happened in a test, by name.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;

use crate::event::{Event, Listener};
use crate::facts::Facts;

/// A listener that writes down what it hears; clones share one list.
///
/// ```
/// use gatewright::config::Preset;
/// use gatewright::testing::{Heard, TestApp};
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let heard = Heard::default();
/// let app = TestApp::with(Preset::Recommended, |builder| builder.listen(heard.clone())).await;
/// app.user("joe@lp.com", "correct horse").await;
/// app.browser().sign_in("joe@lp.com", "correct horse").await;
/// assert_eq!(heard.take(), ["identity_changed", "user_authenticated joe@lp.com password"]);
/// # }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Heard(Arc<Mutex<Vec<String>>>);

impl Heard {
    /// What was heard since the last call: the event's name, then whose it was, then how.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[async_trait]
impl Listener for Heard {
    async fn notice(&self, _: Option<&Facts>, event: &Event<'_>) {
        let name = event.name();
        let line = match event {
            Event::UserAuthenticated { user, via } => {
                format!("{name} {} {}", user.email, via.join("+"))
            }
            Event::UserFailedAuthn { user, auth_type, .. } => {
                format!("{name} {} {auth_type}", user.email)
            }
            Event::UserRegistered { user, .. } | Event::PasswordChanged { user } => {
                format!("{name} {}", user.email)
            }
            Event::UserNotRegistered { user, existing_email, existing_username, .. } => {
                let owner = user.map_or("nobody", |user| user.email.as_str());
                format!("{name} {owner} email={existing_email} username={existing_username}")
            }
            Event::RefreshTrackerCreated { user, .. } => format!("{name} {}", user.email),
            Event::RefreshTrackerRevoked { user, reason, .. } => {
                let owner = user.map_or("nobody", |user| user.email.as_str());
                format!("{name} {owner} {}", reason.unwrap_or("wanted"))
            }
            Event::AccountLocked { user, .. } => format!("{name} {}", user.email),
            Event::AccountUnlocked { user, via } => format!("{name} {} {via}", user.email),
            Event::MessageFlashed { category, .. } => format!("{name} {category}"),
            _ => match event.user() {
                Some(user) => format!("{name} {}", user.email),
                None => name.to_owned(),
            },
        };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }
}
