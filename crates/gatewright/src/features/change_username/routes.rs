//! `/change-username`.

use std::sync::Arc;

use crate::config::{Config, Preset};
use crate::error::{Denial, Result};
use crate::event::Event;
use crate::guard::csrf;
use crate::i18n::messages as msg;
use crate::model::{User, UserField};
use crate::outbound::Outgoing;
use crate::request::cx::Cx;
use crate::request::feature::Routes;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::{Limit, Rule};
use crate::request::whole::whole;
use crate::signin::{extra, fields};
use crate::web::mail::Occasion;

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    let url = &config.change_username.url;
    // It says which names are taken, and each change sends a mail.
    let rule = Rule::signed_in_freshly().limited(Limit::Mail);
    routes.get_post("change_username", url, change_username).require(rule);
}

/// What came of a change.
enum Outcome {
    Changed(Arc<User>),
    Taken,
    /// The account has changed since it was read.
    Lost,
}

async fn change_username(cx: Cx, sent: Submitted) -> Result<Reply> {
    let Some(user) = cx.user().await? else {
        return Err(Denial::Anonymous { challenge: None }.into());
    };
    let mut form = form(&cx).bind(&sent);
    if !sent.posted {
        return Ok(page(&cx, &user, form));
    }
    let name = judge(&cx, &mut form, &sent).await?;
    csrf::form(&cx, &mut form, &sent, false).await?;
    extra::check_only(&cx, extra::CHANGE_USERNAME, &mut form).await?;
    if form.has_errors() {
        return Ok(page(&cx, &user, form));
    }
    let outcome = {
        let (cx, user, name) = (cx.clone(), Arc::clone(&user), name.clone());
        whole(async move { change(&cx, &user, name).await }).await?
    };
    match outcome {
        Outcome::Changed(user) => {
            let config = cx.config();
            let views = [&config.change_username.post_view, &config.login.post_view];
            let view = views.into_iter().flatten().next();
            let place = cx.view_or_root(view.map(String::as_str));
            let reply = Reply::redirect(Target::Exactly(place)).user(&user);
            Ok(reply.message(msg::USERNAME_CHANGE.into()))
        }
        Outcome::Taken => {
            reject_taken(&mut form, name.as_deref().unwrap_or_default());
            Ok(page(&cx, &user, form))
        }
        Outcome::Lost => Err(Denial::Anonymous { challenge: None }.into()),
    }
}

/// The new name, if the form is good; `None` is no name.
async fn judge(cx: &Cx, form: &mut Form, sent: &Submitted) -> Result<Option<String>> {
    let required = cx.config().username.required;
    let strict = cx.config().preset == Preset::Recommended;
    // Or a client that has left the name out would lose it.
    if strict && !required && sent.first("username").is_none() {
        form.reject("username", msg::USERNAME_NOT_PROVIDED);
        return Ok(None);
    }
    let name = fields::new_username(cx, form, required).await?;
    if let Some(name) = &name
        && cx.find("username", name).await?.is_some()
    {
        reject_taken(form, name);
    }
    Ok(name)
}

async fn change(cx: &Cx, before: &User, name: Option<String>) -> Result<Outcome> {
    let mut user = before.clone();
    user.username.clone_from(&name);
    let set = [UserField::Username(name.clone())];
    let when = [
        UserField::Username(before.username.clone()),
        UserField::Uniquifier(before.uniquifier.clone()),
    ];
    let notice = notice(cx, &user)?;
    let letters = notice.as_ref().map_or(&[][..], |out| out.letters());
    match cx.store().update_user_with(&user.id, &set, &when, letters).await {
        Ok(true) => {}
        Ok(false) => return Ok(Outcome::Lost),
        Err(error) if error.is_conflict() => return Ok(Outcome::Taken),
        Err(error) => return Err(error),
    }
    if let Some(name) = &name
        && cx.namesakes("username", name).await?.iter().any(|id| *id != user.id)
    {
        // Of two at the same moment, perhaps neither has it: who was first cannot be told.
        let back = [UserField::Username(before.username.clone())];
        cx.store().update_user(&user.id, &back, &set).await?;
        if let Some(out) = &notice {
            cx.withdraw(out).await?;
        }
        return Ok(Outcome::Taken);
    }
    if let Some(out) = &notice {
        cx.posted(out).await;
    }
    let user = Arc::new(user);
    let old_username = before.username.as_deref();
    cx.announce(Event::UsernameChanged { user: &user, old_username }).await;
    Ok(Outcome::Changed(user))
}

fn notice(cx: &Cx, user: &User) -> Result<Option<Outgoing>> {
    let settings = &cx.config().change_username;
    if !settings.send_email {
        return Ok(None);
    }
    cx.outgoing(&Occasion {
        template: &settings.email_template,
        subject: "MAIL_CHANGE_USERNAME_SUBJECT",
        own_subject: settings.email_subject.as_deref(),
        user: Some(user),
        to: None,
        context: cx.seen(),
    })
    .map(Some)
}

fn reject_taken(form: &mut Form, name: &str) {
    form.reject("username", msg::USERNAME_ALREADY_ASSOCIATED.with("username", name));
}

fn form(cx: &Cx) -> Form {
    let mut name =
        Field::new("username", Kind::Text, "FIELD_USERNAME_NEW").autocomplete("username");
    if cx.config().username.required {
        name = name.required();
    }
    extra::add(cx, extra::CHANGE_USERNAME, Form::new("change_username_form").field(name))
        .field(Field::new("submit", Kind::Submit, "CHANGE_USERNAME_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}

fn page(cx: &Cx, user: &Arc<User>, form: Form) -> Reply {
    Reply::page(&cx.config().change_username.template, form)
        .with("current_username", user.username.as_deref())
        .context("current_username", user.username.as_deref())
        .context("required", cx.config().username.required)
        .context("min", cx.config().username.min_length)
        .context("max", cx.config().username.max_length)
        .user(user)
}
