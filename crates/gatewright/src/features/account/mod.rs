//! The page of one's own account: who I am, what I can change, what is stored, and the way out.

mod closing;
mod page;
mod routes;
#[cfg(test)]
mod tests;

use crate::request::feature::Feature;

pub(crate) static FEATURE: Feature = Feature {
    name: "account",
    depends: &[],
    enabled: |config| config.account.url.is_some(),
    routes: routes::mount,
    account: None,
    templates: &[
        ("security/account.html", include_str!("templates/account.html")),
        ("security/close_account.html", include_str!("templates/close_account.html")),
        ("security/email/account_closed.html", include_str!("templates/account_closed.html")),
        ("security/email/account_closed.txt", include_str!("templates/account_closed.txt")),
    ],
};
