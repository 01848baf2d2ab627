//! The mails of a registration, and the confirmation that follows.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{JOE, PASSWORD, app_with, body, users};
use crate::assembly::Builder;
use crate::config::Preset::{Flask, Recommended};
use crate::i18n::messages as msg;
use crate::model::UserField;
use crate::testing::fixture::Through;
use crate::testing::{Heard, SmtpServer, TestApp};

fn confirmable(builder: Builder) -> Builder {
    builder
        .setting("SERVER_NAME", "localhost")
        .setting("SECURITY_CONFIRMABLE", true)
        .setting("SECURITY_USERNAME_ENABLE", true)
}

fn keys(value: &Value) -> Vec<&String> {
    value["response"].as_object().unwrap().keys().collect()
}

#[tokio::test]
async fn a_new_account_is_welcomed() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| builder).await;
        app.browser().post_json("/register", &body(JOE, PASSWORD)).await.is(200);
        let mail = app.outbox().last();
        assert_eq!((mail.to.address.as_str(), mail.subject.as_str()), (JOE, "Welcome"));
        assert!(mail.text().contains("Your account is ready"), "{}", mail.text());
        assert!(!mail.html.clone().unwrap().contains("href"), "there is nothing to follow");
        assert_eq!(app.outbox().len(), 1);
    }
    let app = app_with(Flask, |builder| {
        builder
            .setting("SECURITY_SEND_REGISTER_EMAIL", false)
            .setting("SECURITY_EMAIL_SUBJECT_REGISTER", "Ahoy")
    })
    .await;
    app.browser().post_json("/register", &body(JOE, PASSWORD)).await.is(200);
    assert!(app.outbox().is_empty());
    let app =
        app_with(Flask, |builder| builder.setting("SECURITY_EMAIL_SUBJECT_REGISTER", "Ahoy")).await;
    app.browser().post_json("/register", &body(JOE, PASSWORD)).await.is(200);
    assert_eq!(app.outbox().last().subject, "Ahoy");
}

#[tokio::test]
async fn who_has_to_confirm_is_in_after_that() {
    let heard = Heard::default();
    let app = app_with(Flask, |builder| confirmable(builder).listen(heard.clone())).await;
    let mut tab = app.browser();
    let told = tab.post_json("/register?include_auth_token", &body(JOE, PASSWORD)).await;
    assert_eq!(keys(&told.is(200).json()), ["csrf_token", "user"]);
    assert_eq!(told.json()["response"]["user"], json!({}), "never a token");
    assert_eq!(heard.take(), ["message_flashed success", "user_registered joe@lp.com"]);
    // Kept for the next page although JSON was asked for.
    let said = app.text(msg::CONFIRM_REGISTRATION.with("email", JOE));
    assert!(tab.get("/login").await.text().contains(&said));
    let wrong =
        app.browser().post_json("/login", &json!({ "email": JOE, "password": PASSWORD })).await;
    let expected = json!({ "email": [app.text(msg::CONFIRMATION_REQUIRED)] });
    assert_eq!(wrong.is(400).field_errors(), expected);
    let mail = app.outbox().last();
    assert!(mail.text().contains("2 days"), "{}", mail.text());
    tab.get(&mail.path()).await.redirects_to("/login");
    app.browser().sign_in(JOE, PASSWORD).await;

    let fields = [("email", "b@lp.com"), ("password", PASSWORD), ("password_confirm", PASSWORD)];
    let mut tab = app.browser();
    tab.post_form("/register?next=/welcome", fields).await.redirects_to("/welcome");
    assert!(!app.session(&tab).await.contains_key("_user_id"));
}

#[tokio::test]
async fn who_may_confirm_later_is_in_at_once() {
    let app = app_with(Flask, |builder| {
        confirmable(builder).setting("SECURITY_LOGIN_WITHOUT_CONFIRMATION", true)
    })
    .await;
    let mut tab = app.browser();
    let told = tab.post_json("/register", &body(JOE, PASSWORD)).await;
    assert_eq!(keys(&told.is(200).json()), ["csrf_token", "tf_required", "user"]);
    assert!(app.outbox().last().link().contains("/confirm/"));
    let said = app.text(msg::CONFIRM_REGISTRATION.with("email", JOE));
    assert!(tab.get("/verify").await.text().contains(&said));
    assert!(app.session(&tab).await.contains_key("_user_id"));
}

