//! What a run does to accounts that exist.

use clap::Parser;
use jiff::SignedDuration;
use serde_json::json;

use super::ImportUsers;
use crate::cli::console::Console;
use crate::config::Preset;
use crate::model::{Closing, User, UserField};
use crate::testing::{Heard, TestApp};

const JOE: &str = "joe@lp.com";

#[derive(Parser)]
struct Command {
    #[command(flatten)]
    import: ImportUsers,
}

async fn app(heard: &Heard) -> (TestApp, User) {
    let app = TestApp::with(Preset::Recommended, |builder| builder.listen(heard.clone())).await;
    let joe = app.user(JOE, "correct horse").await;
    heard.take();
    (app, joe)
}

/// Runs `import --update` with one record.
async fn update(app: &TestApp, record: serde_json::Value) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("users.jsonl");
    std::fs::write(&file, format!("{record}\n")).unwrap();
    let arguments = ["import", file.to_str().unwrap(), "--update"];
    let command = Command::try_parse_from(arguments).unwrap();
    assert!(command.import.run(app.security(), &Console::new(true)).await.is_ok());
}

async fn close(app: &TestApp, joe: &User) {
    let now = app.clock().utc();
    let closing = Closing::new(now, now.saturating_add(SignedDuration::from_hours(24)));
    let (set, when) = ([UserField::Active(false)], [UserField::Active(true)]);
    let closings = app.security().store().closings().unwrap();
    assert!(closings.close(&joe.id, &closing, (&set, &when), None, &[]).await.unwrap());
}

#[tokio::test]
async fn a_file_that_disables_overrules_the_owner_who_has_closed() {
    let heard = Heard::default();
    let (app, joe) = app(&heard).await;
    close(&app, &joe).await;
    update(&app, json!({ "email": JOE, "active": false })).await;
    let closings = app.security().store().closings().unwrap();
    assert_eq!(closings.find(&joe.id).await.unwrap(), None, "the owner could open it again");
    app.advance(SignedDuration::from_hours(25));
    app.security().tidy().await.unwrap();
    let kept = app.find(JOE).await.unwrap();
    assert!(!kept.active, "it stays, and it stays disabled");
    assert_ne!(kept.uniquifier, joe.uniquifier);
    assert!(heard.take().contains(&format!("user_deactivated {JOE}")));
    // A second run finds nothing to do.
    update(&app, json!({ "email": JOE, "active": false })).await;
    assert_eq!(heard.take(), ["administered"]);
}

#[tokio::test]
async fn a_file_that_says_nothing_leaves_a_closed_account_to_its_owner() {
    let heard = Heard::default();
    let (app, joe) = app(&heard).await;
    close(&app, &joe).await;
    update(&app, json!({ "email": JOE, "username": "joseph" })).await;
    let closings = app.security().store().closings().unwrap();
    assert!(closings.find(&joe.id).await.unwrap().is_some());
}

#[tokio::test]
async fn what_changes_an_account_is_told_of_that_account() {
    let heard = Heard::default();
    let (app, _) = app(&heard).await;
    update(&app, json!({ "email": JOE, "active": false })).await;
    let told = heard.take();
    assert!(told.contains(&format!("user_deactivated {JOE}")), "{told:?}");
    update(&app, json!({ "email": JOE, "active": true })).await;
    let told = heard.take();
    assert!(told.contains(&format!("user_activated {JOE}")), "{told:?}");
    update(&app, json!({ "email": JOE, "username": "joseph" })).await;
    let told = heard.take();
    assert_eq!(told, [format!("administered {JOE}"), "administered".to_owned()]);
    // New accounts are many: the run tells their number.
    update(&app, json!({ "email": "kim@lp.com" })).await;
    assert_eq!(heard.take(), ["administered"]);
}
