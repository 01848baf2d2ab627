//! `/reset/{token}`: the page and what it does.

use async_trait::async_trait;
use jiff::SignedDuration;
use serde_json::json;

use super::{JOE, NEW, PASSWORD, app, app_with, link, signs_in};
use crate::config::Preset::{Flask, Recommended};
use crate::error::Result;
use crate::hooks::{Hooks, Lock};
use crate::i18n::messages::{self as msg, Message};
use crate::model::{User, UserField};
use crate::testing::fixture::{self, faults, query};
use crate::testing::{Browser, Heard, TestApp};

pub(super) const BOTH: [(&str, &str); 2] = [("password", NEW), ("password_confirm", NEW)];

pub(super) async fn shows(app: &TestApp, tab: &mut Browser, message: impl Into<Message>) {
    fixture::shows(app, tab, "/reset", message).await;
}

#[tokio::test]
async fn a_link_sets_a_password_once() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app_with(preset, |builder| builder.listen(heard.clone())).await;
        let link = link(&app).await;
        let mut tab = app.browser();
        let page = tab.get(&link).await;
        let text = page.is(200).text();
        assert!(text.contains("name=\"reset_password_form\""), "{text}");
        assert!(!text.contains(JOE), "whoever came by the link learns no name");
        assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
        tab.send("HEAD", &link, &[], Vec::new()).await.is(200);
        heard.take();
        tab.post_form(&link, BOTH).await.redirects_to("/login");
        let events = heard.take();
        assert!(events.contains(&"password_reset joe@lp.com".to_owned()), "{events:?}");
        assert!(!events.iter().any(|event| event.starts_with("user_authenticated")), "{events:?}");
        shows(&app, &mut tab, msg::PASSWORD_RESET_NO_LOGIN).await;
        let notice = app.outbox().last();
        assert_eq!(
            (notice.to.address.as_str(), notice.subject.as_str()),
            (JOE, "Your password was reset")
        );
        assert_eq!(notice.link(), "http://localhost/reset", "{}", notice.text());
        assert!(signs_in(&app, NEW).await && !signs_in(&app, PASSWORD).await);
        tab.get(&link).await.redirects_to("/reset");
        shows(&app, &mut tab, msg::INVALID_RESET_PASSWORD_TOKEN).await;
        tab.post_form(&link, BOTH).await.redirects_to("/reset");
    }
}

#[tokio::test]
async fn json_sets_a_password_with_a_bare_answer() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        let link = link(&app).await;
        let body = json!({ "password": NEW, "password_confirm": NEW });
        let answer = app.browser().post_json(&link, &body).await;
        assert_eq!(answer.is(200).json(), json!({ "meta": { "code": 200 }, "response": {} }));
        assert!(signs_in(&app, NEW).await);
        // The link is looked at before any field is.
        let again = app.browser().post_json(&link, &json!({})).await;
        let expected = faults(&app, &[("", msg::INVALID_RESET_PASSWORD_TOKEN.into())]);
        assert_eq!(again.is(400).field_errors(), expected);
    }
}

#[tokio::test]
async fn bad_links_lead_back_and_programs_read_why() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        let link = link(&app).await;
        let mut tab = app.browser();
        for wrong in ["/reset/abc".to_owned(), format!("{link}A"), "/reset/%00".to_owned()] {
            tab.get(&wrong).await.redirects_to("/reset");
            shows(&app, &mut tab, msg::INVALID_RESET_PASSWORD_TOKEN).await;
            tab.post_form(&wrong, BOTH).await.redirects_to("/reset");
            shows(&app, &mut tab, msg::INVALID_RESET_PASSWORD_TOKEN).await;
        }
        app.advance(SignedDuration::from_hours(25));
        let expired: Message = msg::PASSWORD_RESET_EXPIRED.with("within", "1 day");
        tab.get(&link).await.redirects_to("/reset");
        shows(&app, &mut tab, expired.clone()).await;
        tab.post_form(&link, BOTH).await.redirects_to("/reset");
        shows(&app, &mut tab, expired.clone()).await;
        let told = tab.post_json(&link, &json!({})).await;
        assert_eq!(told.is(400).field_errors(), faults(&app, &[("", expired)]));
        assert!(signs_in(&app, PASSWORD).await);
    }
}