/// The same answer and the same work, whoever asks; and everybody who has to know gets a mail.
#[tokio::test]
async fn registration_is_one_page_for_all_where_answers_must_not_differ() {
    let heard = Heard::default();
    let app = app_with(Recommended, |builder| confirmable(builder).listen(heard.clone())).await;
    app.user(JOE, PASSWORD).await;
    app.change(JOE, &[UserField::Username(Some("joeblack".into()))]).await;
    app.user("off@lp.com", PASSWORD).await;
    app.change("off@lp.com", &[UserField::Active(false)]).await;
    app.user("late@lp.com", PASSWORD).await;
    app.change("late@lp.com", &[UserField::ConfirmedAt(None)]).await;
    let mut first = None;
    for (email, name, mail) in [
        ("new@lp.com", "newcomer", "Welcome"),
        (JOE, "someone", "You already have an account"),
        (JOE, "joeblack", "You already have an account"),
        ("off@lp.com", "someone", "You already have an account"),
        ("late@lp.com", "someone", "You already have an account"),
        ("b@lp.com", "JoeBlack", "Please choose another username"),
    ] {
        let before = app.security().passwords().jobs();
        let mut tab = app.browser();
        let mut sent = body(email, PASSWORD);
        sent["username"] = json!(name);
        let told = tab.post_json("/register", &sent).await;
        let cost = app.security().passwords().jobs() - before;
        let session: Vec<String> = app.session(&tab).await.keys().cloned().collect();
        let keys: Vec<String> = keys(&told.json()).into_iter().cloned().collect();
        let headers: Vec<String> = told.headers.keys().map(ToString::to_string).collect();
        let answer = (told.status, keys, session, headers, cost);
        assert_eq!(*first.get_or_insert_with(|| answer.clone()), answer, "{email}");
        assert_eq!(answer.4, 1);
        let sent = app.outbox().take();
        assert_eq!(sent.len(), 1);
        assert_eq!((sent[0].to.address.as_str(), sent[0].subject.as_str()), (email, mail));
    }
    assert_eq!(users(&app).await, 4);
    let told: Vec<String> =
        heard.take().into_iter().filter(|line| line.starts_with("user_not")).collect();
    assert_eq!(
        told,
        [
            "user_not_registered joe@lp.com email=true username=false",
            "user_not_registered joe@lp.com email=true username=true",
            "user_not_registered off@lp.com email=true username=false",
            "user_not_registered late@lp.com email=true username=false",
            "user_not_registered nobody email=false username=true",
        ]
    );
    let mut pages = Vec::new();
    for (email, name) in [("new2@lp.com", "newcomer2"), (JOE, "someone2"), ("c@lp.com", "joeblack")]
    {
        let fields = [
            ("email", email),
            ("password", PASSWORD),
            ("password_confirm", PASSWORD),
            ("username", name),
        ];
        let mut tab = app.browser();
        let page = tab.post_form("/register?next=/start", fields).await;
        let said = app.text(msg::CONFIRM_REGISTRATION.with("email", email));
        assert!(tab.get("/login").await.text().contains(&said), "{email}");
        pages.push((page.status, page.location().map(str::to_owned)));
    }
    assert_eq!(pages[0].1.as_deref(), Some("/login?next=%2Fstart"));
    assert!(pages.iter().all(|page| *page == pages[0]), "{pages:?}");
}

