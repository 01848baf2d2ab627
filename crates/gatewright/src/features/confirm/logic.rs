//! Mailing the link, and what it does.

use std::sync::Arc;

use crate::authn::account;
use crate::authn::links::{self, Link, Purpose};
use crate::config::Preset;
use crate::error::Result;
use crate::event::Event;
use crate::model::{User, UserField};
use crate::request::cx::Cx;
use crate::request::whole::whole;
use crate::signin::asked::{self, Asked, Reader, Wording};
use crate::signin::{self, Entered, Pending};
use crate::store::Lookup;

/// Mails the link to a user. Without one, it is the same work for nobody.
pub(super) async fn instruct(cx: &Cx, user: Option<Arc<User>>, email: &str) -> Result<()> {
    let config = &cx.config().confirm;
    let mail = Wording {
        template: &config.email_template,
        subject: "MAIL_CONFIRM_SUBJECT",
        own_subject: config.email_subject.as_deref(),
        ..Wording::default()
    };
    let asked = Asked {
        link: Some(Purpose::Confirm),
        mail: Some(mail),
        event: |told| Event::ConfirmInstructionsSent { user: told.user, token: told.token },
    };
    asked::send(cx, asked, Reader::of(user, email)).await
}

/// What came of a good link.
pub(super) enum Followed {
    /// The address is confirmed.
    Now(Arc<User>),
    /// Another request was quicker.
    Before,
    /// The account has changed since the link was read.
    Never,
}

/// Confirms the address of a link, once.
pub(super) async fn follow(cx: &Cx, link: Link) -> Result<Followed> {
    let cx = cx.clone();
    whole(async move {
        if !links::consume(&cx, &link).await? {
            return Ok(Followed::Before);
        }
        let (id, now) = (&link.user.id, cx.clock().utc());
        let set = [UserField::ConfirmedAt(Some(now))];
        let when = [UserField::ConfirmedAt(None), UserField::Email(link.user.email.clone())];
        let won = cx.store().update_user(id, &set, &when).await?;
        let Some(user) = cx.store().user(Lookup::Id(id)).await? else {
            return Ok(Followed::Never);
        };
        if won {
            cx.announce(Event::UserConfirmed { user: &user }).await;
            return Ok(Followed::Now(Arc::new(user)));
        }
        let same = user.confirmed_at.is_some() && user.email == link.user.email;
        Ok(if same { Followed::Before } else { Followed::Never })
    })
    .await
}

/// Makes the browser that of whoever confirmed, as far as the settings want that. True if it is.
pub(super) async fn switch(cx: &Cx, user: &Arc<User>) -> Result<bool> {
    let present = cx.user().await?;
    if present.as_ref().is_some_and(|present| present.id == user.id) {
        return Ok(true);
    }
    let (auto, flask) = (cx.config().confirm.auto_login, cx.config().preset == Preset::Flask);
    // A link of an account that may not be used signs nobody out.
    if !flask && auto && account::refusal(cx, user).await?.is_some() {
        return Ok(false);
    }
    // Whoever sends somebody a link of another account is not to sign them out.
    if flask || (auto && (present.is_some() || signin::could_return(cx))) {
        signin::leave(cx).await?;
    }
    if !auto {
        return Ok(false);
    }
    let pending = Pending { user: Arc::clone(user), via: "confirm", remember: false };
    match signin::enter(cx, pending).await? {
        Entered::In => Ok(true),
        // Disabled or locked: the address is confirmed all the same.
        Entered::Refused(_) => Ok(false),
    }
}
