//! What is refused at start, and what is only remarked upon.

use jiff::SignedDuration;

use super::sound;
use crate::config::{
    Config, IdentityAttribute, Loader, MailSender, Mapper, Preset, SameSite, Secret, SecureFlag,
    SingleHash, Unbuilt, WebOrigin, check,
};

fn problems(config: &Config) -> Vec<String> {
    match check(config, Unbuilt::Allow) {
        Ok(_) => Vec::new(),
        Err(error) => error.detail().lines().map(String::from).collect(),
    }
}

/// Asserts that a change to a sound configuration is refused with exactly one line.
fn refused(starts: &str, change: impl FnOnce(&mut Config)) {
    let mut config = sound(Preset::Recommended);
    change(&mut config);
    let lines = problems(&config);
    assert_eq!(lines.len(), 1, "{starts}: {lines:#?}");
    assert!(lines[0].starts_with(starts), "{starts}: {lines:#?}");
}

/// Asserts that a change is refused in `recommended` and a warning in `flask`.
fn odd(starts: &str, change: impl Fn(&mut Config)) {
    refused(starts, &change);
    let mut config = sound(Preset::Flask);
    change(&mut config);
    let warnings = check(&config, Unbuilt::Allow).unwrap_or_else(|error| panic!("{error}"));
    assert!(warnings.iter().any(|line| line.starts_with(starts)), "{starts}: {warnings:#?}");
}

#[test]
fn both_presets_start_with_two_secrets() {
    assert_eq!(problems(&sound(Preset::Recommended)), [""; 0]);
    assert_eq!(problems(&sound(Preset::Flask)), [""; 0]);
    assert_eq!(check(&sound(Preset::Recommended), Unbuilt::Refuse).unwrap(), [""; 0]);
    let bare = problems(&Config::preset(Preset::Recommended));
    assert!(bare[0].starts_with("SECRET_KEY is missing"));
    assert!(bare[1].starts_with("SECURITY_PASSWORD_SALT is missing"));
}

#[test]
fn weak_secrets_need_permission() {
    for (key, why) in [
        ("qzxjvk", "is shorter than 16 bytes"),
        ("this-is-my-secret-key", "looks like a placeholder"),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "repeats a few characters"),
        ("pf9Wkove4IKEAXvy-cQkeDPhv9Cb3Ag-wyJILbq_dFw", "is printed in public documentation"),
    ] {
        let mut config = sound(Preset::Recommended);
        config.core.secret_key = Some(Secret::from(key));
        let lines = problems(&config);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].starts_with(&format!("SECRET_KEY {why}")), "{lines:?}");
        assert!(!lines[0].contains(key), "the secret itself is not told");
        config.core.allow_weak_secrets = true;
        let warnings = check(&config, Unbuilt::Refuse).unwrap();
        assert_eq!(warnings, lines, "the same lines, as warnings");
    }
    refused("SECURITY_PASSWORD_SALT is shorter", |config| {
        config.password.salt = Some("abcdefgh".into());
    });
    let mut config = sound(Preset::Recommended);
    config.password.salt = Some("abcdefgh".into());
    assert!(problems(&config)[0].ends_with("keep it in SECURITY_PASSWORD_SALT_FALLBACKS"));
    refused("SECURITY_PASSWORD_SALT is the same", |config| {
        config.password.salt.clone_from(&config.core.secret_key);
    });
    refused("SECURITY_PASSWORD_SALT is missing", |config| config.password.salt = None);
    let mut single = sound(Preset::Recommended);
    (single.password.salt, single.password.single_hash) = (None, SingleHash::All);
    assert_eq!(problems(&single), [""; 0], "no HMAC step, no salt");
    refused("SECURITY_RESET_SALT must differ from SECURITY_CONFIRM_SALT", |config| {
        config.recover.salt.clone_from(&config.confirm.salt);
    });
    refused("SECURITY_MULTI_FACTOR_RECOVERY_CODES_KEYS must be Fernet", |config| {
        config.recovery_codes.keys = vec!["tooshort".into()];
    });
    let mut none = Config::preset(Preset::Flask);
    none.core.allow_weak_secrets = true;
    assert!(problems(&none)[0].starts_with("SECRET_KEY is missing"), "weak is not absent");
}

