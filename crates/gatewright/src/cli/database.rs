//! `db create`, `inspect`, `upgrade`.

use std::fmt::Write as _;
use std::io::{self, IsTerminal};
use std::time::Duration;

use clap::Subcommand;
use indicatif::ProgressBar;
use serde_json::{Value, json};

use crate::assembly::Builder;
use crate::assembly::store::table_names;
use crate::cli::console::{Console, Failure};
use crate::clock::Clock;
use crate::error::Error;
use crate::store::{Inspection, Mode, SchemaVersion, SqlStore, TableNames};

/// Looks after the database.
#[derive(Debug, Clone, Copy, Subcommand)]
#[non_exhaustive]
pub enum DbCommand {
    /// Makes the database and its tables; one that exists stays as it is.
    Create,
    /// Says what the database has and what it lacks, without changing it; code 2 if nobody could
    /// sign in with it.
    Inspect,
    /// Adds the tables, columns and indexes that are missing; nothing that exists is changed or
    /// removed. Make a copy first all the same.
    Upgrade,
}

impl DbCommand {
    pub(super) async fn run(self, builder: Builder, console: &Console) -> Result<(), Failure> {
        let config = builder.load()?.config;
        let names = table_names(&config);
        let Some(url) = &config.database.url else {
            return Err(Failure::usage("DATABASE_URL is missing: for example sqlite:app.db"));
        };
        let shown = url.redacted();
        let url = url.as_str();
        match self {
            Self::Create => {
                let existed = exists(url, &names).await;
                let store = open(url, &names, Mode::Create).await?;
                let result = to_json(store.inspection());
                if existed {
                    return console.idle(&format!("{shown} is there already"), &result);
                }
                console.done(&format!("{shown} was created"), &result)
            }
            Self::Inspect => {
                let inspection = SqlStore::inspect(url, &names).await?;
                console.show(&text(&inspection), &to_json(&inspection))?;
                if inspection.is_usable() { Ok(()) } else { Err(Failure::Shown(2)) }
            }
            Self::Upgrade => {
                let before = SqlStore::inspect(url, &names).await?;
                let waiting = waiting(console);
                let upgraded = open(url, &names, Mode::Upgrade).await;
                waiting.finish_and_clear();
                let after = upgraded?;
                let result = to_json(after.inspection());
                if before == *after.inspection() {
                    return console.idle(&format!("{shown} has everything already"), &result);
                }
                let left = after.inspection();
                let mut line = format!("{shown} was upgraded");
                for gap in before.gaps.iter().filter(|gap| !left.gaps.contains(gap)) {
                    // Writing to a string cannot fail.
                    let _ = write!(line, "\n  added: {gap}");
                }
                console.done(&line, &result)
            }
        }
    }
}

async fn open(url: &str, names: &TableNames, mode: Mode) -> Result<SqlStore, Error> {
    SqlStore::open(url, names, Clock::system(), mode).await
}

async fn exists(url: &str, names: &TableNames) -> bool {
    let found = SqlStore::inspect(url, names).await;
    found.is_ok_and(|found| found.version != SchemaVersion::Empty)
}

/// A large table takes its time.
fn waiting(console: &Console) -> ProgressBar {
    if console.json() || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner().with_message("upgrading");
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

fn version(version: SchemaVersion) -> &'static str {
    match version {
        SchemaVersion::Empty => "empty",
        SchemaVersion::V1 => "v1",
        SchemaVersion::V2 => "v2",
        SchemaVersion::V3 => "v3",
        SchemaVersion::V4 => "v4",
        SchemaVersion::Subset => "subset",
    }
}

fn text(inspection: &Inspection) -> String {
    let mut text = format!("schema: {}", version(inspection.version));
    let gaps = inspection.gaps.iter().map(|gap| format!("missing: {gap}"));
    let obstacles = inspection.obstacles.iter().map(|line| format!("obstacle: {line}"));
    let advice = inspection.advice.iter().map(|line| format!("advice: {line}"));
    for line in gaps.chain(obstacles).chain(advice) {
        text.push('\n');
        text.push_str(&line);
    }
    text.push_str(if inspection.is_usable() { "\nusable" } else { "\nnot usable" });
    text
}

fn to_json(inspection: &Inspection) -> Value {
    let has = &inspection.capabilities;
    let gaps = inspection
        .gaps
        .iter()
        .map(|gap| json!({ "table": gap.table, "column": gap.column, "needed_for": gap.feature }));
    json!({
        "schema": version(inspection.version),
        "usable": inspection.is_usable(),
        "gaps": gaps.collect::<Vec<_>>(),
        "obstacles": inspection.obstacles,
        "advice": inspection.advice,
        "capabilities": {
            "username": has.username,
            "confirmation": has.confirmation,
            "trackable": has.trackable,
            "two_factor": has.two_factor,
            "two_factor_phone": has.two_factor_phone,
            "unified_signin": has.unified_signin,
            "unified_signin_phone": has.unified_signin_phone,
            "recovery_codes": has.recovery_codes,
            "passkeys": has.passkeys,
            "permissions": has.permissions,
            "token_uniquifier": has.token_uniquifier,
            "refresh_tokens": has.refresh_tokens,
        },
    })
}
