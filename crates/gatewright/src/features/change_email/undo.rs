//! `/undo-email-change/{token}`: the owner of the address before takes a change back.
//!
//! It works whatever has been changed since, as whoever took an account over changes all they can.
//! Changes follow one another: taking one back takes back those after it, and ends their links.

use std::sync::Arc;

use gatewright_wire::digest::sha256;

use crate::authn::links::{self, Fault, Link, Purpose};
use crate::error::Result;
use crate::event::Event;
use crate::features::change_email::mails;
use crate::guard::ask::{Question, button};
use crate::i18n::messages::{self as msg, Message};
use crate::model::{User, UserField};
use crate::request::cx::Cx;
use crate::request::form::Submitted;
use crate::request::reply::Reply;
use crate::request::whole::{afterwards, whole};
use crate::signin::{self, everywhere};
use crate::store::Lookup;
use crate::web::landing::Landing;

const QUESTION: Question =
    Question { title: "UNDO_EMAIL_TITLE", text: "UNDO_EMAIL_TEXT", button: "UNDO_EMAIL_SUBMIT" };

enum Outcome {
    Undone(Arc<User>),
    Taken,
    Lost,
}

pub(super) async fn undo(cx: Cx, sent: Submitted) -> Result<Reply> {
    let token = sent.param("token").unwrap_or_default();
    let link = match links::read(&cx, Purpose::UndoEmail, token).await? {
        Ok(link) => link,
        Err(Fault::Expired(_)) => {
            let within = Purpose::UndoEmail.within(&cx);
            return Ok(failed(&cx, msg::CHANGE_EMAIL_UNDO_EXPIRED.with("within", within)));
        }
        Err(Fault::Invalid) => return Ok(failed(&cx, msg::CHANGE_EMAIL_UNDO_INVALID.into())),
    };
    let key = sha256(token.as_bytes());
    if !cx.store().undos()?.knows(&link.user.id, &key, cx.clock().utc()).await? {
        return Ok(failed(&cx, msg::CHANGE_EMAIL_UNDO_INVALID.into()));
    }
    let email = link.email.clone().unwrap_or_default();
    let owner = cx.find("email", &email).await?;
    if owner.is_some_and(|owner| owner.id != link.user.id) {
        return Ok(failed(&cx, taken(&email)));
    }
    // Whatever the settings say: it ends every sign-in, so no program may do it by looking.
    if let Some(question) = button(&cx, &sent, QUESTION, &email).await? {
        return Ok(question);
    }
    let own = cx.user().await?.is_some_and(|present| present.id == link.user.id);
    let outcome = {
        let (cx, email) = (cx.clone(), email.clone());
        whole(async move { restore(&cx, &link, &key, email).await }).await?
    };
    // The session is over already: so that the browser knows, too, and the message is not lost with it.
    if own && matches!(outcome, Outcome::Undone(_)) {
        signin::leave(&cx).await?;
    }
    Ok(match outcome {
        Outcome::Undone(user) => landed(&cx, &user),
        Outcome::Taken => failed(&cx, taken(&email)),
        Outcome::Lost => failed(&cx, msg::CHANGE_EMAIL_UNDO_INVALID.into()),
    })
}

async fn restore(cx: &Cx, link: &Link, key: &[u8], email: String) -> Result<Outcome> {
    let store = cx.store();
    let closing = match store.closings() {
        Ok(closings) => closings.find(&link.user.id).await?,
        Err(_) => None,
    };
    let mut user = User::clone(&link.user);
    let undone_email = std::mem::replace(&mut user.email, email);
    let mut set = vec![UserField::Email(user.email.clone())];
    if store.capabilities().confirmation {
        // Whoever pressed the button reads the mails to this address.
        user.confirmed_at = Some(cx.clock().utc());
        set.push(UserField::ConfirmedAt(user.confirmed_at));
    }
    if closing.is_some() {
        // It was closed by whoever had changed the address.
        user.active = true;
        set.push(UserField::Active(true));
    }
    if user.active && cx.config().recover.enabled && cx.url_for("reset_password").is_some() {
        // Whoever took the account over knows or has set the password; the mail has a link for another.
        user.password = None;
        set.push(UserField::Password(None));
    }
    for field in everywhere::uniquifiers(cx.security())? {
        if let UserField::Uniquifier(new) = &field {
            user.uniquifier.clone_from(new);
        }
        set.push(field);
    }
    let mails = mails::undone(cx, &user, &undone_email)?;
    let letters: Vec<_> = mails.iter().flat_map(|out| out.letters()).cloned().collect();
    match store.undos()?.take_back(&user.id, key, &set, &letters).await {
        Ok(true) => {}
        Ok(false) => return Ok(Outcome::Lost),
        Err(error) if error.is_conflict() => return Ok(Outcome::Taken),
        Err(error) => return Err(error),
    }
    let read = afterwards(store.user(Lookup::Id(&user.id)).await);
    let user = Arc::new(read.flatten().unwrap_or(user));
    everywhere::swept(cx, &user, false).await;
    for out in &mails {
        cx.posted(out).await;
    }
    cx.announce(Event::EmailChangeUndone { user: &user, undone_email: &undone_email }).await;
    if closing.is_some() {
        cx.announce(Event::AccountReopened { user: &user }).await;
    }
    Ok(Outcome::Undone(user))
}

fn taken(email: &str) -> Message {
    msg::CHANGE_EMAIL_UNDO_TAKEN.with("email", email)
}

fn failed(cx: &Cx, message: Message) -> Reply {
    let otherwise = cx.url_for("login").unwrap_or("/").to_owned();
    let view = cx.config().change_email.error_view.as_deref();
    cx.landed(Landing { good: false, message, view, otherwise: &otherwise, user: None })
}

fn landed(cx: &Cx, user: &Arc<User>) -> Reply {
    let otherwise = cx.url_for("login").unwrap_or("/").to_owned();
    let view = cx.config().change_email.post_view.as_deref();
    let message = msg::CHANGE_EMAIL_UNDONE.with("email", &user.email);
    cx.landed(Landing { good: true, message, view, otherwise: &otherwise, user: Some(user) })
}
