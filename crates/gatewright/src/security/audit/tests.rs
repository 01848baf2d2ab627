//! Entries of many writers, and what becomes of those that somebody changes.

use async_trait::async_trait;
use jiff::SignedDuration;
use serde_json::{Map, json};

use super::chain::{ANCHOR, Head, Verdict, verify};
use crate::assembly::Builder;
use crate::config::Preset;
use crate::event::{Event, Listener};
use crate::facts::Facts;
use crate::model::AuditRow;
use crate::security::Security;
use crate::store::AuditQuery;
use crate::testing::{Heard, TestApp};

/// A database file that can be spoilt, and applications on it.
struct Log {
    folder: tempfile::TempDir,
}

impl Log {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    async fn app(&self, change: impl FnOnce(Builder) -> Builder) -> TestApp {
        let url = format!("sqlite:{}", self.folder.path().join("app.db").display());
        TestApp::with(Preset::Recommended, |builder| change(builder.database(url))).await
    }

    fn raw(&self, sql: &str) {
        let file = rusqlite::Connection::open(self.folder.path().join("app.db")).unwrap();
        file.execute_batch(sql).unwrap();
    }
}

async fn rows(security: &Security) -> Vec<AuditRow> {
    let query = AuditQuery::new(1_000);
    security.store().audit().unwrap().list(&query).await.unwrap()
}

async fn checked(security: &Security, known: Option<&Head>) -> Verdict {
    verify(security, known, &|_| ()).await.unwrap()
}

async fn broken_at(security: &Security) -> Option<i64> {
    match checked(security, None).await {
        Verdict::Broken { seq, .. } => Some(seq),
        Verdict::Sound { .. } => None,
    }
}

async fn head(security: &Security) -> Head {
    match checked(security, None).await {
        Verdict::Sound { head: Some(head), .. } => head,
        other => panic!("{other:?}"),
    }
}

async fn note(security: &Security, action: &str) {
    security.administered(action, None, json!({})).await;
}

