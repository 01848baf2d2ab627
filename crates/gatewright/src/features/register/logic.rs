//! Looking whether it is free, and making the account.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::config::Preset;
use crate::error::{Error, ErrorKind, Result};
use crate::event::Event;
use crate::features::register::mails::{self, Welcome};
use crate::i18n::messages::{self as msg, Message};
use crate::model::{NewUser, User, UserId};
use crate::outbound::Outgoing;
use crate::random;
use crate::request::cx::Cx;
use crate::request::whole::{afterwards, whole};
use crate::session::flash::flash;

/// Characters of a hash of Argon2id.
const HASH: usize = 97;

/// What the form holds, in normal form.
#[derive(Default)]
pub(super) struct Wanted {
    pub(super) email: String,
    pub(super) username: Option<String>,
    pub(super) password: Option<String>,
    /// The owner of the address, if it is taken.
    pub(super) owner: Option<User>,
    /// The owner of the username, if it is taken.
    pub(super) named: Option<User>,
    /// What the application is asked about: never the password.
    pub(super) data: Map<String, Value>,
    /// What listeners hear: never the password either.
    pub(super) told: Map<String, Value>,
}

/// Whether address and username are free.
pub(super) async fn look_up(cx: &Cx, wanted: &mut Wanted) -> Result<()> {
    if !wanted.email.is_empty() {
        wanted.owner = cx.find("email", &wanted.email).await?;
    }
    // Nobody's name is no name.
    if let Some(name) = &wanted.username {
        wanted.named = cx.find("username", name).await?;
    }
    Ok(())
}

/// Makes the account together with its mail, and tells of it. A conflict with a registration at the
/// same moment is an error of that kind. `ready` keeps what a further try needs not do again: to hash
/// the password, and to ask the application.
pub(super) async fn create(
    cx: &Cx,
    wanted: &Wanted,
    ready: &mut Option<NewUser>,
) -> Result<Arc<User>> {
    let new = match ready {
        Some(new) => new.clone(),
        None => ready.insert(complete(cx, wanted).await?).clone(),
    };
    let Welcome { out, token } = mails::welcome(cx, &draft(&new))?;
    let (cx, told, email) = (cx.clone(), wanted.told.clone(), wanted.email.clone());
    whole(async move {
        let letters = out.as_ref().map(Outgoing::letters).unwrap_or_default();
        let user = cx.store().create_user_with(new, letters).await.map_err(misnamed)?;
        if afterwards(came_second(&cx, &user).await) == Some(true) {
            cx.store().delete_user(&user.id).await?;
            if let Some(out) = &out {
                cx.withdraw(out).await?;
            }
            let why = "the same in another case was made just now";
            return Err(Error::new(ErrorKind::Conflict, why));
        }
        afterwards(say_first(&cx, &email).await);
        let confirmation_token = token.as_deref();
        let event = Event::UserRegistered { user: &user, confirmation_token, form_data: &told };
        cx.announce(event).await;
        if let Some(out) = &out {
            cx.posted(out).await;
        }
        Ok(Arc::new(user))
    })
    .await
}

/// As much work as making an account and its mail, for one that exists already. Only what the
/// application's own hook for new users takes is left out: it may count them.
pub(super) async fn decline(cx: &Cx, wanted: &Wanted) -> Result<()> {
    let password = wanted.password.as_deref().unwrap_or_default();
    cx.passwords().verify(password, None).await?;
    let out = match (&wanted.owner, &wanted.username) {
        (Some(owner), _) => mails::existing(cx, owner)?,
        (None, Some(name)) => mails::username_taken(cx, &wanted.email, name)?,
        (None, None) => None,
    };
    let (owner, named) = (wanted.owner.clone(), wanted.named.is_some());
    let (email, username) = (wanted.email.clone(), wanted.username.clone());
    let (cx, told, stand_in) = (cx.clone(), wanted.told.clone(), stand_in(wanted)?);
    whole(async move {
        let letters = out.as_ref().map(Outgoing::letters).unwrap_or_default();
        cx.store().rehearse_user_with(stand_in, letters).await?;
        // Whoever makes an account looks whether somebody else has its names.
        namesakes(&cx, &email, username.as_deref()).await?;
        say_first(&cx, &email).await?;
        let event = Event::UserNotRegistered {
            user: owner.as_ref(),
            existing_email: owner.is_some(),
            existing_username: named,
            form_data: &told,
        };
        cx.announce(event).await;
        if let Some(out) = &out {
            cx.posted(out).await;
        }
        Ok(())
    })
    .await
}

