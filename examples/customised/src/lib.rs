//! A reading club that changes everything an application may change.
//!
//! `docs/customising.md` goes through it piece by piece.

mod bell;
mod house;

use axum::Router;
use axum::routing::get;
use gatewright::{Builder, CurrentUser, login_required, roles_required};

pub use crate::bell::Bell;
pub use crate::house::House;

/// What the club changes beside its settings in `gatewright.toml`.
pub fn club(builder: Builder, bell: Bell) -> Builder {
    builder
        .hooks(House)
        .listen(bell)
        .setting("TEXT_OVERRIDES", concat!(env!("CARGO_MANIFEST_DIR"), "/texts.ftl"))
        // A program that carries its templates; a folder beside it would be `.templates("templates")`.
        .template("club/letterhead.html", include_str!("../templates/club/letterhead.html"))
        .template("security/login_user.html", include_str!("../templates/security/login_user.html"))
        .template(
            "security/email/reset_notice.txt",
            include_str!("../templates/security/email/reset_notice.txt"),
        )
}

/// The club's own pages.
pub fn routes() -> Router {
    let shelf = get(async |reader: CurrentUser| format!("the shelf of {}", reader.email));
    let cellar = get(async || "old books");
    Router::new()
        .route("/", get(async || "The reading club"))
        .route("/shelf", shelf.layer(login_required()))
        .route("/cellar", cellar.layer(roles_required(["librarian"])))
}
