//! Proving that an address is the user's: a link by mail.

mod logic;
mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "confirm",
    depends: &[],
    enabled: |config| config.confirm.enabled,
    routes: routes::mount,
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
