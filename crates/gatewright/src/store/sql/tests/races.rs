//! Many at once: threads, stores and processes.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::sync::{Arc, Barrier};
use std::time::Duration;

use jiff::civil::date;

use super::{File, REFERENCE_SCHEMA, suite};
use crate::clock::Clock;
use crate::model::{Closing, NewRole, NewUser, UserField, UserId};
use crate::store::sql::{Mode, SqlStore, TableNames};
use crate::store::{Lookup, Store};

/// Where the child process of [`a_killed_process_loses_nothing`] finds its database.
const CHILD: &str = "GATEWRIGHT_TEST_DATABASE";

/// Runs the same thing in 50 threads at the same moment, on two stores, and counts who won.
fn winners<F>(stores: &[SqlStore], attempt: impl Fn(SqlStore, usize) -> F + Send + Sync) -> usize
where
    F: Future<Output = bool>,
{
    const THREADS: usize = 50;
    let start = Barrier::new(THREADS);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|n| {
                let (start, attempt) = (&start, &attempt);
                let store = stores[n % stores.len()].clone();
                scope.spawn(move || {
                    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
                    start.wait();
                    runtime.block_on(attempt(store, n))
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).filter(|won| *won).count()
    })
}

#[test]
fn all_who_start_at_once_without_a_database_find_one() {
    for _ in 0..5 {
        let file = File::absent();
        let start = Barrier::new(8);
        let opened = std::thread::scope(|scope| {
            let open = || {
                let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
                start.wait();
                runtime.block_on(file.open_with(&TableNames::default(), Mode::Create)).map(drop)
            };
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(open)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
        });
        assert!(opened.iter().all(Result::is_ok), "{opened:?}");
        let mode: String =
            file.raw().query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
        assert_eq!(mode, "wal");
    }
}

fn prepare(file: &File, mode: Mode) -> (Vec<SqlStore>, UserId) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let stores = vec![file.open(mode).await, file.open(mode).await];
        let joe = stores[0].create_user(NewUser::new("joe@lp.com")).await.unwrap();
        (stores, joe.id)
    })
}

#[test]
fn one_of_many_updates_wins() {
    // With a log, and with the rollback journal of a foreign file.
    for (file, mode) in
        [(File::absent(), Mode::Create), (File::with(REFERENCE_SCHEMA), Mode::Existing)]
    {
        let (stores, id) = prepare(&file, mode);
        let won = winners(&stores, async |store, n| {
            let set = [UserField::Password(Some(n.to_string()))];
            store.update_user(&id, &set, &[UserField::Password(None)]).await.unwrap()
        });
        assert_eq!(won, 1);
    }
}

#[test]
fn one_of_many_takes_what_can_be_taken_once() {
    let file = File::absent();
    let (stores, _) = prepare(&file, Mode::Create);
    let now = date(2090, 1, 1).at(0, 0, 0, 0);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let issued = stores[0].once().issue("link", b"key", date(2091, 1, 1).at(0, 0, 0, 0), "payload");
    runtime.block_on(issued).unwrap();
    let won = winners(&stores, async |store, _| {
        store.once().consume("link", b"key", now).await.unwrap().is_some()
    });
    assert_eq!(won, 1);
    let won = winners(&stores, async |store, n| {
        let expires = date(2091, 1, 1).at(0, 0, 0, 0);
        match store.once().issue("totp", b"step", expires, &n.to_string()).await {
            Ok(()) => true,
            Err(error) => {
                assert!(error.is_conflict(), "{error:?}");
                false
            }
        }
    });
    assert_eq!(won, 1);
}

#[test]
fn one_of_many_gets_the_address_and_the_role() {
    let file = File::absent();
    let (stores, id) = prepare(&file, Mode::Create);
    let won = winners(&stores, async |store, _| {
        match store.create_user(NewUser::new("new@lp.com")).await {
            Ok(_) => true,
            Err(error) => {
                assert!(error.is_conflict(), "{error:?}");
                false
            }
        }
    });
    assert_eq!(won, 1);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(stores[0].create_role(NewRole::new("editor"))).unwrap();
    let won = winners(&stores, async |store, _| store.grant(&id, "editor", true).await.unwrap());
    assert_eq!(won, 1);
}

#[test]
fn one_of_many_sends_a_letter() {
    let file = File::absent();
    let (stores, _) = prepare(&file, Mode::Create);
    let (now, until) = (date(2026, 6, 15).at(12, 0, 0, 0), date(2026, 6, 15).at(12, 5, 0, 0));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let letters: Vec<_> = (0..20).map(|n| suite::letter(&n.to_string(), now)).collect();
    runtime.block_on(stores[0].mails().unwrap().enqueue(&letters)).unwrap();
    let won = winners(&stores, async |store, _| {
        store.mails().unwrap().claim(now, until).await.unwrap().is_some()
    });
    assert_eq!(won, 20, "each by one");
    assert_eq!(runtime.block_on(stores[0].mails().unwrap().claim(now, until)).unwrap(), None);
}

