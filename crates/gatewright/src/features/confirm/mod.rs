//! Proving that an address is the user's: a link by mail.

mod logic;
mod routes;
#[cfg(test)]
mod tests;

use crate::model::User;
use crate::request::card::Card;
use crate::request::cx::Cx;
use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "confirm",
    depends: &[],
    enabled: |config| config.confirm.enabled,
    routes: routes::mount,
    account: Some(card),
    templates: &[
        ("security/send_confirmation.html", include_str!("templates/send_confirmation.html")),
        (
            "security/email/confirmation_instructions.html",
            include_str!("templates/confirmation_instructions.html"),
        ),
        (
            "security/email/confirmation_instructions.txt",
            include_str!("templates/confirmation_instructions.txt"),
        ),
    ],
};

/// As long as there is something to confirm.
fn card(cx: &Cx, user: &User) -> Option<Card> {
    user.confirmed_at.is_none().then(|| Card {
        name: "confirmation",
        title: "ACCOUNT_CONFIRM_TITLE",
        text: cx.label_with("ACCOUNT_CONFIRM_TEXT", &[("email", &user.email)]),
        link: ("send_confirmation", "NAV_CONFIRM"),
    })
}
