//! `users create`, `activate`, `deactivate`, `reset_access`, `change_password`, `reset-link`,
//! `confirm`, `unlock`, `export`, `delete`, `list`, `show`.

mod access;
mod create;
pub(super) mod found;
mod list;
mod remove;
mod reset_link;

use clap::Subcommand;
use serde_json::{Value, json};

use crate::authn::lockout;
use crate::cli::console::{Console, Failure, Faults};
use crate::cli::prompt::PasswordOption;
use crate::model::{User, UserField};
use crate::security::Security;

pub use create::CreateUser;
pub use list::ListUsers;

/// Looks after users. USER is an address or another identity.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum UsersCommand {
    /// Creates a user. Without --active the account is disabled.
    Create(Box<CreateUser>),
    /// Enables an account.
    Activate {
        /// Address or other identity of the user.
        user: String,
    },
    /// Disables an account and signs it out everywhere. Sessions, tokens and links do not come back
    /// when it is enabled again.
    Deactivate {
        /// Address or other identity of the user.
        user: String,
    },
    /// Ends every session, token and link, and removes second factors, passkeys and recovery
    /// codes. The password stays.
    #[command(name = "reset_access", visible_alias = "reset-access")]
    ResetAccess {
        /// Address or other identity of the user.
        user: String,
    },
    /// Sets a new password and ends every session. No mail is sent.
    #[command(name = "change_password", visible_alias = "change-password")]
    ChangePassword(ChangePassword),
    /// Marks the address as confirmed.
    Confirm {
        /// Address or other identity of the user.
        user: String,
    },
    /// Ends the locks after too many wrong passwords, and forgets the failures.
    Unlock {
        /// Address or other identity of the user.
        user: String,
    },
    /// Writes a link to a page where the user sets a new password, or mails it. It is good once and
    /// for as long as SECURITY_RESET_PASSWORD_WITHIN says.
    #[command(name = "reset-link", visible_alias = "reset_link")]
    ResetLink {
        /// Address or other identity of the user.
        user: String,
        /// Mails it to the user instead of writing it.
        #[arg(long)]
        send: bool,
    },
    /// Writes everything that is stored about a user as JSON, without hashes and secrets: for a
    /// request of the user's to see it.
    Export {
        /// Address or other identity of the user.
        user: String,
    },
    /// Deletes a user for good, and signs out everywhere. It asks first.
    Delete {
        /// Address or other identity of the user.
        user: String,
        /// Does not ask.
        #[arg(long)]
        yes: bool,
    },
    /// Lists users in the order of their keys.
    List(ListUsers),
    /// Shows a user.
    Show {
        /// Address or other identity of the user.
        user: String,
    },
}

/// Arguments of `users change_password`.
#[derive(Debug, clap::Args)]
pub struct ChangePassword {
    /// Address or other identity of the user.
    user: String,
    #[command(flatten)]
    password: PasswordOption,
}

impl UsersCommand {
    pub(super) async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        if security.config().cli.users_name.is_none() {
            return Err(Failure::usage("SECURITY_CLI_USERS_NAME switches these commands off"));
        }
        match self {
            Self::Create(arguments) => arguments.run(security, console).await,
            Self::Activate { user } => switch(security, console, user, true).await,
            Self::Deactivate { user } => switch(security, console, user, false).await,
            Self::ResetAccess { user } => {
                let user = find(security, user).await?;
                access::reset(security, &user).await?;
                security.administered("users reset_access", Some(&user), json!({})).await;
                let line = format!("{} has nothing left but the password", user.email);
                console.done(&line, &json!({ "user": user.email, "reset": true }))
            }
            Self::ChangePassword(arguments) => arguments.run(security, console).await,
            Self::Confirm { user } => confirm(security, console, user).await,
            Self::Unlock { user } => unlock(security, console, user).await,
            Self::ResetLink { user, send } => reset_link::run(security, console, user, *send).await,
            Self::Export { user } => remove::export(security, console, user).await,
            Self::Delete { user, yes } => remove::delete(security, console, user, *yes).await,
            Self::List(filter) => filter.run(security, console).await,
            Self::Show { user } => {
                let user = find(security, user).await?;
                console.show(&list::details(&user), &list::to_json(&user))
            }
        }
    }
}

/// The user whom an identity names.
pub(super) async fn find(security: &Security, identity: &str) -> Result<User, Failure> {
    let user = security.offline().user_by_identity(identity).await?;
    user.ok_or_else(|| Failure::usage(format!("there is no user {identity:?}")))
}

async fn switch(
    security: &Security,
    console: &Console,
    user: &str,
    active: bool,
) -> Result<(), Failure> {
    let user = find(security, user).await?;
    let changed = match active {
        true => security.activate(&user).await?,
        false => security.suspend(&user).await?,
    };
    let result = json!({ "user": user.email, "active": active, "changed": changed });
    let state = if active { "active" } else { "inactive" };
    if changed {
        return console.done(&format!("{} is now {state}", user.email), &result);
    }
    console.idle(&format!("{} is {state} already", user.email), &result)
}

async fn confirm(security: &Security, console: &Console, user: &str) -> Result<(), Failure> {
    let user = find(security, user).await?;
    let set = [UserField::ConfirmedAt(Some(security.clock().utc()))];
    let when = [UserField::ConfirmedAt(None)];
    let changed = security.store().update_user(&user.id, &set, &when).await?;
    let result = json!({ "user": user.email, "confirmed": true, "changed": changed });
    if changed {
        security.administered("users confirm", Some(&user), json!({})).await;
        return console.done(&format!("{} is now confirmed", user.email), &result);
    }
    console.idle(&format!("{} is confirmed already", user.email), &result)
}

async fn unlock(security: &Security, console: &Console, user: &str) -> Result<(), Failure> {
    let user = find(security, user).await?;
    let changed = lockout::unlock(&security.offline(), &user, "administrator").await?;
    let result = json!({ "user": user.email, "unlocked": true, "changed": changed });
    if changed {
        return console.done(&format!("{} is unlocked", user.email), &result);
    }
    console.idle(&format!("{} has no failed attempts", user.email), &result)
}

impl ChangePassword {
    async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        let user = find(security, &self.user).await?;
        let password = self.password.take()?;
        let faults = faults(security, &password, Some(&user), &[]).await?;
        if !faults.is_empty() {
            return Err(Failure::Fields(Faults::from([("password".to_owned(), faults)])));
        }
        if !security.change_password(&user, &password, false).await? {
            let line = format!("{} was changed or deleted a moment ago: try again", user.email);
            return Err(Failure::Usage(line));
        }
        // The reference has nothing to say here either.
        console.show("", &json!({ "user": user.email, "password_changed": true }))
    }
}

/// What is wrong with a new password, in words.
pub(super) async fn faults(
    security: &Security,
    password: &str,
    user: Option<&User>,
    known: &[String],
) -> crate::error::Result<Vec<String>> {
    let cx = security.offline();
    let found = match user {
        Some(_) => cx.password_faults(password, user).await?,
        None => cx.new_password_faults(password, None, known).await?,
    };
    let texts = found.iter().map(|fault| security.catalog().text(fault, crate::i18n::ENGLISH));
    Ok(texts.collect())
}

/// A value that may be absent.
fn optional(value: Option<impl ToString>) -> Value {
    value.map_or(Value::Null, |value| Value::String(value.to_string()))
}
