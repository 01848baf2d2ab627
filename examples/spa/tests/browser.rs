//! The page in a real browser. Needs chromium and chromedriver, so it is ignored by default.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

#[path = "../../../crates/gatewright-server/tests/browser/driver.rs"]
mod driver;
#[allow(dead_code, reason = "shared with the tests of other pages")]
#[path = "../../../crates/gatewright-server/tests/browser/page.rs"]
mod page;

use std::time::Duration;

use driver::{Browser, Scheme};
use gatewright::clock::Clock;
use gatewright::jiff::SignedDuration;
use gatewright::model::NewUser;
use gatewright::{Security, jiff};
use page::Page;
use tokio::net::TcpListener;

const EMAIL: &str = "joe@example.org";
const PASSWORD: &str = "battery staple horse";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const LATER: SignedDuration = jiff::SignedDuration::from_hours(26);

/// The application on a port that the system chooses, with one user and a clock that can be turned.
async fn start() -> (String, Clock) {
    let database = "sqlite::memory:";
    let clock = Clock::system();
    let builder = Security::builder().database(database).secrets_beside(database).unwrap();
    let security = spa::settings(builder).clock(clock.clone()).build().await.unwrap();
    let mut user = NewUser::new(EMAIL);
    user.password = Some(security.passwords().hash(PASSWORD).await.unwrap());
    security.store().create_user(user).await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        security.serve_on(listener, spa::routes(), std::future::pending()).await.unwrap();
    });
    (origin, clock)
}

