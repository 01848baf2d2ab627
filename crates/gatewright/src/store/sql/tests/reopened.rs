//! What one process has written, another ends: tables that are there, though nobody has used them yet.

use super::File;
use crate::model::{NewUser, UserField};
use crate::store::Store;
use crate::store::sql::Mode;

const SESSION: &str = "INSERT INTO gatewright_session (key_hash, token_hash, rotated_at, confirmed, \
                       user_id, version, data, created_at, seen_at, expires_at, persistent, ended) \
                       VALUES (x'01', x'02', '2026-01-01', 1, 1, 1, '{}', '2026-01-01', \
                       '2026-01-01', '2126-01-01', 0, 0)";

#[tokio::test]
async fn sessions_end_with_the_account_that_is_disabled() {
    let file = File::absent();
    let joe = file.open(Mode::Create).await.create_user(NewUser::new("joe@lp.com")).await.unwrap();
    file.raw().execute_batch(SESSION).unwrap();
    let store = file.open(Mode::Existing).await;
    assert!(store.update_user(&joe.id, &[UserField::Active(false)], &[]).await.unwrap());
    let count = "SELECT count(*) FROM gatewright_session";
    let left: i64 = file.raw().query_row(count, [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
}
