//! An application with a route for every guard. Its one file holds a converted Flask-Security
//! configuration, so that the same clients can be run against both.

mod events;
mod extra;
mod mails;
mod page;
mod people;
mod routes;
mod settings;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::Parser;
use gatewright::clock::Clock;
use gatewright::{Result, Security};
use tokio::net::TcpListener;

use crate::events::Webhook;
use crate::people::People;
use crate::settings::Own;

/// Serves the endpoints that a configuration switches on, and a route for every guard.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// TOML file with the settings; its table `conformance` is this application's own.
    #[arg(long)]
    config: PathBuf,
    /// Address and port to listen at.
    #[arg(long, default_value = "127.0.0.1:8000")]
    bind: SocketAddr,
}

#[tokio::main]
async fn main() -> Result<()> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    let arguments = Arguments::parse();
    // Before all else: a signal that comes early ends the program in the usual way, too.
    let end = gatewright::shutdown_signal();
    let own = Own::read(&arguments.config)?;
    let security = build(&arguments.config, &own).await?;
    let app = routes::router(&security, &own);
    let listener = TcpListener::bind(arguments.bind).await?;
    tracing::info!("serving http://{}", listener.local_addr()?);
    security.serve_on(listener, app, end).await
}

async fn build(file: &Path, own: &Own) -> Result<Security> {
    let mut builder = Security::builder()
        .config_file(file)
        .own_table(settings::TABLE)
        .existing_tables()
        .allow_unbuilt()
        .clock(Clock::offset(own.clock_offset()))
        .hooks(People::new(own));
    builder = mails::templates(builder);
    for route in routes::FIXED {
        builder = builder.endpoint(route.endpoint, route.path);
    }
    if let Some(url) = &own.events_webhook_url {
        // Events are posted here, so that the library need not say that it does not.
        builder =
            builder.listen(Webhook::new(url)?).configure(|config| config.events.webhook_url = None);
    }
    builder.build().await
}
