//! Finding the account and judging its password.

use std::sync::Arc;

use crate::authn::basic::rehash;
use crate::error::Result;
use crate::event::Event;
use crate::guard::limit;
use crate::i18n::messages as msg;
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::form::Form;

/// What the form says about who signs in: attribute and normal form, ready to be looked up.
pub(super) struct Identity {
    pub(super) field: &'static str,
    pub(super) value: String,
}

/// The account, if the password is right. Every refusal costs one hash, and says why in the form.
pub(super) async fn check(
    cx: &Cx,
    form: &mut Form,
    identity: Option<&Identity>,
    password: &str,
) -> Result<Option<Arc<User>>> {
    let found = match identity {
        Some(one) => match cx.identity_attribute(one.field) {
            Some(attribute) => {
                limit::identity(cx, attribute, &one.value).await?;
                cx.user_by_attribute(attribute, &one.value).await?
            }
            None => None,
        },
        None => None,
    };
    let passwords = cx.passwords();
    let Some(user) = found else {
        passwords.verify(password, None).await?;
        form.reject(identity.map_or("", |one| one.field), msg::USER_DOES_NOT_EXIST);
        return Ok(None);
    };
    let verdict = passwords.verify(password, user.password.as_deref()).await?;
    if !verdict.ok {
        let event = Event::UserFailedAuthn { user: &user, auth_type: "password", tfa: false };
        cx.announce(event).await;
        form.reject("password", msg::INVALID_PASSWORD);
        return Ok(None);
    }
    if verdict.needs_update {
        rehash(cx, &user, password).await?;
    }
    Ok(Some(Arc::new(user)))
}
