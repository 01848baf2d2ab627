//! Another password, by who knows the present one.

mod routes;
#[cfg(test)]
mod tests;

use crate::model::User;
use crate::request::card::Card;
use crate::request::cx::Cx;
use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "change_password",
    depends: &[],
    enabled: |config| config.change_password.enabled,
    routes: routes::mount,
    account: Some(card),
    templates: &[("security/change_password.html", include_str!("templates/change_password.html"))],
};

#[allow(clippy::unnecessary_wraps, reason = "a card may be left out")]
fn card(cx: &Cx, user: &User) -> Option<Card> {
    let key =
        if user.password.is_some() { "ACCOUNT_PASSWORD_SET" } else { "ACCOUNT_PASSWORD_NONE" };
    Some(Card {
        name: "password",
        title: "ACCOUNT_PASSWORD_TITLE",
        text: cx.label(key),
        link: ("change_password", "NAV_CHANGE_PASSWORD"),
    })
}
