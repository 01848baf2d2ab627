//! Fields that the application adds, and what it makes of a new account.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use serde_json::{Map, Value, json};

use super::{JOE, PASSWORD, Told, app_with, body};
use crate::assembly::Builder;
use crate::config::Preset::{Flask, Recommended};
use crate::error::Result;
use crate::hooks::{ExtraField, Hooks};
use crate::i18n::messages::{self as msg, Message};
use crate::model::{NewRole, NewUser};
use crate::security::Security;
use crate::testing::TestApp;

/// What the hook was asked.
type Asked = Arc<Mutex<Vec<(String, Map<String, Value>)>>>;

#[derive(Clone, Default)]
struct Shop {
    asked: Asked,
    role: Option<&'static str>,
    approve: bool,
}

#[async_trait]
impl Hooks for Shop {
    fn fields(&self, form: &str) -> Vec<ExtraField> {
        match form {
            "register_form" => vec![
                ExtraField::text("company", "Company").required().most(20),
                ExtraField::integer("security_number", "Number"),
                ExtraField::text("nickname", "Nickname").free_identity(),
                ExtraField::checkbox("terms", "I accept the terms").required(),
            ],
            "login_form" => vec![ExtraField::text("tenant", "Tenant").required()],
            _ => vec![ExtraField::text("captcha", "How many ears has a cat?").required()],
        }
    }

    async fn field_faults(
        &self,
        form: &str,
        values: &Map<String, Value>,
    ) -> Result<Vec<(&'static str, Message)>> {
        self.asked.lock().unwrap().push((form.to_owned(), values.clone()));
        let wrong = values.get("company") == Some(&json!("Evil Inc"))
            || values.get("captcha").is_some_and(|ears| ears != "2");
        let at = if form == "register_form" { "company" } else { "captcha" };
        let fault = msg::LITERAL.with("text", "Not that one.");
        Ok(if wrong { vec![(at, fault)] } else { Vec::new() })
    }

    async fn new_user(&self, new: &mut NewUser, values: &Map<String, Value>) -> Result<()> {
        assert!(!values.contains_key("password"));
        new.roles.extend(self.role.map(str::to_owned));
        new.active = !self.approve;
        Ok(())
    }
}

fn good() -> Value {
    let mut body = body(JOE, PASSWORD);
    body["company"] = json!("Lp & Sons");
    body["security_number"] = json!(42);
    body["terms"] = json!(true);
    body
}

/// With two columns of the application's own in the table of users.
async fn shop(hooks: Shop, more: impl FnOnce(Builder) -> Builder) -> TestApp {
    let folder = tempfile::tempdir().unwrap().keep();
    let file = folder.join("app.db");
    let url = format!("sqlite:{}", file.display());
    drop(TestApp::with(Flask, |builder| builder.database(url.clone())).await);
    let raw = rusqlite::Connection::open(&file).unwrap();
    let columns = ["company VARCHAR(64)", "security_number INTEGER"];
    for column in columns {
        raw.execute_batch(&format!("ALTER TABLE user ADD COLUMN {column}")).unwrap();
    }
    raw.execute_batch("CREATE UNIQUE INDEX one_number ON user (security_number)").unwrap();
    app_with(Flask, |builder| {
        let own = json!(["company", "security_number"]);
        let builder = builder.database(url).setting("USER_EXTRA_COLUMNS", own).hooks(hooks);
        more(builder)
    })
    .await
}

#[tokio::test]
async fn what_the_form_asks_is_kept_with_the_account_and_told() {
    let (told, hooks) = (Told::default(), Shop::default());
    let app = shop(hooks.clone(), |builder| builder.listen(told.clone())).await;
    app.browser().post_json("/register", &good()).await.is(200);
    let joe = app.find(JOE).await.unwrap();
    assert_eq!(joe.extra["company"], "Lp & Sons");
    assert_eq!(joe.extra["security_number"], 42);
    let expected = json!({
        "email": JOE, "company": "Lp & Sons", "security_number": 42, "nickname": null,
        "terms": true, "next": "", "submit": false,
    });
    assert_eq!(told.0.lock().unwrap().clone(), [expected]);
    // A page sends texts, and a box that is not ticked is not sent.
    let page = app.browser().get("/register").await.is(200).text();
    assert!(page.contains("type=\"number\"") && page.contains("I accept the terms"), "{page}");
    let fields = [
        ("email", "b@lp.com"),
        ("password", PASSWORD),
        ("password_confirm", PASSWORD),
        ("company", "Lp"),
        ("security_number", " 7 "),
        ("terms", "y"),
        ("active", ""),
        ("fs_uniquifier", "mine"),
    ];
    app.browser().post_form("/register", fields).await.is(302);
    let other = app.find("b@lp.com").await.unwrap();
    assert_eq!(
        (&other.extra["company"], &other.extra["security_number"]),
        (&json!("Lp"), &json!(7))
    );
    assert!(other.active && other.uniquifier != "mine");
    let asked = hooks.asked.lock().unwrap().clone();
    assert!(
        asked
            .iter()
            .all(|(form, values)| { form == "register_form" && !values.contains_key("password") })
    );
}

