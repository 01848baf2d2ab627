//! Sessions on the server, through the real router.

use axum::Router;
use axum::extract::Path;
use axum::routing::{get, post};
use jiff::SignedDuration;
use serde_json::json;

use crate::config::Preset::{Flask, Recommended};
use crate::guard::{CurrentUser, auth_required};
use crate::model::{ServerSession, UserField};
use crate::request::cx::Cx;
use crate::testing::{Browser, Heard, TestApp};

const JOE: &str = "joe@lp.com";
const EVE: &str = "eve@lp.com";
const PASSWORD: &str = "correct horse battery";

fn routes() -> Router {
    Router::new()
        .route("/plain", get(async || "plain"))
        .route("/me", get(async |me: CurrentUser| me.email.clone()))
        .route("/vault", get(async || "gold").layer(auth_required().fresh()))
        .route("/count", post(count).get(async |cx: Cx| counted(&cx)))
        .route(
            "/set/{key}",
            post(async |cx: Cx, Path(key): Path<String>| {
                tokio::task::yield_now().await;
                cx.session().set(&key, &true).unwrap();
            }),
        )
        .route("/nested", post(nested))
        .route("/flash", get(async |cx: Cx| format!("{:?}", cx.flashes())))
}

async fn count(cx: Cx) {
    tokio::task::yield_now().await;
    cx.session().update("count", |n: Option<u32>| Some(n.unwrap_or(0) + 1)).unwrap();
}

/// What is written may depend on other keys.
async fn nested(cx: Cx) {
    let inner = cx.clone();
    let sum = move |n: Option<u32>| Some(n.unwrap_or(0) + inner.session().get("step").unwrap_or(1));
    cx.session().set("step", &2).unwrap();
    cx.session().update("count", sum).unwrap();
}

fn counted(cx: &Cx) -> String {
    cx.session().get::<u32>("count").unwrap_or(0).to_string()
}

async fn with(change: impl FnOnce(crate::Builder) -> crate::Builder) -> TestApp {
    let app = TestApp::with(Recommended, change).await;
    app.user(JOE, PASSWORD).await;
    app.user(EVE, PASSWORD).await;
    app.serve(routes())
}

async fn app() -> TestApp {
    with(|builder| builder).await
}

async fn signed_in(app: &TestApp) -> Browser {
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    tab
}

/// The same browser with the cookie that it had before.
fn with_cookie(tab: &Browser, cookie: Option<&str>) -> Browser {
    let mut other = tab.clone();
    other.set_cookie("session", cookie);
    other
}

async fn rows(app: &TestApp, email: &str) -> Vec<ServerSession> {
    let user = app.find(email).await.unwrap();
    app.security().store().sessions().unwrap().list(&user.id, app.clock().utc()).await.unwrap()
}

#[tokio::test]
async fn the_cookie_is_a_random_token_of_which_only_hashes_are_kept() {
    let app = app().await;
    let mut tab = app.browser().header("User-Agent", "A browser");
    let answer = tab.post_form("/login", [("email", JOE), ("password", PASSWORD)]).await;
    let lines = answer.set_cookies();
    let line = lines.iter().find(|line| line.starts_with("session=")).unwrap();
    assert!(line.ends_with("; HttpOnly; Path=/; SameSite=Lax"), "{lines:?}");
    let cookie = tab.cookie("session").unwrap();
    assert_eq!(cookie.len(), 64, "128 bits that find it, 256 that prove it");
    let row = rows(&app, JOE).await.pop().unwrap();
    assert_eq!(row.agent.as_deref(), Some("A browser"));
    assert_eq!(row.address.as_deref(), Some("127.0.0.1"));
    assert!(!row.data.contains(cookie));
    assert_ne!(row.token_hash, cookie.as_bytes());
    assert_eq!((row.key_hash.len(), row.token_hash.len()), (32, 32));
    assert!(!format!("{row:?}").contains("token_hash"));
    // Over https no other host can plant it.
    let answer = app
        .browser()
        .base("https://app.test")
        .post_form("/login", [("email", JOE), ("password", PASSWORD)])
        .await;
    let lines = answer.set_cookies();
    let line = lines.iter().find(|line| line.starts_with("__Host-session=")).unwrap();
    assert!(line.ends_with("; Secure; HttpOnly; Path=/; SameSite=Lax"), "{line}");
}

