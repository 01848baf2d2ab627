//! The same request again and again, with nothing measured: for tools that count instructions or calls.
//! `scripts/weigh` runs it.

use axum::Router;
use axum::routing::get;
use gatewright::auth_required;
use gatewright::config::Preset;
use gatewright::model::UserField;
use gatewright::testing::TestApp;
use serde_json::json;

use crate::{PASSWORD, asked};

/// Asks a form for a mail to `who`, registers `who` (`free`: somebody else each time), or reads a page
/// as `who`.
pub(crate) async fn repeat(path: &str, who: &str, times: usize) {
    match path {
        "/open" | "/guarded" | "/editors" => pages(path, who, times).await,
        "/change-email" => change_email(who, times).await,
        _ => forms(path, who, times).await,
    }
}

async fn forms(path: &str, who: &str, times: usize) {
    let app = asked::app(path == "/login").await;
    if path == "/confirm" {
        app.change("known@example.org", &[UserField::ConfirmedAt(None)]).await;
    }
    for time in 0..times {
        let name = if who == "free" { format!("n{time:04}") } else { who.to_owned() };
        let mut sent = json!({ "email": format!("{name}@example.org") });
        if path == "/register" {
            sent["password"] = json!(PASSWORD);
            sent["password_confirm"] = json!(PASSWORD);
        }
        asked::post(&app, path, &sent).await;
    }
}

/// Somebody else wants the address of `who`.
async fn change_email(who: &str, times: usize) {
    let app = asked::app(false).await;
    let mut tab = app.browser();
    tab.sign_in("other@example.org", PASSWORD).await;
    for _ in 0..times {
        let sent = json!({ "email": format!("{who}@example.org") });
        tab.post_json("/change-email", &sent).await.is(200);
    }
}

async fn pages(path: &str, who: &str, times: usize) {
    let app =
        TestApp::with(Preset::Recommended, |builder| builder.setting("SERVER_NAME", "localhost"))
            .await;
    let email = format!("{who}@example.org");
    app.user(&email, PASSWORD).await;
    app.role(&email, "editor", &["read"]).await;
    let hello = || get(async || "hello");
    let routes = Router::new()
        .route("/open", hello())
        .route("/guarded", hello().route_layer(auth_required()))
        .route("/editors", hello().route_layer(auth_required().roles_required(["editor"])));
    let app = app.serve(routes);
    let mut tab = app.browser();
    tab.sign_in(&email, PASSWORD).await;
    for _ in 0..times {
        tab.get(path).await.is(200);
    }
}
