//! `audit list`, `verify`, `export`.

use clap::{Subcommand, ValueEnum};
use data_encoding::HEXLOWER;
use jiff::civil::DateTime;
use serde_json::{Value, json};

use crate::cli::console::{Console, FORMULA, Failure, progress};
use crate::model::AuditRow;
use crate::security::Security;
use crate::security::audit::{Head, Verdict, verify};
use crate::store::AuditQuery;

/// Entries that are read at once.
const PAGE: u32 = 1_000;

/// Reads and checks the audit log.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum AuditCommand {
    /// Lists entries, the newest first.
    List {
        /// Only those about this user: address, other identity, or the key of one who is gone.
        #[arg(long)]
        user: Option<String>,
        /// Only those of this event.
        #[arg(long)]
        event: Option<String>,
        /// Only those since then (UTC): 2026-05-28, or 2026-05-28T20:26:40.
        #[arg(long, value_parser = moment)]
        since: Option<DateTime>,
        /// At most so many.
        #[arg(long, default_value_t = 100)]
        limit: u64,
    },
    /// Checks that no entry was changed, removed or put in between. Ends with 1 and names the first
    /// entry that is wrong.
    Verify {
        /// What `verify` or `export` has named as the end before: was anything cut off since?
        #[arg(long, value_name = "NUMBER:SEAL")]
        head: Option<String>,
    },
    /// Writes all entries to standard output, the oldest first, and the end of the log to standard
    /// error: keep that elsewhere, for `verify --head`.
    Export {
        /// In which format.
        #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
        format: ExportFormat,
    },
}

/// A format for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
pub enum ExportFormat {
    /// One JSON object per line: exact.
    Json,
    /// RFC 4180, safe to open in a spreadsheet.
    Csv,
}

impl AuditCommand {
    pub(super) async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        if security.store().audit().is_err() {
            return Err(Failure::usage("this store keeps no audit log"));
        }
        match self {
            Self::List { user, event, since, limit } => {
                let user = match user {
                    Some(name) => Some(key(security, name).await?),
                    None => None,
                };
                let mut query = AuditQuery::new(PAGE).newest_first();
                (query.user, query.event, query.since) = (user, event.clone(), *since);
                list(security, console, query, *limit).await
            }
            Self::Verify { head } => check(security, console, head.as_deref()).await,
            Self::Export { format } => export(security, console, *format).await,
        }
    }
}

/// The key of a user; of one who is gone only the key itself is known.
async fn key(security: &Security, name: &str) -> Result<String, Failure> {
    let user = security.offline().user_by_identity(name).await?;
    Ok(user.map_or_else(|| name.to_owned(), |user| user.id.to_string()))
}

async fn list(
    security: &Security,
    console: &Console,
    mut query: AuditQuery,
    limit: u64,
) -> Result<(), Failure> {
    let mut left = limit;
    while left > 0 {
        query.limit = u32::try_from(left).unwrap_or(PAGE).min(PAGE);
        let rows = security.store().audit()?.list(&query).await?;
        for row in &rows {
            console.show(&line(row), &to_json(row))?;
        }
        left = left.saturating_sub(rows.len() as u64);
        match rows.last() {
            Some(last) => query.from = Some(last.seq),
            None => break,
        }
    }
    Ok(())
}

async fn check(security: &Security, console: &Console, kept: Option<&str>) -> Result<(), Failure> {
    let kept = match kept.map(|text| (text, Head::read(text))) {
        Some((text, None)) => {
            let line = format!("{text:?} is not what `audit verify` names as the end: NUMBER:SEAL");
            return Err(Failure::usage(line));
        }
        Some((_, head)) => head,
        None => None,
    };
    let last = security.store().audit()?.head().await?;
    let bar = progress(console, Some(last.map_or(0, |row| row.seq.unsigned_abs())));
    let verdict = verify(security, kept.as_ref(), &|entries| bar.set_position(entries)).await?;
    bar.finish_and_clear();
    match verdict {
        Verdict::Sound { entries, head } => {
            let head = head.map(|head| head.to_string());
            let end = head.as_deref().map(|head| format!("; it ends with {head}"));
            let line = format!("the log is whole: {entries} entries{}", end.unwrap_or_default());
            console.done(&line, &json!({ "sound": true, "entries": entries, "head": head }))
        }
        Verdict::Broken { seq, why } => {
            let line = format!("the log is broken at entry {seq}: {why}");
            console.idle(&line, &json!({ "sound": false, "entry": seq, "why": why }))?;
            Err(Failure::Shown(1))
        }
    }
}