#[tokio::test]
async fn a_guarded_page_reads_once_and_writes_nothing_within_a_minute() {
    let app = app().await;
    let mut tab = signed_in(&app).await;
    let before = rows(&app, JOE).await;
    app.advance(SignedDuration::from_secs(59));
    for path in ["/me", "/count", "/plain"] {
        assert!(tab.get(path).await.is(200).set_cookies().is_empty());
    }
    assert_eq!(rows(&app, JOE).await, before);
    app.advance(SignedDuration::from_secs(2));
    assert!(tab.get("/me").await.is(200).set_cookies().is_empty());
    let after = rows(&app, JOE).await;
    assert!(after[0].seen_at > before[0].seen_at && after[0].expires_at > before[0].expires_at);
    assert_eq!(after[0].version, before[0].version);
}

#[tokio::test]
async fn strangers_fill_no_table() {
    let app = app().await;
    let mut tab = app.browser();
    for path in ["/login", "/me", "/flash"] {
        tab.get(path).await;
    }
    tab.get_json("/login").await.is(200);
    assert_eq!(tab.cookie("session"), None);
    let visit = tab.cookie("session_visit").unwrap().to_owned();
    assert_eq!(
        app.security()
            .store()
            .sessions()
            .unwrap()
            .purge(jiff::civil::DateTime::MAX, 9)
            .await
            .unwrap(),
        0
    );
    tab.sign_in(JOE, PASSWORD).await;
    assert_eq!(tab.cookie("session_visit"), None);
    // Planted beside a session, or after it, it says nothing.
    tab.set_cookie("session_visit", Some(&visit));
    assert_eq!(tab.get("/me").await.text(), JOE);
    tab.post_form("/logout", []).await.redirects_to("/");
    tab.get("/me").await.redirects_to("/login?next=/me");
    assert_eq!(tab.cookie("session"), None);
}

#[tokio::test]
async fn a_signed_cookie_of_the_other_kind_opens_nothing() {
    let app = app().await;
    let joe = app.find(JOE).await.unwrap();
    let mut payload = gatewright_wire::flask::session::Payload::default();
    payload.set_str("_user_id", &joe.uniquifier);
    payload.set_f64("fs_paa", app.clock().unix_float());
    for codec in [&app.security().keys().session, &app.security().keys().visit] {
        let cookie = codec.encode(&payload, app.clock().unix()).unwrap();
        for name in ["session", "session_visit"] {
            let mut thief = app.browser();
            thief.set_cookie(name, Some(&cookie));
            thief.get_json("/me").await.is(401);
        }
    }
}

#[tokio::test]
async fn signing_in_starts_anew_and_keeps_what_the_visitor_had() {
    let app = app().await;
    let mut tab = app.browser();
    tab.post_form("/count", []).await.is(200);
    let planted = tab.cookie("session").unwrap().to_owned();
    tab.sign_in(JOE, PASSWORD).await;
    assert_ne!(tab.cookie("session").unwrap(), planted);
    assert_eq!(tab.get("/count").await.text(), "1");
    // Whoever planted the cookie before the sign-in has nothing.
    let mut thief = with_cookie(&tab, Some(&planted));
    thief.get_json("/me").await.is(401);
    assert_eq!(thief.get("/count").await.text(), "0");
    tab.get("/me").await.is(200);
    // What belongs to one user does not pass to the next at the same browser.
    tab.post_json("/logout", &json!({})).await.is(200);
    tab.sign_in(JOE, PASSWORD).await;
    tab.post_form("/count", []).await.is(200);
    let eve = app.find(EVE).await.unwrap();
    let routes = Router::new().route(
        "/become",
        post(async move |cx: Cx| {
            cx.sign_in(eve.clone(), &["intranet"], None).await.unwrap().to_string()
        }),
    );
    let other = app.clone().serve(routes.merge(self::routes()));
    let mut shared = other.browser();
    shared.set_cookie("session", tab.cookie("session"));
    assert_eq!(shared.post_form("/become", []).await.text(), "true");
    assert_eq!(shared.get("/me").await.text(), EVE);
    assert_eq!(shared.get("/count").await.text(), "0");
    tab.get_json("/me").await.is(401);
}

