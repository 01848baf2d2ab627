//! Closing one's own account, and opening it again.

use std::sync::Arc;

use serde_json::json;

use crate::authn::links::{self, Link, Purpose};
use crate::error::Result;
use crate::event::Event;
use crate::model::{Closing, User, UserField};
use crate::request::cx::Cx;
use crate::request::whole::{afterwards, whole};
use crate::signin::everywhere;
use crate::store::{Filter, Lookup, Page};
use crate::web::mail::Occasion;

/// The role without which nobody could help anybody.
const ADMINISTRATOR: &str = "admin";

pub(super) enum Closed {
    Done,
    /// Nobody else could administer the site.
    Last,
    /// The account has changed since it was read.
    Lost,
}

/// Whether closing this account would leave the site without an administrator.
pub(super) async fn is_last_administrator(cx: &Cx, user: &User) -> Result<bool> {
    if !user.has_role(ADMINISTRATOR) {
        return Ok(false);
    }
    let filter = Filter::default().role(ADMINISTRATOR).active(true);
    let found = cx.store().users(&filter, &Page::of(2)).await?;
    Ok(found.iter().all(|found| found.id == user.id))
}

/// Disables the account, signs it out everywhere and mails the link that opens it again: in one write.
pub(super) async fn close(cx: &Cx, user: &Arc<User>) -> Result<Closed> {
    let (cx, user) = (cx.clone(), Arc::clone(user));
    whole(async move { close_now(&cx, &user).await }).await
}

async fn close_now(cx: &Cx, before: &User) -> Result<Closed> {
    let grace = cx.config().account.closing_grace.unwrap_or_default();
    let now = cx.clock().utc();
    let closing = Closing::new(now, now.saturating_add(grace));
    let mut user = before.clone();
    user.active = false;
    let mut set = vec![UserField::Active(false)];
    for field in everywhere::uniquifiers(cx.security())? {
        if let UserField::Uniquifier(new) = &field {
            user.uniquifier.clone_from(new);
        }
        set.push(field);
    }
    let when = [UserField::Active(true), UserField::Uniquifier(before.uniquifier.clone())];
    let token = links::mint(cx, Purpose::Reopen, &user, None);
    let mut context = cx.seen();
    links::show(cx, Purpose::Reopen, &token, &mut context)?;
    context.insert("until".into(), json!(closing.closes_at.strftime("%Y-%m-%d").to_string()));
    let out = cx.outgoing(&Occasion {
        template: "account_closed",
        subject: "MAIL_ACCOUNT_CLOSED_SUBJECT",
        own_subject: None,
        user: Some(&user),
        to: None,
        context,
    })?;
    let unless_last = user.has_role(ADMINISTRATOR).then_some(ADMINISTRATOR);
    let change = (&set[..], &when[..]);
    let store = cx.store();
    if !store.closings()?.close(&user.id, &closing, change, unless_last, out.letters()).await? {
        let last = is_last_administrator(cx, before).await?;
        return Ok(if last { Closed::Last } else { Closed::Lost });
    }
    let user = Arc::new(user);
    everywhere::swept(cx, &user, false).await;
    cx.posted(&out).await;
    cx.announce(Event::AccountClosed { user: &user }).await;
    Ok(Closed::Done)
}

/// Opens a closed account again. `None` if it is not closed, or somebody was quicker.
pub(super) async fn reopen(cx: &Cx, link: Link) -> Result<Option<Arc<User>>> {
    let cx = cx.clone();
    whole(async move {
        let id = &link.user.id;
        if !cx.store().closings()?.reopen(id, &[UserField::Active(true)]).await? {
            return Ok(None);
        }
        let read = afterwards(cx.store().user(Lookup::Id(id)).await).flatten();
        let user = read.map_or(link.user, Arc::new);
        cx.announce(Event::AccountReopened { user: &user }).await;
        Ok(Some(user))
    })
    .await
}
