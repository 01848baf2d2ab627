//! Which names are known, what became of others, and which name was probably meant.

use std::sync::LazyLock;

use crate::config::Config;
use crate::config::table::Row;
use crate::i18n::messages;

/// What replaced messages are called.
pub(crate) const MESSAGE: &str = "SECURITY_MSG_";

/// Every setting.
pub(crate) static ROWS: LazyLock<Vec<Row>> = LazyLock::new(Config::rows);

/// Settings of the libraries under Flask-Security that have no meaning here.
const WITHOUT_EFFECT: &[&str] = &[
    "APPLICATION_NAME",
    "BABEL_DEFAULT_FOLDER",
    "EXPLAIN_TEMPLATE_LOADING",
    "JSONIFY_PRETTYPRINT_REGULAR",
    "JSON_AS_ASCII",
    "JSON_SORT_KEYS",
    "PROPAGATE_EXCEPTIONS",
    "SECURITY_REDIRECT_VALIDATE_MODE",
    "SECURITY_REDIRECT_VALIDATE_RE",
    "SEND_FILE_MAX_AGE_DEFAULT",
    "SQLALCHEMY_RECORD_QUERIES",
    "SQLALCHEMY_TRACK_MODIFICATIONS",
    "TEMPLATES_AUTO_RELOAD",
    "TRAP_BAD_REQUEST_ERRORS",
    "TRAP_HTTP_EXCEPTIONS",
    "USE_X_SENDFILE",
];

/// Names that older versions had, or that documentation has by mistake, and what to write instead.
const RENAMED: &[(&str, &str)] = &[
    ("SECURITY_USERNAME_NORMALIZE_FORM", "SECURITY_INPUT_NORMALIZE_FORM"),
    ("SECURITY_MSG_USERNAME_ILLEGAL_CHARACTERS", "SECURITY_MSG_INVALID_INPUT"),
    ("SECURITY_POST_VERIFY_URL", "SECURITY_POST_VERIFY_VIEW"),
    ("SECURITY_EMAIL_CHANGE_SALT", "SECURITY_CHANGE_EMAIL_SALT"),
    ("SECURITY_REFRESH_COOKIE_NAME", "SECURITY_REFRESH_TOKEN_COOKIE_NAME"),
    ("SECURITY_REFRESH_TOKEN_INVALID", "SECURITY_MSG_REFRESH_TOKEN_INVALID"),
];

/// Forms that Flask-Security lets an application replace by a class.
const FORMS: &[&str] = &[
    "CHANGE_EMAIL",
    "CHANGE_PASSWORD",
    "CHANGE_USERNAME",
    "CONFIRM_REGISTER",
    "FORGOT_PASSWORD",
    "LOGIN",
    "LOGOUT",
    "MF_RECOVERY",
    "MF_RECOVERY_CODES",
    "PASSWORDLESS_LOGIN",
    "REFRESH_TOKEN",
    "REGISTER",
    "RESET_PASSWORD",
    "SEND_CONFIRMATION",
    "TWO_FACTOR_RESCUE",
    "TWO_FACTOR_SELECT",
    "TWO_FACTOR_SETUP",
    "TWO_FACTOR_VERIFY_CODE",
    "USERNAME_RECOVERY",
    "US_SETUP",
    "US_SETUP_VALIDATE",
    "US_SIGNIN",
    "US_VERIFY",
    "VERIFY",
    "WAN_DELETE",
    "WAN_REGISTER",
    "WAN_REGISTER_RESPONSE",
    "WAN_SIGNIN",
    "WAN_SIGNIN_RESPONSE",
    "WAN_VERIFY",
];

/// The setting of this name or alias.
pub(crate) fn row(key: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.is(key))
}

/// The name under which the tables know a setting.
pub(crate) fn canonical(key: &str) -> Option<&'static str> {
    row(key).map(|row| row.key)
}

/// True if a configuration may have this name.
pub(crate) fn exists(key: &str) -> bool {
    key == "PRESET" || row(key).is_some() || key.starts_with(MESSAGE) || is_without_effect(key)
}

/// True for a setting that is accepted for the sake of moving a configuration, and ignored.
pub(crate) fn is_without_effect(key: &str) -> bool {
    WITHOUT_EFFECT.contains(&key)
}

/// What to say about an unknown name, as the rest of a sentence that starts with it.
pub(crate) fn advice(key: &str) -> String {
    if let Some((_, now)) = RENAMED.iter().find(|(old, _)| *old == key) {
        return format!("is now {now}");
    }
    let form = key.strip_prefix("SECURITY_").and_then(|rest| rest.strip_suffix("_FORM"));
    if form.is_some_and(|form| FORMS.contains(&form)) {
        return "is a form class: remove it, forms are extended in code".into();
    }
    match nearest(key) {
        Some(known) => format!("is not a setting; did you mean {known}?"),
        None => "is not a setting; `config list` shows those there are".into(),
    }
}

/// The known name that was probably meant.
fn nearest(key: &str) -> Option<String> {
    // The prefix is the commonest thing to forget, or to write where it does not belong.
    let long = format!("SECURITY_{key}");
    if row(&long).is_some() || key.starts_with("MSG_") {
        return Some(long);
    }
    if let Some(short) = key.strip_prefix("SECURITY_")
        && row(short).is_some()
    {
        return Some(format!("{short}, which stands at the top level"));
    }
    if key.len() > 80 {
        return None;
    }
    if let Some(message) = key.strip_prefix(MESSAGE) {
        let names = messages::ALL.iter().map(|key| key.name());
        return closest(message, names).map(|name| format!("{MESSAGE}{name}"));
    }
    let names =
        ROWS.iter().flat_map(|row| [row.key].into_iter().chain(row.aliases.iter().copied()));
    closest(key, names.chain(["PRESET"])).map(str::to_owned)
}

/// The candidate with the fewest changes, if they are few enough to be a slip.
pub(crate) fn closest<'a>(key: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = key.trim_start_matches("SECURITY_");
    let most = (plain.len() / 4).clamp(1, 4);
    names
        .map(|name| (distance(plain, name.trim_start_matches("SECURITY_")), name))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Fewest insertions, deletions, substitutions and swaps of neighbours from one word to the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    let mut last = None;
    for (i, a) in one.chars().enumerate() {
        let mut next = vec![i + 1];
        let mut left = i + 1;
        for (j, b) in other.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX - 1);
            let mut best = (at(&row, j) + usize::from(a != *b)).min(at(&row, j + 1) + 1);
            best = best.min(left + 1);
            let swapped = j > 0 && last == Some(*b) && other.get(j - 1) == Some(&a);
            if swapped && let Some(cost) = before.get(j - 1) {
                best = best.min(cost + 1);
            }
            next.push(best);
            left = best;
        }
        last = Some(a);
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}
