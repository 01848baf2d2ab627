//! What a change ends, and what goes on.

use serde_json::json;

use super::{JOE, NEW, PASSWORD, Through, app_with, filled, is_in, signed_in, signs_in};
use crate::config::Preset::{Flask, Recommended};
use crate::testing::{Heard, SmtpServer};

const EVERYWHERE: [(crate::config::Preset, &str); 3] =
    [(Flask, "cookie"), (Recommended, "cookie"), (Recommended, "server")];

#[tokio::test]
async fn this_browser_goes_on_alone() {
    for (preset, store) in EVERYWHERE {
        let app = app_with(preset, |builder| builder.setting("SESSION_STORE", store)).await;
        let (mut here, mut there) = (signed_in(&app).await, signed_in(&app).await);
        let mut copied = here.clone();
        let body = json!({ "email": JOE, "password": PASSWORD });
        let mut program = app.browser();
        let told = program.post_json("/login?include_auth_token", &body).await.is(200).json();
        let token = told["response"]["user"]["authentication_token"].as_str().unwrap().to_owned();
        here.post_form("/change", filled(PASSWORD, NEW)).await.is(302);
        assert!(is_in(&mut here).await, "{preset:?} {store}");
        assert!(!is_in(&mut there).await && !is_in(&mut copied).await, "{preset:?} {store}");
        let mut program = app.browser().header("authentication-token", &token);
        program.get_json("/change").await.is(401);
    }
}

#[tokio::test]
async fn what_the_session_holds_stays() {
    for (preset, store) in EVERYWHERE {
        let app = app_with(preset, |builder| builder.setting("SESSION_STORE", store)).await;
        let mut tab = signed_in(&app).await;
        let before = app.session(&tab).await;
        let mut all: Vec<(String, String)> =
            before.iter().map(|(key, value)| (key.clone(), value.to_string())).collect();
        all.push(("basket".to_owned(), "[1,2]".to_owned()));
        let members: Vec<(&str, &str)> =
            all.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        app.put_session(&mut tab, members).await;
        tab.post_form("/change", filled(PASSWORD, NEW)).await.is(302);
        assert!(is_in(&mut tab).await);
        assert_eq!(app.session(&tab).await["basket"], json!([1, 2]), "{preset:?} {store}");
    }
}

#[tokio::test]
async fn remember_me_goes_on_only_where_it_was() {
    for preset in [Flask, Recommended] {
        for remember in [false, true] {
            let app = app_with(preset, |builder| builder.setting("SESSION_STORE", "cookie")).await;
            let mut tab = app.browser();
            let body = json!({ "email": JOE, "password": PASSWORD, "remember": remember });
            tab.post_json("/login", &body).await.is(200);
            let before = tab.cookie("remember_token").map(str::to_owned);
            assert_eq!(before.is_some(), remember);
            tab.post_form("/change", filled(PASSWORD, NEW)).await.is(302);
            let after = tab.cookie("remember_token").map(str::to_owned);
            assert_eq!(after.is_some(), remember, "{preset:?}");
            if remember {
                assert_ne!(before, after, "it is a new one");
                let mut alone = app.browser();
                alone.set_cookie("remember_token", after.as_deref());
                assert!(is_in(&mut alone).await);
                alone.set_cookie("remember_token", before.as_deref());
                alone.set_cookie("session", None);
                assert!(!is_in(&mut alone).await);
            }
        }
    }
}

#[tokio::test]
async fn a_session_on_the_server_outlives_its_browser_only_where_it_did() {
    for remember in [false, true] {
        let app = app_with(Recommended, |builder| builder.setting("SESSION_STORE", "server")).await;
        let mut tab = app.browser();
        let body = json!({ "email": JOE, "password": PASSWORD, "remember": remember });
        tab.post_json("/login", &body).await.is(200);
        let answer = tab.post_form("/change", filled(PASSWORD, NEW)).await;
        let lines = answer.is(302).set_cookies();
        let session = lines.iter().find(|line| line.contains("session=")).unwrap();
        assert_eq!(session.contains("Expires="), remember, "{lines:?}");
    }
}

