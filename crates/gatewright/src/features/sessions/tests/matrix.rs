//! Whatever ends a user's sign-ins ends every kind of them: the next request with something older is
//! refused, and nothing comes back later.

use axum::Router;
use axum::routing::get;
use serde_json::{Value, json};

use crate::config::Preset::{Flask, Recommended};
use crate::config::{Preset, SessionStore};
use crate::guard::auth_required;
use crate::model::UserField;
use crate::random;
use crate::signin::everywhere::everywhere;
use crate::testing::{Browser, TestApp};

const JOE: &str = "joe@lp.com";
const EVE: &str = "eve@lp.com";
const PASSWORD: &str = "correct horse battery";

/// What ends the sign-ins.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Cause {
    /// What every change of a password writes.
    PasswordChange,
    /// An application, or an SQL statement, disables the account.
    Disabled,
    /// `users deactivate`, and applications that ask us.
    Suspended,
    /// `sessions revoke`, and `tokens revoke` where tokens have no identity of their own.
    Revoked,
    /// The page, from another session: sign out everywhere.
    All,
    /// The page, from another session: sign out all others.
    Others,
}

/// What somebody still holds.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Carrier {
    Session,
    Remembered,
    AuthToken,
    RefreshToken,
}

const CAUSES: [Cause; 6] = [
    Cause::PasswordChange,
    Cause::Disabled,
    Cause::Suspended,
    Cause::Revoked,
    Cause::All,
    Cause::Others,
];
const CARRIERS: [Carrier; 4] =
    [Carrier::Session, Carrier::Remembered, Carrier::AuthToken, Carrier::RefreshToken];

#[tokio::test]
async fn nothing_older_outlives_what_ends_it() {
    let mut asked = 0;
    for preset in [Recommended, Flask] {
        for store in [SessionStore::Server, SessionStore::Cookie] {
            for cause in CAUSES {
                // The page is there where sessions are.
                if store == SessionStore::Cookie && matches!(cause, Cause::All | Cause::Others) {
                    continue;
                }
                for used_meanwhile in [true, false] {
                    let app = app(preset, store).await;
                    one_cell(&app, cause, store, used_meanwhile, &format!("{preset:?} {store:?}"))
                        .await;
                    asked += CARRIERS.len();
                }
            }
        }
    }
    assert_eq!(asked, (6 + 4) * 2 * 2 * CARRIERS.len());
}

async fn app(preset: Preset, store: SessionStore) -> TestApp {
    let app = TestApp::with(preset, |builder| {
        builder.configure(move |config| {
            config.session.store = store;
            config.refresh.enabled = true;
            config.refresh.cookie_name = None;
        })
    })
    .await;
    app.user(JOE, PASSWORD).await;
    app.user(EVE, PASSWORD).await;
    app.serve(Router::new().route("/me", get(async || "me").layer(auth_required())))
}

/// The state of the world for one cause: everything held before is good, then nothing is, and what
/// others hold, or what is new, is not touched.
async fn one_cell(app: &TestApp, cause: Cause, store: SessionStore, used: bool, place: &str) {
    let mut held = Vec::new();
    for carrier in CARRIERS {
        held.push((carrier, hold(app, carrier, JOE, store).await));
    }
    let mut eve = hold(app, Carrier::Session, EVE, store).await;
    // Good before: a session and a token show it without being used up.
    for (carrier, browser) in &mut held {
        if *carrier != Carrier::RefreshToken {
            assert_eq!(show(*carrier, browser).await, 200, "{place} {carrier:?} before {cause:?}");
        }
    }
    end(app, cause).await;
    if used {
        for (carrier, browser) in &mut held {
            let status = show(*carrier, browser).await;
            assert!(matches!(status, 400 | 401), "{place} {carrier:?} after {cause:?}: {status}");
        }
    }
    // Enabled again, and signed in again: what is old stays refused.
    app.change(JOE, &[UserField::Active(true)]).await;
    let revives = cause == Cause::Disabled;
    for (carrier, browser) in &mut held {
        let status = show(*carrier, browser).await;
        let refused = matches!(status, 400 | 401);
        // What is kept nowhere is good again, as with the reference: see docs/sessions.md.
        let row = matches!(carrier, Carrier::Session | Carrier::Remembered);
        let kept_nowhere = store == SessionStore::Cookie || !row;
        let comes_back = revives && kept_nowhere;
        assert_eq!(refused, !comes_back, "{place} {carrier:?} after {cause:?}: {status}");
    }
    let mut anew = hold(app, Carrier::Session, JOE, store).await;
    assert_eq!(show(Carrier::Session, &mut anew).await, 200, "{place} {cause:?}: a new sign-in");
    assert_eq!(show(Carrier::Session, &mut eve).await, 200, "{place} {cause:?}: somebody else's");
}

