//! `/first-administrator/{token}`.

use std::sync::Arc;

use gatewright_wire::digest::sha256;
use jiff::SignedDuration;

use crate::clock;
use crate::config::Config;
use crate::error::{Error, ErrorKind, Result};
use crate::event::Event;
use crate::guard::csrf;
use crate::i18n::messages as msg;
use crate::model::{NewRole, NewUser, User};
use crate::random;
use crate::request::cx::Cx;
use crate::request::feature::Routes;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::Rule;
use crate::request::whole::whole;
use crate::signin::fields::{new_email, new_password};
use crate::signin::{self, Entered, Pending};
use crate::store::{Filter, Page};

const PURPOSE: &str = "first-administrator";
const PATH: &str = "/first-administrator";
const LIFE: SignedDuration = SignedDuration::from_hours(24);
const ROLE: &str = "admin";
/// No hash of a link: those have 32 bytes.
const CLAIM: &[u8] = b"claim";
/// Longer than making an account takes; after a crash in between, another link works again.
const CLAIM_LIFE: SignedDuration = SignedDuration::from_mins(1);

pub(super) fn mount(_: &Config, routes: &mut Routes) {
    let path = format!("{PATH}/{{token}}");
    routes.get_post("first_administrator", &path, first).require(Rule::unauth_csrf());
}

/// The path of a fresh link, if there is no user yet. It is good for a day.
pub(crate) async fn link(cx: &Cx) -> Result<Option<String>> {
    if !cx.config().core.first_administrator || cx.store().count_users().await? > 0 {
        return Ok(None);
    }
    let token = random::token()?;
    issue(cx, &token).await?;
    Ok(cx.url_for("first_administrator").map(|path| path.replace("{token}", &token)))
}

async fn first(cx: Cx, sent: Submitted) -> Result<Reply> {
    cx.state().set_secret_address();
    let token = sent.param("token").unwrap_or_default().to_owned();
    let hash = sha256(token.as_bytes());
    let now = cx.clock().utc();
    if cx.store().once().peek(PURPOSE, &hash, now).await?.is_none() {
        return Err(Error::new(ErrorKind::NotFound, "a used, old or wrong link"));
    }
    let mut form = form().bind(&sent);
    if !sent.posted {
        return Ok(page(&cx, form));
    }
    let email = new_email(&cx, &mut form);
    let password = new_password(&cx, &mut form, true).await?;
    csrf::form(&cx, &mut form, &sent, false).await?;
    if let Some(email) = &email
        && cx.find("email", email).await?.is_some()
    {
        form.reject("email", msg::EMAIL_ALREADY_ASSOCIATED.with("email", email));
    }
    let (Some(email), Some(password)) = (email, password) else { return Ok(page(&cx, form)) };
    if form.has_errors() {
        return Ok(page(&cx, form));
    }
    let mut new = NewUser::new(email);
    new.password = Some(cx.passwords().hash(&password).await?);
    new.confirmed_at = cx.store().capabilities().confirmation.then_some(now);
    let user = {
        let cx = cx.clone();
        whole(async move { create(&cx, &token, new).await }).await?
    };
    let pending = Pending { user: user.clone(), via: "register", remember: false };
    let view = cx.config().login.post_view.clone();
    let reply = Reply::redirect(Target::Next { field: None, view }).user(&user);
    match signin::enter(&cx, pending).await? {
        Entered::In => Ok(reply.message(msg::FIRST_ADMINISTRATOR_READY.into())),
        Entered::Refused(refusal) => Ok(reply.message(refusal.message)),
    }
}

/// Uses up the link and makes the account.
async fn create(cx: &Cx, token: &str, mut new: NewUser) -> Result<Arc<User>> {
    let (hash, now) = (sha256(token.as_bytes()), cx.clock().utc());
    if cx.store().once().consume(PURPOSE, &hash, now).await?.is_none() || !claim(cx).await? {
        return Err(Error::new(ErrorKind::NotFound, "a used, old or wrong link"));
    }
    if cx.store().role(ROLE).await?.is_none() {
        match cx.store().create_role(NewRole::new(ROLE)).await {
            Err(error) if !error.is_conflict() => return Err(error),
            _ => {}
        }
    }
    new.roles = vec![ROLE.to_owned()];
    match cx.store().create_user(new).await {
        Ok(user) => {
            cx.announce(Event::UserCreated { user: &user }).await;
            Ok(Arc::new(user))
        }
        Err(error) => {
            // The link was good and nobody has become administrator by it.
            cx.store().once().consume(PURPOSE, CLAIM, now).await?;
            issue(cx, token).await?;
            Err(error)
        }
    }
}

/// Takes the one place there is: every start prints another link, and two may be used at once.
async fn claim(cx: &Cx) -> Result<bool> {
    let now = cx.clock().now();
    let expires = clock::utc(now.checked_add(CLAIM_LIFE).unwrap_or(now));
    match cx.store().once().issue(PURPOSE, CLAIM, expires, "").await {
        // Others may have registered meanwhile: they do not take the place.
        Ok(()) => {
            let filter = Filter::default().role(ROLE);
            let page = Page::of(1);
            Ok(cx.store().users(&filter, &page).await?.is_empty())
        }
        Err(error) if error.is_conflict() => Ok(false),
        Err(error) => Err(error),
    }
}

async fn issue(cx: &Cx, token: &str) -> Result<()> {
    let now = cx.clock().now();
    let expires = clock::utc(now.checked_add(LIFE).unwrap_or(now));
    cx.store().once().issue(PURPOSE, &sha256(token.as_bytes()), expires, "").await
}

fn form() -> Form {
    let email = Field::new("email", Kind::Email, "FIELD_EMAIL").autocomplete("email").required();
    let password = Field::new("password", Kind::Password, "FIELD_PASSWORD")
        .autocomplete("new-password")
        .required();
    let repeat = Field::new("password_confirm", Kind::Password, "FIELD_PASSWORD_AGAIN")
        .autocomplete("new-password")
        .required();
    Form::new("first_admin_form")
        .field(email)
        .field(password)
        .field(repeat)
        .field(Field::new("submit", Kind::Submit, "SETUP_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}

fn page(cx: &Cx, form: Form) -> Reply {
    Reply::page("security/first_admin.html", form)
        .context("password_length", cx.config().password.length_min)
}
