//! How passwords are hashed, and which are good enough.

use std::path::PathBuf;

use crate::config::secret::Secret;
use crate::config::table::settings;
use crate::config::types::{Breached, NormalForm, Options, SingleHash};

settings! {
    /// How passwords are hashed, and which are good enough.
    "Passwords"
    pub struct Settings {
        /// Scheme of new hashes.
        hash: String = "argon2".into() => "SECURITY_PASSWORD_HASH",
        /// Key of the HMAC step before hashing. Needed by every scheme that
        /// `PASSWORD_SINGLE_HASH` does not name. Whoever changes it adds the former one to
        /// `PASSWORD_SALT_FALLBACKS`.
        salt: Option<Secret> = None => "SECURITY_PASSWORD_SALT",
        /// Former values of `PASSWORD_SALT`, at most four. A password that fits with one of them is
        /// hashed with the present one at the next sign-in; each makes a wrong password cost one
        /// more hash.
        salt_fallbacks: Vec<Secret> = Vec::new() => "SECURITY_PASSWORD_SALT_FALLBACKS",
        /// Schemes that hash the password itself, without the HMAC step; true: all schemes.
        single_hash: SingleHash = single_hash() => "SECURITY_PASSWORD_SINGLE_HASH",
        /// Schemes of stored hashes that are accepted.
        schemes: Vec<String> = schemes(), recommended = strong_schemes()
            => "SECURITY_PASSWORD_SCHEMES",
        /// Schemes that are replaced at the next sign-in; auto: all but `PASSWORD_HASH`.
        deprecated_schemes: Vec<String> = vec!["auto".into()]
            => "SECURITY_DEPRECATED_PASSWORD_SCHEMES",
        /// Costs as a table per scheme: the older spelling of the next setting.
        hash_options: Options = Options::new() => "SECURITY_PASSWORD_HASH_OPTIONS",
        /// Costs of new hashes, as `scheme__option`: `argon2__memory_cost` (KiB),
        /// `argon2__rounds`, `argon2__parallelism`, `bcrypt__rounds` and so on.
        hash_passlib_options: Options = Options::new(), recommended = owasp_costs()
            => "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS",
        /// Fewest characters, after normalisation. The most are 128.
        length_min: usize = 8 => "SECURITY_PASSWORD_LENGTH_MIN",
        /// Refuse new passwords that are tried first: common ones, also with digits and signs
        /// around them, rows of keys, repetitions, and what is made of the user's own names or of
        /// `PASSWORD_CONTEXT_WORDS`.
        check_common: bool = false, recommended = true => "SECURITY_PASSWORD_CHECK_COMMON",
        /// Words that must not make up a password here, such as the names of site and company. The
        /// parts of `SERVER_NAME` and `TOTP_ISSUER` are among them anyway.
        context_words: Vec<String> = Vec::new() => "SECURITY_PASSWORD_CONTEXT_WORDS",
        /// Judge of new passwords: zxcvbn, or none.
        complexity_checker: Option<String> = None => "SECURITY_PASSWORD_COMPLEXITY_CHECKER",
        /// Lowest score that zxcvbn must give, 0 to 4.
        zxcvbn_minimum_score: u8 = 3 => "SECURITY_ZXCVBN_MINIMUM_SCORE",
        /// Look new passwords up among those of known breaches: strict, best-effort, or not.
        check_breached: Option<Breached> = None => "SECURITY_PASSWORD_CHECK_BREACHED",
        /// How often a password must have been seen in breaches to be refused.
        breached_count: u64 = 1 => "SECURITY_PASSWORD_BREACHED_COUNT",
        /// Where to ask: the first five digits of the password's SHA-1 are put behind it.
        breached_url: String = "https://api.pwnedpasswords.com/range/".into()
            => "SECURITY_PASSWORD_BREACHED_URL",
        /// A file made by `gatewright passwords build-filter`: new passwords are looked up in it
        /// without asking anybody, whatever `PASSWORD_CHECK_BREACHED` says.
        breached_filter: Option<PathBuf> = None => "SECURITY_PASSWORD_BREACHED_FILTER",
        /// Unicode form of passwords before they are hashed. None: as typed.
        normalize_form: Option<NormalForm> = Some(NormalForm::Nfkd)
            => "SECURITY_PASSWORD_NORMALIZE_FORM",
        /// Registration asks for a password.
        required: bool = true => "SECURITY_PASSWORD_REQUIRED",
        /// Registration asks for it twice.
        confirm_required: bool = true => "SECURITY_PASSWORD_CONFIRM_REQUIRED",
        /// Peppers of Devise, at most four: users who were imported with `--hash-format devise`
        /// sign in with them. Each makes a wrong password of theirs cost one more hash.
        peppers: Vec<Secret> = Vec::new() => "SECURITY_PASSWORD_PEPPERS",
        /// Signer keys of Firebase projects, in base64, at most four: users who were imported from
        /// there sign in with them.
        firebase_keys: Vec<Secret> = Vec::new() => "SECURITY_PASSWORD_FIREBASE_KEYS",
        /// Schemes of the small hashes inside links that are mailed; the first makes new ones.
        hashing_schemes: Vec<String> = vec!["sha256_crypt".into(), "hex_md5".into()]
            => "SECURITY_HASHING_SCHEMES",
        /// Those of them that make no new ones; auto: all but the first.
        deprecated_hashing_schemes: Vec<String> = vec!["auto".into()]
            => "SECURITY_DEPRECATED_HASHING_SCHEMES",
        /// How many hashes may wait for a processor before sign-ins are turned away for a moment.
        hash_queue: usize = 256 => "SECURITY_PASSWORD_HASH_QUEUE",
    }
}

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().copied().map(String::from).collect()
}

fn single_hash() -> SingleHash {
    SingleHash::Schemes(texts(&[
        "django_argon2",
        "django_bcrypt",
        "django_bcrypt_sha256",
        "django_des_crypt",
        "django_pbkdf2_sha1",
        "django_pbkdf2_sha256",
        "django_salted_md5",
        "django_salted_sha1",
        "plaintext",
    ]))
}

fn schemes() -> Vec<String> {
    texts(&[
        "bcrypt",
        "argon2",
        "des_crypt",
        "pbkdf2_sha256",
        "pbkdf2_sha512",
        "sha256_crypt",
        "sha512_crypt",
        "plaintext",
    ])
}

/// Without those that reveal the password or can be searched through.
fn strong_schemes() -> Vec<String> {
    texts(&["argon2", "bcrypt", "pbkdf2_sha256", "pbkdf2_sha512", "sha256_crypt", "sha512_crypt"])
}

/// The OWASP Password Storage Cheat Sheet's first choice: Argon2id, 19 MiB, two passes.
fn owasp_costs() -> Options {
    let costs = [("memory_cost", 19_456), ("rounds", 2), ("parallelism", 1)];
    costs.into_iter().map(|(name, cost)| (format!("argon2__{name}"), cost.into())).collect()
}
