//! The commands, for an application's own binary.
//!
//! ```no_run
//! use clap::{CommandFactory, Parser};
//! use gatewright::Security;
//! use gatewright::cli::{Commands, Output};
//!
//! #[derive(Parser)]
//! struct App {
//!     #[command(flatten)]
//!     output: Output,
//!     #[command(subcommand)]
//!     command: Commands,
//! }
//!
//! #[tokio::main]
//! async fn main() -> std::process::ExitCode {
//!     let App { output, command } = App::parse();
//!     let builder = Security::builder().config_file("app.toml").environment();
//!     command.run(builder, output, App::command()).await
//! }
//! ```
//!
//! | exit code | means |
//! | --- | --- |
//! | 0 | done, or nothing to do |
//! | 2 | to be written differently: usage, settings, something that does not exist, a value refused |
//! | 1 | the database or the system failed; `import`, `audit verify`, `doctor`: not all is well |

mod audit;
mod config;
mod console;
mod database;
mod doctor;
mod import;
mod mail;
mod passwords;
mod prompt;
mod roles;
mod sessions;
mod tokens;
mod users;
mod waiting;
mod webhooks;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use clap_complete::Shell;

use crate::assembly::Builder;
use crate::cli::console::{Console, Failure};
use crate::security::Security;

pub use audit::{AuditCommand, ExportFormat};
pub use config::ConfigCommand;
pub use database::DbCommand;
pub use doctor::DoctorCommand;
pub use import::{Format as ImportFormat, HashFormat, ImportUsers};
pub use mail::{MailCommand, OutboxCommand};
pub use passwords::PasswordsCommand;
pub use roles::RolesCommand;
pub use sessions::SessionsCommand;
pub use tokens::TokensCommand;
pub use users::{ChangePassword, CreateUser, ListUsers, UsersCommand};
pub use webhooks::WebhooksCommand;

/// How results are written.
#[derive(Debug, Clone, Copy, Default, Args)]
pub struct Output {
    /// Write results as JSON, one object per line; errors, too, on standard error.
    #[arg(long, global = true)]
    pub json: bool,
}

/// What can be done without a browser. Use it as a subcommand of an application's own.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum Commands {
    /// Looks after users.
    #[command(subcommand)]
    Users(UsersCommand),
    /// Takes over the users of another system, with their password hashes. Code 1 if some were
    /// refused.
    Import(Box<ImportUsers>),
    /// Looks after roles and their permissions.
    #[command(subcommand)]
    Roles(RolesCommand),
    /// Looks after signed-in sessions.
    #[command(subcommand)]
    Sessions(SessionsCommand),
    /// Looks after auth tokens and refresh tokens.
    #[command(subcommand)]
    Tokens(TokensCommand),
    /// Looks after sending mail.
    #[command(subcommand)]
    Mail(MailCommand),
    /// Looks after mails that wait.
    #[command(subcommand)]
    Outbox(OutboxCommand),
    /// Looks after events that wait to be posted.
    #[command(subcommand)]
    Webhooks(WebhooksCommand),
    /// Reads and checks the audit log.
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Shows and checks the settings.
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Looks after the list of breached passwords.
    #[command(subcommand)]
    Passwords(PasswordsCommand),
    /// Looks after the database.
    #[command(subcommand)]
    Db(DbCommand),
    /// Says what becomes of a Flask-Security application here.
    Doctor(DoctorCommand),
    /// Writes completions for a shell to standard output.
    Completions {
        /// Which shell.
        shell: Shell,
    },
}

impl Commands {
    /// Runs the command on what the builder describes, writes the result, and says with which code
    /// the process should end. `app` is the whole command line, for completions.
    pub async fn run(self, builder: Builder, output: Output, app: clap::Command) -> ExitCode {
        let console = Console::new(output.json);
        match self.carry_out(builder, &console, app).await {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => {
                console.fail(&failure);
                ExitCode::from(failure.code())
            }
        }
    }

    async fn carry_out(
        self,
        builder: Builder,
        console: &Console,
        app: clap::Command,
    ) -> Result<(), Failure> {
        match self {
            Self::Users(command) => command.run(&open(builder).await?, console).await,
            Self::Import(command) => command.run(&open(builder).await?, console).await,
            Self::Roles(command) => command.run(&open(builder).await?, console).await,
            Self::Sessions(command) => command.run(&open(builder).await?, console).await,
            Self::Tokens(command) => command.run(&open(builder).await?, console).await,
            Self::Mail(command) => command.run(&open(builder).await?, console).await,
            Self::Outbox(command) => command.run(&open(builder).await?, console).await,
            Self::Webhooks(command) => command.run(&open(builder).await?, console).await,
            Self::Audit(command) => command.run(&open(builder).await?, console).await,
            Self::Config(command) => command.run(builder, console),
            Self::Passwords(command) => command.run(builder, console),
            Self::Db(command) => command.run(builder, console).await,
            Self::Doctor(command) => command.run(builder, console).await,
            Self::Completions { shell } => completions(shell, app, console),
        }
    }
}

async fn open(builder: Builder) -> Result<Security, Failure> {
    // A mistyped address must not make an empty database.
    Ok(builder.existing_tables().without_background().actor(actor()).build().await?)
}

/// Who runs the command, for the audit log.
fn actor() -> String {
    #[cfg(unix)]
    {
        let id = rustix::process::getuid().as_raw();
        let accounts = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
        let name = accounts.lines().find_map(|line| {
            let mut fields = line.split(':');
            let name = fields.next()?;
            (fields.nth(1)?.parse() == Ok(id)).then(|| name.to_owned())
        });
        format!("cli:{}", name.unwrap_or_else(|| id.to_string()))
    }
    #[cfg(not(unix))]
    format!("cli:{}", std::env::var("USERNAME").unwrap_or_default())
}

fn completions(shell: Shell, mut app: clap::Command, console: &Console) -> Result<(), Failure> {
    let name = app.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut app, name, &mut script);
    console.raw(&script)
}
