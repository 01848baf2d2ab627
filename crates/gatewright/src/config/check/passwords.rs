//! Schemes, costs and the rules for new passwords.

use data_encoding::BASE64;
use serde_json::Value;

use crate::config::Secret;
use crate::config::check::Findings;

/// Schemes that a stored password may have.
const SCHEMES: &[&str] = &[
    "argon2",
    "bcrypt",
    "bcrypt_sha256",
    "des_crypt",
    "django_argon2",
    "django_bcrypt",
    "django_bcrypt_sha256",
    "django_des_crypt",
    "django_pbkdf2_sha1",
    "django_pbkdf2_sha256",
    "django_salted_md5",
    "django_salted_sha1",
    "md5_crypt",
    "pbkdf2_sha1",
    "pbkdf2_sha256",
    "pbkdf2_sha512",
    "plaintext",
    "scrypt",
    "sha1_crypt",
    "sha256_crypt",
    "sha512_crypt",
];

/// Schemes that a search undoes in no time.
const BROKEN: &[&str] = &[
    "des_crypt",
    "django_des_crypt",
    "django_salted_md5",
    "django_salted_sha1",
    "md5_crypt",
    "plaintext",
];

/// Lowest sensible rounds: OWASP's for bcrypt, elsewhere the reference's own defaults.
const LOWEST_ROUNDS: &[(&str, u64)] = &[
    ("bcrypt", 10),
    ("pbkdf2_sha256", 29_000),
    ("pbkdf2_sha512", 25_000),
    ("sha256_crypt", 535_000),
    ("sha512_crypt", 656_000),
];

/// Longest password that is accepted, in characters.
const LONGEST: usize = 128;

/// Most former salts and peppers: each is a hash more for every wrong password.
const MOST_FALLBACKS: usize = 4;

pub(super) fn check(found: &mut Findings<'_>) {
    schemes(found);
    costs(found);
    policy(found);
    breaches(found);
}

fn schemes(found: &mut Findings<'_>) {
    let password = &found.config.password;
    let (hash, accepted) = (&password.hash, &password.schemes);
    found.refuse(
        !accepted.contains(hash),
        format!("SECURITY_PASSWORD_HASH is {hash}, which SECURITY_PASSWORD_SCHEMES must include"),
    );
    for scheme in accepted.iter().filter(|scheme| !SCHEMES.contains(&scheme.as_str())) {
        found.refuse(true, format!("SECURITY_PASSWORD_SCHEMES: there is no scheme {scheme}"));
    }
    // Everything looks like a plaintext password, so what comes later is never found.
    let plain = accepted.iter().position(|scheme| scheme == "plaintext");
    found.odd(
        plain.is_some_and(|at| at + 1 < accepted.len()),
        "SECURITY_PASSWORD_SCHEMES: plaintext must be the last of them",
    );
    let broken = |scheme: &&String| BROKEN.contains(&scheme.as_str());
    found.weak(
        broken(&hash),
        format!("SECURITY_PASSWORD_HASH is {hash}, which protects nothing: choose argon2"),
    );
    let weak: Vec<&str> = accepted.iter().filter(broken).map(String::as_str).collect();
    found.warn(
        !weak.is_empty(),
        format!(
            "SECURITY_PASSWORD_SCHEMES accepts {}: remove it when no such hashes are left",
            weak.join(" and ")
        ),
    );
    let deprecated = &password.deprecated_schemes;
    let auto = deprecated.iter().any(|scheme| scheme == "auto");
    found.refuse(
        auto && deprecated.len() > 1,
        "SECURITY_DEPRECATED_PASSWORD_SCHEMES: auto must stand alone",
    );
    found.refuse(
        !auto && deprecated.contains(hash),
        "SECURITY_DEPRECATED_PASSWORD_SCHEMES must not name SECURITY_PASSWORD_HASH",
    );
    found.refuse(
        !auto && !deprecated.iter().all(|scheme| accepted.contains(scheme)),
        "SECURITY_DEPRECATED_PASSWORD_SCHEMES may only name some of SECURITY_PASSWORD_SCHEMES",
    );
    found.weak(
        password.salt.is_none() && !password.single_hash.covers(hash),
        format!(
            "SECURITY_PASSWORD_SALT is missing: {hash} needs it; set it to the output of \
             `openssl rand -base64 32` and keep it for ever"
        ),
    );
    found.refuse(
        password.salt_fallbacks.len() > MOST_FALLBACKS,
        format!(
            "SECURITY_PASSWORD_SALT_FALLBACKS may hold {MOST_FALLBACKS} values: each makes every \
             wrong password cost one more hash"
        ),
    );
    found.refuse(
        password.salt.is_none() && !password.salt_fallbacks.is_empty(),
        "SECURITY_PASSWORD_SALT_FALLBACKS needs SECURITY_PASSWORD_SALT: the present value",
    );
    found.refuse(
        password.peppers.len() > MOST_FALLBACKS || password.firebase_keys.len() > MOST_FALLBACKS,
        format!(
            "SECURITY_PASSWORD_PEPPERS and SECURITY_PASSWORD_FIREBASE_KEYS may hold \
             {MOST_FALLBACKS} values each"
        ),
    );
    let key = |key: &Secret| BASE64.decode(key.as_bytes()).is_ok_and(|key| key.len() >= 16);
    found.refuse(
        !password.firebase_keys.iter().all(key),
        "SECURITY_PASSWORD_FIREBASE_KEYS must be signer keys as Firebase shows them: base64 with \
         its padding",
    );
    found.refuse(
        password.hashing_schemes.is_empty(),
        "SECURITY_HASHING_SCHEMES must name at least one scheme",
    );
    found.refuse(
        password.hash_queue == 0,
        "SECURITY_PASSWORD_HASH_QUEUE must be 1 or more: else nobody can sign in",
    );
}

