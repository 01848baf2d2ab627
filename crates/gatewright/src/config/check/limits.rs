//! Numbers, names and identities.

use jiff::SignedDuration;

use crate::config::Mapper;
use crate::config::check::Findings;

/// Largest body that the endpoints may be told to read: they read it into memory.
const LARGEST_BODY: usize = 64 * 1024 * 1024;

pub(super) fn check(found: &mut Findings<'_>) {
    sizes(found);
    spans(found);
    lockout(found);
    identities(found);
    tables(found);
}

fn sizes(found: &mut Findings<'_>) {
    let core = &found.config.core;
    found.refuse(
        core.max_content_length == 0 || core.max_content_length > LARGEST_BODY,
        "MAX_CONTENT_LENGTH must be from 1 to 67108864 bytes",
    );
    found.refuse(core.max_form_memory_size == 0, "MAX_FORM_MEMORY_SIZE must be 1 or more");
    found.refuse(core.max_form_parts == 0, "MAX_FORM_PARTS must be 1 or more");
    let username = &found.config.username;
    found.refuse(
        username.min_length > username.max_length,
        "SECURITY_USERNAME_MIN_LENGTH must not be more than SECURITY_USERNAME_MAX_LENGTH",
    );
    found.odd(
        username.required && !username.enable,
        "SECURITY_USERNAME_REQUIRED has no meaning unless SECURITY_USERNAME_ENABLE is true",
    );
    let webauthn = &found.config.webauthn;
    found.refuse(
        webauthn.challenge_bytes.is_some_and(|bytes| !(16..=1024).contains(&bytes)),
        "SECURITY_WAN_CHALLENGE_BYTES must be from 16 to 1024, or false",
    );
    for (key, categories) in [
        ("SECURITY_USERNAME_ALLOWED_CHARS", &username.allowed_chars),
        ("SECURITY_WAN_NAME_ALLOWED_CHARS", &webauthn.name_allowed_chars),
    ] {
        for category in categories.iter().flatten().filter(|name| !is_category(name)) {
            found.refuse(
                true,
                format!("{key}: \"{category}\" is no Unicode category, such as \"L\" or \"Nd\""),
            );
        }
    }
}

/// True for a general category of Unicode, or its first letter.
fn is_category(name: &str) -> bool {
    let mut letters = name.chars();
    let minors = match letters.next() {
        Some('L') => "ultmo",
        Some('M') => "nce",
        Some('N') => "dlo",
        Some('P') => "cdseifo",
        Some('S') => "mcko",
        Some('Z') => "slp",
        Some('C') => "cfson",
        _ => return false,
    };
    letters.next().is_none_or(|minor| minors.contains(minor)) && letters.next().is_none()
}

fn lockout(found: &mut Findings<'_>) {
    let lockout = &found.config.lockout;
    found.refuse(
        lockout.threshold.is_some_and(|most| !(1..=100).contains(&most)),
        "LOCKOUT_THRESHOLD must be from 1 to 100, or false (NIST SP 800-63B, section 3.2.2)",
    );
    found.refuse(
        lockout.threshold.is_some()
            && lockout.total.is_some_and(|total| Some(total) < lockout.threshold),
        "LOCKOUT_TOTAL must not be less than LOCKOUT_THRESHOLD",
    );
    for (key, span) in [
        ("LOCKOUT_WINDOW", Some(lockout.window)),
        ("LOCKOUT_DURATION", Some(lockout.duration)),
        ("LOCKOUT_KNOWN_DEVICES", lockout.known_devices),
    ] {
        found.refuse(
            span.is_some_and(|span| span < SignedDuration::from_secs(1)),
            format!("{key} must be a second or more"),
        );
    }
    found.refuse(
        !lockout.url.starts_with('/') || lockout.url.contains(['{', '}', '?', '#']),
        "LOCKOUT_URL must be a path that starts with \"/\"",
    );
}