#[test]
fn low_costs_need_permission() {
    for (option, cost, refuses) in [
        ("argon2__memory_cost", 8, true),
        ("argon2__memory_cost", 65_536, false),
        ("argon2__rounds", 1, false),
        ("bcrypt__rounds", 4, true),
        ("bcrypt__rounds", 12, false),
        ("pbkdf2_sha256__rounds", 1000, true),
        ("bcrypt_rounds", 12, true),
    ] {
        let mut config = sound(Preset::Flask);
        config.password.hash_passlib_options.insert(option.into(), cost.into());
        assert_eq!(!problems(&config).is_empty(), refuses, "{option} = {cost}");
    }
}

#[test]
fn contradictions_about_passwords() {
    refused("SECURITY_PASSWORD_HASH is scrypt, which", |it| it.password.hash = "scrypt".into());
    refused("SECURITY_PASSWORD_SCHEMES: there is no scheme md9", |config| {
        config.password.schemes.push("md9".into());
    });
    odd("SECURITY_PASSWORD_SCHEMES: plaintext must be the last", |config| {
        config.password.schemes.insert(0, "plaintext".into());
    });
    refused("SECURITY_DEPRECATED_PASSWORD_SCHEMES must not name", |config| {
        config.password.deprecated_schemes = vec!["argon2".into()];
    });
    refused("SECURITY_DEPRECATED_PASSWORD_SCHEMES may only", |config| {
        config.password.deprecated_schemes = vec!["des_crypt".into()];
    });
    refused("SECURITY_PASSWORD_REQUIRED must be true", |it| it.password.required = false);
    refused("SECURITY_PASSWORD_LENGTH_MIN must be 128", |it| it.password.length_min = 129);
    odd("SECURITY_PASSWORD_LENGTH_MIN must be 8", |it| it.password.length_min = 6);
    refused("SECURITY_ZXCVBN_MINIMUM_SCORE", |it| it.password.zxcvbn_minimum_score = 5);
    refused("SECURITY_PASSWORD_HASH_QUEUE", |it| it.password.hash_queue = 0);
    refused("SECURITY_PASSWORD_SALT_FALLBACKS contains", |config| {
        config.password.salt_fallbacks = config.password.salt.iter().cloned().collect();
    });
    refused("SECURITY_PASSWORD_SALT_FALLBACKS may hold 4", |config| {
        config.password.salt_fallbacks =
            (0..5).map(|n| format!("a former salt, {n}").into()).collect();
    });
    for url in ["", "/range/", "ftp://a.example/", "http://a.example/", "https://a.example/?q="] {
        refused("SECURITY_PASSWORD_BREACHED_URL must", |config| {
            config.password.breached_url = url.into();
        });
    }
    let mut plain = sound(Preset::Flask);
    plain.password.hash = "plaintext".into();
    assert!(problems(&plain)[0].starts_with("SECURITY_PASSWORD_HASH is plaintext, which protects"));
}

