//! Entries whose time is over.

use data_encoding::HEXLOWER;
use jiff::civil::DateTime;
use serde_json::json;

use super::Audit;
use super::chain::{ANCHOR, canonical_anchor, seal_of};
use crate::error::{Error, Result};
use crate::model::AuditRow;
use crate::security::Security;
use crate::store::{AuditQuery, Store};

/// Entries that are deleted at once.
const PAGE: u32 = 1_000;

impl Security {
    /// Deletes what is older than `AUDIT_KEEP` and says how many entries went.
    pub(crate) async fn purge_audit(&self) -> Result<u64> {
        let settings = &self.config().audit;
        let (true, Some(keep)) = (settings.enabled, settings.keep) else { return Ok(0) };
        self.audit().purge(self.store(), self.clock().utc().saturating_sub(keep)).await
    }
}

impl Audit {
    /// Deletes from the front as long as entries are older; the last of them stays as an anchor,
    /// which the chain hangs on from then on.
    async fn purge(&self, store: &dyn Store, before: DateTime) -> Result<u64> {
        let log = store.audit()?;
        let mut gone = 0;
        loop {
            let rows = log.list(&AuditQuery::new(PAGE)).await?;
            let (read, first) = (rows.len(), rows.first().map(|row| row.event.clone()));
            let old: Vec<AuditRow> = rows.into_iter().take_while(|row| row.time < before).collect();
            let count = old.len();
            // The anchor of the last time is no entry.
            let anchored = u64::from(first.as_deref() == Some(ANCHOR));
            let Some(last) = old.into_iter().next_back().filter(|row| row.event != ANCHOR) else {
                return Ok(gone);
            };
            if !log.anchor(&self.anchor(last)?).await? {
                // Somebody else is at it.
                return Ok(gone);
            }
            gone += count as u64 - anchored;
            if count < read || read < PAGE as usize {
                return Ok(gone);
            }
        }
    }

    fn anchor(&self, mut row: AuditRow) -> Result<AuditRow> {
        let sealer = self.sealers.first().ok_or_else(|| Error::config("SECRET_KEY is missing"))?;
        let hash = seal_of(&row).ok_or_else(|| {
            Error::store("an old entry of the audit log has no seal: run `gatewright audit verify`")
        })?;
        ANCHOR.clone_into(&mut row.event);
        let seal = sealer.seal(&hash, &canonical_anchor(&row));
        row.details = json!({ "seal": HEXLOWER.encode(&seal) }).to_string();
        Ok(row)
    }
}
