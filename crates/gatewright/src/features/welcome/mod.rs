//! The start page of the binary: who is signed in, and what to do next.

use crate::error::Result;
use crate::request::cx::Cx;
use crate::request::feature::Feature;
use crate::request::form::{Form, Submitted};
use crate::request::reply::Reply;

pub(crate) static FEATURE: Feature = Feature {
    name: "welcome",
    depends: &[],
    enabled: |config| config.core.welcome_page,
    routes: |_, routes| {
        routes.add("welcome", "/", &["GET"], welcome);
    },
    account: None,
    templates: &[("security/welcome.html", include_str!("templates/welcome.html"))],
};

async fn welcome(cx: Cx, _: Submitted) -> Result<Reply> {
    let user = cx.user().await?;
    let reply = Reply::page("security/welcome.html", Form::new("welcome_form"));
    Ok(match user {
        Some(user) => reply.user(&user),
        None => reply,
    })
}
