//! `/reset` and `/reset/{token}`.

use std::sync::Arc;

use crate::authn::links::Link;
use crate::config::{Config, Preset};
use crate::error::Result;
use crate::features::recover::logic::{instruct, judge, reset, wanted};
use crate::guard::csrf;
use crate::i18n::messages::{self as msg, Message};
use crate::request::cx::Cx;
use crate::request::feature::{Routes, token_path};
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::{Limit, Rule};
use crate::signin::extra;
use crate::signin::fields::{Owner, Standing, existing_email, to_confirmation};
use crate::signin::{self, Entered, Pending};
use crate::web::landing::Landing;

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    let url = &config.recover.url;
    let rule = Rule::unauth_csrf().limited(Limit::Mail);
    routes.get_post("forgot_password", url, forgot_password).require(rule);
    let link = token_path(url);
    // Each try costs hashes, as a sign-in does.
    let rule = Rule::unauth_csrf().limited(Limit::SignIn);
    routes.get_post("reset_password", &link, reset_password).require(rule);
}

async fn forgot_password(cx: Cx, sent: Submitted) -> Result<Reply> {
    let mut form = forgot_form(&cx).bind(&sent);
    if !sent.posted {
        return forgot_page(&cx, form).await;
    }
    let generic = cx.config().core.return_generic_responses;
    csrf::form(&cx, &mut form, &sent, true).await?;
    extra::check_only(&cx, extra::FORGOT_PASSWORD, &mut form).await?;
    let Owner { email, user, unconfirmed } =
        existing_email(&cx, &mut form, Standing::Confirmed).await?;
    if generic {
        form.forgive("email");
    } else if unconfirmed
        && let Some(reply) = to_confirmation(&cx, email.as_deref().unwrap_or_default())
    {
        return Ok(reply);
    }
    if form.has_errors() {
        return forgot_page(&cx, form).await;
    }
    let shown = email.as_deref().or_else(|| sent.text("email")).unwrap_or_default();
    let message = msg::PASSWORD_RESET_REQUEST.with("email", shown);
    if let Some(email) = &email {
        instruct(&cx, user, email).await?;
    }
    Ok(forgot_page(&cx, form).await?.message(message))
}

async fn reset_password(cx: Cx, sent: Submitted) -> Result<Reply> {
    let token = sent.param("token").unwrap_or_default().to_owned();
    let link = match judge(&cx, &token).await? {
        Ok(link) => link,
        Err(message) => return Ok(bad(&cx, sent.posted, message)),
    };
    let mut form = reset_form(&cx).bind(&sent);
    if !sent.posted {
        if cx.is_spa() && !as_json(&cx) {
            let view = cx.config().recover.reset_view.as_deref();
            return Ok(cx.spa_redirect(view, None, None, &[("token", &token)]));
        }
        let page = reset_page(&cx, form, &token);
        return Ok(page.always_redirects(!as_json(&cx)));
    }
    csrf::form(&cx, &mut form, &sent, true).await?;
    extra::check_only(&cx, extra::RESET_PASSWORD, &mut form).await?;
    let Some(password) = wanted(&cx, &mut form, &link.user).await? else {
        return Ok(reset_page(&cx, form, &token));
    };
    follow(&cx, link, &password).await
}

/// Whether a program may read from a GET what its link is worth. The reference shows it a page.
fn as_json(cx: &Cx) -> bool {
    cx.want_json() && cx.config().preset == Preset::Recommended
}

async fn follow(cx: &Cx, link: Link, password: &str) -> Result<Reply> {
    let own = cx.user().await?.is_some_and(|present| present.id == link.user.id);
    let Some(user) = reset(cx, link, password).await? else {
        return Ok(bad(cx, true, msg::INVALID_RESET_PASSWORD_TOKEN.into()));
    };
    // The session is over already: so that the browser knows, too.
    if own && cx.config().preset == Preset::Recommended {
        signin::leave(cx).await?;
    }
    if cx.config().recover.auto_login {
        let remember = cx.config().login.default_remember_me;
        let pending = Pending { user: Arc::clone(&user), via: "reset", remember };
        if let Entered::In = signin::enter_by_mail(cx, pending).await? {
            let place = after(cx, || cx.view_or_root(cx.config().login.post_view.as_deref()));
            let reply = Reply::redirect(Target::Exactly(place)).message(msg::PASSWORD_RESET.into());
            return Ok(reply.with("tf_required", false).user(&user).tokens());
        }
    }
    let place = after(cx, || cx.url_for("login").unwrap_or("/login").to_owned());
    let message = msg::PASSWORD_RESET_NO_LOGIN.into();
    Ok(Reply::redirect(Target::Exactly(place)).message(message).bare())
}

fn after(cx: &Cx, otherwise: impl FnOnce() -> String) -> String {
    let view = cx.config().recover.post_view.as_deref().filter(|view| !view.is_empty());
    view.map_or_else(otherwise, |view| cx.view(view))
}

/// The answer to a link that is no good. A form that was sent stays with forms, whatever the
/// settings say of links.
fn bad(cx: &Cx, posted: bool, message: Message) -> Reply {
    let forgot = cx.url_for("forgot_password").unwrap_or("/");
    if !posted {
        let view = cx.config().recover.error_view.as_deref().filter(|_| cx.is_spa());
        return cx.landed(Landing { good: false, message, view, otherwise: forgot, user: None });
    }
    if cx.want_json() {
        let mut form = reset_form(cx);
        form.reject("", message);
        return Reply::data(form);
    }
    Reply::redirect(Target::Exactly(forgot.to_owned())).message(message)
}

fn forgot_form(cx: &Cx) -> Form {
    let email = Field::new("email", Kind::Email, "FIELD_EMAIL").autocomplete("email").required();
    extra::add(cx, extra::FORGOT_PASSWORD, Form::new("forgot_password_form").field(email))
        .field(Field::new("submit", Kind::Submit, "FORGOT_PASSWORD_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}

/// Whoever is signed in sees their own address.
async fn forgot_page(cx: &Cx, mut form: Form) -> Result<Reply> {
    if let (Some(user), Some(field)) = (cx.user().await?, form.get_mut("email")) {
        field.sent = None;
        field.preset = Some(user.email.clone());
    }
    Ok(Reply::page(&cx.config().recover.forgot_template, form))
}

fn reset_form(cx: &Cx) -> Form {
    let password = Field::new("password", Kind::Password, "FIELD_PASSWORD_NEW");
    let repeat = Field::new("password_confirm", Kind::Password, "FIELD_PASSWORD_AGAIN");
    let form = Form::new("reset_password_form")
        .field(password.autocomplete("new-password").required())
        .field(repeat.autocomplete("new-password").required());
    extra::add(cx, extra::RESET_PASSWORD, form)
        .field(Field::new("submit", Kind::Submit, "RESET_PASSWORD_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}

/// Nothing on it says whose account it is: who came by the link alone does not learn it here.
fn reset_page(cx: &Cx, form: Form, token: &str) -> Reply {
    Reply::page(&cx.config().recover.reset_template, form)
        .context("reset_password_token", token)
        .context("password_length", cx.config().password.length_min)
}
