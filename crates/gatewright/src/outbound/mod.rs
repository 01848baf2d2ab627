//! What leaves the house: mails, by SMTP, to the terminal or into files, through the outbox; and
//! questions to other services over HTTP; events to whom they are posted.

#[cfg(feature = "smtp")]
mod file;
pub mod http;
mod log;
mod mail;
#[cfg(feature = "smtp")]
mod mime;
mod post;
mod retry;
#[cfg(feature = "smtp")]
mod smtp;
mod webhooks;

pub use mail::{Mail, Mailbox, Mailer};

#[cfg(feature = "smtp")]
pub(crate) use file::Folder;
pub(crate) use log::Terminal;
pub(crate) use post::{Letterbox, Outgoing, Post};
#[cfg(feature = "smtp")]
pub(crate) use smtp::{Server, Smtp, Tls};
pub(crate) use webhooks::Webhooks;

#[cfg(test)]
#[cfg(feature = "smtp")]
mod tests;
