//! `/login/{token}`: signing in.

use jiff::SignedDuration;
use serde_json::json;

use super::{JOE, app, app_with, follow, is_in, link};
use crate::config::Preset::{Flask, Recommended};
use crate::i18n::messages::{self as msg, Message};
use crate::model::UserField;
use crate::testing::fixture::{self, query};
use crate::testing::{Browser, Heard, TestApp};

async fn shows(app: &TestApp, tab: &mut Browser, message: impl Into<Message>) {
    fixture::shows(app, tab, "/login", message).await;
}

#[tokio::test]
async fn a_link_signs_in_once() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app_with(preset, |builder| {
            builder.setting("SECURITY_POST_LOGIN_VIEW", "/home").listen(heard.clone())
        })
        .await;
        let path = link(&app).await;
        heard.take();
        let mut tab = app.browser();
        follow(&app, &mut tab, &path).await.redirects_to("/home");
        assert!(heard.take().contains(&"user_authenticated joe@lp.com token".to_owned()));
        assert!(is_in(&mut tab).await);
        shows(&app, &mut tab, msg::PASSWORDLESS_LOGIN_SUCCESSFUL).await;
        // Whoever is signed in has no use for a link.
        follow(&app, &mut tab, &path).await.redirects_to("/home");
        tab.get_json(&path).await.is(400);
        let mut other = app.browser();
        other.get(&path).await.redirects_to("/login");
        shows(&app, &mut other, msg::INVALID_LOGIN_TOKEN).await;
        assert!(!is_in(&mut other).await);
        // Links of one second are one link.
        app.advance(SignedDuration::from_secs(1));
        let path = link(&app).await;
        let next = format!("{path}?next=/there");
        follow(&app, &mut app.browser(), &next).await.redirects_to("/there");
        app.advance(SignedDuration::from_secs(1));
        let path = format!("{}?next=https://evil.test/", link(&app).await);
        follow(&app, &mut app.browser(), &path).await.redirects_to("/home");
    }
}

#[tokio::test]
async fn only_the_button_signs_in_where_links_ask() {
    let app = app(Recommended).await;
    let path = link(&app).await;
    let mut tab = app.browser();
    let page = tab.get(&path).await;
    assert!(page.is(200).text().contains(JOE), "{}", page.text());
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    tab.send("HEAD", &path, &[], Vec::new()).await.is(200);
    assert!(!is_in(&mut tab).await);
    let told = tab.post_json(&format!("{path}?include_auth_token"), &json!({})).await;
    let told = told.is(200).json()["response"].clone();
    assert!(told["user"]["authentication_token"].is_string(), "{told}");
    assert!(is_in(&mut tab).await);
    // Where they do not, there is no button.
    let app = super::app(Flask).await;
    let path = link(&app).await;
    app.browser().post_form(&path, []).await.is(405);
    app.browser().send("HEAD", &path, &[], Vec::new()).await.is(200);
    app.browser().get(&path).await.redirects_to("/");
}

#[tokio::test]
async fn the_button_is_protected_against_other_sites() {
    let app = app_with(Recommended, |builder| builder.setting("WTF_CSRF_ENABLED", true)).await;
    let mut tab = app.browser();
    let token = tab.csrf_token().await;
    tab.post_form("/login", [("email", JOE), ("csrf_token", &token)]).await.is(200);
    let path = app.outbox().last().path();
    tab.post_form(&path, []).await.is(200);
    let cross = [("sec-fetch-site", "cross-site"), ("content-type", "text/plain")];
    tab.send("POST", &path, &cross, Vec::new()).await.is(403);
    assert!(!is_in(&mut tab).await);
    tab.post_form(&path, [("csrf_token", &token)]).await.redirects_to("/");
    assert!(is_in(&mut tab).await);
}

#[tokio::test]
async fn an_old_link_is_replaced_by_another() {
    let heard = Heard::default();
    let app = app_with(Flask, |builder| builder.listen(heard.clone())).await;
    let path = link(&app).await;
    app.advance(SignedDuration::from_hours(25));
    heard.take();
    let mut tab = app.browser();
    tab.send("HEAD", &path, &[], Vec::new()).await.is(200);
    assert_eq!(app.outbox().len(), 1, "looking sends nothing");
    tab.get(&path).await.redirects_to("/login");
    let expired = msg::LOGIN_EXPIRED.with("within", "1 day").with("email", JOE);
    shows(&app, &mut tab, expired).await;
    assert!(heard.take().contains(&"login_instructions_sent joe@lp.com".to_owned()));
    let fresh = app.outbox().last().path();
    assert_ne!(fresh, path);
    tab.get(&fresh).await.redirects_to("/");
    assert!(is_in(&mut tab).await);
    // That sign-in has ended nothing: the old one is still just old. A new uniquifier ends it.
    app.change(JOE, &[UserField::Uniquifier("another".into())]).await;
    app.browser().get(&path).await.redirects_to("/login");
    assert_eq!(app.outbox().len(), 2);
}