async fn export(
    security: &Security,
    console: &Console,
    format: ExportFormat,
) -> Result<(), Failure> {
    let end = security.store().audit()?.head().await?.map(|row| row.seq.unsigned_abs());
    let bar = progress(console, end);
    if format == ExportFormat::Csv {
        console.raw(b"seq,time,event,user,actor,address,agent,details,hash\r\n")?;
    }
    let mut query = AuditQuery::new(PAGE);
    let mut last: Option<AuditRow> = None;
    loop {
        let rows = security.store().audit()?.list(&query).await?;
        if rows.is_empty() {
            break;
        }
        let text: String = rows
            .iter()
            .map(|row| match format {
                ExportFormat::Json => format!("{}\n", to_json(row)),
                ExportFormat::Csv => csv(row),
            })
            .collect();
        bar.suspend(|| console.raw(text.as_bytes()))?;
        last = rows.into_iter().next_back();
        query.from = last.as_ref().map(|row| row.seq);
        bar.set_position(last.as_ref().map_or(0, |row| row.seq.unsigned_abs()));
    }
    bar.finish_and_clear();
    if let Some(hash) = last.as_ref().and_then(|row| row.hash.as_slice().try_into().ok()) {
        let head = Head { seq: last.map_or(0, |row| row.seq), hash };
        console.aside(&format!("the log ends with {head}"));
    }
    Ok(())
}

fn line(row: &AuditRow) -> String {
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    format!(
        "{}\t{}\t{}\tuser {}\t{}\t{}\t{}",
        row.seq,
        shown(row.time),
        row.event,
        or_none(&row.user),
        or_none(if row.actor.is_some() { &row.actor } else { &row.address }),
        row.details,
        row.agent.as_deref().unwrap_or_default(),
    )
    .trim_end()
    .to_owned()
}

fn to_json(row: &AuditRow) -> Value {
    json!({
        "seq": row.seq,
        "time": shown(row.time),
        "event": row.event,
        "user": row.user,
        "actor": row.actor,
        "address": row.address,
        "agent": row.agent,
        // As it is sealed: text that somebody has spoilt need not be JSON.
        "details": serde_json::from_str::<Value>(&row.details)
            .unwrap_or_else(|_| Value::from(row.details.as_str())),
        "hash": HEXLOWER.encode(&row.hash),
    })
}

fn csv(row: &AuditRow) -> String {
    let (seq, time, hash) = (row.seq.to_string(), shown(row.time), HEXLOWER.encode(&row.hash));
    let fields = [
        Some(seq.as_str()),
        Some(&time),
        Some(&row.event),
        row.user.as_deref(),
        row.actor.as_deref(),
        row.address.as_deref(),
        row.agent.as_deref(),
        Some(&row.details),
        Some(&hash),
    ];
    let cells: Vec<String> = fields.map(|field| cell(field.unwrap_or_default())).into();
    cells.join(",") + "\r\n"
}

/// A cell of a table that is text to spreadsheets, too.
fn cell(text: &str) -> String {
    let quote = if text.starts_with(FORMULA) { "'" } else { "" };
    format!("\"{quote}{}\"", text.replace('"', "\"\""))
}

fn moment(text: &str) -> Result<DateTime, String> {
    let text = text.trim().trim_end_matches('Z');
    text.parse().map_err(|_| "a time such as 2026-05-28 or 2026-05-28T20:26:40 (UTC)".to_owned())
}

fn shown(time: DateTime) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_text_to_spreadsheets() {
        for (text, expected) in [
            ("a", "\"a\""),
            ("", "\"\""),
            ("say \"x\", y", "\"say \"\"x\"\", y\""),
            ("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""),
            ("@SUM(1)", "\"'@SUM(1)\""),
            ("-1", "\"'-1\""),
            ("\n=1", "\"'\n=1\""),
            ("＝1+1", "\"'＝1+1\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }

    #[test]
    fn moments_are_days_or_times() {
        assert_eq!(moment("2026-05-28").unwrap().to_string(), "2026-05-28T00:00:00");
        assert_eq!(moment("2026-05-28T20:26:40Z").unwrap().to_string(), "2026-05-28T20:26:40");
        assert!(moment("yesterday").is_err());
    }
}
