//! What is taken, and who may hear of it.

use serde_json::json;

use super::{JOE, PASSWORD, app_with, body, users};
use crate::config::Preset::{Flask, Recommended};
use crate::i18n::messages as msg;
use crate::model::UserField;
use crate::testing::Heard;

#[tokio::test]
async fn generic_answers_do_not_tell_whether_an_address_was_free() {
    let app =
        app_with(Recommended, |builder| builder.setting("SECURITY_USERNAME_ENABLE", true)).await;
    app.user(JOE, PASSWORD).await;
    app.change(JOE, &[UserField::Username(Some("joeblack".into()))]).await;
    let mut answers = Vec::new();
    for (email, name) in [("new@lp.com", "newcomer"), (JOE, "someone"), ("b@lp.com", "joeblack")] {
        let mut body = body(email, PASSWORD);
        body["username"] = json!(name);
        let before = app.security().passwords().jobs();
        let mut tab = app.browser();
        let json = tab.post_json("/register", &body).await;
        let cost = app.security().passwords().jobs() - before;
        let response = json.json()["response"].clone();
        let keys: Vec<String> = response.as_object().unwrap().keys().cloned().collect();
        let session: Vec<String> = app.session(&tab).await.keys().cloned().collect();
        answers.push((json.status, keys, session, cost));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);
    assert_eq!(answers[0].3, 1);
    let mut pages = Vec::new();
    for (email, name) in [("new2@lp.com", "newcomer2"), (JOE, "someone2")] {
        let fields = [
            ("email", email),
            ("password", PASSWORD),
            ("password_confirm", PASSWORD),
            ("username", name),
        ];
        let mut tab = app.browser();
        let page = tab.post_form("/register?next=/start", fields).await;
        let names: Vec<String> =
            page.set_cookies().iter().map(|line| line.split('=').next().unwrap().into()).collect();
        let shown = tab.get("/login").await.text();
        assert!(shown.contains(&app.text(msg::REGISTRATION_SENT)));
        pages.push((page.status, page.location().map(str::to_owned), names));
    }
    assert_eq!(pages[0], pages[1]);
    assert!(app.find("new@lp.com").await.is_some());
    assert!(app.find("b@lp.com").await.is_none());
    app.browser().sign_in("new2@lp.com", PASSWORD).await;
}

#[tokio::test]
async fn generic_answers_of_the_reference_sign_the_new_one_in() {
    let heard = Heard::default();
    let app = app_with(Flask, |builder| {
        builder.listen(heard.clone()).setting("SECURITY_RETURN_GENERIC_RESPONSES", true)
    })
    .await;
    app.user(JOE, PASSWORD).await;
    let mut taken = app.browser();
    let answer = taken.post_json("/register", &body(JOE, PASSWORD)).await;
    assert!(answer.is(200).json()["response"].get("user").is_none());
    assert!(!app.session(&taken).await.contains_key("_user_id"));
    assert_eq!(heard.take(), ["user_not_registered joe@lp.com email=true username=false"]);
    // What else is wrong is still said.
    let weak = app.browser().post_json("/register", &body(JOE, "short")).await;
    assert!(weak.is(400).field_errors().get("email").is_none());
    let mut fresh = app.browser();
    fresh.post_json("/register", &body("new@lp.com", PASSWORD)).await.is(200);
    assert!(app.session(&fresh).await.contains_key("_user_id"));
}

#[tokio::test]
async fn of_two_registrations_at_the_same_moment_one_makes_the_account() {
    let both = [(JOE, "JOE@lp.com"), ("möller@lp.com", "MÖLLER@lp.com")];
    for (preset, (one, two)) in [Flask, Recommended].into_iter().flat_map(|p| both.map(|b| (p, b)))
    {
        let heard = Heard::default();
        let app = app_with(preset, |builder| builder.listen(heard.clone())).await;
        let (one, two) = (body(one, PASSWORD), body(two, "another horse"));
        let (mut a, mut b) = (app.browser(), app.browser());
        let (a, b) = tokio::join!(a.post_json("/register", &one), b.post_json("/register", &two));
        let mut statuses = [a.status.as_u16(), b.status.as_u16()];
        statuses.sort_unstable();
        // Where answers must not differ, the one who came late hears the same.
        assert_eq!(statuses, if preset == Flask { [200, 400] } else { [200, 200] });
        assert_eq!(users(&app).await, 1, "{preset:?}");
        let heard = heard.take();
        let made = heard.iter().filter(|line| line.starts_with("user_registered")).count();
        assert_eq!(made, 1, "{heard:?}");
        // Nobody is welcomed to an account that was not made.
        let mut mails: Vec<String> =
            app.outbox().take().into_iter().map(|mail| mail.subject.clone()).collect();
        mails.sort();
        let also = (preset == Recommended).then_some("You already have an account");
        assert_eq!(mails, Vec::from_iter(["Welcome"].into_iter().chain(also)), "{preset:?}");
        assert!(
            app.security().store().mails().unwrap().list(false, "", 9).await.unwrap().is_empty()
        );
    }
}
