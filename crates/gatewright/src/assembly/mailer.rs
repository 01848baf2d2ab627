//! Who takes mails, as the settings say.

use std::sync::Arc;

use gatewright_wire::fernet::Fernet;
use tokio::sync::Notify;

use crate::config::{Config, MailSender};
use crate::error::{Error, Result};
use crate::outbound::{Mailer, Post, Terminal};

/// What the key of letters is derived for.
const PURPOSE: &str = "gatewright outbox";

pub(super) fn post(config: &Config, own: Option<Arc<dyn Mailer>>) -> Result<Post> {
    let mailer = match own {
        Some(mailer) => mailer,
        None => mailer(config)?,
    };
    let secrets = config.core.secret_key.iter().chain(&config.core.secret_key_fallbacks);
    let seals = secrets.map(|secret| Fernet::derived(secret.as_bytes(), PURPOSE));
    let timeout = config.mail.timeout;
    Ok(Post {
        mailer,
        seals: seals.collect::<gatewright_wire::Result<_>>()?,
        delivery: config.core.delivery,
        timeout: timeout.try_into().map_err(|_| Error::config("MAIL_TIMEOUT must be positive"))?,
        give_up_after: config.mail.give_up_after,
        silent: config.mail.suppress_send,
        bell: Arc::new(Notify::new()),
    })
}

/// The mailer that the settings describe.
pub(crate) fn mailer(config: &Config) -> Result<Arc<dyn Mailer>> {
    let set = !config.mail.server.is_empty();
    match config.mail.sender_kind {
        Some(MailSender::Smtp) => smtp(config),
        None if set => smtp(config),
        None => Ok(Arc::new(Terminal { always: false })),
        Some(MailSender::Log) => Ok(Arc::new(Terminal { always: true })),
        Some(MailSender::File) => folder(config),
    }
}

#[cfg(feature = "smtp")]
fn smtp(config: &Config) -> Result<Arc<dyn Mailer>> {
    use crate::outbound::{Server, Smtp, Tls};
    let mail = &config.mail;
    let tls = match (mail.use_ssl, mail.use_tls) {
        (true, _) => Tls::Immediate,
        (false, true) => Tls::Upgraded,
        (false, false) => Tls::None,
    };
    let account = mail.username.clone().zip(mail.password.clone());
    Ok(Arc::new(Smtp::new(&Server {
        host: mail.server.clone(),
        port: mail.port,
        tls,
        account,
        timeout: mail.timeout.try_into().unwrap_or_default(),
    })?))
}

#[cfg(feature = "smtp")]
fn folder(config: &Config) -> Result<Arc<dyn Mailer>> {
    use crate::outbound::Folder;
    let folder = config.mail.folder.as_deref();
    let folder = folder.ok_or_else(|| {
        Error::config("MAIL_FOLDER is missing: it is where MAIL_SENDER = \"file\" writes mails")
    })?;
    Ok(Arc::new(Folder::new(folder)))
}

#[cfg(not(feature = "smtp"))]
fn smtp(_: &Config) -> Result<Arc<dyn Mailer>> {
    // An application that sends no mail needs none of it.
    Ok(Arc::new(Terminal { always: false }))
}

#[cfg(not(feature = "smtp"))]
fn folder(_: &Config) -> Result<Arc<dyn Mailer>> {
    Err(Error::config("MAIL_SENDER = \"file\" needs the cargo feature `smtp`"))
}
