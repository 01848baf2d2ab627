//! Fields that several features ask for, each judged in one way.

use std::sync::Arc;

use crate::authn::account;
use crate::config::Preset;
use crate::error::Result;
use crate::guard::limit;
use crate::i18n::messages::{self as msg, Message};
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::form::{Form, Kind};
use crate::request::reply::{Reply, Target};
use crate::security::Security;
use crate::text::{email, phone, username};

/// What must be true of an account that a form names, beside that it exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nothing.
    Any,
    /// It is neither disabled nor locked by the application.
    Usable,
    /// That, and its address is confirmed, where it has to be.
    Confirmed,
}

/// The account that a form names by its address.
pub(crate) struct Owner {
    /// The address in its normal form, if it is one.
    pub(crate) email: Option<String>,
    /// The account, if there is one that is served. What is wrong otherwise, the form says.
    pub(crate) user: Option<Arc<User>>,
    /// It is not served for the only reason that its address is not confirmed.
    pub(crate) unconfirmed: bool,
}

/// The account of the field `email`. Counts a mail to that address first, whether or not there is
/// such an account; check the form's CSRF token before.
///
/// # Errors
/// Too many mails to this address; or the store failed.
pub(crate) async fn existing_email(cx: &Cx, form: &mut Form, standing: Standing) -> Result<Owner> {
    let mut owner = Owner { email: None, user: None, unconfirmed: false };
    let meant = !form.has_errors();
    let Some(email) = new_email(cx, form) else { return Ok(owner) };
    // A page of another site must not use up what an address may be sent.
    if meant {
        limit::mail_to(cx, &email).await?;
    }
    let found = cx.find_evenly("email", &email).await?.map(Arc::new);
    owner.email = Some(email);
    let Some(user) = found else {
        form.reject("email", msg::USER_DOES_NOT_EXIST);
        return Ok(owner);
    };
    if !meant {
        return Ok(owner);
    }
    if standing != Standing::Any
        && let Some(refusal) = account::refusal(cx, &user).await?
        && (standing == Standing::Confirmed || !refusal.unconfirmed)
    {
        owner.unconfirmed = refusal.unconfirmed;
        form.reject("email", refusal.message);
        return Ok(owner);
    }
    owner.user = Some(user);
    Ok(owner)
}

/// Where the settings send a browser whose user has to confirm the address first, if they name a page.
pub(crate) fn to_confirmation(cx: &Cx, email: &str) -> Option<Reply> {
    let view = cx.config().confirm.requires_confirmation_error_view.as_deref();
    let view = view.filter(|view| !view.is_empty() && !cx.want_json())?;
    let place = cx.with_query(&cx.view(view), &[("email", email)]);
    Some(Reply::redirect(Target::Exactly(place)).message(msg::CONFIRMATION_REQUIRED.into()))
}

/// The address in the field `email`, if it is one; whose it is, or whether it is free, is another
/// question.
pub(crate) fn new_email(cx: &Cx, form: &mut Form) -> Option<String> {
    let text = form.required("email", msg::EMAIL_NOT_PROVIDED)?;
    match email::normalize(&text, &cx.security().rules().email) {
        Ok(normal) => Some(normal),
        Err(_) => {
            form.reject("email", msg::INVALID_EMAIL_ADDRESS);
            None
        }
    }
}

/// The address that an account is to have, if it is one and the application takes it; whether it is
/// free is another question.
///
/// # Errors
/// The application could not answer.
pub(crate) async fn own_email(cx: &Cx, form: &mut Form) -> Result<Option<String>> {
    let Some(email) = new_email(cx, form) else { return Ok(None) };
    match cx.security().hooks().email_fault(&email).await? {
        None => Ok(Some(email)),
        Some(fault) => {
            form.reject("email", fault);
            Ok(None)
        }
    }
}

