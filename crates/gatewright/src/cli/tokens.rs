//! `tokens list`, `revoke`.

use clap::Subcommand;
use serde_json::{Value, json};

use crate::authn::refresh::{self, State};
use crate::cli::console::{Console, Failure};
use crate::cli::prompt::confirmed;
use crate::cli::users::find;
use crate::error::{Error, ErrorKind};
use crate::model::{Refresh, User, UserField};
use crate::random;
use crate::security::Security;

/// Looks after auth tokens and refresh tokens. USER is an address or another identity.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum TokensCommand {
    /// Lists a user's families of refresh tokens. Auth tokens are kept nowhere.
    List {
        /// Address or other identity of the user.
        user: String,
    },
    /// Ends a user's refresh tokens and auth tokens. Without a column of their own for tokens, sessions
    /// and links end, too.
    Revoke {
        /// Address or other identity of the user.
        user: String,
        /// Only the refresh tokens: auth tokens go on until they are too old.
        #[arg(long)]
        refresh_only: bool,
        /// Does not ask.
        #[arg(long)]
        yes: bool,
    },
}

impl TokensCommand {
    pub(super) async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        match self {
            Self::List { user } => list(security, console, user).await,
            Self::Revoke { user, refresh_only, yes } => {
                let user = find(security, user).await?;
                if *refresh_only {
                    return only_refresh(security, console, &user).await;
                }
                everything(security, console, &user, *yes).await
            }
        }
    }
}

async fn list(security: &Security, console: &Console, user: &str) -> Result<(), Failure> {
    let user = find(security, user).await?;
    for family in security.store().refreshes()?.list(&user.id).await? {
        let state = name(refresh::state(security.config(), &family, security.clock().utc()));
        console.show(&line(&family, state), &to_json(&family, state))?;
    }
    Ok(())
}

async fn only_refresh(security: &Security, console: &Console, user: &User) -> Result<(), Failure> {
    let families = refresh::revoke_all(security, None, user).await?;
    let result = outcome(user, families, false, false);
    if families == 0 {
        return console.idle(&format!("{} has no good refresh tokens", user.email), &result);
    }
    console.done(&format!("{} has no refresh tokens now", user.email), &result)
}

async fn everything(
    security: &Security,
    console: &Console,
    user: &User,
    yes: bool,
) -> Result<(), Failure> {
    let own = security.store().capabilities().token_uniquifier;
    let email = &user.email;
    if !own && !yes {
        let question = format!(
            "The table of users has no column fs_token_uniquifier: this ends the sessions and links \
             of {email}, too."
        );
        confirmed(console, &question, "--yes, or spare them with --refresh-only")?;
    }
    let families = refresh::revoke_all(security, None, user).await?;
    let fresh = random::uniquifier()?;
    let set = match own {
        true => UserField::TokenUniquifier(Some(fresh)),
        false => UserField::Uniquifier(fresh),
    };
    if !security.store().update_user(&user.id, &[set], &[]).await? {
        let gone = Error::new(ErrorKind::NotFound, "the user was deleted a moment ago");
        return Err(gone.into());
    }
    security.administered("tokens revoke", Some(user), json!({ "families": families })).await;
    let what = if own { "tokens" } else { "tokens, sessions and links" };
    let result = outcome(user, families, true, !own);
    console.done(&format!("the {what} of {email} have ended"), &result)
}

const fn name(state: State) -> &'static str {
    match state {
        State::Good => "good",
        State::Expired => "expired",
        State::Idle => "idle",
        State::Revoked => "revoked",
    }
}

fn outcome(user: &User, families: u64, auth_tokens: bool, sessions: bool) -> Value {
    json!({
        "user": user.email,
        "families": families,
        "auth_tokens": auth_tokens,
        "sessions": sessions,
    })
}

fn line(family: &Refresh, state: &str) -> String {
    let begun = family.create_datetime.map_or_else(|| "-".to_owned(), |time| time.to_string());
    format!(
        "{}\t{}\t{state}\tbegun {begun}\tused {}\tends {}",
        family.family, family.name, family.last_used_at, family.expires_at
    )
}

fn to_json(family: &Refresh, state: &str) -> Value {
    let time = |time: Option<jiff::civil::DateTime>| time.map(|time| time.to_string());
    json!({
        "family": family.family,
        "name": family.name,
        "state": state,
        "generation": family.generation,
        "begun_at": time(family.create_datetime),
        "last_used_at": time(Some(family.last_used_at)),
        "expires_at": time(Some(family.expires_at)),
        "revoked_at": time(family.revoked_at),
    })
}
