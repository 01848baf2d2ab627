//! What an application says in place of this crate.

use async_trait::async_trait;
use axum::Router;
use axum::routing::get;
use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::config::Preset;
use crate::error::Result;
use crate::facts::Facts;
use crate::guard::{http_auth_required, login_required, roles_required};
use crate::hooks::{ExtraField, Hooks, Refused};
use crate::i18n::messages::{self as msg, Message};
use crate::model::{User, UserField};
use crate::testing::{Browser, Heard, TestApp};

struct Own;

#[async_trait]
impl Hooks for Own {
    fn refused(
        &self,
        facts: &Facts,
        why: Refused<'_>,
        wants_json: bool,
    ) -> Option<http::Response<Vec<u8>>> {
        if facts.path() == "/usual" {
            return None;
        }
        let (status, text) = match why {
            Refused::Unauthenticated { realm } => (401, format!("who are you? {realm:?}")),
            Refused::Forbidden => (404, format!("nothing here {wants_json}")),
            Refused::Stale => (401, "once more".to_owned()),
        };
        http::Response::builder().status(status).body(text.into_bytes()).ok()
    }

    fn json(&self, status: u16, body: Value) -> Value {
        json!({ "status": status, "data": body["response"] })
    }

    fn redirect_query(&self, user: &User) -> Vec<(String, String)> {
        vec![("id".to_owned(), user.id.to_string())]
    }
}

async fn app(heard: &Heard) -> TestApp {
    let app = TestApp::with(Preset::Recommended, |builder| {
        builder.hooks(Own).listen(heard.clone()).setting("SECURITY_REDIRECT_BEHAVIOR", "spa")
    })
    .await;
    app.user("joe@lp.com", "correct horse battery").await;
    let page = || get(async || "in");
    app.serve(
        Router::new()
            .route("/own", page().layer(login_required()))
            .route("/usual", page().layer(login_required()))
            .route("/basic", page().layer(http_auth_required()))
            .route("/admin", page().layer(roles_required(["admin"]))),
    )
}

#[tokio::test]
async fn refusals_are_the_applications_where_it_has_something_to_say() {
    let heard = Heard::default();
    let app = app(&heard).await;
    let mut tab = app.browser();
    let own = tab.get("/own").await;
    assert_eq!((own.status, own.text()), (StatusCode::UNAUTHORIZED, "who are you? None".into()));
    assert_eq!(heard.take(), ["user_unauthenticated"], "listeners hear of it all the same");
    assert!(tab.get("/basic").await.text().contains("Some("));
    tab.get("/usual").await.redirects_to("/login?next=/usual");
    let body = json!({ "email": "joe@lp.com", "password": "correct horse battery" });
    tab.post_json("/login", &body).await.is(200);
    assert_eq!(tab.get("/admin").await.is(404).text(), "nothing here false");
    assert_eq!(tab.get_json("/admin").await.is(404).text(), "nothing here true");
    assert_eq!(tab.get("/own").await.is(200).text(), "in");
}

#[tokio::test]
async fn json_answers_have_the_applications_shape() {
    let app = app(&Heard::default()).await;
    let good = app.browser().get_json("/login").await.is(200).json();
    assert_eq!(good["status"], 200);
    assert!(good["data"]["csrf_token"].is_string() && good["meta"].is_null(), "{good}");
    let bad = app.browser().post_json("/login", &json!({})).await.is(400).json();
    assert_eq!(bad["status"], 400);
    assert!(bad["data"]["field_errors"].is_object(), "{bad}");
}

#[tokio::test]
async fn redirects_into_the_front_end_name_what_the_application_adds() {
    let app = app(&Heard::default()).await;
    let user = app.security().store().user(crate::store::Lookup::Id(&1.into())).await.unwrap();
    let cx = app.security().offline();
    let reply = cx.spa_redirect(Some("/ui"), None, user.as_ref(), &[]);
    match reply.outcome {
        crate::request::reply::Outcome::Redirect(target) => {
            assert_eq!(cx.location(&target), "/ui?id=1");
        }
        _ => panic!("no redirect"),
    }
}

