//! Where a `next` target may lead.

use crate::config::table::settings;

settings! {
    /// Where a `next` target may lead.
    "Redirects"
    pub struct Settings {
        /// `spa`: links from mails redirect into a single-page application. None: pages.
        behavior: Option<String> = None => "SECURITY_REDIRECT_BEHAVIOR",
        /// Host of redirects to plain paths, for a front end on another port in development.
        host: Option<String> = None => "SECURITY_REDIRECT_HOST",
        /// Accept targets on `SERVER_NAME` and its subdomains.
        allow_subdomains: bool = false => "SECURITY_REDIRECT_ALLOW_SUBDOMAINS",
        /// Domain that the next setting's labels are put in front of.
        base_domain: Option<String> = None => "SECURITY_REDIRECT_BASE_DOMAIN",
        /// Labels whose hosts are accepted; a dot is the domain itself.
        allowed_subdomains: Vec<String> = vec![] => "SECURITY_REDIRECT_ALLOWED_SUBDOMAINS",
        /// With `spa`: redirects after links name the account's address and identity in the query.
        with_identity: bool = true, recommended = false => "SECURITY_REDIRECT_WITH_IDENTITY",
    }
}