#[test]
fn our_own_table_is_made_once_by_many() {
    let file = File::with(REFERENCE_SCHEMA);
    let (stores, _) = prepare(&file, Mode::Existing);
    let won = winners(&stores, async |store, n| {
        let expires = date(2090, 1, 1).at(0, 0, 0, 0);
        store.once().issue("link", &n.to_le_bytes(), expires, "").await.is_ok()
    });
    assert_eq!(won, 50);
}

#[tokio::test]
async fn a_read_waits_for_a_foreign_lock() {
    let file = File::with(REFERENCE_SCHEMA);
    let store = file.open(Mode::Existing).await;
    store.create_role(NewRole::new("editor")).await.unwrap();
    let foreign = file.raw();
    foreign.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let reader = store.clone();
    let mut reader = tokio::spawn(async move { reader.role("editor").await });
    assert!(tokio::time::timeout(Duration::from_millis(50), &mut reader).await.is_err());
    foreign.execute_batch("UPDATE role SET description = 'new'; COMMIT").unwrap();
    let role = reader.await.unwrap().unwrap().unwrap();
    assert_eq!(role.description.as_deref(), Some("new"));
}

#[tokio::test]
async fn a_link_of_a_deleted_account_is_none_of_the_next_with_its_number() {
    let file = File::absent();
    let server = file.open(Mode::Create).await;
    let mal = server.create_user(NewUser::new("mal@lp.com")).await.unwrap();
    let (now, later) = (date(2030, 1, 1).at(0, 0, 0, 0), date(2090, 1, 1).at(0, 0, 0, 0));
    server.undos().unwrap().keep(&mal.id, b"link", later).await.unwrap();
    assert!(server.undos().unwrap().knows(&mal.id, b"link", now).await.unwrap());
    // As a command does it, or the server after its next start.
    let command = file.open(Mode::Existing).await;
    assert!(command.delete_user(&mal.id).await.unwrap());
    let kim = command.create_user(NewUser::new("kim@lp.com")).await.unwrap();
    assert_eq!(kim.id, mal.id, "the database gives numbers again");
    assert!(!command.undos().unwrap().knows(&kim.id, b"link", now).await.unwrap());
}

#[tokio::test]
async fn a_closing_of_a_deleted_account_is_none_of_the_next_with_its_number() {
    let file = File::absent();
    let store = file.open(Mode::Create).await;
    let closings = store.closings().unwrap();
    let (now, due) = (date(2030, 1, 1).at(0, 0, 0, 0), date(2030, 2, 1).at(0, 0, 0, 0));
    let closed = ([UserField::Active(false)], [UserField::Active(true)]);
    let mal = store.create_user(NewUser::new("mal@lp.com")).await.unwrap();
    let sam = store.create_user(NewUser::new("sam@lp.com")).await.unwrap();
    for user in [&mal.id, &sam.id] {
        let closing = Closing::new(now, due);
        assert!(closings.close(user, &closing, (&closed.0, &closed.1), None, &[]).await.unwrap());
        assert_eq!(closings.find(user).await.unwrap(), Some(closing));
    }
    // Another program deletes the account, and makes one that waits to be enabled.
    let next = "DELETE FROM user WHERE email = 'mal@lp.com'; \
                INSERT INTO user (id, email, active, fs_uniquifier, create_datetime) \
                VALUES (1, 'kim@lp.com', 0, 'k', '2030-01-15 08:00:00')";
    file.raw().execute_batch(next).unwrap();
    assert_eq!(closings.find(&mal.id).await.unwrap(), None);
    assert!(!closings.reopen(&mal.id, &[UserField::Active(true)]).await.unwrap());
    assert!(!closings.delete(&mal.id, due).await.unwrap());
    assert_eq!(closings.due(due, 9).await.unwrap(), std::slice::from_ref(&sam.id));
    let kim = store.user(Lookup::Id(&mal.id)).await.unwrap().unwrap();
    assert!(kim.email == "kim@lp.com" && !kim.active);
    // Of its own closing nothing is in the way.
    let set = [UserField::Password(None)];
    assert!(
        closings.close(&kim.id, &Closing::new(now, due), (&set, &[]), None, &[]).await.unwrap()
    );
    assert_eq!(closings.due(due, 9).await.unwrap().len(), 2);
    assert!(closings.delete(&sam.id, due).await.unwrap());
    assert!(closings.delete(&kim.id, due).await.unwrap());
    assert_eq!(store.count_users().await.unwrap(), 0);
}

