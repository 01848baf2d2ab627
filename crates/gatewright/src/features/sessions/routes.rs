//! `/sessions`.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::logic::{self, Device};
use crate::authn::fresh;
use crate::config::Config;
use crate::error::{Denial, Result};
use crate::guard::csrf;
use crate::i18n::messages::{self as msg, Message};
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::feature::Routes;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::Rule;
use crate::signin::{self, everywhere};

/// The field that says what is to end: the name of a session, or one of the words.
const FIELD: &str = "revoke";
const OTHERS: &str = "others";
const ALL: &str = "all";

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    routes.get_post("sessions", &config.session.url, sessions).require(Rule::signed_in());
}

async fn sessions(cx: Cx, sent: Submitted) -> Result<Reply> {
    let Some(user) = cx.user().await? else {
        return Err(Denial::Anonymous { challenge: None }.into());
    };
    let mut form = form().bind(&sent);
    if sent.posted {
        let what = form.required(FIELD, msg::FIELD_REQUIRED);
        csrf::form(&cx, &mut form, &sent, false).await?;
        if let Some(what) = what.filter(|_| !form.has_errors()) {
            return revoke(&cx, &user, &what).await;
        }
    }
    page(&cx, &user, form).await
}

async fn page(cx: &Cx, user: &User, form: Form) -> Result<Reply> {
    let devices = logic::devices(cx, user).await?;
    let shown: Vec<Value> = devices.iter().map(|device| words(cx, device)).collect();
    let data: Vec<Value> = devices.iter().map(members).collect();
    let template = &cx.config().session.template;
    Ok(Reply::page(template, form).with("sessions", data).context("sessions", shown))
}

async fn revoke(cx: &Cx, user: &Arc<User>, what: &str) -> Result<Reply> {
    if logic::is_own(cx, what) {
        signin::leave(cx).await?;
        return Ok(out(cx, 1, msg::SESSION_REVOKED.into()));
    }
    // Whoever found a browser open must not lock its owner out of all others.
    must_be_fresh(cx).await?;
    match what {
        OTHERS => {
            let by_session = logic::by_session(cx);
            // This sign-in was ended while it was about to end the others.
            let ended = everywhere::others(cx, user).await?;
            let ended = ended.ok_or(Denial::Anonymous { challenge: None })?;
            let count = ended.sessions;
            let message: Message = msg::SESSIONS_OTHERS_REVOKED.into();
            // Of a token that asked nothing is left either.
            Ok(if by_session { back(cx, count, message) } else { out(cx, count, message) })
        }
        ALL => {
            let ended = everywhere::here_too(cx, user).await?;
            signin::leave(cx).await?;
            let count = ended.map_or(0, |ended| ended.sessions);
            Ok(out(cx, count, msg::SESSIONS_ALL_REVOKED.into()))
        }
        id => {
            let done = logic::end(cx, user, id).await?;
            let message = if done { msg::SESSION_REVOKED } else { msg::SESSION_GONE };
            Ok(back(cx, usize::from(done), message.into()))
        }
    }
}

async fn must_be_fresh(cx: &Cx) -> Result<()> {
    let settings = &cx.config().freshness;
    match cx.known().await? {
        Some(known) if fresh::check(cx, &known, settings.within, settings.grace_period) => Ok(()),
        _ => Err(Denial::Stale.into()),
    }
}

/// Still signed in: back to the list.
fn back(cx: &Cx, count: usize, message: Message) -> Reply {
    to(cx, "sessions", count, message)
}

/// Signed out.
fn out(cx: &Cx, count: usize, message: Message) -> Reply {
    to(cx, "login", count, message).bare()
}

fn to(cx: &Cx, endpoint: &str, count: usize, message: Message) -> Reply {
    let place = cx.url_for(endpoint).unwrap_or("/").to_owned();
    Reply::redirect(Target::Exactly(place)).message(message).with("revoked", count)
}

fn form() -> Form {
    Form::new("sessions_form").field(Field::new(FIELD, Kind::Hidden, "")).field(Field::new(
        "csrf_token",
        Kind::Hidden,
        "",
    ))
}

/// A session for programs.
fn members(device: &Device) -> Value {
    let time = |time: jiff::civil::DateTime| format!("{}Z", time.strftime("%Y-%m-%dT%H:%M:%S"));
    let row = &device.row;
    json!({
        "id": row.id(),
        "current": device.current,
        "agent": device.agent,
        "address": row.address,
        "created_at": time(row.created_at),
        "last_seen_at": time(row.seen_at),
        "expires_at": time(row.expires_at),
        "remembered": row.persistent,
    })
}

/// The same for people.
fn words(cx: &Cx, device: &Device) -> Value {
    let mut all = match members(device) {
        Value::Object(all) => all,
        _ => Map::new(),
    };
    let row = &device.row;
    for (key, time) in
        [("created", row.created_at), ("last_seen", row.seen_at), ("expires", row.expires_at)]
    {
        all.insert(key.to_owned(), json!(time.strftime("%Y-%m-%d %H:%M UTC").to_string()));
    }
    let seen = match device.unused_for {
        Some(seconds) => cx.label_with("SESSIONS_AGO", &[("span", &cx.span(seconds))]),
        None => cx.label("SESSIONS_NOW"),
    };
    all.insert("seen".to_owned(), json!(seen));
    all.insert(
        "agent".to_owned(),
        json!(device.agent.clone().unwrap_or_else(|| cx.label("SESSIONS_UNKNOWN"))),
    );
    Value::Object(all)
}