#[test]
fn contradictions_about_csrf() {
    let names = |names: &[&str]| names.iter().copied().map(String::from).collect::<Vec<_>>();
    refused("SECURITY_CSRF_PROTECT_MECHANISMS needs CSRF_PROTECT", |config| {
        config.csrf.protect_mechanisms = names(&["session"]);
    });
    refused("SECURITY_CSRF_PROTECT_MECHANISMS needs WTF_CSRF_CHECK_DEFAULT", |config| {
        config.csrf.protect = true;
        config.csrf.protect_mechanisms = names(&["session"]);
    });
    refused("SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS needs", |config| {
        (config.csrf.protect, config.csrf.ignore_unauth_endpoints) = (true, true);
    });
    refused("SECURITY_CSRF_COOKIE_NAME needs CSRF_PROTECT", |config| {
        config.csrf.cookie_name = Some("XSRF".into());
    });
    refused("SECURITY_CSRF_PROTECT_MECHANISMS may only name", |config| {
        config.csrf.protect_mechanisms.push("cookie".into());
    });
    for path in ["hook", "/a*", "*", "/hooks/**", "/a/*/b", "/a?b"] {
        refused("CSRF_EXEMPT_PATHS", |it| it.csrf.exempt_paths = names(&[path]));
    }
    let mut exempt = sound(Preset::Recommended);
    exempt.csrf.exempt_paths = names(&["/hook", "/hooks/*", "/"]);
    assert_eq!(problems(&exempt), [""; 0]);
    let mut same = sound(Preset::Recommended);
    same.csrf.protect_mechanisms = names(&["token", "session", "basic", "basic"]);
    assert_eq!(problems(&same), [""; 0], "the order does not matter");
    let mut off = sound(Preset::Flask);
    off.csrf.enabled = false;
    off.csrf.cookie_name = Some("XSRF".into());
    assert_eq!(problems(&off), [""; 0], "without any check there is nothing to contradict");
}

#[test]
fn what_is_set_and_changes_nothing_is_said() {
    let mut config = sound(Preset::Recommended);
    config.mail.max_emails = Some(7);
    config.core.max_form_parts = 5;
    let warnings = check(&config, Unbuilt::Refuse).unwrap();
    let told = |key: &str| format!("{key} is set, but changes nothing in this version");
    assert_eq!(warnings, [told("MAX_FORM_PARTS"), told("MAIL_MAX_EMAILS")]);
    config.core.login_disabled = true;
    let error = check(&config, Unbuilt::Refuse).unwrap_err();
    assert!(error.detail().starts_with("LOGIN_DISABLED is switched on"), "{error}");
}

#[test]
fn contradictions_about_mail() {
    refused("MAIL_SERVER must", |it| it.mail.sender_kind = Some(MailSender::Smtp));
    refused("MAIL_FOLDER must", |it| it.mail.sender_kind = Some(MailSender::File));
    refused("MAIL_TIMEOUT must", |it| it.mail.timeout = SignedDuration::ZERO);
    refused("MAIL_GIVE_UP_AFTER must", |it| it.mail.give_up_after = -SignedDuration::from_secs(1));
    refused("MAIL_USERNAME and MAIL_PASSWORD", |it| it.mail.username = Some("app".into()));
    let open = |config: &mut Config| {
        config.mail.server = "mail.example.com".into();
        config.mail.username = Some("app".into());
        config.mail.password = Some("secret".into());
    };
    odd("MAIL_PASSWORD would travel unencrypted", open);
    let mut sealed = sound(Preset::Recommended);
    open(&mut sealed);
    sealed.mail.use_tls = true;
    assert_eq!(problems(&sealed), [""; 0]);
}

