//! Visitors choose the language of the pages.

mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "language",
    depends: &[],
    enabled: |config| {
        let fixed = config.core.babel_default_locale.is_some();
        !fixed && config.i18n.cookie.is_some() && config.i18n.languages.len() != 1
    },
    routes: routes::mount,
    account: None,
    templates: &[("security/language.html", include_str!("templates/language.html"))],
};
