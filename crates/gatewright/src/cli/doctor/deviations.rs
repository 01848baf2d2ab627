//! What is answered otherwise, as far as it concerns these settings.

use crate::cli::doctor::report::{Finding, Report};
use crate::config::{Config, Preset, Protection, SessionStore};

pub(super) fn look(report: &mut Report, config: &Config) {
    as_flask(report, config);
    if config.preset == Preset::Recommended {
        hardened(report, config);
    }
}

/// Where the answer is another than Flask-Security's although the preset is `flask`.
fn as_flask(report: &mut Report, config: &Config) {
    let freshness = !config.freshness.within.is_negative();
    let resolves = config
        .mail
        .email_validator_args
        .as_ref()
        .and_then(|args| args.get("check_deliverability"))
        .is_none_or(|value| value.as_bool() != Some(false));
    let mails_links = links(config).iter().any(|(on, ..)| *on);
    let plaintext = config.password.schemes.iter().any(|scheme| scheme == "plaintext");
    let strong = config.session.protection == Some(Protection::Strong);
    for (concerns, about, text, page) in [
        (
            true,
            "wording",
            "pages, messages and mails have words of their own; SECURITY_MSG_… and templates by \
             file name replace them",
            "docs/settings.md",
        ),
        (
            true,
            "broken requests",
            "what crashes Flask-Security (a JSON body that is no object) is answered 400",
            "docs/spa.md",
        ),
        (
            config.core.cache_control.is_some(),
            "Cache-Control",
            "`private, no-store`, where Flask-Security sends `private=True, no-store=True`, which \
             is no such header (RFC 9111)",
            "docs/headers.md",
        ),
        (
            config.core.url_prefix.is_some(),
            "paths",
            "what lies below SECURITY_URL_PREFIX and is no page of ours is the application's to answer",
            "docs/login.md",
        ),
        (
            !config.core.secret_key_fallbacks.is_empty(),
            "new tokens",
            "are signed with SECRET_KEY; Flask-Security signs them with the last of \
             SECRET_KEY_FALLBACKS. Both sides accept both",
            "docs/tokens.md",
        ),
        (
            freshness,
            "freshness",
            "a token that comes with a session makes that session no fresher: it may be somebody \
             else's",
            "docs/freshness.md",
        ),
        (
            strong,
            "remember-me",
            "a session that it brings back is bound to its browser at once, so that \
             SESSION_PROTECTION = \"strong\" does not end it with the next request",
            "docs/sessions.md",
        ),
        (
            plaintext,
            "passwords",
            "a stored value that looks like a hash of an unknown scheme is never compared as a \
             plaintext password",
            "docs/passwords.md",
        ),
        (
            resolves,
            "addresses",
            "are checked by their form, and not looked up in the DNS: a mail to a domain that is \
             not there fails later",
            "docs/register.md",
        ),
        (
            mails_links,
            "new links in mails",
            "are good once, and for Gatewright alone: Flask refuses those made here. Move asking \
             and opening together",
            "docs/migrating-from-flask-security.md",
        ),
        (
            !config.mail.suppress_send,
            "mail",
            "goes through the table gatewright_outbox, made with the first mail: a server that is \
             down delays no answer",
            "docs/mail.md",
        ),
    ] {
        if concerns {
            report.differs(Finding::new(about, text).page(page));
        }
    }
}

/// What the preset `recommended` does to people who are signed in at Flask.
fn hardened(report: &mut Report, config: &Config) {
    let page = "docs/migrating-from-flask-security.md";
    for (concerns, about, text) in [
        (
            config.session.store == SessionStore::Server,
            "sessions",
            "live on the server and are remembered there: those in Flask's cookies are over, and Flask \
             reads none of these",
        ),
        (
            config.session.cookie_prefix && config.session.store == SessionStore::Cookie,
            "cookies",
            "of sessions over https are called `__Host-…`: Flask does not know them by that name",
        ),
        (config.token.header_only, "tokens", "count in the header alone, not in a query or a body"),
        (config.core.return_generic_responses, "answers", "do not tell whether an account exists"),
        (
            config.csrf.origin_check,
            "other sites' forms",
            "are refused for every route, by Origin and Sec-Fetch-Site",
        ),
        (config.logout.csrf, "sign-out", "needs a CSRF token"),
    ] {
        if concerns {
            report.differs(Finding::new(about, text).page(page));
        }
    }
}

/// Features that mail links: switch, its name, and what the link is for.
pub(super) fn links(config: &Config) -> [(bool, &'static str, &'static str); 4] {
    [
        (config.confirm.enabled, "SECURITY_CONFIRMABLE", "confirmation"),
        (config.recover.enabled, "SECURITY_RECOVERABLE", "new password"),
        (config.change_email.enabled, "SECURITY_CHANGE_EMAIL", "new address"),
        (config.passwordless.enabled, "SECURITY_PASSWORDLESS", "sign-in"),
    ]
}
