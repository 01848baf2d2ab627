//! What a request asks of the store, at two sizes of the user table.
//!
//! The times must hardly depend on the size, for as many active users: a thousand, spread over the
//! table. A user who has not been seen lately costs reads from the file on top. Without
//! `SQLITE_DBCONFIG_ENABLE_QPSG` on every connection, `user_by_uniquifier` takes several times as
//! long: SQLite then parses the statement for each call.

use std::sync::{LazyLock, Mutex};

use divan::Bencher;
use gatewright::clock::Clock;
use gatewright::model::{NewRole, NewUser, UserField, UserId};
use gatewright::store::{Lookup, Mode, SqlStore, Store, TableNames};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

fn main() {
    divan::main();
}

const SIZES: [usize; 2] = [1_000, 100_000];

struct Bed {
    runtime: Runtime,
    store: SqlStore,
    _folder: TempDir,
}

static BEDS: LazyLock<[Bed; 2]> = LazyLock::new(|| SIZES.map(fill));
static NEXT: Mutex<u64> = Mutex::new(0);

fn bed(users: usize) -> &'static Bed {
    &BEDS[SIZES.iter().position(|size| *size == users).unwrap_or_default()]
}

/// Every user is confirmed and has signed in; every one has two roles.
#[allow(clippy::unwrap_used, reason = "a benchmark may stop")]
fn fill(users: usize) -> Bed {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.db");
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let store = runtime.block_on(async {
        let url = format!("sqlite:{}", path.display());
        let names = TableNames::default();
        let store = SqlStore::open(&url, &names, Clock::system(), Mode::Create).await.unwrap();
        for name in ["editor", "reader"] {
            let role = NewRole::new(name).permission("read").permission("write");
            store.create_role(role).await.unwrap();
        }
        let now = Clock::system().utc();
        let mut first = NewUser::new("user0@lp.com").username("user0").password("x".repeat(97));
        first = first.confirmed_at(now).role("editor").role("reader");
        first.uniquifier = Some(format!("{:032x}", 0));
        store.create_user(first).await.unwrap();
        let set = [
            UserField::LastLoginAt(Some(now)),
            UserField::CurrentLoginAt(Some(now)),
            UserField::LastLoginIp(Some("192.0.2.1".into())),
            UserField::CurrentLoginIp(Some("192.0.2.1".into())),
            UserField::LoginCount(Some(7)),
        ];
        store.update_user(&UserId::Int(1), &set, &[]).await.unwrap();
        store
    });
    // One transaction instead of one per user.
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch(&format!(
        "BEGIN; WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {users} - 1)
         INSERT INTO user (email, username, password, active, fs_uniquifier, confirmed_at,
             last_login_at, current_login_at, last_login_ip, current_login_ip, login_count)
         SELECT 'user' || n || '@lp.com', 'user' || n, password, 1, printf('%032x', n),
             confirmed_at, last_login_at, current_login_at, last_login_ip, current_login_ip, 7
         FROM n, user WHERE id = 1;
         INSERT INTO roles_users SELECT u.id, r.id FROM user u, role r WHERE u.id > 1;
         COMMIT; ANALYZE;"
    ))
    .unwrap();
    Bed { runtime, store, _folder: folder }
}

/// Another active user each time.
fn next(users: usize) -> u64 {
    const ACTIVE: u64 = 1_000;
    let mut next = NEXT.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    *next = next.wrapping_add(7_919);
    *next % ACTIVE * (users as u64 / ACTIVE)
}

#[divan::bench(args = SIZES, sample_count = 60, sample_size = 200)]
fn user_by_uniquifier(bencher: Bencher<'_, '_>, users: usize) {
    let bed = bed(users);
    bencher.with_inputs(|| format!("{:032x}", next(users))).bench_values(|uniquifier| {
        let found = bed.runtime.block_on(bed.store.user(Lookup::Uniquifier(&uniquifier)));
        assert!(found.is_ok_and(|user| user.is_some_and(|user| user.roles.len() == 2)));
    });
}

#[divan::bench(args = SIZES, sample_count = 60, sample_size = 200)]
fn user_by_email_in_any_case(bencher: Bencher<'_, '_>, users: usize) {
    let bed = bed(users);
    bencher.with_inputs(|| format!("User{}@LP.com", next(users))).bench_values(|value| {
        let by = Lookup::Identity { attribute: "email", value: &value, case_insensitive: true };
        assert!(bed.runtime.block_on(bed.store.user(by)).is_ok_and(|user| user.is_some()));
    });
}

#[divan::bench(args = SIZES, sample_count = 20, sample_size = 5)]
fn update_one_column(bencher: Bencher<'_, '_>, users: usize) {
    let bed = bed(users);
    bencher.with_inputs(|| next(users)).bench_values(|n| {
        let id = UserId::Int(i64::try_from(n).unwrap_or_default() + 1);
        let set = [UserField::LoginCount(Some(8))];
        let done = bed.runtime.block_on(bed.store.update_user(&id, &set, &[]));
        assert!(done.is_ok_and(|changed| changed));
    });
}
