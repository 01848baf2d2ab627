//! Closing one's own account.

use jiff::SignedDuration;
use serde_json::json;

use super::{JOE, PASSWORD, app, tab};
use crate::config::Preset::Recommended;
use crate::i18n::messages as msg;
use crate::model::{NewRole, UserField};
use crate::testing::{Heard, TestApp};

const CLOSE: &str = "/account/close";

async fn signs_in(app: &TestApp) -> bool {
    let body = json!({ "email": JOE, "password": PASSWORD });
    app.browser().post_json("/login", &body).await.status == 200
}

#[tokio::test]
async fn a_closed_account_is_off_at_once_and_gone_after_its_grace() {
    let heard = Heard::default();
    let app = app(Recommended, &heard, &[("SECURITY_REFRESH_TOKEN", json!(true))]).await;
    let joe = app.find(JOE).await.unwrap();
    let (mut here, mut phone) = (tab(&app, JOE).await, tab(&app, JOE).await);
    let page = here.get(CLOSE).await;
    assert!(page.is(200).text().contains("14 days"));
    assert!(app.find(JOE).await.unwrap().active, "looking changes nothing");
    heard.take();
    here.post_form(CLOSE, []).await.redirects_to("/login");
    let heard_now = heard.take();
    assert!(heard_now.contains(&"account_closed joe@lp.com".into()), "{heard_now:?}");
    let closed = app.text(msg::ACCOUNT_CLOSED.with("within", "14 days"));
    assert!(here.get("/login").await.text().contains(&closed));
    for tab in [&mut here, &mut phone] {
        tab.get_json("/account").await.is(401);
    }
    assert!(!signs_in(&app).await);
    let mail = app.outbox().last();
    assert_eq!(mail.to.address, JOE);
    assert!(mail.path().starts_with("/account/reopen/"), "{}", mail.text());
    app.advance(SignedDuration::from_hours(14 * 24) - SignedDuration::from_secs(1));
    app.security().tidy().await.unwrap();
    assert!(app.find(JOE).await.is_some(), "its time has not run out");
    app.advance(SignedDuration::from_secs(1));
    app.security().tidy().await.unwrap();
    assert!(app.find(JOE).await.is_none());
    let told = heard.take();
    assert_eq!(told.iter().filter(|one| *one == "user_deleted joe@lp.com").count(), 1);
    let store = app.security().store();
    assert_eq!(store.closings().unwrap().find(&joe.id).await.unwrap(), None);
    assert_eq!(store.sessions().unwrap().list(&joe.id, app.clock().utc()).await.unwrap(), []);
    app.security().tidy().await.unwrap();
    app.browser().get_json(&mail.path()).await.is(400);
}

#[tokio::test]
async fn where_links_have_no_host_closing_is_not_offered() {
    let app = TestApp::new(|_| {}).await;
    app.user(JOE, PASSWORD).await;
    let mut here = tab(&app, JOE).await;
    assert!(here.get("/account").await.text().contains(CLOSE), "on this machine it can be tried");
    let mut there = app.browser().base("http://app.example.org");
    there.sign_in(JOE, PASSWORD).await;
    assert!(!there.get("/account").await.is(200).text().contains(CLOSE));
    there.post_form(CLOSE, []).await.is(404);
    assert!(app.find(JOE).await.unwrap().active);
}

/// A table of the application's own holds the account.
#[tokio::test]
async fn an_account_that_is_held_is_tried_again_the_next_day_and_is_not_in_the_way() {
    let heard = Heard::default();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("app.db");
    let url = format!("sqlite:{}", file.display());
    let app = TestApp::with(Recommended, |builder| {
        builder.database(url.as_str()).setting("SERVER_NAME", "localhost").listen(heard.clone())
    })
    .await;
    let joe = app.user(JOE, PASSWORD).await;
    let database = rusqlite::Connection::open(&file).unwrap();
    database
        .execute_batch(
            "CREATE TABLE orders (user_id INTEGER NOT NULL);
             CREATE TRIGGER held BEFORE DELETE ON user WHEN EXISTS
             (SELECT 1 FROM orders WHERE user_id = old.id) BEGIN SELECT RAISE(ABORT, 'held'); END;",
        )
        .unwrap();
    database.execute("INSERT INTO orders VALUES (1)", []).unwrap();
    tab(&app, JOE).await.post_form(CLOSE, []).await.redirects_to("/login");
    app.advance(SignedDuration::from_hours(14 * 24));
    app.security().tidy().await.unwrap();
    let store = app.security().store();
    assert!(app.find(JOE).await.is_some());
    let closing = store.closings().unwrap().find(&joe.id).await.unwrap().unwrap();
    assert_eq!(closing.closes_at, app.clock().utc().saturating_add(SignedDuration::from_hours(24)));
    assert_eq!(store.closings().unwrap().due(app.clock().utc(), 9).await.unwrap(), []);
    database.execute("DELETE FROM orders", []).unwrap();
    app.advance(SignedDuration::from_hours(24));
    app.security().tidy().await.unwrap();
    assert!(app.find(JOE).await.is_none());
    assert!(heard.take().contains(&format!("user_deleted {JOE}")));
}

