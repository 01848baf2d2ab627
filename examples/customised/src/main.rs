//! Serves the club on <http://127.0.0.1:8000>.

use gatewright::Security;

const DATABASE: &str = "sqlite:club.db";

#[tokio::main]
async fn main() -> gatewright::Result<()> {
    let builder = Security::builder()
        .database(DATABASE)
        .secrets_beside(DATABASE)?
        .config_file(concat!(env!("CARGO_MANIFEST_DIR"), "/gatewright.toml"));
    let security =
        customised::club(builder, customised::Bell::default()).environment().build().await?;
    security.serve(customised::routes(), "127.0.0.1:8000").await
}
