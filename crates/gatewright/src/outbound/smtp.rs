//! Mails to an SMTP server (RFC 5321), by STARTTLS (RFC 3207) or TLS from the start (RFC 8314).

use std::time::Duration;

use async_trait::async_trait;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls as Mode, TlsParameters};
use lettre::transport::smtp::response::{Code, Severity};
use lettre::transport::smtp::{Error as SmtpError, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use crate::config::Secret;
use crate::error::{Error, Result};
use crate::outbound::mail::{Mail, Mailer};
use crate::outbound::mime;

/// Connections at once; a mail that finds none free opens one more and closes it afterwards.
const CONNECTIONS: u32 = 4;
/// How long a connection is kept for the next mail.
const IDLE: Duration = Duration::from_secs(30);

/// Where the server is and how it wants to be talked to.
#[derive(Debug, Clone)]
pub(crate) struct Server {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) tls: Tls,
    pub(crate) account: Option<(String, Secret)>,
    pub(crate) timeout: Duration,
}

/// How a connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tls {
    /// Not at all.
    None,
    /// After connecting; a server that cannot gets no mail.
    Upgraded,
    /// From the start.
    Immediate,
}

/// Hands mails to one server.
#[derive(Debug)]
pub(crate) struct Smtp(AsyncSmtpTransport<Tokio1Executor>);

impl Smtp {
    pub(crate) fn new(server: &Server) -> Result<Self> {
        let parameters = || {
            TlsParameters::new(server.host.clone())
                .map_err(|error| Error::config("MAIL_SERVER: TLS cannot be used").caused_by(error))
        };
        let tls = match server.tls {
            Tls::None => Mode::None,
            Tls::Upgraded => Mode::Required(parameters()?),
            Tls::Immediate => Mode::Wrapper(parameters()?),
        };
        let pool = PoolConfig::new().max_size(CONNECTIONS).idle_timeout(IDLE);
        let mut transport =
            AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(server.host.as_str())
                .port(server.port)
                .tls(tls)
                .timeout(Some(server.timeout))
                .pool_config(pool);
        if let Some((user, password)) = &server.account {
            let password = password.expose().to_owned();
            transport = transport.credentials(Credentials::new(user.clone(), password));
        }
        Ok(Self(transport.build()))
    }
}

#[async_trait]
impl Mailer for Smtp {
    async fn send(&self, mail: &Mail) -> Result<()> {
        self.send_and_report(mail).await.map(drop)
    }

    async fn send_and_report(&self, mail: &Mail) -> Result<String> {
        let message = mime::message(mail)?;
        let unicode = message.envelope().to().iter().any(|to| !to.to_string().is_ascii());
        let answer = self.0.send(message).await.map_err(|error| judge(error, unicode))?;
        let Code { severity, category, detail } = answer.code();
        let text = answer.message().collect::<Vec<_>>().join(" ");
        Ok(format!("{severity}{category}{detail} {text}"))
    }
}

/// Whether the server's refusal is about this mail, or about us and the moment.
fn judge(error: SmtpError, unicode: bool) -> Error {
    let text = match std::error::Error::source(&error) {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    };
    let permanent = error.status().is_some_and(about_this_mail)
        // The server knows no Unicode in addresses (RFC 6531).
        || (unicode && error.is_client());
    let error_of = if permanent { Error::mail_refused } else { Error::mail_delayed };
    error_of(text).caused_by(error)
}

/// A wrong password or an unknown command (50x, 53x) is for the operator to put right, after which
/// the mail can go; the rest of 5xx is about address and mail.
fn about_this_mail(code: Code) -> bool {
    let number: u16 = code.into();
    code.severity == Severity::PermanentNegativeCompletion
        && !matches!(number, 500..=504 | 530..=538)
}
