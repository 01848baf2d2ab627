//! Addresses, cookies and CSRF.

use serde_json::Value;

use crate::config::check::Findings;
use crate::config::known::ROWS;
use crate::config::{SameSite, SecureFlag};
use crate::text::host::{Host, Pattern};

/// Addresses that do not lie here.
const ELSEWHERE: &[&str] = &["SECURITY_PASSWORD_BREACHED_URL"];

pub(super) fn check(found: &mut Findings<'_>) {
    addresses(found);
    texts(found);
    cookies(found);
    csrf(found);
}

fn addresses(found: &mut Findings<'_>) {
    let core = &found.config.core;
    found.refuse(
        !is_path(&core.application_root),
        "APPLICATION_ROOT must be a path that starts with \"/\"",
    );
    found.refuse(
        core.url_prefix.as_deref().is_some_and(|prefix| !is_path(prefix)),
        "SECURITY_URL_PREFIX must be a path that starts with \"/\", or false",
    );
    found.refuse(
        core.server_name.as_deref().is_some_and(|name| !is_host(name)),
        "SERVER_NAME must be a host with an optional port, such as \"example.com:8000\"",
    );
    found.refuse(
        !matches!(core.preferred_url_scheme.as_str(), "http" | "https"),
        "PREFERRED_URL_SCHEME must be http or https",
    );
    let trusted = core.trusted_hosts.iter().flatten();
    found.refuse(
        trusted.clone().any(|host| Pattern::parse(host).is_none()),
        "TRUSTED_HOSTS must be hosts; a name with a leading dot includes its subdomains",
    );
    let fix = &core.proxy_fix;
    found.refuse(
        !core.trusted_proxies.is_empty()
            && [fix.x_for, fix.x_proto, fix.x_host, fix.x_port] == [0; 4],
        "TRUSTED_PROXIES needs PROXY_FIX to say which headers these proxies write, for example \
         { x_for = 1, x_proto = 1 }",
    );
    found.odd(
        core.subdomain.is_some() && !(core.subdomain_matching && core.server_name.is_some()),
        "SECURITY_SUBDOMAIN needs SERVER_NAME, and SUBDOMAIN_MATCHING to be true",
    );
    let config = found.config;
    let mails_links = config.confirm.enabled
        || config.recover.enabled
        || config.change_email.enabled
        || config.passwordless.enabled
        || config.unified_signin.enabled;
    found.odd(
        mails_links && core.server_name.is_none() && core.trusted_hosts.is_none(),
        "SERVER_NAME or TRUSTED_HOSTS must be set where mails carry links: else whoever sends the \
         request chooses the host of the link",
    );
}

/// What can be told from the name of a setting: paths, headers, names of cookies.
fn texts(found: &mut Findings<'_>) {
    for row in ROWS.iter() {
        let Some(value) = found.config.show(row.key) else { continue };
        let texts: Vec<&str> = match &value {
            Value::String(text) => vec![text],
            Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
            _ => continue,
        };
        let key = row.key;
        let ours = key.starts_with("SECURITY_") && !ELSEWHERE.contains(&key);
        let (good, must): (fn(&str) -> bool, &str) = if ours && key.ends_with("_URL") {
            (is_path, "a path that starts with \"/\", without placeholders")
        } else if key.ends_with("COOKIE_NAME")
            || key.ends_with("_HEADER")
            || key.ends_with("_HEADERS")
        {
            (is_token, "a name of letters, digits and hyphens (RFC 9110)")
        } else if key.ends_with("COOKIE_DOMAIN") || key.ends_with("COOKIE_PATH") {
            (is_attribute, "text without control characters and semicolons")
        } else if key.ends_with("_KEY") && row.kind == "text" || key == "WTF_CSRF_FIELD_NAME" {
            (is_token, "a name of letters, digits, hyphens and underscores")
        } else {
            continue;
        };
        let wrong = texts.into_iter().any(|text| !good(text));
        found.refuse(wrong, format!("{key} must be {must}"));
    }
    let realm = &found.config.core.default_http_auth_realm;
    found.refuse(
        realm.chars().any(char::is_control) || !realm.is_ascii(),
        "SECURITY_DEFAULT_HTTP_AUTH_REALM must be ASCII without control characters",
    );
}

fn is_path(text: &str) -> bool {
    let harmless = |c: char| c.is_ascii_graphic() && !"<>{}*?#\\\"".contains(c);
    // What begins with a colon was a placeholder once: axum refuses it.
    let plain = !text.starts_with("//") && !text.contains("/:");
    text.starts_with('/') && plain && text.chars().all(harmless)
}

pub(super) fn is_host(text: &str) -> bool {
    Host::parse(text).is_some()
}

fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

fn is_attribute(text: &str) -> bool {
    text.bytes().all(|b| (0x20..0x7f).contains(&b) && b != b';' && b != b',')
}

/// One cookie, as far as the rules of browsers go.
struct Cookie<'a> {
    key: &'static str,
    name: &'a str,
    samesite: Option<SameSite>,
    secure: SecureFlag,
    partitioned: bool,
    domain: bool,
    path: Option<&'a str>,
}

