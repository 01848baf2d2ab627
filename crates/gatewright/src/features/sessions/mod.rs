//! One's own sessions on the server: seen, and ended one by one or all at once.

mod logic;
mod routes;
#[cfg(test)]
mod tests;

use crate::config::SessionStore;
use crate::model::User;
use crate::request::card::Card;
use crate::request::cx::Cx;
use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "sessions",
    depends: &[],
    enabled: |config| config.session.store == SessionStore::Server,
    routes: routes::mount,
    account: Some(card),
    templates: &[("security/sessions.html", include_str!("templates/sessions.html"))],
};

#[allow(clippy::unnecessary_wraps, reason = "a card may be left out")]
fn card(cx: &Cx, _: &User) -> Option<Card> {
    Some(Card {
        name: "sessions",
        title: "SESSIONS_TITLE",
        text: cx.label("ACCOUNT_SESSIONS_TEXT"),
        link: ("sessions", "ACCOUNT_SESSIONS_LINK"),
    })
}