/// A page that pings while the user signs in must neither sign them out nor become theirs.
#[tokio::test]
async fn a_ping_beside_the_sign_in_leaves_the_user_signed_in() {
    let app = app().await;
    for own_data in [false, true] {
        let mut tab = app.browser();
        if own_data {
            tab.post_form("/count", []).await.is(200);
        } else {
            tab.get("/login").await.is(200);
        }
        let mut ping = tab.clone();
        let mut late = tab.clone();
        // Under way when the sign-in begins, answered when it is done.
        let (answer, _) = tokio::join!(
            ping.post_form("/count", []),
            tab.post_form("/login", [("email", JOE), ("password", PASSWORD)]),
        );
        let mut lines =
            answer.set_cookies().iter().map(|&line| line.to_owned()).collect::<Vec<_>>();
        // And one that is sent before the new cookie has arrived.
        let answer = late.post_form("/count", []).await;
        lines.extend(answer.set_cookies().iter().map(|&line| line.to_owned()));
        if own_data {
            assert!(!lines.iter().any(|line| line.starts_with("session=")), "{lines:?}");
            assert_eq!(tab.get("/me").await.is(200).text(), JOE);
        }
        late.get_json("/me").await.is(401);
    }
}

#[tokio::test]
async fn a_token_is_renewed_by_age_and_the_one_before_it_has_a_grace() {
    let app = app().await;
    let mut tab = signed_in(&app).await;
    let first = tab.cookie("session").unwrap().to_owned();
    app.advance(SignedDuration::from_mins(61));
    let mut parallel = tab.clone();
    assert_eq!(tab.get("/me").await.is(200).set_cookies().len(), 1);
    let second = tab.cookie("session").unwrap().to_owned();
    assert_ne!(first, second);
    // The other requests of the page.
    assert!(parallel.get("/me").await.is(200).set_cookies().is_empty());
    assert!(parallel.post_form("/count", []).await.is(200).set_cookies().is_empty());
    app.advance(SignedDuration::from_secs(29));
    parallel.get("/me").await.is(200);
    tab.get("/me").await.is(200);
    assert_eq!(tab.get("/count").await.text(), "1");
}

#[tokio::test]
async fn a_copied_token_ends_the_session_and_is_told_of() {
    let heard = Heard::default();
    let app = with(|builder| builder.listen(heard.clone())).await;
    let mut tab = signed_in(&app).await;
    let mut bystander = signed_in(&app).await;
    let stolen = tab.cookie("session").map(str::to_owned);
    for _ in 0..2 {
        app.advance(SignedDuration::from_mins(61));
        tab.get("/me").await.is(200);
        // The new one has arrived.
        tab.get("/me").await.is(200);
    }
    app.advance(SignedDuration::from_secs(31));
    heard.take();
    let mut thief = with_cookie(&tab, stolen.as_deref());
    thief.get_json("/me").await.is(401);
    assert_eq!(heard.take(), ["session_replayed joe@lp.com", "user_unauthenticated"]);
    let mail = app.outbox().last();
    assert_eq!(mail.to.address, JOE);
    assert!(mail.text().contains("127.0.0.1"), "{}", mail.text());
    // Of all who have a copy, nobody knows who is who: the session is over for each.
    tab.get_json("/me").await.is(401);
    thief.get_json("/me").await.is(401);
    assert_eq!(heard.take(), ["user_unauthenticated", "user_unauthenticated"], "told once");
    bystander.get("/me").await.is(200);
}

#[tokio::test]
async fn an_answer_that_was_lost_on_its_way_signs_nobody_out() {
    let app = app().await;
    let mut tab = signed_in(&app).await;
    let first = tab.cookie("session").map(str::to_owned);
    app.advance(SignedDuration::from_mins(61));
    let mut lost = tab.clone();
    lost.get("/me").await.is(200);
    app.advance(SignedDuration::from_hours(3));
    // The browser never saw the new token: it comes with the one that it has, and gets another.
    assert_eq!(tab.get("/me").await.is(200).set_cookies().len(), 1);
    tab.get("/me").await.is(200);
    app.advance(SignedDuration::from_secs(31));
    // Now the others were copies.
    let mut copy = with_cookie(&tab, first.as_deref());
    copy.get_json("/me").await.is(401);
    tab.get_json("/me").await.is(401);

    // From elsewhere it is a copy at once.
    let mut tab = signed_in(&app).await;
    let first = tab.cookie("session").map(str::to_owned);
    app.advance(SignedDuration::from_mins(61));
    tab.get("/me").await.is(200);
    app.advance(SignedDuration::from_secs(31));
    let mut thief = with_cookie(&tab, first.as_deref()).header("User-Agent", "another");
    thief.get_json("/me").await.is(401);
    tab.get_json("/me").await.is(401);
}

