//! `users reset-link`: a way back in for somebody who has forgotten the password.

use serde_json::json;

use crate::authn::links::{self, Purpose};
use crate::cli::console::{Console, Failure};
use crate::cli::users::find;
use crate::features::recover;
use crate::security::Security;

/// Mails the link as the page does, or writes it: whoever has it can set the password, once.
pub(super) async fn run(
    security: &Security,
    console: &Console,
    user: &str,
    send: bool,
) -> Result<(), Failure> {
    let user = find(security, user).await?;
    let config = &security.config().recover;
    if !config.enabled {
        return Err(Failure::usage(
            "SECURITY_RECOVERABLE is off: there is no page that a link could lead to. \
             `users change_password` sets a password",
        ));
    }
    if !user.active {
        let line =
            format!("{} is disabled: a link would be refused; activate it first", user.email);
        return Err(Failure::Usage(line));
    }
    if send && !config.send_email {
        return Err(Failure::usage("SECURITY_SEND_PASSWORD_RESET_EMAIL is off: leave --send out"));
    }
    let cx = security.offline();
    let email = user.email.clone();
    if send {
        recover::instruct(&cx, Some(user.clone().into()), &email).await?;
        security.administered("users reset-link", Some(&user), json!({ "sent": send })).await;
        let line = format!("a link is on its way to {email}");
        return console.done(&line, &json!({ "user": email, "sent": true }));
    }
    let link = links::url(&cx, Purpose::Reset, &links::mint(&cx, Purpose::Reset, &user, None))?;
    security.administered("users reset-link", Some(&user), json!({ "sent": send })).await;
    let seconds = Purpose::Reset.life(&cx).as_secs();
    let result = json!({ "user": email, "sent": false, "link": link, "seconds": seconds });
    console.show(&link, &result)
}
