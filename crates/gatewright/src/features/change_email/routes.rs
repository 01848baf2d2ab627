//! `/change-email`, `/change-email/{token}`.

use std::sync::Arc;

use crate::authn::account;
use crate::authn::links::{self, Fault, Link, Purpose};
use crate::config::{Config, Preset};
use crate::error::{Denial, Result};
use crate::features::change_email::logic::{self, Outcome};
use crate::features::change_email::{mails, undo};
use crate::guard::ask::{Question, ask};
use crate::guard::{csrf, limit};
use crate::i18n::messages::{self as msg, Message};
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::feature::{Routes, token_path};
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::Reply;
use crate::request::rule::{Limit, Rule};
use crate::signin::{extra, fields};
use crate::web::landing::Landing;

/// What the mailed link asks where it asks.
const QUESTION: Question = Question {
    title: "CHANGE_EMAIL_ASK_TITLE",
    text: "CHANGE_EMAIL_ASK_TEXT",
    button: "CHANGE_EMAIL_ASK_SUBMIT",
};

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    let url = &config.change_email.url;
    routes
        .get_post("change_email", url, change_email)
        .require(Rule::signed_in_freshly().limited(Limit::Mail));
    let path = token_path(url);
    let methods: &[&str] = if config.links.ask { &["GET", "POST"] } else { &["GET"] };
    routes.add("change_email_confirm", &path, methods, confirm);
    if config.links.undo_within.is_some() {
        let path = token_path(&config.links.undo_url);
        routes.get_post("undo_email_change", &path, undo::undo).require(Rule::unauth_csrf());
    }
}

async fn change_email(cx: Cx, sent: Submitted) -> Result<Reply> {
    let Some(user) = cx.user().await? else {
        return Err(Denial::Anonymous { challenge: None }.into());
    };
    let mut form = form(&cx).bind(&sent);
    if !sent.posted {
        return Ok(page(&cx, &user, form));
    }
    csrf::form(&cx, &mut form, &sent, false).await?;
    extra::check_only(&cx, extra::CHANGE_EMAIL, &mut form).await?;
    let meant = !form.has_errors();
    let wanted = fields::own_email(&cx, &mut form).await?;
    let Some(email) = wanted.filter(|_| meant) else { return Ok(page(&cx, &user, form)) };
    limit::mail_to(&cx, &email).await?;
    let taken = cx.find_evenly("email", &email).await?.is_some();
    if taken && !cx.config().core.return_generic_responses {
        form.reject("email", msg::EMAIL_ALREADY_ASSOCIATED.with("email", &email));
    }
    if form.has_errors() {
        return Ok(page(&cx, &user, form));
    }
    // To the owner of an address that is taken goes nothing, after the same work.
    mails::instructions(&cx, &user, &email, taken).await?;
    Ok(page(&cx, &user, form).message(msg::CHANGE_EMAIL_SENT.with("email", &email)))
}

async fn confirm(cx: Cx, sent: Submitted) -> Result<Reply> {
    let token = sent.param("token").unwrap_or_default();
    let link = match links::read(&cx, Purpose::ChangeEmail, token).await? {
        Ok(link) => link,
        Err(Fault::Expired(_)) => {
            let within = Purpose::ChangeEmail.within(&cx);
            return Ok(failed(&cx, msg::CHANGE_EMAIL_EXPIRED.with("within", within)));
        }
        Err(Fault::Invalid) => return Ok(failed(&cx, invalid(&cx))),
    };
    let email = link.email.clone().unwrap_or_default();
    if let Some(why) = refused(&cx, &link, &email).await? {
        return Ok(failed(&cx, why));
    }
    if let Some(question) = ask(&cx, &sent, QUESTION, &email).await? {
        return Ok(question);
    }
    Ok(match logic::change(&cx, link, email.clone()).await? {
        Outcome::Changed(user) => landed(&cx, &user),
        Outcome::Taken => failed(&cx, taken(&cx, &email)),
        Outcome::Lost => failed(&cx, invalid(&cx)),
    })
}

/// Why a good link does nothing all the same.
async fn refused(cx: &Cx, link: &Link, email: &str) -> Result<Option<Message>> {
    if let Some(refusal) = account::refusal(cx, &link.user).await?
        && !refusal.unconfirmed
    {
        return Ok(Some(plainly(cx, refusal.message)));
    }
    let owner = cx.find("email", email).await?;
    let others = owner.is_some_and(|owner| owner.id != link.user.id);
    Ok(others.then(|| taken(cx, email)))
}

fn invalid(cx: &Cx) -> Message {
    plainly(cx, msg::INVALID_CONFIRMATION_TOKEN.into())
}

fn taken(cx: &Cx, email: &str) -> Message {
    plainly(cx, msg::EMAIL_ALREADY_ASSOCIATED.with("email", email))
}

/// The reference has one message for everything that is wrong with such a link.
fn plainly(cx: &Cx, message: Message) -> Message {
    match cx.config().preset {
        Preset::Flask => msg::API_ERROR.into(),
        Preset::Recommended => message,
    }
}

fn failed(cx: &Cx, message: Message) -> Reply {
    let otherwise = cx.url_for("change_email").unwrap_or("/").to_owned();
    let view = cx.config().change_email.error_view.as_deref();
    cx.landed(Landing { good: false, message, view, otherwise: &otherwise, user: None })
}

fn landed(cx: &Cx, user: &Arc<User>) -> Reply {
    let config = cx.config();
    let view = config.change_email.post_view.as_deref();
    let otherwise = cx.view_or_root(config.login.post_view.as_deref());
    let message = msg::CHANGE_EMAIL_CONFIRMED.into();
    cx.landed(Landing { good: true, message, view, otherwise: &otherwise, user: Some(user) })
}

fn page(cx: &Cx, user: &Arc<User>, form: Form) -> Reply {
    Reply::page(&cx.config().change_email.template, form)
        .with("current_email", user.email.as_str())
        .context("current_email", user.email.as_str())
        .context("within", Purpose::ChangeEmail.within(cx))
        .user(user)
}

fn form(cx: &Cx) -> Form {
    let email = Field::new("email", Kind::Email, "FIELD_EMAIL_NEW").autocomplete("email");
    extra::add(cx, extra::CHANGE_EMAIL, Form::new("change_email_form").field(email.required()))
        .field(Field::new("submit", Kind::Submit, "CHANGE_EMAIL_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}
