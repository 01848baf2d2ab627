//! `/confirm` and `/confirm/{token}`.

use serde_json::Map;

use crate::authn::links::{self, Fault, Purpose};
use crate::config::{Config, Preset};
use crate::error::Result;
use crate::features::confirm::logic::{Followed, follow, instruct, switch};
use crate::guard::ask::{Question, ask};
use crate::guard::csrf;
use crate::i18n::messages::{self as msg, Message};
use crate::request::cx::Cx;
use crate::request::feature::{Routes, token_path};
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::Reply;
use crate::request::rule::{Limit, Rule};
use crate::signin::extra;
use crate::signin::fields::{Owner, Standing, existing_email};
use crate::web::landing::Landing;

const QUESTION: Question = Question {
    title: "CONFIRM_EMAIL_TITLE",
    text: "CONFIRM_EMAIL_TEXT",
    button: "CONFIRM_EMAIL_SUBMIT",
};

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    let url = &config.confirm.url;
    let rule = Rule::unauth_csrf().limited(Limit::Mail);
    routes.get_post("send_confirmation", url, send_confirmation).require(rule);
    let link = token_path(url);
    routes.get_post("confirm_email", &link, confirm_email);
}

async fn send_confirmation(cx: Cx, sent: Submitted) -> Result<Reply> {
    let mut form = form(&cx).bind(&sent);
    if !sent.posted {
        return Ok(page(&cx, form));
    }
    csrf::form(&cx, &mut form, &sent, true).await?;
    extra::judge(&cx, extra::SEND_CONFIRMATION, &mut form, &mut Map::new()).await?;
    let Owner { email, user, .. } = existing_email(&cx, &mut form, Standing::Any).await?;
    let confirmed = user.as_ref().is_some_and(|user| user.confirmed_at.is_some());
    let user = user.filter(|_| !confirmed);
    if confirmed {
        form.reject("email", msg::ALREADY_CONFIRMED);
    }
    if cx.config().core.return_generic_responses {
        form.forgive("email");
    }
    if form.has_errors() {
        return Ok(page(&cx, form));
    }
    let shown = email.as_deref().or_else(|| sent.text("email")).unwrap_or_default();
    let message = msg::CONFIRMATION_REQUEST.with("email", shown);
    if let Some(email) = &email {
        instruct(&cx, user, email).await?;
    }
    Ok(page(&cx, form).message(message))
}

async fn confirm_email(cx: Cx, sent: Submitted) -> Result<Reply> {
    let token = sent.param("token").unwrap_or_default();
    let link = match links::read(&cx, Purpose::Confirm, token).await? {
        Ok(link) => link,
        Err(Fault::Expired(_)) => {
            let within = Purpose::Confirm.within(&cx);
            return Ok(bad(&cx, msg::CONFIRMATION_EXPIRED.with("within", within)));
        }
        Err(Fault::Invalid) => return Ok(bad(&cx, msg::INVALID_CONFIRMATION_TOKEN.into())),
    };
    if link.user.confirmed_at.is_some() {
        return Ok(bad(&cx, msg::ALREADY_CONFIRMED.into()));
    }
    if let Some(page) = ask(&cx, &sent, QUESTION, &link.user.email).await? {
        return Ok(page);
    }
    let user = match follow(&cx, link).await? {
        Followed::Now(user) => user,
        Followed::Before => return Ok(bad(&cx, msg::ALREADY_CONFIRMED.into())),
        Followed::Never => return Ok(bad(&cx, msg::INVALID_CONFIRMATION_TOKEN.into())),
    };
    let inside = switch(&cx, &user).await?;
    let config = cx.config();
    let auto = config.confirm.auto_login;
    // The reference leads there also whom the next request refuses.
    let welcome = auto && (inside || config.preset == Preset::Flask);
    let otherwise = match welcome {
        true => cx.view_or_root(config.login.post_view.as_deref()),
        false => cx.url_for("login").unwrap_or("/login").to_owned(),
    };
    let reply = cx.landed(Landing {
        good: true,
        message: msg::EMAIL_CONFIRMED.into(),
        view: config.confirm.post_view.as_deref(),
        otherwise: &otherwise,
        user: Some(&user),
    });
    // Seen by programs that want JSON alone.
    Ok(if auto && inside { reply.with("tf_required", false).user(&user).tokens() } else { reply })
}

fn bad(cx: &Cx, message: Message) -> Reply {
    cx.landed(Landing {
        good: false,
        message,
        view: cx.config().confirm.error_view.as_deref(),
        otherwise: cx.url_for("send_confirmation").unwrap_or("/"),
        user: None,
    })
}

fn form(cx: &Cx) -> Form {
    let email = Field::new("email", Kind::Email, "FIELD_EMAIL")
        .autocomplete("email")
        .required()
        .preset(cx.facts().query("email"));
    extra::add(cx, extra::SEND_CONFIRMATION, Form::new("send_confirmation_form").field(email))
        .field(Field::new("submit", Kind::Submit, "SEND_CONFIRMATION_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}

fn page(cx: &Cx, form: Form) -> Reply {
    Reply::page(&cx.config().confirm.template, form)
}
