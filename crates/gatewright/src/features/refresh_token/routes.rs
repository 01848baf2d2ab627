//! `/refresh-token`, for programs alone.

use crate::authn::refresh::{self, Exchange};
use crate::config::Config;
use crate::error::{Error, Result};
use crate::guard::csrf;
use crate::i18n::messages as msg;
use crate::request::cx::Cx;
use crate::request::feature::Routes;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::Reply;
use crate::request::rule::{Limit, Rule};

/// The field, which a cookie replaces where tokens travel in one.
const FIELD: &str = "refresh_token";

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    let route = routes.add("refresh_token", &config.refresh.url, &["POST"], refresh_token);
    route.require(Rule::unauth_csrf().limited(Limit::Refresh));
}

async fn refresh_token(cx: Cx, sent: Submitted) -> Result<Reply> {
    // A page of another site can send a form, but not this type without being asked (CORS).
    if !sent.json {
        return Err(Error::malformed("a refresh token is exchanged with a JSON content type"));
    }
    let mut form = form().bind(&sent);
    let token = if refresh::in_cookie(&cx) {
        let held = refresh::held(&cx).map(str::to_owned);
        if held.is_none() {
            form.reject(FIELD, msg::FIELD_REQUIRED);
        }
        held
    } else {
        form.required(FIELD, msg::FIELD_REQUIRED)
    };
    csrf::form(&cx, &mut form, &sent, true).await?;
    if let Some(token) = token.filter(|_| !form.has_errors()) {
        match refresh::exchange(&cx, &token).await? {
            Exchange::Done(user, members) => {
                return Ok(Reply::data(form).user(&user).credentials(members));
            }
            Exchange::Refused(message) => form.reject(FIELD, message),
        }
    }
    Ok(Reply::data(form))
}

fn form() -> Form {
    Form::new("refresh_token_form").field(Field::new(FIELD, Kind::Hidden, "")).field(Field::new(
        "csrf_token",
        Kind::Hidden,
        "",
    ))
}
