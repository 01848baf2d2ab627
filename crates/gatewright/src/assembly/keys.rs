//! Keys, password schemes and texts, derived from the settings once.

use std::path::Path;
use std::sync::Arc;

use data_encoding::BASE64;
use gatewright_wire::digest::hmac_sha256;
use gatewright_wire::flask::csrf::Csrf;
use gatewright_wire::flask::remember;
use gatewright_wire::flask::session::Codec;
use gatewright_wire::itsdangerous::{Derivation, Timed, UrlSafe};
use gatewright_wire::passlib::{Context, Deprecated, OptionValue, Options, Scheme, SingleHash};
use serde_json::Value;

use crate::config::{Config, Preset, SingleHash as SingleHashSetting};
use crate::error::{Error, Result};
use crate::i18n::Catalog;
use crate::outbound::http::HttpClient;
use crate::password::Passwords;
use crate::password::breach::Breaches;
use crate::password::filter::Filter;
use crate::security::{Hosts, Keys, LinkKeys, Rules};
use crate::text::host::{Host, Pattern};
use crate::text::{email, username};

pub(super) fn keys(config: &Config) -> Result<Keys> {
    let Some(secret) = &config.core.secret_key else {
        return Err(Error::config("SECRET_KEY is missing: set it to 32 or more random characters"));
    };
    let mut secrets = vec![secret.as_bytes()];
    secrets.extend(config.core.secret_key_fallbacks.iter().map(|secret| secret.as_bytes()));
    let csrf = config.csrf.secret_key.as_ref().unwrap_or(secret);
    Ok(Keys {
        session: Codec::new(&secrets, "cookie-session"),
        visit: Codec::new(&secrets, "gatewright-visit"),
        csrf: Csrf::new(csrf.as_bytes()),
        token: Timed::new(&secrets, &config.token.salt, Derivation::DjangoConcat),
        device: Timed::new(&secrets, "gatewright-device", Derivation::DjangoConcat),
        refresh: UrlSafe::new(&secrets, &config.refresh.salt, Derivation::DjangoConcat),
        links: links(config, &secrets),
        remember: remember::latin1(secret.expose())
            .map_err(|_| {
                Error::config("SECRET_KEY has characters outside of Latin-1: choose ASCII ones")
            })?
            .into(),
    })
}

fn links(config: &Config, secrets: &[&[u8]]) -> LinkKeys {
    let timed = |salt: &str| Timed::new(secrets, salt, Derivation::DjangoConcat);
    LinkKeys {
        confirm: timed(&config.confirm.salt),
        reset: timed(&config.recover.salt),
        login: timed(&config.passwordless.salt),
        change_email: timed(&config.change_email.salt),
        undo_email: timed("gatewright-undo-email"),
        reopen: timed("gatewright-reopen"),
        digests: secrets
            .iter()
            .map(|secret| hmac_sha256(secret, b"gatewright links").into())
            .collect(),
    }
}

pub(super) fn passwords(config: &Config) -> Result<Passwords> {
    let settings = &config.password;
    let scheme = |name: &str| {
        name.parse::<Scheme>()
            .map_err(|_| Error::config(format!("there is no password scheme named {name:?}")))
    };
    let mut schemes: Vec<Scheme> =
        settings.schemes.iter().map(|name| scheme(name)).collect::<Result<_>>()?;
    // No row but an imported one has its mark, and none is made again.
    schemes.push(Scheme::Imported);
    let deprecated = if settings.deprecated_schemes.iter().any(|name| name == "auto") {
        Deprecated::Auto
    } else {
        let list = settings.deprecated_schemes.iter().map(|name| scheme(name));
        Deprecated::List(list.collect::<Result<_>>()?)
    };
    let single = match &settings.single_hash {
        SingleHashSetting::All => SingleHash::Always,
        SingleHashSetting::Schemes(names) => {
            SingleHash::Schemes(names.iter().filter_map(|name| name.parse().ok()).collect())
        }
    };
    let mut pairs: Vec<(String, &Value)> = Vec::new();
    for (scheme, options) in &settings.hash_options {
        for (name, value) in options.as_object().into_iter().flatten() {
            pairs.push((format!("{scheme}__{name}"), value));
        }
    }
    for (name, value) in &settings.hash_passlib_options {
        pairs.push((name.clone(), value));
    }
    let options =
        Options::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), option(value))))
            .map_err(|error| {
                Error::config(format!("SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS: {error}"))
            })?;
    let salt = settings.salt.as_ref().map(|salt| salt.as_bytes().to_vec());
    let former = settings.salt_fallbacks.iter().map(|salt| salt.as_bytes().to_vec()).collect();
    let default = scheme(&settings.hash)?;
    let context = Context::new(schemes, default, deprecated, single, salt, options)
        .and_then(|context| context.with_former_salts(former))
        .map_err(|error| Error::config(format!("the password settings: {error}")))?;
    let peppers = settings.peppers.iter().map(|pepper| pepper.as_bytes().to_vec()).collect();
    let signers = settings.firebase_keys.iter().map(|key| {
        // A key that is none is refused by the check of the settings.
        BASE64.decode(key.as_bytes()).unwrap_or_default()
    });
    let context = context.with_foreign_keys(peppers, signers.collect());
    Passwords::new(context, settings.normalize_form, settings.hash_queue)
}

