//! Mailing the link, and signing in by it.

use std::sync::Arc;

use gatewright_wire::digest::sha256;
use jiff::SignedDuration;

use crate::authn::account;
use crate::authn::links::{self, Fault, Link, Purpose};
use crate::config::Preset;
use crate::error::Result;
use crate::event::Event;
use crate::guard::limit;
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::whole::whole;
use crate::signin::asked::{self, Asked, Reader, Wording};
use crate::signin::{self, Entered, Pending};

/// Old links that another was mailed for, and for how long that is remembered.
const REPLACED: &str = "link-login-replaced";
const REMEMBERED: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What a link is worth.
pub(super) enum Judged {
    Good(Link),
    /// Its user may have another one.
    Expired(Arc<User>),
    Bad,
}

/// Mails the link to a user. Without one, it is the same work for nobody.
pub(super) async fn instruct(cx: &Cx, user: Option<Arc<User>>, email: &str) -> Result<()> {
    let config = &cx.config().passwordless;
    let mail = Wording {
        template: &config.email_template,
        subject: "MAIL_LOGIN_SUBJECT",
        own_subject: config.email_subject.as_deref(),
        ..Wording::default()
    };
    let asked = Asked {
        link: Some(Purpose::Login),
        mail: Some(mail),
        event: |told| Event::LoginInstructionsSent { user: told.user, login_token: told.token },
    };
    asked::send(cx, asked, Reader::of(user, email)).await
}

/// Reads a link. An account that may not be used is not told from one that is not there.
pub(super) async fn judge(cx: &Cx, token: &str) -> Result<Judged> {
    let judged = match links::read(cx, Purpose::Login, token).await? {
        Ok(link) => Judged::Good(link),
        Err(Fault::Expired(Some(user))) => Judged::Expired(user),
        Err(Fault::Expired(None) | Fault::Invalid) => return Ok(Judged::Bad),
    };
    let user = match &judged {
        Judged::Good(link) => &link.user,
        Judged::Expired(user) => user,
        Judged::Bad => return Ok(judged),
    };
    let refusal = account::refusal(cx, user).await?;
    // The reference asks for no confirmed address here.
    let asks = cx.config().preset == Preset::Recommended;
    let refused = refusal.is_some_and(|refusal| asks || !refusal.unconfirmed);
    Ok(if refused { Judged::Bad } else { judged })
}

/// Another link in place of one that is too old, as often as the settings let mails go to one
/// address; where a look is enough, for the first look.
pub(super) async fn again(cx: &Cx, token: &str, user: &Arc<User>) -> Result<()> {
    let hash = sha256(token.as_bytes());
    let by_look = !cx.config().links.ask;
    // Looked up before the limit, so that looks do not eat it; taken after it, so that a refusal is
    // not the end of the link.
    if by_look && cx.store().once().peek(REPLACED, &hash, cx.clock().utc()).await?.is_some() {
        return Ok(());
    }
    limit::mail_to(cx, &user.email).await?;
    if by_look && !looks_first(cx, &hash).await? {
        return Ok(());
    }
    instruct(cx, Some(Arc::clone(user)), &user.email).await
}

/// Whoever finds an old link could else flood its owner.
async fn looks_first(cx: &Cx, hash: &[u8]) -> Result<bool> {
    let until = cx.clock().utc().saturating_add(REMEMBERED);
    match cx.store().once().issue(REPLACED, hash, until, "").await {
        Ok(()) => Ok(true),
        Err(error) if error.is_conflict() => Ok(false),
        Err(error) => Err(error),
    }
}

/// Signs in by a link, once. `None` if another request was quicker, or the account may not be used.
pub(super) async fn follow(cx: &Cx, link: Link) -> Result<Option<Arc<User>>> {
    let cx = cx.clone();
    whole(async move {
        if !links::consume(&cx, &link).await? {
            return Ok(None);
        }
        let remember = cx.config().login.default_remember_me;
        let pending = Pending { user: Arc::clone(&link.user), via: "token", remember };
        match signin::enter_by_mail(&cx, pending).await? {
            Entered::In => Ok(Some(link.user)),
            Entered::Refused(_) => Ok(None),
        }
    })
    .await
}