/// An account like the one that was asked for, under names that nobody has.
fn stand_in(wanted: &Wanted) -> Result<NewUser> {
    let mut new = NewUser::new(&random::uniquifier()?);
    if wanted.username.is_some() {
        new.username = Some(random::uniquifier()?);
    }
    new.password = wanted.password.as_ref().map(|_| "-".repeat(HASH));
    Ok(new)
}

/// In the preset `flask` the message comes before the event, and for JSON, too, as with the
/// reference.
pub(super) fn says_first(cx: &Cx) -> bool {
    cx.config().confirm.enabled && cx.config().preset == Preset::Flask
}

async fn say_first(cx: &Cx, email: &str) -> Result<()> {
    if !says_first(cx) {
        return Ok(());
    }
    let message: Message = msg::CONFIRM_REGISTRATION.with("email", email);
    flash(cx, cx.category(&message), &cx.say(&message)).await
}

/// The account as it is to be written.
async fn complete(cx: &Cx, wanted: &Wanted) -> Result<NewUser> {
    let mut new = NewUser::new(&wanted.email);
    // Links are made before the account is.
    new.uniquifier = Some(random::uniquifier()?);
    new.username.clone_from(&wanted.username);
    if let Some(password) = &wanted.password {
        new.password = Some(cx.passwords().hash(password).await?);
    }
    let own = &cx.config().database.user_extra_columns;
    for (name, value) in wanted.data.iter().filter(|(_, value)| !value.is_null()) {
        if name == "us_phone_number" && cx.store().capabilities().unified_signin_phone {
            new.us_phone_number = value.as_str().map(str::to_owned);
        } else if own.contains(name) {
            new.extra.insert(name.clone(), value.clone());
        }
    }
    cx.security().hooks().new_user(&mut new, &wanted.data).await?;
    Ok(new)
}

/// The user that comes of it, for links and mails.
fn draft(new: &NewUser) -> User {
    let uniquifier = new.uniquifier.clone().unwrap_or_default();
    let mut user = User::new(UserId::Int(0), &new.email, uniquifier);
    user.username.clone_from(&new.username);
    user.password.clone_from(&new.password);
    user.active = new.active;
    user.confirmed_at = new.confirmed_at;
    user.us_phone_number.clone_from(&new.us_phone_number);
    user.extra.clone_from(&new.extra);
    user
}

/// A role that does not exist is the application's mistake, not a page that is not there.
fn misnamed(error: Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound => {
            Error::config("Hooks::new_user gives a role that does not exist").caused_by(error)
        }
        _ => error,
    }
}

/// Whether somebody else made an account a moment ago whose names differ from this one's in case
/// alone. Tables keep such names apart, identities do not. Of several the first one stays.
async fn came_second(cx: &Cx, made: &User) -> Result<bool> {
    let others = namesakes(cx, &made.email, made.username.as_deref()).await?;
    Ok(others.iter().any(|other| match (other, &made.id) {
        (UserId::Int(other), UserId::Int(made)) => other < made,
        // Such keys do not say who was first.
        (other, made) => other != made,
    }))
}

async fn namesakes(cx: &Cx, email: &str, username: Option<&str>) -> Result<Vec<UserId>> {
    let mut all = cx.namesakes("email", email).await?;
    if let Some(name) = username {
        all.extend(cx.namesakes("username", name).await?);
    }
    Ok(all)
}

impl Wanted {
    /// Puts what is in order into the data that listeners hear.
    pub(super) fn say(&mut self) {
        if !self.email.is_empty() {
            self.data.insert("email".to_owned(), json!(self.email));
        }
        if let Some(name) = &self.username {
            self.data.insert("username".to_owned(), json!(name));
        }
    }
}
