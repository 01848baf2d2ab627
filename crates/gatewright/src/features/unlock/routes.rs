//! `/unlock/{token}`.

use gatewright_wire::digest::sha256;

use crate::authn::lockout;
use crate::config::Config;
use crate::error::{Error, ErrorKind, Result};
use crate::guard::csrf;
use crate::i18n::messages as msg;
use crate::request::cx::Cx;
use crate::request::feature::{Routes, token_path};
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::Rule;
use crate::request::whole::whole;
use crate::store::Lookup;

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    let path = token_path(&config.lockout.url);
    routes.get_post("unlock", &path, unlock).require(Rule::unauth_csrf());
}

/// Asking changes nothing: programs that read mails follow links, too.
async fn unlock(cx: Cx, sent: Submitted) -> Result<Reply> {
    cx.state().set_secret_address();
    let hash = sha256(sent.param("token").unwrap_or_default().as_bytes());
    if cx.store().once().peek(lockout::PURPOSE, &hash, cx.clock().utc()).await?.is_none() {
        return Err(gone());
    }
    let mut form = form().bind(&sent);
    if sent.posted {
        csrf::form(&cx, &mut form, &sent, true).await?;
    }
    if !sent.posted || form.has_errors() {
        return Ok(Reply::page("security/unlock.html", form));
    }
    {
        let cx = cx.clone();
        whole(async move { take(&cx, &hash).await }).await?;
    }
    let login = cx.url_for("login").unwrap_or("/").to_owned();
    Ok(Reply::redirect(Target::Exactly(login)).message(msg::ACCOUNT_UNLOCKED.into()))
}

async fn take(cx: &Cx, hash: &[u8]) -> Result<()> {
    let taken = cx.store().once().consume(lockout::PURPOSE, hash, cx.clock().utc()).await?;
    let uniquifier = taken.ok_or_else(gone)?;
    let user = cx.store().user(Lookup::Uniquifier(&uniquifier)).await?.ok_or_else(gone)?;
    lockout::unlock(cx, &user, "mail").await.map(drop)
}

fn gone() -> Error {
    Error::new(ErrorKind::NotFound, "a used, old or wrong link")
}

fn form() -> Form {
    Form::new("unlock_form")
        .field(Field::new("submit", Kind::Submit, "UNLOCK_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}
