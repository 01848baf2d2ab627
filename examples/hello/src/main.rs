use axum::{Router, routing::get};
use gatewright::{CurrentUser, Security};

#[tokio::main]
async fn main() -> gatewright::Result<()> {
    let security = Security::open("sqlite:app.db").await?;
    let app = Router::new()
        .route("/", get(async || "hello"))
        .route("/me", get(async |user: CurrentUser| format!("hello {}", user.email)));
    security.serve(app, "127.0.0.1:8000").await
}
