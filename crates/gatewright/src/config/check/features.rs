//! Features: what each needs, which exclude one another, and which do not exist yet.

use crate::config::check::{Findings, Unbuilt};
use crate::config::{Config, SessionStore};

/// Owners whose feature is planned and does not exist yet; the documentation says so.
pub(crate) const MISSING: &[&str] =
    &["recovery_codes", "sms", "social", "totp", "two_factor", "unified_signin", "webauthn"];

/// Settings that are read and checked, and change nothing in this version; the documentation says so.
pub(crate) const IDLE: &[&str] = &[
    "BABEL_DEFAULT_TIMEZONE",
    "BABEL_DOMAIN",
    "BABEL_TRANSLATION_DIRECTORIES",
    "LIMIT_CODES",
    "MAIL_ASCII_ATTACHMENTS",
    "MAIL_DEBUG",
    "MAIL_MAX_EMAILS",
    "MAX_FORM_MEMORY_SIZE",
    "MAX_FORM_PARTS",
    "PROVIDE_AUTOMATIC_OPTIONS",
    "SECURITY_ANONYMOUS_USER_DISABLED",
    "SECURITY_CHANGE_EMAIL_CONFIRM_URL",
    "SECURITY_DEPRECATED_HASHING_SCHEMES",
    "SECURITY_I18N_DIRNAME",
    "SECURITY_JOIN_USER_ROLES",
    "SECURITY_STATIC_FOLDER",
    "SECURITY_VERIFY_ERROR_VIEW",
    "SQLALCHEMY_BINDS",
    "SQLALCHEMY_ECHO",
    "SQLALCHEMY_ENGINE_OPTIONS",
    "SUBDOMAIN_MATCHING",
    "WTF_CSRF_META_NAME",
    "WTF_I18N_ENABLED",
];

pub(super) fn check(found: &mut Findings<'_>, unbuilt: Unbuilt) {
    methods(found);
    keys(found);
    paths(found);
    warnings(found);
    missing(found, unbuilt);
    idle(found);
}

/// Whoever sets something should know that nothing comes of it.
fn idle(found: &mut Findings<'_>) {
    let usual = Config::preset(found.config.preset);
    for key in found.config.differences(&usual) {
        found.warn(
            IDLE.contains(&key),
            format!("{key} is set, but changes nothing in this version"),
        );
    }
}

/// What is switched on and does not exist yet.
#[cfg(feature = "cli")]
pub(crate) fn unbuilt(config: &Config) -> Vec<&'static str> {
    let on = switches(config).into_iter().filter(|(_, on)| *on);
    on.map(|(key, _)| key).collect()
}

/// Switches of what is planned and does not exist yet: key, and whether it is on.
fn switches(config: &Config) -> Vec<(&'static str, bool)> {
    vec![
        ("SECURITY_TWO_FACTOR", config.two_factor.enabled),
        ("SECURITY_UNIFIED_SIGNIN", config.unified_signin.enabled),
        ("SECURITY_WEBAUTHN", config.webauthn.enabled),
        ("SECURITY_MULTI_FACTOR_RECOVERY_CODES", config.recovery_codes.enabled),
        ("SECURITY_OAUTH_ENABLE", config.social.enabled),
        ("SECURITY_SMS_SERVICE", config.sms.service != "Dummy"),
        ("SECURITY_SUBDOMAIN", config.core.subdomain.is_some()),
        ("PROXY_FIX: x_prefix", config.core.proxy_fix.x_prefix > 0),
        ("LOGIN_DISABLED", config.core.login_disabled),
    ]
}

fn missing(found: &mut Findings<'_>, unbuilt: Unbuilt) {
    for (key, on) in switches(found.config) {
        match unbuilt {
            Unbuilt::Refuse => found.refuse(
                on,
                format!("{key} is switched on, but this version does not have it: remove it"),
            ),
            Unbuilt::Allow => {
                found.warn(on, format!("{key} is switched on, but this version does not have it"));
            }
        }
    }
}