fn cookies(found: &mut Findings<'_>) {
    let config = found.config;
    let (session, remember) = (&config.session, &config.remember);
    let mut cookies = vec![
        Cookie {
            key: "SESSION_COOKIE_NAME",
            name: &session.cookie_name,
            samesite: session.cookie_samesite,
            secure: session.cookie_secure,
            partitioned: session.cookie_partitioned,
            domain: session.cookie_domain.is_some(),
            path: Some(session.cookie_path.as_deref().unwrap_or(&config.core.application_root)),
        },
        Cookie {
            key: "REMEMBER_COOKIE_NAME",
            name: &remember.cookie_name,
            samesite: remember.cookie_samesite,
            secure: remember.cookie_secure,
            partitioned: false,
            domain: remember.cookie_domain.is_some(),
            path: Some(&remember.cookie_path),
        },
    ];
    for (key, name, attributes) in [
        ("SECURITY_CSRF_COOKIE_NAME", config.csrf.cookie_name.as_deref(), &config.csrf.cookie),
        (
            "SECURITY_REFRESH_TOKEN_COOKIE_NAME",
            config.refresh.cookie_name.as_deref(),
            &config.refresh.cookie,
        ),
        (
            "SECURITY_TWO_FACTOR_VALIDITY_COOKIE_NAME",
            Some(config.two_factor.validity_cookie_name.as_str()),
            &config.two_factor.validity_cookie,
        ),
    ] {
        let Some(name) = name else { continue };
        cookies.push(Cookie {
            key,
            name,
            samesite: attributes.samesite,
            secure: attributes.secure,
            partitioned: attributes.partitioned,
            domain: attributes.domain.is_some(),
            path: attributes.path.as_deref(),
        });
        let texts = [&attributes.domain, &attributes.path].into_iter().flatten();
        let wrong = texts.into_iter().any(|text| !is_attribute(text));
        let table = key.trim_end_matches("_NAME");
        found.refuse(wrong, format!("{table}: domain and path must not have control characters"));
    }
    for (i, cookie) in cookies.iter().enumerate() {
        let (key, name) = (cookie.key, cookie.name);
        if let Some(other) = cookies.iter().take(i).find(|other| other.name == name) {
            found.refuse(true, format!("{key} must differ from {}", other.key));
        }
        let never = cookie.secure == SecureFlag::Never;
        found.odd(
            never && cookie.samesite == Some(SameSite::None),
            format!("{key} {name}: browsers drop a cookie with SameSite=None that is not Secure"),
        );
        found.odd(
            never && cookie.partitioned,
            format!("{key} {name}: browsers drop a Partitioned cookie that is not Secure"),
        );
        let host_only = !cookie.domain && cookie.path.unwrap_or("/") == "/" && !never;
        found.odd(
            name.starts_with("__Host-") && !host_only,
            format!("{key}: a __Host- cookie must be Secure, of path /, and without a domain"),
        );
        found.odd(
            name.starts_with("__Secure-") && never,
            format!("{key}: a __Secure- cookie must be Secure"),
        );
    }
    found.warn(
        !session.cookie_httponly || !remember.cookie_httponly,
        "SESSION_COOKIE_HTTPONLY and REMEMBER_COOKIE_HTTPONLY should be true: scripts need not \
         read these cookies",
    );
}

fn csrf(found: &mut Findings<'_>) {
    let csrf = &found.config.csrf;
    // The star stands for all that follows a slash.
    let path =
        |path: &String| is_path(path.strip_suffix("/*").map_or(path, |_| &path[..path.len() - 1]));
    found.refuse(
        !csrf.exempt_paths.iter().all(path),
        "CSRF_EXEMPT_PATHS must be paths that start with \"/\"; with \"/*\" at the end all below",
    );
    for (key, mechanisms) in [
        ("SECURITY_CSRF_PROTECT_MECHANISMS", &csrf.protect_mechanisms),
        ("SECURITY_API_ENABLED_METHODS", &found.config.core.api_enabled_methods),
    ] {
        let known = |name: &String| matches!(name.as_str(), "basic" | "session" | "token");
        found.refuse(
            !mechanisms.iter().all(known),
            format!("{key} may only name session, token and basic"),
        );
    }
    found.refuse(
        found.config.core.api_enabled_methods.is_empty(),
        "SECURITY_API_ENABLED_METHODS must name at least one of session, token and basic",
    );
    found.warn(!csrf.enabled, "WTF_CSRF_ENABLED is false: other sites can act for users");
    if !csrf.enabled {
        return;
    }
    let all = ["basic", "session", "token"];
    let changed = !all.iter().all(|name| csrf.protect_mechanisms.iter().any(|it| it == name));
    found.refuse(
        changed && !csrf.protect,
        "SECURITY_CSRF_PROTECT_MECHANISMS needs CSRF_PROTECT = true and \
         WTF_CSRF_CHECK_DEFAULT = false to have an effect",
    );
    found.refuse(
        changed && csrf.protect && csrf.check_default,
        "SECURITY_CSRF_PROTECT_MECHANISMS needs WTF_CSRF_CHECK_DEFAULT = false: else every \
         request is checked before the mechanism is known",
    );
    found.refuse(
        csrf.ignore_unauth_endpoints && csrf.protect && csrf.check_default,
        "SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS needs WTF_CSRF_CHECK_DEFAULT = false: else every \
         request is checked before it is known who sent it",
    );
    found.refuse(
        csrf.cookie_name.is_some() && !csrf.protect,
        "SECURITY_CSRF_COOKIE_NAME needs CSRF_PROTECT = true: else nothing reads the header that \
         scripts would send",
    );
    let method = |name: &String| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic());
    found.refuse(!csrf.methods.iter().all(method), "WTF_CSRF_METHODS must be names of methods");
    let methods = found.config.logout.methods.as_deref().unwrap_or_default();
    found.refuse(
        !methods.iter().all(|it| it.eq_ignore_ascii_case("GET") || it.eq_ignore_ascii_case("POST")),
        "SECURITY_LOGOUT_METHODS may only name GET and POST, or be false",
    );
    found.warn(
        !found.config.logout.csrf && methods.iter().any(|it| it.eq_ignore_ascii_case("GET")),
        "SECURITY_LOGOUT_METHODS has GET: any page can sign users out with an image; set \
         SECURITY_LOGOUT_CSRF to true",
    );
}
