//! A new password in place of a forgotten one: a link by mail.

mod logic;
mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

#[cfg(feature = "cli")]
pub(crate) use logic::instruct;

pub(crate) static FEATURE: Feature = Feature {
    name: "recover",
    depends: &[],
    enabled: |config| config.recover.enabled,
    routes: routes::mount,
    account: None,
    templates: &[
        ("security/forgot_password.html", include_str!("templates/forgot_password.html")),
        ("security/reset_password.html", include_str!("templates/reset_password.html")),
        (
            "security/email/reset_instructions.html",
            include_str!("templates/email/reset_instructions.html"),
        ),
        (
            "security/email/reset_instructions.txt",
            include_str!("templates/email/reset_instructions.txt"),
        ),
        ("security/email/reset_notice.html", include_str!("templates/email/reset_notice.html")),
        ("security/email/reset_notice.txt", include_str!("templates/email/reset_notice.txt")),
    ],
};