fn methods(found: &mut Findings<'_>) {
    let config = found.config;
    let two_factor = ["email", "authenticator", "sms"];
    let unified = ["password", "email", "authenticator", "sms"];
    let kinds = ["first", "secondary"];
    let verify = config.webauthn.allow_as_verify.clone().unwrap_or_default();
    for (on, key, given, known) in [
        (
            config.two_factor.enabled,
            "SECURITY_TWO_FACTOR_ENABLED_METHODS",
            &config.two_factor.enabled_methods,
            &two_factor[..],
        ),
        (
            config.unified_signin.enabled,
            "SECURITY_US_ENABLED_METHODS",
            &config.unified_signin.enabled_methods,
            &unified[..],
        ),
    ] {
        found.refuse(on && given.is_empty(), format!("{key} must name at least one method"));
        found.refuse(
            on && !given.iter().all(|method| known.contains(&method.as_str())),
            format!("{key} may only name {}", known.join(", ")),
        );
    }
    found.refuse(
        config.webauthn.enabled && !verify.iter().all(|kind| kinds.contains(&kind.as_str())),
        "SECURITY_WAN_ALLOW_AS_VERIFY may only name first and secondary",
    );
    let identities = &config.core.user_identity_attributes;
    found.warn(
        config.unified_signin.enabled
            && config.unified_signin.enabled_methods.iter().any(|method| method == "sms")
            && !identities.iter().any(|identity| identity.attribute == "us_phone_number"),
        "SECURITY_US_ENABLED_METHODS has sms, but us_phone_number is not among \
         SECURITY_USER_IDENTITY_ATTRIBUTES",
    );
}

fn keys(found: &mut Findings<'_>) {
    let config = found.config;
    let feature = [
        (config.unified_signin.enabled, "SECURITY_UNIFIED_SIGNIN"),
        (config.two_factor.enabled, "SECURITY_TWO_FACTOR"),
        (config.recovery_codes.enabled, "SECURITY_MULTI_FACTOR_RECOVERY_CODES"),
    ];
    if let Some((_, feature)) = feature.into_iter().find(|(on, _)| *on) {
        found.refuse(
            config.totp.secrets.is_empty(),
            format!(
                "SECURITY_TOTP_SECRETS must hold a key, such as {{ 1 = \"…\" }}: {feature} is on"
            ),
        );
        found.refuse(
            config.totp.issuer.is_none(),
            format!("SECURITY_TOTP_ISSUER must name the application: {feature} is on"),
        );
    }
    found.odd(
        config.recovery_codes.enabled && config.recovery_codes.keys.is_empty(),
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_KEYS must hold a Fernet key: else codes are stored \
         as they are",
    );
    found.refuse(
        config.mail.use_tls && config.mail.use_ssl,
        "MAIL_USE_TLS and MAIL_USE_SSL exclude one another: the first switches to TLS after \
         connecting, the second connects with it",
    );
}

