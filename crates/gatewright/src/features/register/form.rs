//! The form: which fields it has, and what is wrong with them.

use serde_json::{Map, Value, json};

use crate::config::{Config, Preset};
use crate::error::Result;
use crate::features::login::next_field;
use crate::features::register::logic::Wanted;
use crate::guard::csrf;
use crate::i18n::messages as msg;
use crate::request::cx::Cx;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::signin::extra;
use crate::signin::fields::{known, new_password, new_username, own_email};

/// Which of the reference's forms it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// The one that adapts to the settings.
    New,
    /// Of the older pair: the password is typed twice.
    OldTwice,
    /// Of the older pair: the password is typed once, and `next` is no field.
    OldOnce,
}

impl Shape {
    pub(super) fn of(cx: &Cx, sent: &Submitted) -> Self {
        let config = cx.config();
        match config.register.use_v2 {
            true => Self::New,
            false if config.confirm.enabled || sent.json => Self::OldOnce,
            false => Self::OldTwice,
        }
    }

    fn repeats(self, config: &Config) -> bool {
        match self {
            Self::New => config.password.confirm_required,
            Self::OldTwice => true,
            Self::OldOnce => false,
        }
    }
}

pub(super) fn form(cx: &Cx, shape: Shape) -> Form {
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
    if shape.repeats(config) {
        form = form.field(repeat);
    }
    if shape != Shape::OldOnce {
        form = form.field(next);
    }
    if config.username.enable {
        let mut name =
            Field::new("username", Kind::Text, "FIELD_USERNAME").autocomplete("username");
        if config.username.required {
            name = name.required();
        }
        form = form.field(name);
    }
    extra::add(cx, extra::REGISTER, form)
        .field(Field::new("submit", Kind::Submit, "REGISTER_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}

/// Everything that can be said before it is known what is taken.
pub(super) async fn judge(
    cx: &Cx,
    form: &mut Form,
    sent: &Submitted,
    shape: Shape,
) -> Result<Wanted> {
    let email = own_email(cx, form).await?.unwrap_or_default();
    let password = match shape {
        Shape::New => new_password(cx, form, cx.config().password.required).await?,
        Shape::OldTwice | Shape::OldOnce => old_password(cx, form).await?,
    };
    if shape != Shape::OldOnce {
        next_field(cx, form).await?;
    }
    let required = cx.config().username.required;
    let username = match cx.config().username.enable {
        true => new_username(cx, form, required).await?,
        false => None,
    };
    csrf::form(cx, form, sent, true).await?;
    let mut wanted = Wanted { email, username, password, ..Wanted::default() };
    wanted.say();
    extra::judge(cx, extra::REGISTER, form, &mut wanted.data).await?;
    wanted.told = told(cx, form, &wanted.data);
    Ok(wanted)
}

/// In the preset `flask` listeners hear of every field, as with the reference, but for secrets.
fn told(cx: &Cx, form: &Form, data: &Map<String, Value>) -> Map<String, Value> {
    let mut told = data.clone();
    if cx.config().preset == Preset::Flask {
        for field in &form.fields {
            let value = match field.name {
                "next" => json!(field.shown()),
                "submit" => json!(form.flag("submit")),
                "username" if !told.contains_key("username") => Value::Null,
                _ => continue,
            };
            told.insert(field.name.to_owned(), value);
        }
    }
    told
}

/// The password of the older pair: blanks are no password even where none is required, and a
/// repetition that is missing is said when all else is right: see [`repeated`].
async fn old_password(cx: &Cx, form: &mut Form) -> Result<Option<String>> {
    let text = form.text("password").unwrap_or_default().unwrap_or_default();
    let blank = text.trim().is_empty();
    if blank && (cx.config().password.required || !text.is_empty()) && !form.rejected("password") {
        form.reject("password", msg::PASSWORD_NOT_PROVIDED);
    }
    if !text.is_empty() {
        for fault in cx.new_password_faults(&text, None, &known(form)).await? {
            form.reject("password", fault);
        }
    }
    if form.get("password_confirm").is_some()
        && let Ok(Some(repeat)) = form.text("password_confirm")
        && !repeat.trim().is_empty()
        && repeat != text
    {
        form.reject("password_confirm", msg::RETYPE_PASSWORD_MISMATCH);
    }
    Ok(Some(text).filter(|_| !blank))
}

/// What the older form asks last.
pub(super) fn repeated(cx: &Cx, form: &mut Form, shape: Shape) {
    let blank = form.sent_text("password_confirm").is_none_or(|text| text.trim().is_empty());
    let asked = shape == Shape::OldTwice && !cx.config().unified_signin.enabled;
    if asked && blank && !form.has_errors() {
        form.reject("password_confirm", msg::PASSWORD_NOT_PROVIDED);
    }
}