#[test]
fn contradictions_about_addresses_and_cookies() {
    refused("SECURITY_LOGIN_URL must be a path", |it| it.login.url = "login".into());
    refused("SECURITY_LOGIN_URL must be a path", |it| it.login.url = "/<lang>/login".into());
    refused("SECURITY_LOGIN_URL must be a path", |it| it.login.url = "/:lang".into());
    refused("SECURITY_LOGOUT_URL must differ from SECURITY_LOGIN_URL", |config| {
        config.logout.url = "/login/".into();
    });
    refused("SECURITY_POST_LOGIN_VIEW must be", |config| {
        config.login.post_view = Some("javascript:alert(1)".into());
    });
    refused("SECURITY_POST_LOGIN_VIEW must be", |config| {
        config.login.post_view = Some("/a\r\nSet-Cookie: x=y".into());
    });
    refused("APPLICATION_ROOT", |it| it.core.application_root = "app".into());
    refused("SERVER_NAME must be a host", |config| {
        config.core.server_name = Some("https://example.com".into());
    });
    refused("TRUSTED_HOSTS", |it| it.core.trusted_hosts = Some(vec!["a/b".into()]));
    refused("TRUSTED_HOSTS", |it| it.core.trusted_hosts = Some(vec![".10.0.0.1".into()]));
    refused("TRUSTED_PROXIES needs PROXY_FIX", |config| {
        config.core.trusted_proxies = vec![crate::config::TrustedProxy::Unix];
    });
    refused("PREFERRED_URL_SCHEME", |it| it.core.preferred_url_scheme = "ftp".into());
    refused("SESSION_COOKIE_NAME must be a name", |it| it.session.cookie_name = "a;b".into());
    refused("SESSION_COOKIE_DOMAIN must be text", |config| {
        config.session.cookie_domain = Some("a.example; Secure".into());
    });
    refused("REMEMBER_COOKIE_NAME must differ from SESSION_COOKIE_NAME", |config| {
        config.remember.cookie_name = "session".into();
    });
    refused("SECURITY_TOKEN_AUTHENTICATION_HEADER must be a name", |config| {
        config.token.authentication_header = "X Token".into();
    });
    odd("SESSION_COOKIE_NAME session: browsers drop", |config| {
        config.session.cookie_samesite = Some(SameSite::None);
        config.session.cookie_secure = SecureFlag::Never;
    });
    odd("SESSION_COOKIE_NAME: a __Host- cookie", |config| {
        config.session.cookie_name = "__Host-session".into();
        config.core.application_root = "/app".into();
    });
    refused("SECURITY_REDIRECT_BEHAVIOR", |it| it.redirect.behavior = Some("html".into()));
    odd("SECURITY_REDIRECT_ALLOW_SUBDOMAINS needs", |it| it.redirect.allow_subdomains = true);
    odd("SECURITY_RESET_ERROR_VIEW must be set, since SECURITY_REDIRECT_BEHAVIOR is", |config| {
        config.recover.enabled = true;
        config.core.server_name = Some("example.com".into());
        config.redirect.behavior = Some("spa".into());
        config.recover.reset_view = Some("/reset".into());
    });
    odd("SERVER_NAME or TRUSTED_HOSTS must be set", |it| it.recover.enabled = true);
    refused("SECURITY_LOGOUT_METHODS may only", |config| {
        config.logout.methods = Some(vec!["DELETE".into()]);
    });
}

#[test]
fn views_must_lead_where_a_browser_can_go() {
    let with = |view: &str| {
        let mut config = sound(Preset::Recommended);
        config.login.post_view = Some(view.into());
        config
    };
    for view in ["/home", "/home?a=b#c", ".login", "security.login", "/a:b", "/\u{fc}ber"] {
        assert_eq!(problems(&with(view)), [""; 0], "{view}");
    }
    for view in [
        "",
        " /home",
        "http:home",
        "http:///home",
        "///home",
        "mailto:a@b.c",
        "https://joe@lp.com/",
        "https://lp.com\\@evil.com/",
        "https://a..lp.com/",
        "https://[::1/",
    ] {
        let lines = problems(&with(view));
        assert_eq!(lines.len(), 1, "{view}: {lines:#?}");
        assert!(lines[0].starts_with("SECURITY_POST_LOGIN_VIEW must be"), "{view}: {lines:#?}");
    }
}

