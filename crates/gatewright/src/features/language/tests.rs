//! Choosing a language.

use axum::Router;
use axum::routing::get;
use serde_json::json;

use crate::config::Preset::{Flask, Recommended};
use crate::hooks::Hooks;
use crate::model::User;
use crate::request::cx::Cx;
use crate::testing::TestApp;

const COOKIE: &str = "gatewright_language";

async fn app() -> TestApp {
    TestApp::with(Recommended, |builder| builder).await
}

#[tokio::test]
async fn what_was_chosen_goes_before_what_the_browser_asks_for() {
    let app = app().await;
    let mut tab = app.browser().header("accept-language", "en");
    let page = tab.get("/login").await;
    assert!(page.text().contains("<html lang=\"en\">"));
    assert!(page.text().contains("href=\"/language?next=/login\""), "{}", page.text());
    let choice = tab.get("/language?next=/login").await;
    assert!(choice.text().contains("value=\"de\" lang=\"de\""), "{}", choice.text());
    assert!(choice.text().contains("aria-current=\"true\">English<"), "{}", choice.text());
    let answer = tab.post_form("/language?next=/login", [("language", "de")]).await;
    answer.redirects_to("/login");
    let line = answer.header("set-cookie").unwrap();
    assert!(line.starts_with("gatewright_language=de; Expires="), "{line}");
    assert!(line.contains("; HttpOnly; Path=/; SameSite=Lax"), "{line}");
    let page = tab.get("/login").await;
    assert!(page.text().contains("<html lang=\"de\">"));
    // Programs are told in the same language.
    let json = tab.post_json("/login", &json!({ "email": "" })).await;
    assert!(json.text().contains("Das hat nicht geklappt."), "{}", json.text());
}

#[tokio::test]
async fn a_choice_leads_back_to_this_site_alone() {
    let app = app().await;
    let choose = async |path: &str, field: Option<&str>| {
        let fields = [("language", "de"), ("next", field.unwrap_or_default())];
        let answer = app.browser().post_form(path, fields).await;
        answer.header("location").unwrap().to_owned()
    };
    assert_eq!(choose("/language", None).await, "/");
    assert_eq!(choose("/language?next=/login%3Fnext%3D%252Fme", None).await, "/login?next=%2Fme");
    assert_eq!(choose("/language", Some("/login")).await, "/login");
    for evil in ["//evil.test", "https://evil.test/", "\\\\evil.test", "/\r\nset-cookie: a=b"] {
        assert_eq!(choose("/language", Some(evil)).await, "/", "{evil}");
    }
}

#[tokio::test]
async fn only_languages_that_are_offered_can_be_chosen() {
    let app = TestApp::with(Recommended, |builder| builder.setting("LANGUAGES", "en, ja")).await;
    let mut tab = app.browser();
    for bad in ["de", "", "EN", "ja; Domain=evil", "../en"] {
        let answer = tab.post_form("/language", [("language", bad)]).await;
        assert!(answer.is(200).text().contains("fs-error-msg"), "{bad}");
        assert_eq!(tab.cookie(COOKIE), None, "{bad}");
        tab.post_json("/language", &json!({ "language": bad })).await.is(400);
    }
    tab.post_json("/language", &json!({ "language": 7 })).await.is(400);
    let told = tab.post_json("/language", &json!({ "language": "ja" })).await.is(200).json();
    assert_eq!(told["response"]["language"], "ja");
    assert_eq!(tab.cookie(COOKIE), Some("ja"));
    let told = tab.get_json("/language").await.is(200).json();
    let tags: Vec<_> = told["response"]["languages"].as_array().unwrap().iter().collect();
    assert_eq!((tags[0]["tag"].clone(), tags[1]["current"].clone()), (json!("en"), json!(true)));
    // What a stranger writes into the cookie is a wish like any other.
    for odd in ["de", "tlh", "", &"x-".repeat(5000)] {
        tab.set_cookie(COOKIE, Some(odd));
        assert!(tab.get("/login").await.is(200).text().contains("<html lang=\"en\">"), "{odd}");
    }
}

