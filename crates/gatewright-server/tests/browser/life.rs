//! The life of an account: registered, confirmed, forgotten, changed, closed, kept.

use super::{Browser, EMAIL, PASSWORD, Page, Scheme, Server};

const SETTINGS: &str = r#"
trusted_hosts = ["127.0.0.1"]
[security]
confirmable = true
recoverable = true
changeable = true
change_email = true
change_username = true
username_enable = true
username_recovery = true
"#;
const NEW: &str = "wooden saddle moon";

#[tokio::test]
#[ignore = "needs chromium and chromedriver: scripts/test"]
async fn from_the_first_mail_to_the_last() {
    let server = Server::with(SETTINGS);
    let browser = Browser::start(Scheme::Light).await;
    let page = Page(&browser.client);
    let go = async |path: &str| {
        let address = match path.starts_with("http") {
            true => path.to_owned(),
            false => format!("{}{path}", server.origin),
        };
        browser.client.goto(&address).await.unwrap();
    };

    go("/register").await;
    page.fill("email", EMAIL).await;
    page.fill("username", "joereader").await;
    page.fill("password", PASSWORD).await;
    page.fill("password_confirm", PASSWORD).await;
    page.click("#submit").await;
    page.is("login_user").await;
    // Looking at the link changes nothing; its button does.
    go(&server.link("Welcome").await).await;
    page.is("link").await;
    browser.picture("confirm-link").await;
    page.click("#submit").await;
    page.has(".flashes li.success").await;

    go("/reset").await;
    page.fill("email", EMAIL).await;
    page.click("#submit").await;
    page.has(".flashes li").await;
    browser.picture("forgot").await;
    go(&server.link("Set a new password").await).await;
    page.is("reset_password").await;
    browser.picture("reset").await;
    page.fill("password", NEW).await;
    page.fill("password_confirm", NEW).await;
    page.click("#submit").await;
    page.is("login_user").await;
    page.fill("username", "joereader").await;
    page.fill("password", NEW).await;
    page.click("#submit").await;
    page.is("welcome").await;

    go("/account").await;
    page.is("account").await;
    browser.picture("account").await;
    browser.client.set_window_size(320, 640).await.unwrap();
    let width = page.value("return document.documentElement.scrollWidth - innerWidth").await;
    assert!(width.as_f64().unwrap() <= 0.0, "account: wider than the window by {width}");
    browser.client.set_window_size(1280, 900).await.unwrap();

    go("/change-email").await;
    page.fill("email", "other@example.org").await;
    page.click("#submit").await;
    page.has(".flashes li").await;
    go(&server.link("Confirm your new email address").await).await;
    page.is("link").await;
    page.click("#submit").await;
    page.has(".flashes li.success").await;
    go("/account").await;
    assert!(page.text("main").await.contains("other@example.org"));

    go("/account/close").await;
    browser.picture("close").await;
    page.click("main form [type=submit]").await;
    page.is("login_user").await;
    go(&server.link("Your account is closed").await).await;
    page.is("link").await;
    page.click("#submit").await;
    page.has(".flashes li.success").await;
    page.is("login_user").await;
    page.fill("email", "other@example.org").await;
    page.fill("password", NEW).await;
    page.click("#submit").await;
    page.is("welcome").await;
    browser.close().await;
}
