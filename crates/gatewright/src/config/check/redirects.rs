//! Where redirects may lead: the settings must not name what nobody can follow.

use serde_json::Value;

use crate::config::Config;
use crate::config::check::Findings;
use crate::config::check::web::is_host;
use crate::config::known::ROWS;
use crate::text::host::{Host, Pattern};
use crate::text::link::{Rules, Split};

impl Config {
    /// Which hosts a redirect may lead to.
    pub(crate) fn redirect_rules(&self) -> Rules {
        let redirect = &self.redirect;
        Rules {
            allow_subdomains: redirect.allow_subdomains,
            server_name: self.core.server_name.clone(),
            base_domain: redirect.base_domain.clone(),
            allowed_subdomains: redirect.allowed_subdomains.clone(),
            host: redirect.host.clone(),
        }
    }

    /// The settings that name a view and were set, with their values.
    pub(crate) fn views(&self) -> Vec<(&'static str, String)> {
        let views = ROWS.iter().filter(|row| row.key.ends_with("_VIEW"));
        views
            .filter_map(|row| match self.show(row.key)? {
                Value::String(view) => Some((row.key, view)),
                _ => None,
            })
            .collect()
    }
}

pub(super) fn check(found: &mut Findings<'_>) {
    let redirect = &found.config.redirect;
    let spa = redirect.behavior.is_some();
    found.refuse(
        redirect.behavior.as_deref().is_some_and(|name| name != "spa"),
        "SECURITY_REDIRECT_BEHAVIOR must be \"spa\", or false",
    );
    for (key, host) in [
        ("SECURITY_REDIRECT_HOST", &redirect.host),
        ("SECURITY_REDIRECT_BASE_DOMAIN", &redirect.base_domain),
    ] {
        found.refuse(
            host.as_deref().is_some_and(|host| !is_host(host)),
            format!("{key} must be a host with an optional port"),
        );
    }
    let label = |label: &String| label == "." || is_host(label) && !label.contains(':');
    found.refuse(
        !redirect.allowed_subdomains.iter().all(label),
        "SECURITY_REDIRECT_ALLOWED_SUBDOMAINS must be labels such as \"app\", or a dot",
    );
    found.odd(
        redirect.allow_subdomains && found.config.core.server_name.is_none(),
        "SECURITY_REDIRECT_ALLOW_SUBDOMAINS needs SERVER_NAME",
    );
    found.odd(
        !redirect.allowed_subdomains.is_empty() && redirect.base_domain.is_none(),
        "SECURITY_REDIRECT_ALLOWED_SUBDOMAINS needs SECURITY_REDIRECT_BASE_DOMAIN",
    );
    needed(found, spa);
    views(found);
}

/// The views without which a feature cannot tell the browser where to go.
fn needed(found: &mut Findings<'_>, spa: bool) {
    let config = found.config;
    let host = config.redirect.host.is_some();
    let (confirm, recover, email) = (&config.confirm, &config.recover, &config.change_email);
    let needed = [
        (confirm.enabled && (spa || host), "SECURITY_POST_CONFIRM_VIEW", &confirm.post_view),
        (confirm.enabled && spa, "SECURITY_CONFIRM_ERROR_VIEW", &confirm.error_view),
        (recover.enabled && spa, "SECURITY_RESET_VIEW", &recover.reset_view),
        (recover.enabled && spa, "SECURITY_RESET_ERROR_VIEW", &recover.error_view),
        (recover.enabled && host && !spa, "SECURITY_POST_RESET_VIEW", &recover.post_view),
        (email.enabled && (spa || host), "SECURITY_POST_CHANGE_EMAIL_VIEW", &email.post_view),
        (email.enabled && spa, "SECURITY_CHANGE_EMAIL_ERROR_VIEW", &email.error_view),
        (
            config.change_password.enabled && host,
            "SECURITY_POST_CHANGE_VIEW",
            &config.change_password.post_view,
        ),
        (
            config.change_username.enabled && host,
            "SECURITY_POST_CHANGE_USERNAME_VIEW",
            &config.change_username.post_view,
        ),
        (
            (config.unified_signin.enabled || config.passwordless.enabled) && spa,
            "SECURITY_LOGIN_ERROR_VIEW",
            &config.login.error_view,
        ),
        (
            config.social.enabled && spa,
            "SECURITY_POST_OAUTH_LOGIN_VIEW",
            &config.social.post_login_view,
        ),
    ];
    let why = if spa { "SECURITY_REDIRECT_BEHAVIOR" } else { "SECURITY_REDIRECT_HOST" };
    for (needs, key, view) in needed {
        found.odd(needs && view.is_none(), format!("{key} must be set, since {why} is"));
    }
}

/// A view that cannot be followed would fail after the deed: when the user is signed in already.
fn views(found: &mut Findings<'_>) {
    for (key, view) in found.config.views() {
        let place = is_followable(&view).then(|| Split::of(&view)).flatten();
        let Some(place) = place else {
            found.refuse(
                true,
                format!("{key} must be a path, an http or https URL, or the name of an endpoint"),
            );
            continue;
        };
        let host = place.netloc.and_then(Host::parse);
        found.odd(
            host.is_some_and(|host| !is_trusted(found.config, &host)),
            format!(
                "{key} leads to {}, which no setting allows: write a path, set SERVER_NAME if the \
                 host is this application's own, or name it by SECURITY_REDIRECT_BASE_DOMAIN and \
                 SECURITY_REDIRECT_ALLOWED_SUBDOMAINS",
                place.netloc.unwrap_or_default()
            ),
        );
    }
}

fn is_followable(view: &str) -> bool {
    let clean = !view.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\');
    let Some(place) = Split::of(view).filter(|_| clean && !view.is_empty()) else { return false };
    match place.netloc {
        Some(netloc) => {
            matches!(place.scheme.as_str(), "" | "http" | "https") && Host::parse(netloc).is_some()
        }
        None => place.scheme.is_empty() && !view.starts_with("//"),
    }
}

fn is_trusted(config: &Config, host: &Host<'_>) -> bool {
    let core = &config.core;
    let own = core.server_name.as_deref().and_then(Host::parse);
    let trusted = core.trusted_hosts.iter().flatten().filter_map(|name| Pattern::parse(name));
    // Where REDIRECT_HOST is set, it is written over whatever host there is.
    own.as_ref() == Some(host)
        || trusted.map(Pattern::of_any_port).any(|known| known.includes(host, "https"))
        || config.redirect.host.is_some()
        || config.redirect_rules().allow(host)
}
