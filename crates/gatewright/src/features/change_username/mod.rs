//! Another username for one's own account.

mod routes;
#[cfg(test)]
mod tests;

use crate::model::User;
use crate::request::card::Card;
use crate::request::cx::Cx;
use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "change_username",
    depends: &[],
    enabled: |config| config.change_username.enabled,
    routes: routes::mount,
    account: Some(card),
    templates: &[
        ("security/change_username.html", include_str!("templates/change_username.html")),
        (
            "security/email/change_username_notice.html",
            include_str!("templates/change_username_notice.html"),
        ),
        (
            "security/email/change_username_notice.txt",
            include_str!("templates/change_username_notice.txt"),
        ),
    ],
};

#[allow(clippy::unnecessary_wraps, reason = "a card may be left out")]
fn card(cx: &Cx, user: &User) -> Option<Card> {
    Some(Card {
        name: "username",
        title: "ACCOUNT_USERNAME_TITLE",
        text: user.username.clone().unwrap_or_else(|| cx.label("CHANGE_USERNAME_NONE")),
        link: ("change_username", "NAV_CHANGE_USERNAME"),
    })
}
