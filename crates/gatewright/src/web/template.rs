//! Pages: minijinja, with overrides by file name and the words that templates use.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use minijinja::value::{Kwargs, Object, Serde, Value};
use minijinja::{
    AutoEscape, Environment, Error as PageError, ErrorKind as PageErrorKind, Output, State,
    context, escape_formatter,
};
use serde_json::{Map, Value as Json, json};

use crate::error::{Error, ErrorKind, Result};
use crate::i18n::direction;
use crate::i18n::messages::Message;
use crate::request::cx::Cx;
use crate::request::form::{Field, Form};
use crate::session::flash;
use crate::web::mail_templates;

/// Parts that every page uses, and pages that no feature owns.
const SHARED: &[(&str, &str)] = &[
    ("security/base.html", include_str!("templates/base.html")),
    ("security/_macros.html", include_str!("templates/_macros.html")),
    ("security/_menu.html", include_str!("templates/_menu.html")),
    ("security/_messages.html", include_str!("templates/_messages.html")),
    ("security/link.html", include_str!("templates/link.html")),
    ("security/error.html", include_str!("templates/error.html")),
];

/// The pages' environment: a folder of the application's own goes before templates that it gives, and
/// those before what is built in.
pub(crate) fn environment(
    pages: impl IntoIterator<Item = (&'static str, &'static str)>,
    own: &BTreeMap<String, String>,
    folder: Option<&Path>,
) -> Result<Environment<'static>> {
    let mut environment = Environment::new();
    environment.set_formatter(escape);
    let built_in: Vec<_> =
        SHARED.iter().chain(mail_templates::TEMPLATES).copied().chain(pages).collect();
    let folder: Option<PathBuf> = folder.map(Path::to_owned);
    if let Some(folder) = &folder
        && !folder.is_dir()
    {
        let shown = folder.display();
        return Err(Error::config(format!("the template folder {shown} does not exist")));
    }
    let built_in = built_in.into_iter().filter(|(name, _)| !own.contains_key(*name));
    let given = own.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    for (name, text) in built_in.chain(given) {
        let file = folder.as_ref().map(|folder| folder.join(name)).filter(|path| path.is_file());
        let text = match file {
            Some(path) => std::fs::read_to_string(path)?,
            None => text.to_owned(),
        };
        environment.add_template_owned(name.to_owned(), text).map_err(page_error)?;
    }
    // Names of the application's own, such as a layout that its overrides extend.
    if let Some(folder) = folder {
        environment.set_loader(minijinja::path_loader(folder));
    }
    Ok(environment)
}

/// Escapes text for HTML, but not its slashes, as minijinja does: they end nothing, and links are to
/// be found in the source of a mail or a page as they are.
fn escape(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), PageError> {
    let text = value.as_str().filter(|_| !value.is_safe());
    let (Some(text), AutoEscape::Html) = (text, state.auto_escape()) else {
        return escape_formatter(out, state, value);
    };
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (plain, from) = rest.split_at(at);
        let (special, after) = from.split_at(1);
        out.write_str(plain)?;
        out.write_str(match special {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            "\"" => "&quot;",
            _ => "&#x27;",
        })?;
        rest = after;
    }
    Ok(out.write_str(rest)?)
}

