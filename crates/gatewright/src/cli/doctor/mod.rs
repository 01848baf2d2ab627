//! `doctor`: what becomes of a Flask-Security application here. Reads alone, and shows no secret and
//! nobody's data.

mod code;
mod database;
mod deviations;
mod report;
mod settings;
mod templates;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use clap::Args;

use crate::assembly::Builder;
use crate::cli::console::{Console, Failure};
use crate::cli::doctor::report::Report;

/// Says what of an application carries over, what differs, and what must be decided.
///
/// Reads settings (TOML, or JSON as docs/migrating-from-flask-security.md says how to get it from
/// Flask) and database, and changes neither. Code 0: nothing to decide; 1: something; 2: they cannot
/// be read.
#[derive(Debug, Args)]
#[non_exhaustive]
pub struct DoctorCommand {
    /// Folder with the application's templates, to be checked, too.
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
}

impl DoctorCommand {
    pub(super) async fn run(self, builder: Builder, console: &Console) -> Result<(), Failure> {
        let report = self.examine(builder).await?;
        console.report(&report.text(console), &report)?;
        if report.to_decide.is_empty() { Ok(()) } else { Err(Failure::Shown(1)) }
    }

    async fn examine(&self, builder: Builder) -> Result<Report, Failure> {
        // Whatever cannot be read is code 2 here, so that 1 says one thing only.
        let unreadable = |error: crate::error::Error| Failure::usage(error.to_string());
        let surveyed = builder.into_loader().survey().map_err(unreadable)?;
        if surveyed.files.is_empty() {
            return Err(Failure::usage("there are no settings: name the file with --config"));
        }
        let mut report = Report::new(&surveyed);
        settings::look(&mut report, &surveyed);
        code::look(&mut report, &surveyed);
        database::look(&mut report, &surveyed).await.map_err(unreadable)?;
        if let Some(folder) = &self.templates {
            templates::look(&mut report, &surveyed.loaded, folder)?;
        }
        Ok(report)
    }
}