#[tokio::test]
async fn what_is_proven_later_is_not_for_whoever_has_an_old_token() {
    let app = app().await;
    let mut tab = signed_in(&app).await;
    app.advance(SignedDuration::from_hours(25));
    tab.get("/me").await.is(200);
    let mut copy = tab.clone();
    tab.post_json("/verify", &json!({ "password": PASSWORD })).await.is(200);
    assert_ne!(tab.cookie("session"), copy.cookie("session"));
    tab.get("/vault").await.is(200);
    copy.get_json("/me").await.is(200);
    assert!(copy.get_json("/vault").await.is(401).text().contains("reauth_required"));
}

#[tokio::test]
async fn sessions_end_when_they_are_not_used_and_when_they_are_old() {
    let app = app().await;
    let mut tab = signed_in(&app).await;
    for _ in 0..4 {
        app.advance(SignedDuration::from_hours(6 * 24));
        tab.get("/me").await.is(200);
    }
    app.advance(SignedDuration::from_hours(6 * 24));
    tab.get_json("/me").await.is(401);
    let mut tab = signed_in(&app).await;
    app.advance(SignedDuration::from_hours(7 * 24));
    tab.get_json("/me").await.is(401);
    // Whoever wants to be remembered is, and the browser keeps the cookie as long.
    let mut tab = app.browser();
    let fields = [("email", JOE), ("password", PASSWORD), ("remember", "y")];
    let answer = tab.post_form("/login", fields).await;
    let lines = answer.set_cookies();
    let line = lines.iter().find(|line| line.starts_with("session=")).unwrap();
    assert!(line.contains("; Expires="), "{lines:?}");
    assert_eq!(tab.cookie("remember_token"), None);
    app.advance(SignedDuration::from_hours(80 * 24));
    tab.get("/me").await.is(200);
    app.advance(SignedDuration::from_hours(10 * 24));
    tab.get_json("/me").await.is(401);
    // What is over is removed: of the same user at the next sign-in, the rest in the background.
    assert_eq!(app.security().purge_sessions().await.unwrap(), 1);
    assert_eq!(app.security().purge_sessions().await.unwrap(), 0);
}

#[tokio::test]
async fn a_user_has_no_more_sessions_than_the_limit() {
    let app = with(|builder| builder.setting("SESSION_LIMIT", 3)).await;
    let mut tabs = Vec::new();
    for _ in 0..3 {
        tabs.push(signed_in(&app).await);
        app.advance(SignedDuration::from_mins(2));
    }
    // The oldest is in use.
    tabs[0].get("/me").await.is(200);
    tabs.push(signed_in(&app).await);
    let mut open = Vec::new();
    for tab in &mut tabs {
        open.push(tab.get_json("/me").await.status.as_u16());
    }
    assert_eq!(open, [200, 401, 200, 200]);
    assert_eq!(rows(&app, JOE).await.len(), 3);
}

#[tokio::test]
async fn sixty_four_writers_to_one_session_lose_nothing() {
    let app = app().await;
    let mut tab = signed_in(&app).await;
    // At the moment of a renewal, which only one of them does.
    app.advance(SignedDuration::from_mins(61));
    let mut tasks = tokio::task::JoinSet::new();
    for n in 0..64 {
        let mut tab = tab.clone();
        tasks.spawn(async move {
            let answer = tab.post_form("/count", []).await;
            answer.is(200);
            let renewed = answer.set_cookies().len();
            tab.post_form(&format!("/set/key{n}"), []).await.is(200);
            (renewed, tab.cookie("session").map(str::to_owned))
        });
    }
    let done = tasks.join_all().await;
    let renewed: Vec<_> = done.into_iter().filter(|(renewed, _)| *renewed > 0).collect();
    assert_eq!(renewed.len(), 1, "one of them has the new token");
    tab.set_cookie("session", renewed[0].1.as_deref());
    assert_eq!(tab.get("/count").await.text(), "64");
    let session = app.session(&tab).await;
    assert_eq!(session.keys().filter(|key| key.starts_with("key")).count(), 64);
}

