//! Exchange a refresh token for a new auth token.

mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "refresh_token",
    depends: &[],
    enabled: |config| config.refresh.enabled,
    routes: routes::mount,
    account: None,
    templates: &[],
};
