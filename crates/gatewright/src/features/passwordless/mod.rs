//! Sign in with a link by mail instead of a password.

mod logic;
mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "passwordless",
    depends: &[],
    enabled: |config| config.passwordless.enabled,
    routes: routes::mount,
    account: None,
    templates: &[
        ("security/send_login.html", include_str!("templates/send_login.html")),
        (
            "security/email/login_instructions.html",
            include_str!("templates/email/login_instructions.html"),
        ),
        (
            "security/email/login_instructions.txt",
            include_str!("templates/email/login_instructions.txt"),
        ),
    ],
};
