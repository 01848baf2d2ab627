//! What happened to accounts, written down in a chain.
//!
//! Each entry has a number and a seal over the entry before it and itself. The number is the key of
//! the table, so that of several who add an entry after the same one, one succeeds and the others
//! begin again after that.

#[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only a command verifies"))]
mod chain;
mod retention;
#[cfg(test)]
mod tests;

use gatewright_wire::chain::{LENGTH, START, Sealer};
use jiff::civil::DateTime;
use tokio::sync::Mutex;
use tracing::Instrument;

use crate::error::{Error, Result};
use crate::event::{Event, Selection};
use crate::facts::Facts;
use crate::model::{Activity, AuditRow, User};
use crate::security::Security;
use crate::store::{AuditQuery, Store};

#[cfg_attr(not(feature = "cli"), allow(unused_imports, reason = "only a command asks"))]
pub(crate) use chain::{Head, Verdict, verify};

/// How often somebody else may be quicker.
const TRIES: usize = 100;
/// Most characters that are kept of what a browser says of itself.
const MOST_AGENT: usize = 300;
/// What an entry need not say in its details: it is said elsewhere, or typed by anybody.
const LEFT_OUT: [&str; 2] = ["user", "form_data"];
/// The last entry of an account.
const DELETED: &str = "user_deleted";

/// Writes entries.
pub(crate) struct Audit {
    /// Which events; `None` if nothing is written.
    wanted: Option<Selection>,
    /// What seals entries, and those before it.
    sealers: Vec<Sealer>,
    /// The last entry, as far as this process knows.
    head: Mutex<Option<(i64, [u8; LENGTH])>>,
}

impl Security {
    /// What happened to a user's account, the newest first and at most so many (never more than
    /// 1,000): from the audit log. Empty if there is none.
    ///
    /// ```
    /// # use gatewright::{Result, Security, User};
    /// async fn lately(security: &Security, user: &User) -> Result<Vec<String>> {
    ///     let entries = security.activity(user, 10).await?;
    ///     Ok(entries.iter().map(|entry| format!("{} {}", entry.time, entry.event)).collect())
    /// }
    /// ```
    ///
    /// # Errors
    /// [`Store`](crate::ErrorKind::Store): the database did not answer.
    pub async fn activity(&self, user: &User, limit: u32) -> Result<Vec<Activity>> {
        let Ok(log) = self.store().audit() else { return Ok(Vec::new()) };
        let query = AuditQuery::new(limit).user(user.id.to_string()).newest_first();
        let rows = log.list(&query).await?;
        Ok(rows
            .into_iter()
            // Numbers of deleted accounts are given again: what came before is somebody else's.
            .take_while(|row| row.event != DELETED)
            .take_while(|row| user.create_datetime.is_none_or(|since| row.time >= since))
            .map(|row| Activity {
                time: row.time,
                event: row.event,
                address: row.address,
                agent: row.agent,
                details: serde_json::from_str(&row.details).unwrap_or_default(),
            })
            .collect())
    }

    /// Writes an event down. What is to happen happens also if that fails: whoever breaks the log
    /// must not lock everybody out.
    pub(super) async fn record(&self, facts: Option<&Facts>, event: &Event<'_>) {
        self.note(facts, event, true).await;
    }

    /// As much work as [`Security::record`], with nothing written in the end.
    pub(super) async fn rehearse(&self, facts: Option<&Facts>, event: &Event<'_>) {
        self.note(facts, event, false).await;
    }

    async fn note(&self, facts: Option<&Facts>, event: &Event<'_>, keep: bool) {
        if !self.audit().wants(event) {
            return;
        }
        let entry = entry(facts, event, self.clock().utc(), self.actor());
        let (name, user) = (event.name(), entry.user.clone());
        let security = self.clone();
        // A client that goes away takes no entry with it.
        let writing = async move { security.audit().append(security.store(), entry, keep).await };
        let written = match tokio::spawn(writing.in_current_span()).await {
            Ok(written) => written,
            Err(error) => Err(Error::store("the writer died").caused_by(error)),
        };
        if let (Err(error), true) = (written, keep) {
            tracing::error!(event = name, user, error = ?error, "the audit log lacks an entry");
        }
    }
}

impl Audit {
    pub(crate) fn new(wanted: Option<Selection>, sealers: Vec<Sealer>) -> Self {
        Self { wanted, sealers, head: Mutex::new(None) }
    }

    /// Whether there will be an entry.
    pub(super) fn wants(&self, event: &Event<'_>) -> bool {
        self.wanted.as_ref().is_some_and(|wanted| wanted.wants(event))
    }

    /// Adds an entry; number and seal are made here. If it is not to be kept, it is the same work.
    async fn append(&self, store: &dyn Store, mut entry: AuditRow, keep: bool) -> Result<()> {
        let sealer = self.sealers.first().ok_or_else(|| Error::config("SECRET_KEY is missing"))?;
        // In this process one waits for the other; with others it is a race.
        let mut head = self.head.lock().await;
        for _ in 0..TRIES {
            let (last, before) = match head.take() {
                Some(known) => known,
                None => last(store).await?,
            };
            entry.seq = last.saturating_add(1);
            let seal = sealer.seal(&before, &chain::canonical(&entry));
            entry.hash = seal.to_vec();
            let log = store.audit()?;
            let done = match keep {
                true => log.append(&entry).await?,
                false => log.rehearse(&entry).await?,
            };
            if done {
                *head = Some(if keep { (entry.seq, seal) } else { (last, before) });
                return Ok(());
            }
        }
        Err(Error::store("others keep writing into the audit log"))
    }
}

/// Number and seal of the last entry.
async fn last(store: &dyn Store) -> Result<(i64, [u8; LENGTH])> {
    let Some(row) = store.audit()?.head().await? else { return Ok((0, START)) };
    // A seal that somebody has spoilt is no reason to write nothing from then on.
    Ok((row.seq, chain::seal_of(&row).unwrap_or(START)))
}

fn entry(facts: Option<&Facts>, event: &Event<'_>, now: DateTime, actor: Option<&str>) -> AuditRow {
    let mut entry = AuditRow::new(0, now, event.name());
    entry.user = event.user().map(|user| user.id.to_string());
    match facts {
        Some(facts) => {
            entry.address = facts.client().map(|address| address.to_canonical().to_string());
            let agent = facts.header_latin1("user-agent");
            entry.agent = agent
                .map(|agent| agent.chars().filter(|c| !c.is_control()).take(MOST_AGENT).collect());
        }
        None => entry.actor = actor.map(str::to_owned),
    }
    let mut details = event.redacted();
    details.retain(|key, _| !LEFT_OUT.contains(&key.as_str()));
    entry.details = serde_json::Value::Object(details).to_string();
    entry
}
