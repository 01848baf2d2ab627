//! Files, the environment, code, and what they may not say.

use std::path::PathBuf;

use jiff::SignedDuration;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{toml, wrong};
use crate::config::known::ROWS;
use crate::config::source::parse_toml;
use crate::config::table::Given;
use crate::config::{
    Config, Loader, Mapper, Origin, Preset, Protection, ReceiverUrl, SameSite, SecureFlag,
    SingleHash,
};

fn environment(vars: &[(&str, &str)]) -> crate::error::Result<Config> {
    let vars = vars.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
    Ok(Loader::new(Preset::Flask).environment(vars).load()?.config)
}

#[test]
fn a_file_of_the_conformance_kind_is_read() {
    let text = include_str!("../../../testdata/conformance.toml");
    let loaded = Loader::new(Preset::Recommended)
        .toml("conformance.toml", text)
        .own_table("conformance")
        .load()
        .unwrap();
    let config = loaded.config;
    assert_eq!(config.preset, Preset::Flask);
    assert!(config.core.allow_weak_secrets);
    assert_eq!(config.core.secret_key.unwrap().expose(), "secret");
    assert_eq!(config.database.url.unwrap().as_str(), "sqlite:////tmp/app.sqlite");
    assert_eq!(config.core.proxy_fix.x_for, 1);
    assert_eq!(config.freshness.within, SignedDuration::from_secs(-60));
    assert_eq!(config.session.permanent_lifetime, SignedDuration::from_millis(1500));
    assert!(config.core.cache_control.is_none());
    assert!(config.core.input_normalize_form.is_none());
    assert!(config.refresh.cookie_name.is_none());
    assert!(config.logout.methods.is_none());
    assert!(config.webauthn.allow_as_verify.is_none());
    assert_eq!(config.password.single_hash, SingleHash::Schemes(vec!["plaintext".into()]));
    assert_eq!(config.password.hash_passlib_options["argon2__memory_cost"], json!(8));
    assert!(config.password.deprecated_hashing_schemes.is_empty());
    let identities = config.core.user_identity_attributes;
    assert_eq!(identities.len(), 2);
    assert_eq!((&*identities[1].attribute, identities[1].mapper), ("username", Mapper::Raw));
    assert!(!identities[1].case_insensitive);
    assert_eq!(config.token.expire_timestamp, 1_700_000_000);
    assert_eq!(config.totp.secrets.get("1").unwrap().expose(), "TjQ9Qa31VOrfEzuPy4VHQWPCTmRzCnFz");
    assert_eq!(config.mail.sender.unwrap().address, "no-reply@localhost");
    assert_eq!(config.mail.email_validator_args.unwrap()["check_deliverability"], json!(false));
    let message = &config.messages["LOGIN"];
    assert_eq!(message, &("You may log in, %(name)s".to_owned(), "info".to_owned()));
    assert_eq!(config.register.email_subject.as_deref(), Some("Welcome, friend"));
    assert_eq!(config.sms.service_config.get("url").unwrap().expose(), "http://127.0.0.1:1/sms/");
}

#[test]
fn a_setting_may_be_spelt_in_four_ways() {
    for text in [
        "SECURITY_LOGIN_URL = '/in'",
        "security_login_url = '/in'",
        "[security]\nlogin_url = '/in'",
        "security.LOGIN_URL = '/in'",
    ] {
        assert_eq!(toml(text).unwrap().login.url, "/in", "{text}");
    }
    let twice = wrong("SECURITY_LOGIN_URL = '/in'\n[security]\nlogin_url = '/on'");
    assert!(twice.contains("SECURITY_LOGIN_URL is given twice"), "{twice}");
    let aliases = wrong("DATABASE_URL = 'sqlite:a'\nSQLALCHEMY_DATABASE_URI = 'sqlite:b'");
    assert!(aliases.contains("given twice"), "{aliases}");
}

#[test]
fn a_json_file_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("app.json");
    std::fs::write(&path, r#"{"SESSION_PROTECTION": "strong", "security": {"freshness": 60}}"#)
        .unwrap();
    let config = Loader::new(Preset::Flask).file(&path).load().unwrap().config;
    assert_eq!(config.session.protection, Some(Protection::Strong));
    assert_eq!(config.freshness.within, SignedDuration::from_secs(60));
}

