//! Links in mails.

use jiff::SignedDuration;

use crate::config::table::settings;

settings! {
    /// Links in mails. Each is good once, and only as long as what it changes is as it was.
    "Links"
    pub struct Settings {
        /// A link that would change something shows a page with a button first: programs that read
        /// mails follow links. False: following it is enough, as with Flask-Security.
        ask: bool = false, recommended = true => "MAILED_LINKS_ASK",
        /// Life of the link that undoes a change of the address; it goes to the address before. None:
        /// there is no such mail.
        undo_within: Option<SignedDuration> = None,
            recommended = Some(SignedDuration::from_hours(7 * 24)) => "CHANGE_EMAIL_UNDO_WITHIN",
        /// Path of that link, in front of its token.
        undo_url: String = "/undo-email-change".into() => "CHANGE_EMAIL_UNDO_URL",
    }
}
