//! What the settings say.

use crate::cli::doctor::deviations::{self, links};
use crate::cli::doctor::report::{Finding, Report, many};
use crate::config::{Remark, SessionStore, Surveyed, Unbuilt, What, examine, unbuilt};

/// Extensions whose settings ask for a decision: how their names begin, and what is to be known.
const EXTENSIONS: &[(&str, &str, &str)] = &[
    (
        "SESSION_",
        "Flask-Session",
        "its sessions are not in Flask's cookie: they end; SESSION_STORE = \"server\" is the counterpart",
    ),
    ("RATELIMIT_", "Flask-Limiter", "LIMIT_… for the sign-in pages, `rate_limit` for routes"),
    ("TALISMAN_", "Flask-Talisman", "headers are set by the preset `recommended` and by settings"),
    ("JWT_", "Flask-JWT-Extended", "its tokens are not read here"),
    ("RECAPTCHA_", "Flask-WTF's captcha", "there is none here; LIMIT_… and lockout slow machines"),
    ("LDAP_", "LDAP", "there is no sign-in by LDAP"),
    ("MAIL_BACKEND", "Flask-Mailman", "MAIL_SENDER says who takes mails"),
];

pub(super) fn look(report: &mut Report, surveyed: &Surveyed) {
    let config = &surveyed.loaded.config;
    carried(report, surveyed);
    remarks(report, &surveyed.remarks);
    for key in unbuilt(config) {
        report
            .decide(Finding::new(key, "not yet: switch it off here, or leave its paths to Flask"));
    }
    checks(report, surveyed);
    deviations::look(report, config);
}

fn carried(report: &mut Report, surveyed: &Surveyed) {
    let config = &surveyed.loaded.config;
    let taken = many(surveyed.taken as u64, "setting");
    let mut text = format!("{taken} with the meaning they have in Flask");
    if !config.messages.is_empty() {
        let messages = many(config.messages.len() as u64, "replaced message");
        text.push_str(&format!(", {messages} among them"));
    }
    report.carries_over(Finding::new("settings", text).page("docs/settings.md"));
    if config.core.secret_key.is_none() {
        return;
    }
    if config.session.store == SessionStore::Cookie {
        for (about, name) in [
            ("sessions", &config.session.cookie_name),
            ("remember-me", &config.remember.cookie_name),
        ] {
            let text = format!("the cookie `{name}`: each side reads the other's");
            report.carries_over(Finding::new(about, text).page("docs/sessions.md"));
        }
    }
    let header = &config.token.authentication_header;
    let families =
        if config.refresh.enabled { ", and refresh tokens with their families" } else { "" };
    report.carries_over(
        Finding::new("tokens", format!("auth tokens in the header {header}{families}"))
            .page("docs/tokens.md"),
    );
    let missing = unbuilt(config);
    let links: Vec<String> = links(config)
        .into_iter()
        .filter(|(on, key, _)| *on && !missing.contains(key))
        .map(|(_, _, name)| name.to_owned())
        .collect();
    if !links.is_empty() {
        let text = "those that Flask has mailed open here until they are too old";
        report.carries_over(Finding::new("links in mails", text).names(links));
    }
}

fn remarks(report: &mut Report, remarks: &[Remark]) {
    let mut foreign: Vec<&str> = Vec::new();
    for Remark { key, what } in remarks {
        match what {
            What::Wrong(why) => report.decide(Finding::new(key.as_str(), why.as_str())),
            What::Unknown(advice) => report.decide(Finding::new(key.as_str(), advice.as_str())),
            What::Binary => report.decide(Finding::new(
                key.as_str(),
                "is bytes that are no text, which no setting here can hold: replace it in Flask \
                 first, by text (a new SECRET_KEY ends sessions, tokens and links; a new \
                 SECURITY_PASSWORD_SALT ends passwords)",
            )),
            What::SpeltAsBytes => report.decide(Finding::new(
                key.as_str(),
                "is spelt as Python prints bytes, and was read as bytes: if it is text with a b in \
                 front in Flask, write it so, else write what is between the quotes",
            )),
            // Of `SECURITY_…` the other file speaks.
            What::Foreign => foreign.push(key),
            What::Code(_) if !key.starts_with("SECURITY_") => foreign.push(key),
            What::Code(_) => {}
        }
    }
    for (start, extension, text) in EXTENSIONS {
        let own: Vec<String> = foreign
            .iter()
            .filter(|key| key.starts_with(start))
            .map(|key| (*key).to_owned())
            .collect();
        if !own.is_empty() {
            report.decide(Finding::new(*extension, *text).names(own));
        }
    }
    let known = |key: &&str| EXTENSIONS.iter().any(|(start, ..)| key.starts_with(start));
    let own: Vec<String> =
        foreign.iter().filter(|key| !known(key)).map(|key| (*key).to_owned()).collect();
    if !own.is_empty() {
        let count = many(own.len() as u64, "setting");
        let text =
            format!("{count} of the application or of its extensions, which nobody reads here");
        report.differs(Finding::new("other settings", text).names(own));
    }
}

/// What the check at start has to say, without what is said better elsewhere.
fn checks(report: &mut Report, surveyed: &Surveyed) {
    let config = &surveyed.loaded.config;
    let found = examine(config, Unbuilt::Allow);
    let missing = unbuilt(config);
    let mut idle = Vec::new();
    for line in &found.warnings {
        let key = line.split(' ').next().unwrap_or_default();
        if line.ends_with("but changes nothing in this version") {
            idle.push(key.to_owned());
        } else if missing.iter().any(|key| line.starts_with(key))
            // Which schemes are still there is said from the database.
            || line.starts_with("SECURITY_PASSWORD_SCHEMES accepts")
        {
        } else {
            decide(report, line);
        }
    }
    for line in surveyed.loaded.warnings.iter().filter(|line| !line.ends_with("has no effect here"))
    {
        report.decide(Finding::new("settings", line.as_str()));
    }
    // Hashes are asked for in the database, which knows whether the salt is needed at all.
    for line in &found.problems {
        decide(report, line);
    }
    if !idle.is_empty() {
        let text = "set, and without effect in this version";
        report.differs(Finding::new("settings", text).names(idle).page("docs/settings.md"));
    }
}

/// A line that begins with the name of a setting.
fn decide(report: &mut Report, line: &str) {
    let (key, rest) = line.split_once(' ').unwrap_or((line, ""));
    let is_key = |key: &str| key.chars().all(|c| c.is_ascii_uppercase() || c == '_' || c == ':');
    report.decide(if is_key(key) && !rest.is_empty() {
        Finding::new(key.trim_end_matches(':'), rest)
    } else {
        Finding::new("settings", line)
    });
}
