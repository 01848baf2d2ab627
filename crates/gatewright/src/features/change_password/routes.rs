//! `/change`.

use std::sync::Arc;

use crate::authn::fresh;
use crate::authn::lockout::{self, Subject};
use crate::config::{Config, Preset};
use crate::error::{Denial, Result};
use crate::event::Event;
use crate::guard::csrf;
use crate::i18n::messages as msg;
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::feature::Routes;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::{Limit, Rule};
use crate::request::whole::whole;
use crate::session::{keep, remember};
use crate::signin::extra;
use crate::signin::fields::typed_twice;
use crate::signin::password::{changed_notice, replace};

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    routes
        .get_post("change_password", &config.change_password.url, change_password)
        .require(Rule::signed_in().limited(Limit::Verify));
}

async fn change_password(cx: Cx, sent: Submitted) -> Result<Reply> {
    let Some(known) = cx.known().await? else {
        return Err(Denial::Anonymous { challenge: None }.into());
    };
    let user = Arc::clone(&known.user);
    // There is no password to ask for: whoever found a browser open must not set one.
    let settings = &cx.config().freshness;
    if !has_password(&user) && !fresh::check(&cx, &known, settings.within, settings.grace_period) {
        return Err(Denial::Stale.into());
    }
    let mut form = form(&cx, &user).bind(&sent);
    if sent.posted
        && let Some(password) = wanted(&cx, &mut form, &sent, &user).await?
    {
        let user = change(&cx, &user, &password).await?;
        return Ok(done(&cx).user(&user).tokens());
    }
    Ok(page(&cx, form, &user))
}

/// The new password, if the form may be followed: its fields, the present password, the rules.
async fn wanted(
    cx: &Cx,
    form: &mut Form,
    sent: &Submitted,
    user: &Arc<User>,
) -> Result<Option<String>> {
    let new = typed_twice(form, "new_password", "new_password_confirm");
    csrf::form(cx, form, sent, false).await?;
    extra::check_only(cx, extra::CHANGE_PASSWORD, form).await?;
    let Some(new) = new.filter(|_| !form.has_errors()) else { return Ok(None) };
    if has_password(user) && !knows_it(cx, form, user, &new).await? {
        return Ok(None);
    }
    for fault in cx.password_faults(&new, Some(user)).await? {
        form.reject("new_password", fault);
    }
    Ok(Some(new).filter(|_| !form.has_errors()))
}

/// Whether the present password is right, and another one than the new. A wrong one counts as a
/// failed sign-in does; the reference does not tell of it.
async fn knows_it(cx: &Cx, form: &mut Form, user: &Arc<User>, new: &str) -> Result<bool> {
    let Some(password) = form.required("password", msg::PASSWORD_NOT_PROVIDED) else {
        return Ok(false);
    };
    if !lockout::password(cx, &Subject::Account(Arc::clone(user)), &password).await?.ok {
        if cx.config().preset == Preset::Recommended {
            let event = Event::UserFailedAuthn { user, auth_type: "password", tfa: false };
            cx.announce(event).await;
        }
        form.reject("password", msg::INVALID_PASSWORD);
        return Ok(false);
    }
    lockout::succeeded(cx).await?;
    let passwords = cx.passwords();
    // The reference takes the new one as it was typed.
    let new = match cx.config().preset {
        Preset::Flask => new.to_owned(),
        Preset::Recommended => passwords.normalize(new),
    };
    if passwords.normalize(&password) == new {
        form.reject("password", msg::PASSWORD_IS_THE_SAME);
        return Ok(false);
    }
    Ok(true)
}

/// Sets the password and signs in again: this browser alone goes on.
async fn change(cx: &Cx, user: &Arc<User>, password: &str) -> Result<Arc<User>> {
    let hash = cx.passwords().hash(password).await?;
    let notice = changed_notice(cx, user, cx.seen())?;
    let remembered = is_remembered(cx, user);
    let (cx, user) = (cx.clone(), Arc::clone(user));
    whole(async move {
        // Of two changes at the same time one wins; the other's sign-in is over with that.
        let changed = replace(&cx, &user, hash, notice, &[]).await?;
        let user = changed.ok_or(Denial::Anonymous { challenge: None })?;
        let signed_in = cx.sign_in(User::clone(&user), &["change"], Some(remembered)).await;
        // Later than the sign-in, as in the reference, but whatever becomes of it: the password is
        // another one already.
        cx.announce(Event::PasswordChanged { user: &user }).await;
        signed_in?;
        Ok(user)
    })
    .await
}

/// Whether this browser keeps its sign-in when it is closed.
fn is_remembered(cx: &Cx, user: &User) -> bool {
    keep::outlives(cx).unwrap_or_else(|| {
        remember::uniquifier(cx).flatten().is_some_and(|named| named == user.uniquifier)
    })
}

fn has_password(user: &User) -> bool {
    user.password.as_deref().is_some_and(|hash| !hash.is_empty())
}

fn form(cx: &Cx, user: &User) -> Form {
    let mut form = Form::new("change_password_form");
    if has_password(user) {
        let now = Field::new("password", Kind::Password, "FIELD_PASSWORD_NOW");
        form = form.field(now.autocomplete("current-password").required());
    }
    let new = Field::new("new_password", Kind::Password, "FIELD_PASSWORD_NEW");
    let again = Field::new("new_password_confirm", Kind::Password, "FIELD_PASSWORD_AGAIN");
    form = form
        .field(new.autocomplete("new-password").required())
        .field(again.autocomplete("new-password").required());
    extra::add(cx, extra::CHANGE_PASSWORD, form)
        .field(Field::new("submit", Kind::Submit, "CHANGE_PASSWORD_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}

fn page(cx: &Cx, form: Form, user: &Arc<User>) -> Reply {
    let active = has_password(user);
    Reply::page(&cx.config().change_password.template, form)
        .user(user)
        .with("active_password", active)
        .context("active_password", active)
        .context("password_length", cx.config().password.length_min)
}

fn done(cx: &Cx) -> Reply {
    let config = cx.config();
    let view = config.change_password.post_view.as_deref().filter(|view| !view.is_empty());
    let place = view
        .map_or_else(|| cx.view_or_root(config.login.post_view.as_deref()), |view| cx.view(view));
    Reply::redirect(Target::Exactly(place)).message(msg::PASSWORD_CHANGE.into())
}
