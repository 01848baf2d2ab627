//! Make an account for oneself.

mod form;
mod logic;
mod mails;
mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "register",
    depends: &["login"],
    enabled: |config| config.register.enabled,
    routes: routes::mount,
    templates: &[
        ("security/register_user.html", include_str!("templates/register_user.html")),
        ("security/email/welcome.html", include_str!("templates/welcome.html")),
        ("security/email/welcome.txt", include_str!("templates/welcome.txt")),
        ("security/email/welcome_existing.html", include_str!("templates/welcome_existing.html")),
        ("security/email/welcome_existing.txt", include_str!("templates/welcome_existing.txt")),
        (
            "security/email/welcome_existing_username.html",
            include_str!("templates/welcome_existing_username.html"),
        ),
        (
            "security/email/welcome_existing_username.txt",
            include_str!("templates/welcome_existing_username.txt"),
        ),
    ],
    account: None,
};
