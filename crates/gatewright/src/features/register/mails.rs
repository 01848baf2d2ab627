//! The mails of a registration: welcome, "you have an account", "that name is taken".

use serde_json::{Map, Value, json};

use crate::authn::links::{self, Purpose};
use crate::error::Result;
use crate::model::User;
use crate::outbound::Outgoing;
use crate::request::cx::Cx;
use crate::web::mail::Occasion;

/// What goes to the owner of a new account.
pub(super) struct Welcome {
    /// Nothing if the settings want no mail.
    pub(super) out: Option<Outgoing>,
    /// The token of the link that confirms the address, if that is wanted.
    pub(super) token: Option<String>,
}

/// Whether a user has to confirm the address before the first sign-in.
pub(super) fn must_confirm(cx: &Cx, user: &User) -> bool {
    let config = cx.config();
    config.confirm.enabled && !config.login.without_confirmation && user.confirmed_at.is_none()
}

/// For a user that is about to be made.
pub(super) fn welcome(cx: &Cx, user: &User) -> Result<Welcome> {
    let register = &cx.config().register;
    let wanted = cx.config().confirm.enabled && user.confirmed_at.is_none();
    let token = wanted.then(|| links::mint(cx, Purpose::Confirm, user, None));
    if !register.send_email {
        return Ok(Welcome { out: None, token });
    }
    let mut context = cx.seen();
    let link = match &token {
        Some(token) => Some(links::url(cx, Purpose::Confirm, token)?),
        None => None,
    };
    context.insert("confirmation_link".into(), json!(link));
    context.insert("confirmation_token".into(), json!(token));
    context.insert("within".into(), json!(Purpose::Confirm.seconds(cx)));
    let occasion = Occasion {
        template: &register.email_template,
        subject: "MAIL_WELCOME_SUBJECT",
        own_subject: register.email_subject.as_deref(),
        user: Some(user),
        to: None,
        context,
    };
    Ok(Welcome { out: Some(cx.outgoing(&occasion)?), token })
}

/// For the owner of an address that was registered again.
pub(super) fn existing(cx: &Cx, owner: &User) -> Result<Option<Outgoing>> {
    let register = &cx.config().register;
    if !register.send_email {
        return Ok(None);
    }
    let mut context = cx.seen();
    let mut put = |name: &str, value: &str| context.insert(name.to_owned(), json!(value));
    for name in
        ["recovery_link", "reset_link", "reset_token", "confirmation_link", "confirmation_token"]
    {
        put(name, "");
    }
    if let Some(page) = cx.url_for("forgot_password") {
        put("recovery_link", &cx.absolute_url(page)?);
        let token = links::mint(cx, Purpose::Reset, owner, None);
        put("reset_link", &links::url(cx, Purpose::Reset, &token)?);
        put("reset_token", &token);
    }
    if must_confirm(cx, owner) {
        let token = links::mint(cx, Purpose::Confirm, owner, None);
        put("confirmation_link", &links::url(cx, Purpose::Confirm, &token)?);
        put("confirmation_token", &token);
    }
    let occasion = Occasion {
        template: &register.email_existing_template,
        subject: "MAIL_EXISTING_SUBJECT",
        own_subject: register.email_subject.as_deref(),
        user: Some(owner),
        to: None,
        context,
    };
    cx.outgoing(&occasion).map(Some)
}

/// For an address with which somebody wanted a username that another has.
pub(super) fn username_taken(cx: &Cx, email: &str, username: &str) -> Result<Option<Outgoing>> {
    let register = &cx.config().register;
    if !register.send_email {
        return Ok(None);
    }
    let mut context: Map<String, Value> = cx.seen();
    context.insert("email".into(), json!(email));
    context.insert("username".into(), json!(username));
    let occasion = Occasion {
        template: &register.email_existing_username_template,
        subject: "MAIL_USERNAME_TAKEN_SUBJECT",
        own_subject: register.email_subject.as_deref(),
        user: None,
        to: Some(email),
        context,
    };
    cx.outgoing(&occasion).map(Some)
}
