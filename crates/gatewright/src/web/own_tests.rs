//! What an application says in place of this crate.

use async_trait::async_trait;
use axum::Router;
use axum::routing::get;
use http::StatusCode;
use serde_json::{Value, json};

use crate::config::Preset;
use crate::facts::Facts;
use crate::guard::{http_auth_required, login_required, roles_required};
use crate::hooks::{Hooks, Refused};
use crate::model::User;
use crate::testing::{Heard, TestApp};

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
