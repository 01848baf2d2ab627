//! `/logout`.

use crate::authn::refresh;
use crate::config::{Config, Preset};
use crate::error::{Denial, Error, ErrorKind, Result};
use crate::guard::csrf;
use crate::request::cx::Cx;
use crate::request::feature::Routes;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::whole::whole;
use crate::signin;

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    let methods = config.logout.methods.clone().unwrap_or_default();
    routes.add("logout", &config.logout.url, &methods, logout);
}

async fn logout(cx: Cx, sent: Submitted) -> Result<Reply> {
    let token = sent.text("refresh_token").filter(|_| !refresh::in_cookie(&cx));
    if let Some(known) = cx.known().await? {
        if cx.config().logout.csrf {
            let mut form = form().bind(&sent);
            if !sent.posted {
                // Signing out by a link asks first: a link can be on anybody's page.
                return Ok(page(&cx, form));
            }
            match csrf::authenticated(&cx, known.via) {
                Ok(()) => csrf::form(&cx, &mut form, &sent, false).await?,
                Err(error) if refused(&error) && !cx.want_json() => return Ok(page(&cx, form)),
                Err(error) => return Err(error),
            }
            if form.has_errors() {
                return Ok(page(&cx, form));
            }
        }
        leave(&cx, token).await?;
    } else if cx.config().preset == Preset::Recommended {
        // The auth token may have ended before the refresh token.
        revoke(&cx, token).await?;
        if signin::could_return(&cx) {
            signin::leave(&cx).await?;
        }
    }
    let field = sent.text("next").map(str::to_owned);
    let view = cx.config().logout.post_view.clone();
    Ok(Reply::redirect(Target::Next { field, view }).bare().always_redirects(!sent.posted))
}

/// To the end, also for somebody who closes the page at once.
async fn leave(cx: &Cx, token: Option<&str>) -> Result<()> {
    let (cx, token) = (cx.clone(), token.map(str::to_owned));
    whole(async move {
        revoke(&cx, token.as_deref()).await?;
        signin::leave(&cx).await
    })
    .await
}

/// A refresh token that the client keeps outside of cookies ends with the sign-in.
async fn revoke(cx: &Cx, token: Option<&str>) -> Result<()> {
    match token {
        Some(token) if cx.config().refresh.enabled => refresh::revoke(cx, token).await,
        _ => Ok(()),
    }
}

fn refused(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Denied(Denial::Csrf(_)))
}

fn form() -> Form {
    Form::new("logout_form")
        .field(Field::new("submit", Kind::Submit, "LOGOUT_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}

fn page(cx: &Cx, form: Form) -> Reply {
    Reply::page(&cx.config().logout.template, form)
}
