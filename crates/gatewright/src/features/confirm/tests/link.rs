//! `/confirm/{token}`: following the link.

use async_trait::async_trait;
use jiff::SignedDuration;
use serde_json::json;

use super::{EVE, JOE, PASSWORD, app, app_with, confirmed, link};
use crate::assembly::Builder;
use crate::config::Preset::{self, Flask, Recommended};
use crate::error::Result;
use crate::hooks::{Hooks, Lock};
use crate::i18n::messages::{self as msg, Message};
use crate::model::{User, UserField};
use crate::testing::fixture::{self, query};
use crate::testing::{Browser, Heard, TestApp};

async fn shows(app: &TestApp, tab: &mut Browser, message: impl Into<Message>) {
    fixture::shows(app, tab, "/confirm", message).await;
}

#[tokio::test]
async fn a_link_confirms_once_and_says_so_afterwards() {
    let heard = Heard::default();
    let app = app_with(Flask, |builder| builder.listen(heard.clone())).await;
    let link = link(&app).await;
    heard.take();
    let mut tab = app.browser();
    // Whatever the client would like to read, it is redirected.
    let answer = tab.get_json(&link).await;
    answer.redirects_to("/login");
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
    assert!(confirmed(&app).await);
    assert!(heard.take().contains(&"user_confirmed joe@lp.com".to_owned()));
    shows(&app, &mut tab, msg::EMAIL_CONFIRMED).await;
    tab.get(&link).await.redirects_to("/confirm");
    shows(&app, &mut tab, msg::ALREADY_CONFIRMED).await;
    app.browser().sign_in(JOE, PASSWORD).await;
}

#[tokio::test]
async fn a_bad_link_leads_where_the_settings_say() {
    for (view, place) in [(None, "/confirm"), (Some("/ui/bad?a=1"), "/ui/bad?a=1")] {
        let app = app_with(Flask, |builder| {
            builder.configure(move |config| config.confirm.error_view = view.map(str::to_owned))
        })
        .await;
        let link = link(&app).await;
        let mut tab = app.browser();
        for wrong in ["/confirm/abc".to_owned(), format!("{link}A"), "/confirm/%00".to_owned()] {
            tab.get(&wrong).await.redirects_to(place);
            shows(&app, &mut tab, msg::INVALID_CONFIRMATION_TOKEN).await;
        }
        app.change(JOE, &[UserField::Email("new@lp.com".into())]).await;
        tab.post_form(&link, []).await.redirects_to(place);
        shows(&app, &mut tab, msg::INVALID_CONFIRMATION_TOKEN).await;
        app.advance(SignedDuration::from_hours(49));
        tab.get(&link).await.redirects_to(place);
        shows(&app, &mut tab, msg::CONFIRMATION_EXPIRED.with("within", "2 days")).await;
        assert!(app.find("new@lp.com").await.unwrap().confirmed_at.is_none());
    }
}

#[tokio::test]
async fn a_single_page_application_reads_from_the_query_what_came_of_it() {
    let app = app_with(Flask, |builder| {
        builder
            .setting("SECURITY_REDIRECT_BEHAVIOR", "spa")
            .setting("SECURITY_CONFIRM_ERROR_VIEW", "/ui/bad?lang=de")
            .setting("SECURITY_POST_CONFIRM_VIEW", "ui.result")
    })
    .await;
    let link = link(&app).await;
    let bad = |category: &str, text: &str| format!("/ui/bad?lang=de&{category}={}", query(text));
    let mut tab = app.browser();
    let invalid = app.text(msg::INVALID_CONFIRMATION_TOKEN);
    tab.get("/confirm/abc").await.redirects_to(&bad("error", &invalid));
    let good = query(&app.text(msg::EMAIL_CONFIRMED));
    let good = format!("/ui/result?success={good}&email=joe%40lp.com&identity=joe%40lp.com");
    tab.get_json(&link).await.redirects_to(&good);
    let already = app.text(msg::ALREADY_CONFIRMED);
    tab.get(&link).await.redirects_to(&bad("info", &already));
    app.advance(SignedDuration::from_hours(49));
    let expired = app.text(msg::CONFIRMATION_EXPIRED.with("within", "2 days"));
    tab.get(&link).await.redirects_to(&bad("error", &expired));
    // Nothing is flashed.
    let page = tab.get("/confirm").await.text();
    assert!(!page.contains(&app.text(msg::EMAIL_CONFIRMED)), "{page}");
}