#[test]
fn views_on_other_hosts_must_be_allowed() {
    odd("SECURITY_POST_LOGIN_VIEW leads to app.lp.com, which no setting allows", |config| {
        config.login.post_view = Some("https://app.lp.com/x".into());
    });
    odd("SECURITY_CONFIRM_ERROR_VIEW leads to app.lp.com:8080", |config| {
        config.confirm.error_view = Some("//app.lp.com:8080/x".into());
    });
    odd("SECURITY_POST_LOGIN_VIEW leads to evillp.com", |config| {
        config.login.post_view = Some("https://evillp.com/".into());
        config.core.server_name = Some("lp.com".into());
        config.redirect.allow_subdomains = true;
    });
    let allow = |what: &str, allow: fn(&mut Config)| {
        let mut config = sound(Preset::Recommended);
        config.login.post_view = Some("https://app.lp.com/x".into());
        allow(&mut config);
        assert_eq!(problems(&config), [""; 0], "{what}");
    };
    allow("SERVER_NAME", |it| it.core.server_name = Some("APP.lp.com".into()));
    allow("TRUSTED_HOSTS", |it| it.core.trusted_hosts = Some(vec!["app.lp.com".into()]));
    allow("TRUSTED_HOSTS", |it| it.core.trusted_hosts = Some(vec![".lp.com".into()]));
    allow("subdomains", |it| {
        it.core.server_name = Some("lp.com".into());
        it.redirect.allow_subdomains = true;
    });
    allow("a list", |it| {
        it.redirect.base_domain = Some("lp.com".into());
        it.redirect.allowed_subdomains = vec!["app".into()];
    });
    allow("REDIRECT_HOST", |it| it.redirect.host = Some("localhost:8080".into()));
}

#[test]
fn contradictions_about_numbers_and_names() {
    refused("MAX_CONTENT_LENGTH", |it| it.core.max_content_length = usize::MAX);
    refused("SECURITY_USERNAME_MIN_LENGTH", |it| it.username.min_length = 33);
    refused("SECURITY_USERNAME_ALLOWED_CHARS", |config| {
        config.username.allowed_chars = Some(vec!["Lu".into(), "Q".into()]);
    });
    odd("SECURITY_TOKEN_MAX_AGE must be more than 0", |it| {
        it.token.max_age = jiff::SignedDuration::ZERO;
    });
    odd("SECURITY_REFRESH_TOKEN_MAX_IDLE must be more than 0", |it| {
        it.refresh.max_idle = -jiff::SignedDuration::from_secs(1);
    });
    odd("SECURITY_FRESHNESS of 0", |it| it.freshness.within = jiff::SignedDuration::ZERO);
    refused("USER_TABLE must be a name", |it| {
        it.database.user_table = "user\"; drop table x".into();
    });
    refused("ROLE_TABLE is the name of another", |it| it.database.role_table = "USER".into());
    refused("SECURITY_USER_IDENTITY_ATTRIBUTES must name", |it| {
        it.core.user_identity_attributes.clear();
    });
    refused("SECURITY_USER_IDENTITY_ATTRIBUTES names email twice", |it| {
        it.core.user_identity_attributes.push(IdentityAttribute::new("email", Mapper::Raw));
    });
    refused("SECURITY_PHONE_REGION_DEFAULT", |it| it.phone.region_default = "usa".into());
    refused("SECURITY_MSG_NOPE: there is no such message", |config| {
        config.messages.insert("NOPE".into(), ("text".into(), "info".into()));
    });
    refused("SECURITY_MSG_LOGIN: the category", |config| {
        config.messages.insert("LOGIN".into(), ("text".into(), "loud".into()));
    });
    refused("MAIL_USE_TLS and MAIL_USE_SSL", |config| {
        (config.mail.use_tls, config.mail.use_ssl) = (true, true);
    });
}

#[test]
fn features_need_their_settings() {
    let two_factor = |config: &mut Config| {
        config.two_factor.enabled = true;
        config.totp.issuer = Some("app".into());
    };
    refused("SECURITY_TOTP_SECRETS must hold a key", two_factor);
    let text = "[security]\ntwo_factor = true\ntwo_factor_enabled_methods = []\ntotp_issuer = 'x'\n\
                totp_secrets = { 1 = 'gT5mXc8RqW2pLz7KvN4hB9yJ' }";
    let loaded = Loader::new(Preset::Flask).toml("a.toml", text).load().unwrap();
    let mut config = sound(Preset::Flask);
    config.two_factor = loaded.config.two_factor;
    config.totp = loaded.config.totp;
    assert_eq!(
        problems(&config),
        ["SECURITY_TWO_FACTOR_ENABLED_METHODS must name at least one method"]
    );
}