#[tokio::test]
async fn where_nothing_is_to_be_chosen_there_is_no_menu() {
    for (key, value) in [
        ("LANGUAGES", json!(["de"])),
        ("LANGUAGE_COOKIE", json!(false)),
        ("BABEL_DEFAULT_LOCALE", json!("de")),
    ] {
        let app = TestApp::with(Recommended, |builder| builder.setting(key, value)).await;
        let mut tab = app.browser().header("accept-language", "de");
        tab.set_cookie(COOKIE, Some("en"));
        let page = tab.get("/login").await;
        assert!(page.text().contains("<html lang=\"de\">"), "{key}");
        assert!(!page.text().contains("fs-language"), "{key}");
        tab.get("/language").await.is(404);
    }
    let app = TestApp::with(Flask, |builder| builder).await;
    let mut tab = app.browser().header("accept-language", "de");
    let page = tab.get("/login").await;
    assert!(page.text().contains("<html lang=\"en\">") && !page.text().contains("fs-language"));
    assert_eq!(page.header("vary"), Some("Cookie"));
    tab.get("/language").await.is(404);
}

#[tokio::test]
async fn what_the_application_knows_of_a_user_goes_before_all() {
    struct German;
    impl Hooks for German {
        fn language(&self, user: &User) -> Option<String> {
            user.email.starts_with("joe").then(|| "de_AT".to_owned())
        }
    }
    let app =
        TestApp::with(Recommended, |builder| builder.hooks(German).setting("WELCOME_PAGE", true))
            .await;
    for (email, language, menu) in [("joe@lp.com", "de", false), ("ann@lp.com", "en", true)] {
        app.user(email, "correct horse battery").await;
        let mut tab = app.browser().header("accept-language", "en");
        assert!(tab.get("/").await.text().contains("<html lang=\"en\">"));
        tab.sign_in(email, "correct horse battery").await;
        let page = tab.get("/").await;
        assert!(page.text().contains(&format!("<html lang=\"{language}\">")), "{email}");
        assert_eq!(page.text().contains("fs-language"), menu, "{email}");
        tab.get("/language").await.is(if menu { 200 } else { 404 });
    }
}

#[tokio::test]
async fn caches_are_told_what_the_language_depends_on() {
    let app = app().await.serve(
        Router::new()
            .route("/silent", get(async || "1"))
            .route("/speaks", get(async |cx: Cx| cx.label("LOGIN_TITLE"))),
    );
    let mut tab = app.browser().header("accept-language", "de");
    assert_eq!(tab.get("/silent").await.header("vary"), None);
    let answer = tab.get("/speaks").await;
    assert_eq!(answer.text(), "Anmelden");
    let mut vary: Vec<_> = answer.headers.get_all("vary").iter().collect();
    vary.sort();
    assert_eq!(vary, ["Accept-Language", "Cookie"]);
}

#[tokio::test]
async fn languages_of_the_applications_own_come_from_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("cy.ftl"),
        "LANGUAGE_NAME = Cymraeg\nLOGIN_TITLE = Mewngofnodi\n",
    )
    .unwrap();
    std::fs::write(folder.path().join("de.ftl"), "LOGIN_TITLE = Herein\n").unwrap();
    let path = folder.path().to_str().unwrap().to_owned();
    let with = |builder: crate::Builder| builder.setting("LANGUAGES_FOLDER", path.clone());
    let app = TestApp::with(Recommended, with).await;
    for (tag, title) in [("cy", "Mewngofnodi"), ("de", "Herein"), ("en", "Sign in")] {
        let mut tab = app.browser().header("accept-language", tag);
        let page = tab.get("/login").await;
        assert!(page.text().contains(&format!("<h1>{title}</h1>")), "{tag}");
    }
    assert!(app.browser().get("/language").await.text().contains(">Cymraeg<"));
    for (name, text, complaint) in [("x.ftl", "", "not named"), ("fy.ftl", "= x", "fy.ftl")] {
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        let secret = "a secret of 32 or more characters.";
        let builder =
            with(crate::Security::builder()).secret_key(secret).database("sqlite::memory:");
        let error = builder
            .setting("SECURITY_PASSWORD_SALT", "another one of 32 characters or so")
            .build()
            .await
            .unwrap_err();
        assert!(error.detail().contains("LANGUAGES_FOLDER"), "{}", error.detail());
        assert!(error.detail().contains(complaint), "{}", error.detail());
        std::fs::remove_file(file).unwrap();
    }
}
