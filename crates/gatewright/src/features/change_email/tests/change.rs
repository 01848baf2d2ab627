//! The contract's table, both ways of answering, both presets.

use jiff::SignedDuration;
use serde_json::json;

use super::{JOE, NEW, PASSWORD, fixture};
use crate::config::Preset::{Flask, Recommended};
use crate::i18n::messages as msg;
use crate::model::UserField;

#[tokio::test]
async fn asking_sends_a_link_to_the_new_address_alone() {
    for preset in [Flask, Recommended] {
        let it = fixture(preset, &[]).await;
        let mut tab = it.tab().await;
        let page = tab.get("/change-email").await;
        assert!(page.is(200).text().contains(JOE));
        let told = tab.get_json("/change-email").await.is(200).json();
        assert_eq!(told["response"]["current_email"], JOE);
        assert!(told["response"]["csrf_token"].is_string() && told["response"]["user"].is_object());
        let body = json!({ "email": "New@LP.com" });
        let told = tab.post_json("/change-email", &body).await.is(200).json();
        assert_eq!(told["response"]["current_email"], JOE, "not before the link was opened");
        let mails = it.app.outbox().take();
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to.address, "New@lp.com");
        assert!(mails[0].text().contains("2 hours") && mails[0].text().contains(JOE));
        assert_eq!(it.heard.take(), ["change_email_instructions_sent joe@lp.com"]);
        let page = tab.post_form("/change-email", [("email", NEW)]).await;
        let sent = it.app.text(msg::CHANGE_EMAIL_SENT.with("email", NEW));
        assert!(page.is(200).text().contains(&sent));
        assert_eq!(it.app.find(JOE).await.unwrap().id, it.joe.id);
    }
}

#[tokio::test]
async fn what_is_no_new_address_is_refused() {
    let it = fixture(Flask, &[]).await;
    it.app.user("Kim@lp.com", PASSWORD).await;
    let mut tab = it.tab().await;
    let associated = |email| it.app.text(msg::EMAIL_ALREADY_ASSOCIATED.with("email", email));
    for (sent, expected) in [
        (json!({}), it.app.text(msg::EMAIL_NOT_PROVIDED)),
        (json!({ "email": null }), it.app.text(msg::EMAIL_NOT_PROVIDED)),
        (json!({ "email": " " }), it.app.text(msg::EMAIL_NOT_PROVIDED)),
        (json!({ "email": 7 }), it.app.text(msg::API_ERROR)),
        (json!({ "email": "new" }), it.app.text(msg::INVALID_EMAIL_ADDRESS)),
        (json!({ "email": " new@lp.com" }), it.app.text(msg::INVALID_EMAIL_ADDRESS)),
        (json!({ "email": "kim@LP.com" }), associated("kim@lp.com")),
        (json!({ "email": "JOE@lp.com" }), associated("JOE@lp.com")),
    ] {
        let told = tab.post_json("/change-email", &sent).await.is(400).json();
        assert_eq!(told["response"]["field_errors"]["email"], json!([expected]), "{sent}");
        assert!(told["response"].get("current_email").is_none());
    }
    let page = tab.post_form("/change-email", [("email", "kim@lp.com")]).await;
    assert!(page.is(200).text().contains(&associated("kim@lp.com")));
    assert!(it.app.outbox().is_empty());
}

#[tokio::test]
async fn generic_answers_do_not_tell_who_has_an_account() {
    for preset in [Flask, Recommended] {
        let it = fixture(preset, &[("SECURITY_RETURN_GENERIC_RESPONSES", json!(true))]).await;
        it.app.user("kim@lp.com", PASSWORD).await;
        let mut tab = it.tab().await;
        let mut answers = Vec::new();
        for email in ["kim@lp.com", "nobody@lp.com", "joe@lp.com"] {
            let told = tab.post_json("/change-email", &json!({ "email": email })).await;
            answers.push(told.is(200).text());
        }
        assert!(answers.iter().all(|one| *one == answers[0]), "{answers:?}");
        let page = tab.post_form("/change-email", [("email", "kim@lp.com")]).await;
        let sent = it.app.text(msg::CHANGE_EMAIL_SENT.with("email", "kim@lp.com"));
        assert!(page.is(200).text().contains(&sent));
        let mails = it.app.outbox().take();
        assert_eq!(mails.len(), 1, "only who is nobody gets one");
        assert_eq!(mails[0].to.address, "nobody@lp.com");
        tab.post_json("/change-email", &json!({ "email": "kim" })).await.is(400);
    }
}

