//! Make an account for oneself.

mod logic;
mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "register",
    depends: &["login"],
    enabled: |config| config.register.enabled,
    routes: routes::mount,
    account: None,
    templates: &[("security/register_user.html", include_str!("templates/register_user.html"))],
};