#[tokio::test]
async fn a_sign_in_is_written_down_without_secrets() {
    let app = TestApp::new(|_| {}).await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    let mut browser = app.browser().header("user-agent", "Firefox \u{e9}");
    let wrong = [("email", "joe@lp.com"), ("password", "wrong horse")];
    browser.post_form("/login", wrong).await;
    browser.sign_in("joe@lp.com", "correct horse").await;
    let rows = rows(app.security()).await;
    let named: Vec<&str> = rows.iter().map(|row| row.event.as_str()).collect();
    assert_eq!(named, ["user_failed_authn", "user_authenticated"]);
    let row = &rows[1];
    assert_eq!((row.user.as_deref(), row.actor.as_deref()), (Some("1"), None));
    assert!(row.address.is_some() && row.agent.as_deref().unwrap().starts_with("Firefox"));
    assert_eq!(row.details, r#"{"authn_via":["password"]}"#);
    assert!(!rows.iter().any(|row| row.details.contains(&joe.uniquifier)));
    let seen = app.security().activity(&joe, 1).await.unwrap();
    assert_eq!(seen.len(), 1);
    assert_eq!((seen[0].event.as_str(), seen[0].time), ("user_authenticated", row.time));
    assert_eq!(seen[0].details["authn_via"], json!(["password"]));
    assert_eq!(checked(app.security(), None).await, sound(2, &rows[1]));
}

fn sound(entries: u64, last: &AuditRow) -> Verdict {
    let head = Head { seq: last.seq, hash: last.hash.clone().try_into().unwrap() };
    Verdict::Sound { entries, head: Some(head) }
}

#[tokio::test]
async fn nobody_sees_what_happened_to_a_deleted_account_with_the_same_number() {
    let app = TestApp::new(|_| {}).await;
    let mal = app.user("mal@lp.com", "correct horse").await;
    app.browser().sign_in("mal@lp.com", "correct horse").await;
    assert!(app.security().delete_user(&mal).await.unwrap());
    let kim = app.user("kim@lp.com", "correct horse").await;
    assert_eq!(kim.id, mal.id, "the database gives numbers again");
    app.browser().sign_in("kim@lp.com", "correct horse").await;
    let seen = app.security().activity(&kim, 10).await.unwrap();
    let named: Vec<&str> = seen.iter().map(|entry| entry.event.as_str()).collect();
    assert_eq!(named, ["user_authenticated"]);
    // Deleted by another program, which writes no log.
    assert!(app.security().store().delete_user(&kim.id).await.unwrap());
    app.advance(SignedDuration::from_micros(1));
    let ann = app.user("ann@lp.com", "correct horse").await;
    assert_eq!(ann.id, mal.id);
    assert_eq!(app.security().activity(&ann, 10).await.unwrap().len(), 0);
}

struct Clumsy;

#[async_trait]
impl Listener for Clumsy {
    async fn notice(&self, _: Option<&Facts>, event: &Event<'_>) {
        panic!("{} was too much", event.name());
    }
}

#[tokio::test]
async fn a_listener_that_panics_costs_neither_the_request_nor_the_entry_nor_the_next_listener() {
    let heard = Heard::default();
    let app =
        TestApp::with(Preset::Recommended, |builder| builder.listen(Clumsy).listen(heard.clone()))
            .await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    app.browser().sign_in("joe@lp.com", "correct horse").await;
    assert!(heard.take().contains(&"user_authenticated joe@lp.com password".to_owned()));
    assert_eq!(app.security().activity(&joe, 10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn tokens_of_links_and_what_was_typed_stay_out() {
    let app = TestApp::new(|_| {}).await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    let (security, token) = (app.security(), "tok-1");
    let form_data = Map::from_iter([("name".to_owned(), json!("tok-2"))]);
    for event in [
        Event::UserRegistered {
            user: &joe,
            confirmation_token: Some(token),
            form_data: &form_data,
        },
        Event::ConfirmInstructionsSent { user: &joe, token },
        Event::LoginInstructionsSent { user: &joe, login_token: token },
        Event::ResetPasswordInstructionsSent { user: &joe, token },
        Event::ChangeEmailInstructionsSent { user: &joe, new_email: "new@lp.com", token },
    ] {
        security.announce(None, &event).await;
    }
    let rows = rows(security).await;
    assert_eq!(rows.len(), 5);
    assert!(rows.iter().all(|row| !row.details.contains("tok-")), "{:?}", rows[0].details);
    assert!(rows[4].details.contains("new@lp.com"));
}

#[tokio::test]
async fn what_is_switched_off_or_left_out_is_not_written() {
    let off = TestApp::new(|config| config.audit.enabled = false).await;
    note(off.security(), "a").await;
    assert_eq!(rows(off.security()).await, []);
    let flask = TestApp::with(Preset::Flask, |builder| builder).await;
    note(flask.security(), "a").await;
    assert_eq!(rows(flask.security()).await, []);
    let some = TestApp::new(|config| config.audit.events = vec!["user_confirmed".into()]).await;
    let joe = some.user("joe@lp.com", "correct horse").await;
    note(some.security(), "a").await;
    some.security().announce(None, &Event::UserConfirmed { user: &joe }).await;
    assert_eq!(rows(some.security()).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_writers_in_several_processes_make_one_chain() {
    let log = Log::new();
    let mut apps = Vec::new();
    for _ in 0..4 {
        apps.push(log.app(|builder| builder).await);
    }
    let mut writers = Vec::new();
    for n in 0..64 {
        let security = apps[n % apps.len()].security().clone();
        writers.push(tokio::spawn(async move { note(&security, "write").await }));
    }
    for writer in writers {
        writer.await.unwrap();
    }
    let rows = rows(apps[0].security()).await;
    let numbers: Vec<i64> = rows.iter().map(|row| row.seq).collect();
    assert_eq!(numbers, (1..=64).collect::<Vec<i64>>());
    assert_eq!(checked(apps[1].security(), None).await, sound(64, &rows[63]));
}

#[tokio::test]
async fn every_change_is_found_where_it_was_made() {
    for (spoil, found) in [
        ("UPDATE gatewright_audit SET time='2020-01-01 00:00:00.000000' WHERE seq=3", 3),
        ("UPDATE gatewright_audit SET time='nonsense' WHERE seq=3", 3),
        ("UPDATE gatewright_audit SET event='user_confirmed' WHERE seq=3", 3),
        ("UPDATE gatewright_audit SET user_id='7' WHERE seq=3", 3),
        ("UPDATE gatewright_audit SET actor='cli:somebody' WHERE seq=3", 3),
        ("UPDATE gatewright_audit SET actor=NULL, address=actor WHERE seq=3", 3),
        ("UPDATE gatewright_audit SET agent='x' WHERE seq=3", 3),
        ("UPDATE gatewright_audit SET details='{}' WHERE seq=3", 3),
        ("UPDATE gatewright_audit SET hash=zeroblob(32) WHERE seq=3", 3),
        ("UPDATE gatewright_audit SET hash=x'00' WHERE seq=3", 3),
        ("UPDATE gatewright_audit SET seq=99 WHERE seq=6", 6),
        ("DELETE FROM gatewright_audit WHERE seq=3", 3),
        ("DELETE FROM gatewright_audit WHERE seq=1", 1),
        // The seal of another entry, and two entries in each other's place.
        ("UPDATE gatewright_audit SET hash=(SELECT hash FROM gatewright_audit WHERE seq=2) WHERE seq=3", 3),
        ("UPDATE gatewright_audit SET seq=-seq WHERE seq IN (3,4);
          UPDATE gatewright_audit SET seq=seq+7 WHERE seq<0", 3),
        // An anchor that nobody has sealed.
        ("DELETE FROM gatewright_audit WHERE seq<3;
          UPDATE gatewright_audit SET event='audit_anchor', details='{\"seal\":\"00\"}' WHERE seq=3", 3),
    ] {
        let log = Log::new();
        let app = log.app(|builder| builder.actor("cli:root")).await;
        for action in ["a", "b", "c", "d", "e", "f"] {
            note(app.security(), action).await;
        }
        assert_eq!(broken_at(app.security()).await, None);
        log.raw(spoil);
        assert_eq!(broken_at(app.security()).await, Some(found), "{spoil}");
    }
}

#[tokio::test]
async fn an_end_that_was_cut_off_is_found_by_who_has_kept_it() {
    let log = Log::new();
    let app = log.app(|builder| builder).await;
    let security = app.security();
    for action in ["a", "b", "c"] {
        note(security, action).await;
    }
    let kept = head(security).await;
    assert_eq!(Head::read(&kept.to_string()), Some(kept.clone()));
    note(security, "d").await;
    assert!(matches!(checked(security, Some(&kept)).await, Verdict::Sound { entries: 4, .. }));
    log.raw("DELETE FROM gatewright_audit WHERE seq>2");
    // Nobody can tell from the log alone.
    assert_eq!(broken_at(security).await, None);
    let found = checked(security, Some(&kept)).await;
    assert!(matches!(found, Verdict::Broken { seq: 3, .. }), "{found:?}");
    // Also when others took the place of what was cut off: another process begins after that.
    let other = log.app(|builder| builder).await;
    note(other.security(), "e").await;
    assert_eq!(broken_at(security).await, None);
    let found = checked(security, Some(&kept)).await;
    assert!(matches!(found, Verdict::Broken { seq: 3, .. }), "{found:?}");
}

#[tokio::test]
async fn a_key_that_was_replaced_still_holds_and_a_foreign_one_does_not() {
    const OLD: &str = "a secret key that only tests use 0123456789";
    const NEW: &str = "another secret key that only tests use 012345";
    let log = Log::new();
    note(log.app(|builder| builder).await.security(), "a").await;
    let rotated = log
        .app(|builder| {
            let fallbacks = json!([OLD]);
            builder.setting("SECRET_KEY", NEW).setting("SECRET_KEY_FALLBACKS", fallbacks)
        })
        .await;
    note(rotated.security(), "b").await;
    assert_eq!(broken_at(rotated.security()).await, None);
    let without = log.app(|builder| builder.setting("SECRET_KEY", NEW)).await;
    assert_eq!(broken_at(without.security()).await, Some(1));
}

#[tokio::test]
async fn what_is_too_old_goes_and_the_rest_still_holds() {
    let log = Log::new();
    let app = log.app(|builder| builder).await;
    let security = app.security();
    for action in ["a", "b", "c"] {
        note(security, action).await;
    }
    app.advance(SignedDuration::from_hours(300 * 24));
    note(security, "d").await;
    assert_eq!(security.purge_audit().await.unwrap(), 0);
    app.advance(SignedDuration::from_hours(100 * 24));
    assert_eq!(security.purge_audit().await.unwrap(), 3);
    assert_eq!(security.purge_audit().await.unwrap(), 0);
    let left = rows(security).await;
    assert_eq!((left.len(), left[0].seq, left[0].event.as_str()), (2, 3, ANCHOR));
    assert_eq!((left[0].actor.as_deref(), left[0].agent.as_deref()), (None, None));
    assert_eq!(broken_at(security).await, None);
    note(security, "e").await;
    // Everything, and then more: the anchor moves along.
    app.advance(SignedDuration::from_hours(400 * 24));
    assert_eq!(security.purge_audit().await.unwrap(), 2);
    assert_eq!(rows(security).await.len(), 1);
    note(security, "f").await;
    // Another process has never seen what is gone.
    note(log.app(|builder| builder).await.security(), "g").await;
    assert_eq!(broken_at(security).await, None);
    // Whoever cannot seal cannot hide what came before.
    log.raw("UPDATE gatewright_audit SET seq=seq+10");
    assert!(broken_at(security).await.is_some());
}

#[tokio::test]
async fn nothing_old_is_kept_for_ever_if_the_settings_say_so() {
    let app = TestApp::new(|config| config.audit.keep = None).await;
    note(app.security(), "a").await;
    app.advance(SignedDuration::from_hours(50 * 365 * 24));
    app.security().tidy().await.unwrap();
    assert_eq!(rows(app.security()).await.len(), 1);
}

#[tokio::test]
async fn a_log_that_cannot_be_written_locks_nobody_out() {
    let log = Log::new();
    let app = log.app(|builder| builder).await;
    app.user("joe@lp.com", "correct horse").await;
    note(app.security(), "a").await;
    log.raw("DROP TABLE gatewright_audit; CREATE TABLE gatewright_audit (x)");
    let mut browser = app.browser();
    browser.sign_in("joe@lp.com", "correct horse").await;
    assert!(app.session(&browser).await.contains_key("_user_id"));
}