#[tokio::test]
async fn strangers_and_stale_sessions_are_sent_elsewhere() {
    let it = fixture(Recommended, &[]).await;
    it.app.browser().get("/change-email").await.redirects_to("/login?next=/change-email");
    it.app.browser().get_json("/change-email").await.is(401);
    let mut tab = it.tab().await;
    it.app.advance(SignedDuration::from_hours(25));
    tab.get("/change-email").await.redirects_to("/verify?next=/change-email");
    let body = json!({ "email": NEW });
    let told = tab.post_json("/change-email", &body).await.is(401).json();
    assert_eq!(told["response"]["reauth_required"], true);
    assert!(it.app.outbox().is_empty());
}

#[tokio::test]
async fn in_flask_the_link_alone_changes_the_address_and_ends_nothing() {
    let it = fixture(Flask, &[]).await;
    it.app.change(JOE, &[UserField::ConfirmedAt(None)]).await;
    let mut tab = it.tab().await;
    let link = it.asked(&mut tab, NEW).await;
    it.heard.take();
    let mut other = it.app.browser();
    // Programs that look at mails look with HEAD, too.
    other.send("HEAD", &link, &[], Vec::new()).await.is(200);
    assert!(it.app.find(NEW).await.is_none());
    other.post_form(&link, []).await.is(405);
    other.get(&link).await.redirects_to("/");
    let joe = it.app.find(NEW).await.unwrap();
    assert_eq!((&joe.id, &joe.uniquifier), (&it.joe.id, &it.joe.uniquifier));
    assert_eq!(joe.confirmed_at.map(|time| time.date()), Some(it.app.clock().utc().date()));
    let heard = it.heard.take();
    assert!(heard.contains(&"change_email_confirmed new@lp.com".to_owned()), "{heard:?}");
    tab.get("/change-email").await.is(200);
    assert_eq!(it.app.outbox().len(), 1, "completing it sends nothing");
    assert!(other.get("/login").await.text().contains(&it.app.text(msg::CHANGE_EMAIL_CONFIRMED)));
    // The link was bound to the address before.
    other.get(&link).await.redirects_to("/change-email");
    other.get("/change-email/x").await.redirects_to("/change-email");
    assert!(other.get("/login").await.text().contains(&it.app.text(msg::API_ERROR)));
}

#[tokio::test]
async fn in_recommended_a_button_changes_it_and_other_sessions_end() {
    let it = fixture(Recommended, &[]).await;
    let (mut tab, mut phone) = (it.tab().await, it.tab().await);
    let link = it.asked(&mut tab, NEW).await;
    let stale = it.asked(&mut tab, "later@lp.com").await;
    let page = tab.get(&link).await;
    assert!(page.is(200).text().contains(NEW) && page.text().contains("type=\"submit\""));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    assert!(it.app.find(NEW).await.is_none());
    tab.post_form(&link, []).await.redirects_to("/");
    assert!(it.app.find(NEW).await.is_some());
    tab.get_json("/change-email").await.is(200);
    phone.get_json("/change-email").await.is(401);
    for link in [&link, &stale] {
        tab.post_form(link, []).await.redirects_to("/change-email");
        let told = tab.send("POST", link, &[("accept", "application/json")], Vec::new()).await;
        let invalid = it.app.text(msg::INVALID_CONFIRMATION_TOKEN);
        assert_eq!(told.is(400).json()["response"]["errors"], json!([invalid]));
    }
    // Whoever is signed in as somebody else stays so, and nobody becomes somebody else.
    it.app.user("kim@lp.com", PASSWORD).await;
    let mut joe = it.app.browser();
    joe.sign_in(NEW, PASSWORD).await;
    let link = it.asked(&mut joe, "third@lp.com").await;
    let mut kim = it.app.browser();
    kim.sign_in("kim@lp.com", PASSWORD).await;
    kim.post_form(&link, []).await.redirects_to("/");
    let told = kim.get_json("/change-email").await.is(200).json();
    assert_eq!(told["response"]["current_email"], "kim@lp.com");
    joe.get_json("/change-email").await.is(401);
}