#[tokio::test]
async fn a_program_reads_from_a_get_what_the_link_is_worth_only_where_that_is_recommended() {
    let app = app(Flask).await;
    let good = link(&app).await;
    let page = app.browser().get_json(&good).await;
    assert_eq!(page.is(200).header("content-type"), Some("text/html; charset=utf-8"));
    app.browser().get_json("/reset/abc").await.redirects_to("/reset");
    let app = super::app(Recommended).await;
    let good = link(&app).await;
    let told = app.browser().get_json(&good).await.is(200).json();
    assert!(told["response"]["csrf_token"].is_string(), "{told}");
    app.browser().get_json("/reset/abc").await.is(400);
}

#[tokio::test]
async fn a_single_page_application_gets_the_token_of_a_good_link() {
    let app = app_with(Flask, |builder| {
        builder
            .setting("SECURITY_REDIRECT_BEHAVIOR", "spa")
            .setting("SECURITY_RESET_VIEW", "ui.result")
            .setting("SECURITY_RESET_ERROR_VIEW", "/ui/bad?lang=de")
    })
    .await;
    let link = link(&app).await;
    let token = link.rsplit('/').next().unwrap();
    let mut tab = app.browser();
    let there = format!("/ui/result?token={token}");
    tab.get(&link).await.redirects_to(&there);
    tab.get_json(&link).await.redirects_to(&there);
    let invalid = query(&app.text(msg::INVALID_RESET_PASSWORD_TOKEN));
    tab.get("/reset/abc").await.redirects_to(&format!("/ui/bad?lang=de&error={invalid}"));
    // A form that was sent stays with forms.
    tab.post_form("/reset/abc", BOTH).await.redirects_to("/reset");
    tab.post_form(&link, [("password", "x")]).await.is(200);
    tab.post_json(&link, &json!({ "password": NEW, "password_confirm": NEW })).await.is(200);
    app.advance(SignedDuration::from_hours(25));
    let expired = query(&app.text(msg::PASSWORD_RESET_EXPIRED.with("within", "1 day")));
    tab.get(&link).await.redirects_to(&format!("/ui/bad?lang=de&error={expired}"));
}

#[tokio::test]
async fn faults_of_the_fields_come_in_the_contract_s_order() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| builder.setting("LIMIT_SIGN_IN", false)).await;
        let link = link(&app).await;
        let missing = || msg::PASSWORD_NOT_PROVIDED.into();
        let cases: [(serde_json::Value, Vec<(&str, Message)>); 8] = [
            (json!({}), vec![("password", missing()), ("password_confirm", missing())]),
            (
                json!({ "password": "  ", "password_confirm": "  " }),
                vec![("password", missing()), ("password_confirm", missing())],
            ),
            (
                json!({ "password": NEW, "password_confirm": "other" }),
                vec![("password_confirm", msg::RETYPE_PASSWORD_MISMATCH.into())],
            ),
            (json!({ "password": NEW }), vec![("password_confirm", missing())]),
            // A repetition that differs is said before the password is judged.
            (
                json!({ "password": "short", "password_confirm": "other" }),
                vec![("password_confirm", msg::RETYPE_PASSWORD_MISMATCH.into())],
            ),
            (
                json!({ "password": "short", "password_confirm": "short" }),
                vec![("password", msg::PASSWORD_INVALID_LENGTH.with("length", 8))],
            ),
            (
                json!({ "password": 7, "password_confirm": NEW }),
                vec![
                    ("password", msg::API_ERROR.into()),
                    ("password_confirm", msg::RETYPE_PASSWORD_MISMATCH.into()),
                ],
            ),
            (
                json!({ "password": NEW, "password_confirm": [[NEW]] }),
                vec![("password_confirm", msg::API_ERROR.into())],
            ),
        ];
        for (sent, expected) in cases {
            let answer = app.browser().post_json(&link, &sent).await;
            assert_eq!(answer.is(400).field_errors(), faults(&app, &expected), "{preset:?} {sent}");
        }
        let short = [("password", "short"), ("password_confirm", "short")];
        let page = app.browser().post_form(&link, short).await.is(200).text();
        assert!(page.contains(&app.text(msg::PASSWORD_INVALID_LENGTH.with("length", 8))), "{page}");
        // None of that has used the link up.
        app.browser().post_form(&link, BOTH).await.redirects_to("/login");
    }
}