#[tokio::test]
async fn the_mailed_link_keeps_the_account_by_its_button_once() {
    let heard = Heard::default();
    let app = app(Recommended, &heard, &[]).await;
    let answer = tab(&app, JOE).await.post_json(CLOSE, &json!({})).await;
    assert_eq!(answer.is(200).json()["response"], json!({}));
    let link = app.outbox().last().path();
    app.advance(SignedDuration::from_hours(13 * 24));
    let mut owner = app.browser();
    let page = owner.get(&link).await;
    assert!(page.is(200).text().contains(JOE) && page.text().contains("type=\"submit\""));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    assert!(!signs_in(&app).await);
    heard.take();
    let tries = (0..64).map(|_| {
        let (mut tab, link) = (app.browser(), link.clone());
        tokio::spawn(async move { tab.post_json(&link, &json!({})).await.status.as_u16() })
    });
    let answers = futures_util::future::join_all(tries).await;
    assert_eq!(answers.into_iter().filter(|one| *one.as_ref().unwrap() == 200).count(), 1);
    let told = heard.take();
    assert_eq!(told.iter().filter(|one| *one == "account_reopened joe@lp.com").count(), 1);
    assert!(signs_in(&app).await);
    app.advance(SignedDuration::from_hours(30 * 24));
    app.security().tidy().await.unwrap();
    assert!(app.find(JOE).await.is_some());
    // Closed a second time, the link of the first does nothing.
    tab(&app, JOE).await.post_form(CLOSE, []).await.redirects_to("/login");
    owner.post_json(&link, &json!({})).await.is(400);
    assert!(!app.find(JOE).await.unwrap().active);
}

#[tokio::test]
async fn an_account_that_an_administrator_enables_is_not_deleted() {
    let app = app(Recommended, &Heard::default(), &[]).await;
    tab(&app, JOE).await.post_form(CLOSE, []).await.redirects_to("/login");
    let link = app.outbox().last().path();
    let joe = app.find(JOE).await.unwrap();
    let store = app.security().store();
    assert!(store.update_user_with(&joe.id, &[UserField::Active(true)], &[], &[]).await.unwrap());
    assert_eq!(store.closings().unwrap().find(&joe.id).await.unwrap(), None);
    // Nor opened by the link, if it is disabled for another reason.
    app.change(JOE, &[UserField::Active(false)]).await;
    app.browser().post_json(&link, &json!({})).await.is(400);
    app.advance(SignedDuration::from_hours(15 * 24));
    app.security().tidy().await.unwrap();
    assert!(app.find(JOE).await.is_some_and(|joe| !joe.active));
}

#[tokio::test]
async fn an_account_that_an_administrator_disables_stays_and_stays_disabled() {
    let heard = Heard::default();
    let app = app(Recommended, &heard, &[]).await;
    tab(&app, JOE).await.post_form(CLOSE, []).await.redirects_to("/login");
    let link = app.outbox().last().path();
    let joe = app.find(JOE).await.unwrap();
    heard.take();
    assert!(app.security().suspend(&joe).await.unwrap());
    assert!(!app.security().suspend(&joe).await.unwrap(), "once is enough");
    assert_eq!(heard.take(), [format!("user_deactivated {JOE}")]);
    app.browser().post_json(&link, &json!({})).await.is(400);
    app.advance(SignedDuration::from_hours(15 * 24));
    app.security().tidy().await.unwrap();
    assert!(app.find(JOE).await.is_some_and(|joe| !joe.active));
    assert!(app.security().activate(&joe).await.unwrap());
    assert!(!app.security().activate(&joe).await.unwrap(), "it is enabled already");
    assert_eq!(heard.take(), [format!("user_activated {JOE}")]);
    tab(&app, JOE).await.get("/account").await.is(200);
}

