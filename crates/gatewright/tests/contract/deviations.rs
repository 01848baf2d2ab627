//! Where Gatewright answers otherwise than the recording, and why.

use serde_json::{Value, json};

/// Rewrites what is expected of one step.
pub(crate) fn expected_otherwise(case: &str, step: usize, expect: &mut Value) {
    match (case, step) {
        // A body that is no object crashes the reference.
        ("login_errors_json", 41) => {
            *expect = json!({
                "status": 400, "content_type": "application/json", "vary": "Cookie",
                "cache_control": expect["cache_control"],
            });
        }
        // A token must not make a session fresh: not the caller's, and above all not a victim's.
        ("guards_token", 13) => expect["set_cookies"] = json!([]),
        // A session that remember-me brings back is bound to its client, so that strong protection
        // does not drop it at the next request.
        ("freshness_remembered_session", 2) => {
            expect["set_cookies"][0]["session"]["_id"] = json!("<identifier>");
        }
        // A remember-me cookie of somebody who is gone brings nothing back.
        ("uniquifier_change_kills_everything", 2) => expect["set_cookies"] = json!([]),
        // Paths that are not ours are the application's to answer.
        ("refresh_disabled", 0) | ("url_prefix", 2) => *expect = json!({ "status": 404 }),
        _ => {}
    }
}
