//! `users export` and `users delete`.

use serde_json::{Value, json};

use crate::cli::console::{Console, Failure};
use crate::cli::prompt::confirmed;
use crate::cli::users::find;
use crate::security::Security;

/// Everything about a user as one JSON object: with `--json` on one line, otherwise for people.
pub(super) async fn export(
    security: &Security,
    console: &Console,
    user: &str,
) -> Result<(), Failure> {
    let user = find(security, user).await?;
    let data = Value::Object(security.personal_data(&user).await?);
    console.show(&format!("{data:#}"), &data)
}

pub(super) async fn delete(
    security: &Security,
    console: &Console,
    user: &str,
    yes: bool,
) -> Result<(), Failure> {
    let user = find(security, user).await?;
    if !yes {
        let question = format!(
            "This deletes {} with roles, sessions, tokens and passkeys. Nothing brings it back.",
            user.email
        );
        confirmed(console, &question, "--yes")?;
    }
    let deleted = security.delete_user(&user).await?;
    let result = json!({ "user": user.email, "deleted": deleted });
    if deleted {
        return console.done(&format!("{} is deleted", user.email), &result);
    }
    console.idle(&format!("{} is gone already", user.email), &result)
}
