//! Mails to an SMTP server (RFC 5321), by STARTTLS (RFC 3207) or TLS from the start (RFC 8314).

use std::thread;
use std::time::Duration;

use async_trait::async_trait;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls as Mode, TlsParameters};
use lettre::transport::smtp::response::{Code, Response, Severity};
use lettre::transport::smtp::{Error as SmtpError, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;
use tokio::task::AbortHandle;
use tracing::Instrument;

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

/// Hands mails to one server, on a thread of its own: reading what a server says is work that grows
/// with what it says, and one that goes on and on must not hold up those who wait for pages.
#[derive(Debug)]
pub(crate) struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    thread: Handle,
    /// The thread ends when this is dropped.
    _end: oneshot::Sender<()>,
}

impl Smtp {
    pub(crate) fn new(server: &Server) -> Result<Self> {
        let (thread, end) = thread()?;
        // The pool looks after its connections where it is made.
        let _entered = thread.enter();
        let transport = transport(server)?;
        Ok(Self { transport, thread: thread.clone(), _end: end })
    }

    async fn hand_over(&self, message: Message) -> Result<Response> {
        let transport = self.transport.clone();
        let unicode = message.envelope().to().iter().any(|to| !to.to_string().is_ascii());
        let sending = async move { transport.send(message).await };
        let task = self.thread.spawn(sending.in_current_span());
        // Whoever no longer waits will try again: it must not be sent twice.
        let _abort = Abort(task.abort_handle());
        match task.await {
            Ok(answer) => answer.map_err(|error| judge(error, unicode)),
            Err(error) => Err(Error::mail_delayed("the mail was not sent").caused_by(error)),
        }
    }
}

/// Ends a task that nobody waits for any more.
struct Abort(AbortHandle);

impl Drop for Abort {
    fn drop(&mut self) {
        self.0.abort();
    }
}

fn thread() -> Result<(Handle, oneshot::Sender<()>)> {
    let failed = |error| Error::config("no thread can be started that sends mail").caused_by(error);
    let runtime = Builder::new_current_thread().enable_all().build().map_err(failed)?;
    let (end, ended) = oneshot::channel();
    let handle = runtime.handle().clone();
    let run = move || {
        let _ = runtime.block_on(ended);
    };
    thread::Builder::new().name("gatewright-mail".to_owned()).spawn(run).map_err(failed)?;
    Ok((handle, end))
}

fn transport(server: &Server) -> Result<AsyncSmtpTransport<Tokio1Executor>> {
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
    Ok(transport.build())
}

#[async_trait]
impl Mailer for Smtp {
    async fn send(&self, mail: &Mail) -> Result<()> {
        self.send_and_report(mail).await.map(drop)
    }

    async fn send_and_report(&self, mail: &Mail) -> Result<String> {
        let message = mime::message(mail)?;
        let answer = self.hand_over(message).await?;
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