/// Waits until the page says so there.
async fn says(page: &Page<'_>, css: &str, text: &str) {
    let script = format!("return document.querySelector({css:?})?.textContent.trim() ?? ''");
    let mut said = String::new();
    for _ in 0..150 {
        said = page.value(&script).await.as_str().unwrap().to_owned();
        if said.contains(text) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{css} says {said:?} instead of {text:?}");
}

async fn type_into(page: &Page<'_>, css: &str, text: &str) {
    let field = page.has(css).await;
    field.clear().await.unwrap();
    field.send_keys(text).await.unwrap();
}

async fn sign_in(page: &Page<'_>, password: &str) {
    page.has("#signed-out:not([hidden])").await;
    type_into(page, "#sign-in [name=email]", EMAIL).await;
    type_into(page, "#sign-in [name=password]", password).await;
    page.click("#sign-in button").await;
}

async fn focus(page: &Page<'_>) -> String {
    let script = "const e = document.activeElement; return e.id || e.form.id + ' ' + e.name";
    page.value(script).await.as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromedriver: scripts/test"]
async fn sign_in_write_show_the_password_again_and_sign_out() {
    let (origin, clock) = start().await;
    let browser = Browser::start(Scheme::Light).await;
    let page = Page(&browser.client);

    browser.client.goto(&origin).await.unwrap();
    page.has("#signed-out:not([hidden])").await;
    browser.picture("spa-sign-in").await;
    sign_in(&page, "not my password").await;
    page.has("#sign-in .problem:not(:empty)").await;
    browser.picture("spa-sign-in-error").await;
    page.has("#signed-in[hidden]").await;
    sign_in(&page, PASSWORD).await;
    page.has("#signed-in:not([hidden])").await;
    says(&page, "#who", EMAIL).await;

    // Text stays text.
    for note in ["Water the plants", "<img src=x onerror=alert(1)> & <b>bold</b>"] {
        type_into(&page, "#add [name=text]", note).await;
        page.keys(ENTER).await;
        says(&page, "#notes li:last-child", note).await;
    }
    page.has_no("#notes img").await;
    says(&page, "#news", "Note added.").await;
    assert_eq!(focus(&page).await, "add text");
    browser.picture("spa-notes").await;

    // The session outlives the page.
    browser.client.refresh().await.unwrap();
    says(&page, "#notes li", "Water the plants").await;

    // A day later the CSRF token is too old, which nobody notices, and so is the sign-in.
    clock.advance(LATER);
    page.click("#clear button").await;
    page.has("#again[open]").await;
    assert_eq!(focus(&page).await, "verify password");
    browser.picture("spa-again").await;
    page.keys(ESCAPE).await;
    says(&page, "#clear .problem", "Cancelled").await;
    says(&page, "#notes li", "Water the plants").await;
    page.click("#clear button").await;
    page.has("#again[open]").await;
    page.keys("not my password").await;
    page.keys(ENTER).await;
    page.has("#verify .problem:not(:empty)").await;
    browser.picture("spa-again-error").await;
    type_into(&page, "#verify [name=password]", PASSWORD).await;
    page.click("#verify button").await;
    // What was asked for has happened, without being asked for again.
    says(&page, "#news", "All notes are deleted.").await;
    page.has("#again:not([open])").await;
    page.has_no("#notes li").await;
    assert_eq!(focus(&page).await, "add text");

    page.click("#sign-out button").await;
    page.has("#signed-out:not([hidden])").await;
    says(&page, "#news", "You are signed out.").await;
    browser.picture("spa-signed-out").await;
    let status = "return fetch('/api/notes', { headers: { Accept: 'application/json' } }).then(it => it.status)";
    assert_eq!(page.value(status).await, 401);
    browser.client.refresh().await.unwrap();
    page.has("#signed-out:not([hidden])").await;
    // Again, from the same page as before: the token of the session that ended is of no use.
    sign_in(&page, PASSWORD).await;
    page.has("#signed-in:not([hidden])").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromedriver: scripts/test"]
async fn somebody_who_was_signed_out_elsewhere_is_asked_to_sign_in() {
    let (origin, _) = start().await;
    let browser = Browser::start(Scheme::Light).await;
    let page = Page(&browser.client);
    browser.client.goto(&origin).await.unwrap();
    sign_in(&page, PASSWORD).await;
    page.has("#signed-in:not([hidden])").await;
    browser.client.delete_all_cookies().await.unwrap();
    type_into(&page, "#add [name=text]", "Too late").await;
    page.keys(ENTER).await;
    page.has("#signed-out:not([hidden])").await;
    says(&page, "#news", "You are not signed in any more").await;
    sign_in(&page, PASSWORD).await;
    page.has("#signed-in:not([hidden])").await;
    page.has_no("#notes li").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromedriver: scripts/test"]
async fn it_needs_no_mouse_is_dark_for_those_who_prefer_it_and_fits_a_phone() {
    let (origin, clock) = start().await;
    let browser = Browser::start(Scheme::Dark).await;
    let page = Page(&browser.client);
    browser.client.set_window_size(320, 640).await.unwrap();
    browser.client.goto(&origin).await.unwrap();
    page.has("#signed-out:not([hidden])").await;
    fits(&browser, &page, "spa-sign-in-dark-phone").await;
    assert_eq!(focus(&page).await, "sign-in email");
    page.keys(EMAIL).await;
    page.tab_to("#sign-in [name=password]").await;
    page.keys(PASSWORD).await;
    page.keys(ENTER).await;
    page.has("#signed-in:not([hidden])").await;
    assert_eq!(focus(&page).await, "notes-title");
    page.tab_to("#add [name=text]").await;
    page.keys("Averyveryverylongwordthatdoesnotfitintoonelineofaphone").await;
    page.keys(ENTER).await;
    page.has("#notes li").await;
    fits(&browser, &page, "spa-notes-dark-phone").await;
    clock.advance(LATER);
    page.tab_to("#clear button").await;
    page.keys(ENTER).await;
    page.has("#again[open]").await;
    fits(&browser, &page, "spa-again-dark-phone").await;
    page.keys(PASSWORD).await;
    page.keys(ENTER).await;
    says(&page, "#news", "All notes are deleted.").await;
    page.tab_to("#sign-out button").await;
    page.keys(ENTER).await;
    says(&page, "#news", "You are signed out.").await;
    assert_eq!(focus(&page).await, "sign-in-title");
    browser.close().await;
}

/// No wider than the window, dark, and without anything that the policy has stopped.
async fn fits(browser: &Browser, page: &Page<'_>, picture: &str) {
    browser.picture(picture).await;
    let wider = page.value("return document.documentElement.scrollWidth - innerWidth").await;
    assert!(wider.as_f64().unwrap() <= 0.0, "{picture}: wider than the window by {wider}");
    let dark = "return getComputedStyle(document.body).backgroundColor";
    assert_eq!(page.value(dark).await, "rgb(17, 20, 19)", "{picture}");
}
