//! The page that a mail about a locked account leads to.

mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "unlock",
    depends: &[],
    enabled: |config| config.lockout.threshold.is_some(),
    routes: routes::mount,
    account: None,
    templates: &[("security/unlock.html", include_str!("templates/unlock.html"))],
};
