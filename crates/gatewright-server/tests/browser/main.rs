//! The pages in a real browser. Needs chromium and chromedriver, so it is ignored by default.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod driver;
mod life;
mod page;
mod server;

use driver::{Browser, Scheme};
use page::Page;
use server::Server;

const EMAIL: &str = "joe@example.org";
const PASSWORD: &str = "battery staple horse";
const ENTER: &str = "\u{e007}";

#[tokio::test]
#[ignore = "needs chromium and chromedriver: scripts/test"]
async fn sign_up_sign_out_sign_in() {
    let server = Server::start();
    let browser = Browser::start(Scheme::Light).await;
    let page = Page(&browser.client);

    browser.client.goto(&server.origin).await.unwrap();
    page.is("welcome").await;
    browser.picture("welcome-signed-out").await;
    page.click("main a[href$='/register']").await;
    page.is("register_user").await;
    browser.picture("sign-up").await;
    page.fill("email", EMAIL).await;
    page.fill("password", PASSWORD).await;
    page.fill("password_confirm", "something else").await;
    page.click("#submit").await;
    page.has("#password_confirm[aria-invalid=true]").await;
    browser.picture("sign-up-error").await;
    page.fill("password", PASSWORD).await;
    page.fill("password_confirm", PASSWORD).await;
    page.click("#submit").await;
    // Nobody is signed in by signing up: the answer must not tell whether the account is new.
    page.is("login_user").await;
    page.has(".flashes li").await;
    browser.picture("signed-up").await;

    page.fill("email", EMAIL).await;
    page.fill("password", "not my password").await;
    page.click("#submit").await;
    page.has("[role=alert] .fs-error-msg").await;
    page.is("login_user").await;
    browser.picture("sign-in-error").await;
    assert_eq!(page.has("#email").await.prop("value").await.unwrap().as_deref(), Some(EMAIL));
    assert_eq!(page.has("#password").await.prop("value").await.unwrap().as_deref(), Some(""));

    page.fill("password", PASSWORD).await;
    page.click("#submit").await;
    page.is("welcome").await;
    assert!(page.text("main").await.contains(EMAIL));
    browser.picture("welcome-signed-in").await;

    page.click("main a[href$='/account']").await;
    page.is("account").await;
    page.click("main a[href$='/sessions']").await;
    page.is("sessions").await;
    page.has("li[aria-current=true] time[datetime]").await;
    browser.picture("sessions").await;
    browser.client.set_window_size(320, 640).await.unwrap();
    let width = page.value("return document.documentElement.scrollWidth - innerWidth").await;
    assert!(width.as_f64().unwrap() <= 0.0, "sessions: wider than the window by {width}");
    browser.picture("sessions-phone").await;
    browser.client.set_window_size(1280, 900).await.unwrap();
    page.click("button[value=others]").await;
    page.has(".flashes li").await;
    page.is("sessions").await;
    browser.client.goto(&server.origin).await.unwrap();
    page.is("welcome").await;

    page.click("form[action$='/logout'] button").await;
    page.has("a[href$='/login']").await;
    assert!(!page.text("body").await.contains(EMAIL));
    browser.client.goto(&format!("{}/login", server.origin)).await.unwrap();
    page.is("login_user").await;
    browser.picture("sign-in").await;
    browser.close().await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver: scripts/test"]
async fn the_first_administrator_needs_no_mouse() {
    let server = Server::start();
    let browser = Browser::start(Scheme::Light).await;
    let page = Page(&browser.client);

    browser.client.goto(&server.first_link).await.unwrap();
    page.is("first_admin").await;
    browser.picture("first-administrator").await;
    // The first field has the focus already.
    assert_eq!(page.value("return document.activeElement.id").await, "email");
    page.keys(EMAIL).await;
    page.tab_to("#password").await;
    page.keys(PASSWORD).await;
    page.tab_to("#password_confirm").await;
    page.keys(PASSWORD).await;
    page.keys(ENTER).await;
    page.is("welcome").await;
    assert!(page.text("main").await.contains("admin"));

    page.tab_to("form[action$='/logout'] button").await;
    page.keys(ENTER).await;
    page.has("a[href$='/login']").await;
    page.tab_to("a[href$='/login']").await;
    page.keys(ENTER).await;
    page.is("login_user").await;
    assert_eq!(page.value("return document.activeElement.id").await, "email");
    page.keys(EMAIL).await;
    page.tab_to("#password").await;
    page.keys(PASSWORD).await;
    page.tab_to("#remember").await;
    page.keys(" ").await;
    page.tab_to("#submit").await;
    page.keys(ENTER).await;
    page.is("welcome").await;

    // The link has done its work.
    browser.client.goto(&server.first_link).await.unwrap();
    page.is("error").await;
    page.has_no("form input#password").await;
    browser.picture("link-used").await;
    browser.close().await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver: scripts/test"]
async fn pages_are_dark_for_those_who_prefer_it_and_fit_a_phone() {
    let server = Server::start();
    let browser = Browser::start(Scheme::Dark).await;
    let page = Page(&browser.client);
    for name in ["login", "register"] {
        browser.client.goto(&format!("{}/{name}", server.origin)).await.unwrap();
        page.is(&format!("{name}_user")).await;
        browser.picture(&format!("{name}-dark")).await;
        let background = page.value(LUMINANCE).await.as_f64().unwrap();
        assert!(background < 0.2, "{name}: background of luminance {background}");
        browser.client.set_window_size(320, 640).await.unwrap();
        let width = page.value("return document.documentElement.scrollWidth - innerWidth").await;
        assert!(width.as_f64().unwrap() <= 0.0, "{name}: wider than the window by {width}");
        browser.picture(&format!("{name}-dark-phone")).await;
        browser.client.set_window_size(1280, 900).await.unwrap();
    }
    browser.close().await;
}

/// Of the background that the reader sees, between 0 and 1.
const LUMINANCE: &str = "
    const paint = document.createElement('canvas').getContext('2d');
    for (const e of [document.documentElement, document.body]) {
        paint.fillStyle = getComputedStyle(e).backgroundColor;
        paint.fillRect(0, 0, 1, 1);
    }
    const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
    return a == 0 ? 1 : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;";
