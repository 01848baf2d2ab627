//! What a seal is over, and whether all of them hold.

use data_encoding::HEXLOWER;
use gatewright_wire::chain::{LENGTH, START, Sealer};
use serde_json::Value;

use crate::error::Result;
use crate::model::AuditRow;
use crate::security::Security;
use crate::store::AuditQuery;

/// What is left of the last entry that was deleted: its number and its seal, sealed once more.
pub(crate) const ANCHOR: &str = "audit_anchor";
/// Entries that are read at once.
const PAGE: u32 = 1_000;

/// The end of a log, to be kept elsewhere: `number:seal`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) seq: i64,
    pub(crate) hash: [u8; LENGTH],
}

/// What came of looking.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Sound { entries: u64, head: Option<Head> },
    Broken { seq: i64, why: String },
}

impl Head {
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (seq, hash) = text.trim().split_once(':')?;
        let hash = HEXLOWER.decode(hash.as_bytes()).ok()?.try_into().ok()?;
        Some(Self { seq: seq.parse().ok()?, hash })
    }
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.seq, HEXLOWER.encode(&self.hash))
    }
}

/// Reads the whole log. `known` is an end that was kept elsewhere; `progress` hears how many entries
/// have been looked at.
pub(crate) async fn verify(
    security: &Security,
    known: Option<&Head>,
    progress: &(dyn Fn(u64) + Sync),
) -> Result<Verdict> {
    let sealers = &security.audit().sealers;
    let (mut entries, mut head) = (0, None::<Head>);
    let mut met = false;
    loop {
        let mut query = AuditQuery::new(PAGE);
        query.from = head.as_ref().map(|head| head.seq);
        let rows = security.store().audit()?.list(&query).await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            let hash = match check(sealers, head.as_ref(), &row) {
                Ok(hash) => hash,
                Err(broken) => return Ok(broken),
            };
            if let Some(known) = known.filter(|known| known.seq == row.seq) {
                met = true;
                if known.hash != hash {
                    let why = "its seal is not the one that was kept".to_owned();
                    return Ok(Verdict::Broken { seq: row.seq, why });
                }
            }
            head = Some(Head { seq: row.seq, hash });
            entries += 1;
        }
        progress(entries);
    }
    if let Some(known) = known.filter(|_| !met) {
        let why = "it is not there: the end of the log was cut off, or its beginning purged";
        return Ok(Verdict::Broken { seq: known.seq, why: why.to_owned() });
    }
    Ok(Verdict::Sound { entries, head })
}

/// The seal of an entry, if it holds.
fn check(
    sealers: &[Sealer],
    before: Option<&Head>,
    row: &AuditRow,
) -> Result<[u8; LENGTH], Verdict> {
    let broken = |seq, why: &str| Verdict::Broken { seq, why: why.to_owned() };
    let hash = seal_of(row).ok_or_else(|| broken(row.seq, "its seal is gone"))?;
    if row.event == ANCHOR {
        // The log begins here, or begins anew while it is read.
        let details: Value = serde_json::from_str(&row.details).unwrap_or_default();
        let seal = details["seal"].as_str().unwrap_or_default();
        let seal = HEXLOWER.decode(seal.as_bytes()).unwrap_or_default();
        let holds = sealers.iter().any(|sealer| sealer.holds(&hash, &canonical_anchor(row), &seal));
        return if holds { Ok(hash) } else { Err(broken(row.seq, "its seal does not hold")) };
    }
    let (last, before) = before.map_or((0, START), |head| (head.seq, head.hash));
    let expected = last.saturating_add(1);
    if row.seq != expected {
        return Err(broken(expected, "it is missing"));
    }
    let entry = canonical(row);
    if sealers.iter().any(|sealer| sealer.holds(&before, &entry, &hash)) {
        return Ok(hash);
    }
    Err(broken(
        row.seq,
        "its seal does not hold: it was changed, or written with a key that is neither SECRET_KEY \
         nor among SECRET_KEY_FALLBACKS",
    ))
}

/// The bytes of an entry: a JSON array, in which no two entries are the same.
pub(super) fn canonical(row: &AuditRow) -> Vec<u8> {
    serde_json::json!([
        row.seq,
        time(row),
        row.event,
        row.user,
        row.actor,
        row.address,
        row.agent,
        row.details,
    ])
    .to_string()
    .into_bytes()
}

/// The bytes of what is left of an entry.
pub(super) fn canonical_anchor(row: &AuditRow) -> Vec<u8> {
    serde_json::json!([ANCHOR, row.seq, time(row)]).to_string().into_bytes()
}

pub(super) fn seal_of(row: &AuditRow) -> Option<[u8; LENGTH]> {
    row.hash.as_slice().try_into().ok()
}

fn time(row: &AuditRow) -> String {
    row.time.strftime("%Y-%m-%dT%H:%M:%S%.6f").to_string()
}