#[tokio::test]
async fn a_link_that_came_too_late_or_for_an_account_that_is_off_does_nothing() {
    for preset in [Flask, Recommended] {
        let it = fixture(preset, &[]).await;
        let mut tab = it.tab().await;
        let link = it.asked(&mut tab, NEW).await;
        it.app.change(JOE, &[UserField::Active(false)]).await;
        let mut other = it.app.browser();
        let method = if preset == Flask { "GET" } else { "POST" };
        other.send(method, &link, &[], Vec::new()).await.redirects_to("/change-email");
        it.app.change(JOE, &[UserField::Active(true)]).await;
        it.app.user("NEW@lp.com", PASSWORD).await;
        other.send(method, &link, &[], Vec::new()).await.redirects_to("/change-email");
        assert_eq!(it.app.find(NEW).await.unwrap().email, "NEW@lp.com");
        it.app.advance(SignedDuration::from_secs(2 * 3600 + 1));
        other.send(method, &link, &[], Vec::new()).await.redirects_to("/change-email");
        let expired = it.app.text(msg::CHANGE_EMAIL_EXPIRED.with("within", "2 hours"));
        assert!(other.get("/login").await.text().contains(&expired));
    }
}

#[tokio::test]
async fn single_page_applications_read_the_outcome_from_the_query() {
    let settings = [
        ("SECURITY_REDIRECT_BEHAVIOR", json!("spa")),
        ("SECURITY_REDIRECT_HOST", json!("localhost")),
        ("SECURITY_POST_CHANGE_EMAIL_VIEW", json!("/done")),
        ("SECURITY_CHANGE_EMAIL_ERROR_VIEW", json!("/failed?a=1")),
    ];
    let it = fixture(Flask, &settings).await;
    let mut tab = it.tab().await;
    let link = it.asked(&mut tab, NEW).await;
    let mut other = it.app.browser();
    let answer = other.send("GET", &link, &[("accept", "application/json")], Vec::new()).await;
    let place = answer.is(302).location().unwrap().to_owned();
    assert!(
        place.contains("/done?success=")
            && place.ends_with("&email=new%40lp.com&identity=new%40lp.com"),
        "{place}"
    );
    let place = other.get(&link).await.location().unwrap().to_owned();
    assert!(place.contains("/failed?a=1&error=") && !place.contains("email="), "{place}");
}

#[tokio::test]
async fn of_many_uses_at_once_one_wins() {
    for preset in [Flask, Recommended] {
        let it = fixture(preset, &[]).await;
        let mut tab = it.tab().await;
        let link = it.asked(&mut tab, NEW).await;
        it.heard.take();
        let method = if preset == Flask { "GET" } else { "POST" };
        let tries = (0..64).map(|_| {
            let (mut tab, link) = (it.app.browser(), link.clone());
            tokio::spawn(async move { tab.send(method, &link, &[], Vec::new()).await })
        });
        let answers = futures_util::future::join_all(tries).await;
        let won = answers.iter().filter(|one| one.as_ref().unwrap().location() == Some("/"));
        assert_eq!(won.count(), 1);
        let told = it.heard.take();
        let told = told.iter().filter(|one| one.starts_with("change_email_confirmed"));
        assert_eq!(told.count(), 1);
    }
}

#[tokio::test]
async fn a_forged_host_changes_no_link() {
    let it = fixture(Recommended, &[("SERVER_NAME", json!("lp.com"))]).await;
    let mut tab = it.app.browser().base("https://lp.com");
    tab.sign_in(JOE, PASSWORD).await;
    let mut forged =
        tab.header("x-forwarded-host", "evil.com").header("forwarded", "host=evil.com");
    forged.post_form("/change-email", [("email", NEW)]).await.is(200);
    assert!(it.app.outbox().last().link().starts_with("https://lp.com/change-email/"));
}

#[tokio::test]
async fn mails_to_one_address_are_limited() {
    let settings = [("LIMIT_MAIL_IDENTITY", json!("3/hour"))];
    let it = fixture(Recommended, &settings).await;
    it.app.user("kim@lp.com", PASSWORD).await;
    let mut tab = it.tab().await;
    for email in [NEW, "kim@lp.com"] {
        let body = json!({ "email": email });
        for _ in 0..3 {
            tab.post_json("/change-email", &body).await.is(200);
        }
        tab.post_json("/change-email", &body).await.is(429);
    }
}

#[tokio::test]
async fn any_language_of_address_will_do() {
    let it = fixture(Recommended, &[]).await;
    let mut tab = it.tab().await;
    let link = it.asked(&mut tab, "josé@exämple.com").await;
    tab.post_form(&link, []).await.redirects_to("/");
    assert!(it.app.find("josé@exämple.com").await.is_some());
}