fn spans(found: &mut Findings<'_>) {
    let config = found.config;
    for (key, span) in [
        ("PERMANENT_SESSION_LIFETIME", config.session.permanent_lifetime),
        ("REMEMBER_COOKIE_DURATION", config.remember.cookie_duration),
        ("SECURITY_TOKEN_MAX_AGE", config.token.max_age),
        ("SECURITY_REFRESH_TOKEN_MAX_AGE", config.refresh.max_age),
        ("SECURITY_REFRESH_TOKEN_MAX_IDLE", config.refresh.max_idle),
    ] {
        found.odd(
            span <= SignedDuration::ZERO,
            format!("{key} must be more than 0: 0 does not mean \"for ever\""),
        );
    }
    found.odd(
        config.freshness.within.is_zero(),
        "SECURITY_FRESHNESS of 0 asks for the password at every step: use a negative number to \
         switch the check off",
    );
    let (closing, undo) = (config.account.closing_grace, config.links.undo_within);
    found.odd(
        config.account.url.is_some()
            && config.change_email.enabled
            && closing.is_some_and(|closing| undo.is_some_and(|undo| closing < undo)),
        "ACCOUNT_CLOSING_GRACE must not be shorter than CHANGE_EMAIL_UNDO_WITHIN: whoever has taken \
         an account over could close it and have it deleted before its owner takes it back",
    );
    found.odd(
        config.freshness.grace_period.is_negative(),
        "SECURITY_FRESHNESS_GRACE_PERIOD must be 0 or more",
    );
    found.odd(
        config.csrf.time_limit.is_some_and(|limit| limit <= 0),
        "WTF_CSRF_TIME_LIMIT must be more than 0; false is the session's life",
    );
    found.odd(
        config.token.expire_timestamp < 0,
        "SECURITY_TOKEN_EXPIRE_TIMESTAMP must be a Unix time, or 0 for none",
    );
}

fn identities(found: &mut Findings<'_>) {
    let identities = &found.config.core.user_identity_attributes;
    found.refuse(
        identities.is_empty(),
        "SECURITY_USER_IDENTITY_ATTRIBUTES must name at least one attribute to sign in with",
    );
    for (i, identity) in identities.iter().enumerate() {
        let name = &identity.attribute;
        found.refuse(
            identities.iter().take(i).any(|other| other.attribute == *name),
            format!("SECURITY_USER_IDENTITY_ATTRIBUTES names {name} twice"),
        );
        found.refuse(
            identity.mapper == Mapper::Phone && !cfg!(feature = "phone"),
            format!(
                "SECURITY_USER_IDENTITY_ATTRIBUTES: {name} is a phone number, for which the cargo \
                 feature `phone` is needed"
            ),
        );
    }
    let region = &found.config.phone.region_default;
    found.refuse(
        region.len() != 2 || !region.bytes().all(|b| b.is_ascii_uppercase()),
        "SECURITY_PHONE_REGION_DEFAULT must be a region of two capital letters, such as \"US\"",
    );
}

/// Names of tables end up in SQL.
fn tables(found: &mut Findings<'_>) {
    let database = &found.config.database;
    let tables = [
        ("USER_TABLE", &database.user_table),
        ("ROLE_TABLE", &database.role_table),
        ("ROLES_USERS_TABLE", &database.roles_users_table),
        ("WEB_AUTHN_TABLE", &database.web_authn_table),
        ("FS_REFRESH_TABLE", &database.fs_refresh_table),
    ];
    let columns = database.user_extra_columns.iter().map(|name| ("USER_EXTRA_COLUMNS", name));
    for (key, name) in tables.into_iter().chain(columns) {
        let letters = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        found.refuse(
            name.is_empty() || name.len() > 63 || !letters,
            format!("{key} must be a name of letters, digits and underscores, at most 63"),
        );
    }
    for (i, (key, name)) in tables.iter().enumerate() {
        found.refuse(
            tables.iter().take(i).any(|(_, other)| other.eq_ignore_ascii_case(name)),
            format!("{key} is the name of another table, too"),
        );
    }
}
