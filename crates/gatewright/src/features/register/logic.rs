//! Judging what a new account is to be, and making it.

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::error::{Error, ErrorKind, Result};
use crate::event::Event;
use crate::model::{NewUser, User};
use crate::request::cx::Cx;
use crate::request::whole::whole;

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
}

/// Whether address and username are free.
pub(super) async fn look_up(cx: &Cx, wanted: &mut Wanted) -> Result<()> {
    if !wanted.email.is_empty() {
        wanted.owner = cx.find("email", &wanted.email).await?;
    }
    if let Some(name) = &wanted.username {
        wanted.named = cx.find("username", name).await?;
    }
    Ok(())
}

/// Makes the account and tells of it. A conflict with a registration at the same moment is an
/// error of that kind.
pub(super) async fn create(
    cx: &Cx,
    wanted: &Wanted,
    form_data: Map<String, Value>,
) -> Result<Arc<User>> {
    let mut new = NewUser::new(&wanted.email);
    new.username.clone_from(&wanted.username);
    if let Some(password) = &wanted.password {
        new.password = Some(cx.passwords().hash(password).await?);
    }
    let cx = cx.clone();
    whole(async move {
        let user = cx.store().create_user(new).await?;
        if came_second(&cx, &user).await? {
            cx.store().delete_user(&user.id).await?;
            let why = "the same in another case was made just now";
            return Err(Error::new(ErrorKind::Conflict, why));
        }
        cx.announce(Event::UserRegistered {
            user: &user,
            confirmation_token: None,
            form_data: &form_data,
        })
        .await;
        Ok(Arc::new(user))
    })
    .await
}

/// Whether somebody else made an account a moment ago whose names differ from this one's in case
/// alone. Tables keep such names apart, identities do not.
async fn came_second(cx: &Cx, made: &User) -> Result<bool> {
    let (email, username) = (made.email.clone(), made.username.clone());
    let mut found = Wanted { email, username, ..Wanted::default() };
    look_up(cx, &mut found).await?;
    let other = |owner: &Option<User>| owner.as_ref().is_some_and(|user| user.id != made.id);
    Ok(other(&found.owner) || other(&found.named))
}
