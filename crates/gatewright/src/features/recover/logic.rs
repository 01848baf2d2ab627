//! Mailing the link, judging it and the new password, and the reset itself.

use std::sync::Arc;

use serde_json::json;

use crate::authn::account;
use crate::authn::links::{self, Fault, Link, Purpose};
use crate::config::Preset;
use crate::error::Result;
use crate::event::Event;
use crate::i18n::messages::{self as msg, Message};
use crate::model::{User, UserField};
use crate::outbound::Outgoing;
use crate::request::cx::Cx;
use crate::request::form::Form;
use crate::request::whole::whole;
use crate::signin::asked::{self, Asked, Reader, Wording};
use crate::signin::fields::typed_twice;
use crate::signin::password;
use crate::web::mail::Occasion;

/// Mails the link to a user. Without one, it is the same work for nobody.
pub(crate) async fn instruct(cx: &Cx, user: Option<Arc<User>>, email: &str) -> Result<()> {
    let config = &cx.config().recover;
    let mail = || Wording {
        template: &config.email_template,
        subject: "MAIL_RESET_SUBJECT",
        own_subject: config.email_subject.as_deref(),
        ..Wording::default()
    };
    let asked = Asked {
        link: Some(Purpose::Reset),
        mail: config.send_email.then(mail),
        event: |told| Event::ResetPasswordInstructionsSent { user: told.user, token: told.token },
    };
    asked::send(cx, asked, Reader::of(user, email)).await
}

/// A link by which a password may be set now; else what to say. An account that may not be used is
/// not told from one that is not there: its password stays as it is.
pub(super) async fn judge(cx: &Cx, token: &str) -> Result<std::result::Result<Link, Message>> {
    let link = match links::read(cx, Purpose::Reset, token).await? {
        Ok(link) => link,
        Err(Fault::Expired(_)) => {
            let within = Purpose::Reset.within(cx);
            return Ok(Err(msg::PASSWORD_RESET_EXPIRED.with("within", within)));
        }
        Err(Fault::Invalid) => return Ok(Err(msg::INVALID_RESET_PASSWORD_TOKEN.into())),
    };
    let refusal = account::refusal(cx, &link.user).await?;
    // Whoever holds the link has the mailbox: that is what a confirmation would prove.
    if refusal.is_some_and(|refusal| !refusal.unconfirmed) {
        return Ok(Err(msg::INVALID_RESET_PASSWORD_TOKEN.into()));
    }
    Ok(Ok(link))
}

/// The new password, if it was typed the same twice and keeps the rules.
pub(super) async fn wanted(cx: &Cx, form: &mut Form, user: &User) -> Result<Option<String>> {
    let password = typed_twice(form, "password", "password_confirm");
    let Some(password) = password.filter(|_| !form.has_errors()) else { return Ok(None) };
    for fault in cx.password_faults(&password, Some(user)).await? {
        form.reject("password", fault);
    }
    // Asked last, so that nobody finds out the present password by trying: what is not the same
    // becomes the new one, and the link is used up. The reference takes the same again.
    if !form.has_errors()
        && cx.config().preset == Preset::Recommended
        && user.password.is_some()
        && cx.passwords().verify(&password, user.password.as_deref()).await?.ok
    {
        form.reject("password", msg::PASSWORD_IS_THE_SAME);
    }
    Ok(Some(password).filter(|_| !form.has_errors()))
}

/// Sets the new password. `None` if another request was quicker, or the account has changed since
/// the link was read.
pub(super) async fn reset(cx: &Cx, link: Link, password: &str) -> Result<Option<Arc<User>>> {
    let hash = cx.passwords().hash(password).await?;
    let notice = notice(cx, &link.user)?;
    let cx = cx.clone();
    whole(async move {
        if !links::consume(&cx, &link).await? {
            return Ok(None);
        }
        let when = [UserField::Password(link.user.password.clone())];
        let changed = password::replace(&cx, &link.user, hash, notice, &when).await?;
        if let Some(user) = &changed {
            cx.announce(Event::PasswordReset { user }).await;
        }
        Ok(changed)
    })
    .await
}

fn notice(cx: &Cx, user: &User) -> Result<Option<Outgoing>> {
    let config = &cx.config().recover;
    if !config.send_notice_email {
        return Ok(None);
    }
    let mut context = cx.seen();
    context.insert("recovery_link".into(), json!(password::recovery_link(cx)));
    cx.outgoing(&Occasion {
        template: &config.notice_template,
        subject: "MAIL_RESET_NOTICE_SUBJECT",
        own_subject: config.notice_subject.as_deref(),
        user: Some(user),
        to: None,
        context,
    })
    .map(Some)
}