#[test]
fn what_does_not_exist_yet_is_refused_unless_allowed() {
    let mut config = sound(Preset::Flask);
    config.webauthn.enabled = true;
    let error = check(&config, Unbuilt::Refuse).unwrap_err();
    assert_eq!(
        error.detail(),
        "SECURITY_WEBAUTHN is switched on, but this version does not have it: remove it"
    );
    let warnings = check(&config, Unbuilt::Allow).unwrap();
    assert!(warnings.iter().any(|line| line.starts_with("SECURITY_WEBAUTHN is switched on")));
    let report = Loader::new(Preset::Flask).load().unwrap().report(Unbuilt::Refuse);
    assert!(!report.ok && !report.problems.is_empty() && !report.warnings.is_empty());
}

#[test]
fn the_conformance_file_may_start() {
    let text = include_str!("../../../testdata/conformance.toml");
    let loaded = Loader::new(Preset::Flask)
        .toml("conformance.toml", text)
        .own_table("conformance")
        .load()
        .unwrap();
    let warnings = check(&loaded.config, Unbuilt::Allow).unwrap_or_else(|e| panic!("{e}"));
    assert!(warnings.iter().any(|line| line.starts_with("SECRET_KEY is shorter")));
}

#[test]
fn headers_are_what_http_can_carry() {
    refused("CONTENT_SECURITY_POLICY must be", |it| it.headers.policy = Some("a\r\nb".into()));
    refused("X_FRAME_OPTIONS must be", |it| it.headers.frame_options = Some(String::new()));
    refused("REFERRER_POLICY must be", |it| it.headers.referrer_policy = Some("né".into()));
    refused("CONTENT_SECURITY_POLICY: only", |it| {
        it.headers.policy = Some("script-src {nonce}".into());
    });
    refused("PERMISSIONS_POLICY: only", |it| {
        it.headers.permissions_policy = Some("a 'nonce-{nonce}'".into());
    });
}

#[test]
fn cors_lets_in_whom_it_names_and_nobody_else() {
    let origins = |list: &[&str]| list.iter().filter_map(|one| WebOrigin::parse(one)).collect();
    for (text, why) in [
        ("CORS_ORIGINS = [\"*\"]", "CORS_ORIGINS"),
        ("CORS_ORIGINS = \"*\"", "CORS_ORIGINS"),
        ("CORS_ORIGINS = [\"null\"]", "CORS_ORIGINS"),
        ("CORS_ORIGINS = [\"https://*.app.test\"]", "CORS_ORIGINS"),
        ("CORS_ORIGINS = [\"https://app.test/\"]", "CORS_ORIGINS"),
    ] {
        assert!(super::wrong(text).contains(why), "{text}: {}", super::wrong(text));
    }
    refused("CORS_HEADERS must name each header", |config| config.cors.headers = vec!["*".into()]);
    refused("CORS_HEADERS must be a name", |config| config.cors.headers = vec!["a b".into()]);
    refused("CORS_MAX_AGE", |config| config.cors.max_age = SignedDuration::from_secs(-1));
    odd("CORS_CREDENTIALS needs CORS_ORIGINS", |config| config.cors.credentials = true);
    odd("CORS_ORIGINS has http://app.test with CORS_CREDENTIALS", |config| {
        config.cors.credentials = true;
        config.cors.origins = origins(&["https://app.test", "http://app.test"]);
    });
    let mut sound = sound(Preset::Recommended);
    sound.cors.credentials = true;
    sound.cors.origins = origins(&["https://app.test", "http://localhost:5173", "http://[::1]:1"]);
    assert_eq!(problems(&sound), [""; 0]);
}
