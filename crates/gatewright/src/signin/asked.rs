//! Mails that are asked for by an address, known or not: a link, or a forgotten name.

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::authn::links::{self, Purpose};
use crate::error::Result;
use crate::event::Event;
use crate::model::User;
use crate::outbound::Outgoing;
use crate::request::cx::Cx;
use crate::request::whole::whole;
use crate::web::mail::Occasion;

/// Such a mail.
pub(crate) struct Asked<'a> {
    /// What its link is for, if it has one.
    pub(crate) link: Option<Purpose>,
    /// Nothing if the settings want no mail: then listeners alone hear of the link.
    pub(crate) mail: Option<Wording<'a>>,
    /// What listeners hear.
    pub(crate) event: for<'b> fn(Told<'b>) -> Event<'b>,
}

/// Template and subject of a mail, as in [`Occasion`].
#[derive(Default)]
pub(crate) struct Wording<'a> {
    pub(crate) template: &'a str,
    pub(crate) subject: &'a str,
    pub(crate) own_subject: Option<&'a str>,
    /// Names for the template beside those of the link and of who asks.
    pub(crate) more: Map<String, Value>,
}

/// What an event may say of such a mail.
pub(crate) struct Told<'a> {
    pub(crate) user: &'a User,
    /// Where the mail goes.
    pub(crate) email: &'a str,
    /// Of the link; empty if there is none.
    pub(crate) token: &'a str,
}

/// Whom it is for.
pub(crate) struct Reader {
    user: Arc<User>,
    /// Another address than that of the account; the link carries it.
    elsewhere: Option<String>,
    nobody: bool,
}

impl Reader {
    /// The owner of the address that was typed, if it has one.
    pub(crate) fn of(user: Option<Arc<User>>, email: &str) -> Self {
        let nobody = user.is_none();
        let user = user.unwrap_or_else(|| Arc::new(User::stand_in(email)));
        Self { user, elsewhere: None, nobody }
    }

    /// A user, at an address that is not theirs yet. `nobody`: nor may it be, and nothing is sent.
    pub(crate) fn at(user: &Arc<User>, email: &str, nobody: bool) -> Self {
        Self { user: Arc::clone(user), elsewhere: Some(email.to_owned()), nobody }
    }

    pub(crate) fn user(&self) -> &User {
        &self.user
    }

    fn told<'a>(&'a self, token: Option<&'a str>) -> Told<'a> {
        let email = self.elsewhere.as_deref().unwrap_or(&self.user.email);
        Told { user: &self.user, email, token: token.unwrap_or_default() }
    }
}

/// Makes the link, writes the mail, posts it and tells of it, wherever the client is meanwhile. For
/// nobody it is the same work without a mail: the answer must not tell by its time who has an account.
///
/// # Errors
/// The template or the store failed; or it is not known where this site is.
pub(crate) async fn send(cx: &Cx, asked: Asked<'_>, reader: Reader) -> Result<()> {
    let elsewhere = reader.elsewhere.as_deref();
    let token = asked.link.map(|purpose| links::mint(cx, purpose, &reader.user, elsewhere));
    let link = asked.link.zip(token.as_deref());
    let out = match asked.mail {
        Some(wording) => Some(write(cx, wording, link, &reader)?),
        None => None,
    };
    let event = asked.event;
    if reader.nobody {
        return cx.pretend(out.as_ref(), event(reader.told(token.as_deref()))).await;
    }
    let cx = cx.clone();
    whole(async move { cx.send(out.as_ref(), event(reader.told(token.as_deref()))).await }).await
}

fn write(
    cx: &Cx,
    wording: Wording<'_>,
    link: Option<(Purpose, &str)>,
    reader: &Reader,
) -> Result<Outgoing> {
    let mut context = cx.seen();
    context.extend(wording.more);
    if let Some((purpose, token)) = link {
        links::show(cx, purpose, token, &mut context)?;
    }
    cx.outgoing(&Occasion {
        template: wording.template,
        subject: wording.subject,
        own_subject: wording.own_subject,
        user: Some(&reader.user),
        to: reader.elsewhere.as_deref(),
        context,
    })
}
