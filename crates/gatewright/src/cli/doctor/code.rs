//! What an application does in Python, and where that belongs here.

use crate::cli::doctor::report::{Finding, Report};
use crate::config::{Surveyed, What};

const CUSTOMISING: &str = "docs/migrating-from-flask-security.md";

/// Name in a dump (or its beginning, with a star), and what takes its place.
const COUNTERPARTS: &[(&str, &str)] = &[
    ("_mail_util_cls", "mail: Builder::mailer sends, Hooks::email_fault judges addresses"),
    ("_password_util_cls", "rules for passwords: Hooks::password_faults"),
    ("_username_util_cls", "rules for usernames: Hooks::username_fault"),
    ("_phone_util_cls", "rules for phone numbers: Hooks::phone_fault (cargo feature `phone`)"),
    ("_totp_cls", "one-time codes: not yet"),
    ("_webauthn_util_cls", "passkeys: not yet"),
    ("_mf_recovery_codes_util_cls", "recovery codes: not yet"),
    ("_unauthn_handler", "the answer to strangers: Hooks::refused"),
    ("_unauthz_handler", "the answer to those who may not: Hooks::refused"),
    ("_reauthn_handler", "the answer to a stale sign-in: Hooks::refused"),
    ("_render_json", "the shape of JSON answers: Hooks::json"),
    ("_want_json", "who gets JSON: Content-Type and Accept decide, nothing else does"),
    ("_render_template", "pages: templates by file name, and Hooks::page_context"),
    ("SECURITY_RENDER_TEMPLATE", "pages: templates by file name, and Hooks::page_context"),
    ("SECURITY_DATETIME_FACTORY", "times: always UTC; leave the setting out"),
    ("SECURITY_TOKEN_EXPIRE_TIMESTAMP", "the end of tokens: Hooks::token_expire_timestamp"),
    (
        "SECURITY_USER_IDENTITY_ATTRIBUTES",
        "a mapper: use one of uia_email_mapper, uia_username_mapper, uia_phone_mapper, raw",
    ),
    ("SECURITY_TWO_FACTOR_IMPLEMENTATIONS", "kinds of second factors: not yet"),
    ("User.is_locked", "locked accounts: Hooks::locked"),
    ("User.get_security_payload", "the user in JSON answers: Hooks::user_payload"),
    ("User.get_redirect_qparams", "the query of redirects: Hooks::redirect_query"),
    ("User.augment_auth_token", "members of tokens: Hooks::augment_token"),
    ("User.verify_auth_token", "members of tokens: Hooks::verify_token"),
    ("User.get_auth_token", "tokens of one's own: not possible; Hooks::augment_token adds members"),
    ("User.track_failed_authn", "failed sign-ins: a Listener for user_failed_authn"),
    ("User.has_permission", "permissions: Hooks::needs"),
    ("User.has_role", "roles: Hooks::needs"),
    ("User.is_active", "who may sign in: the column `active`, or Hooks::locked"),
    ("User.calc_username", "the name in pages: Hooks::page_context"),
    ("User.check_tf_required*", "who needs a second factor: not yet"),
    ("User.tf_send*", "codes: not yet"),
    ("User.us_send*", "codes: not yet"),
    ("User.*", "a method of UserMixin that nothing here asks; see whether Hooks have its purpose"),
    ("context_processor.*", "names for pages: Hooks::page_context"),
    ("signal.*", "a receiver: Builder::listen, with the event of the same name"),
    ("SECURITY_SMS_SERVICE*", "text messages: not yet"),
    ("*_FORM", "a form of one's own: its fields are Hooks::fields, its rules Hooks::field_faults"),
    ("*_form", "a form of one's own: its fields are Hooks::fields, its rules Hooks::field_faults"),
];

pub(super) fn look(report: &mut Report, surveyed: &Surveyed) {
    for name in &surveyed.code {
        report.decide(Finding::new(name.as_str(), counterpart(name)).page(CUSTOMISING));
    }
    for remark in &surveyed.remarks {
        if let What::Code(functions) = &remark.what
            && remark.key.starts_with("SECURITY_")
        {
            let finding = Finding::new(remark.key.as_str(), counterpart(&remark.key));
            report.decide(finding.names(functions.clone()).page(CUSTOMISING));
        }
    }
}

fn counterpart(name: &str) -> &'static str {
    let fits = |pattern: &str| match (pattern.strip_suffix('*'), pattern.strip_prefix('*')) {
        (Some(start), _) => name.starts_with(start),
        (_, Some(end)) => name.ends_with(end),
        _ => name == pattern,
    };
    let known = COUNTERPARTS.iter().find(|(pattern, _)| fits(pattern));
    known.map_or("code that the doctor does not know: see what it is for", |(_, text)| text)
}