#[tokio::test]
async fn changes_that_cannot_be_taken_back_any_more_leave_in_parts() {
    let file = File::absent();
    let store = file.open(Mode::Create).await;
    let undos = store.undos().unwrap();
    let joe = store.create_user(NewUser::new("joe@lp.com")).await.unwrap();
    let at = |day| date(2030, 1, day).at(0, 0, 0, 0);
    for day in 1..=5_i8 {
        undos.keep(&joe.id, &[day.unsigned_abs()], at(day)).await.unwrap();
    }
    assert_eq!(undos.purge(at(4), 3).await.unwrap(), 3);
    assert_eq!(undos.purge(at(4), 3).await.unwrap(), 1);
    assert!(undos.knows(&joe.id, &[5], at(4)).await.unwrap());
}

/// An administrator may disable it between the look at the link and the deed.
#[tokio::test]
async fn undoing_opens_an_account_only_if_its_owner_has_closed_it() {
    let file = File::absent();
    let store = file.open(Mode::Create).await;
    let joe = store.create_user(NewUser::new("joe@lp.com")).await.unwrap();
    let (now, later) = (date(2030, 1, 1).at(0, 0, 0, 0), date(2090, 1, 1).at(0, 0, 0, 0));
    let (undos, closings) = (store.undos().unwrap(), store.closings().unwrap());
    undos.keep(&joe.id, b"link", later).await.unwrap();
    let closed = [UserField::Active(false)];
    let closing = Closing::new(now, later);
    let change = (&closed[..], &[UserField::Active(true)][..]);
    assert!(closings.close(&joe.id, &closing, change, None, &[]).await.unwrap());
    assert!(closings.reopen(&joe.id, &closed).await.unwrap(), "as a suspension does");
    let set = [UserField::Email("old@lp.com".into()), UserField::Active(true)];
    assert!(!undos.take_back(&joe.id, b"link", &set, &[]).await.unwrap());
    let joe = store.user(Lookup::Id(&joe.id)).await.unwrap().unwrap();
    assert!(!joe.active && joe.email == "joe@lp.com");
    assert!(undos.knows(&joe.id, b"link", now).await.unwrap(), "the next try sees how it is");
    assert!(undos.take_back(&joe.id, b"link", &set[..1], &[]).await.unwrap());
    assert!(!store.user(Lookup::Id(&joe.id)).await.unwrap().unwrap().active);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_is_given_up_leaves_nothing_half_done() {
    let file = File::absent();
    let store = Arc::new(file.open(Mode::Create).await);
    store.create_role(NewRole::new("editor")).await.unwrap();
    for n in 0..40 {
        let store = Arc::clone(&store);
        let task = tokio::spawn(async move {
            let roles = vec!["editor".into()];
            store.create_user(NewUser { roles, ..NewUser::new(format!("u{n}@lp.com")) }).await
        });
        tokio::task::yield_now().await;
        task.abort();
    }
    store.create_user(NewUser::new("last@lp.com")).await.unwrap();
    let sql = "SELECT count(*) FROM user WHERE email <> 'last@lp.com' \
               AND id NOT IN (SELECT user_id FROM roles_users)";
    let half: i64 = file.raw().query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(half, 0);
}

#[tokio::test]
async fn a_killed_process_loses_nothing() {
    if let Ok(url) = std::env::var(CHILD) {
        return create_until_killed(&url).await;
    }
    let file = File::absent();
    drop(file.open(Mode::Create).await);
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "--nocapture",
            "store::sql::tests::races::a_killed_process_loses_nothing",
        ])
        .env(CHILD, file.url())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut told: Vec<String> = Vec::new();
    while told.len() < 30 {
        let line = lines.next().unwrap().unwrap();
        told.extend(line.split_once("created ").map(|(_, email)| email.to_owned()));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    told.extend(
        lines
            .map_while(Result::ok)
            .filter_map(|line| line.split_once("created ").map(|(_, email)| email.to_owned())),
    );
    let store = file.open(Mode::Existing).await;
    for value in &told {
        let by = Lookup::Identity { attribute: "email", value, case_insensitive: false };
        assert!(store.user(by).await.unwrap().is_some(), "{value} was acknowledged");
    }
    let check: String =
        file.raw().query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
}

async fn create_until_killed(url: &str) {
    let names = TableNames::default();
    let clock = Clock::system();
    let store = SqlStore::open(url, &names, clock, Mode::Existing).await.unwrap();
    for n in 0_u64.. {
        let user = store.create_user(NewUser::new(format!("u{n}@lp.com"))).await.unwrap();
        let mut out = std::io::stdout().lock();
        writeln!(out, "created {}", user.email).unwrap();
        out.flush().unwrap();
    }
}
