//! A mail, and whoever takes it.

use std::fmt;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::config::Sender;
use crate::error::Result;

/// A mail, not yet encoded. Every text may hold any language; line breaks in a name, an address, a
/// subject or a header become blanks, so that nobody can add a header (RFC 5322).
///
/// `Debug` shows the `Message-ID` alone: the rest is private, and links in it are secrets.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mail {
    /// Whom it is for.
    pub to: Mailbox,
    /// Whom it is from.
    pub sender: Mailbox,
    /// The subject.
    pub subject: String,
    /// The part in plain text.
    pub text: Option<String>,
    /// The part in HTML.
    pub html: Option<String>,
    /// Further headers.
    pub headers: Vec<(String, String)>,
    /// The `Message-ID`, without angle brackets. It stays the same when a mail is sent again.
    pub message_id: String,
    /// The `Date`, in seconds since 1970.
    pub date: i64,
}

/// A name and an address.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailbox {
    /// The name that is shown.
    pub name: Option<String>,
    /// The address.
    pub address: String,
}

/// Takes mails: the SMTP server, or a service that the application prefers.
///
/// ```
/// use gatewright::{Error, Mail, Mailer, Result, async_trait};
///
/// struct Service;
///
/// #[async_trait]
/// impl Mailer for Service {
///     async fn send(&self, mail: &Mail) -> Result<()> {
///         if mail.to.address.ends_with("@example.com") {
///             return Err(Error::mail_refused("nobody reads mail there"));
///         }
///         // Hand it over to the service, as it likes it.
///         Ok(())
///     }
/// }
/// ```
#[async_trait]
pub trait Mailer: Send + Sync + 'static {
    /// Hands a mail over. It may be asked to send a mail again if the process died before the
    /// first answer was written down; the `Message-ID` is the same then.
    ///
    /// # Errors
    /// [`mail_refused`](crate::Error::mail_refused) if trying again is of no use; after any other
    /// error the mail is tried again later.
    async fn send(&self, mail: &Mail) -> Result<()>;

    /// As [`Mailer::send`], and says what the other side answered.
    ///
    /// # Errors
    /// As [`Mailer::send`].
    async fn send_and_report(&self, mail: &Mail) -> Result<String> {
        self.send(mail).await?;
        Ok("accepted".to_owned())
    }
}

impl Mail {
    /// A mail without contents; `id` must be unique, `date` is in seconds since 1970.
    ///
    /// It is marked as sent by a program, so that no automatic answer comes back (RFC 3834).
    pub fn new(sender: Mailbox, to: Mailbox, subject: &str, id: &str, date: i64) -> Self {
        let domain = sender.address.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
        let domain = idna::domain_to_ascii(domain).unwrap_or_else(|_| "localhost".to_owned());
        Self {
            message_id: format!("{id}@{domain}"),
            headers: vec![("Auto-Submitted".to_owned(), "auto-generated".to_owned())],
            subject: one_line(subject),
            to,
            sender,
            text: None,
            html: None,
            date,
        }
    }
}

impl Mailbox {
    /// An address without a name.
    pub fn new(address: impl Into<String>) -> Self {
        Self { name: None, address: address.into() }
    }
}

impl From<&Sender> for Mailbox {
    fn from(sender: &Sender) -> Self {
        Self { name: sender.name.clone(), address: sender.address.clone() }
    }
}

impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mail").field("message_id", &self.message_id).finish_non_exhaustive()
    }
}

impl fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mailbox").finish_non_exhaustive()
    }
}

/// A text without line breaks and other control characters, blanks in their place.
pub(super) fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").trim().to_owned()
}
