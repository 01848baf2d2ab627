//! The link that makes the first administrator.

use jiff::SignedDuration;
use serde_json::json;

use crate::config::Preset::{Flask, Recommended};
use crate::testing::{Answer, Browser, Heard, TestApp};

const ADMIN: &str = "admin@lp.com";
const PASSWORD: &str = "correct horse battery";

async fn link(app: &TestApp) -> String {
    let link = app.security().first_administrator_link("http://localhost").await.unwrap();
    link.unwrap().strip_prefix("http://localhost").unwrap().to_owned()
}

async fn become_admin(tab: &mut Browser, link: &str, email: &str) -> Answer {
    let fields = [("email", email), ("password", PASSWORD), ("password_confirm", PASSWORD)];
    tab.post_form(link, fields).await
}

#[tokio::test]
async fn the_link_makes_one_administrator() {
    let app = TestApp::new(|_| {}).await;
    let link = link(&app).await;
    let mut tab = app.browser();
    let page = tab.get(&link).await;
    assert!(page.is(200).text().contains("name=\"password_confirm\""));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"), "its address is the secret");
    become_admin(&mut tab, &link, ADMIN).await.redirects_to("/");
    let admin = app.find(ADMIN).await.unwrap();
    assert!(admin.has_role("admin"));
    assert!(admin.confirmed_at.is_some());
    assert_eq!(app.session(&tab).await["_user_id"], json!(admin.uniquifier));
    // Used up: for reading and for writing.
    tab.get(&link).await.is(404);
    become_admin(&mut app.browser(), &link, "eve@lp.com").await.is(404);
    assert!(app.find("eve@lp.com").await.is_none());
    let next = app.security().first_administrator_link("http://localhost").await.unwrap();
    assert_eq!(next, None);
}

#[tokio::test]
async fn the_account_with_all_rights_is_told_of() {
    let heard = Heard::default();
    let app = TestApp::with(Recommended, |builder| builder.listen(heard.clone())).await;
    let link = link(&app).await;
    become_admin(&mut app.browser(), &link, ADMIN).await.redirects_to("/");
    assert!(heard.take().contains(&format!("user_created {ADMIN}")));
    let log = app.security().activity(&app.find(ADMIN).await.unwrap(), 10).await.unwrap();
    assert!(log.iter().any(|entry| entry.event == "user_created"));
}

#[tokio::test]
async fn a_fault_leaves_the_link_as_it_was() {
    let app = TestApp::new(|_| {}).await;
    let link = link(&app).await;
    let mut tab = app.browser();
    for fields in [
        [("email", "nobody"), ("password", PASSWORD), ("password_confirm", PASSWORD)],
        [("email", ADMIN), ("password", "short"), ("password_confirm", "short")],
        [("email", ADMIN), ("password", PASSWORD), ("password_confirm", "another")],
    ] {
        tab.post_form(&link, fields).await.is(200);
    }
    tab.post_json(&link, &json!({})).await.is(400);
    become_admin(&mut tab, &link, ADMIN).await.redirects_to("/");
}

#[tokio::test]
async fn wrong_and_old_links_are_not_there() {
    let app = TestApp::new(|_| {}).await;
    let link = link(&app).await;
    for wrong in ["/first-administrator/x", "/first-administrator/%00", "/first-administrator/%ff"]
    {
        let status = app.browser().get(wrong).await.status.as_u16();
        assert!(matches!(status, 400 | 404), "{wrong}: {status}");
        let status = become_admin(&mut app.browser(), wrong, ADMIN).await.status.as_u16();
        assert!(matches!(status, 400 | 404), "{wrong}: {status}");
    }
    app.advance(SignedDuration::from_hours(24) + SignedDuration::from_secs(1));
    app.browser().get(&link).await.is(404);
    become_admin(&mut app.browser(), &link, ADMIN).await.is(404);
    assert_eq!(app.security().store().count_users().await.unwrap(), 0);
}

#[tokio::test]
async fn there_is_no_link_once_there_are_users() {
    let app = TestApp::new(|_| {}).await;
    app.user("joe@lp.com", PASSWORD).await;
    let next = app.security().first_administrator_link("http://localhost").await.unwrap();
    assert_eq!(next, None);
}

#[tokio::test]
async fn a_link_is_dead_once_there_is_an_administrator() {
    let app = TestApp::new(|_| {}).await;
    let link = link(&app).await;
    app.user("joe@lp.com", PASSWORD).await;
    app.role("joe@lp.com", "admin", &[]).await;
    become_admin(&mut app.browser(), &link, ADMIN).await.is(404);
    assert!(app.find(ADMIN).await.is_none());
}

/// Where everybody may register, a stranger may be quicker than the operator.
#[tokio::test]
async fn a_stranger_who_registers_first_does_not_take_the_place() {
    let app = TestApp::new(|config| config.register.enabled = true).await;
    let link = link(&app).await;
    let mut eve = app.browser();
    let fields = [("email", ADMIN), ("password", PASSWORD), ("password_confirm", PASSWORD)];
    eve.post_form("/register", fields).await.is(302);
    assert!(app.find(ADMIN).await.is_some());
    // Not even by taking the address, in whatever case: the link stays good for another one.
    let mut tab = app.browser();
    for taken in [ADMIN, "Admin@LP.com"] {
        let page = become_admin(&mut tab, &link, taken).await;
        assert!(page.is(200).text().contains("email-errors"), "{taken}");
    }
    become_admin(&mut tab, &link, "operator@lp.com").await.redirects_to("/");
    assert!(app.find("operator@lp.com").await.unwrap().has_role("admin"));
    assert!(!app.find(ADMIN).await.unwrap().has_role("admin"));
}

#[tokio::test]
async fn of_two_at_the_same_moment_one_becomes_administrator() {
    let app = TestApp::new(|_| {}).await;
    let first = link(&app).await;
    // A second start prints a second link.
    for second in [first.clone(), link(&app).await] {
        let app = if second == first { app.clone() } else { TestApp::new(|_| {}).await };
        let (first, second) = if second == first {
            (first.clone(), second)
        } else {
            (link(&app).await, link(&app).await)
        };
        let (mut a, mut b) = (app.browser(), app.browser());
        let (a, b) = tokio::join!(
            become_admin(&mut a, &first, ADMIN),
            become_admin(&mut b, &second, "eve@lp.com"),
        );
        let mut statuses = [a.status.as_u16(), b.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [302, 404]);
        assert_eq!(app.security().store().count_users().await.unwrap(), 1);
    }
}

#[tokio::test]
async fn the_preset_of_the_reference_has_no_such_page() {
    for (preset, there) in [(Flask, false), (Recommended, true)] {
        let app = TestApp::with(preset, |builder| builder).await;
        let link = app.security().first_administrator_link("http://localhost").await.unwrap();
        assert_eq!(link.is_some(), there);
    }
}
