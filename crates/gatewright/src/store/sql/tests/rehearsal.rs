//! What costs as much as a change and changes nothing.

use super::{File, Mode, REFERENCE_SCHEMA};
use crate::model::{AuditRow, NewLetter, NewUser};
use crate::store::Store;

/// An application that keeps a row of its own for each user, and a list of what happened to them.
const TRIGGERS: &str = "
    CREATE TABLE profile (user_id INTEGER NOT NULL REFERENCES user (id));
    CREATE TABLE history (what TEXT);
    CREATE TRIGGER made AFTER INSERT ON user BEGIN
        INSERT INTO profile VALUES (new.id); INSERT INTO history VALUES ('made'); END;
    CREATE TRIGGER gone AFTER DELETE ON user BEGIN INSERT INTO history VALUES ('gone'); END;";

fn count(file: &File, table: &str) -> i64 {
    file.raw().query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

#[tokio::test]
async fn a_user_that_is_not_made_leaves_nothing_behind_triggers_included() {
    let file = File::with(&format!("{REFERENCE_SCHEMA}{TRIGGERS}"));
    let store = file.open(Mode::Existing).await;
    store.create_user(NewUser::new("joe@lp.com")).await.unwrap();
    store.rehearse_user_with(NewUser::new("new@lp.com"), &[]).await.unwrap();
    // Names that are taken are no error: the answer must be the same.
    store.rehearse_user_with(NewUser::new("joe@lp.com"), &[]).await.unwrap();
    for table in ["user", "profile", "history"] {
        assert_eq!(count(&file, table), 1, "{table}");
    }
    assert!(store.create_user(NewUser::new("new@lp.com")).await.is_ok());
}

/// A letter to the owner of the address leaves whatever becomes of the row beside it.
#[tokio::test]
async fn a_row_that_a_trigger_turns_away_takes_no_letter_with_it() {
    let away = "CREATE TRIGGER away BEFORE INSERT ON user BEGIN SELECT RAISE(IGNORE); END;";
    let file = File::with(&format!("{REFERENCE_SCHEMA}{away}"));
    let store = file.open(Mode::Existing).await;
    let time = "2026-11-22T10:00:00".parse().unwrap();
    let letter = NewLetter {
        id: "1".to_owned(),
        kind: "mail".to_owned(),
        recipient: "joe@lp.com".to_owned(),
        payload: "sealed".to_owned(),
        created_at: time,
        due_at: time,
        give_up_at: time,
        claimed: false,
    };
    store.rehearse_user_with(NewUser::new("new@lp.com"), &[letter]).await.unwrap();
    assert_eq!(store.mails().unwrap().list(false, "", 9).await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_entry_that_is_not_kept_leaves_its_number_free() {
    let file = File::with(REFERENCE_SCHEMA);
    let store = file.open(Mode::Existing).await;
    let row = |seq, hash: &[u8]| {
        let mut row = AuditRow::new(seq, "2026-11-22T10:00:00".parse().unwrap(), "an_event");
        row.hash = hash.to_vec();
        row
    };
    assert!(store.audit().unwrap().rehearse(&row(1, b"one")).await.unwrap());
    assert_eq!(store.audit().unwrap().head().await.unwrap(), None);
    assert!(store.audit().unwrap().append(&row(1, b"two")).await.unwrap());
    assert!(
        !store.audit().unwrap().rehearse(&row(1, b"three")).await.unwrap(),
        "somebody was quicker"
    );
    assert_eq!(store.audit().unwrap().head().await.unwrap(), Some(row(1, b"two")));
}

/// Bytes of the log that is written before the file.
fn written(file: &File) -> u64 {
    let log = file.path.with_extension("db-wal");
    std::fs::metadata(log).map_or(0, |log| log.len())
}

#[tokio::test]
async fn as_much_is_written_for_an_entry_that_is_not_kept() {
    let file = File::absent();
    let store = file.open(Mode::Create).await;
    let time = "2026-11-22T10:00:00".parse().unwrap();
    let row = |seq| {
        let mut row = AuditRow::new(seq, time, "an_event");
        row.user = Some("7".to_owned());
        row
    };
    store.audit().unwrap().append(&row(1)).await.unwrap();
    let before = written(&file);
    store.audit().unwrap().append(&row(2)).await.unwrap();
    let kept = written(&file);
    store.audit().unwrap().rehearse(&row(3)).await.unwrap();
    assert!(kept > before);
    assert_eq!(written(&file) - kept, kept - before);
}
