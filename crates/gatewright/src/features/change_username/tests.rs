//! Another username.

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::config::Preset::{self, Flask, Recommended};
use crate::i18n::messages as msg;
use crate::model::UserField;
use crate::testing::{Browser, Heard, TestApp};

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";
const PATH: &str = "/change-username";

async fn app(preset: Preset, heard: &Heard, more: &[(&str, Value)]) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        let builder = builder
            .setting("SECURITY_CHANGE_USERNAME", true)
            .setting("SECURITY_USERNAME_ENABLE", true)
            .setting("SERVER_NAME", "localhost")
            .listen(heard.clone());
        more.iter().fold(builder, |builder, (key, value)| builder.setting(key, value.clone()))
    })
    .await;
    app.user(JOE, PASSWORD).await;
    app.change(JOE, &[UserField::Username(Some("joejoe".into()))]).await;
    app.user("kim@lp.com", PASSWORD).await;
    app.change("kim@lp.com", &[UserField::Username(Some("Kimberly".into()))]).await;
    app
}

async fn tab(app: &TestApp) -> Browser {
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    tab
}

async fn name(app: &TestApp) -> Option<String> {
    app.find(JOE).await.unwrap().username
}

#[tokio::test]
async fn a_new_name_is_stored_and_told() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app(preset, &heard, &[]).await;
        let (mut tab, mut phone) = (tab(&app).await, tab(&app).await);
        assert!(tab.get(PATH).await.is(200).text().contains("joejoe"));
        let told = tab.get_json(PATH).await.is(200).json();
        assert_eq!(told["response"]["current_username"], "joejoe");
        assert!(told["response"]["user"].is_object());
        heard.take();
        let told = tab.post_json(PATH, &json!({ "username": " ﬁsher " })).await.is(200).json();
        assert!(told["response"].get("current_username").is_none(), "{told}");
        assert!(told["response"]["csrf_token"].is_string());
        assert_eq!(name(&app).await.as_deref(), Some("fisher"));
        assert_eq!(heard.take(), ["username_changed joe@lp.com"]);
        let mail = app.outbox().last();
        assert_eq!(mail.to.address, JOE);
        assert!(mail.text().contains("fisher"));
        tab.post_form(PATH, [("username", "another")]).await.redirects_to("/");
        assert!(tab.get("/login").await.status.is_redirection());
        assert!(tab.get(PATH).await.text().contains(&app.text(msg::USERNAME_CHANGE)));
        phone.get_json(PATH).await.is(200);
    }
}

#[tokio::test]
async fn what_is_no_name_is_refused() {
    for preset in [Flask, Recommended] {
        let app = app(preset, &Heard::default(), &[]).await;
        let mut tab = tab(&app).await;
        let length = || app.text(msg::USERNAME_INVALID_LENGTH.with("min", 4).with("max", 32));
        let taken = |name| app.text(msg::USERNAME_ALREADY_ASSOCIATED.with("username", name));
        for (sent, expected) in [
            (json!("abc"), length()),
            (json!("  "), length()),
            (json!("x".repeat(33)), length()),
            (json!("joe joe"), app.text(msg::USERNAME_DISALLOWED_CHARACTERS)),
            (json!("<b>joe"), app.text(msg::INVALID_INPUT)),
            (json!(7), app.text(msg::API_ERROR)),
            (json!("KIMBERLY"), taken("KIMBERLY")),
            (json!("JoeJoe"), taken("JoeJoe")),
        ] {
            let told = tab.post_json(PATH, &json!({ "username": sent })).await.is(400).json();
            assert_eq!(told["response"]["field_errors"]["username"], json!([expected]), "{sent}");
        }
        let page = tab.post_form(PATH, [("username", "kimberly")]).await;
        assert!(page.is(200).text().contains(&taken("kimberly")));
        assert_eq!(name(&app).await.as_deref(), Some("joejoe"));
        assert!(app.outbox().is_empty());
    }
}

#[tokio::test]
async fn an_empty_name_erases_and_a_missing_one_only_in_flask() {
    for (preset, sent, erases) in [
        (Flask, json!({}), true),
        (Flask, json!({ "username": "" }), true),
        (Recommended, json!({}), false),
        (Recommended, json!({ "username": [] }), false),
        (Recommended, json!({ "username": "" }), true),
        (Recommended, json!({ "username": null }), true),
    ] {
        let app = app(preset, &Heard::default(), &[]).await;
        let status = tab(&app).await.post_json(PATH, &sent).await.status.as_u16();
        assert_eq!(status, if erases { 200 } else { 400 }, "{preset:?} {sent}");
        assert_eq!(name(&app).await.is_none(), erases, "{preset:?} {sent}");
        // Others without a name are nobody's namesakes.
        app.change("kim@lp.com", &[UserField::Username(None)]).await;
        let sent = json!({ "username": "" });
        tab(&app).await.post_json(PATH, &sent).await.is(200);
    }
}

