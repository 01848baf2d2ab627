//! Another address for one's own account, and the way back.

mod logic;
mod mails;
mod routes;
#[cfg(test)]
mod tests;
mod undo;

use crate::model::User;
use crate::request::card::Card;
use crate::request::cx::Cx;
use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "change_email",
    depends: &[],
    enabled: |config| config.change_email.enabled,
    routes: routes::mount,
    account: Some(card),
    templates: &[
        ("security/change_email.html", include_str!("templates/change_email.html")),
        (
            "security/email/change_email_instructions.html",
            include_str!("templates/change_email_instructions.html"),
        ),
        (
            "security/email/change_email_instructions.txt",
            include_str!("templates/change_email_instructions.txt"),
        ),
        ("security/email/change_email_done.html", include_str!("templates/change_email_done.html")),
        ("security/email/change_email_done.txt", include_str!("templates/change_email_done.txt")),
        (
            "security/email/change_email_undone.html",
            include_str!("templates/change_email_undone.html"),
        ),
        (
            "security/email/change_email_undone.txt",
            include_str!("templates/change_email_undone.txt"),
        ),
        (
            "security/email/change_email_taken_back.html",
            include_str!("templates/change_email_taken_back.html"),
        ),
        (
            "security/email/change_email_taken_back.txt",
            include_str!("templates/change_email_taken_back.txt"),
        ),
    ],
};

#[allow(clippy::unnecessary_wraps, reason = "a card may be left out")]
fn card(_: &Cx, user: &User) -> Option<Card> {
    Some(Card {
        name: "email",
        title: "ACCOUNT_EMAIL_TITLE",
        text: user.email.clone(),
        link: ("change_email", "NAV_CHANGE_EMAIL"),
    })
}
