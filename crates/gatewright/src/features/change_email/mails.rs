//! The mails about an address that changes.
//!
//! The old address hears of the change when it is done, with a link that takes it back: while it is
//! only asked for nothing has happened yet, and a mail that asks for nothing is one that nobody reads.

use std::sync::Arc;

use gatewright_wire::digest::sha256;
use jiff::SignedDuration;
use jiff::civil::DateTime;
use serde_json::json;

use crate::authn::links::{self, Purpose};
use crate::error::Result;
use crate::event::Event;
use crate::model::User;
use crate::outbound::Outgoing;
use crate::request::cx::Cx;
use crate::signin::asked::{self, Asked, Reader, Wording};
use crate::text::email::masked;
use crate::web::mail::Occasion;

/// To the new address: the link that changes it. `nobody`: the same work without a mail.
pub(super) async fn instructions(
    cx: &Cx,
    user: &Arc<User>,
    email: &str,
    nobody: bool,
) -> Result<()> {
    let settings = &cx.config().change_email;
    let mail = Wording {
        template: &settings.email_template,
        subject: "MAIL_CHANGE_EMAIL_SUBJECT",
        own_subject: settings.subject.as_deref(),
        ..Wording::default()
    };
    let asked = Asked {
        link: Some(Purpose::ChangeEmail),
        mail: Some(mail),
        event: |told| {
            let (user, new_email, token) = (told.user, told.email, told.token);
            Event::ChangeEmailInstructionsSent { user, new_email, token }
        },
    };
    asked::send(cx, asked, Reader::at(user, email, nobody)).await
}

/// What the old address hears.
pub(super) struct Notice {
    pub(super) out: Outgoing,
    /// What the store knows the link by, and for how long.
    pub(super) key: [u8; 32],
    pub(super) until: DateTime,
}

/// To the old address, with a link that takes the change back; `None` if there is no such link.
pub(super) fn done(cx: &Cx, before: &User, email: &str) -> Result<Option<Notice>> {
    if cx.config().links.undo_within.is_none() {
        return Ok(None);
    }
    let token = links::mint(cx, Purpose::UndoEmail, before, Some(&before.email));
    let life = Purpose::UndoEmail.life(cx).saturating_add(SignedDuration::from_secs(1));
    let until = cx.clock().utc().saturating_add(life);
    let mut context = cx.seen();
    context.insert("new_email".into(), json!(masked(email)));
    links::show(cx, Purpose::UndoEmail, &token, &mut context)?;
    let out = cx.outgoing(&Occasion {
        template: "change_email_done",
        subject: "MAIL_CHANGE_EMAIL_DONE_SUBJECT",
        own_subject: None,
        user: Some(before),
        to: None,
        context,
    })?;
    Ok(Some(Notice { out, key: sha256(token.as_bytes()), until }))
}

/// To both addresses after the change was taken back: the restored one gets a link that sets a new
/// password. `user` is the account as it will be.
pub(super) fn undone(cx: &Cx, user: &User, undone_email: &str) -> Result<[Outgoing; 2]> {
    let mut context = cx.seen();
    let resets = cx.config().recover.enabled && cx.url_for("reset_password").is_some();
    if resets && user.active {
        let token = links::mint(cx, Purpose::Reset, user, None);
        links::show(cx, Purpose::Reset, &token, &mut context)?;
    }
    context.insert("undone_email".into(), json!(masked(undone_email)));
    let restored = Occasion {
        template: "change_email_undone",
        subject: "MAIL_CHANGE_EMAIL_UNDONE_SUBJECT",
        own_subject: None,
        user: Some(user),
        to: None,
        context,
    };
    let other = Occasion {
        template: "change_email_taken_back",
        subject: "MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT",
        to: Some(undone_email),
        context: cx.seen(),
        ..restored.clone()
    };
    Ok([cx.outgoing(&restored)?, cx.outgoing(&other)?])
}
