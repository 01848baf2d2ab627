//! Where Gatewright answers otherwise than the recording, and why.

use serde_json::{Value, json};

/// Conversation, step and reason: all there is, and nothing that is not there.
pub(crate) const ALL: &[(&str, usize, &str)] = &[
    ("login_errors_json", 41, "a body that is no object crashes the reference"),
    ("guards_token", 13, "a token must not make a session fresh: not the caller's, nor a victim's"),
    (
        "freshness_remembered_session",
        2,
        "a session that remember-me brings back is bound to its client, so that strong protection \
         does not drop it at the next request",
    ),
    (
        "uniquifier_change_kills_everything",
        2,
        "a remember-me cookie of somebody who is gone brings nothing back",
    ),
    ("refresh_disabled", 0, "paths that are not ours are the application's to answer"),
    ("url_prefix", 2, "paths that are not ours are the application's to answer"),
];

/// Rewrites what is expected of one step.
pub(crate) fn expected_otherwise(case: &str, step: usize, expect: &mut Value) {
    match (case, step) {
        ("login_errors_json", 41) => {
            *expect = json!({
                "status": 400, "content_type": "application/json", "vary": "Cookie",
                "cache_control": expect["cache_control"],
            });
        }
        ("guards_token", 13) | ("uniquifier_change_kills_everything", 2) => {
            expect["set_cookies"] = json!([]);
        }
        ("freshness_remembered_session", 2) => {
            expect["set_cookies"][0]["session"]["_id"] = json!("<identifier>");
        }
        ("refresh_disabled", 0) | ("url_prefix", 2) => *expect = json!({ "status": 404 }),
        _ => {}
    }
}
