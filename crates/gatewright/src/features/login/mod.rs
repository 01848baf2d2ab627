//! Sign in with a password.

mod logic;
mod routes;
#[cfg(test)]
mod tests;

pub(crate) use routes::next_field;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "login",
    depends: &[],
    enabled: |_| true,
    routes: routes::mount,
    account: None,
    templates: &[("security/login_user.html", include_str!("templates/login_user.html"))],
};
