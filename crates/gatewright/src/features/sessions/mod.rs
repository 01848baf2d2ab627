//! One's own sessions on the server: seen, and ended one by one or all at once.

mod logic;
mod routes;
#[cfg(test)]
mod tests;

use crate::config::SessionStore;
use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "sessions",
    depends: &[],
    enabled: |config| config.session.store == SessionStore::Server,
    routes: routes::mount,
    templates: &[("security/sessions.html", include_str!("templates/sessions.html"))],
};
