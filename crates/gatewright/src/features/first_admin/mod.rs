//! The first administrator: a link that is printed once and works once.

mod routes;
#[cfg(test)]
mod tests;

pub(crate) use routes::link;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "first_admin",
    depends: &[],
    enabled: |config| config.core.first_administrator,
    routes: routes::mount,
    account: None,
    templates: &[("security/first_admin.html", include_str!("templates/first_admin.html"))],
};