fn costs(found: &mut Findings<'_>) {
    let options = &found.config.password.hash_passlib_options;
    for key in options.keys().filter(|key| !key.contains("__")) {
        found.refuse(
            true,
            format!(
                "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS: {key} must be spelt scheme__option, such \
                 as bcrypt__rounds"
            ),
        );
    }
    let number = |key: &str| options.get(key).and_then(Value::as_u64);
    // Argon2 is as strong as the product of memory and passes; OWASP's weakest pair is 7 MiB × 5.
    let memory = number("argon2__memory_cost");
    let passes = number("argon2__time_cost").or_else(|| number("argon2__rounds"));
    let (some_memory, some_passes) = (memory.unwrap_or(65_536), passes.unwrap_or(3));
    found.weak(
        some_memory < 7_168 || some_memory.saturating_mul(some_passes) < 35_840,
        "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS: Argon2 is too cheap; use at least \
         argon2__memory_cost = 19456 and argon2__rounds = 2",
    );
    for (scheme, lowest) in LOWEST_ROUNDS {
        let rounds = number(&format!("{scheme}__rounds"));
        found.weak(
            rounds.is_some_and(|rounds| rounds < *lowest),
            format!(
                "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS: {scheme}__rounds must be {lowest} or more"
            ),
        );
    }
}

fn policy(found: &mut Findings<'_>) {
    let password = &found.config.password;
    found.refuse(
        password.length_min > LONGEST,
        format!("SECURITY_PASSWORD_LENGTH_MIN must be {LONGEST} or less: the longest password is"),
    );
    found.odd(
        password.length_min < 8,
        "SECURITY_PASSWORD_LENGTH_MIN must be 8 or more (NIST SP 800-63B)",
    );
    found.refuse(
        password.zxcvbn_minimum_score > 4,
        "SECURITY_ZXCVBN_MINIMUM_SCORE must be from 0 to 4",
    );
    found.refuse(
        password.complexity_checker.as_deref().is_some_and(|name| name != "zxcvbn"),
        "SECURITY_PASSWORD_COMPLEXITY_CHECKER must be \"zxcvbn\", or false",
    );
    found.refuse(
        password.complexity_checker.is_some() && !cfg!(feature = "zxcvbn"),
        "SECURITY_PASSWORD_COMPLEXITY_CHECKER: this program was built without zxcvbn; switch on the \
         cargo feature `zxcvbn`",
    );
    found.refuse(
        !password.required && !found.config.unified_signin.enabled,
        "SECURITY_PASSWORD_REQUIRED must be true unless SECURITY_UNIFIED_SIGNIN is",
    );
}

fn breaches(found: &mut Findings<'_>) {
    let password = &found.config.password;
    let asked = password.breached_url.parse::<http::Uri>().ok();
    let host = asked.as_ref().and_then(http::Uri::host).unwrap_or_default();
    let scheme = asked.as_ref().and_then(http::Uri::scheme_str).unwrap_or_default();
    let here = ["localhost", "127.0.0.1", "[::1]"].contains(&host);
    // Five digits of a hash are little, but whoever can forge the answer decides about passwords.
    found.refuse(
        host.is_empty() || !(scheme == "https" || scheme == "http" && here),
        "SECURITY_PASSWORD_BREACHED_URL must begin with https:// and a host (http:// is for this \
         machine alone)",
    );
    found.refuse(
        asked.as_ref().is_some_and(|uri| uri.query().is_some()),
        "SECURITY_PASSWORD_BREACHED_URL must have no query: five digits are put behind its path",
    );
}
