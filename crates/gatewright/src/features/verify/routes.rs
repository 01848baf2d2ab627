//! `/verify`.

use crate::authn::basic::rehash;
use crate::authn::lockout::{self, Subject};
use crate::config::Config;
use crate::error::{Denial, Result};
use crate::event::Event;
use crate::features::login::next_field;
use crate::guard::csrf;
use crate::i18n::messages as msg;
use crate::request::cx::Cx;
use crate::request::feature::Routes;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::{Limit, Rule};
use crate::signin::{self, extra};
use crate::web::reauth;

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    routes
        .get_post("verify", &config.verify.url, verify)
        .require(Rule::signed_in().limited(Limit::Verify));
}

async fn verify(cx: Cx, sent: Submitted) -> Result<Reply> {
    let Some(user) = cx.user().await? else {
        return Err(Denial::Anonymous { challenge: None }.into());
    };
    let mut form = form(&cx).bind(&sent);
    if sent.posted {
        let password = form.required("password", msg::PASSWORD_NOT_PROVIDED);
        next_field(&cx, &mut form).await?;
        csrf::form(&cx, &mut form, &sent, false).await?;
        extra::check_only(&cx, extra::VERIFY, &mut form).await?;
        if let Some(password) = password.filter(|_| !form.has_errors()) {
            let subject = Subject::Account(user.clone());
            let verdict = lockout::password(&cx, &subject, &password).await?;
            if verdict.ok {
                lockout::succeeded(&cx).await?;
                if verdict.needs_update {
                    rehash(&cx, &user, &password).await?;
                }
                signin::renew(&cx, &user);
                let field = sent.text("next").map(str::to_owned);
                let view = cx.config().verify.post_view.clone();
                return Ok(Reply::redirect(Target::Next { field, view })
                    .message(msg::REAUTHENTICATION_SUCCESSFUL.into())
                    .user(&user)
                    .tokens());
            }
            let event = Event::UserFailedAuthn { user: &user, auth_type: "password", tfa: false };
            cx.announce(event).await;
            form.reject("password", msg::INVALID_PASSWORD);
        }
    }
    let mut reply = Reply::page(&cx.config().verify.template, form).user(&user);
    for (key, value) in reauth::facts(&cx).await? {
        if key != "unified_signin_enabled" {
            reply = reply.with(&key, value.clone()).context(&key, value);
        }
    }
    Ok(reply)
}

fn form(cx: &Cx) -> Form {
    let password = Field::new("password", Kind::Password, "FIELD_PASSWORD")
        .autocomplete("current-password")
        .required();
    let next = Field::new("next", Kind::Hidden, "").preset(cx.facts().query("next"));
    extra::add(cx, extra::VERIFY, Form::new("verify_form").field(password).field(next))
        .field(Field::new("submit", Kind::Submit, "VERIFY_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}
