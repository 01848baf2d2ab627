//! `/register`.

use crate::config::{Config, Preset};
use crate::error::Result;
use crate::features::register::form::{Shape, form, judge, repeated};
use crate::features::register::logic::{Wanted, create, decline, look_up, says_first};
use crate::features::register::mails::must_confirm;
use crate::guard::limit;
use crate::i18n::messages::{self as msg, Message};
use crate::request::cx::Cx;
use crate::request::feature::Routes;
use crate::request::form::{Form, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::{Limit, Rule};
use crate::signin::{self, Entered, Pending};

/// How often a registration meets others that are taken back in the same moment.
const TRIES: usize = 4;

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    let rule = Rule { anonymous: true, ..Rule::unauth_csrf() }.limited(Limit::Register);
    routes.get_post("register", &config.register.url, register).require(rule);
}

async fn register(cx: Cx, sent: Submitted) -> Result<Reply> {
    let shape = Shape::of(&cx, &sent);
    let mut form = form(&cx, shape).bind(&sent);
    if !sent.posted {
        return Ok(page(&cx, form));
    }
    let mut wanted = judge(&cx, &mut form, &sent, shape).await?;
    if !form.has_errors() && cx.config().register.send_email {
        limit::mail_to(&cx, &wanted.email).await?;
    }
    look_up(&cx, &mut wanted).await?;
    let taken = wanted.owner.is_some() || wanted.named.is_some();
    let generic = cx.config().core.return_generic_responses;
    if !generic {
        reject_taken(&mut form, &wanted);
    }
    // The reference asks for it only where the address is free, which tells which ones are.
    if !taken || silent(&cx) {
        repeated(&cx, &mut form, shape);
    }
    if form.has_errors() {
        return Ok(page(&cx, form));
    }
    if taken {
        return pretend(&cx, &sent, &wanted).await;
    }
    let (mut tries, mut ready) = (1, None);
    let user = loop {
        match create(&cx, &wanted, &mut ready).await {
            Ok(user) => break user,
            // Somebody registered the same a moment ago.
            Err(error) if error.is_conflict() => {
                look_up(&cx, &mut wanted).await?;
                let free = wanted.owner.is_none() && wanted.named.is_none();
                // It has come second to a third one, and is taken back already.
                if free && tries < TRIES {
                    tries += 1;
                    continue;
                }
                if free {
                    // A column of the application's own is unique: no failure of the server's.
                    tracing::warn!(error = ?error, "an account clashes with one of another name");
                    form.reject("", msg::INVALID_INPUT);
                    return Ok(page(&cx, form));
                }
                if generic {
                    return pretend(&cx, &sent, &wanted).await;
                }
                reject_taken(&mut form, &wanted);
                return Ok(page(&cx, form));
            }
            Err(error) => return Err(error),
        }
    };
    if silent(&cx) {
        return Ok(done(&cx, &sent, &wanted));
    }
    if must_confirm(&cx, &user) {
        return Ok(done(&cx, &sent, &wanted).user(&user));
    }
    let pending = Pending { user: user.clone(), via: "register", remember: false };
    let entered = signin::enter(&cx, pending).await?;
    let reply = done(&cx, &sent, &wanted).user(&user);
    Ok(match entered {
        Entered::In => reply.with("tf_required", false).tokens(),
        // The application wants to look at new accounts first.
        Entered::Refused(refusal) => reply.message(refusal.message),
    })
}

/// Answers must not tell whether the address was free. Signing in only the new ones would.
fn silent(cx: &Cx) -> bool {
    cx.config().core.return_generic_responses && cx.config().preset == Preset::Recommended
}

/// The answer of a registration that came through, after the same work, with nothing made.
async fn pretend(cx: &Cx, sent: &Submitted, wanted: &Wanted) -> Result<Reply> {
    decline(cx, wanted).await?;
    Ok(done(cx, sent, wanted))
}

fn reject_taken(form: &mut Form, wanted: &Wanted) {
    if wanted.owner.is_some() {
        form.reject("email", msg::EMAIL_ALREADY_ASSOCIATED.with("email", &wanted.email));
    }
    if let Some(name) = wanted.username.as_ref().filter(|_| wanted.named.is_some()) {
        form.reject("username", msg::USERNAME_ALREADY_ASSOCIATED.with("username", name));
    }
}

fn page(cx: &Cx, form: Form) -> Reply {
    Reply::page(&cx.config().register.template, form)
        .context("password_length", cx.config().password.length_min)
}

fn done(cx: &Cx, sent: &Submitted, wanted: &Wanted) -> Reply {
    let config = cx.config();
    let message: Option<Message> = match config.confirm.enabled {
        true if says_first(cx) => None,
        true => Some(msg::CONFIRM_REGISTRATION.with("email", &wanted.email)),
        false if silent(cx) => Some(msg::REGISTRATION_SENT.into()),
        false => None,
    };
    let reply = Reply::redirect(target(cx, sent));
    match message {
        Some(message) => reply.message(message),
        None => reply,
    }
}

fn target(cx: &Cx, sent: &Submitted) -> Target {
    let view = cx.config().register.post_view.clone();
    if silent(cx) && view.is_none() {
        let mut login = cx.url_for("login").unwrap_or("/login").to_owned();
        let next = sent.text("next").map(str::to_owned).or_else(|| cx.facts().query("next"));
        // The older form does not say so if it leads elsewhere.
        if let Some(next) = next.filter(|next| !next.is_empty() && cx.acceptable_next(next)) {
            login = cx.with_query(&login, &[("next", &next)]);
        }
        return Target::Exactly(login);
    }
    Target::Next { field: sent.text("next").map(str::to_owned), view }
}
