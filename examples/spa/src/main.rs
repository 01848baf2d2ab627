//! Serves the page and its API on <http://127.0.0.1:8000>; `GATEWRIGHT_BIND` says another address.

use gatewright::Security;

const DATABASE: &str = "sqlite:app.db";

#[tokio::main]
async fn main() -> gatewright::Result<()> {
    let builder = Security::builder().database(DATABASE).secrets_beside(DATABASE)?;
    let security = spa::settings(builder).environment().build().await?;
    security.serve(spa::routes(), "127.0.0.1:8000").await
}
