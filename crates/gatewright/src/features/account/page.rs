//! What the page shows: cards that the features bring, and what happened of late.

use jiff::civil::DateTime;
use serde_json::{Value, json};

use crate::error::Result;
use crate::features;
use crate::model::User;
use crate::request::card::Card;
use crate::request::cx::Cx;
use crate::text::agent;

/// Rows of recent activity.
const RECENT: u32 = 10;

/// The cards of every feature that is on, in the order of the features.
pub(super) fn cards(cx: &Cx, user: &User) -> Vec<Card> {
    let cards = features::enabled(cx.config()).filter_map(|feature| feature.account);
    cards
        .filter_map(|card| card(cx, user))
        .filter(|card| cx.url_for(card.link.0).is_some())
        .collect()
}

/// A card for people.
pub(super) fn shown(cx: &Cx, card: &Card) -> Value {
    let (endpoint, label) = card.link;
    json!({
        "name": card.name,
        "title": cx.label(card.title),
        "text": card.text,
        "url": cx.url_for(endpoint),
        "label": cx.label(label),
    })
}

/// A card for programs.
pub(super) fn member(cx: &Cx, card: &Card) -> Value {
    json!({ "name": card.name, "url": cx.url_for(card.link.0) })
}

/// Who the user is, for programs.
pub(super) fn identity(cx: &Cx, user: &User) -> Value {
    json!({
        "email": user.email,
        "confirmed": confirmed(cx, user),
        "username": user.username,
        "created_at": user.create_datetime.map(machine),
        "last_login_at": last_login(cx, user).map(machine),
    })
}

/// The same for people.
pub(super) fn facts(cx: &Cx, user: &User) -> Value {
    let standing = confirmed(cx, user).map(|confirmed| {
        cx.label(if confirmed { "ACCOUNT_CONFIRMED" } else { "ACCOUNT_UNCONFIRMED" })
    });
    json!({
        "email": user.email,
        "standing": standing,
        "username": user.username,
        "since": user.create_datetime.map(|time| time.strftime("%Y-%m-%d").to_string()),
        "last_login": last_login(cx, user).map(human),
    })
}

/// What happened to the account of late, the newest first.
pub(super) async fn activity(cx: &Cx, user: &User) -> Result<(Vec<Value>, Vec<Value>)> {
    let rows = cx.security().activity(user, RECENT).await?;
    let members = rows.iter().map(|row| {
        json!({
            "time": machine(row.time),
            "event": row.event,
            "address": row.address,
            "agent": row.agent,
        })
    });
    let shown = rows.iter().filter_map(|row| {
        let key = format!("ACTIVITY_{}", row.event.to_uppercase());
        let words = cx.label(&key);
        // What has no words, such as a command of an administrator, is for the log alone.
        (words != key).then(|| {
            json!({
                "machine": machine(row.time),
                "time": human(row.time),
                "what": words,
                "address": row.address,
                "agent": row.agent.as_deref().and_then(agent::describe),
            })
        })
    });
    Ok((members.collect(), shown.collect()))
}

/// `None` where nobody asks.
fn confirmed(cx: &Cx, user: &User) -> Option<bool> {
    (cx.config().confirm.enabled || user.confirmed_at.is_some())
        .then(|| user.confirmed_at.is_some())
}

fn last_login(cx: &Cx, user: &User) -> Option<DateTime> {
    user.last_login_at.filter(|_| cx.config().login.trackable)
}

fn machine(time: DateTime) -> String {
    format!("{}Z", time.strftime("%Y-%m-%dT%H:%M:%S"))
}

fn human(time: DateTime) -> String {
    time.strftime("%Y-%m-%d %H:%M UTC").to_string()
}
