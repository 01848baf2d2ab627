//! The owner of the address before takes a change back.

use jiff::SignedDuration;
use serde_json::json;

use super::{Fixture, JOE, NEW, PASSWORD, fixture};
use crate::config::Preset::{Flask, Recommended};
use crate::i18n::messages as msg;
use crate::model::UserField;
use crate::testing::Browser;

/// Changes the address and gives the path of the link that takes it back.
async fn changed(it: &Fixture, tab: &mut Browser, email: &str) -> String {
    let link = it.asked(tab, email).await;
    tab.post_form(&link, []).await.redirects_to("/");
    let mail = it.app.outbox().last();
    assert_ne!(mail.to.address, email);
    mail.path()
}

#[tokio::test]
async fn the_old_address_hears_of_the_change_and_takes_it_back() {
    let it = fixture(Recommended, &[]).await;
    let mut thief = it.tab().await;
    let link = changed(&it, &mut thief, NEW).await;
    let mail = it.app.outbox().last();
    assert_eq!(mail.to.address, JOE);
    assert!(mail.text().contains("n…@lp.com") && !mail.text().contains(NEW), "{}", mail.text());
    assert!(mail.text().contains("7 days") && link.starts_with("/undo-email-change/"));
    // Whatever is changed meanwhile.
    let other = [
        UserField::Password(Some("$argon2id$another".into())),
        UserField::Uniquifier("f".repeat(32)),
        UserField::Username(Some("thief".into())),
        UserField::Email("further@lp.com".into()),
    ];
    it.app.change(NEW, &other).await;
    it.app.outbox().take();
    it.heard.take();
    let mut owner = it.app.browser();
    let page = owner.get(&link).await;
    assert!(page.is(200).text().contains(JOE) && page.text().contains("type=\"submit\""));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    assert!(it.app.find(JOE).await.is_none(), "looking changes nothing");
    owner.post_form(&link, []).await.redirects_to("/login");
    let joe = it.app.find(JOE).await.unwrap();
    assert_eq!(joe.id, it.joe.id);
    assert_ne!(joe.uniquifier, "f".repeat(32));
    let undone = it.app.text(msg::CHANGE_EMAIL_UNDONE.with("email", JOE));
    assert!(owner.get("/login").await.text().contains(&undone));
    let mails = it.app.outbox().take();
    assert_eq!(mails.len(), 2);
    assert_eq!((&*mails[0].to.address, &*mails[1].to.address), (JOE, "further@lp.com"));
    assert!(!mails[1].text().contains(JOE), "{}", mails[1].text());
    let heard = it.heard.take();
    assert!(heard.contains(&"email_change_undone joe@lp.com".to_owned()), "{heard:?}");
    assert!(heard.contains(&"session_revoked joe@lp.com".to_owned()), "{heard:?}");
    thief.get_json("/change-email").await.is(401);
    // Good once.
    let told = owner.get_json(&link).await;
    let used = it.app.text(msg::CHANGE_EMAIL_UNDO_INVALID);
    assert_eq!(told.is(400).json()["response"]["errors"], json!([used]));
    owner.post_form(&link, []).await.redirects_to("/login");
    assert!(it.app.outbox().is_empty());
}

#[tokio::test]
async fn whoever_is_signed_in_hears_what_became_of_it() {
    let it = fixture(Recommended, &[]).await;
    let mut tab = it.tab().await;
    let link = changed(&it, &mut tab, NEW).await;
    tab.get(&link).await.is(200);
    tab.post_form(&link, []).await.redirects_to("/login");
    let undone = it.app.text(msg::CHANGE_EMAIL_UNDONE.with("email", JOE));
    let page = tab.get("/login").await;
    assert!(page.is(200).text().contains(&undone), "{}", page.text());
}

#[tokio::test]
async fn whoever_knew_the_password_does_not_come_back_with_it() {
    for recoverable in [true, false] {
        let it = fixture(Recommended, &[("SECURITY_RECOVERABLE", json!(recoverable))]).await;
        let link = changed(&it, &mut it.tab().await, NEW).await;
        it.app.outbox().take();
        it.app.browser().post_form(&link, []).await.redirects_to("/login");
        let body = json!({ "email": JOE, "password": PASSWORD });
        let thief = it.app.browser().post_json("/login", &body).await.status;
        // Without a way to set another one, the owner would be locked out, too.
        assert_eq!(thief == 400, recoverable, "{thief}");
        if recoverable {
            let reset = it.app.outbox().take()[0].path();
            let new =
                [("password", "a new horse saddle"), ("password_confirm", "a new horse saddle")];
            it.app.browser().post_form(&reset, new).await.redirects_to("/login");
            let body = json!({ "email": JOE, "password": "a new horse saddle" });
            it.app.browser().post_json("/login", &body).await.is(200);
        }
    }
}

