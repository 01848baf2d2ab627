//! Headers: texts that HTTP can carry.

use crate::config::check::Findings;

pub(super) fn check(found: &mut Findings<'_>) {
    let headers = &found.config.headers;
    for (key, text) in [
        ("CONTENT_SECURITY_POLICY", &headers.policy),
        ("SECURITY_CONTENT_SECURITY_POLICY", &headers.own_policy),
        ("STRICT_TRANSPORT_SECURITY", &headers.transport_security),
        ("X_CONTENT_TYPE_OPTIONS", &headers.content_type_options),
        ("X_FRAME_OPTIONS", &headers.frame_options),
        ("REFERRER_POLICY", &headers.referrer_policy),
        ("PERMISSIONS_POLICY", &headers.permissions_policy),
        ("CROSS_ORIGIN_OPENER_POLICY", &headers.opener_policy),
        ("CROSS_ORIGIN_RESOURCE_POLICY", &headers.resource_policy),
    ] {
        let Some(text) = text else { continue };
        let plain = !text.is_empty() && text.bytes().all(|b| (0x20..0x7f).contains(&b));
        found.refuse(!plain, format!("{key} must be the value of a header in ASCII, or false"));
        let place = key.ends_with("CONTENT_SECURITY_POLICY");
        let rest = if place { text.replace(" 'nonce-{nonce}'", "") } else { text.clone() };
        found.refuse(
            rest.contains("{nonce}"),
            format!(
                "{key}: only a policy has a nonce, written as one more source 'nonce-{{nonce}}'"
            ),
        );
    }
}
