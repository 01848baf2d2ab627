//! `/login` and `/login/{token}`, without passwords.

use std::sync::Arc;

use crate::authn::links::Purpose;
use crate::config::{Config, Preset};
use crate::error::Result;
use crate::features::passwordless::logic::{Judged, again, follow, instruct, judge};
use crate::guard::ask::{Question, ask};
use crate::guard::csrf;
use crate::i18n::messages::{self as msg, Message};
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::feature::{Routes, token_path};
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::{Limit, Rule};
use crate::signin::extra;
use crate::signin::fields::{Owner, Standing, existing_email};
use crate::web::landing::Landing;

const SIGN_IN: Question =
    Question { title: "LOGIN_LINK_TITLE", text: "LOGIN_LINK_TEXT", button: "LOGIN_LINK_SUBMIT" };
const ANOTHER: Question = Question {
    title: "LOGIN_LINK_EXPIRED_TITLE",
    text: "LOGIN_LINK_EXPIRED_TEXT",
    button: "LOGIN_LINK_EXPIRED_SUBMIT",
};

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    let url = &config.login.url;
    let rule = Rule::unauth_csrf().limited(Limit::Mail);
    routes.get_post("login", url, send_login).require(rule);
    let link = token_path(url);
    let methods: &[&str] = if config.links.ask { &["GET", "POST"] } else { &["GET"] };
    let rule = Rule { anonymous: true, ..Rule::default() };
    routes.add("token_login", &link, methods, token_login).require(rule);
}

async fn send_login(cx: Cx, sent: Submitted) -> Result<Reply> {
    let mut form = form(&cx).bind(&sent);
    if !sent.posted {
        return Ok(page(&cx, form));
    }
    // The reference answers here as if there were no generic answers, and tells whose account it is.
    let hardened = cx.config().preset == Preset::Recommended;
    let standing = if hardened { Standing::Confirmed } else { Standing::Usable };
    csrf::form(&cx, &mut form, &sent, true).await?;
    extra::check_only(&cx, extra::PASSWORDLESS_LOGIN, &mut form).await?;
    let Owner { email, user, .. } = existing_email(&cx, &mut form, standing).await?;
    if hardened && cx.config().core.return_generic_responses {
        form.forgive("email");
    }
    if form.has_errors() {
        return Ok(page(&cx, form));
    }
    let typed = email.as_deref().or_else(|| sent.text("email")).unwrap_or_default();
    let stored = user.as_ref().map(|user| user.email.as_str()).filter(|_| !hardened);
    let message = msg::LOGIN_EMAIL_SENT.with("email", stored.unwrap_or(typed));
    if let Some(email) = &email {
        instruct(&cx, user.clone(), email).await?;
    }
    let reply = page(&cx, form).message(message);
    Ok(match user.filter(|_| !hardened) {
        Some(user) => reply.user(&user),
        None => reply,
    })
}

async fn token_login(cx: Cx, sent: Submitted) -> Result<Reply> {
    let token = sent.param("token").unwrap_or_default();
    let link = match judge(&cx, token).await? {
        Judged::Good(link) => link,
        Judged::Expired(user) => return expired(&cx, &sent, token, user).await,
        Judged::Bad => return Ok(bad(&cx, msg::INVALID_LOGIN_TOKEN.into(), None)),
    };
    if let Some(page) = ask(&cx, &sent, SIGN_IN, &link.user.email).await? {
        return Ok(page);
    }
    match follow(&cx, link).await? {
        Some(user) => Ok(welcome(&cx, &user)),
        None => Ok(bad(&cx, msg::INVALID_LOGIN_TOKEN.into(), None)),
    }
}

/// A program that reads mails must not set off another mail: it is asked for by a button, too.
async fn expired(cx: &Cx, sent: &Submitted, token: &str, user: Arc<User>) -> Result<Reply> {
    if let Some(page) = ask(cx, sent, ANOTHER, &user.email).await? {
        return Ok(page);
    }
    again(cx, token, &user).await?;
    let within = Purpose::Login.within(cx);
    let message = msg::LOGIN_EXPIRED.with("email", &user.email).with("within", within);
    Ok(bad(cx, message, Some(&user)))
}

fn bad(cx: &Cx, message: Message, user: Option<&Arc<User>>) -> Reply {
    let view = cx.config().login.error_view.as_deref().filter(|_| cx.is_spa());
    let otherwise = cx.url_for("login").unwrap_or("/login");
    cx.landed(Landing { good: false, message, view, otherwise, user })
}

fn welcome(cx: &Cx, user: &Arc<User>) -> Reply {
    let view = cx.config().login.post_view.clone();
    let as_json = cx.want_json() && cx.config().preset == Preset::Recommended;
    if cx.is_spa() && !as_json {
        return cx.spa_redirect(view.as_deref(), None, Some(user), &[]);
    }
    let message = msg::PASSWORDLESS_LOGIN_SUCCESSFUL.into();
    let reply = Reply::redirect(Target::Next { field: None, view }).message(message);
    reply.with("tf_required", false).user(user).tokens().always_redirects(!as_json)
}

fn form(cx: &Cx) -> Form {
    let email = Field::new("email", Kind::Email, "FIELD_EMAIL").autocomplete("email").required();
    extra::add(cx, extra::PASSWORDLESS_LOGIN, Form::new("send_login_form").field(email))
        .field(Field::new("submit", Kind::Submit, "SEND_LOGIN_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}

fn page(cx: &Cx, form: Form) -> Reply {
    Reply::page(&cx.config().passwordless.template, form)
}
