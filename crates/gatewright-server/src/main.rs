//! The binary `gatewright`: a sign-in server, and the commands to look after it.

mod http;
mod serve;
mod settings;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use gatewright::cli::{Commands, DbCommand, Output};

use crate::serve::{Failure, Serve};
use crate::settings::{Secrets, Settings};

/// Sign-in and access control: a server, and the commands to look after its users.
#[derive(Debug, Parser)]
#[command(name = "gatewright", version, arg_required_else_help = true)]
struct Gatewright {
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    output: Output,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the sign-in pages until the process is told to end.
    Serve(Serve),
    #[command(flatten)]
    Other(Commands),
}

#[tokio::main]
async fn main() -> ExitCode {
    let Gatewright { settings, output, command } = Gatewright::parse();
    let result = match command {
        Command::Serve(serve) => serve.run(&settings).await,
        Command::Other(command) => run(command, &settings, output).await,
    };
    result.unwrap_or_else(|failure| {
        failure.tell(output.json);
        failure.exit_code()
    })
}

async fn run(command: Commands, settings: &Settings, output: Output) -> Result<ExitCode, Failure> {
    if let Commands::Doctor(_) = command {
        return Ok(command.run(settings.as_given(), output, Gatewright::command()).await);
    }
    let secrets = match &command {
        Commands::Db(DbCommand::Create) => Secrets::Make,
        Commands::Users(_)
        | Commands::Import(_)
        | Commands::Roles(_)
        | Commands::Tokens(_)
        | Commands::Mail(_)
        | Commands::Outbox(_) => Secrets::Need,
        _ => Secrets::Use,
    };
    Ok(command.run(settings.builder(secrets)?, output, Gatewright::command()).await)
}