#[tokio::test]
async fn a_change_may_look_at_the_session() {
    let app = app().await;
    let mut tab = signed_in(&app).await;
    tab.post_form("/count", []).await.is(200);
    let post = tab.post_form("/nested", []);
    tokio::time::timeout(std::time::Duration::from_secs(20), post).await.expect("hangs").is(200);
    assert_eq!(tab.get("/count").await.text(), "3");
}

#[tokio::test]
async fn whoever_is_suspended_or_has_a_new_password_is_out_at_once() {
    let app = app().await;
    let mut tab = signed_in(&app).await;
    app.change(JOE, &[UserField::Active(false)]).await;
    tab.get_json("/me").await.is(401);
    app.change(JOE, &[UserField::Active(true)]).await;
    tab.get_json("/me").await.is(401);
    let mut tab = signed_in(&app).await;
    app.change(JOE, &[UserField::Uniquifier("0123456789abcdef0123456789abcdef".into())]).await;
    tab.get_json("/me").await.is(401);
    assert!(rows(&app, JOE).await.is_empty());
}

#[tokio::test]
async fn tokens_that_nobody_made_are_nobodys() {
    let app = app().await;
    let tab = signed_in(&app).await;
    let good = tab.cookie("session").unwrap().to_owned();
    let mut odd: Vec<String> =
        vec!["".into(), "x".into(), "=".repeat(64), "A".repeat(64), "é".into()];
    odd.extend([good[..63].to_owned(), format!("{good}A"), good[..22].to_owned()]);
    for cookie in odd {
        let answer = with_cookie(&tab, Some(&cookie)).get_json("/me").await;
        answer.is(401);
        assert!(!answer.set_cookies().iter().any(|line| line.starts_with("session=")), "{cookie}");
    }
    tab.clone().get("/me").await.is(200);
    // The right row with a wrong proof is somebody who once had the right one.
    let mut forged = good.clone().into_bytes();
    forged[40] = if forged[40] == b'A' { b'B' } else { b'A' };
    let forged = String::from_utf8(forged).unwrap();
    with_cookie(&tab, Some(&forged)).get_json("/me").await.is(401);
    tab.clone().get_json("/me").await.is(401);
}

/// A page was opened after a while, and the password shown right away, while one of the page's
/// requests was still on its way.
#[tokio::test]
async fn two_new_tokens_within_the_grace_make_nobody_a_thief() {
    let heard = Heard::default();
    let app = with(|builder| builder.listen(heard.clone())).await;
    let mut tab = signed_in(&app).await;
    app.advance(SignedDuration::from_mins(61));
    let slow = tab.clone();
    for _ in 0..2 {
        tab.get("/me").await.is(200);
    }
    tab.post_json("/verify", &json!({ "password": PASSWORD })).await.is(200);
    tab.get("/me").await.is(200);
    heard.take();
    // Nobody is let in with it, and no cookie is taken away.
    let late = slow.clone().get_json("/me").await;
    assert_eq!(late.is(401).set_cookies(), [""; 0]);
    assert_eq!(heard.take(), ["user_unauthenticated"]);
    tab.get("/me").await.is(200);
    assert_eq!(app.outbox().len(), 0);
    // A copy that is still used later is one.
    app.advance(SignedDuration::from_secs(31));
    slow.clone().get_json("/me").await.is(401);
    tab.get_json("/me").await.is(401);
    assert_eq!(app.outbox().len(), 1);
}

/// In the preset `flask`, too: whoever planted a visitor's cookie knows its CSRF token.
#[tokio::test]
async fn a_planted_csrf_token_is_worth_nothing_after_the_sign_in() {
    for preset in [Recommended, Flask] {
        let app = TestApp::with(preset, |builder| builder.setting("SESSION_STORE", "server")).await;
        app.user(JOE, PASSWORD).await;
        let mut eve = app.browser();
        eve.csrf_token().await;
        let planted = app.session(&eve).await["csrf_token"].clone();
        let mut tab = app.browser();
        tab.set_cookie("session_visit", eve.cookie("session_visit"));
        tab.csrf_token().await;
        assert_eq!(app.session(&tab).await["csrf_token"], planted);
        tab.sign_in(JOE, PASSWORD).await;
        tab.csrf_token().await;
        assert_ne!(app.session(&tab).await["csrf_token"], planted, "{preset:?}");
    }
}