/// A page with its form, in the caller's language.
pub(crate) async fn render(
    cx: &Cx,
    template: &str,
    form: Option<&Form>,
    extra: Map<String, Json>,
) -> Result<String> {
    // An error page does not ask who is there: the question may be what failed.
    let user = if form.is_some() { cx.user().await? } else { cx.resolved() };
    let page = page_name(template);
    let current = user.as_ref().map(|user| {
        json!({
            "is_authenticated": true,
            "email": user.email,
            "username": user.username,
            "name": cx.user_name(user),
            "roles": user.roles.iter().map(|role| role.name.as_str()).collect::<Vec<_>>(),
        })
    });
    let mut names = common(cx, cx.locale());
    names.push(("page", Value::from(page)));
    names.push(("language", Value::from(Serde(language(cx, cx.locale())))));
    names.push(("current_user", Value::from(Serde(current))));
    names.push(("_fs_is_user_authenticated", Value::from_object(SignedIn(user.is_some()))));
    if let Some(name) = &cx.config().core.script_nonce_key {
        names.push((name, Value::from(cx.csp_nonce()?)));
    }
    let mut all: BTreeMap<String, Value> =
        names.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    if let Some(form) = form {
        let shown = show_form(cx, form);
        all.insert("form".to_owned(), shown.clone());
        all.insert(form.name.to_owned(), shown);
    }
    let hooks = cx.security().hooks().page_context(page, cx.facts());
    for (name, value) in extra.into_iter().chain(hooks) {
        all.insert(name, Value::from(Serde(value)));
    }
    let context = Value::from(all);
    let pages = cx.security().pages();
    let template = pages.get_template(template).map_err(page_error)?;
    template.render(context).map_err(page_error)
}

/// Whether somebody is signed in, as a value, and as the reference's templates ask it:
/// `_fs_is_user_authenticated(current_user)`.
#[derive(Debug)]
struct SignedIn(bool);

impl Object for SignedIn {
    fn is_true(self: &Arc<Self>) -> bool {
        self.0
    }

    fn call(self: &Arc<Self>, _: &mut State<'_, '_>, _: &[Value]) -> Result<Value, PageError> {
        Ok(Value::from(self.0))
    }
}

/// The words that every template knows.
pub(super) fn common(cx: &Cx, locale: &str) -> Vec<(&'static str, Value)> {
    let (url, token, text, flashes) = (cx.clone(), cx.clone(), cx.clone(), cx.clone());
    let language = locale.to_owned();
    let backwards = direction(locale) == "rtl";
    let url_for = Value::from_function(move |name: &str| -> Result<String, PageError> {
        url.url_for(name).map(str::to_owned).ok_or_else(|| {
            PageError::new(PageErrorKind::InvalidOperation, format!("no endpoint named {name}"))
        })
    });
    let csrf = Value::from_function(move || -> Result<String, PageError> {
        if !token.config().csrf.enabled {
            return Ok(String::new());
        }
        token.csrf_token().map_err(|error| {
            PageError::new(PageErrorKind::InvalidOperation, error.detail().to_owned())
        })
    });
    let scripts = cx.clone();
    let nonce = Value::from_function(move || -> Result<String, PageError> {
        scripts.csp_nonce().map_err(|error| {
            PageError::new(PageErrorKind::InvalidOperation, error.detail().to_owned())
        })
    });
    let t = Value::from_function(move |key: &str, kwargs: Kwargs| -> Result<String, PageError> {
        let mut args = Vec::new();
        for name in kwargs.args() {
            let value: Value = kwargs.get(name)?;
            args.push((name.to_owned(), value.to_string()));
        }
        let args: Vec<(&str, &str)> =
            args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Ok(text.security().catalog().label_with(key, &args, &language))
    });
    let messages = Value::from_function(move |kwargs: Kwargs| -> Result<Value, PageError> {
        let with_categories: Option<bool> = kwargs.get("with_categories")?;
        let list = flash::take(&flashes).into_iter().map(|(category, text)| {
            if with_categories == Some(true) {
                Value::from(vec![Value::from(category), Value::from(text)])
            } else {
                Value::from(text)
            }
        });
        Ok(list.collect())
    });
    let facts = cx.facts();
    let request = context! {
        path => facts.path(),
        full_path => facts.path_and_query(),
        method => facts.method().as_str(),
    };
    vec![
        ("url_for", url_for.clone()),
        ("url_for_security", url_for),
        ("csrf_token", csrf),
        ("csp_nonce", nonce),
        ("t", t.clone()),
        ("_fsdomain", t),
        ("get_flashed_messages", messages),
        ("request", request),
        ("security", flags(cx)),
        ("locale", Value::from(locale)),
        ("dir", Value::from(direction(locale))),
        ("ltr", Value::from_function(move |text: String| left_to_right(&text, backwards))),
        ("stylesheet", Value::from(stylesheet(cx))),
    ]
}

