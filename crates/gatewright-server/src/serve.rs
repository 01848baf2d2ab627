//! `gatewright serve`.

use std::fmt;
use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;

use clap::Args;
use gatewright::{Error, ErrorKind, Security};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use crate::http;
use crate::settings::{Secrets, Settings};

/// What is logged unless `RUST_LOG` says otherwise.
const LOG: &str = "info";
/// The variable that says where to listen.
const BIND: &str = "GATEWRIGHT_BIND";
const PORT: u16 = 8000;

/// Options of `serve`.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Address and port to listen on; without it GATEWRIGHT_BIND, then 127.0.0.1:8000.
    #[arg(long, value_name = "ADDRESS")]
    bind: Option<SocketAddr>,
    /// Log lines as JSON.
    #[arg(long)]
    json_logs: bool,
}

impl Serve {
    pub(crate) async fn run(&self, settings: &Settings) -> Result<ExitCode, Failure> {
        self.log();
        let security = settings.builder(Secrets::Make)?.build().await?;
        let bind = self.bind()?;
        let unusable = |error| Failure::Listen(bind, error);
        let listener = TcpListener::bind(bind).await.map_err(unusable)?;
        let address = listener.local_addr().map_err(unusable)?;
        announce(&security, address).await?;
        let app = http::layers(security.protect(http::pages()), &security);
        gatewright::listen(listener, app, gatewright::shutdown_signal()).await?;
        tracing::info!("ended");
        Ok(ExitCode::SUCCESS)
    }

    fn bind(&self) -> Result<SocketAddr, Failure> {
        if let Some(bind) = self.bind {
            return Ok(bind);
        }
        match std::env::var(BIND) {
            Ok(text) => text.parse().map_err(|_| {
                Error::config(format!("{BIND} must be an address with a port: 127.0.0.1:8000"))
                    .into()
            }),
            Err(_) => Ok(SocketAddr::from((Ipv4Addr::LOCALHOST, PORT))),
        }
    }

    /// To standard error, so that standard output has nothing but what people should read.
    fn log(&self) {
        let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(LOG));
        let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
        if self.json_logs {
            lines.json().flatten_event(true).init();
        } else {
            lines.with_ansi(io::IsTerminal::is_terminal(&io::stderr())).init();
        }
    }
}

/// Tells the person at the terminal where to go. The link is a secret: it is never logged.
async fn announce(security: &Security, address: SocketAddr) -> Result<(), Failure> {
    let origin = origin(security, address);
    let database = security.config().database.url.as_ref();
    let mut text = format!("Gatewright serves {origin}\n");
    if let Some(database) = database {
        text.push_str(&format!("Database: {}\n", database.redacted()));
    }
    if let Some(link) = security.first_administrator_link(&origin).await? {
        text.push_str(&format!(
            "Nobody is registered yet. Become the administrator here (once, within a day):\n  \
             {link}\n"
        ));
    }
    text.push_str("Ctrl+C ends it.\n");
    let mut terminal = io::stdout();
    // A service without a terminal serves all the same.
    let _ = terminal.write_all(text.as_bytes()).and_then(|()| terminal.flush());
    Ok(())
}

fn origin(security: &Security, address: SocketAddr) -> String {
    let core = &security.config().core;
    if let Some(name) = &core.server_name {
        return format!("{}://{name}", core.preferred_url_scheme);
    }
    if address.ip().is_unspecified() {
        return format!("http://localhost:{}", address.port());
    }
    format!("http://{address}")
}

/// Why the server did not start, or did not go on, in one line for the operator.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The address cannot be used.
    Listen(SocketAddr, io::Error),
    /// Settings or database.
    Gatewright(gatewright::Error),
}

impl Failure {
    /// To the person at the terminal, or the program that asked for JSON.
    pub(crate) fn tell(&self, json: bool) {
        let line = self.to_string();
        let text = if json {
            serde_json::json!({ "error": line }).to_string()
        } else {
            format!("error: {line}")
        };
        // Without standard error there is nobody left to tell.
        let _ = writeln!(io::stderr(), "{text}");
    }

    /// 2 if something must be written differently, 1 if something around us failed.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Gatewright(error) if *error.kind() == ErrorKind::Config => ExitCode::from(2),
            Self::Gatewright(_) | Self::Listen(..) => ExitCode::FAILURE,
        }
    }
}

impl From<gatewright::Error> for Failure {
    fn from(error: gatewright::Error) -> Self {
        Self::Gatewright(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listen(address, error) if error.kind() == io::ErrorKind::AddrInUse => {
                write!(f, "{address} is in use: choose another address with --bind")
            }
            Self::Listen(address, error) => write!(f, "cannot listen on {address}: {error}"),
            Self::Gatewright(error) => write!(f, "{error}"),
        }
    }
}
