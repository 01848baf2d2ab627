//! `passwords build-filter`, `check-filter`, `test`.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::{Value, json};

use crate::assembly::Builder;
use crate::cli::console::{Console, Failure, progress};
use crate::cli::prompt;
use crate::password::filter::{About, Filter, Recipe, build};
use crate::text::password::normalize;

/// Looks after the list of breached passwords.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum PasswordsCommand {
    /// Makes a filter for SECURITY_PASSWORD_BREACHED_FILTER from a list of hashes, as the public
    /// lists of breached passwords have them.
    #[command(name = "build-filter")]
    BuildFilter {
        /// The list: a line SHA1 or SHA1:COUNT for each password. It is read twice, and needs least
        /// memory and time in the order of its hashes.
        file: PathBuf,
        /// Where the filter goes. One that is there is replaced when the new one is complete.
        #[arg(long, value_name = "FILTER")]
        out: PathBuf,
        /// Bits of the filter for each password; more of them make errors rarer.
        #[arg(long, value_name = "N", default_value_t = 24, value_parser = clap::value_parser!(u32).range(8..=64))]
        bits: u32,
        /// Leaves out passwords that were seen less often.
        #[arg(long, value_name = "N", default_value_t = 1)]
        min_count: u64,
    },
    /// Reads a whole filter and says whether it is as it was written; code 2 if not.
    #[command(name = "check-filter")]
    CheckFilter {
        /// The filter.
        filter: PathBuf,
    },
    /// Looks one password up in a filter; code 2 if it is in it.
    Test {
        /// The filter; without it SECURITY_PASSWORD_BREACHED_FILTER.
        #[arg(long, value_name = "FILTER")]
        filter: Option<PathBuf>,
        /// Reads the password from the first line of standard input.
        #[arg(long)]
        password_stdin: bool,
    },
}

impl PasswordsCommand {
    pub(super) fn run(&self, builder: Builder, console: &Console) -> Result<(), Failure> {
        match self {
            Self::BuildFilter { file, out, bits, min_count } => {
                let recipe = Recipe { bits: *bits, least: *min_count, ..Recipe::default() };
                make(file, out, recipe, console)
            }
            Self::CheckFilter { filter } => check(filter, console),
            Self::Test { filter, password_stdin } => {
                let config = builder.load()?.config;
                let path = filter.as_ref().or(config.password.breached_filter.as_ref());
                let path = path.ok_or_else(|| {
                    Failure::usage("name a filter with --filter: the settings have none")
                })?;
                let filter = Filter::open(path)?;
                let password = prompt::looked_up(*password_stdin)?;
                let found =
                    filter.contains(&normalize(&password, config.password.normalize_form))?;
                let result = json!({ "breached": found });
                if found {
                    console.idle("the password is known from breaches", &result)?;
                    return Err(Failure::Shown(2));
                }
                console.done("the password is not in the filter", &result)
            }
        }
    }
}

fn make(file: &Path, out: &Path, recipe: Recipe, console: &Console) -> Result<(), Failure> {
    let about = std::fs::metadata(file)
        .map_err(|error| Failure::usage(format!("{} cannot be read: {error}", file.display())))?;
    if !about.is_file() {
        let line = format!("{} must be a file: it is read more than once", file.display());
        return Err(Failure::Usage(line));
    }
    let bar = progress(console, Some(about.len()));
    let made = build(file, out, recipe, &mut |read, whole| {
        bar.set_length(whole);
        bar.set_position(read);
    });
    bar.finish_and_clear();
    let about = made?;
    console.done(&format!("{} holds {}", out.display(), words(&about)), &facts(&about))
}

fn check(path: &Path, console: &Console) -> Result<(), Failure> {
    let filter = Filter::open(path)?;
    let about = filter.about();
    let bar = progress(console, Some(about.bytes));
    let intact = filter.is_intact(|read| bar.set_position(read))?;
    bar.finish_and_clear();
    let mut result = facts(&about);
    if let Some(result) = result.as_object_mut() {
        result.insert("intact".to_owned(), json!(intact));
    }
    if intact {
        return console.done(&format!("{} is intact: {}", path.display(), words(&about)), &result);
    }
    console.idle(&format!("{} is damaged: make it anew", path.display()), &result)?;
    Err(Failure::Shown(2))
}

fn facts(about: &About) -> Value {
    json!({
        "passwords": about.passwords,
        "least_count": about.least,
        "bytes": about.bytes,
        "probes": about.probes,
        "false_positives": about.false_positives,
    })
}

fn words(about: &About) -> String {
    let one_in = (1.0 / about.false_positives.max(1e-15)).round();
    format!(
        "{} passwords in {} bytes; of others it finds one in {one_in} by chance",
        about.passwords, about.bytes
    )
}
