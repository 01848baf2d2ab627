//! `config list`, `check`, `explain`.

use std::fmt::Write as _;

use clap::Subcommand;
use serde_json::Value;

use crate::assembly::Builder;
use crate::cli::console::{Console, Failure};
use crate::config::{Line, Unbuilt};

/// Shows and checks the settings. Secrets are struck out.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum ConfigCommand {
    /// Lists every setting with its value and who decided it.
    List {
        /// Only those that do not have the preset's default.
        #[arg(long)]
        changed: bool,
    },
    /// Says whether an application would start with these settings; code 2 if not.
    Check,
    /// Says what a setting means, and where its value comes from.
    Explain {
        /// Name of the setting, with or without SECURITY_.
        key: String,
    },
}

impl ConfigCommand {
    pub(super) fn run(&self, builder: Builder, console: &Console) -> Result<(), Failure> {
        let loaded = builder.load()?;
        match self {
            Self::List { changed } => {
                let is_default =
                    |line: &Line| line.origin == "default" || line.origin.starts_with("preset ");
                for line in loaded.list().iter().filter(|line| !(*changed && is_default(line))) {
                    let text = format!("{} = {}  ({})", line.key, words(&line.value), line.origin);
                    console.show(&text, line)?;
                }
                Ok(())
            }
            Self::Check => {
                let report = loaded.report(Unbuilt::Refuse);
                let mut text = String::new();
                for problem in &report.problems {
                    // Writing to a string cannot fail.
                    let _ = writeln!(text, "problem: {problem}");
                }
                for warning in &report.warnings {
                    let _ = writeln!(text, "warning: {warning}");
                }
                if report.ok {
                    text.push_str("an application would start with these settings");
                    return console.show(&text, &report);
                }
                console.show(text.trim_end(), &report)?;
                Err(Failure::Shown(2))
            }
            Self::Explain { key } => {
                let line = loaded.explain(key)?;
                console.show(&explanation(&line), &line)
            }
        }
    }
}

fn explanation(line: &Line) -> String {
    let mut text = line.key.to_owned();
    for alias in line.aliases {
        let _ = write!(text, ", {alias}");
    }
    let _ = write!(
        text,
        "\n\n{}\n\nvalue        {}  ({})\nrecommended  {}\nflask        {}\ntype         {}\n\
         in code      config.{}",
        line.meaning,
        words(&line.value),
        line.origin,
        words(&line.recommended),
        words(&line.flask),
        line.kind,
        line.field,
    );
    text
}

fn words(value: &Value) -> String {
    match value {
        Value::Null => "none".to_owned(),
        other => other.to_string(),
    }
}
