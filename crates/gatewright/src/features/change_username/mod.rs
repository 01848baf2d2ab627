//! Another username for one's own account.

mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "change_username",
    depends: &[],
    enabled: |config| config.change_username.enabled,
    routes: routes::mount,
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
