//! `/login`.

use serde_json::{Map, json};

use crate::authn::basic::rehash;
use crate::config::Config;
use crate::error::{Denial, Result};
use crate::features::login::logic::{Found, Identity, check};
use crate::guard::csrf;
use crate::i18n::messages as msg;
use crate::request::cx::Cx;
use crate::request::feature::Routes;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::{Limit, Rule};
use crate::session::CSRF_COOKIE_STATE;
use crate::session::flash::flash;
use crate::signin::extra;
use crate::signin::fields::to_confirmation;
use crate::signin::{self, Entered, Pending};
use crate::text::email;
use crate::text::username;

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    // Another feature mails links there.
    if config.passwordless.enabled {
        return;
    }
    let rule = Rule::unauth_csrf().limited(Limit::SignIn);
    routes.get_post("login", &config.login.url, login).require(rule);
}

async fn login(cx: Cx, sent: Submitted) -> Result<Reply> {
    if let Some(user) = cx.user().await? {
        if sent.posted || !cx.want_json() {
            return Err(Denial::SignedIn.into());
        }
        return Ok(page(&cx, form(&cx)).user(&user));
    }
    let mut form = form(&cx).bind(&sent);
    if !sent.posted {
        cx.session().set_text(CSRF_COOKIE_STATE, "set");
        return Ok(page(&cx, form));
    }
    attempt(&cx, &mut form, &sent).await.map(|done| done.unwrap_or_else(|| page(&cx, form)))
}

/// The reply of a sign-in that came through; `None` if the form says what is wrong.
async fn attempt(cx: &Cx, form: &mut Form, sent: &Submitted) -> Result<Option<Reply>> {
    let generic = cx.config().core.return_generic_responses;
    let judged = judge(cx, form, sent).await?;
    if !form.has_errors() {
        let Judged { password, identity } = judged;
        if let Some(Found { user, outdated }) =
            check(cx, form, identity.as_ref(), &password).await?
        {
            let remember = form.flag("remember");
            let email = user.email.clone();
            let pending = Pending { user: user.clone(), via: "password", remember };
            match signin::enter(cx, pending).await? {
                Entered::In => {
                    if outdated {
                        rehash(cx, &user, &password).await?;
                    }
                    return Ok(Some(welcome(cx, sent).user(&user).tokens()));
                }
                Entered::Refused(refusal) => {
                    if refusal.unconfirmed
                        && !generic
                        && let Some(reply) = to_confirmation(cx, &email)
                    {
                        return Ok(Some(reply));
                    }
                    form.reject(identity.map_or("", |one| one.field), refusal.message);
                }
            }
        }
    } else if generic && !form.rejected("csrf_token") {
        // What cannot be an account costs as much as one with a wrong password. A form that was
        // not meant to be sent tells nothing about accounts, and gets no work for nothing.
        cx.passwords().verify(&judged.password, None).await?;
    }
    if generic {
        let fields = ["email", "password", "username"];
        form.generalize(&fields, &msg::GENERIC_AUTHN_FAILED.into());
    }
    Ok(None)
}

struct Judged {
    password: String,
    identity: Option<Identity>,
}

/// Everything that can be said of the form before an account is looked up.
async fn judge(cx: &Cx, form: &mut Form, sent: &Submitted) -> Result<Judged> {
    let password = form.required("password", msg::PASSWORD_NOT_PROVIDED).unwrap_or_default();
    next_field(cx, form).await?;
    let with_username = cx.config().username.enable;
    let mut email = None;
    let given = if with_username {
        form.text("email").ok().flatten().filter(|text| !text.is_empty())
    } else {
        form.required("email", msg::EMAIL_NOT_PROVIDED)
    };
    if let Some(text) = given {
        match email::normalize(&text, &cx.security().rules().email) {
            Ok(normal) => email = Some(normal),
            Err(_) => form.reject("email", msg::INVALID_EMAIL_ADDRESS),
        }
    }
    let name = if with_username { username_field(cx, form) } else { None };
    csrf::form(cx, form, sent, true).await?;
    extra::judge(cx, extra::LOGIN, form, &mut Map::new()).await?;
    let by_email = email.filter(|_| cx.identity_attribute("email").is_some());
    let by_name = || name.filter(|_| cx.identity_attribute("username").is_some());
    let identity = match by_email {
        Some(value) => Some(Identity { field: "email", value }),
        None => by_name().map(|value| Identity { field: "username", value }),
    };
    Ok(Judged { password, identity })
}

fn username_field(cx: &Cx, form: &mut Form) -> Option<String> {
    let text = form.text("username").ok().flatten()?;
    let rules = &cx.security().rules().username;
    let fault = match username::normalize(&text, rules) {
        Ok(name) => return name,
        Err(fault) => fault,
    };
    form.reject("username", cx.username_message(fault));
    None
}

/// A `next` that may not be followed is an error, never a silent detour. The field masks the query.
pub(crate) async fn next_field(cx: &Cx, form: &mut Form) -> Result<()> {
    let field = match form.text("next") {
        Ok(text) => text.filter(|text| !text.is_empty()),
        Err(_) => return Ok(()),
    };
    let next = field.or_else(|| cx.facts().query("next").filter(|text| !text.is_empty()));
    if next.is_some_and(|next| !cx.acceptable_next(&next)) {
        form.reject("next", msg::INVALID_REDIRECT);
        let message = msg::INVALID_REDIRECT.into();
        flash(cx, "error", &cx.say(&message)).await?;
    }
    Ok(())
}

fn form(cx: &Cx) -> Form {
    let config = cx.config();
    let password = Field::new("password", Kind::Password, "FIELD_PASSWORD")
        .autocomplete("current-password")
        .required();
    let next = Field::new("next", Kind::Hidden, "").preset(cx.facts().query("next"));
    let remembered = config.login.default_remember_me.then(|| "y".to_owned());
    let remember = Field::new("remember", Kind::Checkbox, "FIELD_REMEMBER").preset(remembered);
    let submit = Field::new("submit", Kind::Submit, "LOGIN_SUBMIT");
    let email = Field::new("email", Kind::Email, "FIELD_EMAIL").autocomplete("username");
    let csrf = Field::new("csrf_token", Kind::Hidden, "");
    let form = Form::new("login_user_form").field(password).field(next);
    let form = if config.username.enable {
        let name = Field::new("username", Kind::Text, "FIELD_USERNAME").autocomplete("username");
        form.field(remember).field(submit).field(name).field(email)
    } else {
        form.field(email.required()).field(remember).field(submit)
    };
    extra::add(cx, extra::LOGIN, form).field(csrf)
}

fn page(cx: &Cx, form: Form) -> Reply {
    let attributes = &cx.config().core.user_identity_attributes;
    let names: Vec<_> = attributes.iter().map(|one| one.attribute.as_str()).collect();
    Reply::page(&cx.config().login.template, form)
        .with("identity_attributes", json!(names))
        .context("identity_attributes", json!(names))
}

fn welcome(cx: &Cx, sent: &Submitted) -> Reply {
    let field = sent.text("next").map(str::to_owned);
    let view = cx.config().login.post_view.clone();
    Reply::redirect(Target::Next { field, view }).with("tf_required", false)
}
