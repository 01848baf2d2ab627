//! The user as an argument of a handler.

use async_trait::async_trait;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::SignedDuration;

use crate::config::Preset::Recommended;
use crate::error::{Denial, Error, ErrorKind};
use crate::guard::{CurrentUser, Fresh, permission};
use crate::hooks::Hooks;
use crate::model::User;
use crate::principal::{Identity, Need, Permission};
use crate::request::cx::Cx;
use crate::testing::TestApp;

const JOE: &str = "joe@lp.com";
const JILL: &str = "jill@lp.com";
const PASSWORD: &str = "correct horse battery";

/// Joe may edit the seventh post.
struct Authors;

#[async_trait]
impl Hooks for Authors {
    async fn needs(&self, user: &User) -> crate::error::Result<Vec<Need>> {
        let his = (user.email == JOE).then(|| Need::item("edit", "post", "7"));
        Ok(his.into_iter().collect())
    }
}

async fn edit(cx: Cx, Path(post): Path<String>) -> Response {
    let editors = Permission::any([Need::item("edit", "post", post), Need::role("editor")]);
    match cx.require(&editors).await {
        Ok(()) => "edited".into_response(),
        Err(error) => cx.respond(error).await,
    }
}

async fn app() -> TestApp {
    let app = TestApp::with(Recommended, |builder| builder.hooks(Authors)).await;
    app.user(JOE, PASSWORD).await;
    app.user(JILL, PASSWORD).await;
    app.role(JILL, "banned", &[]).await;
    let seven = Permission::any([Need::item("edit", "post", "7")]);
    let tolerated = Permission::any([]).excluding([Need::role("banned")]);
    app.serve(
        Router::new()
            .route("/me", get(async |me: CurrentUser| me.email.clone()))
            .route("/fresh", get(async |Fresh(me): Fresh| me.email.clone()))
            .route("/identity", get(async |id: Identity| id.user().email.clone()))
            .route(
                "/perhaps",
                get(async |me: Option<CurrentUser>| match me {
                    Some(me) => me.email.clone(),
                    None => "nobody".to_owned(),
                }),
            )
            .route("/posts/{post}", get(edit))
            .route("/seven", get(async || "seven").layer(permission(seven)))
            .route("/tolerated", get(async || "welcome").layer(permission(tolerated))),
    )
}

#[tokio::test]
async fn extractors_give_the_user_or_the_answer_of_a_guard() {
    let app = app().await;
    let mut nobody = app.browser();
    for path in ["/me", "/fresh", "/identity"] {
        nobody.get(path).await.redirects_to(&format!("/login?next={path}"));
        nobody.get_json(path).await.is(401);
    }
    assert_eq!(nobody.get("/perhaps").await.text(), "nobody");
    let mut joe = app.browser();
    joe.sign_in(JOE, PASSWORD).await;
    for path in ["/me", "/fresh", "/identity", "/perhaps"] {
        assert_eq!(joe.get(path).await.is(200).text(), JOE, "{path}");
    }
    app.advance(SignedDuration::from_hours(25));
    assert_eq!(joe.get("/me").await.text(), JOE);
    joe.get("/fresh").await.redirects_to("/verify?next=/fresh");
    joe.get_json("/fresh").await.is(401);
}

#[tokio::test]
async fn a_permission_may_be_about_one_object() {
    let app = app().await;
    let (mut joe, mut jill) = (app.browser(), app.browser());
    joe.sign_in(JOE, PASSWORD).await;
    jill.sign_in(JILL, PASSWORD).await;
    assert_eq!(joe.get("/posts/7").await.text(), "edited");
    joe.get("/posts/8").await.is(403);
    jill.get("/posts/7").await.is(403);
    jill.get_json("/posts/7").await.is(403);
    app.browser().get("/posts/7").await.is(403);
    app.role(JOE, "editor", &[]).await;
    joe.get("/posts/8").await.is(200);
    joe.get("/seven").await.is(200);
    jill.get("/seven").await.is(403);
    app.browser().get("/seven").await.is(403);
    // Whoever has what is excluded is out; whoever has nothing is in.
    jill.get("/tolerated").await.is(403);
    joe.get("/tolerated").await.is(200);
    app.browser().get("/tolerated").await.is(200);
}

#[test]
fn a_bare_answer_says_as_much_as_a_page() {
    let retry_after = std::time::Duration::from_millis(1200);
    for (error, status, wait) in [
        (Error::from(Denial::Forbidden), 403, None),
        (Error::from(Denial::TooMany { retry_after }), 429, Some("2")),
        (Error::new(ErrorKind::Busy { retry_after }, "busy"), 503, Some("2")),
        (Error::store("gone"), 500, None),
    ] {
        assert_eq!(error.status(), status);
        let answer = error.into_response();
        assert_eq!(answer.status(), status);
        let told = answer.headers().get("retry-after").map(|value| value.to_str().unwrap());
        assert_eq!(told, wait, "{status}");
    }
}