pub(super) fn breaches(config: &Config, http: Arc<dyn HttpClient>) -> Result<Breaches> {
    let settings = &config.password;
    let (rule, least) = (settings.check_breached, settings.breached_count);
    let filter =
        settings.breached_filter.as_ref().map(Filter::open).transpose().map_err(|error| {
            Error::config(format!("SECURITY_PASSWORD_BREACHED_FILTER: {error}")).caused_by(error)
        })?;
    Ok(Breaches::new(rule, least, &settings.breached_url, http, filter))
}

fn option(value: &Value) -> OptionValue<'_> {
    match value.as_i64() {
        Some(number) => OptionValue::Number(number),
        None => OptionValue::Text(value.as_str().unwrap_or_default()),
    }
}

pub(super) fn catalog(config: &Config) -> Result<Catalog> {
    let mut catalog = Catalog::builtin();
    if let Some(folder) = &config.i18n.folder {
        add_languages(&mut catalog, folder).map_err(|error| {
            let shown = folder.display();
            Error::config(format!("LANGUAGES_FOLDER: {shown}: {error}")).caused_by(error)
        })?;
    }
    catalog
        .offer(&config.i18n.languages)
        .map_err(|error| Error::config(format!("LANGUAGES: {}", error.detail())))?;
    if let Some(path) = &config.core.text_overrides {
        let text = std::fs::read_to_string(path).map_err(|error| {
            let shown = path.display();
            Error::config(format!("TEXT_OVERRIDES: {shown} cannot be read")).caused_by(error)
        })?;
        catalog.replace(&text)?;
    }
    for (key, (text, category)) in &config.messages {
        catalog.set_message(key, text, category)?;
    }
    if let Some(locale) = &config.core.babel_default_locale {
        catalog.fix_language(locale);
    }
    Ok(catalog)
}

/// Every `<tag>.ftl` of a folder, by name, so that every start does the same.
fn add_languages(catalog: &mut Catalog, folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "ftl") {
            files.push(path);
        }
    }
    files.sort();
    for path in files {
        let tag = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let parts = || tag.split(['-', '_']);
        let sound = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric()) && part.len() <= 8;
        if !(parts().all(sound) && parts().next().is_some_and(|first| first.len() >= 2)) {
            let shown = path.display();
            return Err(Error::config(format!(
                "{shown} is not named as a language, such as cy.ftl"
            )));
        }
        let text = std::fs::read_to_string(&path)?;
        catalog
            .add_language(tag, &text)
            .map_err(|error| Error::config(format!("{tag}.ftl: {}", error.detail())))?;
    }
    Ok(())
}

pub(super) fn rules(config: &Config) -> Rules {
    let args = config.mail.email_validator_args.clone().unwrap_or_default();
    let flag =
        |name: &str, default: bool| args.get(name).and_then(Value::as_bool).unwrap_or(default);
    let usual = email::Options::default();
    let email = email::Options {
        allow_smtputf8: flag("allow_smtputf8", usual.allow_smtputf8),
        allow_empty_local: flag("allow_empty_local", usual.allow_empty_local),
        allow_quoted_local: flag("allow_quoted_local", usual.allow_quoted_local),
        allow_domain_literal: flag("allow_domain_literal", usual.allow_domain_literal),
        allow_display_name: flag("allow_display_name", usual.allow_display_name),
        strict: flag("strict", usual.strict),
        test_environment: flag("test_environment", usual.test_environment),
        globally_deliverable: flag("globally_deliverable", usual.globally_deliverable),
    };
    let username = username::Rules {
        allowed_chars: config.username.allowed_chars.clone(),
        min: config.username.min_length,
        max: config.username.max_length,
        form: config.core.input_normalize_form,
    };
    Rules { email, username, hosts: hosts(config) }
}

fn hosts(config: &Config) -> Hosts {
    let core = &config.core;
    let own = core.server_name.as_deref().and_then(Host::parse).map(Host::into_owned);
    let named = core.server_name.as_ref();
    let trusted = core.trusted_hosts.as_ref().map(|list| {
        let patterns = list.iter().chain(named).filter_map(|text| Pattern::parse(text));
        // The reference looks at names alone.
        let any_port = config.preset == Preset::Flask;
        patterns.map(|one| if any_port { one.of_any_port() } else { one }).collect()
    });
    Hosts { own, trusted }
}