#[test]
fn later_wins_and_the_winner_is_known() {
    let file = "secret_key = 'k'\nserver_name = 'file.example'\n[security]\nlogin_url = '/file'\n\
                logout_url = '/file'\nregister_url = '/file'";
    let vars = [
        ("SERVER_NAME", "env.example"),
        ("SECURITY_LOGOUT_URL", "/env"),
        ("SECURITY_REGISTER_URL", "/env"),
        ("PATH", "/usr/bin"),
    ];
    let loaded = Loader::new(Preset::Recommended)
        .toml("app.toml", file)
        .environment(vars.map(|(key, value)| (key.to_owned(), value.to_owned())))
        .configure(|config| {
            config.register.url = "/code".into();
            config.core.secret_key = Some("another".into());
        })
        .load()
        .unwrap();
    assert_eq!(loaded.config.login.url, "/file");
    assert_eq!(loaded.config.logout.url, "/env");
    assert_eq!(loaded.config.register.url, "/code");
    let origin = |key| loaded.origin(key).unwrap();
    assert_eq!(origin("SECURITY_LOGIN_URL"), Origin::File(PathBuf::from("app.toml")));
    assert_eq!(origin("SERVER_NAME"), Origin::Environment);
    assert_eq!(origin("SECURITY_REGISTER_URL"), Origin::Code);
    assert_eq!(origin("SECRET_KEY"), Origin::Code, "a change from one secret to another shows");
    assert_eq!(origin("SECURITY_VERIFY_URL"), Origin::Default);
    assert_eq!(origin("SESSION_COOKIE_SECURE"), Origin::Preset(Preset::Recommended));
    assert_eq!(loaded.origin("NOPE"), None);
}

