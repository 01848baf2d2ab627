//! What is in the database: counts, schemes of hashes, and what stands in the way.

use std::collections::BTreeMap;
use std::path::Path;

use gatewright_wire::passlib::{Context, Deprecated, Options, Scheme, SingleHash};

use crate::assembly::store::table_names;
use crate::cli::doctor::report::{Counts, Finding, Report, many};
use crate::config::{Config, Surveyed};
use crate::error::{Error, Result};
use crate::store::{SqlStore, Survey};
use crate::text::email;

/// What a hash is called that no scheme claims.
const UNKNOWN: &str = "unknown";

/// What is seen while every user passes by.
#[derive(Default)]
struct Seen {
    hashes: BTreeMap<&'static str, u64>,
    without_password: u64,
    odd_addresses: u64,
}

pub(super) async fn look(report: &mut Report, surveyed: &Surveyed) -> Result<()> {
    let config = &surveyed.loaded.config;
    let Some(url) = &config.database.url else {
        report.decide(Finding::new(
            "DATABASE_URL",
            "is missing (SQLALCHEMY_DATABASE_URI is another name of it): name the database with \
             --database to have it looked at",
        ));
        return Ok(());
    };
    let kind = url.as_str().split(':').next().unwrap_or_default();
    if kind != "sqlite" {
        let text = format!("not yet: {kind}. SQLite is the only database in this version");
        report.decide(Finding::new("database", text));
        return Ok(());
    }
    let schemes = every_scheme()?;
    let mut seen = Seen::default();
    let names = table_names(config);
    let survey = SqlStore::survey(url.as_str(), &names, |address, stored| {
        seen.look(&schemes, address, stored);
    });
    let survey = survey.await.map_err(|error| beside(url.as_str(), error))?;
    people(report, config, &survey, &seen);
    hashes(report, config, &seen.hashes);
    tables(report, config, &survey);
    report.counts = Some(Counts {
        users: survey.users,
        active: survey.active,
        without_password: seen.without_password,
        roles: survey.roles,
        grants: survey.grants,
        refresh_families: survey.refresh_families,
        hashes: seen.hashes,
    });
    Ok(())
}

impl Seen {
    fn look(&mut self, schemes: &Context, address: &str, stored: Option<&str>) {
        match stored.filter(|stored| !stored.is_empty()) {
            None => self.without_password += 1,
            Some(stored) => {
                let scheme = schemes.identify(stored).map_or(UNKNOWN, Scheme::name);
                *self.hashes.entry(scheme).or_default() += 1;
            }
        }
        let options = email::Options {
            allow_quoted_local: true,
            allow_domain_literal: true,
            test_environment: true,
            globally_deliverable: false,
            ..email::Options::default()
        };
        // Upper and lower case are the same when somebody signs in.
        let same = |normal: String| normal.to_lowercase() == address.to_lowercase();
        if !email::normalize(address, &options).is_ok_and(same) {
            self.odd_addresses += 1;
        }
    }
}

/// Whatever passlib knows; plaintext comes last by itself.
fn every_scheme() -> Result<Context> {
    let schemes: Vec<Scheme> = Scheme::ALL.into();
    let none = Options::from_pairs::<i64>([])?;
    Ok(Context::new(schemes, Scheme::Argon2, Deprecated::Auto, SingleHash::Always, None, none)?)
}

/// Flask-SQLAlchemy reads a relative path from the instance folder.
fn beside(url: &str, error: Error) -> Error {
    let path = url.strip_prefix("sqlite:///").unwrap_or_default();
    let hint = Path::new("instance").join(path);
    let missing = Path::new(path).is_relative() && !Path::new(path).exists();
    match Some(hint).filter(|hint| missing && hint.is_file()) {
        Some(path) => Error::config(format!(
            "{error}; Flask-SQLAlchemy reads relative paths from its instance folder: try \
             --database sqlite:{}",
            path.display()
        )),
        None => error,
    }
}

fn people(report: &mut Report, config: &Config, survey: &Survey, seen: &Seen) {
    let mut text = format!("{}, {} active", many(survey.users, "user"), survey.active);
    if seen.without_password > 0 {
        text.push_str(&format!(", {} without a password", seen.without_password));
    }
    if let Some(unconfirmed) = survey.unconfirmed.filter(|count| *count > 0) {
        text.push_str(&format!(", {unconfirmed} with an address that was never confirmed"));
    }
    report.carries_over(Finding::new("users", text));
    let text = format!("{}, given {} times", many(survey.roles, "role"), survey.grants);
    report.carries_over(Finding::new("roles", text).page("docs/guards.md"));
    if survey.refresh_families > 0 {
        let count = survey.refresh_families;
        let family = if count == 1 { "1 family".to_owned() } else { format!("{count} families") };
        let text = format!("{family} that may still be exchanged");
        if config.refresh.enabled {
            report.carries_over(Finding::new("refresh tokens", text).page("docs/tokens.md"));
        } else {
            let text = format!("{text}, and SECURITY_REFRESH_TOKEN is off");
            report.decide(Finding::new("refresh tokens", text).page("docs/tokens.md"));
        }
    }
    for (count, what, name) in [
        (survey.shared_addresses, "addresses", "addresses"),
        (survey.shared_usernames, "usernames", "usernames"),
    ] {
        if count > 0 {
            report.decide(Finding::new(
                what,
                format!(
                    "{count} {name} belong to several users but for upper and lower case: the one \
                     with the lowest key is found; rename or merge the others"
                ),
            ));
        }
    }
    if seen.odd_addresses > 0 {
        report.decide(Finding::new(
            "addresses",
            format!(
                "{} not stored in normal form, or none: who types such an address is not found",
                is_or_are(seen.odd_addresses)
            ),
        ));
    }
    let missing = crate::config::unbuilt(config);
    for (count, key, what) in [
        (survey.second_factors, "SECURITY_TWO_FACTOR", "have a second factor"),
        (survey.unified, "SECURITY_UNIFIED_SIGNIN", "have set up unified sign-in"),
        (survey.passkeys, "SECURITY_WEBAUTHN", "passkeys are registered"),
        (survey.recovery_codes, "SECURITY_MULTI_FACTOR_RECOVERY_CODES", "have recovery codes"),
    ] {
        if count > 0 && missing.contains(&key) {
            let text = format!("{count} {what}: kept in the tables, and asked by nobody here yet");
            report.decide(Finding::new(key, text));
        }
    }
}

