//! The change itself.

use std::sync::Arc;

use crate::authn::links::{self, Link};
use crate::config::Preset;
use crate::error::Result;
use crate::event::Event;
use crate::features::change_email::mails::{self, Notice};
use crate::model::{User, UserField};
use crate::request::cx::Cx;
use crate::request::whole::{afterwards, whole};
use crate::signin::everywhere;

/// What came of a good link.
pub(super) enum Outcome {
    /// The user with the new address.
    Changed(Arc<User>),
    /// The address has become somebody else's.
    Taken,
    /// Another request was quicker, or the account is no longer as it was.
    Lost,
}

/// Uses a link up and changes the address.
pub(super) async fn change(cx: &Cx, link: Link, email: String) -> Result<Outcome> {
    // Whose session this is must be known before it ends.
    cx.known().await?;
    let notice = mails::done(cx, &link.user, &email)?;
    let cx = cx.clone();
    whole(async move {
        if !links::consume(&cx, &link).await? {
            return Ok(Outcome::Lost);
        }
        replace(&cx, &link.user, email, notice).await
    })
    .await
}

async fn replace(cx: &Cx, before: &User, email: String, notice: Option<Notice>) -> Result<Outcome> {
    let ends = cx.config().preset == Preset::Recommended;
    let mut user = before.clone();
    user.email.clone_from(&email);
    let mut set = vec![UserField::Email(email.clone())];
    if cx.store().capabilities().confirmation {
        user.confirmed_at = Some(cx.clock().utc());
        set.push(UserField::ConfirmedAt(user.confirmed_at));
    }
    if ends {
        for field in everywhere::uniquifiers(cx.security())? {
            match &field {
                UserField::Uniquifier(new) => user.uniquifier.clone_from(new),
                UserField::TokenUniquifier(new) => user.token_uniquifier.clone_from(new),
                _ => {}
            }
            set.push(field);
        }
    }
    if let Some(notice) = &notice {
        cx.store().undos()?.keep(&before.id, &notice.key, notice.until).await?;
    }
    let letters = notice.as_ref().map_or(&[][..], |notice| notice.out.letters());
    let when = [
        UserField::Email(before.email.clone()),
        UserField::Uniquifier(before.uniquifier.clone()),
        UserField::Active(true),
    ];
    match cx.store().update_user_with(&before.id, &set, &when, letters).await {
        Ok(true) => {}
        Ok(false) => return Ok(Outcome::Lost),
        Err(error) if error.is_conflict() => return Ok(Outcome::Taken),
        Err(error) => return Err(error),
    }
    if afterwards(came_second(cx, &user).await) == Some(true) {
        // Tables keep addresses apart that differ in case alone, identities do not.
        let mut back = vec![UserField::Email(before.email.clone())];
        if cx.store().capabilities().confirmation {
            // What the link has proven is the other address.
            back.push(UserField::ConfirmedAt(before.confirmed_at));
        }
        cx.store().update_user(&user.id, &back, &[UserField::Email(email)]).await?;
        if let Some(notice) = &notice {
            cx.withdraw(&notice.out).await?;
        }
        return Ok(Outcome::Taken);
    }
    let user = Arc::new(user);
    if ends {
        everywhere::swept(cx, &user, true).await;
    }
    if let Some(notice) = &notice {
        cx.posted(&notice.out).await;
    }
    cx.announce(Event::ChangeEmailConfirmed { user: &user, old_email: &before.email }).await;
    Ok(Outcome::Changed(user))
}

/// Whether somebody else has got the same address, in another case, at the same moment.
async fn came_second(cx: &Cx, user: &User) -> Result<bool> {
    Ok(cx.namesakes("email", &user.email).await?.iter().any(|id| *id != user.id))
}