#[tokio::test]
async fn whoever_is_shut_out_has_no_way_back_by_having_closed_the_account() {
    let settings = [("SECURITY_CHANGE_EMAIL", json!(true))];
    let app = app(Recommended, &Heard::default(), &settings).await;
    let mut mal = tab(&app, JOE).await;
    mal.post_form("/change-email", [("email", "mal@lp.com")]).await.is(200);
    let link = app.outbox().last().path();
    mal.post_form(&link, []).await.redirects_to("/");
    let undo = app.outbox().last().path();
    mal.post_form(CLOSE, []).await.redirects_to("/login");
    let reopen = app.outbox().last().path();
    let user = app.find("mal@lp.com").await.unwrap();
    assert!(app.security().suspend(&user).await.unwrap());
    assert!(!app.security().suspend(&user).await.unwrap(), "it is disabled already");
    app.browser().post_json(&reopen, &json!({})).await.is(400);
    assert!(!app.find("mal@lp.com").await.unwrap().active);
    app.browser().post_form(&undo, []).await.redirects_to("/login");
    assert!(!app.find(JOE).await.unwrap().active, "the address is back, the account is not");
    app.advance(SignedDuration::from_hours(15 * 24));
    app.security().tidy().await.unwrap();
    assert!(app.find(JOE).await.is_some(), "what becomes of it is no longer its owner's choice");
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let app = app(Recommended, &Heard::default(), &[]).await;
    let store = app.security().store();
    store.create_role(NewRole::new("admin")).await.unwrap();
    app.role(JOE, "admin", &[]).await;
    let last = app.text(msg::ACCOUNT_LAST_ADMINISTRATOR);
    let mut joe = tab(&app, JOE).await;
    let page = joe.get(CLOSE).await.is(200).text();
    assert!(page.contains(&last) && !page.contains("close_account_form"), "{page}");
    let told = joe.post_json(CLOSE, &json!({})).await.is(400).json();
    assert_eq!(told["response"]["errors"], json!([last]));
    // Somebody who is disabled helps nobody.
    app.user("kim@lp.com", PASSWORD).await;
    app.role("kim@lp.com", "admin", &[]).await;
    app.change("kim@lp.com", &[UserField::Active(false)]).await;
    joe.post_json(CLOSE, &json!({})).await.is(400);
    app.change("kim@lp.com", &[UserField::Active(true)]).await;
    // Of two who go at the same moment one stays.
    let mut kim = tab(&app, "kim@lp.com").await;
    let body = json!({});
    let (one, two) = tokio::join!(joe.post_json(CLOSE, &body), kim.post_json(CLOSE, &body));
    let mut both = [one.status.as_u16(), two.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [200, 400]);
}

#[tokio::test]
async fn of_many_requests_at_once_one_closes_it() {
    let heard = Heard::default();
    let app = app(Recommended, &heard, &[]).await;
    let tab = tab(&app, JOE).await;
    let tries = (0..16).map(|_| {
        let mut tab = tab.clone();
        tokio::spawn(async move { tab.post_json(CLOSE, &json!({})).await.status.as_u16() })
    });
    let answers = futures_util::future::join_all(tries).await;
    assert!(answers.iter().all(|one| [200, 401].contains(one.as_ref().unwrap())));
    let told = heard.take();
    assert_eq!(told.iter().filter(|one| *one == "account_closed joe@lp.com").count(), 1);
    assert_eq!(app.outbox().len(), 1);
}

#[tokio::test]
async fn who_took_an_account_over_cannot_have_it_deleted() {
    let settings = [("SECURITY_CHANGE_EMAIL", json!(true))];
    let app = app(Recommended, &Heard::default(), &settings).await;
    let mut thief = tab(&app, JOE).await;
    thief.post_form("/change-email", [("email", "thief@lp.com")]).await.is(200);
    let link = app.outbox().last().path();
    thief.post_form(&link, []).await.redirects_to("/");
    let undo = app.outbox().last().path();
    assert!(undo.starts_with("/undo-email-change/"));
    thief.post_form(CLOSE, []).await.redirects_to("/login");
    assert!(!app.find("thief@lp.com").await.unwrap().active);
    app.browser().post_form(&undo, []).await.redirects_to("/login");
    assert!(app.find(JOE).await.unwrap().active);
    app.advance(SignedDuration::from_hours(15 * 24));
    app.security().tidy().await.unwrap();
    assert!(app.find(JOE).await.is_some());
}

#[tokio::test]
async fn without_a_grace_accounts_cannot_be_closed() {
    let app = app(Recommended, &Heard::default(), &[("ACCOUNT_CLOSING_GRACE", json!(null))]).await;
    let mut tab = tab(&app, JOE).await;
    assert!(!tab.get("/account").await.is(200).text().contains("/account/close"));
    tab.get(CLOSE).await.is(404);
}
