//! `/recover-username`.

use std::sync::Arc;

use serde_json::{Map, json};

use crate::config::{Config, Preset};
use crate::error::Result;
use crate::event::Event;
use crate::guard::csrf;
use crate::i18n::messages as msg;
use crate::model::User;
use crate::request::cx::Cx;
use crate::request::feature::Routes;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::{Reply, Target};
use crate::request::rule::{Limit, Rule};
use crate::signin::asked::{self, Asked, Reader, Wording};
use crate::signin::extra;
use crate::signin::fields::{Owner, Standing, existing_email, to_confirmation};

pub(super) fn mount(config: &Config, routes: &mut Routes) {
    let rule = Rule { anonymous: true, ..Rule::unauth_csrf() }.limited(Limit::Mail);
    let url = &config.username_recovery.url;
    routes.get_post("recover_username", url, recover_username).require(rule);
}

async fn recover_username(cx: Cx, sent: Submitted) -> Result<Reply> {
    let mut form = form(&cx).bind(&sent);
    if !sent.posted {
        return Ok(page(&cx, form));
    }
    csrf::form(&cx, &mut form, &sent, true).await?;
    extra::check_only(&cx, extra::USERNAME_RECOVERY, &mut form).await?;
    let owner = existing_email(&cx, &mut form, Standing::Confirmed).await?;
    let generic = cx.config().core.return_generic_responses;
    if owner.unconfirmed
        && !generic
        && let Some(reply) = to_confirmation(&cx, owner.email.as_deref().unwrap_or_default())
    {
        return Ok(reply);
    }
    let unknown = form.rejected("email");
    if generic {
        form.forgive("email");
    }
    if form.has_errors() {
        return Ok(page(&cx, form));
    }
    let Owner { email, user, .. } = owner;
    if let Some(email) = &email {
        send(&cx, user, email).await?;
    }
    // The reference shows the page again where there was nobody to write to.
    let tells = unknown && cx.config().preset == Preset::Flask;
    let reply = match tells {
        true => page(&cx, form),
        false => {
            let login = cx.url_for("login").unwrap_or("/login").to_owned();
            Reply::redirect(Target::Exactly(login))
        }
    };
    Ok(reply.message(msg::USERNAME_RECOVERY_REQUEST.into()))
}

/// Mails the username. Without a user, it is the same work for nobody.
async fn send(cx: &Cx, user: Option<Arc<User>>, email: &str) -> Result<()> {
    let settings = &cx.config().username_recovery;
    let reader = Reader::of(user, email);
    let username = reader.user().username.as_deref().unwrap_or_default();
    let mail = Wording {
        template: &settings.email_template,
        subject: "MAIL_USERNAME_RECOVERY_SUBJECT",
        own_subject: settings.email_subject.as_deref(),
        more: Map::from_iter([("username".to_owned(), json!(username))]),
    };
    let asked = Asked {
        link: None,
        mail: Some(mail),
        event: |told| Event::UsernameRecoveryEmailSent { user: told.user },
    };
    asked::send(cx, asked, reader).await
}

fn form(cx: &Cx) -> Form {
    let email = Field::new("email", Kind::Email, "FIELD_EMAIL").autocomplete("email").required();
    extra::add(cx, extra::USERNAME_RECOVERY, Form::new("username_recovery_form").field(email))
        .field(Field::new("submit", Kind::Submit, "RECOVER_USERNAME_SUBMIT"))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
}

fn page(cx: &Cx, form: Form) -> Reply {
    Reply::page(&cx.config().username_recovery.template, form)
}