#[tokio::test]
async fn the_same_password_again_is_refused_where_that_is_recommended() {
    for (preset, status) in [(Flask, 200), (Recommended, 400)] {
        let app = app(preset).await;
        app.change(
            JOE,
            &[UserField::Password(Some(hash(&app, "Caf\u{e9} au lait, s.v.p.").await))],
        )
        .await;
        let link = link(&app).await;
        // The same in another Unicode form.
        let same = "Cafe\u{301} au lait, s.v.p.";
        let body = json!({ "password": same, "password_confirm": same });
        let answer = app.browser().post_json(&link, &body).await;
        answer.is(status);
        if preset == Recommended {
            let expected = faults(&app, &[("password", msg::PASSWORD_IS_THE_SAME.into())]);
            assert_eq!(answer.field_errors(), expected);
            app.browser().post_form(&link, BOTH).await.redirects_to("/login");
        }
    }
}

async fn hash(app: &TestApp, password: &str) -> String {
    app.security().passwords().hash(password).await.unwrap()
}

/// Locks every account.
struct Locked;

#[async_trait]
impl Hooks for Locked {
    async fn locked(&self, user: &User) -> Result<Option<Lock>> {
        Ok((user.username.as_deref() == Some("locked")).then_some(Lock { text: None }))
    }
}

#[tokio::test]
async fn accounts_that_may_not_be_used_are_not_reset() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| builder.hooks(Locked)).await;
        let link = link(&app).await;
        for (bad, good) in [
            (UserField::Active(false), UserField::Active(true)),
            (UserField::Username(Some("locked".into())), UserField::Username(None)),
        ] {
            app.change(JOE, &[bad]).await;
            app.browser().get(&link).await.redirects_to("/reset");
            let told = app.browser().post_json(&link, &json!({ "password": NEW })).await;
            let expected = faults(&app, &[("", msg::INVALID_RESET_PASSWORD_TOKEN.into())]);
            assert_eq!(told.is(400).field_errors(), expected);
            app.change(JOE, &[good]).await;
        }
        assert!(signs_in(&app, PASSWORD).await);
        app.browser().get(&link).await.is(200);
    }
}

#[tokio::test]
async fn a_link_ends_with_the_password_that_it_was_made_for() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await;
        let (first, second) = (link(&app).await, link(&app).await);
        app.browser().post_form(&second, BOTH).await.redirects_to("/login");
        app.browser().get(&first).await.redirects_to("/reset");
        // Changed by a program that does not know about uniquifiers.
        let third = link(&app).await;
        let other = hash(&app, PASSWORD).await;
        app.change(JOE, &[UserField::Password(Some(other))]).await;
        app.browser().get(&third).await.redirects_to("/reset");
        app.browser().post_form(&third, BOTH).await.redirects_to("/reset");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_at_once_exactly_one_sets_its_password() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| builder.setting("LIMIT_SIGN_IN", false)).await;
        let links = [link(&app).await, link(&app).await];
        let tries = (0..64).map(|n| {
            let (mut tab, link) = (app.browser(), links[n % 2].clone());
            let password = format!("{NEW} {n}");
            tokio::spawn(async move {
                let body = json!({ "password": password, "password_confirm": password });
                (tab.post_json(&link, &body).await.status.as_u16(), password)
            })
        });
        let answers: Vec<(u16, String)> = futures_util::future::join_all(tries)
            .await
            .into_iter()
            .map(|one| one.unwrap())
            .collect();
        let won: Vec<_> = answers.iter().filter(|(status, _)| *status == 200).collect();
        assert_eq!(won.len(), 1, "{preset:?}");
        assert!(answers.iter().all(|(status, _)| matches!(status, 200 | 400)));
        assert!(signs_in(&app, &won[0].1).await, "{preset:?}");
        let notices = app.outbox().all();
        assert_eq!(
            notices.iter().filter(|one| one.subject == "Your password was reset").count(),
            1
        );
    }
}