#[tokio::test]
async fn the_owner_of_an_address_is_told_what_to_do() {
    let app =
        app_with(Recommended, |builder| confirmable(builder).setting("SECURITY_RECOVERABLE", true))
            .await;
    app.user(JOE, PASSWORD).await;
    let set = [UserField::ConfirmedAt(None), UserField::Username(Some("joeblack".into()))];
    app.change(JOE, &set).await;
    let mut sent = body(JOE, PASSWORD);
    sent["username"] = json!("someone");
    app.browser().post_json("/register", &sent).await.is(200);
    let mail = app.outbox().last();
    assert!(mail.text().contains("joeblack") && !mail.text().contains("someone"));
    assert!(mail.text().contains("://localhost/reset/"), "{}", mail.text());
    // The address that the mail reached is confirmed by its link, as by any other.
    app.browser().post_form(&mail.path(), []).await.redirects_to("/login");
    assert!(app.find(JOE).await.unwrap().confirmed_at.is_some());
    app.browser().post_json("/register", &sent).await.is(200);
    assert!(!app.outbox().last().text().contains("/confirm/"));
}

#[tokio::test]
async fn the_reference_tells_generic_callers_apart_by_the_user_alone() {
    let app = app_with(Flask, |builder| {
        confirmable(builder).setting("SECURITY_RETURN_GENERIC_RESPONSES", true)
    })
    .await;
    app.user(JOE, PASSWORD).await;
    for (email, expected) in [(JOE, vec!["csrf_token"]), ("b@lp.com", vec!["csrf_token", "user"])] {
        let mut tab = app.browser();
        let told = tab.post_json("/register", &body(email, PASSWORD)).await;
        assert_eq!(keys(&told.is(200).json()), expected);
        let said = app.text(msg::CONFIRM_REGISTRATION.with("email", email));
        assert!(tab.get("/login").await.text().contains(&said));
    }
    let fields = [("email", JOE), ("password", PASSWORD), ("password_confirm", PASSWORD)];
    app.browser().post_form("/register?next=/in", fields).await.redirects_to("/in");
}

#[tokio::test]
async fn mails_to_an_address_are_limited_whoever_it_belongs_to() {
    let app = app_with(Recommended, |builder| {
        confirmable(builder)
            .setting("LIMIT_MAIL_IDENTITY", "2/hour")
            .setting("LIMIT_REGISTER", false)
    })
    .await;
    app.user(JOE, PASSWORD).await;
    for email in [JOE, "new@lp.com"] {
        for _ in 0..2 {
            app.browser().post_json("/register", &body(email, PASSWORD)).await.is(200);
        }
        app.browser().post_json("/register", &body(email, PASSWORD)).await.is(429);
    }
    // What is wrong costs nothing of it.
    for _ in 0..4 {
        app.browser().post_json("/register", &body("b@lp.com", "short")).await.is(400);
    }
    app.browser().post_json("/register", &body("b@lp.com", PASSWORD)).await.is(200);
}

/// A whole mail server, which is away while people register.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_server_that_is_down_loses_no_account_and_no_mail() {
    let mut server = SmtpServer::start();
    let mailer = Through::to(server.port());
    server.stop();
    let app = TestApp::with(Recommended, |builder| {
        confirmable(builder)
            .setting("SECURITY_REGISTERABLE", true)
            .setting("DELIVERY", "outbox")
            .mailer(mailer)
    })
    .await;
    app.user(JOE, PASSWORD).await;
    for email in ["new@lp.com", JOE] {
        app.browser().post_json("/register", &body(email, PASSWORD)).await.is(200);
    }
    app.security().tidy().await.unwrap();
    assert!(app.find("new@lp.com").await.is_some());
    server.restart();
    app.advance(SignedDuration::from_mins(5));
    app.security().tidy().await.unwrap();
    let mut to: Vec<String> = server.received().into_iter().map(|mail| mail.to).collect();
    to.sort();
    assert_eq!(to, ["<joe@lp.com>", "<new@lp.com>"]);
}

#[tokio::test]
async fn a_forged_host_changes_no_link() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, confirmable).await;
        let mut forged =
            app.browser().base("http://evil.test").header("x-forwarded-host", "evil.test");
        forged.post_json("/register", &body(JOE, PASSWORD)).await.is(200);
        assert!(app.outbox().last().link().contains("://localhost/confirm/"));
    }
}