/// A browser that holds one thing.
async fn hold(app: &TestApp, carrier: Carrier, email: &str, store: SessionStore) -> Browser {
    let mut tab = app.browser();
    let mut body = json!({ "email": email, "password": PASSWORD });
    if carrier == Carrier::Remembered {
        body["remember"] = json!(true);
    }
    let answer = tab.post_json("/login?include_auth_token", &body).await.is(200).json();
    let user = &answer["response"]["user"];
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut only = app.browser();
    match carrier {
        Carrier::Session => only.set_cookie("session", tab.cookie("session")),
        // On the server, a session that is remembered is a session with a long life.
        Carrier::Remembered if store == SessionStore::Server => {
            only.set_cookie("session", tab.cookie("session"));
        }
        Carrier::Remembered => {
            let cookie = tab.cookie("remember_token");
            assert!(cookie.is_some(), "no remember-me cookie");
            only.set_cookie("remember_token", cookie);
        }
        Carrier::AuthToken => {
            return only.header("Authentication-Token", &text(&user["authentication_token"]));
        }
        // Shown in the body: see `show`.
        Carrier::RefreshToken => only.set_cookie("refresh", Some(&text(&user["refresh_token"]))),
    }
    only
}

/// The status of the next request with what somebody holds, alone.
async fn show(carrier: Carrier, browser: &mut Browser) -> u16 {
    let mut fresh = browser.clone();
    let answer = match carrier {
        Carrier::RefreshToken => {
            let token = fresh.cookie("refresh").unwrap().to_owned();
            fresh.set_cookie("refresh", None);
            fresh.post_json("/refresh-token", &json!({ "refresh_token": token })).await
        }
        _ => fresh.get_json("/me").await,
    };
    answer.status.as_u16()
}

async fn end(app: &TestApp, cause: Cause) {
    let joe = app.find(JOE).await.unwrap();
    match cause {
        Cause::PasswordChange => {
            let hash = app.security().passwords().hash("another battery").await.unwrap();
            let uniquifier = random::uniquifier().unwrap();
            let back = UserField::Password(joe.password.clone());
            let set = [UserField::Password(Some(hash)), UserField::Uniquifier(uniquifier)];
            app.change(JOE, &set).await;
            // So that the same words open a new session below.
            app.change(JOE, &[back]).await;
        }
        Cause::Disabled => app.change(JOE, &[UserField::Active(false)]).await,
        Cause::Suspended => assert!(app.security().suspend(&joe).await.unwrap()),
        Cause::Revoked => {
            let ended = everywhere(app.security(), None, &joe).await.unwrap().unwrap();
            assert!(ended.families > 0);
        }
        Cause::All | Cause::Others => {
            let mut tab = app.browser();
            tab.sign_in(JOE, PASSWORD).await;
            let what = if cause == Cause::All { "all" } else { "others" };
            tab.post_json("/sessions", &json!({ "revoke": what })).await.is(200);
            let status = tab.get_json("/me").await.status.as_u16();
            assert_eq!(status, if cause == Cause::All { 401 } else { 200 });
        }
    }
}
