//! A forgotten username, by mail.

mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "username_recovery",
    depends: &[],
    enabled: |config| config.username_recovery.enabled,
    routes: routes::mount,
    account: None,
    templates: &[
        ("security/recover_username.html", include_str!("templates/recover_username.html")),
        ("security/email/username_recovery.html", include_str!("templates/username_recovery.html")),
        ("security/email/username_recovery.txt", include_str!("templates/username_recovery.txt")),
    ],
};
