//! The tables against the list of the reference's settings.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::config::known::ROWS;
use crate::config::table::Given;
use crate::config::{Config, Preset, SecureFlag};

/// Settings whose default differs from the reference's on purpose, with the reason.
const DIFFERENT: &[(&str, &str)] = &[
    ("MAX_CONTENT_LENGTH", "no limit there; every read has a limit here"),
    ("SECURITY_POST_LOGIN_VIEW", "none means APPLICATION_ROOT, which is the default there"),
    ("SECURITY_POST_LOGOUT_VIEW", "none means APPLICATION_ROOT, which is the default there"),
    ("SECURITY_TOKEN_EXPIRE_TIMESTAMP", "a function that returns 0 there, the number 0 here"),
];

/// Settings that the reference does not have.
const OURS: &[&str] = &[
    "ALLOW_WEAK_SECRETS",
    "AUDIT_EVENTS",
    "AUDIT_KEEP",
    "AUDIT_LOG",
    "CACHE_CONTROL_GUARDED",
    "CHANGE_EMAIL_UNDO_URL",
    "CHANGE_EMAIL_UNDO_WITHIN",
    "CONTENT_SECURITY_POLICY",
    "CORS_CREDENTIALS",
    "CORS_HEADERS",
    "CORS_MAX_AGE",
    "CORS_ORIGINS",
    "CROSS_ORIGIN_OPENER_POLICY",
    "CROSS_ORIGIN_RESOURCE_POLICY",
    "CSRF_ALLOW_SAME_SITE",
    "CSRF_EXEMPT_PATHS",
    "CSRF_ORIGIN_CHECK",
    "CSRF_PROTECT",
    "CSRF_TRUSTED_ORIGINS",
    "DATABASE_URL",
    "DELIVERY",
    "EVENTS_WEBHOOK_ALLOW_PRIVATE",
    "EVENTS_WEBHOOK_EVENTS",
    "EVENTS_WEBHOOK_GIVE_UP_AFTER",
    "EVENTS_WEBHOOK_SECRET",
    "EVENTS_WEBHOOK_TIMEOUT",
    "EVENTS_WEBHOOK_URL",
    "FIRST_ADMINISTRATOR",
    "FS_REFRESH_TABLE",
    "LANGUAGES",
    "LANGUAGES_FOLDER",
    "LANGUAGE_COOKIE",
    "LANGUAGE_URL",
    "LIMIT_CODES",
    "LIMIT_MAIL",
    "LIMIT_MAIL_IDENTITY",
    "LIMIT_REFRESH",
    "LIMIT_REGISTER",
    "LIMIT_SIGN_IN",
    "LIMIT_SIGN_IN_IDENTITY",
    "LIMIT_VERIFY",
    "LOCKOUT_COOKIE_NAME",
    "LOCKOUT_DURATION",
    "LOCKOUT_KNOWN_DEVICES",
    "LOCKOUT_THRESHOLD",
    "LOCKOUT_TOTAL",
    "LOCKOUT_URL",
    "LOCKOUT_WINDOW",
    "MAILED_LINKS_ASK",
    "MAIL_FOLDER",
    "MAIL_GIVE_UP_AFTER",
    "MAIL_SENDER",
    "MAIL_TIMEOUT",
    "PERMISSIONS_POLICY",
    "PROXY_FIX",
    "REFERRER_POLICY",
    "ROLES_USERS_TABLE",
    "ROLE_TABLE",
    "SECURITY_BASIC_SKIPS_TWO_FACTOR",
    "SECURITY_CONTENT_SECURITY_POLICY",
    "SECURITY_CSRF_JSON_ERRORS",
    "SECURITY_PASSWORD_BREACHED_FILTER",
    "SECURITY_PASSWORD_BREACHED_URL",
    "SECURITY_PASSWORD_CHECK_COMMON",
    "SECURITY_PASSWORD_CONTEXT_WORDS",
    "SECURITY_PASSWORD_FIREBASE_KEYS",
    "SECURITY_PASSWORD_HASH_QUEUE",
    "SECURITY_PASSWORD_PEPPERS",
    "SECURITY_PASSWORD_SALT_FALLBACKS",
    "SECURITY_REDIRECT_WITH_IDENTITY",
    "SECURITY_REFRESH_TOKEN_FRESH",
    "SECURITY_TOKEN_HEADER_ONLY",
    "SECURITY_TOTP_SINGLE_USE",
    "SESSIONS_TEMPLATE",
    "SESSIONS_URL",
    "SESSION_ABSOLUTE_TIMEOUT",
    "SESSION_COOKIE_PREFIX",
    "SESSION_IDLE_TIMEOUT",
    "SESSION_LIMIT",
    "SESSION_ROTATE_AFTER",
    "SESSION_ROTATE_GRACE",
    "SESSION_STORE",
    "SUBDOMAIN_MATCHING",
    "STRICT_TRANSPORT_SECURITY",
    "TEMPLATE_FOLDER",
    "TEXT_OVERRIDES",
    "TRUSTED_PROXIES",
    "USER_EXTRA_COLUMNS",
    "USER_TABLE",
    "WEB_AUTHN_TABLE",
    "WELCOME_PAGE",
    "X_CONTENT_TYPE_OPTIONS",
    "X_FRAME_OPTIONS",
];

