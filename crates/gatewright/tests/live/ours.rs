//! This side: an application on Gatewright, on the peer's database and with its secrets.

use std::future::pending;

use axum::Router;
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::get;
use gatewright::config::Preset;
use gatewright::{Builder, CurrentUser, Cx, Mechanism, Result, Security, auth_required};
use http::HeaderValue;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::peer::{PASSWORD_SALT, Peer, SECRET_KEY};
use super::tab::Tab;

pub(crate) struct Ours {
    pub(crate) security: Security,
    pub(crate) base: String,
    server: JoinHandle<Result<()>>,
}

impl Ours {
    pub(crate) async fn start(peer: &Peer) -> Self {
        Self::start_with(peer, Preset::Flask, |builder| builder).await
    }

    pub(crate) async fn start_with(
        peer: &Peer,
        preset: Preset,
        more: impl FnOnce(Builder) -> Builder,
    ) -> Self {
        let builder = Security::builder_with(preset)
            .database(format!("sqlite:///{}", peer.database().display()))
            .existing_tables()
            .secret_key(SECRET_KEY)
            .setting("SECURITY_PASSWORD_SALT", PASSWORD_SALT)
            .setting("SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS", cheap())
            .setting("SECURITY_TRACKABLE", true)
            .setting("SECURITY_USERNAME_ENABLE", true)
            .setting("SECURITY_REGISTERABLE", true)
            .setting("SECURITY_SEND_REGISTER_EMAIL", false)
            .setting("SECURITY_EMAIL_VALIDATOR_ARGS", json!({ "check_deliverability": false }))
            .setting("SECURITY_TOKEN_MAX_AGE", 3600)
            .setting("SECURITY_REFRESH_TOKEN", true)
            .setting("SECURITY_REFRESH_TOKEN_COOKIE_NAME", false)
            .setting("WTF_CSRF_ENABLED", peer.checks_csrf())
            .setting("ALLOW_WEAK_SECRETS", true);
        let security = more(builder).build().await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let side = map_response(async |mut answer: Response| {
            answer.headers_mut().insert("x-side", HeaderValue::from_static("rust"));
            answer
        });
        let app = security.protect(app()).layer(side);
        let server = tokio::spawn(gatewright::listen(listener, app, pending()));
        Self { security, base, server }
    }

    pub(crate) fn tab(&self) -> Tab {
        Tab::new(&self.base)
    }
}

impl Drop for Ours {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The two routes that the peer has, too.
fn app() -> Router {
    let any = [Mechanism::Session, Mechanism::Token, Mechanism::Basic];
    let two = [Mechanism::Session, Mechanism::Token];
    let admins = auth_required().mechanisms(&two).roles_required(["admin"]);
    Router::new()
        .route("/whoami", get(whoami).layer(auth_required().mechanisms(&any)))
        .route("/admin", get(admin).layer(admins))
}

async fn whoami(cx: Cx, user: CurrentUser) -> String {
    let mut roles: Vec<_> = user.roles.iter().map(|role| role.name.clone()).collect();
    roles.sort();
    let via = cx.mechanism().await.unwrap().map(Mechanism::name);
    json!({ "email": user.email, "via": via, "roles": roles }).to_string()
}

async fn admin(user: CurrentUser) -> String {
    json!({ "email": user.email }).to_string()
}

fn cheap() -> Value {
    json!({
        "argon2__time_cost": 1,
        "argon2__memory_cost": 64,
        "argon2__parallelism": 1,
        "bcrypt__rounds": 4,
    })
}