#[tokio::test]
async fn where_links_ask_only_the_button_confirms() {
    let app = app(Recommended).await;
    let link = link(&app).await;
    let mut tab = app.browser();
    let page = tab.get(&link).await;
    assert!(page.is(200).text().contains("type=\"submit\""), "{}", page.text());
    assert!(page.text().contains(JOE), "{}", page.text());
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    tab.send("HEAD", &link, &[], Vec::new()).await.is(200);
    assert!(!confirmed(&app).await);
    tab.post_form(&link, []).await.redirects_to("/login");
    assert!(confirmed(&app).await);
    shows(&app, &mut tab, msg::EMAIL_CONFIRMED).await;
    // Programs that ask for JSON get JSON.
    let again = tab.post_json(&link, &json!({})).await;
    let expected = json!({ "": [app.text(msg::ALREADY_CONFIRMED)] });
    assert_eq!(again.is(400).field_errors(), expected);
}

#[tokio::test]
async fn nothing_happens_on_head_or_on_the_word_of_another_site() {
    let app = app(Flask).await;
    let path = link(&app).await;
    app.browser().send("HEAD", &path, &[], Vec::new()).await;
    assert!(!confirmed(&app).await);
    let app = app_with(Recommended, |builder| builder.setting("WTF_CSRF_ENABLED", true)).await;
    let mut tab = app.browser();
    let token = tab.csrf_token().await;
    tab.post_form("/confirm", [("email", JOE), ("csrf_token", &token)]).await.is(200);
    let path = app.outbox().last().path();
    tab.post_form(&path, []).await.is(200);
    let cross = [("sec-fetch-site", "cross-site"), ("content-type", "text/plain")];
    tab.send("POST", &path, &cross, Vec::new()).await.is(403);
    assert!(!confirmed(&app).await);
    tab.post_form(&path, [("csrf_token", &token)]).await.redirects_to("/login");
    assert!(confirmed(&app).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_requests_with_one_link_exactly_one_confirms() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app_with(preset, |builder| builder.listen(heard.clone())).await;
        let link = link(&app).await;
        let tries = (0..64).map(|_| {
            let (mut tab, link) = (app.browser(), link.clone());
            tokio::spawn(
                async move { tab.post_form(&link, []).await.location().map(str::to_owned) },
            )
        });
        let places = futures_util::future::join_all(tries).await;
        let good = |place: &&Result<Option<String>, _>| {
            place.as_ref().unwrap().as_deref() == Some("/login")
        };
        assert_eq!(places.iter().filter(good).count(), 1, "{preset:?}");
        let told = heard.take();
        assert_eq!(told.iter().filter(|line| line.starts_with("user_confirmed")).count(), 1);
    }
}

/// Signed in or not, as this browser is.
async fn who(app: &TestApp, tab: &Browser) -> Option<String> {
    let session = app.session(tab).await;
    let uniquifier = session.get("_user_id")?.as_str()?.to_owned();
    for email in [JOE, EVE] {
        if app.find(email).await?.uniquifier == uniquifier {
            return Some(email.to_owned());
        }
    }
    None
}

#[tokio::test]
async fn only_who_is_to_be_switched_is_signed_out() {
    for (preset, auto, expected) in [
        (Flask, false, None),
        (Flask, true, Some(JOE)),
        // A link that somebody else has sent is not to end one's session.
        (Recommended, false, Some(EVE)),
        (Recommended, true, Some(JOE)),
    ] {
        let app = app_with(preset, |builder| {
            builder
                .setting("SECURITY_AUTO_LOGIN_AFTER_CONFIRM", auto)
                .setting("SECURITY_POST_LOGIN_VIEW", "/in")
                .setting("SESSION_STORE", "cookie")
        })
        .await;
        let link = link(&app).await;
        let mut tab = app.browser();
        let fields = [("email", EVE), ("password", PASSWORD), ("remember", "y")];
        tab.post_form("/login", fields).await.is(302);
        let place = if auto { "/in" } else { "/login" };
        tab.post_form(&link, []).await.redirects_to(place);
        assert_eq!(who(&app, &tab).await.as_deref(), expected, "{preset:?} {auto}");
        let remembered = tab.cookie("remember_token").is_some();
        assert_eq!(remembered, expected == Some(EVE), "{preset:?} {auto}");
    }
}