/// Two endpoints cannot have the same path.
fn paths(found: &mut Findings<'_>) {
    let config = found.config;
    let (us, wan) = (&config.unified_signin, &config.webauthn);
    let (tf, codes) = (&config.two_factor, &config.recovery_codes);
    let fresh = !config.freshness.within.is_negative();
    let no_path = String::new();
    let account = config.account.url.as_ref();
    let paths = [
        (account.is_some(), "ACCOUNT_URL", account.unwrap_or(&no_path)),
        (true, "LANGUAGE_URL", &config.i18n.url),
        (true, "SECURITY_LOGIN_URL", &config.login.url),
        (config.logout.methods.is_some(), "SECURITY_LOGOUT_URL", &config.logout.url),
        (fresh, "SECURITY_VERIFY_URL", &config.verify.url),
        (config.session.store == SessionStore::Server, "SESSIONS_URL", &config.session.url),
        (config.register.enabled, "SECURITY_REGISTER_URL", &config.register.url),
        (config.confirm.enabled, "SECURITY_CONFIRM_URL", &config.confirm.url),
        (config.recover.enabled, "SECURITY_RESET_URL", &config.recover.url),
        (config.change_password.enabled, "SECURITY_CHANGE_URL", &config.change_password.url),
        (config.change_email.enabled, "SECURITY_CHANGE_EMAIL_URL", &config.change_email.url),
        (
            config.change_email.enabled && config.links.undo_within.is_some(),
            "CHANGE_EMAIL_UNDO_URL",
            &config.links.undo_url,
        ),
        (
            config.change_username.enabled,
            "SECURITY_CHANGE_USERNAME_URL",
            &config.change_username.url,
        ),
        (
            config.username_recovery.enabled,
            "SECURITY_USERNAME_RECOVERY_URL",
            &config.username_recovery.url,
        ),
        (config.refresh.enabled, "SECURITY_REFRESH_TOKEN_URL", &config.refresh.url),
        (tf.enabled, "SECURITY_TWO_FACTOR_SETUP_URL", &tf.setup_url),
        (tf.enabled, "SECURITY_TWO_FACTOR_TOKEN_VALIDATION_URL", &tf.token_validation_url),
        (tf.enabled, "SECURITY_TWO_FACTOR_SELECT_URL", &tf.select_url),
        (tf.enabled, "SECURITY_TWO_FACTOR_RESCUE_URL", &tf.rescue_url),
        (codes.enabled, "SECURITY_MULTI_FACTOR_RECOVERY_CODES_URL", &codes.url),
        (codes.enabled, "SECURITY_MULTI_FACTOR_RECOVERY_URL", &codes.recovery_url),
        (us.enabled, "SECURITY_US_SIGNIN_URL", &us.signin_url),
        (us.enabled, "SECURITY_US_SETUP_URL", &us.setup_url),
        (us.enabled && fresh, "SECURITY_US_VERIFY_URL", &us.verify_url),
        (us.enabled, "SECURITY_US_VERIFY_LINK_URL", &us.verify_link_url),
        (wan.enabled, "SECURITY_WAN_REGISTER_URL", &wan.register_url),
        (wan.enabled, "SECURITY_WAN_SIGNIN_URL", &wan.signin_url),
        (wan.enabled, "SECURITY_WAN_DELETE_URL", &wan.delete_url),
        (wan.enabled && fresh, "SECURITY_WAN_VERIFY_URL", &wan.verify_url),
    ];
    for (i, (on, key, path)) in paths.iter().enumerate() {
        let bare = path.trim_end_matches('/');
        let taken = paths
            .iter()
            .take(i)
            .find(|(other_on, _, other)| *on && *other_on && other.trim_end_matches('/') == bare);
        if let Some((_, other, _)) = taken {
            found.refuse(true, format!("{key} must differ from {other}"));
        }
    }
}

fn warnings(found: &mut Findings<'_>) {
    let config = found.config;
    found.warn(
        config.passwordless.enabled,
        "SECURITY_PASSWORDLESS is deprecated: use SECURITY_UNIFIED_SIGNIN",
    );
    found.warn(
        config.recover.auto_login,
        "SECURITY_AUTO_LOGIN_AFTER_RESET is deprecated: let users sign in with the new password",
    );
    found.warn(!config.register.use_v2, "SECURITY_USE_REGISTER_V2 = false is deprecated");
    for key in config.messages.keys() {
        let known = crate::i18n::messages::Key::find(key).is_some();
        found.refuse(!known, format!("SECURITY_MSG_{key}: there is no such message"));
    }
    for (key, (_, category)) in &config.messages {
        found.refuse(
            !matches!(category.as_str(), "info" | "success" | "error" | "warning"),
            format!("SECURITY_MSG_{key}: the category must be info, success, warning or error"),
        );
    }
}
