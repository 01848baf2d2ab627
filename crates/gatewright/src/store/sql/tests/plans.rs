//! What a request runs must not read a whole table.

use super::{File, REFERENCE_SCHEMA};
use crate::store::sql::{Mode, SqlStore};

/// The statements of a request that read a whole table, among those that run on async threads.
fn scans(file: &File, store: &SqlStore) -> Vec<String> {
    let raw = file.raw();
    let mut scans = Vec::new();
    let foreign = store.0.users.in_requests().into_iter().chain(store.0.passkeys.in_requests());
    // Of a database that was only looked at, our tables are not there yet.
    let ours = raw.prepare("SELECT 1 FROM gatewright_session").is_ok();
    let ours = ours.then(|| store.0.sessions.in_requests()).into_iter().flatten();
    let ours = ours.chain(outbox(store)).chain(lockouts(store)).chain(audit(store));
    for sql in foreign.chain(ours).chain(ends(store)) {
        let mut statement = raw.prepare(&format!("EXPLAIN QUERY PLAN {}", sql.text)).unwrap();
        let arguments = vec!["x"; statement.parameter_count()];
        let plan = statement
            .query_map(rusqlite::params_from_iter(arguments), |row| row.get::<_, String>(3))
            .unwrap();
        let steps: Vec<String> = plan.map(Result::unwrap).collect();
        let reads_all = |step: &String| step.contains("SCAN") || step.contains("AUTOMATIC");
        if steps.iter().any(reads_all) && !sql.heavy {
            scans.push(format!("{}: {steps:?}", sql.text));
        }
    }
    scans
}

/// The rounds of the outbox: its table is there if the house made the database.
fn outbox(store: &SqlStore) -> Vec<&crate::store::driver::Sql> {
    if !store.0.outbox.is_ready() {
        return Vec::new();
    }
    let webhooks = store.0.webhooks.in_rounds();
    store.0.outbox.in_rounds().into_iter().chain(webhooks).collect()
}

/// What an event writes.
fn audit(store: &SqlStore) -> Vec<&crate::store::driver::Sql> {
    if store.0.outbox.is_ready() { store.0.audit.in_requests().into() } else { Vec::new() }
}

/// Undone changes and closed accounts.
fn ends(store: &SqlStore) -> Vec<&crate::store::driver::Sql> {
    if !store.0.outbox.is_ready() {
        return Vec::new();
    }
    store.0.undo.in_rounds().into_iter().chain(store.0.closings.in_rounds()).collect()
}

/// What a sign-in counts: its table is there if the house made the database.
fn lockouts(store: &SqlStore) -> Vec<&crate::store::driver::Sql> {
    if store.0.outbox.is_ready() { store.0.lockouts.in_sign_ins().into() } else { Vec::new() }
}

#[tokio::test]
async fn our_own_tables_are_found_by_index() {
    let file = File::absent();
    let store = file.open(Mode::Create).await;
    assert_eq!(scans(&file, &store), Vec::<String>::new());
    assert!(store.0.users.in_requests().iter().all(|sql| !sql.heavy));
}

#[tokio::test]
async fn a_statement_that_must_scan_leaves_the_async_thread() {
    let file = File::with(REFERENCE_SCHEMA);
    let store = file.open(Mode::Existing).await;
    assert_eq!(scans(&file, &store), Vec::<String>::new());
    assert!(store.0.users.in_requests().iter().any(|sql| sql.heavy), "links have no index there");
}