fn is_or_are(count: u64) -> String {
    if count == 1 { "1 is".to_owned() } else { format!("{count} are") }
}

fn hashes(report: &mut Report, config: &Config, hashes: &BTreeMap<&'static str, u64>) {
    let password = &config.password;
    let accepted = |scheme: &str| password.schemes.iter().any(|each| each == scheme);
    let list = |wanted: &dyn Fn(&str) -> bool| -> Vec<String> {
        let fit = hashes.iter().filter(|(scheme, _)| wanted(scheme));
        fit.map(|(scheme, count)| format!("{scheme} {count}")).collect()
    };
    let page = "docs/passwords.md";
    let good = list(&|scheme| accepted(scheme) && scheme != "plaintext");
    if !good.is_empty() {
        report.carries_over(Finding::new("passwords", "stored hashes").names(good).page(page));
    }
    if let Some(count) = hashes.get("plaintext").filter(|_| accepted("plaintext")) {
        report.decide(
            Finding::new(
                "passwords",
                format!(
                    "{count} in plaintext: each is hashed at the next sign-in; whoever reads the \
                     table has the others"
                ),
            )
            .page(page),
        );
    }
    let refused = list(&|scheme| !accepted(scheme) && scheme != UNKNOWN);
    if !refused.is_empty() {
        report.decide(
            Finding::new(
                "passwords",
                "SECURITY_PASSWORD_SCHEMES does not accept these, so their owners cannot sign in",
            )
            .names(refused)
            .page(page),
        );
    }
    if let Some(count) = hashes.get(UNKNOWN) {
        let text = format!(
            "{count} of a form that passlib does not have: nobody signs in with them, neither there \
             nor here; what `gatewright import` knows may be imported"
        );
        report.decide(Finding::new("passwords", text).page("docs/import.md"));
    }
    let salted = list(&|scheme| {
        accepted(scheme) && !password.single_hash.covers(scheme) && scheme != "plaintext"
    });
    if password.salt.is_none() && !salted.is_empty() {
        // The check of the settings has said so, without knowing what hangs on it.
        report.to_decide.retain(|finding| finding.about != "SECURITY_PASSWORD_SALT");
        report.decide(
            Finding::new(
                "SECURITY_PASSWORD_SALT",
                "is missing, and these hashes were made with it: none fits without",
            )
            .names(salted)
            .page(page),
        );
    }
}

fn tables(report: &mut Report, config: &Config, survey: &Survey) {
    let inspection = &survey.inspection;
    for gap in &inspection.gaps {
        if gap.feature.is_none() {
            report.decide(Finding::new("database", format!("lacks {gap}")));
        }
    }
    let has = &inspection.capabilities;
    for (on, able, key, what) in [
        (config.confirm.enabled, has.confirmation, "SECURITY_CONFIRMABLE", "confirmed_at"),
        (config.login.trackable, has.trackable, "SECURITY_TRACKABLE", "the tracking columns"),
        (config.username.enable, has.username, "SECURITY_USERNAME_ENABLE", "username"),
        (
            config.refresh.enabled,
            has.refresh_tokens,
            "SECURITY_REFRESH_TOKEN",
            "fs_refresh_tracker",
        ),
    ] {
        if on && !able {
            let text =
                format!("the database lacks {what}: `gatewright db upgrade` adds what is missing");
            report.decide(Finding::new(key, text).page("docs/cli.md"));
        }
    }
    for obstacle in &inspection.obstacles {
        report.decide(Finding::new("database", format!("{obstacle} (USER_EXTRA_COLUMNS)")));
    }
    if inspection.is_usable() && !inspection.advice.is_empty() {
        let text = format!(
            "usable as it is; `gatewright db upgrade` would make {} faster or stricter, which Flask \
             does not notice",
            many(inspection.advice.len() as u64, "thing")
        );
        report.differs(Finding::new("database", text).page("docs/cli.md"));
    }
    if survey.token_uniquifier {
        let text = "name their user by fs_token_uniquifier, and so outlive a new password";
        report.carries_over(Finding::new("tokens", text).page("docs/tokens.md"));
    }
}
