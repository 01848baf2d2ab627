//! Another password, by who knows the present one.

mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "change_password",
    depends: &[],
    enabled: |config| config.change_password.enabled,
    routes: routes::mount,
    templates: &[("security/change_password.html", include_str!("templates/change_password.html"))],
};