#[tokio::test]
async fn an_old_link_is_replaced_once() {
    let app = app_with(Flask, |builder| builder).await;
    let path = link(&app).await;
    app.advance(SignedDuration::from_hours(25));
    let opened = (0..5).map(|_| {
        let (mut tab, path) = (app.browser(), path.clone());
        async move {
            tab.get(&path).await.redirects_to("/login");
        }
    });
    futures_util::future::join_all(opened).await;
    assert_eq!(app.outbox().len(), 2, "the old one and another");
}

#[tokio::test]
async fn where_links_ask_an_old_one_asks_before_it_mails() {
    let app =
        app_with(Recommended, |builder| builder.setting("LIMIT_MAIL_IDENTITY", "3/day")).await;
    let path = link(&app).await;
    app.advance(SignedDuration::from_hours(25));
    let mut tab = app.browser();
    let page = tab.get(&path).await.is(200).text();
    assert!(page.contains("Send a new link"), "{page}");
    assert_eq!(app.outbox().len(), 1);
    for _ in 0..3 {
        tab.post_form(&path, []).await.redirects_to("/login");
    }
    tab.post_form(&path, []).await.is(429);
    assert_eq!(app.outbox().len(), 4);
    app.change(JOE, &[UserField::Active(false)]).await;
    tab.get(&path).await.redirects_to("/login");
    assert_eq!(app.outbox().len(), 4);
}

#[tokio::test]
async fn a_single_page_application_reads_from_the_query_what_came_of_it() {
    let app = app_with(Flask, |builder| {
        builder
            .setting("SECURITY_REDIRECT_BEHAVIOR", "spa")
            .setting("SECURITY_LOGIN_ERROR_VIEW", "/ui/bad?lang=de")
            .setting("SECURITY_POST_LOGIN_VIEW", "ui.result")
    })
    .await;
    let path = link(&app).await;
    let invalid = query(&app.text(msg::INVALID_LOGIN_TOKEN));
    app.browser().get("/login/abc").await.redirects_to(&format!("/ui/bad?lang=de&error={invalid}"));
    app.advance(SignedDuration::from_secs(1));
    let who = "email=joe%40lp.com&identity=joe%40lp.com";
    let old = link(&app).await;
    app.browser().get_json(&path).await.redirects_to(&format!("/ui/result?{who}"));
    app.advance(SignedDuration::from_hours(25));
    let expired = app.text(msg::LOGIN_EXPIRED.with("within", "1 day").with("email", JOE));
    let there = format!("/ui/bad?lang=de&error={}&{who}", query(&expired));
    app.browser().get(&old).await.redirects_to(&there);
}

#[tokio::test]
async fn the_state_of_the_account_counts_at_the_link_too() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| builder.setting("SECURITY_CONFIRMABLE", true)).await;
        let path = link(&app).await;
        app.change(JOE, &[UserField::Active(false)]).await;
        let mut tab = app.browser();
        follow(&app, &mut tab, &path).await.redirects_to("/login");
        shows(&app, &mut tab, msg::INVALID_LOGIN_TOKEN).await;
        app.change(JOE, &[UserField::Active(true), UserField::ConfirmedAt(None)]).await;
        // A refused link is not used up; the reference serves those who have yet to confirm.
        let path = match preset {
            Flask => path,
            Recommended => {
                follow(&app, &mut tab, &path).await.redirects_to("/login");
                tab.post_json("/login", &json!({ "email": JOE })).await.is(200);
                assert_eq!(app.outbox().len(), 1, "there is no mail either");
                app.change(JOE, &[UserField::ConfirmedAt(Some(app.clock().utc()))]).await;
                path
            }
        };
        follow(&app, &mut tab, &path).await.is(302);
        assert!(is_in(&mut tab).await, "{preset:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_at_once_exactly_one_is_signed_in() {
    for preset in [Flask, Recommended] {
        let app =
            app_with(preset, |builder| builder.setting("SECURITY_POST_LOGIN_VIEW", "/home")).await;
        let path = link(&app).await;
        let tries = (0..64).map(|_| {
            let (app, path) = (app.clone(), path.clone());
            tokio::spawn(async move {
                let mut tab = app.browser();
                let answer = follow(&app, &mut tab, &path).await;
                answer.location() == Some("/home")
            })
        });
        let won = futures_util::future::join_all(tries).await;
        assert_eq!(won.iter().filter(|one| *one.as_ref().unwrap()).count(), 1, "{preset:?}");
    }
}

#[tokio::test]
async fn whoever_is_remembered_by_default_is_remembered() {
    for remember in [false, true] {
        let app =
            app_with(Flask, |builder| builder.setting("SECURITY_DEFAULT_REMEMBER_ME", remember))
                .await;
        let path = link(&app).await;
        let mut tab = app.browser();
        tab.get(&path).await.redirects_to("/");
        assert_eq!(tab.cookie("remember_token").is_some(), remember);
    }
}

#[tokio::test]
async fn unusual_links_are_bad_ones() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        for wrong in
            ["/login/x", "/login/%00", "/login/a%2Fb", "/login/..%2f..", "/login/%F0%9F%8D%8B"]
        {
            app.browser().get(wrong).await.redirects_to("/login");
        }
        let status = app.browser().get("/login/%ff").await.status.as_u16();
        assert!(matches!(status, 302 | 400 | 404), "{status}");
    }
}