#[test]
fn the_environment_is_read_by_type() {
    let config = environment(&[
        ("SECRET_KEY", "12345678901234567890"),
        ("SECURITY_TRACKABLE", "True"),
        ("SECURITY_FRESHNESS", "2 hours"),
        ("SECURITY_TOKEN_MAX_AGE", "30"),
        ("SECURITY_PASSWORD_SCHEMES", "argon2, bcrypt"),
        ("SECURITY_LOGOUT_METHODS", r#"["GET", "POST"]"#),
        ("SECURITY_CACHE_CONTROL", "none"),
        ("SESSION_COOKIE_SECURE", "auto"),
        ("SESSION_COOKIE_SAMESITE", "lax"),
        ("SERVER_NAME", ""),
        ("MAIL_USERNAME", "0042"),
        ("PROXY_FIX", r#"{"x_for": 2}"#),
    ])
    .unwrap();
    assert_eq!(config.core.secret_key.unwrap().expose(), "12345678901234567890");
    assert!(config.login.trackable);
    assert_eq!(config.freshness.within, SignedDuration::from_hours(2));
    assert_eq!(config.token.max_age, SignedDuration::from_secs(30));
    assert_eq!(config.password.schemes, ["argon2", "bcrypt"]);
    assert_eq!(config.logout.methods.unwrap(), ["GET", "POST"]);
    assert!(config.core.cache_control.is_none());
    assert_eq!(config.session.cookie_secure, SecureFlag::Auto);
    assert_eq!(config.session.cookie_samesite, Some(SameSite::Lax));
    assert_eq!(config.core.server_name, None);
    assert_eq!(config.mail.username.as_deref(), Some("0042"));
    assert_eq!(config.core.proxy_fix.x_for, 2);
}

#[test]
fn our_prefix_wins_and_names_of_one_word_need_it() {
    let config = environment(&[
        ("GATEWRIGHT_SECRET_KEY", "ours"),
        ("SECRET_KEY", "plain"),
        ("DEBUG", "app:*"),
        ("GATEWRIGHT_TESTING", "1"),
        ("GATEWRIGHT_LOGIN_URL", "/short"),
        ("GATEWRIGHT_SECURITY_LOGOUT_URL", "/long"),
        ("GATEWRIGHT_PRESET", "recommended"),
        ("GATEWRIGHT_LOG", "debug"),
    ])
    .unwrap();
    assert_eq!(config.core.secret_key.unwrap().expose(), "ours");
    assert!(!config.core.debug);
    assert!(config.core.testing && config.mail.suppress_send, "mail follows TESTING");
    assert_eq!((&*config.login.url, &*config.logout.url), ("/short", "/long"));
    assert_eq!(config.preset, Preset::Recommended);
}

#[test]
fn the_variables_of_container_platforms_are_no_settings() {
    environment(&[
        ("SECURITY_SERVICE_HOST", "10.0.0.1"),
        ("SECURITY_SERVICE_PORT_HTTP", "80"),
        ("SECURITY_PORT", "tcp://10.0.0.1:80"),
        ("GATEWRIGHT_PORT", "tcp://10.0.0.1:80"),
        ("GATEWRIGHT_PORT_80_TCP_ADDR", "10.0.0.1"),
        ("GATEWRIGHT_SERVICE_HOST", "10.0.0.1"),
    ])
    .unwrap();
    let error = environment(&[("SECURITY_LOGIN_ULR", "/in")]).unwrap_err();
    assert_eq!(
        error.detail(),
        "environment: SECURITY_LOGIN_ULR is not a setting; did you mean SECURITY_LOGIN_URL?"
    );
    let error = environment(&[("GATEWRIGHT_TRACKABEL", "1")]).unwrap_err();
    assert!(error.detail().ends_with("did you mean SECURITY_TRACKABLE?"), "{error}");
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_not_text_does_no_harm() {
    use std::os::unix::ffi::OsStrExt;

    // A process of its own, whose environment can be set without touching that of other tests.
    let me = "config::tests::loading::a_variable_that_is_not_text_does_no_harm";
    if std::env::var_os("SECURITY_LOGIN_URL").is_none() {
        let output = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", me])
            .env("SECURITY_LOGIN_URL", "/from-process")
            .env("MAIL_SERVER", std::ffi::OsStr::from_bytes(b"\xff"))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("1 passed"), "{said}");
        return;
    }
    let loaded = Loader::new(Preset::Flask).process_environment().load().unwrap();
    assert_eq!(loaded.config.login.url, "/from-process");
    assert_eq!(loaded.config.mail.server, "127.0.0.1");
}

#[test]
fn an_unknown_name_gets_advice() {
    for (text, line) in [
        (
            "security.pasword_hash = 1",
            "SECURITY_PASWORD_HASH is not a setting; did you mean SECURITY_PASSWORD_HASH?",
        ),
        ("secert_key = 1", "SECERT_KEY is not a setting; did you mean SECRET_KEY?"),
        ("TRACKABLE = true", "TRACKABLE is not a setting; did you mean SECURITY_TRACKABLE?"),
        (
            "security.secret_key = 'x'",
            "SECURITY_SECRET_KEY is not a setting; did you mean SECRET_KEY, which stands at the top level?",
        ),
        ("zzzzz = 1", "ZZZZZ is not a setting; `config list` shows those there are"),
        (
            "security.username_normalize_form = 'NFC'",
            "SECURITY_USERNAME_NORMALIZE_FORM is now SECURITY_INPUT_NORMALIZE_FORM",
        ),
        (
            "security.msg_username_illegal_characters = ['a', 'info']",
            "SECURITY_MSG_USERNAME_ILLEGAL_CHARACTERS is now SECURITY_MSG_INVALID_INPUT",
        ),
        (
            "security.msg_invalid_pasword = ['a', 'info']",
            "SECURITY_MSG_INVALID_PASWORD is not a setting; did you mean SECURITY_MSG_INVALID_PASSWORD?",
        ),
        (
            "security.login_form = 'x'",
            "SECURITY_LOGIN_FORM is a form class: remove it, forms are extended in code",
        ),
        (
            "security.render_template = 'x'",
            "SECURITY_RENDER_TEMPLATE must be left out: it is a function, which an application gives to the builder",
        ),
    ] {
        assert_eq!(wrong(text), format!("app.toml: {line}"), "{text}");
    }
}

#[test]
fn all_problems_are_told_at_once_and_values_never() {
    let text =
        "secret_key = 7391\nsecurity_freshness = 'sesame'\nmail_port = 700000\nnope_nope = 1";
    let lines = wrong(text);
    assert_eq!(lines.lines().count(), 4, "{lines}");
    assert!(lines.contains("SECRET_KEY must be text"), "{lines}");
    assert!(lines.contains("MAIL_PORT must be a whole number from 0 to 65535"), "{lines}");
    assert!(!lines.contains("7391") && !lines.contains("sesame"), "{lines}");
    let broken = wrong("a = 1\nsecret_key = 'sesame\n");
    assert!(broken.starts_with("app.toml, line 2: ") && !broken.contains("sesame"), "{broken}");
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let absent = folder.path().join("absent.toml");
    let error = Loader::new(Preset::Flask).file(&absent).load().unwrap_err();
    assert!(error.detail().contains("absent.toml cannot be read"), "{error}");
    let large = folder.path().join("large.toml");
    std::fs::write(&large, vec![b'#'; 1024 * 1024 + 1]).unwrap();
    let error = Loader::new(Preset::Flask).file(&large).load().unwrap_err();
    assert!(error.detail().contains("larger than"), "{error}");
    let list = folder.path().join("list.json");
    std::fs::write(&list, "[1]").unwrap();
    let error = Loader::new(Preset::Flask).file(&list).load().unwrap_err();
    assert!(error.detail().contains("a configuration is a table"), "{error}");
}

#[test]
fn durations_have_many_forms() {
    for (text, seconds) in [
        ("90", 90.0),
        ("1.5", 1.5),
        ("-60", -60.0),
        ("'1 day'", 86_400.0),
        ("'5 days'", 432_000.0),
        ("'15 min'", 900.0),
        ("'2h'", 7_200.0),
        ("'1 weeks'", 604_800.0),
        ("'250 milliseconds'", 0.25),
        ("'0.5 hours'", 1_800.0),
        ("' 30  seconds '", 30.0),
    ] {
        let config = toml(&format!("security.freshness = {text}")).unwrap();
        assert!((config.freshness.within.as_secs_f64() - seconds).abs() < 1e-9, "{text}");
    }
    for text in [
        "'soon'",
        "'5 fortnights'",
        "true",
        "'1 day 2'",
        "''",
        "nan",
        "inf",
        "1e300",
        "'-'",
        "9223372036854775807",
        "'9223372036854775807 weeks'",
        "['1 day']",
        "1979-05-27",
    ] {
        let lines = wrong(&format!("security.freshness = {text}"));
        assert!(
            lines.contains("SECURITY_FRESHNESS must be seconds, or text such as"),
            "{text}: {lines}"
        );
    }
}

#[test]
fn wrong_shapes_are_refused_with_the_right_one() {
    for (text, part) in [
        ("security.user_identity_attributes = ['email']", "a table with one entry, such as"),
        ("security.user_identity_attributes = [{ email = { mapper = 'x' } }]", "mapper is one of"),
        ("security.csrf_cookie = { samesite = 'Lax', colour = 1 }", "which \"colour\" is not"),
        ("security.csrf_cookie = { samesite = 'Sometimes' }", "\"samesite\" is one of"),
        ("security.cache_control = { 'no-store\\r\\nx' = true }", "Cache-Control directives"),
        ("proxy_fix = { x_for = 1000 }", "a table of small numbers"),
        ("security.email_sender = \"a@b.c\\r\\nBcc: x@y.z\"", "without control characters"),
        ("session_cookie_secure = 'sometimes'", "true, false or \"auto\""),
        ("security.password_single_hash = 4", "true, or a list of schemes"),
        ("security.trackable = 'yes'", "SECURITY_TRACKABLE must be true or false"),
        ("security.msg_login = 'only text'", "must be a list of two"),
        ("preset = 'strict'", "PRESET must be one of \"recommended\", \"flask\""),
    ] {
        let lines = wrong(text);
        assert!(lines.contains(part), "{text}: {lines}");
    }
}

#[test]
fn older_forms_are_converted() {
    let text = "SQLALCHEMY_TRACK_MODIFICATIONS = false\n\
                [security]\nusername_enable = true\ncsrf_cookie = { key = 'XSRF', secure = true }\n\
                token_max_age = 30";
    let loaded =
        Loader::new(Preset::Flask).toml("a.toml", text).value("CSRF_PROTECT", true).load().unwrap();
    let config = &loaded.config;
    assert_eq!(config.csrf.cookie_name.as_deref(), Some("XSRF"));
    assert_eq!(config.csrf.headers, ["X-CSRFToken", "X-CSRF-Token", "X-XSRF-Token"]);
    assert_eq!(config.token.max_age, SignedDuration::from_secs(30));
    let names: Vec<&str> =
        config.core.user_identity_attributes.iter().map(|it| it.attribute.as_str()).collect();
    assert_eq!(names, ["email", "username"]);
    assert_eq!(loaded.warnings.len(), 2, "{:?}", loaded.warnings);
    let mut again = config.clone();
    again.settle();
    assert!(again.differences(config).is_empty(), "settling twice changes nothing");
}

#[test]
fn secrets_are_never_shown() {
    let secret = "dontshowme";
    let mut config = Config::preset(Preset::Flask);
    let mut hidden = 0;
    for row in ROWS.iter() {
        let value = match row.kind.as_str() {
            "secret or none" => json!(secret),
            "list of secret" => json!([secret, secret]),
            "map of secrets" => json!({ "a": secret, "b": { "c": secret } }),
            "URL or none" => json!(format!("postgres://u:{secret}@h/db?password={secret}")),
            _ => continue,
        };
        config.set(row.key, &Given::Value(value)).unwrap().unwrap();
        hidden += 1;
    }
    assert!(hidden >= 12, "{hidden}");
    assert!(!format!("{config:?}").contains(secret));
    for row in ROWS.iter() {
        assert!(!config.show(row.key).unwrap().to_string().contains(secret), "{}", row.key);
    }
    let url = config.database.url.unwrap();
    assert_eq!(url.redacted(), "postgres://u:********@h/db?********");
    for (url, shown) in [
        ("https://hooks.lp.com", "https://hooks.lp.com"),
        ("https://hooks.lp.com/", "https://hooks.lp.com/"),
        ("https://hooks.lp.com:8/T0/B0/xoxb", "https://hooks.lp.com:8/********"),
        ("https://hooks.lp.com?key=xoxb", "https://hooks.lp.com/********"),
        ("https://joe:xoxb@hooks.lp.com/", "https://********"),
        ("xoxb", "********"),
    ] {
        let url = ReceiverUrl::from(url);
        assert_eq!(url.redacted(), shown);
        assert_eq!(format!("{url:?}"), format!("ReceiverUrl({shown})"));
    }
    let json = serde_json::to_string(&config.core.secret_key).unwrap();
    assert_eq!(json, "\"********\"");
}

#[test]
fn a_setting_can_be_explained() {
    let loaded = Loader::new(Preset::Recommended)
        .toml("app.toml", "secret_key = 'sesame'\nsecurity.freshness = 60")
        .load()
        .unwrap();
    for name in ["SECURITY_FRESHNESS", "freshness", "security.freshness"] {
        let line = loaded.explain(name).unwrap();
        assert_eq!((line.key, &*line.field), ("SECURITY_FRESHNESS", "freshness.within"));
        assert_eq!((line.value, &*line.origin), (json!(60), "app.toml"));
        assert_eq!(line.flask, json!(86_400));
    }
    let error = loaded.explain("freshnes").unwrap_err();
    assert!(error.detail().ends_with("did you mean SECURITY_FRESHNESS?"), "{error}");
    let list = serde_json::to_string(&loaded.list()).unwrap();
    assert!(!list.contains("sesame"));
    assert_eq!(loaded.list().len(), ROWS.len());
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        "-?[0-9]{0,20} ?[a-z]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map("[a-z_-]{0,10}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_value_breaks_a_setting(value in any_value(), text in ".{0,24}") {
        let mut config = Config::preset(Preset::Flask);
        for row in ROWS.iter() {
            let value_result = config.set(row.key, &Given::Value(value.clone()));
            prop_assert!(value_result.is_some());
            prop_assert!(config.set(row.key, &Given::Text(text.clone())).is_some());
        }
        config.settle();
        let _ = crate::config::check(&config, crate::config::Unbuilt::Allow);
    }

    #[test]
    fn no_text_breaks_the_reader(text in "(.|\n){0,80}", key in ".{0,40}") {
        let _ = parse_toml("x", &text);
        let _ = Loader::new(Preset::Flask).toml("x", text).value(&key, 1).load();
    }
}
