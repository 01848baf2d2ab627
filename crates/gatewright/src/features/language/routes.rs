//! `/language`.

use serde_json::{Value, json};

use crate::config::Config;
use crate::error::{Error, ErrorKind, Result};
use crate::guard::csrf;
use crate::i18n::{direction, messages as msg};
use crate::request::cx::Cx;
use crate::request::feature::Routes;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::Rule;

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    routes.get_post("language", &config.i18n.url, language).require(Rule::unauth_csrf());
}

async fn language(cx: Cx, sent: Submitted) -> Result<Reply> {
    // What the application says of a user leaves no choice.
    cx.user().await?;
    if cx.languages().is_empty() {
        return Err(Error::new(ErrorKind::NotFound, "there is one language for this visitor"));
    }
    let mut form = form(&cx).bind(&sent);
    if !sent.posted {
        return Ok(page(&cx, form));
    }
    let wanted = form.required("language", msg::FIELD_REQUIRED);
    csrf::form(&cx, &mut form, &sent, true).await?;
    let Some(wanted) = wanted.filter(|_| !form.has_errors()) else { return Ok(page(&cx, form)) };
    if !cx.choose_language(&wanted) {
        form.reject("language", msg::CHOICE_INVALID);
        return Ok(page(&cx, form));
    }
    let field = sent.text("next").map(str::to_owned);
    Ok(Reply::redirect(Target::Next { field, view: None }).with("language", wanted))
}

fn form(cx: &Cx) -> Form {
    Form::new("language_form")
        .field(Field::new("language", Kind::Hidden, "LANGUAGE_TITLE"))
        .field(Field::new("next", Kind::Hidden, "").preset(cx.facts().query("next")))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}

fn page(cx: &Cx, form: Form) -> Reply {
    let current = cx.locale();
    let catalog = cx.security().catalog();
    let all = cx.languages().into_iter().map(|tag| {
        json!({
            "tag": tag,
            "name": catalog.own_name(tag),
            "dir": direction(tag),
            "current": tag == current,
        })
    });
    let all: Vec<Value> = all.collect();
    Reply::page("security/language.html", form)
        .with("languages", all.clone())
        .context("languages", all)
}
