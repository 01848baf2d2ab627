//! `sessions list`, `revoke`.

use clap::Subcommand;
use serde_json::{Value, json};

use crate::cli::console::{Console, Failure};
use crate::cli::users::find;
use crate::config::SessionStore;
use crate::error::{Error, ErrorKind};
use crate::event::Event;
use crate::model::{ServerSession, User};
use crate::security::Security;
use crate::signin::everywhere::everywhere;
use crate::text::agent;

/// Looks after signed-in sessions. USER is an address or another identity.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum SessionsCommand {
    /// Lists a user's sessions on the server, the one used last first.
    List {
        /// Address or other identity of the user.
        user: String,
    },
    /// Signs a user out everywhere: ends sessions, remember-me cookies, tokens and links in mails.
    Revoke {
        /// Address or other identity of the user.
        user: String,
        /// Ends this session on the server alone.
        #[arg(long)]
        id: Option<String>,
    },
}

impl SessionsCommand {
    pub(super) async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        match self {
            Self::List { user } => list(security, console, user).await,
            Self::Revoke { user, id: Some(id) } => one(security, console, user, id).await,
            Self::Revoke { user, id: None } => all(security, console, user).await,
        }
    }
}

async fn list(security: &Security, console: &Console, user: &str) -> Result<(), Failure> {
    let user = find(security, user).await?;
    for session in sessions(security, &user).await? {
        console.show(&line(&session), &to_json(&session))?;
    }
    Ok(())
}

async fn one(security: &Security, console: &Console, user: &str, id: &str) -> Result<(), Failure> {
    let user = find(security, user).await?;
    let found = sessions(security, &user).await?.into_iter().find(|session| session.id() == id);
    let ended = match &found {
        Some(session) => security.store().sessions()?.end(&session.key_hash, None).await?,
        None => false,
    };
    let result = json!({ "user": user.email, "sessions": u8::from(ended), "tokens": false });
    if !ended {
        return console.idle(&format!("{} has no session {id:?}", user.email), &result);
    }
    let event = Event::SessionRevoked { user: &user, session: found.as_ref() };
    security.announce(None, &event).await;
    console.done(&format!("the session {id} of {} has ended", user.email), &result)
}

async fn all(security: &Security, console: &Console, user: &str) -> Result<(), Failure> {
    let user = find(security, user).await?;
    let Some(ended) = everywhere(security, None, &user).await? else {
        return Err(Error::new(ErrorKind::NotFound, "the user was deleted a moment ago").into());
    };
    let result = json!({
        "user": user.email,
        // Nobody knows how many cookies there are that are sessions themselves.
        "sessions": on_server(security).then_some(ended.sessions),
        "families": ended.families,
        "tokens": true,
    });
    console.done(&format!("{} is signed out everywhere", user.email), &result)
}

async fn sessions(security: &Security, user: &User) -> Result<Vec<ServerSession>, Failure> {
    if !on_server(security) {
        return Err(Failure::usage(
            "with SESSION_STORE = \"cookie\" sessions are kept in browsers alone: set it to \
             \"server\" to list them and to end one of them; `sessions revoke USER` ends all",
        ));
    }
    let mut rows = security.store().sessions()?.list(&user.id, security.clock().utc()).await?;
    rows.retain(|row| row.uniquifier.as_deref() == Some(user.uniquifier.as_str()));
    Ok(rows)
}

fn on_server(security: &Security) -> bool {
    security.config().session.store == SessionStore::Server
}

fn device(session: &ServerSession) -> Option<String> {
    session.agent.as_deref().and_then(agent::describe)
}

fn line(session: &ServerSession) -> String {
    format!(
        "{}\t{}\t{}\tbegun {}\tused {}\tends {}",
        session.id(),
        device(session).as_deref().unwrap_or("-"),
        session.address.as_deref().unwrap_or("-"),
        session.created_at,
        session.seen_at,
        session.expires_at
    )
}

fn to_json(session: &ServerSession) -> Value {
    json!({
        "id": session.id(),
        "agent": device(session),
        "address": session.address,
        "created_at": session.created_at.to_string(),
        "last_seen_at": session.seen_at.to_string(),
        "expires_at": session.expires_at.to_string(),
        "remembered": session.persistent,
    })
}