#[tokio::test]
async fn what_is_wrong_with_it_is_said_beside_all_else() {
    let app = shop(Shop::default(), |builder| builder).await;
    app.user("eve@lp.com", PASSWORD).await;
    let say = |key| app.text(key);
    let missing = app.browser().post_json("/register", &json!({})).await;
    let expected = [
        say(msg::EMAIL_NOT_PROVIDED),
        say(msg::PASSWORD_NOT_PROVIDED),
        say(msg::PASSWORD_NOT_PROVIDED),
        say(msg::FIELD_REQUIRED),
        say(msg::FIELD_REQUIRED),
    ];
    assert_eq!(missing.is(400).json()["response"]["errors"], json!(expected));
    let taken = msg::IDENTITY_ALREADY_ASSOCIATED.with("attr", "email").with("value", "eve@lp.com");
    for (field, value, expected) in [
        ("company", json!("x".repeat(21)), app.text(msg::INVALID_INPUT_LENGTH.with("length", 20))),
        ("company", json!("a\u{0}b"), say(msg::INVALID_INPUT)),
        ("company", json!(7), say(msg::API_ERROR)),
        ("company", json!("Evil Inc"), "Not that one.".to_owned()),
        ("security_number", json!("seven"), say(msg::INVALID_INPUT)),
        ("security_number", json!(7.5), say(msg::API_ERROR)),
        ("nickname", json!("eve@lp.com"), app.text(taken)),
        ("terms", json!(false), say(msg::FIELD_REQUIRED)),
    ] {
        let mut body = good();
        body[field] = value.clone();
        let answer = app.browser().post_json("/register", &body).await;
        let mut wanted = Map::new();
        wanted.insert(field.to_owned(), json!([expected]));
        assert_eq!(answer.is(400).field_errors(), Value::Object(wanted), "{field}: {value}");
    }
    assert!(app.find(JOE).await.is_none());
}

#[tokio::test]
async fn other_forms_have_fields_too_and_generic_answers_name_their_errors() {
    let app = shop(Shop::default(), |builder| {
        builder
            .setting("SERVER_NAME", "localhost")
            .setting("SECURITY_CONFIRMABLE", true)
            .setting("SECURITY_RETURN_GENERIC_RESPONSES", true)
    })
    .await;
    for email in [JOE, "nobody@lp.com"] {
        let wrong = json!({ "email": email, "captcha": "4" });
        let answer = app.browser().post_json("/confirm", &wrong).await;
        assert_eq!(answer.is(400).field_errors(), json!({ "captcha": ["Not that one."] }));
        let right = json!({ "email": email, "captcha": "2" });
        app.browser().post_json("/confirm", &right).await.is(200);
        let login = json!({ "email": email, "password": PASSWORD });
        let answer = app.browser().post_json("/login", &login).await;
        let expected = json!({ "tenant": [app.text(msg::FIELD_REQUIRED)] });
        assert_eq!(answer.is(400).field_errors(), expected);
    }
    let page = app.browser().get("/login").await.text();
    assert!(page.contains("name=\"tenant\""), "{page}");
}

#[tokio::test]
async fn the_application_completes_the_account_in_the_same_write() {
    let member = Shop { role: Some("member"), ..Shop::default() };
    let app = shop(member.clone(), |builder| builder).await;
    // The role is not there: no account by half.
    app.browser().post_json("/register", &good()).await.is(500);
    assert!(app.find(JOE).await.is_none() && app.outbox().is_empty());
    app.security().store().create_role(NewRole::new("member")).await.unwrap();
    app.browser().post_json("/register", &good()).await.is(200);
    assert!(app.find(JOE).await.unwrap().has_role("member"));
}

#[tokio::test]
async fn an_account_may_wait_for_approval() {
    let hooks = Shop { approve: true, ..Shop::default() };
    let app = shop(hooks, |builder| builder).await;
    let mut tab = app.browser();
    let told = tab.post_json("/register", &good()).await.is(200).json();
    assert!(told["response"].get("tf_required").is_none(), "{told}");
    assert!(!app.find(JOE).await.unwrap().active);
    assert!(!app.session(&tab).await.contains_key("_user_id"));
}

struct Clash(&'static str);

impl Hooks for Clash {
    fn fields(&self, _: &str) -> Vec<ExtraField> {
        vec![ExtraField::text(self.0, "Mine"), ExtraField::text("twice", "Mine")]
    }
}

#[tokio::test]
async fn a_name_that_is_taken_is_refused_at_the_start() {
    for (name, good) in
        [("mine", true), ("password", false), ("csrf_token", false), ("twice", false)]
    {
        let builder = Security::builder_with(Recommended)
            .database("sqlite::memory:")
            .setting("SECRET_KEY", "a secret key that only tests use 0123456789")
            .setting("SECURITY_PASSWORD_SALT", "a salt that only tests use 0123456789")
            .without_background()
            .hooks(Clash(name));
        let outcome = builder.build().await.map(drop).map_err(|error| error.detail().to_owned());
        assert_eq!(outcome.is_ok(), good, "{name}: {outcome:?}");
        assert!(good || outcome.unwrap_err().contains(name));
    }
}

/// What an application keeps apart by itself is no failure of the server's, and is tried at the cost of
/// one hash.
#[tokio::test]
async fn a_value_that_somebody_else_has_is_refused() {
    let app = shop(Shop::default(), |builder| builder).await;
    app.browser().post_json("/register", &good()).await.is(200);
    let mut same_number = good();
    same_number["email"] = json!("b@lp.com");
    let before = app.security().passwords().jobs();
    app.browser().post_json("/register", &same_number).await.is(400);
    assert_eq!(app.security().passwords().jobs() - before, 1);
    assert!(app.find("b@lp.com").await.is_none());
}
