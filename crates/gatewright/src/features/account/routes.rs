//! `/account`, `/account/data`, `/account/close`, `/account/reopen/{token}`.

use std::sync::Arc;

use serde_json::Value;

use crate::authn::links::{self, Purpose};
use crate::config::Config;
use crate::error::{Denial, Error, ErrorKind, Result};
use crate::features::account::closing::{self, Closed};
use crate::features::account::page;
use crate::guard::ask::{Question, button};
use crate::guard::csrf;
use crate::i18n::messages::{self as msg, Message};
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::feature::Routes;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::Rule;
use crate::signin;
use crate::web::landing::Landing;

const QUESTION: Question = Question {
    title: "REOPEN_ACCOUNT_TITLE",
    text: "REOPEN_ACCOUNT_TEXT",
    button: "REOPEN_ACCOUNT_SUBMIT",
};

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    let Some(url) = &config.account.url else { return };
    let below = |name: &str| format!("{}/{name}", url.trim_end_matches('/'));
    routes.add("account", url, &["GET"], account).require(Rule::signed_in());
    routes.add("account_data", &below("data"), &["GET"], data).require(Rule::signed_in_freshly());
    if config.account.closing_grace.is_some() {
        let rule = Rule::signed_in_freshly();
        routes.get_post("close_account", &below("close"), close).require(rule);
        let rule = Rule::unauth_csrf();
        routes.get_post("reopen_account", &below("reopen/{token}"), reopen).require(rule);
    }
}

async fn account(cx: Cx, _: Submitted) -> Result<Reply> {
    let user = owner(&cx).await?;
    let cards = page::cards(&cx, &user);
    let shown: Vec<Value> = cards.iter().map(|card| page::shown(&cx, card)).collect();
    let members: Vec<Value> = cards.iter().map(|card| page::member(&cx, card)).collect();
    let (rows, activity) = page::activity(&cx, &user).await?;
    let form = Form::new("account_form");
    Ok(Reply::page(&cx.config().account.template, form)
        .with("account", page::identity(&cx, &user))
        .with("cards", members)
        .with("activity", rows)
        .context("account", page::facts(&cx, &user))
        .context("cards", shown)
        .context("activity", activity)
        .context("data_url", cx.url_for("account_data"))
        .context("close_url", close_url(&cx))
        .user(&user))
}

async fn data(cx: Cx, _: Submitted) -> Result<Reply> {
    let user = owner(&cx).await?;
    let data = cx.security().personal_data(&user).await?;
    Ok(Reply::download("personal-data.json", data))
}

/// Where the account is closed. Nowhere as long as no host is known that the link of the way back could
/// lead to.
fn close_url(cx: &Cx) -> Option<&str> {
    cx.url_for("close_account").filter(|path| cx.absolute_url(path).is_ok())
}

async fn close(cx: Cx, sent: Submitted) -> Result<Reply> {
    let user = owner(&cx).await?;
    if close_url(&cx).is_none() {
        let why = "an account cannot be closed as long as links have no host: set SERVER_NAME or \
                   TRUSTED_HOSTS";
        return Err(Error::new(ErrorKind::NotFound, why));
    }
    let mut form = form().bind(&sent);
    let last = closing::is_last_administrator(&cx, &user).await?;
    if sent.posted {
        csrf::form(&cx, &mut form, &sent, false).await?;
        if last {
            form.reject("", msg::ACCOUNT_LAST_ADMINISTRATOR);
        }
    }
    if !sent.posted || form.has_errors() {
        return Ok(close_page(&cx, form, last));
    }
    match closing::close(&cx, &user).await? {
        Closed::Done => {}
        Closed::Last => {
            form.reject("", msg::ACCOUNT_LAST_ADMINISTRATOR);
            return Ok(close_page(&cx, form, true));
        }
        Closed::Lost => return Err(Denial::Anonymous { challenge: None }.into()),
    }
    signin::leave(&cx).await?;
    let message = msg::ACCOUNT_CLOSED.with("within", Purpose::Reopen.within(&cx));
    let login = cx.url_for("login").unwrap_or("/").to_owned();
    Ok(Reply::redirect(Target::Exactly(login)).message(message).bare())
}

async fn reopen(cx: Cx, sent: Submitted) -> Result<Reply> {
    let token = sent.param("token").unwrap_or_default();
    let invalid = || msg::ACCOUNT_REOPEN_INVALID.into();
    let Ok(link) = links::read(&cx, Purpose::Reopen, token).await? else {
        return Ok(landed(&cx, false, invalid(), None));
    };
    if cx.store().closings()?.find(&link.user.id).await?.is_none() {
        return Ok(landed(&cx, false, invalid(), None));
    }
    // A program that looks at mails must not decide what becomes of an account.
    if let Some(question) = button(&cx, &sent, QUESTION, &link.user.email).await? {
        return Ok(question);
    }
    Ok(match closing::reopen(&cx, link).await? {
        Some(user) => landed(&cx, true, msg::ACCOUNT_REOPENED.into(), Some(&user)),
        None => landed(&cx, false, invalid(), None),
    })
}

fn landed(cx: &Cx, good: bool, message: Message, user: Option<&Arc<User>>) -> Reply {
    let otherwise = cx.url_for("login").unwrap_or("/").to_owned();
    cx.landed(Landing { good, message, view: None, otherwise: &otherwise, user })
}

async fn owner(cx: &Cx) -> Result<Arc<User>> {
    cx.user().await?.ok_or_else(|| Denial::Anonymous { challenge: None }.into())
}

fn close_page(cx: &Cx, form: Form, last: bool) -> Reply {
    Reply::page("security/close_account.html", form)
        .with("possible", !last)
        .context("possible", !last)
        .context("within", Purpose::Reopen.within(cx))
        .context("account_url", cx.url_for("account"))
        .context("data_url", cx.url_for("account_data"))
}

fn form() -> Form {
    Form::new("close_account_form")
        .field(Field::new("submit", Kind::Submit, "CLOSE_ACCOUNT_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}
