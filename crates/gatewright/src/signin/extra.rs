//! Fields that the application adds to forms: shown, judged, and handed on.

use serde_json::{Map, Value, json};

use crate::error::{Error, Result};
use crate::hooks::{ExtraField, FieldKind, Hooks};
use crate::i18n::messages::{self as msg, Message};
use crate::request::cx::Cx;
use crate::request::form::{Field, Form, Kind, Sent};
use crate::signin::fields::own_phone;
use crate::text::email;

/// The forms that take fields of the application's own, by the reference's names.
pub(crate) const FORMS: &[&str] = &[
    LOGIN,
    REGISTER,
    SEND_CONFIRMATION,
    FORGOT_PASSWORD,
    RESET_PASSWORD,
    CHANGE_PASSWORD,
    CHANGE_EMAIL,
    CHANGE_USERNAME,
    USERNAME_RECOVERY,
    PASSWORDLESS_LOGIN,
    VERIFY,
];
pub(crate) const LOGIN: &str = "login_form";
pub(crate) const REGISTER: &str = "register_form";
pub(crate) const SEND_CONFIRMATION: &str = "send_confirmation_form";
pub(crate) const FORGOT_PASSWORD: &str = "forgot_password_form";
pub(crate) const RESET_PASSWORD: &str = "reset_password_form";
pub(crate) const CHANGE_PASSWORD: &str = "change_password_form";
pub(crate) const CHANGE_EMAIL: &str = "change_email_form";
pub(crate) const CHANGE_USERNAME: &str = "change_username_form";
pub(crate) const USERNAME_RECOVERY: &str = "username_recovery_form";
pub(crate) const PASSWORDLESS_LOGIN: &str = "passwordless_login_form";
pub(crate) const VERIFY: &str = "verify_form";

/// Names that our forms use themselves.
const OURS: &[&str] = &[
    "auth_token",
    "csrf_token",
    "email",
    "fields",
    "errors",
    "new_password",
    "new_password_confirm",
    "next",
    "password",
    "password_confirm",
    "remember",
    "submit",
    "submitted",
    "username",
];

/// Refuses fields whose names are taken, when the application starts.
///
/// # Errors
/// [`Config`](crate::ErrorKind::Config) with the name.
pub(crate) fn check(hooks: &dyn Hooks) -> Result<()> {
    for form in FORMS {
        let fields = hooks.fields(form);
        for (at, field) in fields.iter().enumerate() {
            let before = fields.iter().take(at).any(|other| other.name == field.name);
            if OURS.contains(&field.name) || before || field.name.is_empty() {
                return Err(Error::config(format!(
                    "Hooks::fields gives {form} a field \"{}\", but that name is taken",
                    field.name
                )));
            }
        }
    }
    Ok(())
}

/// Adds the application's fields to a form.
pub(crate) fn add(cx: &Cx, name: &str, form: Form) -> Form {
    let fields = cx.security().hooks().fields(name);
    fields.into_iter().fold(form, |form, extra| form.field(shown(extra)))
}

fn shown(extra: ExtraField) -> Field {
    let kind = match extra.kind {
        FieldKind::Text => Kind::Text,
        FieldKind::Email => Kind::Email,
        FieldKind::Phone => Kind::Phone,
        FieldKind::Integer => Kind::Number,
        FieldKind::Checkbox => Kind::Checkbox,
    };
    let field = Field::new(extra.name, kind, extra.label).autocomplete(extra.autocomplete);
    if extra.required { field.required() } else { field }
}

/// As [`judge`], where nothing becomes of the values.
///
/// # Errors
/// Those of [`judge`].
pub(crate) async fn check_only(cx: &Cx, name: &str, form: &mut Form) -> Result<()> {
    judge(cx, name, form, &mut Map::new()).await
}

/// Judges the application's fields, puts their values into `data`, and asks the application what is
/// wrong with all that is there. A field without a value is null.
///
/// # Errors
/// The store failed, or the application could not answer.
pub(crate) async fn judge(
    cx: &Cx,
    name: &str,
    form: &mut Form,
    data: &mut Map<String, Value>,
) -> Result<()> {
    let hooks = cx.security().hooks();
    for extra in hooks.fields(name) {
        let value = value(cx, form, extra).await?;
        if extra.free_identity
            && let Some(text) = value.as_str()
        {
            free(cx, form, extra.name, text).await?;
        }
        data.insert(extra.name.to_owned(), value);
    }
    for name in ["email", "username"] {
        let sent = form.sent_text(name).filter(|text| !text.is_empty());
        if let (Some(text), false) = (sent, data.contains_key(name)) {
            data.insert(name.to_owned(), json!(text));
        }
    }
    for (field, fault) in hooks.field_faults(name, data).await? {
        form.reject(field, fault);
    }
    Ok(())
}

/// The value of a field; null if there is none, or a wrong one, which the form says.
async fn value(cx: &Cx, form: &mut Form, extra: ExtraField) -> Result<Value> {
    if extra.kind == FieldKind::Checkbox {
        let ticked = form.flag(extra.name);
        if extra.required && !ticked {
            form.reject(extra.name, msg::FIELD_REQUIRED);
        }
        return Ok(json!(ticked));
    }
    if extra.kind == FieldKind::Integer
        && let Some(Sent::Other(Value::Number(number))) =
            form.get(extra.name).and_then(|field| field.sent.as_ref())
        && let Some(number) = number.as_i64()
    {
        return Ok(json!(number));
    }
    let text = match form.text(extra.name) {
        Ok(text) => text.unwrap_or_default(),
        Err(_) => return Ok(Value::Null),
    };
    if text.trim().is_empty() {
        if extra.required {
            form.reject(extra.name, msg::FIELD_REQUIRED);
        }
        return Ok(Value::Null);
    }
    if text.chars().count() > extra.most {
        form.reject(extra.name, msg::INVALID_INPUT_LENGTH.with("length", extra.most));
        return Ok(Value::Null);
    }
    let judged: std::result::Result<Value, Message> = match extra.kind {
        FieldKind::Email => email::normalize(&text, &cx.security().rules().email)
            .map(Value::from)
            .map_err(|_| msg::INVALID_EMAIL_ADDRESS.into()),
        FieldKind::Phone => own_phone(cx.security(), &text).await?.map(Value::from),
        FieldKind::Integer => {
            text.trim().parse::<i64>().map(Value::from).map_err(|_| msg::INVALID_INPUT.into())
        }
        FieldKind::Text | FieldKind::Checkbox => {
            let clean = !text.contains(|c: char| c.is_control() && c != '\t');
            if clean { Ok(Value::from(text)) } else { Err(msg::INVALID_INPUT.into()) }
        }
    };
    Ok(judged.unwrap_or_else(|fault| {
        form.reject(extra.name, fault);
        Value::Null
    }))
}

/// Refuses what identifies another account.
async fn free(cx: &Cx, form: &mut Form, name: &str, text: &str) -> Result<()> {
    for attribute in &cx.config().core.user_identity_attributes {
        let Some(value) = cx.map_identity(attribute, text) else { continue };
        if cx.user_by_attribute(attribute, &value).await?.is_some() {
            let message = msg::IDENTITY_ALREADY_ASSOCIATED.with("attr", &attribute.attribute);
            form.reject(name, message.with("value", value));
            return Ok(());
        }
    }
    Ok(())
}