#[tokio::test]
async fn a_program_with_a_token_gets_a_session() {
    for preset in [Flask, Recommended] {
        let app = app_with(preset, |builder| builder).await;
        let body = json!({ "email": JOE, "password": PASSWORD });
        let told = app.browser().post_json("/login?include_auth_token", &body).await.is(200).json();
        let token = told["response"]["user"]["authentication_token"].as_str().unwrap();
        let mut program = app.browser().header("authentication-token", token);
        program.post_form("/change", filled(PASSWORD, NEW)).await.is(302);
        let cookie =
            ["session", "__Host-session"].into_iter().find_map(|name| program.cookie(name));
        assert!(cookie.is_some(), "{preset:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_at_once_exactly_one_changes_it() {
    for (preset, store) in EVERYWHERE {
        let app = app_with(preset, |builder| {
            builder
                .setting("SESSION_STORE", store)
                .setting("LIMIT_VERIFY", false)
                .setting("LOCKOUT_THRESHOLD", false)
        })
        .await;
        let tab = signed_in(&app).await;
        let tries = (0..64).map(|n| {
            let (mut tab, new) = (tab.clone(), format!("{NEW} {n}"));
            tokio::spawn(async move {
                let body = json!({
                    "password": PASSWORD, "new_password": new, "new_password_confirm": new,
                });
                (tab.post_json("/change", &body).await.status.as_u16(), new)
            })
        });
        let answers: Vec<(u16, String)> = futures_util::future::join_all(tries)
            .await
            .into_iter()
            .map(|one| one.unwrap())
            .collect();
        let won: Vec<_> = answers.iter().filter(|(status, _)| *status == 200).collect();
        assert_eq!(won.len(), 1, "{preset:?} {store}: {answers:?}");
        assert!(answers.iter().all(|(status, _)| matches!(status, 200 | 400 | 401)), "{answers:?}");
        assert!(signs_in(&app, &won[0].1).await);
        assert_eq!(app.outbox().len(), 1);
    }
}

#[tokio::test]
async fn an_application_changes_a_password_and_all_else_ends() {
    for (preset, store) in EVERYWHERE {
        let heard = Heard::default();
        let app = app_with(preset, |builder| {
            builder
                .setting("SESSION_STORE", store)
                .setting("SECURITY_RECOVERABLE", true)
                .listen(heard.clone())
        })
        .await;
        let mut tab = signed_in(&app).await;
        let user = app.find(JOE).await.unwrap();
        heard.take();
        assert!(app.security().change_password(&user, NEW, true).await.unwrap());
        assert!(heard.take().contains(&"password_changed joe@lp.com".to_owned()));
        assert!(!is_in(&mut tab).await);
        assert!(signs_in(&app, NEW).await);
        let notice = app.outbox().last();
        assert_eq!(notice.subject, "Your password was changed");
        assert!(notice.link().ends_with("://localhost/reset"), "{}", notice.link());
        assert!(!notice.text().contains("unknown"), "{}", notice.text());
        // Whoever read the user before that has lost.
        assert!(!app.security().change_password(&user, PASSWORD, true).await.unwrap());
        let user = app.find(JOE).await.unwrap();
        assert!(app.security().change_password(&user, PASSWORD, false).await.unwrap());
        assert_eq!(app.outbox().len(), 1);
        assert!(signs_in(&app, PASSWORD).await);
    }
}

#[tokio::test]
async fn a_mail_server_that_is_down_changes_nothing() {
    let mut server = SmtpServer::start();
    server.stop();
    let post = Through::to(server.port());
    let app = app_with(Recommended, |builder| builder.mailer(post)).await;
    let mut tab = signed_in(&app).await;
    tab.post_form("/change", filled(PASSWORD, NEW)).await.is(302);
    server.restart();
    app.advance(jiff::SignedDuration::from_mins(2));
    app.security().tidy().await.unwrap();
    assert_eq!(server.received().len(), 1);
}

/// With `fs_token_uniquifier` the reference keeps tokens when a password changes.
#[tokio::test]
async fn tokens_with_a_name_of_their_own_end_where_that_is_recommended() {
    for (preset, status) in [(Flask, 200), (Recommended, 401)] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("app.db");
        let url = format!("sqlite:{}", file.display());
        drop(app_with(preset, |builder| builder.database(url.clone())).await);
        let raw = rusqlite::Connection::open(&file).unwrap();
        raw.execute_batch(
            "ALTER TABLE user ADD COLUMN fs_token_uniquifier VARCHAR(64); DELETE FROM user",
        )
        .unwrap();
        let app = app_with(preset, |builder| builder.database(url)).await;
        assert!(app.security().store().capabilities().token_uniquifier);
        let mut tab = app.browser();
        let body = json!({ "email": JOE, "password": PASSWORD });
        let told = tab.post_json("/login?include_auth_token", &body).await.is(200).json();
        let token = told["response"]["user"]["authentication_token"].as_str().unwrap();
        tab.post_form("/change", filled(PASSWORD, NEW)).await.is(302);
        let mut program = app.browser().header("authentication-token", token);
        program.get_json("/change").await.is(status);
    }
}

#[tokio::test]
async fn a_change_is_announced_although_the_sign_in_after_it_fails() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("app.db");
    let url = format!("sqlite:{}", path.display());
    for preset in [Flask, Recommended] {
        let _ = std::fs::remove_file(&path);
        let heard = Heard::default();
        let app = app_with(preset, |builder| {
            let builder = builder.database(&url).setting("SECURITY_TRACKABLE", true);
            builder.listen(heard.clone())
        });
        let app = app.await;
        let mut here = signed_in(&app).await;
        let broken = "CREATE TRIGGER broken BEFORE UPDATE OF login_count ON user \
                      BEGIN SELECT RAISE(ABORT, 'broken'); END";
        rusqlite::Connection::open(&path).unwrap().execute_batch(broken).unwrap();
        heard.take();
        here.post_form("/change", filled(PASSWORD, NEW)).await.is(500);
        let told = heard.take();
        assert!(told.contains(&format!("password_changed {JOE}")), "{preset:?}: {told:?}");
    }
}