/// Templates of the reference ask the first way, ours the second; texts that are no keys stay.
#[tokio::test]
async fn templates_ask_who_is_there_as_with_the_reference() {
    let page = "{% if _fs_is_user_authenticated(current_user) %}called {% endif %}\
                {% if _fs_is_user_authenticated %}in{% else %}out{% endif %} {{ _fsdomain('Log in now') }}";
    let app = TestApp::with(Preset::Recommended, |builder| {
        builder
            .template("security/change_password.html", page)
            .template("security/login_user.html", page)
            .setting("SECURITY_CHANGEABLE", true)
    })
    .await;
    app.user("joe@lp.com", "correct horse battery").await;
    let mut tab = app.browser();
    assert_eq!(tab.get("/login").await.is(200).text(), "out Log in now");
    tab.sign_in("joe@lp.com", "correct horse battery").await;
    assert_eq!(tab.get("/change").await.is(200).text(), "called in Log in now");
}

/// A riddle on every form but the one that signs in.
struct Riddle;

#[async_trait]
impl Hooks for Riddle {
    fn fields(&self, form: &str) -> Vec<ExtraField> {
        let ears = ExtraField::integer("ears", "How many ears has a cat?").required();
        if form == "login_form" { Vec::new() } else { vec![ears] }
    }

    async fn field_faults(
        &self,
        form: &str,
        values: &Map<String, Value>,
    ) -> Result<Vec<(&'static str, Message)>> {
        let wrong = values.get("ears").is_some_and(|ears| !ears.is_null() && ears != 2);
        let fault = msg::LITERAL.with("text", format!("{form}: count again"));
        Ok(if wrong { vec![("ears", fault)] } else { Vec::new() })
    }
}

async fn puzzled(passwordless: bool) -> TestApp {
    let app = TestApp::with(Preset::Flask, |builder| {
        let on = ["RECOVERABLE", "CONFIRMABLE", "CHANGEABLE", "CHANGE_EMAIL", "CHANGE_USERNAME"];
        let on = on.into_iter().chain(["USERNAME_RECOVERY", "LOGIN_WITHOUT_CONFIRMATION"]);
        let builder =
            on.fold(builder, |builder, key| builder.setting(&format!("SECURITY_{key}"), true));
        builder.hooks(Riddle).setting("SECURITY_PASSWORDLESS", passwordless)
    })
    .await;
    app.user("joe@lp.com", "correct horse battery").await;
    app
}

async fn ask_riddle(tab: &mut Browser, path: &str, form: &str, good: Value) {
    let page = tab.get(path).await.is(200).text();
    assert!(page.contains("How many ears"), "{path}: {page}");
    let mut sent = good;
    let missing = tab.post_json(path, &sent).await.is(400).field_errors();
    assert!(missing["ears"].is_array(), "{path}: {missing}");
    sent["ears"] = json!(3);
    let wrong = tab.post_json(path, &sent).await.is(400).field_errors();
    assert_eq!(wrong, json!({ "ears": [format!("{form}: count again")] }), "{path}");
    sent["ears"] = json!(2);
    tab.post_json(path, &sent).await.is(200);
}

#[tokio::test]
async fn every_form_takes_fields_of_the_application() {
    let app = puzzled(false).await;
    let mut tab = app.browser();
    let joe = json!({ "email": "joe@lp.com" });
    ask_riddle(&mut tab, "/reset", "forgot_password_form", joe.clone()).await;
    let link = app.outbox().last().path();
    app.change("joe@lp.com", &[UserField::ConfirmedAt(None)]).await;
    ask_riddle(&mut tab, "/confirm", "send_confirmation_form", joe.clone()).await;
    ask_riddle(&mut tab, "/recover-username", "username_recovery_form", joe).await;
    // Nothing was mailed but for the three right answers.
    assert_eq!(app.outbox().take().len(), 3);
    let password = "purple elephant stapler";
    let new = json!({ "password": password, "password_confirm": password });
    ask_riddle(&mut tab, &link, "reset_password_form", new).await;
    tab.sign_in("joe@lp.com", password).await;
    ask_riddle(&mut tab, "/verify", "verify_form", json!({ "password": password })).await;
    let name = json!({ "username": "joeblack" });
    ask_riddle(&mut tab, "/change-username", "change_username_form", name).await;
    let email = json!({ "email": "joe@example.com" });
    ask_riddle(&mut tab, "/change-email", "change_email_form", email).await;
    let other = "orange giraffe gramophone";
    let change =
        json!({ "password": password, "new_password": other, "new_password_confirm": other });
    ask_riddle(&mut tab, "/change", "change_password_form", change).await;
    let app = puzzled(true).await;
    let joe = json!({ "email": "joe@lp.com" });
    ask_riddle(&mut app.browser(), "/login", "passwordless_login_form", joe).await;
}