/// The username that an account is to have, if it keeps the rules; whether it is free is another
/// question. `None` without an error: none is wanted.
///
/// # Errors
/// The application could not answer.
pub(crate) async fn new_username(
    cx: &Cx,
    form: &mut Form,
    required: bool,
) -> Result<Option<String>> {
    let rules = &cx.security().rules().username;
    let Ok(text) = form.text("username") else { return Ok(None) };
    let blank = text.as_ref().is_none_or(|text| text.trim().is_empty());
    let fault: Message = match username::normalize(&text.unwrap_or_default(), rules) {
        _ if required && blank => msg::USERNAME_NOT_PROVIDED.into(),
        // One sign can become several, with blanks among them: a name that passes for another.
        Ok(Some(name)) if strict(cx) && !username::keeps_categories(&name, rules) => {
            msg::USERNAME_DISALLOWED_CHARACTERS.into()
        }
        Ok(Some(name)) => match cx.security().hooks().username_fault(&name).await? {
            None => return Ok(Some(name)),
            Some(fault) => fault,
        },
        Ok(None) if required => msg::USERNAME_NOT_PROVIDED.into(),
        Ok(None) => return Ok(None),
        Err(fault) => cx.username_message(fault),
    };
    form.reject("username", fault);
    Ok(None)
}

/// A phone number in the form that is stored, if it is one and the application takes it; else what
/// is wrong with it.
///
/// # Errors
/// The application could not answer.
pub(crate) async fn own_phone(
    security: &Security,
    text: &str,
) -> Result<std::result::Result<String, Message>> {
    let Some(number) = phone::e164(text, &security.config().phone.region_default) else {
        return Ok(Err(msg::PHONE_INVALID.into()));
    };
    let fault = security.hooks().phone_fault(&number).await?;
    Ok(fault.map_or(Ok(number), Err))
}

fn strict(cx: &Cx) -> bool {
    cx.config().preset == Preset::Recommended
}

/// The password of a new account, if it keeps the rules and was typed the same twice.
pub(crate) async fn new_password(
    cx: &Cx,
    form: &mut Form,
    required: bool,
) -> Result<Option<String>> {
    let text = form.text("password").unwrap_or_default();
    let given = text.clone().filter(|text| !text.trim().is_empty());
    if given.is_none() && required && !form.rejected("password") {
        form.reject("password", msg::PASSWORD_NOT_PROVIDED);
    }
    // With the reference blanks are no password, and may be too short for one as well.
    let blanks = text.as_ref().filter(|text| !strict(cx) && !text.is_empty());
    if let Some(password) = given.as_ref().or(blanks) {
        let known = known(form);
        for fault in cx.new_password_faults(password, None, &known).await? {
            form.reject("password", fault);
        }
    }
    if form.get("password_confirm").is_some()
        && let Ok(repeated) = form.text("password_confirm")
    {
        let blank = repeated.as_deref().is_none_or(|text| text.trim().is_empty());
        if blank && required {
            form.reject("password_confirm", msg::PASSWORD_NOT_PROVIDED);
        } else if repeated != text {
            form.reject("password_confirm", msg::RETYPE_PASSWORD_MISMATCH);
        }
    }
    Ok(given)
}

/// What a password of this form must not be made of: all that was sent beside it.
pub(crate) fn known(form: &Form) -> Vec<String> {
    let shown =
        |kind| !matches!(kind, Kind::Password | Kind::Hidden | Kind::Submit | Kind::Checkbox);
    let fields = form.fields.iter().filter(|field| shown(field.kind));
    fields.filter_map(|field| form.sent_text(field.name)).map(str::to_owned).collect()
}

/// A new password that must be given twice; whether it keeps the rules is another question.
pub(crate) fn typed_twice(form: &mut Form, name: &str, repeat: &str) -> Option<String> {
    let blank = |text: &Option<String>| text.as_deref().is_none_or(|one| one.trim().is_empty());
    let text = form.text(name).unwrap_or_default();
    if blank(&text) && !form.rejected(name) {
        form.reject(name, msg::PASSWORD_NOT_PROVIDED);
    }
    if let Ok(repeated) = form.text(repeat) {
        if blank(&repeated) {
            form.reject(repeat, msg::PASSWORD_NOT_PROVIDED);
        } else if repeated != text {
            form.reject(repeat, msg::RETYPE_PASSWORD_MISMATCH);
        }
    }
    text.filter(|text| !text.trim().is_empty())
}