#[tokio::test]
async fn a_required_name_cannot_be_erased() {
    for preset in [Flask, Recommended] {
        let more = [("SECURITY_USERNAME_REQUIRED", json!(true))];
        let app = app(preset, &Heard::default(), &more).await;
        let mut tab = tab(&app).await;
        let blank = json!({ "username": "   " });
        for sent in [json!({}), json!({ "username": "" }), json!({ "username": null }), blank] {
            let told = tab.post_json(PATH, &sent).await.is(400).json();
            let missing = app.text(msg::USERNAME_NOT_PROVIDED);
            assert_eq!(told["response"]["errors"], json!([missing]), "{sent}");
        }
    }
}

#[tokio::test]
async fn only_who_is_there_and_was_of_late_may_change_it() {
    let app = app(Recommended, &Heard::default(), &[]).await;
    app.browser().get(PATH).await.redirects_to("/login?next=/change-username");
    let body = json!({ "username": "another" });
    app.browser().post_json(PATH, &body).await.is(401);
    let mut tab = tab(&app).await;
    app.advance(SignedDuration::from_hours(25));
    let told = tab.post_json(PATH, &body).await.is(401).json();
    assert_eq!(told["response"]["reauth_required"], true);
}

#[tokio::test]
async fn of_many_who_want_a_name_one_gets_it() {
    let heard = Heard::default();
    let app = app(Recommended, &heard, &[("LIMIT_SIGN_IN", json!(false))]).await;
    let mut tabs = Vec::new();
    for number in 0..8 {
        let email = format!("user{number}@lp.com");
        app.user(&email, PASSWORD).await;
        let mut tab = app.browser();
        tab.sign_in(&email, PASSWORD).await;
        tabs.push(tab);
    }
    heard.take();
    let tries = tabs.into_iter().enumerate().map(|(number, mut tab)| {
        let name = if number % 2 == 0 { "wanted" } else { "WANTED" };
        let body = json!({ "username": name });
        tokio::spawn(async move { tab.post_json(PATH, &body).await.status.as_u16() })
    });
    let answers = futures_util::future::join_all(tries).await;
    let answers: Vec<u16> = answers.into_iter().map(|one| one.unwrap()).collect();
    assert!(answers.iter().all(|one| [200, 400].contains(one)), "{answers:?}");
    assert!(answers.iter().filter(|one| **one == 200).count() <= 1, "{answers:?}");
}

#[tokio::test]
async fn the_mail_can_be_switched_off() {
    let more = [("SECURITY_SEND_USERNAME_CHANGE_EMAIL", json!(false))];
    let app = app(Flask, &Heard::default(), &more).await;
    tab(&app).await.post_json(PATH, &json!({ "username": "another" })).await.is(200);
    assert!(app.outbox().is_empty());
}

#[tokio::test]
async fn nobody_tries_names_without_end() {
    let app = app(Recommended, &Heard::default(), &[("LIMIT_MAIL", json!("3/hour"))]).await;
    let mut tab = tab(&app).await;
    let body = json!({ "username": "Kimberly" });
    for _ in 0..3 {
        tab.post_json(PATH, &body).await.is(400);
    }
    tab.post_json(PATH, &body).await.is(429);
}

#[tokio::test]
async fn of_two_who_take_one_name_at_the_same_moment_no_more_than_one_has_it() {
    for (preset, (one, two)) in [Flask, Recommended].into_iter().flat_map(|preset| {
        [("Newname", "newNAME"), ("Иванов", "ИВАНОВ")].map(|both| (preset, both))
    }) {
        let app = app(preset, &Heard::default(), &[]).await;
        let (mut a, mut b) = (tab(&app).await, app.browser());
        b.sign_in("kim@lp.com", PASSWORD).await;
        let (one, two) = (json!({ "username": one }), json!({ "username": two }));
        tokio::join!(a.post_json(PATH, &one), b.post_json(PATH, &two));
        let mut names = Vec::new();
        for email in [JOE, "kim@lp.com"] {
            names.extend(app.find(email).await.unwrap().username.map(|name| name.to_lowercase()));
        }
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 2, "{preset:?} {names:?}");
    }
}
