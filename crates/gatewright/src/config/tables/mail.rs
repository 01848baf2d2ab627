//! Mail: addresses, contents, and the server that takes it.

use std::path::PathBuf;

use jiff::SignedDuration;

use crate::config::secret::Secret;
use crate::config::table::settings;
use crate::config::types::{MailSender, Options, Sender};

settings! {
    /// Mail: addresses, contents, and the server that takes it. More: [mail](mail.md).
    "Mail"
    pub struct Settings {
        /// Options for the check of email addresses. None: the usual rules.
        email_validator_args: Option<Options> = None => "SECURITY_EMAIL_VALIDATOR_ARGS",
        /// Sender. None: `MAIL_DEFAULT_SENDER`, else `no-reply@localhost`.
        sender: Option<Sender> = None => "SECURITY_EMAIL_SENDER",
        /// Mails have a part in plain text.
        plaintext: bool = true => "SECURITY_EMAIL_PLAINTEXT",
        /// Mails have a part in HTML.
        html: bool = true => "SECURITY_EMAIL_HTML",
        /// Who takes mails. None: the SMTP server if `MAIL_SERVER` is set; else the terminal, and
        /// without a terminal mails wait in the outbox until a server is set.
        sender_kind: Option<MailSender> = Some(MailSender::Smtp), recommended = None
            => "MAIL_SENDER",
        /// Folder of `MAIL_SENDER = "file"`.
        folder: Option<PathBuf> = None => "MAIL_FOLDER",
        /// How long the server may take for one mail.
        timeout: SignedDuration = SignedDuration::from_secs(30) => "MAIL_TIMEOUT",
        /// How long to try again while the server is down or refuses for the moment.
        give_up_after: SignedDuration = SignedDuration::from_hours(120) => "MAIL_GIVE_UP_AFTER",
        /// Host of the SMTP server. Empty: none.
        server: String = "127.0.0.1".into(), recommended = String::new() => "MAIL_SERVER",
        /// Port of the SMTP server.
        port: u16 = 25 => "MAIL_PORT",
        /// Switch to TLS after connecting (STARTTLS).
        use_tls: bool = false => "MAIL_USE_TLS",
        /// Connect with TLS.
        use_ssl: bool = false => "MAIL_USE_SSL",
        /// User name at the server.
        username: Option<String> = None => "MAIL_USERNAME",
        /// Password at the server.
        password: Option<Secret> = None => "MAIL_PASSWORD",
        /// Sender where none is given.
        default_sender: Option<Sender> = None => "MAIL_DEFAULT_SENDER",
        /// Trace of the conversation with the server; follows `DEBUG`.
        debug: i64 = 0 => "MAIL_DEBUG",
        /// Most messages over one connection.
        max_emails: Option<u32> = None => "MAIL_MAX_EMAILS",
        /// Send nothing; follows `TESTING`.
        suppress_send: bool = false => "MAIL_SUPPRESS_SEND",
        /// Names of attachments in ASCII.
        ascii_attachments: bool = false => "MAIL_ASCII_ATTACHMENTS",
    }
}
