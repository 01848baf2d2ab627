//! The binary `gatewright`: a sign-in server, and the commands to look after it.

mod http;
mod serve;
mod settings;

use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Sign-in and access control: a server, and the commands to look after its users.
#[derive(Debug, Parser)]
#[command(name = "gatewright", version, arg_required_else_help = true)]
struct Gatewright {
    #[command(flatten)]
    settings: settings::Settings,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the sign-in pages until the process is told to end.
    Serve(serve::Serve),
}

#[tokio::main]
async fn main() -> ExitCode {
    let Gatewright { settings, command } = Gatewright::parse();
    let result = match command {
        Command::Serve(serve) => serve.run(&settings).await,
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Without standard error there is nobody left to tell.
            let _ = writeln!(std::io::stderr(), "error: {failure}");
            failure.exit_code()
        }
    }
}
