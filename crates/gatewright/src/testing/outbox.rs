//! Mails that were sent in a test.

use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

use crate::error::Result;
use crate::outbound::{Mail, Mailer};

/// Takes every mail and keeps it; clones share one list.
///
/// ```
/// use gatewright::testing::TestApp;
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = TestApp::new(|_| {}).await;
/// assert!(app.outbox().is_empty());
/// # }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Outbox(Arc<Mutex<Vec<Mail>>>);

/// A mail that was sent. It has the members of a [`Mail`].
#[derive(Debug, Clone)]
pub struct Sent(Mail);

#[allow(clippy::panic, clippy::expect_used, reason = "a mail that is not there fails a test")]
impl Outbox {
    /// The last mail.
    ///
    /// # Panics
    /// There is none.
    pub fn last(&self) -> Sent {
        Sent(self.mails().last().expect("no mail was sent").clone())
    }

    /// All mails, the oldest first.
    pub fn all(&self) -> Vec<Sent> {
        self.mails().iter().cloned().map(Sent).collect()
    }

    /// All mails since the last call.
    pub fn take(&self) -> Vec<Sent> {
        std::mem::take(&mut *self.mails()).into_iter().map(Sent).collect()
    }

    /// How many mails there are.
    pub fn len(&self) -> usize {
        self.mails().len()
    }

    /// True if there is none.
    pub fn is_empty(&self) -> bool {
        self.mails().is_empty()
    }

    fn mails(&self) -> MutexGuard<'_, Vec<Mail>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Mailer for Outbox {
    async fn send(&self, mail: &Mail) -> Result<()> {
        self.mails().push(mail.clone());
        Ok(())
    }
}

#[allow(clippy::panic, clippy::expect_used, reason = "a link that is not there fails a test")]
impl Sent {
    /// The plain text.
    ///
    /// # Panics
    /// The mail has none.
    pub fn text(&self) -> &str {
        self.0.text.as_deref().expect("the mail has no plain text")
    }

    /// The first link of the plain text.
    ///
    /// # Panics
    /// There is none.
    pub fn link(&self) -> String {
        let words = self.text().split_whitespace();
        let mut links =
            words.filter(|word| word.starts_with("https://") || word.starts_with("http://"));
        links.next().unwrap_or_else(|| panic!("no link in: {}", self.text())).to_owned()
    }

    /// The path and query of the first link, as a [`Browser`](crate::testing::Browser) takes them.
    ///
    /// # Panics
    /// There is none.
    pub fn path(&self) -> String {
        let link = self.link();
        let rest = link.split_once("://").map_or("", |(_, rest)| rest);
        rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/").to_owned()
    }
}

impl Deref for Sent {
    type Target = Mail;

    fn deref(&self) -> &Mail {
        &self.0
    }
}