#[tokio::test]
async fn ones_own_session_goes_on() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let app = app_with(preset, |builder| {
            builder
                .setting("SECURITY_LOGIN_WITHOUT_CONFIRMATION", true)
                .setting("SECURITY_AUTO_LOGIN_AFTER_CONFIRM", true)
                .listen(heard.clone())
        })
        .await;
        let mut tab = app.browser();
        tab.sign_in(JOE, PASSWORD).await;
        let link = link(&app).await;
        heard.take();
        tab.post_form(&link, []).await.redirects_to("/");
        assert_eq!(who(&app, &tab).await.as_deref(), Some(JOE));
        let told = heard.take();
        assert!(!told.iter().any(|line| line.starts_with("identity")), "{told:?}");
    }
}

struct Locks;

#[async_trait]
impl Hooks for Locks {
    async fn locked(&self, _: &User) -> Result<Option<Lock>> {
        Ok(Some(Lock::default()))
    }
}

fn auto(builder: Builder) -> Builder {
    builder
        .setting("SECURITY_AUTO_LOGIN_AFTER_CONFIRM", true)
        .setting("SECURITY_POST_LOGIN_VIEW", "/in")
}

#[tokio::test]
async fn a_disabled_or_locked_account_is_confirmed_and_not_signed_in() {
    let place = |preset| if preset == Preset::Flask { "/in" } else { "/login" };
    for preset in [Flask, Recommended] {
        for locked in [false, true] {
            let app = app_with(preset, |builder| {
                let builder = auto(builder);
                if locked { builder.hooks(Locks) } else { builder }
            })
            .await;
            app.change(JOE, &[UserField::Active(locked)]).await;
            let link = link(&app).await;
            let mut tab = app.browser();
            tab.post_form(&link, []).await.redirects_to(place(preset));
            assert!(confirmed(&app).await);
            assert_eq!(who(&app, &tab).await, None, "{preset:?} {locked}");
        }
    }
}

#[tokio::test]
async fn a_link_of_a_disabled_account_signs_nobody_out() {
    let app = app_with(Recommended, auto).await;
    app.change(EVE, &[UserField::ConfirmedAt(Some(app.clock().utc()))]).await;
    app.change(JOE, &[UserField::Active(false)]).await;
    let link = link(&app).await;
    let mut eve = app.browser();
    eve.sign_in(EVE, PASSWORD).await;
    eve.post_form(&link, []).await.redirects_to("/login");
    assert!(confirmed(&app).await);
    assert_eq!(who(&app, &eve).await.as_deref(), Some(EVE));
}

#[tokio::test]
async fn a_program_is_told_who_was_signed_in() {
    let heard = Heard::default();
    let app = app_with(Recommended, |builder| auto(builder).listen(heard.clone())).await;
    let link = link(&app).await;
    heard.take();
    let mut tab = app.browser();
    let told = tab.post_json(&format!("{link}?include_auth_token"), &json!({})).await;
    let response = told.is(200).json()["response"].clone();
    assert_eq!(response["user"]["email"], JOE);
    assert!(response["user"]["authentication_token"].is_string(), "{response}");
    assert_eq!(response["tf_required"], false);
    let heard = heard.take();
    assert!(heard.contains(&"user_authenticated joe@lp.com confirm".to_owned()), "{heard:?}");
}

#[tokio::test]
async fn an_address_with_other_letters_is_confirmed() {
    let app = app(Recommended).await;
    app.user("jörg@bücher.example", PASSWORD).await;
    app.change("jörg@bücher.example", &[UserField::ConfirmedAt(None)]).await;
    let body = json!({ "email": "jörg@xn--bcher-kva.example" });
    app.browser().post_json("/confirm", &body).await.is(200);
    assert_eq!(app.outbox().last().to.address, "jörg@bücher.example");
    app.browser().post_form(&app.outbox().last().path(), []).await.redirects_to("/login");
    assert!(app.find("jörg@bücher.example").await.unwrap().confirmed_at.is_some());
}

/// As with the reference: what it has mailed from such a path opens here.
#[tokio::test]
async fn below_a_path_with_a_slash_links_end_in_one() {
    let set = |builder: Builder| builder.setting("SECURITY_CONFIRM_URL", "/confirm/");
    let app = app_with(Flask, set).await;
    app.browser().post_form("/confirm/", [("email", JOE)]).await.is(200);
    let link = app.outbox().last().path();
    let bare = link.strip_suffix('/').unwrap();
    let mut tab = app.browser();
    let there = tab.get(&format!("{bare}?a=b")).await;
    assert_eq!(there.is(308).location(), Some(format!("{link}?a=b").as_str()));
    assert!(!confirmed(&app).await);
    tab.get(&link).await.redirects_to("/login");
    assert!(confirmed(&app).await);
}
