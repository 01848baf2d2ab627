//! Sign out.

mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "logout",
    depends: &[],
    enabled: |config| config.logout.methods.is_some(),
    routes: routes::mount,
    account: None,
    templates: &[("security/logout_user.html", include_str!("templates/logout_user.html"))],
};
