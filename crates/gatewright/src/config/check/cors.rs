//! CORS: permissions that mean what they say.

use crate::config::WebOrigin;
use crate::config::check::Findings;
use crate::text::host::Host;

pub(super) fn check(found: &mut Findings<'_>) {
    let cors = &found.config.cors;
    found.refuse(
        cors.headers.iter().any(|name| name.trim() == "*"),
        "CORS_HEADERS must name each header: with cookies, browsers take \"*\" for a name",
    );
    found.refuse(cors.max_age.is_negative(), "CORS_MAX_AGE must not be negative");
    found.odd(
        cors.credentials && cors.origins.is_empty(),
        "CORS_CREDENTIALS needs CORS_ORIGINS: else no page of another origin is let in at all",
    );
    for origin in cors.origins.iter().filter(|origin| is_plain(origin)) {
        found.odd(
            cors.credentials,
            format!(
                "CORS_ORIGINS has {origin} with CORS_CREDENTIALS: whoever sits between a user and \
                 that page can act for them; serve it over https"
            ),
        );
    }
}

/// Whether others can write that page on its way. What comes from the same machine does not travel.
fn is_plain(origin: &WebOrigin) -> bool {
    let host = origin.as_str().strip_prefix("http://").and_then(Host::parse);
    host.is_some_and(|host| !host.is_loopback())
}
