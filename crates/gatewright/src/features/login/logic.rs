//! Finding the account and judging its password.

use std::sync::Arc;

use crate::authn::lockout::{self, Subject};
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

/// An account whose password was right.
pub(super) struct Found {
    pub(super) user: Arc<User>,
    /// The password is stored under a former scheme or cost.
    pub(super) outdated: bool,
}

/// The account, if the password is right. Every refusal costs one hash, and says why in the form.
///
/// An outdated hash is left to whoever lets the user in: renewing it would show a refused caller,
/// by the time it takes, that the password was right.
pub(super) async fn check(
    cx: &Cx,
    form: &mut Form,
    identity: Option<&Identity>,
    password: &str,
) -> Result<Option<Found>> {
    let by = identity.and_then(|one| Some((cx.identity_attribute(one.field)?, one.value.as_str())));
    let found = match by {
        Some((attribute, value)) => {
            let found = cx.user_by_attribute(attribute, value).await?.map(Arc::new);
            limit::identity(cx, attribute, value, found.as_deref()).await?;
            found
        }
        None => None,
    };
    let verdict = lockout::password(cx, &Subject::of(found.as_ref(), by), password).await?;
    let Some(user) = found else {
        lockout::failed_as_nobody(cx).await?;
        form.reject(identity.map_or("", |one| one.field), msg::USER_DOES_NOT_EXIST);
        return Ok(None);
    };
    if !verdict.ok {
        let event = Event::UserFailedAuthn { user: &user, auth_type: "password", tfa: false };
        cx.announce(event).await;
        form.reject("password", msg::INVALID_PASSWORD);
        return Ok(None);
    }
    Ok(Some(Found { user, outdated: verdict.needs_update }))
}
