//! Keys and salts: missing, short, published, or used for two things.

use data_encoding::BASE64URL;

use crate::config::Secret;
use crate::config::check::Findings;

/// Fewest bytes of a key: 128 bits if all of them are random.
const SHORTEST: usize = 16;

/// Fewest different characters of a key; random keys of that length have more.
const FEWEST_KINDS: usize = 6;

/// Parts of what people write when they mean to choose a key later.
const PLACEHOLDERS: &[&str] =
    &["changeme", "change-me", "change_me", "secret", "password", "default", "example", "123456"];

/// Keys that were printed in documentation and so are known to everybody.
const PUBLISHED: &[&str] = &[
    "pf9Wkove4IKEAXvy-cQkeDPhv9Cb3Ag-wyJILbq_dFw",
    "146585145368132386173505678016728509634",
    "192b9bdd22ab9ed4d12e236c78afcb9a393ec15f71bbf5dc987d54727823bcbf",
];

pub(super) fn check(found: &mut Findings<'_>) {
    let core = &found.config.core;
    let Some(key) = &core.secret_key else {
        found.refuse(
            true,
            "SECRET_KEY is missing: set it to 32 random bytes, for example the output of \
             `openssl rand -base64 32`",
        );
        return;
    };
    strong(found, "SECRET_KEY", key);
    for former in &core.secret_key_fallbacks {
        strong(found, "SECRET_KEY_FALLBACKS", former);
        let same = former.as_bytes() == key.as_bytes();
        found.warn(same, "SECRET_KEY_FALLBACKS contains SECRET_KEY: remove it there");
    }
    if let Some(salt) = &found.config.password.salt {
        strong(found, "SECURITY_PASSWORD_SALT", salt);
        for former in &found.config.password.salt_fallbacks {
            let same = former.as_bytes() == salt.as_bytes();
            found.refuse(
                same,
                "SECURITY_PASSWORD_SALT_FALLBACKS contains SECURITY_PASSWORD_SALT: remove it there",
            );
        }
        found.weak(
            salt.as_bytes() == key.as_bytes(),
            "SECURITY_PASSWORD_SALT is the same as SECRET_KEY: choose another, the key can then \
             be replaced without losing the passwords",
        );
    }
    if let Some(key) = &found.config.csrf.secret_key {
        strong(found, "WTF_CSRF_SECRET_KEY", key);
    }
    for (_, secret) in found.config.totp.secrets.iter() {
        strong(found, "SECURITY_TOTP_SECRETS", secret);
    }
    let fernet = |key: &Secret| BASE64URL.decode(key.as_bytes()).is_ok_and(|key| key.len() == 32);
    found.refuse(
        !found.config.recovery_codes.keys.iter().all(fernet),
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_KEYS must be Fernet keys: 32 random bytes each, in \
         URL-safe base64 with its padding",
    );
    salts(found);
}

/// Complains about a secret that can be guessed. The line never shows it.
fn strong(found: &mut Findings<'_>, name: &str, secret: &Secret) {
    let text = secret.expose();
    let lower = text.to_ascii_lowercase();
    let mut kinds: Vec<char> = text.chars().collect();
    kinds.sort_unstable();
    kinds.dedup();
    // A long key may contain such a word by accident; a short one is made of it.
    let placeholder =
        text.len() < 2 * SHORTEST && PLACEHOLDERS.iter().any(|word| lower.contains(word));
    let why = if text.len() < SHORTEST {
        "is shorter than 16 bytes"
    } else if PUBLISHED.contains(&text) {
        "is printed in public documentation"
    } else if placeholder {
        "looks like a placeholder"
    } else if kinds.len() < FEWEST_KINDS {
        "repeats a few characters"
    } else {
        return;
    };
    // Without the former salt no stored password would be right any more.
    let former = match name {
        "SECURITY_PASSWORD_SALT" => {
            "; where passwords are stored with this one, keep it in SECURITY_PASSWORD_SALT_FALLBACKS"
        }
        _ => "",
    };
    found.weak(
        true,
        format!(
            "{name} {why}: use 32 random bytes, for example from `openssl rand -base64 32`{former}"
        ),
    );
}

/// Two kinds of link with the same salt could stand in for one another.
fn salts(found: &mut Findings<'_>) {
    let config = found.config;
    let salts = [
        ("SECURITY_REMEMBER_SALT", &config.token.salt),
        ("SECURITY_REFRESH_TOKEN_SALT", &config.refresh.salt),
        ("SECURITY_CONFIRM_SALT", &config.confirm.salt),
        ("SECURITY_RESET_SALT", &config.recover.salt),
        ("SECURITY_LOGIN_SALT", &config.passwordless.salt),
        ("SECURITY_CHANGE_EMAIL_SALT", &config.change_email.salt),
        ("SECURITY_TWO_FACTOR_VALIDITY_SALT", &config.two_factor.validity_salt),
        ("SECURITY_TWO_FACTOR_SETUP_SALT", &config.two_factor.setup_salt),
        ("SECURITY_US_SETUP_SALT", &config.unified_signin.setup_salt),
        ("SECURITY_WAN_SALT", &config.webauthn.salt),
    ];
    for (i, (name, salt)) in salts.iter().enumerate() {
        found.refuse(salt.is_empty(), format!("{name} must not be empty"));
        for (other, same) in salts.iter().take(i) {
            found.refuse(
                salt == same && !salt.is_empty(),
                format!("{name} must differ from {other}: else one token passes for the other"),
            );
        }
    }
}