fn reference() -> serde_json::Map<String, Value> {
    serde_json::from_str(include_str!("../../../testdata/config.json")).unwrap()
}

/// Null, false, the empty list and the empty map all say "none"; a list of one is its entry.
fn plain(value: &Value) -> Value {
    match value {
        Value::Bool(false) => Value::Null,
        Value::Array(items) if items.is_empty() => Value::Null,
        Value::Array(items) if items.len() == 1 && items[0].is_string() => items[0].clone(),
        Value::Object(map) => {
            let some = map.iter().filter(|(_, value)| !value.is_null());
            let map: serde_json::Map<_, _> =
                some.map(|(key, value)| (key.clone(), value.clone())).collect();
            if map.is_empty() { Value::Null } else { Value::Object(map) }
        }
        value => value.clone(),
    }
}

#[test]
fn every_setting_of_the_reference_has_its_default() {
    let config = Config::preset(Preset::Flask);
    let reference = reference();
    assert_eq!(reference.len(), 255 + 65);
    for (key, entry) in &reference {
        let row = ROWS.iter().find(|row| row.is(key)).unwrap_or_else(|| panic!("no {key}"));
        let ours = config.show(row.key).unwrap();
        let differs = plain(&ours) != plain(&entry["default"]);
        let on_purpose = DIFFERENT.iter().any(|(known, _)| known == key);
        assert_eq!(differs, on_purpose, "{key}: {ours} here, {} there", entry["default"]);
    }
}

#[test]
fn types_follow_the_reference() {
    for (key, entry) in &reference() {
        let row = ROWS.iter().find(|row| row.is(key)).unwrap();
        let expected = match entry["type"].as_str().unwrap() {
            "boolean" => &["boolean", "boolean or auto"][..],
            "duration (seconds)" => &["duration"],
            "integer" => &["integer"],
            _ => continue,
        };
        assert!(expected.contains(&row.kind.as_str()), "{key} is {}", row.kind);
    }
}

#[test]
fn nothing_else_is_a_setting_but_ours() {
    let reference = reference();
    let extra: BTreeSet<&str> = ROWS
        .iter()
        .filter(|row| !reference.keys().any(|key| row.is(key)))
        .map(|row| row.key)
        .filter(|key| !matches!(*key, "SECURITY_SCRIPT_NONCE_KEY" | "SECURITY_RENDER_TEMPLATE"))
        .collect();
    // DATABASE_URL is the reference's SQLALCHEMY_DATABASE_URI by another name.
    let ours: BTreeSet<&str> = OURS.iter().copied().filter(|key| *key != "DATABASE_URL").collect();
    assert_eq!(extra, ours);
}

#[test]
fn no_name_is_used_twice() {
    let mut seen = BTreeSet::new();
    for row in ROWS.iter() {
        for name in [row.key].iter().chain(row.aliases) {
            assert!(seen.insert(*name), "{name}");
        }
    }
}

#[test]
fn what_is_shown_can_be_read_again() {
    for preset in [Preset::Flask, Preset::Recommended] {
        let mut config = Config::preset(preset);
        for row in ROWS.iter() {
            let shown = config.show(row.key).unwrap();
            if shown.is_null() && !row.kind.contains("none") {
                continue;
            }
            config.set(row.key, &Given::Value(shown.clone())).unwrap().unwrap();
            assert_eq!(config.show(row.key), Some(shown), "{}", row.key);
        }
        assert!(config.differences(&Config::preset(preset)).is_empty());
    }
}

#[test]
fn the_recommended_preset_is_stricter() {
    let config = Config::preset(Preset::Recommended);
    assert_eq!(config.session.cookie_secure, SecureFlag::Auto);
    assert!(config.token.header_only && config.core.return_generic_responses);
    assert!(!config.password.schemes.iter().any(|it| it == "plaintext" || it == "des_crypt"));
    assert!(!config.register.enabled, "a library does not open registration by itself");
}

#[test]
fn secure_is_left_out_only_on_a_loopback_host_without_tls() {
    for (https, loopback, applies) in
        [(true, true, true), (true, false, true), (false, false, true), (false, true, false)]
    {
        assert_eq!(SecureFlag::Auto.applies(https, loopback), applies);
    }
}

#[test]
fn the_cache_header_is_made_of_directives() {
    let config = Config::preset(Preset::Flask);
    assert_eq!(config.core.cache_control.unwrap().header_value(), "private, no-store");
}
