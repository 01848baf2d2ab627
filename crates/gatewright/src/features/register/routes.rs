//! `/register`.

use serde_json::{Map, Value, json};

use crate::config::{Config, Preset};
use crate::error::Result;
use crate::event::Event;
use crate::features::login::next_field;
use crate::features::register::logic::{Wanted, create, look_up};
use crate::guard::csrf;
use crate::i18n::messages as msg;
use crate::request::cx::Cx;
use crate::request::feature::Routes;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::{Limit, Rule};
use crate::signin::fields::{new_password, new_username, own_email};
use crate::signin::{self, Entered, Pending};

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    let rule = Rule { anonymous: true, ..Rule::unauth_csrf() }.limited(Limit::Register);
    routes.get_post("register", &config.register.url, register).require(rule);
}

async fn register(cx: Cx, sent: Submitted) -> Result<Reply> {
    let mut form = form(&cx).bind(&sent);
    if !sent.posted {
        return Ok(page(&cx, form));
    }
    let mut wanted = judge(&cx, &mut form, &sent).await?;
    look_up(&cx, &mut wanted).await?;
    let taken = wanted.owner.is_some() || wanted.named.is_some();
    let generic = cx.config().core.return_generic_responses;
    if !generic {
        reject_taken(&mut form, &wanted);
    }
    if form.has_errors() {
        return Ok(page(&cx, form));
    }
    if taken {
        return pretend(&cx, &sent, &wanted).await;
    }
    let user = match create(&cx, &wanted, form_data(&wanted)).await {
        Ok(user) => user,
        // Somebody registered the same a moment ago.
        Err(error) if error.is_conflict() => {
            look_up(&cx, &mut wanted).await?;
            if generic {
                return pretend(&cx, &sent, &wanted).await;
            }
            reject_taken(&mut form, &wanted);
            if !form.has_errors() {
                return Err(error);
            }
            return Ok(page(&cx, form));
        }
        Err(error) => return Err(error),
    };
    if silent(&cx) {
        return Ok(done(&cx, &sent));
    }
    let pending = Pending { user: user.clone(), via: "register", remember: false };
    match signin::enter(&cx, pending).await? {
        Entered::In => Ok(done(&cx, &sent).with("tf_required", false).user(&user).tokens()),
        // The account exists, and has to be confirmed before it can be used.
        Entered::Refused(_) => {
            let message = msg::CONFIRM_REGISTRATION.with("email", &user.email);
            Ok(done(&cx, &sent).message(message).user(&user))
        }
    }
}

/// Answers must not tell whether the address was free. Signing in only the new ones would.
fn silent(cx: &Cx) -> bool {
    cx.config().core.return_generic_responses && cx.config().preset == Preset::Recommended
}

/// The answer of a registration that came through, after the same work, with nothing made.
async fn pretend(cx: &Cx, sent: &Submitted, wanted: &Wanted) -> Result<Reply> {
    let password = wanted.password.as_deref().unwrap_or_default();
    cx.passwords().verify(password, None).await?;
    let event = Event::UserNotRegistered {
        user: wanted.owner.as_ref(),
        existing_email: wanted.owner.is_some(),
        existing_username: wanted.named.is_some(),
        form_data: &form_data(wanted),
    };
    cx.announce(event).await;
    Ok(done(cx, sent))
}

async fn judge(cx: &Cx, form: &mut Form, sent: &Submitted) -> Result<Wanted> {
    let email = own_email(cx, form).await?.unwrap_or_default();
    let password = new_password(cx, form, cx.config().password.required).await?;
    next_field(cx, form).await?;
    let required = cx.config().username.required;
    let username = match cx.config().username.enable {
        true => new_username(cx, form, required).await?,
        false => None,
    };
    csrf::form(cx, form, sent, true).await?;
    Ok(Wanted { email, username, password, ..Wanted::default() })
}

fn reject_taken(form: &mut Form, wanted: &Wanted) {
    if wanted.owner.is_some() {
        form.reject("email", msg::EMAIL_ALREADY_ASSOCIATED.with("email", &wanted.email));
    }
    if let Some(name) = wanted.username.as_ref().filter(|_| wanted.named.is_some()) {
        form.reject("username", msg::USERNAME_ALREADY_ASSOCIATED.with("username", name));
    }
}

/// What listeners hear: never the password.
fn form_data(wanted: &Wanted) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("email".to_owned(), json!(wanted.email));
    if let Some(name) = &wanted.username {
        data.insert("username".to_owned(), json!(name));
    }
    data
}

fn form(cx: &Cx) -> Form {
    let config = cx.config();
    let email = Field::new("email", Kind::Email, "FIELD_EMAIL").autocomplete("email").required();
    let mut password =
        Field::new("password", Kind::Password, "FIELD_PASSWORD").autocomplete("new-password");
    let mut repeat = Field::new("password_confirm", Kind::Password, "FIELD_PASSWORD_AGAIN")
        .autocomplete("new-password");
    if config.password.required {
        password = password.required();
        repeat = repeat.required();
    }
    let next = Field::new("next", Kind::Hidden, "").preset(cx.facts().query("next"));
    let mut form = Form::new("register_user_form").field(email).field(password);
    if config.password.confirm_required {
        form = form.field(repeat);
    }
    form = form.field(next);
    if config.username.enable {
        let mut name =
            Field::new("username", Kind::Text, "FIELD_USERNAME").autocomplete("username");
        if config.username.required {
            name = name.required();
        }
        form = form.field(name);
    }
    form.field(Field::new("submit", Kind::Submit, "REGISTER_SUBMIT")).field(Field::new(
        "csrf_token",
        Kind::Hidden,
        "",
    ))
}

fn page(cx: &Cx, form: Form) -> Reply {
    Reply::page(&cx.config().register.template, form)
        .context("password_length", cx.config().password.length_min)
}

fn done(cx: &Cx, sent: &Submitted) -> Reply {
    if silent(cx) {
        let mut login = cx.url_for("login").unwrap_or("/login").to_owned();
        // Checked already: the form would have said so.
        let next = sent.text("next").map(str::to_owned).or_else(|| cx.facts().query("next"));
        if let Some(next) = next.filter(|next| !next.is_empty()) {
            login = cx.with_query(&login, &[("next", &next)]);
        }
        return Reply::redirect(Target::Exactly(login)).message(msg::REGISTRATION_SENT.into());
    }
    let field = sent.text("next").map(str::to_owned);
    let view = cx.config().register.post_view.clone();
    Reply::redirect(Target::Next { field, view })
}
