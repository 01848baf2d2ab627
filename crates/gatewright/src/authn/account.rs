//! Whether an account may be used to sign in: active, not locked, confirmed.

use crate::error::Result;
use crate::i18n::messages::{self as msg, Message};
use crate::model::User;
use crate::request::cx::Cx;

/// Why an account may not sign in although its credentials were right.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) message: Message,
    pub(crate) unconfirmed: bool,
}

/// Asks in this order: active, locked, confirmed. `None` lets the user in.
pub(crate) async fn refusal(cx: &Cx, user: &User) -> Result<Option<Refusal>> {
    let refuse = |message: Message| Some(Refusal { message, unconfirmed: false });
    if !user.active {
        return Ok(refuse(msg::DISABLED_ACCOUNT.into()));
    }
    if let Some(lock) = cx.security().hooks().locked(user).await? {
        let own = lock.text.map(|text| msg::LITERAL.with("text", text));
        return Ok(refuse(own.unwrap_or_else(|| msg::DISABLED_ACCOUNT.into())));
    }
    let config = cx.config();
    if config.confirm.enabled && !config.login.without_confirmation && user.confirmed_at.is_none() {
        let message = msg::CONFIRMATION_REQUIRED.into();
        return Ok(Some(Refusal { message, unconfirmed: true }));
    }
    Ok(None)
}