/// Keeps an address, a time or a name together in a text without markup, where the words around it
/// run from right to left (UAX #9, first strong isolate and its end).
fn left_to_right(text: &str, backwards: bool) -> String {
    if backwards { format!("\u{2066}{text}\u{2069}") } else { text.to_owned() }
}

/// The language of a page and its name, if visitors may choose another one.
fn language(cx: &Cx, locale: &str) -> Option<Json> {
    let page = cx.url_for("language").filter(|_| !cx.languages().is_empty())?;
    let name = cx.security().catalog().own_name(locale);
    Some(json!({ "page": page, "name": name }))
}

fn stylesheet(cx: &Cx) -> String {
    cx.url_for("static").map_or_else(String::new, |base| format!("{base}/gatewright.css"))
}

/// Which features are on, under the reference's names. What may be switched on without being there
/// (`Builder::allow_unbuilt`) is not: pages link to it.
fn flags(cx: &Cx) -> Value {
    let config = cx.config();
    let there = |on: bool, endpoint: &str| on && cx.url_for(endpoint).is_some();
    context! {
        registerable => there(config.register.enabled, "register"),
        confirmable => there(config.confirm.enabled, "send_confirmation"),
        recoverable => there(config.recover.enabled, "forgot_password"),
        changeable => there(config.change_password.enabled, "change_password"),
        change_email => there(config.change_email.enabled, "change_email"),
        change_username => there(config.change_username.enabled, "change_username"),
        username_recovery => there(config.username_recovery.enabled, "recover_username"),
        username_enable => config.username.enable,
        passwordless => config.passwordless.enabled,
        trackable => config.login.trackable,
        two_factor => config.two_factor.enabled,
        unified_signin => config.unified_signin.enabled,
        webauthn => config.webauthn.enabled,
        logout => config.logout.methods.is_some(),
        oauth => config.social.enabled,
        sessions => cx.url_for("sessions").is_some(),
        account => cx.url_for("account").is_some(),
        freshness => !config.freshness.within.is_negative(),
    }
}

/// A form as templates see it: `form.email.label`, `form.email.errors`, `form.fields`.
fn show_form(cx: &Cx, form: &Form) -> Value {
    let mut all: BTreeMap<String, Value> =
        form.fields.iter().map(|field| (field.name.to_owned(), show_field(cx, field))).collect();
    let list: Value = form.fields.iter().filter_map(|field| all.get(field.name).cloned()).collect();
    all.insert("errors".to_owned(), texts(cx, &form.errors));
    all.insert("fields".to_owned(), list);
    all.insert("submitted".to_owned(), Value::from(form.submitted));
    Value::from(all)
}

fn show_field(cx: &Cx, field: &Field) -> Value {
    context! {
        id => field.name,
        name => field.name,
        type => field.kind.name(),
        label => if field.label.is_empty() { String::new() } else { cx.label(field.label) },
        value => field.shown(),
        checked => field.checked(),
        required => field.required,
        autocomplete => field.autocomplete,
        errors => texts(cx, &field.errors),
    }
}

fn texts(cx: &Cx, messages: &[Message]) -> Value {
    messages.iter().map(|message| cx.say(message)).collect()
}

/// `security/login_user.html` is the page `login_user`.
pub(super) fn page_name(template: &str) -> &str {
    let file = template.rsplit('/').next().unwrap_or(template);
    file.split('.').next().unwrap_or(file)
}

#[allow(clippy::needless_pass_by_value, reason = "the shape that `map_err` wants")]
pub(super) fn page_error(error: PageError) -> Error {
    Error::new(ErrorKind::Template, format!("{error:#}"))
}
