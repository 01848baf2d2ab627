//! The club's rules, each at work.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use customised::Bell;
use gatewright::Builder;
use gatewright::config::Preset;
use gatewright::model::UserField;
use gatewright::testing::{Browser, TestApp};
use serde_json::{Value, json};

const PASSWORD: &str = "correct horse battery";
const SETTINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/gatewright.toml");

async fn club() -> TestApp {
    club_with(Bell::default()).await
}

async fn club_with(bell: Bell) -> TestApp {
    let change = |builder: Builder| customised::club(builder.config_file(SETTINGS), bell);
    TestApp::with(Preset::Recommended, change).await.serve(customised::routes())
}

async fn sign_in(tab: &mut Browser, email: &str) -> Value {
    let body = json!({ "email": email, "password": PASSWORD });
    tab.post_json("/login", &body).await.json()
}

#[tokio::test]
async fn pages_are_the_clubs() {
    let app = club().await;
    let page = app.browser().get("/login").await.is(200).text();
    assert!(page.contains("Mondays, seven to nine"), "{page}");
    assert!(page.contains(r#"<a class="fs-brand" href="/">The reading club</a>"#), "{page}");
    let page = app.browser().get("/register").await.is(200).text();
    assert!(page.contains("Join the reading club") && !page.contains("Mondays"), "{page}");
}

#[tokio::test]
async fn mails_and_messages_are_the_clubs() {
    let app = club().await;
    app.user("joe@lp.com", PASSWORD).await;
    let mut tab = app.browser();
    let page = tab.post_form("/reset", [("email", "joe@lp.com")]).await.is(200).text();
    assert!(page.contains("If joe@lp.com is one of ours, a letter is on its way."), "{page}");
    let link = app.outbox().last().path();
    let fields = [("password", "a new horse battery"), ("password_confirm", "a new horse battery")];
    tab.post_form(&link, fields).await.is(302);
    let notice = app.outbox().last();
    assert!(notice.text().starts_with("Dear reader,"), "{}", notice.text());
    assert!(notice.text().contains("The reading club"), "{}", notice.text());
}

#[tokio::test]
async fn rules_are_the_clubs() {
    let app = club().await;
    let tries = [
        ("email", json!({ "email": "joe@throwaway.example" }), "give an address that stays"),
        ("username", json!({ "username": "Librarian" }), "stands on the door already"),
        ("genre", json!({ "genre": "manuals" }), "We have no manuals"),
        ("us_phone_number", json!({ "us_phone_number": "+49 30 901820" }), "cannot call you there"),
        ("password", json!({ "password": "Moby Dick 1851" }), "no title from our shelf"),
    ];
    for (field, wrong, says) in tries {
        let mut body = json!({
            "email": "joe@lp.com", "username": "reader", "password": PASSWORD, "genre": "novels",
        });
        body.as_object_mut().unwrap().extend(wrong.as_object().unwrap().clone());
        body["password_confirm"] = body["password"].clone();
        let answer = app.browser().post_json("/register", &body).await.is(400).json();
        let said = answer["response"]["field_errors"][field][0].as_str().unwrap_or_default();
        assert!(said.contains(says), "{field}: {answer}");
    }
}

#[tokio::test]
async fn new_readers_say_what_they_like() {
    let bell = Bell::default();
    let app = club_with(bell.clone()).await;
    let page = app.browser().get("/register").await.is(200).text();
    assert!(page.contains("What do you like to read?"), "{page}");
    let body = json!({
        "email": "joe@lp.com", "username": "reader", "genre": "novels",
        "us_phone_number": "(650) 253-0000", "password": PASSWORD, "password_confirm": PASSWORD,
    });
    app.browser().post_json("/register", &body).await.is(200);
    let joe = app.find("joe@lp.com").await.unwrap();
    assert_eq!(joe.us_phone_number.as_deref(), Some("+16502530000"));
    assert_eq!(app.outbox().last().subject, "Your card of the reading club");
    assert_eq!(bell.rung(), 1);
}

#[tokio::test]
async fn who_wants_atlases_waits_for_the_librarian() {
    let app = club().await;
    for (email, genre) in [("joe@lp.com", "novels"), ("jill@lp.com", "atlases")] {
        let body = json!({
            "email": email, "username": format!("reader{}", genre.len()), "genre": genre,
            "password": PASSWORD, "password_confirm": PASSWORD,
        });
        app.browser().post_json("/register", &body).await.is(200);
        assert_eq!(app.find(email).await.unwrap().active, genre == "novels");
    }
}

#[tokio::test]
async fn another_card_ends_the_tokens_of_the_former() {
    let app = club().await;
    app.user("joe@lp.com", PASSWORD).await;
    let body = json!({ "email": "joe@lp.com", "password": PASSWORD });
    let answer = app.browser().post_json("/login?include_auth_token", &body).await.json();
    let token = answer["response"]["user"]["authentication_token"].as_str().unwrap().to_owned();
    let mut client = app.browser().header("Authentication-Token", &token);
    assert_eq!(client.get_json("/shelf").await.is(200).text(), "the shelf of joe@lp.com");
    app.change("joe@lp.com", &[UserField::Username(Some("bookworm".to_owned()))]).await;
    client.get_json("/shelf").await.is(401);
}

#[tokio::test]
async fn readers_with_overdue_books_stay_outside() {
    let app = club().await;
    app.user("overdue@lp.com", PASSWORD).await;
    // A text of the club's own is no secret to whoever has shown the right password.
    let answer = sign_in(&mut app.browser(), "overdue@lp.com").await;
    assert_eq!(answer["meta"]["code"], 400, "{answer}");
    assert!(app.browser().get("/shelf").await.status != 200);
}

#[tokio::test]
async fn answers_are_the_clubs() {
    let app = club().await;
    app.user("joe@lp.com", PASSWORD).await;
    let mut tab = app.browser();
    let answer = sign_in(&mut tab, "joe@lp.com").await;
    assert_eq!(answer["response"]["user"]["shelf"], "/shelf?reader=1", "{answer}");
    assert_eq!(tab.get("/shelf").await.is(200).text(), "the shelf of joe@lp.com");
    assert_eq!(tab.get("/cellar").await.is(404).text(), "No such room.");
    tab.get_json("/cellar").await.is(403);
    app.browser().get("/cellar").await.is(404);
}
