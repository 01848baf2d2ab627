//! Sign in again before something sensitive.

mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "verify",
    depends: &["login"],
    enabled: |config| !config.freshness.within.is_negative(),
    routes: routes::mount,
    account: None,
    templates: &[("security/verify.html", include_str!("templates/verify.html"))],
};
