//! Session protection: what happens when a session comes from another client than before.

use gatewright_wire::flask::identifier;

use crate::config::{Preset, Protection};
use crate::request::cx::Cx;
use crate::request::state::Remember;
use crate::session::{CLIENT_ID, FRESH, PERMANENT, REMEMBER, REMEMBER_SECONDS, USER_ID, server};

/// Compares the session with the client. True if the session was cut off, so that a remember-me
/// cookie must not bring it back.
pub(crate) fn apply(cx: &Cx) -> bool {
    let Some(mode) = cx.config().session.protection else { return false };
    let session = cx.session();
    if session.is_empty() || session.text(CLIENT_ID).as_deref() == Some(&*client_id(cx)) {
        return false;
    }
    if mode == Protection::Basic || session.flag(PERMANENT) == Some(true) {
        if session.flag(FRESH) != Some(false) {
            session.set_flag(FRESH, false);
        }
        return false;
    }
    for key in [USER_ID, REMEMBER, REMEMBER_SECONDS, CLIENT_ID, FRESH, "next"] {
        if session.has(key) {
            session.remove(key);
        }
    }
    cx.state().outgoing().remember = Some(Remember::Clear);
    true
}

/// Binds the session to the client that sent this request.
pub(crate) fn bind(cx: &Cx) {
    // The row has address and browser.
    if server::used(cx) {
        return;
    }
    cx.session().set_text(CLIENT_ID, &client_id(cx));
}

/// In preset `flask` the address is taken as the reference takes it, forwarded header first, so
/// that both stacks agree on a session. Otherwise a stranger's header counts for nothing.
fn client_id(cx: &Cx) -> String {
    let facts = cx.facts();
    let agent = facts.header_latin1("user-agent");
    let agent = agent.as_ref().map(|text| text.as_bytes());
    let forwarded = match cx.config().preset {
        Preset::Flask => facts.header_latin1("x-forwarded-for"),
        Preset::Recommended => None,
    };
    match forwarded {
        Some(list) => {
            let first = list.split(',').next().unwrap_or_default().trim();
            identifier::client(Some(first), agent)
        }
        None => {
            let address = facts.client().map(|address| address.to_string());
            identifier::client(address.as_deref(), agent)
        }
    }
}
