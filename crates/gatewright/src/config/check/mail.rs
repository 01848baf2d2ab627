//! Who takes mails.

use jiff::SignedDuration;

use crate::config::MailSender;
use crate::config::check::Findings;

pub(super) fn check(found: &mut Findings<'_>) {
    let mail = &found.config.mail;
    found.refuse(
        mail.sender_kind == Some(MailSender::Smtp) && mail.server.is_empty(),
        "MAIL_SERVER must name the mail server: MAIL_SENDER is \"smtp\"",
    );
    found.refuse(
        mail.sender_kind == Some(MailSender::File) && mail.folder.is_none(),
        "MAIL_FOLDER must name a folder: MAIL_SENDER is \"file\"",
    );
    found.refuse(
        mail.timeout <= SignedDuration::ZERO || mail.timeout > SignedDuration::from_hours(1),
        "MAIL_TIMEOUT must be more than 0 and at most an hour",
    );
    found.refuse(
        mail.give_up_after.is_negative(),
        "MAIL_GIVE_UP_AFTER must be 0 or more; 0 tries once",
    );
    found.refuse(
        mail.username.is_some() != mail.password.is_some(),
        "MAIL_USERNAME and MAIL_PASSWORD must be set together, or neither",
    );
    let local = ["127.0.0.1", "::1", "localhost"].contains(&mail.server.as_str());
    let open = !mail.use_tls && !mail.use_ssl;
    found.odd(
        mail.password.is_some() && open && !local,
        "MAIL_PASSWORD would travel unencrypted: set MAIL_USE_TLS (usually with MAIL_PORT 587) or \
         MAIL_USE_SSL (465)",
    );
}