#[tokio::test]
async fn taking_a_change_back_ends_the_links_of_those_after_it() {
    let it = fixture(Recommended, &[]).await;
    let mut thief = it.tab().await;
    let of_joe = changed(&it, &mut thief, "thief@lp.com").await;
    let of_thief = changed(&it, &mut thief, "thief2@lp.com").await;
    assert_ne!(of_joe, of_thief);
    it.app.browser().post_form(&of_joe, []).await.redirects_to("/login");
    assert!(it.app.find(JOE).await.is_some());
    it.app.browser().post_form(&of_thief, []).await.redirects_to("/login");
    assert!(it.app.find(JOE).await.is_some(), "the thief has undone the undoing");
    // The other way round: the thief's own link takes nothing from the owner's.
    let mut thief = it.tab().await;
    let of_joe = changed(&it, &mut thief, "thief@lp.com").await;
    let of_thief = changed(&it, &mut thief, "thief2@lp.com").await;
    it.app.browser().post_form(&of_thief, []).await.redirects_to("/login");
    assert!(it.app.find("thief@lp.com").await.is_some());
    it.app.browser().post_form(&of_joe, []).await.redirects_to("/login");
    assert!(it.app.find(JOE).await.is_some());
    // What came later than an undone change has a link of its own.
    let mut joe = it.tab().await;
    let link = changed(&it, &mut joe, NEW).await;
    it.app.browser().post_form(&link, []).await.redirects_to("/login");
    assert!(it.app.find(JOE).await.is_some());
}

#[tokio::test]
async fn of_many_uses_at_once_one_wins() {
    let it = fixture(Recommended, &[]).await;
    let mut thief = it.tab().await;
    let first = changed(&it, &mut thief, "thief@lp.com").await;
    let second = changed(&it, &mut thief, "thief2@lp.com").await;
    it.heard.take();
    let tries = (0..64).map(|number| {
        let link = if number % 2 == 0 { first.clone() } else { second.clone() };
        let mut tab = it.app.browser();
        tokio::spawn(async move { tab.post_form(&link, []).await })
    });
    futures_util::future::join_all(tries).await;
    assert!(it.app.find(JOE).await.is_some());
    let told = it.heard.take();
    let of = |name: &str| told.iter().filter(|one| *one == name).count();
    assert_eq!(of("email_change_undone joe@lp.com"), 1);
    assert!(of("email_change_undone thief@lp.com") <= 1);
}

#[tokio::test]
async fn an_address_that_somebody_else_has_by_now_is_not_given_back() {
    let it = fixture(Recommended, &[]).await;
    let mut tab = it.tab().await;
    let link = changed(&it, &mut tab, NEW).await;
    it.app.user("JOE@lp.com", PASSWORD).await;
    let mut owner = it.app.browser();
    owner.post_form(&link, []).await.redirects_to("/login");
    let taken = it.app.text(msg::CHANGE_EMAIL_UNDO_TAKEN.with("email", JOE));
    assert!(owner.get("/login").await.text().contains(&taken));
    assert_eq!(it.app.find(NEW).await.unwrap().id, it.joe.id);
}

#[tokio::test]
async fn links_end_with_their_time_and_forged_ones_are_none() {
    let it = fixture(Recommended, &[]).await;
    let mut tab = it.tab().await;
    let link = changed(&it, &mut tab, NEW).await;
    for wrong in ["/undo-email-change/x".to_owned(), format!("{link}A")] {
        it.app.browser().get(&wrong).await.redirects_to("/login");
    }
    it.app.advance(SignedDuration::from_hours(7 * 24));
    it.app.browser().get(&link).await.is(200);
    it.app.advance(SignedDuration::from_secs(1));
    let told = it.app.browser().get_json(&link).await.is(400).json();
    let expired = it.app.text(msg::CHANGE_EMAIL_UNDO_EXPIRED.with("within", "7 days"));
    assert_eq!(told["response"]["errors"], json!([expired]));
}

#[tokio::test]
async fn a_page_of_another_site_cannot_press_the_button() {
    let it = fixture(Recommended, &[("WTF_CSRF_ENABLED", json!(true))]).await;
    let mut tab = it.app.browser();
    let token = tab.csrf_token().await;
    let fields = [("email", JOE), ("password", PASSWORD), ("csrf_token", token.as_str())];
    tab.post_form("/login", fields).await.is(302);
    let token = tab.get_json("/change-email").await.json()["response"]["csrf_token"].clone();
    let token = token.as_str().unwrap();
    tab.post_form("/change-email", [("email", NEW)]).await.is(200);
    assert!(it.app.outbox().is_empty());
    tab.post_form("/change-email", [("email", NEW), ("csrf_token", token)]).await.is(200);
    let link = it.app.outbox().last().path();
    tab.post_form(&link, []).await.is(200);
    assert!(it.app.find(NEW).await.is_none());
    tab.post_form(&link, [("csrf_token", token)]).await.redirects_to("/");
    let undo = it.app.outbox().last().path();
    let mut owner = it.app.browser();
    let token = owner.csrf_token().await;
    owner.post_form(&undo, []).await.is(200);
    assert!(it.app.find(JOE).await.is_none());
    owner.post_form(&undo, [("csrf_token", token.as_str())]).await.redirects_to("/login");
    assert!(it.app.find(JOE).await.is_some());
}

#[tokio::test]
async fn without_the_setting_there_is_no_such_link() {
    let it = fixture(Recommended, &[("CHANGE_EMAIL_UNDO_WITHIN", json!(null))]).await;
    let mut tab = it.tab().await;
    let link = it.asked(&mut tab, NEW).await;
    tab.post_form(&link, []).await.redirects_to("/");
    assert_eq!(it.app.outbox().len(), 1);
    it.app.browser().get("/undo-email-change/x").await.is(404);
    let it = fixture(Flask, &[]).await;
    it.app.browser().get("/undo-email-change/x").await.is(404);
}
